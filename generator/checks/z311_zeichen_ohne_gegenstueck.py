"""Geprüft wird, ob deutsche Anführungszeichen („…“) und runde Klammern paarweise stehen: in jedem Ziel,
jeder Empfehlung und jedem Absatz der Texte. Aufzählungszeichen wie «a)» und Fußnotenzeichen wie «*)» zählen
nicht. Steht der ganze Wortlaut eines Ziels in Anführungszeichen, ist das eine Warnung: Meist sind es die von
Word statt der geraden, die YAML meint; bei wenigen Wörtern ohne Satzzeichen, die ein Name sein können, ein Hinweis.

Ein Anführungszeichen ohne Gegenstück lässt offen, was zitiert ist und was nicht. Häufig ist das
öffnende Zeichen das falsche (“ statt „), weil der Text aus einem anderen Programm stammt, oder das schließende ist
das gerade der Tastatur. Steht dasselbe oft in einer Datei, ist das ein einziger Befund.

Beheben: das fehlende oder falsche Zeichen setzen. Am Anfang steht „ (unten), am Ende “ (oben).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.read.alike import once

CODE = "Z311"
SEVERITY = Severity.HINT
TITLE = "Anführungszeichen oder Klammer ohne Gegenstück"

_PAIRS = {"„": ("“”", "Anführungszeichen"), "(": (")", "Klammer")}
_WHOLE = re.compile(r"[„“”»«][^„“”»«]*[“”»«]\.?")
_LISTED = re.compile(
    r"(?:^|[\s|*(>])(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Za-z]|(?P<twice>[a-z])(?P=twice)|[ivx]{2,4})$|[*†⁰¹²³⁴-⁹]$"
)
_NAME = 5
"""Words of a wording in quotes that may be the name of a project."""
_STRAIGHT = "Zu «„» gehört «“», hier steht dafür das gerade Zeichen der Tastatur. Ersetzen."
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each paragraph and each sign in it that has no counterpart, one for many straight ones."""
    found = list(_all_of(context))
    yield from (finding for finding in found if _STRAIGHT not in finding.message)
    straight = (finding for finding in found if _STRAIGHT in finding.message)
    yield from once(straight, context.strategy.kopf.abweichungen)


def _all_of(context: CheckContext) -> Iterator[Finding]:
    for element in context.wordings:
        if _WHOLE.fullmatch(element.text):
            text = (
                f"{context.called(element.id)}: Der ganze Wortlaut steht in Anführungszeichen und wird so "
                "gedruckt. Gehören sie nicht dazu, sie löschen; YAML braucht keine."
            )
            name = len(element.text.split()) <= _NAME and not re.search(r"[.!?]", element.text)
            severity = SEVERITY if name else Severity.WARNING
            yield context.at_element(CODE, severity, element.id, text, "text")
            continue
        if _balanced(element.text):
            continue
        for _, message in _unpaired(element.text):
            text = f"{context.called(element.id)}: {message}"
            yield context.at_element(CODE, SEVERITY, element.id, text, "text")
    for prose in context.prose:
        if _balanced(prose.raw):
            continue
        start = prose.body_start
        for paragraph in _PARAGRAPH.split(prose.raw[start:]):
            begin = prose.raw.index(paragraph, start)
            for offset, message in _unpaired(paragraph):
                text = f"{context.called(prose.id)}: {message}"
                yield context.at_text(CODE, SEVERITY, prose, begin + offset, text)
            start = begin + len(paragraph)


def _balanced(text: str) -> bool:
    """A quick look at a whole text: whether there are as many opening as closing signs."""
    quotes = text.count("„") == text.count("“") + text.count("”")
    return quotes and text.count("(") == text.count(")")


def _unpaired(text: str) -> Iterator[tuple[int, str]]:
    """The first sign of each kind that has no counterpart; nothing for most texts."""
    for opening, (closing, name) in _PAIRS.items():
        if text.count(opening) == sum(map(text.count, closing)):
            continue
        place = _first_alone(text, opening, closing)
        if place is not None and _closed_straight(text, place):
            yield place, _STRAIGHT
        elif place is not None:
            missing = "schließende" if text[place] == opening else "öffnende"
            yield place, f"Zu «{text[place]}» fehlt das {missing} Zeichen ({name}). Ergänzen."


def _closed_straight(text: str, place: int) -> bool:
    """Whether what „ opens there ends with the straight sign, as keyboards have it."""
    end = text.find('"', place)
    closes = end > place and not text[end - 1].isspace()
    return text[place] == "„" and closes and "„" not in text[place + 1 : end]


def _first_alone(text: str, opening: str, closing: str) -> int | None:
    waiting: list[int] = []
    for match in re.finditer(f"[{re.escape(opening + closing)}]", text):
        if match[0] == opening:
            waiting.append(match.start())
        elif waiting:
            waiting.pop()
        elif not _LISTED.search(text[max(0, match.start() - 9) : match.start()]):
            return match.start()
    return waiting[-1] if waiting else None
