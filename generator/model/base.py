"""What all records share: frozen, no unknown fields, IDs of one form."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_]{0,39}$"


class Record(BaseModel):
    """A frozen record; an unknown field is an error, equal content makes equal records."""

    # Deferred: only the records at the top of a file are validated by themselves, and the
    # thirty below them would each build a validator that nothing uses.
    computed: ClassVar[frozenset[str]] = frozenset()
    """Fields that no file says: the reader puts them in."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def label(cls, field: str) -> str:
        """The German label of a field, for messages, schemas and comparisons."""
        info = cls.model_fields.get(field)
        return (info.title if info else None) or field


def _listed(value: object) -> object:
    return [] if value is None else value


Kennung = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Running text of one paragraph; the reader has made one space of every white space."""

Kennungen = Annotated[tuple[Kennung, ...], BeforeValidator(_listed)]


def _as_list(value: object) -> object:
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


Texte = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]


class Element(Record):
    """A record with an ID of its own: it can be referred to and compared with earlier editions."""

    id: Kennung = Field(title="Kennung", description="einmal vergeben, nie wieder verwendet")
