"""Geprüft wird, ob in den Texten eine Auszeichnung steht, die nicht zu Ende geschrieben ist und deshalb
so gedruckt würde, wie sie dasteht: «{{ anzahl.leitziele» ohne «}}», «[[PZ06]» oder «[@bmas2017» ohne
Ende, «{ anzahl.leitziele }» mit einfachen Klammern. Steht eine Kennung in einfachen eckigen Klammern
([PZ06]), ist das eine Warnung: Gemeint sein könnte beides.

In Zielen, Empfehlungen und Titeln wird nichts eingesetzt; ihr Wortlaut wird so beschlossen, wie er
dasteht. Auszeichnungen dort meldet die Regel ebenfalls.

Beheben: die Klammern vervollständigen. In Zielen und Titeln den Inhalt ausschreiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY
from generator.model.prose_markup import Token, tokens

CODE = "Z313"
SEVERITY = Severity.ERROR
TITLE = "Auszeichnung nicht zu Ende geschrieben"

_LEFT = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|\[@|\{\s*(?P<computed>(?:anzahl|kennzahl)\.[\w.]+|zitat\([^()\n]*\))"
    r"|\[(?P<id>[A-Za-z]\w*)\](?![(:\[])"
)
_SHOWN = 30


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place."""
    for text, markup in context.strategy.markup:
        if _complete(text.inhalt, markup):
            continue
        source = context.positions.texts[text.id, text.stelle]
        prose = Prose(text.id, text.stelle, source.raw, source.body_start)
        for match in _LEFT.finditer(_without_markup(prose.raw), prose.body_start):
            said = _mistake(context, prose.raw, match)
            if said:
                severity = Severity.WARNING if match["id"] else SEVERITY
                message = f"{context.called(text.id)}: {said}"
                yield context.at_text(CODE, severity, prose, match.start(), message)
    yield from _in_wordings(context)


def _complete(text: str, markup: tuple[Token, ...]) -> bool:
    """A quick look: whether there are just the brackets that belong to the markup."""
    there = text.count("[") + text.count("]") + text.count("{") + text.count("}")
    return there == sum(2 if token.kind == "fussnote" else 4 for token in markup)


def _without_markup(raw: str) -> str:
    """The text with blanks for markup that is complete, every character in its place."""
    parts, end = [], 0
    for token in tokens(raw):
        parts += [raw[end : token.start], " " * (token.end - token.start)]
        end = token.end
    return "".join((*parts, raw[end:]))


def _mistake(context: CheckContext, raw: str, match: re.Match[str]) -> str:
    sign = match[0]
    shown = raw[match.start() : match.start() + _SHOWN].split("\n")[0].strip()
    if match["computed"]:
        computed = match["computed"]
        return f"«{computed}» wird so nicht ersetzt; davor und dahinter gehören zwei geschweifte Klammern: {{{{ {computed} }}}}."
    if match["id"]:
        if match["id"] in {source.id for source in context.strategy.quellen}:
            return f"Eine Fußnote beginnt mit «[@»: [@{match['id']}] statt {sign}."
        known = match["id"] in context.graph
        return (
            f"Ein Verweis steht in zwei Klammern: [[{match['id']}]] statt {sign}." if known else ""
        )
    if sign in ("}}", "]]"):
        return f"Zu «{sign}» fehlt davor «{'{{' if sign == '}}' else '[['}»."
    end = {"{{": "}}", "[[": "]]", "[@": "]"}[sign]
    return f"Hinter «{shown}» fehlt «{end}»."


def _in_wordings(context: CheckContext) -> Iterator[Finding]:
    for source in (*context.wordings, *context.labels):
        text = source.text
        if "{{" in text or "[[" in text or "[@" in text:
            message = (
                f"{context.called(source.id or STRATEGY)}: Hier wird nichts eingesetzt; «{{{{ … }}}}», «[[…]]» "
                "und «[@…]» würden so gedruckt. Den Inhalt ausschreiben."
            )
            yield context.at_source(CODE, SEVERITY, source, 0, message)
