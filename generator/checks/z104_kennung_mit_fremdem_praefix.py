"""Geprüft wird, ob die Kennung jedes Ziels mit dem Präfix seiner Stufe beginnt, wie es in strategy.yaml
steht: LZ03 für ein Leitziel, PZ06 für ein Prozessziel. Beginnen fast alle einer Stufe anders, ist es das Präfix in
strategy.yaml, das nicht passt. Hat ein Haus ein eigenes Muster (B1, B2 und V1 nach Handlungsfeldern), wird nur
gemeldet, was das Präfix einer anderen Stufe trägt.

Die Kennung steht gedruckt neben dem Ziel. Ein Prozessziel mit der Kennung EZ17 führt Leserinnen und
Leser in die Irre; oft ist es nur auf die falsche Stufe geraten.

Beheben: das Ziel auf die richtige Stufe rücken oder, solange es neu ist, seine Kennung ändern. Hat
ein Ziel seit einer früheren Fassung die Stufe gewechselt, behält es seine Kennung; dann die
Abweichung in strategy.yaml mit Grund anerkennen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.identity import FreeIds
from generator.model.stufe import Stufe
from generator.read.catalogue import STRUCTURE

CODE = "Z104"
SEVERITY = Severity.HINT
TITLE = "Kennung passt nicht zur Stufe"
AFTER = STRUCTURE

_SEVERAL = 4
"""Fewer IDs of another prefix are told one by one."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each goal whose ID does not begin with the prefix of its level."""
    levels = {s.schluessel: s for s in context.strategy.kopf.stufen}
    prefixes = _prefixes(context)
    usual = _usual_prefixes(prefixes)
    said = {key: usual.get(key, level.praefix) for key, level in levels.items()}
    own = _own_schemes(prefixes, said)
    others = {*usual.values(), *(s.praefix for s in context.strategy.kopf.stufen)}
    free: FreeIds | None = None
    for index, level in enumerate(context.strategy.kopf.stufen):
        other = usual.get(level.schluessel, level.praefix)
        if other != level.praefix and level is levels[level.schluessel]:
            yield _other_prefix(context, index, level, other)
    for goal in context.goals:
        prefix = usual.get(goal.stufe, levels[goal.stufe].praefix)
        if _prefix(goal.id) == prefix or (goal.stufe in own and _prefix(goal.id) not in others):
            continue
        free = free or FreeIds([*context.strategy.by_id, *(context.former or ())])
        message = (
            f"{context.called(goal.id)}: Kennungen dieser Stufe beginnen mit «{prefix}». Die Stufe "
            f"prüfen; ist sie richtig und der Eintrag neu, die Kennung {free.next(prefix + '01')} verwenden."
        )
        yield context.at_element(CODE, SEVERITY, goal.id, message)


def _prefix(identity: str) -> str:
    """The letters that an ID begins with: LZ of LZ03."""
    return identity[: next((i for i, sign in enumerate(identity) if not sign.isalpha()), None)]


def _prefixes(context: CheckContext) -> dict[str, Counter[str]]:
    """Levels to how often their IDs have which prefix."""
    found: dict[str, Counter[str]] = {}
    for goal in context.goals:
        found.setdefault(goal.stufe, Counter())[_prefix(goal.id)] += 1
    return found


def _own_schemes(found: dict[str, Counter[str]], said: dict[str, str]) -> frozenset[str]:
    """Levels of which hardly any ID begins as its level is known: B1, B2, V1 after the Handlungsfelder."""
    return frozenset(
        level
        for level, prefixes in found.items()
        if prefixes.total() >= _SEVERAL and prefixes[said[level]] * 4 < prefixes.total()
    )


def _usual_prefixes(found: dict[str, Counter[str]]) -> dict[str, str]:
    """Levels to the prefix that nearly all of their IDs have."""
    usual = {}
    for level, prefixes in found.items():
        prefix, number = prefixes.most_common(1)[0]
        if number >= _SEVERAL and number * 3 >= prefixes.total() * 2:
            usual[level] = prefix
    return usual


def _other_prefix(context: CheckContext, index: int, level: Stufe, other: str) -> Finding:
    message = (
        f"{level.schluessel}: Die Kennungen dieser Stufe beginnen mit «{other}», hier steht das Präfix "
        f"«{level.praefix}». Das Präfix berichtigen; stehen die Einträge auf der falschen Stufe, den Schlüssel."
    )
    return context.at_head(CODE, SEVERITY, level.schluessel, message, "stufen", index, "praefix")
