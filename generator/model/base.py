"""What all records share: frozen, no unknown fields, IDs of one form."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_]{0,39}$"


class Record(BaseModel):
    """A frozen record; an unknown field is an error, equal content makes equal records."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def label(cls, field: str) -> str:
        """The German label of a field, for messages, schemas and comparisons."""
        info = cls.model_fields.get(field)
        return (info.title if info else None) or field


def _one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _listed(value: object) -> object:
    return [] if value is None else value


Kennung = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Text = Annotated[str, BeforeValidator(_one_line), StringConstraints(min_length=1)]
"""Running text of one paragraph: white space and line breaks carry no meaning."""
Kennungen = Annotated[tuple[Kennung, ...], BeforeValidator(_listed)]
