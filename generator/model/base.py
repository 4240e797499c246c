"""What all records share: frozen, no unknown fields, IDs of one form."""

import re
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_]{0,39}$"
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
INTEGER_PATTERN = r"^\s*[-+]?[0-9]+\s*$"


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


def _of_form(pattern: str, kind: str) -> BeforeValidator:
    """Refuses a text of another form, where pydantic would find a day in 0 and a 1 in 1.000."""

    def formed(value: object) -> object:
        if isinstance(value, str) and value and not re.match(pattern, value):
            raise PydanticCustomError(
                f"{kind}_form", "not of the form {pattern}", {"pattern": pattern}
            )
        return value

    return BeforeValidator(formed)


Tag = Annotated[date, _of_form(DAY_PATTERN, "date")]
"""A day as it is typed: 2026-11-22."""

Zahl = Annotated[int, _of_form(INTEGER_PATTERN, "int")]
"""A whole number, in digits alone."""


class Element(Record):
    """A record with an ID of its own: it can be referred to and compared with earlier editions."""

    id: Kennung = Field(title="Kennung", description="einmal vergeben, nie wieder verwendet")
