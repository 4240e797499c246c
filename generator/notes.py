"""What a build or a freeze has to say beside its files, as German sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.finding import Finding
from generator.model.german import counted
from generator.model.part_choices import PARTS, Parts
from generator.model.parts import SHORT, by_its_size, size
from generator.model.strategy import Strategy

WHERE = "Unter «teile» in strategy.yaml lässt es sich festlegen."


def on_build(findings: Iterable[Finding] | None, *, without_pages: bool) -> Iterator[str]:
    """What is to be said of the products; ``findings`` are those of the comparison, None without one."""
    if without_pages:
        yield "Ohne Seitenzahlen (--pages off): Verzeichnisse und Verweise sind nur verlinkt."
    if findings is None:
        yield "Ohne Vorgängerfassung gibt es nichts zu vergleichen; die Änderungsdateien entfallen."
    else:
        yield from open_questions(findings)


def on_parts(new: Strategy, old: Strategy | None) -> Iterator[str]:
    """Which parts go or come only by the size of the strategy, so that nobody misses them later."""
    gone, before = by_its_size(new), by_its_size(old) if old else frozenset()
    number = counted(size(new), "Element", "Elemente")
    if gone:
        yield (
            f"Die Strategie ist kurz ({number}, bis {SHORT}) und kommt ohne diese Teile aus: "
            f"{_named(gone)}. {WHERE}"
        )
    elif before and not new.kopf.teile.uebrige:
        yield (
            f"Die Strategie ist nicht mehr kurz ({number}, mehr als {SHORT}); anders als in der "
            f"Vorgängerfassung gibt es nun: {_named(before)}. {WHERE}"
        )


def on_opinions(strategy: Strategy, *, asked: bool) -> Iterator[str]:
    """What the Abwägungstabelle lacks; ``asked``: somebody wants it by name."""
    entries = [entry for one in strategy.runden for entry in one.standing]
    number = sum(entry.entscheidung == "offen" for entry in entries)
    if number:
        verb = "ist" if number == 1 else "sind"
        what = counted(number, "Stellungnahme", "Stellungnahmen")
        yield f"In der Abwägungstabelle {verb} {what} noch offen."
    elif asked and not entries:
        yield (
            "Ohne Stellungnahmen gibt es keine Abwägungstabelle; «strategie review DATEIEN --record» hält "
            "fest, was zurückkam."
        )


def _named(parts: Iterable[str]) -> str:
    there = set(parts)
    return ", ".join(Parts.label(part) for part in PARTS if part in there)


def open_questions(findings: Iterable[Finding]) -> Iterator[str]:
    """One sentence on what a comparison leaves to be settled."""
    from generator.checks.registry import catalogue

    titles = {rule.code: rule.title for rule in catalogue()}
    numbers = Counter(finding.rule for finding in findings if not finding.accepted)
    if numbers:
        told = ", ".join(f"{titles[code]} ({number})" for code, number in numbers.items())
        yield f"Zur Fortschreibung ist noch offen: {told}; «strategie diff» nennt die Stellen."
