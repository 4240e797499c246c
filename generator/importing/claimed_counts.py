"""The prose of an imported strategy to the numbers of goals that it states, beside those found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.counting.claims import Claim, Name, claims, shortened
from generator.importing.receipt import ClaimedCount
from generator.model.kinds import COUNTED
from generator.model.strategy import Strategy
from generator.receive.foreign import ForeignDocument, ForeignLine, Passage, without_signs
from generator.receive.line_joints import LineJoiner


def counts_of(strategy: Strategy) -> dict[str, int]:
    """How many there are of each level, of Handlungsfelder and Empfehlungen."""
    counts = {"handlungsfelder": len(strategy.ziele.handlungsfelder)}
    goals = list(strategy.goals())
    for stufe in strategy.kopf.stufen:
        counts[stufe.schluessel] = sum(goal.stufe == stufe.schluessel for goal in goals)
    counts["empfehlungen"] = len(list(strategy.recommendations()))
    return {key: count for key, count in counts.items() if count or key not in COUNTED}


def claimed_counts(
    document: ForeignDocument, strategy: Strategy, counts: Mapping[str, int], joiner: LineJoiner
) -> tuple[ClaimedCount, ...]:
    """In the order of the source; what says of itself that it is only a part is none."""
    names = [
        Name(s.schluessel, s.name, s.mehrzahl)
        for s in strategy.kopf.stufen
        if counts.get(s.schluessel)
    ]
    names.append(Name("handlungsfelder", "Handlungsfeld", "Handlungsfelder"))
    names.append(Name("empfehlungen", "Empfehlung", "Empfehlungen"))
    names = [name for name in names if counts.get(name.kind)]
    every = [*names, *shortened(names)]
    found: list[ClaimedCount] = []
    for passage in document.passages:
        if passage.kind != "row":
            text = without_signs(joiner.joined(line.text for line in passage.lines))
            for claim in sorted(_all(text, every), key=lambda one: one.start):
                line = _line(passage, text, claim.start)
                shown = text[claim.start : claim.end]
                found.append(
                    ClaimedCount(shown, claim.kind, claim.number, counts[claim.kind], line)
                )
    return tuple(dict.fromkeys(found))


def _all(text: str, names: list[Name]) -> Iterator[Claim]:
    yield from (claim for claim in claims(text, names) if claim.excuse is None)


def _line(passage: Passage, text: str, start: int) -> ForeignLine:
    """The line in which a place of the joined text stands, as nearly as spaces tell."""
    length = 0
    for line in passage.lines:
        length += len(" ".join(without_signs(line.text).split())) + 1
        if start < length:
            return line
    return passage.lines[-1]
