"""Two editions to what ``ersetzt`` says about them: which goals were split, merged or replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct, field

from generator.model.base import Element
from generator.model.goal import Ziel
from generator.model.kinds import kind_of, printed_id
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy


class Lineage(Struct, frozen=True):
    """By ID: what an element of the new edition replaces, and what an old one is replaced by.

    ``kept`` are the replaced elements that the new edition still has.
    """

    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    heirs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    printed: Mapping[str, str] = field(default_factory=dict)
    """IDs to what people know the element by instead, in the new edition or, of what is gone, the old."""

    def shown(self, id_: str) -> str:
        """What people see as the ID."""
        return self.printed.get(id_, id_)

    def taken(self, id_: str) -> tuple[str, ...]:
        """What an element replaces and the new edition has no more: only that can be replaced."""
        return tuple(source for source in self.sources.get(id_, ()) if source not in self.kept)


def lineage(old: Strategy, new: Strategy) -> Lineage:
    """What the elements of ``new`` say they replace; IDs that ``old`` does not have are left out."""
    sources: dict[str, tuple[str, ...]] = {}
    heirs: dict[str, tuple[str, ...]] = {}
    elements: Iterator[Ziel | Empfehlung] = chain(new.goals(), new.recommendations())
    for element in elements:
        replaced = tuple(id_ for id_ in element.ersetzt if id_ in old.by_id)
        if replaced:
            sources[element.id] = replaced
        for id_ in replaced:
            heirs[id_] = (*heirs.get(id_, ()), element.id)
    kept = frozenset(id_ for id_ in heirs if id_ in new.by_id)
    return Lineage(sources, heirs, kept, _printed(old) | _printed(new))


def _printed(strategy: Strategy) -> dict[str, str]:
    return {element.id: _known_by(element) for element in strategy.elements()}


def _known_by(element: Element) -> str:
    """Its ID or Kürzel where that is printed, else its title or name; never the key of a register."""
    if isinstance(element, Ziel | Empfehlung):
        return printed_id(element)
    return f"„{kind_of(element).name(element)}“"
