"""The told elements to the entries of a Synopse: in which part, below which heading, and which share one."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.model.goal import Ziel
from generator.model.kinds import REGISTERS
from generator.model.tree import kind_in
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange, ToldElement

CHAPTERS = "Kapitel"
IN_REGISTERS = frozenset(kind.key for kind in REGISTERS)


class SynopsisEntry(Struct, frozen=True):
    """An element with all that happened to it; several where one became several, or the reverse."""

    elements: tuple[ToldElement, ...]
    top: str | None = None
    """The key of the highest goal that it stands below, or is."""

    @property
    def first(self) -> Subject:
        """What it is filed by."""
        return self.elements[0].subject

    @property
    def changes(self) -> tuple[ToldChange, ...]:
        """All that happened."""
        return tuple(change for element in self.elements for change in element.changes)

    @property
    def editorial(self) -> bool:
        """Whether nothing of it changes the meaning."""
        return bool(self.changes) and all(change.source.editorial for change in self.changes)


def entries(telling: Telling, told: Iterable[ToldElement]) -> tuple[SynopsisEntry, ...]:
    """In the order of the strategy; what shares an entry stands where the first new one does."""
    elements = tuple(told)
    homes = _homes(telling, elements)
    groups: dict[str, list[ToldElement]] = {}
    for element in elements:
        groups.setdefault(homes.get(element.subject.id, element.subject.key), []).append(element)
    return tuple(_entry(telling, group) for group in groups.values())


def _homes(telling: Telling, told: tuple[ToldElement, ...]) -> dict[str, str]:
    """The ID of each element of a split or merge to the key that all of them share."""
    lineage = telling.comparison.lineage
    there = {element.subject.id for element in told if element.changes}
    homes: dict[str, str] = {}
    for new, sources in lineage.sources.items():
        family = [name for name in (new, *sources) if name in there]
        if new not in there or len(family) < 2:
            continue
        known = [homes[name] for name in family if name in homes]
        home = known[0] if known else f"family:{new}"
        merged = {*known, home}
        homes |= {name: home for name, at in homes.items() if at in merged}
        homes |= dict.fromkeys(family, home)
    return homes


def _entry(telling: Telling, group: list[ToldElement]) -> SynopsisEntry:
    """What is gone first, then what there is now; it stands where that does."""
    now = telling.worded.new.records
    ordered = sorted(group, key=lambda element: element.subject.key in now)
    home = next((e for e in ordered if e.subject.key in now), ordered[0])
    return SynopsisEntry(tuple(ordered), _top(telling, home.subject.key))


def _top(telling: Telling, key: str) -> str | None:
    new, old = telling.worded.new, telling.worded.old
    tree = new if key in new.records else old
    found = None
    at: str | None = key
    while at is not None and isinstance(tree.records.get(at), Ziel):
        found, at = at, tree.parents.get(at)
    return found


def parts(
    found: Iterable[SynopsisEntry],
) -> tuple[list[SynopsisEntry], list[SynopsisEntry], list[SynopsisEntry]]:
    """What is to be read closely; what is editorial only; what stands in registers."""
    close: list[SynopsisEntry] = []
    editorial: list[SynopsisEntry] = []
    registers: list[SynopsisEntry] = []
    for entry in found:
        if kind_in(entry.first.key) in IN_REGISTERS:
            registers.append(entry)
        else:
            (editorial if entry.editorial else close).append(entry)
    return close, editorial, registers


def by_section(
    found: Iterable[SynopsisEntry],
) -> list[tuple[str, list[tuple[str | None, list[SynopsisEntry]]]]]:
    """MarkedParts of the strategy, each with its highest goals: (key, entries), None for no heading.

    A goal of which nothing below is told needs no heading of its own.
    """
    sections: dict[str, list[SynopsisEntry]] = {}
    for entry in found:
        section = entry.first.section
        sections.setdefault(CHAPTERS if section.startswith("Kapitel «") else section, []).append(
            entry
        )
    return [(title, _by_goal(group)) for title, group in sections.items()]


def _by_goal(found: list[SynopsisEntry]) -> list[tuple[str | None, list[SynopsisEntry]]]:
    tops: dict[str | None, list[SynopsisEntry]] = {}
    for entry in found:
        tops.setdefault(entry.top, []).append(entry)
    groups: list[tuple[str | None, list[SynopsisEntry]]] = []
    for top, group in tops.items():
        alone = top is None or all(entry.first.key == top for entry in group)
        if alone and groups and groups[-1][0] is None:
            groups[-1][1].extend(group)
        else:
            groups.append((None if alone else top, group))
    return groups
