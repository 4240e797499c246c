"""Geprüft wird, ob eine getippte Nummer, die unverändert aus der Vorgängerfassung stammt, jetzt etwas anderes meint:
«Kapitel 7» war «Monitoring», ist in der Fortschreibung aber «Finanzierung», weil davor ein Kapitel dazukam. Dasselbe
gilt für «Abbildung 3» und, wo laufend gezählt wird, für «Ziel 4».

Solche Verweise treffen etwas und fallen deshalb niemandem auf (Z330 nennt nur, was nichts trifft).

Gemeldet wird nur, was in beiden Fassungen im selben Satz steht. Wer den Satz neu geschrieben hat, hat auch die Nummer
gesehen.

Beheben: statt der Nummer die Kennung in doppelten eckigen Klammern schreiben; die Meldung nennt sie. In Zielen und Titeln
die Nummer berichtigen.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose, text_of
from generator.checks.typed_references import NUMBER, own_references, sentence_around, to_sections
from generator.checks.uses import Use, finding
from generator.compare.comparison import Comparison
from generator.finding import Finding, Severity

CODE = "Z721"
SEVERITY = Severity.HINT
TITLE = "Getippte Nummer meint jetzt etwas anderes"
COMPARES = True

_ONE = r"\s+(\d{1,2}(?:\.\d{1,2})?)(?!\d|[.,]\d|\s?(?:%|Prozent|Euro|€))"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each number that stood in the same sentence before and led elsewhere."""
    comparison = context.comparison
    if comparison is None or not context.judges_reasons:
        return
    old, new = comparison.before.numbering, comparison.after.numbering
    yield from _moved(context, comparison, to_sections(context), old.sections, new.sections)
    figures = tuple(own_references(context, "Abbildung", rf"\bAbbildung{_ONE}"))
    yield from _moved(context, comparison, figures, _text(old.figures), _text(new.figures))
    for level in context.strategy.kopf.stufen:
        goals = {
            g.id
            for e in (comparison.old, comparison.new)
            for g in e.goals()
            if g.stufe == level.schluessel
        }
        was, now = ({i: n for i, n in side.goals.items() if i in goals} for side in (old, new))
        if was and now:
            name = rf"(?<![\w-]){re.escape(level.name)}{_ONE}"
            found = tuple(own_references(context, level.name.split()[0], name))
            yield from _moved(context, comparison, found, was, now)


def _text(numbers: Mapping[str, int]) -> dict[str, str]:
    return {identity: str(number) for identity, number in numbers.items()}


def _moved(
    context: CheckContext,
    comparison: Comparison,
    found: Iterable[Use],
    was: Mapping[str, str],
    now: Mapping[str, str],
) -> Iterator[Finding]:
    """References whose number has gone from one element to another; both sides map IDs to numbers."""
    before, after = ({number: i for i, number in side.items()} for side in (was, now))
    if before == after:
        return
    for use in found:
        for number in re.findall(NUMBER, use.words):
            meant, hit = before.get(number), after.get(number)
            if meant and hit and meant != hit and _stood(comparison, use):
                yield _finding(context, comparison, use, number, meant, hit, now.get(meant))


def _stood(comparison: Comparison, use: Use) -> bool:
    """Whether the former edition has the sentence too, in the same text or wording."""
    text = text_of(use.source)
    sentence = " ".join(sentence_around(text, use.offset).split())
    return sentence in " ".join(_former(comparison, use).split())


def _former(comparison: Comparison, use: Use) -> str:
    """What the former edition has where a use stands."""
    identity = use.source.id
    if isinstance(use.source, Prose):
        text = comparison.old.texts_by_id.get((identity, use.source.stelle))
        return text.inhalt if text else ""
    return str(getattr(comparison.old.by_id.get(identity), "text", ""))


def _finding(
    context: CheckContext,
    comparison: Comparison,
    use: Use,
    number: str,
    meant: str,
    hit: str,
    moved: str | None,
) -> Finding:
    edition = comparison.old.kopf.fassung.kennung
    where = f"hat jetzt die Nummer {moved}" if moved else "gibt es nicht mehr"
    shown = " ".join(use.words.split())
    message = (
        f"«{shown}» meinte in der Fassung {edition} {context.called(meant)}; das {where}, und {number} ist "
        f"{context.called(hit)}. "
    )
    if not moved:
        message += "Den Satz ändern."
    elif isinstance(use.source, Prose):
        message += f"Die Nummer berichtigen, am besten mit [[{meant}]]."
    else:
        message += "Die Nummer berichtigen."
    return finding(context, CODE, SEVERITY, use, message)
