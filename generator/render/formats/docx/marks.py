"""Word's tracked changes: what is inserted or deleted, by whom and when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from generator.render.blocks import Mark
from generator.render.formats.docx.xml import attribute

Neither = Literal["neither"]
"""The mark of what is inserted and deleted again, so that no edition has it."""


class Marks(Struct):
    """Writes w:ins and w:del with running ids; authors and date are given, not the clock's.

    The second author is that of editorial changes, so that a reader of Word can hide these.

    Each mark has its own second: LibreOffice merges adjacent insertions of the same
    author and date across an untracked paragraph mark.
    """

    authors: tuple[str, str]
    date: str
    count: int = 0
    editorial: bool = False
    """Whether the next marks are of changes that leave the meaning as it is."""

    @property
    def author(self) -> str:
        """Whose the next marks are."""
        return self.authors[self.editorial]

    def attributes(self) -> str:
        """The attributes of the next mark."""
        moment = datetime.fromisoformat(self.date) + timedelta(seconds=self.count)
        self.count += 1
        return (
            f' w:id="{900_000 + self.count}" w:author="{attribute(self.author)}"'
            f' w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"'
        )

    def around(self, runs: str, mark: Mark) -> str:
        """Runs as inserted or deleted; deleted text and instructions get their own names."""
        if mark == "plain" or not runs:
            return runs
        if mark == "inserted":
            return f"<w:ins{self.attributes()}>{runs}</w:ins>"
        for name, deleted in (("t", "delText"), ("instrText", "delInstrText")):
            runs = runs.replace(f"<w:{name} ", f"<w:{deleted} ")
            runs = runs.replace(f"</w:{name}>", f"</w:{deleted}>")
        return f"<w:del{self.attributes()}>{runs}</w:del>"

    def flag(self, mark: Mark) -> str:
        """The empty element that marks a paragraph's end or a table row."""
        if mark == "plain":
            return ""
        return f"<w:{'ins' if mark == 'inserted' else 'del'}{self.attributes()}/>"

    def paragraph_end(self, mark: Mark | Neither) -> str:
        """What stands last in the properties of a marked paragraph."""
        if mark == "plain":
            return ""
        flags = map(self.flag, ("inserted", "deleted") if mark == "neither" else (mark,))
        return f"<w:rPr>{''.join(flags)}</w:rPr>"

    def new_look(self, style: str) -> str:
        """What says of an inserted paragraph that it looked like one of this style before."""
        before = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        return f"<w:pPrChange{self.attributes()}>{before}</w:pPrChange>"
