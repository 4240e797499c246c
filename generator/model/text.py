"""Prose that introduces an element or follows its table."""

from typing import Literal

from pydantic import Field

from generator.model.base import Kennung, Record

Wortlaut = Literal["amtlich", "nacherzaehlt", "eigener"]


class Textangaben(Record):
    """The front matter of a text file."""

    wortlaut: Wortlaut = Field(
        "eigener", title="Wortlaut", description="wie das Impressum den Text einordnet"
    )


class Prosatext(Record):
    """One text file; ``inhalt`` is Markdown with line breaks inside paragraphs undone."""

    id: Kennung = Field(title="Kennung des Elements")
    stelle: Literal["vor", "nach"] = Field("vor", title="Stelle")
    wortlaut: Wortlaut = Field("eigener", title="Wortlaut")
    inhalt: str = Field(title="Text")
