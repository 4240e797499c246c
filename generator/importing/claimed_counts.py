"""The prose of an imported strategy to the numbers of goals that it states, beside those found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks.counting.claims import Claim, Name, claims, shortened
from generator.importing.receipt import ClaimedCount
from generator.match.recognised.sign_words import singular_of
from generator.model.kinds import COUNTED
from generator.model.strategy import Strategy
from generator.receive.foreign import ForeignDocument, ForeignLine, Passage, without_signs
from generator.receive.line_joints import LineJoiner

_NOUNS = ("ziele", "maßnahmen", "leitlinien", "leitsätze", "empfehlungen")
_ABOVE = "haupt|ober|unter|teil|kern|leit|einzel|grund|schwerpunkt|schlüssel|strategie|handlungs|detail|rahmen"
_MANY = re.compile(rf"(?<![\w-])(?:(?:{_ABOVE})-?)?(?:{'|'.join(_NOUNS)})(?![\w-])", re.IGNORECASE)
"""Goals of a plan, whatever their level; those of others ("Klimaziele") are none of them."""
_WORTH_ASKING = 5
"""A smaller number of what was not recognised counts a few of them."""


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
    names = [Name(s.schluessel, s.name, s.mehrzahl) for s in strategy.kopf.stufen]
    names.append(Name("handlungsfelder", "Handlungsfeld", "Handlungsfelder"))
    names.append(Name("empfehlungen", "Empfehlung", "Empfehlungen"))
    names = [name for name in names if counts.get(name.kind) or name.kind == "handlungsfelder"]
    texts = [
        (passage, without_signs(joiner.joined(line.text for line in passage.lines)))
        for passage in document.passages
        if passage.kind != "row"
    ]
    others = _other_names((text for _, text in texts), names)
    every = [*names, *shortened(names), *others]
    found: list[ClaimedCount] = []
    for passage, text in texts:
        for claim in sorted(_all(text, every), key=lambda one: one.start):
            counted = counts.get(claim.kind, 0)
            if counted or claim.number >= _WORTH_ASKING:
                line, shown = _line(passage, text, claim.start), text[claim.start : claim.end]
                found.append(ClaimedCount(shown, claim.kind, claim.number, counted, line))
    return tuple(dict.fromkeys(found))


def _other_names(texts: Iterable[str], names: Sequence[Name]) -> Iterator[Name]:
    """What the prose calls many of that no level is called: one whose name the word ends with, where
    there is but one ("12 Hauptziele" of "Ziele"), else none that was recognised ("86 Maßnahmen").
    """
    known = {name.plural.lower(): name.kind for name in names}
    words = dict.fromkeys(
        word for text in texts for word in _MANY.findall(text) if word[0].isupper()
    )
    for word in words:
        noun = next(n for n in _NOUNS if word.lower().endswith(n))
        own = {kind for many, kind in known.items() if many.endswith(noun)}
        if word.lower() not in known and not (len(own) > 1 or (own and noun == word.lower())):
            yield Name(own.pop() if own else word, singular_of(word), word)


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
