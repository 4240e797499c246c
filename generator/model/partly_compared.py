"""Records of which some fields make no difference."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import Any, ClassVar

from msgspec import Struct


class PartlyCompared(Struct, frozen=True):
    """Two of one class are equal where all fields but those ``beside`` them are; so are their hashes."""

    beside: ClassVar[frozenset[str]] = frozenset()

    def __eq__(self, other: object) -> bool:
        compared = _compared(type(self))
        return type(self) is type(other) and bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        return hash((type(self), _compared(type(self))(self)))


@cache
def _compared(kind: type[PartlyCompared]) -> attrgetter[Any]:
    return attrgetter(*(name for name in kind.__struct_fields__ if name not in kind.beside))
