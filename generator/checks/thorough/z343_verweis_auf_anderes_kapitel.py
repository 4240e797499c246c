"""Geprüft wird, ob ein getippter Verweis ein anderes Kapitel trifft als das, von dem der Satz spricht: «Kapitel 7
(Finanzierung)», wo Kapitel 8 so heißt; «Monitoring (siehe Kapitel 7)»; «siehe Kapitel 7» in Kapitel 7 selbst; «im
folgenden Kapitel 3», das davor steht, und «bereits in Kapitel 9», das erst kommt.

Eine Nummer, die es gibt, fällt niemandem auf (Z330 nennt nur, was es nicht gibt). Nennt der Satz daneben einen Titel
oder sagt er, ob das Kapitel davor oder dahinter steht, lässt sich vergleichen. Ohne das bleibt ein falscher Verweis
unbemerkt, bis die nächste Fassung verglichen wird (Z721).

Beheben: statt der Nummer die Kennung in doppelten eckigen Klammern schreiben; [[umsetzung]] druckt immer die richtige
Nummer. Ist der Titel falsch, den Titel berichtigen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.checks.typed_references import NUMBER, to_sections
from generator.checks.uses import Use, finding
from generator.finding import Finding, Severity
from generator.model.print_gap import NOT_PRINTED

CODE = "Z343"
SEVERITY = Severity.WARNING
TITLE = "Getippter Verweis trifft ein anderes Kapitel"

_BESIDE = r"\s*(?:[(:–-]\s*|[„»\"]|\*{1,2}|,\s*)+\s*"
"""What stands between a number and the title that explains it; without a sign it may be a sentence."""
_BEFORE = r"[“”«\"*]*\s*[(–-]\s*(?:siehe|vgl\.|s\.|in|Siehe)?\s*$"
"""What stands between a title and the number behind it."""
_SEE = r"(?:\b[sS]iehe|\b[vV]gl\.|(?<!\w)s\.)\s+(?:auch\s+|hierzu\s+|dazu\s+|in\s+)*$"
_AHEAD = r"\b(?:(?:nach)?folgenden|nächsten|anschließenden|späteren)\s+$"
_BEHIND = r"(?:\b(?:vorigen|vorherigen|vorangegangenen|vorangehenden|vorhergehenden|obigen)\s+|\b[bB]ereits\s+(?:oben\s+)?in\s+)$"
_REACH = 60
"""Signs before a reference among which the words that lead to it are."""
_SHORTEST = 4
"""Letters of a title that is told from other words."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each reference to one section; nothing where the document was not made."""
    if context.printout is NOT_PRINTED:
        return
    sections = context.printout.sections
    for use in to_sections(context):
        numbers = re.findall(NUMBER, use.words)
        if len(numbers) == 1 and numbers[0] in sections:
            yield from _judged(context, use, numbers[0], sections)


def _judged(
    context: CheckContext, use: Use, number: str, sections: Mapping[str, str]
) -> Iterator[Finding]:
    text = context.plain.of(use.source)
    before, behind = (
        text[max(0, use.offset - _REACH) : use.offset],
        text[use.offset + len(use.words) :][:200],
    )
    shown, title = " ".join(use.words.split()), sections[number]
    if other := _named(before, behind, number, sections):
        yield finding(
            context,
            CODE,
            SEVERITY,
            use,
            f"«{shown}» heißt «{title}»; «{sections[other]}» hat die Nummer {other}. {_advice(context, other)}",
        )
    elif (place := _own_number(context, use)) and (reason := _astray(before, number, place)):
        message = (
            f"«{shown}» («{title}») {reason}. Die Nummer berichtigen oder den Verweis streichen."
        )
        yield finding(context, CODE, Severity.HINT, use, message)


def _named(before: str, behind: str, number: str, sections: Mapping[str, str]) -> str | None:
    """The number of another section whose title stands right beside; None where its own does too."""
    beside = re.match(_BESIDE, behind)
    start = behind[beside.end() :] if beside else ""
    lead = re.search(_BEFORE, before)
    end = before[: lead.start()] if lead else ""
    found = [
        other
        for other, title in sections.items()
        if len(title) >= _SHORTEST and (_begins(start, title) or end.endswith(title))
    ]
    titles = {sections[other] for other in found}
    if not found or sections[number] in titles:
        return None
    longest = max(found, key=lambda other: len(sections[other]))
    return None if longest.startswith(f"{number}.") or number.startswith(f"{longest}.") else longest


def _begins(text: str, title: str) -> bool:
    """Whether a text begins with a title and no longer word."""
    return text.startswith(title) and not text[len(title) : len(title) + 1].isalnum()


def _own_number(context: CheckContext, use: Use) -> str:
    """The number of the section in which a text stands; "" for what is in none."""
    return (
        context.edition.numbering.sections.get(use.source.id, "")
        if isinstance(use.source, Prose)
        else ""
    )


def _astray(before: str, number: str, place: str) -> str:
    """Why a reference can hardly be meant; "" where it can."""
    if number == place and re.search(_SEE, before):
        return "ist der Abschnitt, in dem der Verweis selbst steht"
    there, here = (int(n.split(".")[0]) for n in (number, place))
    if there < here and re.search(_AHEAD, before):
        return f"steht schon vor {place}"
    if there > here and re.search(_BEHIND, before):
        return f"kommt erst nach {place}"
    return ""


def _advice(context: CheckContext, number: str) -> str:
    """The markup that stays right; a heading inside a text has none."""
    meant = (i for i, n in context.edition.numbering.sections.items() if n == number)
    identity = next(meant, None)
    if identity is None:
        return "Die Nummer oder den Titel berichtigen."
    return f"Die Nummer berichtigen, am besten mit [[{identity}]], das immer stimmt."
