"""The annotation of a field to its parts: the plain type, what it demands, what is made of it before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo


class Plain(Struct, frozen=True):
    """A type without what stands around it; ``constraints`` hold pattern, ge, le and the like."""

    type: Any
    nullable: bool
    constraints: tuple[Any, ...]
    before: tuple[Callable[[Any], Any], ...]

    def limit(self, name: str) -> Any:
        """The first of its constraints with that name, None where there is none."""
        found = (getattr(one, name, None) for one in self.constraints)
        return next((value for value in found if value is not None), None)

    def made_of(self, value: object) -> object:
        """What the reader makes of a value before it looks at its type."""
        for function in self.before:
            value = function(value)
        return value

    @property
    def takes_nothing(self) -> bool:
        """Whether a key may stand there with nothing behind it."""
        made = self.made_of(None)
        return self.nullable if made is None else True

    @property
    def takes_blank(self) -> bool:
        """Whether an empty text is as good as none."""
        return self.nullable and self.made_of("") is None


def plain(annotation: Any, metadata: Iterable[Any] = ()) -> Plain:
    """Take off ``Annotated`` and ``| None``, as deep as they stand around one type."""
    around = list(_each(metadata))
    nullable = False
    while (origin := get_origin(annotation)) in (Annotated, Union, UnionType):
        annotation, *more = get_args(annotation)
        if origin is Annotated:
            around += _each(more)
        else:
            (annotation,) = (one for one in (annotation, *more) if one is not NoneType)
            nullable = True
    functions: list[Any] = [one.func for one in around if isinstance(one, BeforeValidator)]
    return Plain(annotation, nullable, tuple(around), tuple(functions))


def plain_field(field: FieldInfo) -> Plain:
    """The same for a field of a record."""
    return plain(field.annotation, field.metadata)


def _each(metadata: Iterable[Any]) -> Iterator[Any]:
    for one in metadata:
        if isinstance(one, FieldInfo):
            yield from one.metadata
        else:
            yield one
