"""Two editions to what ``ersetzt`` says about them: which goals were split, merged or replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from generator.model.german import listed
from generator.model.goal import Ziel
from generator.model.kinds import printed_id
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Lineage:
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

    def listed(self, ids: Iterable[str]) -> str:
        """ "MA15, P-2 und MA17"."""
        return listed([self.shown(id_) for id_ in ids])

    def of_new(self, id_: str) -> str:
        """What a new element comes from: "zusammengelegt aus MA11 und MA12"; "" for nothing."""
        sources = self.taken(id_)
        if not sources:
            kept = self.sources.get(id_, ())
            return f"abgeteilt von {self.listed(kept)}" if kept else ""
        if len(sources) > 1:
            return f"zusammengelegt aus {self.listed(sources)}"
        source = self.shown(sources[0])
        shared = len(self.heirs[sources[0]]) > 1
        return f"hervorgegangen aus der Teilung von {source}" if shared else f"ersetzt {source}"

    def taken(self, id_: str) -> tuple[str, ...]:
        """What an element replaces and the new edition has no more: only that can be replaced."""
        return tuple(source for source in self.sources.get(id_, ()) if source not in self.kept)

    def of_gone(self, id_: str) -> str:
        """What became of an element: "geteilt in MA15 und MA16"; "" where nothing is said."""
        heirs = self.heirs.get(id_, ())
        if not heirs:
            return ""
        if len(heirs) > 1:
            return f"geteilt in {self.listed(heirs)}"
        others = [source for source in self.taken(heirs[0]) if source != id_]
        heir = self.shown(heirs[0])
        return f"zusammengelegt in {heir}" if others else f"ersetzt durch {heir}"


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
    elements = chain(strategy.goals(), strategy.recommendations())
    return {element.id: printed_id(element) for element in elements}
