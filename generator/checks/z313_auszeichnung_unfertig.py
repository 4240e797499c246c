"""Geprüft wird, ob in den Texten eine Auszeichnung steht, die nicht zu Ende geschrieben ist und deshalb
so gedruckt würde, wie sie dasteht: «{{ anzahl.leitziele» ohne «}}», «[[PZ06]» oder «[@bmas2017» ohne
Ende, «{ anzahl.leitziele }» mit einfachen Klammern. Steht eine Kennung in einfachen eckigen Klammern
([PZ06]), ist das eine Warnung: Gemeint sein könnte beides.

Eine Fußnote ^[Text] muss in ihrem Absatz enden; jede eckige Klammer darin braucht ihr Gegenstück. Sie darf
nicht leer sein und keine zweite enthalten. Eine Quelle wird ohne ^ angeführt, auch in einer Fußnote.

In Zielen, Empfehlungen und Titeln wird nichts eingesetzt; ihr Wortlaut wird so beschlossen, wie er
dasteht. Auszeichnungen dort meldet die Regel ebenfalls.

Beheben: die Klammern vervollständigen. In Zielen und Titeln den Inhalt ausschreiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY
from generator.model.prose_markup import Token, escaped, notes, tokens

CODE = "Z313"
SEVERITY = Severity.ERROR
TITLE = "Auszeichnung nicht zu Ende geschrieben"

_LEFT = re.compile(
    r"(?P<note>\^\[)|\{\{|\}\}|\[\[|\]\]|\[@|\{\s*(?P<computed>(?:anzahl|kennzahl)\.[\w.]+|zitat\([^()\n]*\))"
    r"|\[(?P<id>[A-Za-z]\w*)\](?![(:\[])"
)
_SHOWN = 30


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place."""
    for text, markup in context.strategy.markup:
        if _complete(text.inhalt, markup):
            continue
        prose = context.prose_of(text.id, text.stelle)
        there = {note.start: note for note in notes(prose.raw)}
        for match in _LEFT.finditer(_without_markup(prose.raw), prose.body_start):
            if match["note"]:
                said = _note_mistake(prose.raw, match.start(), there)
            else:
                said = _mistake(context, prose.raw, match)
            if said:
                severity = Severity.WARNING if match["id"] else SEVERITY
                message = f"{context.called(text.id)}: {said}"
                yield context.at_text(CODE, severity, prose, match.start(), message)
        for place in _brackets_left_over(_without_markup(prose.raw), there.values()):
            message = f"{context.called(text.id)}: Zu «]» fehlt davor «[»; die Fußnote endet schon vorher."
            yield context.at_text(CODE, SEVERITY, prose, place, message)
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


def _note_mistake(raw: str, start: int, there: dict[int, Token]) -> str:
    """What is wrong with a footnote that begins there; empty if nothing is, or none does."""
    note = there.get(start)
    if escaped(raw, start) or any(one.start < start < one.end for one in there.values()):
        return ""
    if note is None:
        return (
            f"Zur Fußnote «{_shown(raw, start)}» fehlt das Ende «]». Jede Klammer [ darin braucht "
            "ihr Gegenstück, und eine leere Zeile darf nicht darin stehen."
        )
    if note.argument.lstrip().startswith("@"):
        return f"Eine Quelle wird ohne «^» angeführt: [{note.argument.strip()}]."
    if not note.argument.strip():
        return "Die Fußnote ^[] ist leer. Ihren Text eintragen oder sie löschen."
    if notes(note.argument):
        return "In einer Fußnote kann keine zweite stehen. Beide nacheinander setzen."
    return ""


def _brackets_left_over(raw: str, there: Iterable[Token]) -> Iterator[int]:
    """Where behind a note its paragraph closes a bracket that was never opened."""
    for note in there:
        paragraph = re.compile(r"\n[ \t]*\n").search(raw, note.end)
        end = paragraph.start() if paragraph else len(raw)
        depth = 0
        for match in re.compile(r"\\.|\[|\]").finditer(raw, note.end, end):
            depth += {"[": 1, "]": -1}.get(match[0], 0)
            if depth < 0:
                yield match.start()
                break


def _shown(raw: str, start: int) -> str:
    return raw[start : start + _SHOWN].split("\n")[0].strip()


def _mistake(context: CheckContext, raw: str, match: re.Match[str]) -> str:
    sign = match[0]
    shown = _shown(raw, match.start())
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
        if "{{" in text or "[[" in text or "[@" in text or "^[" in text:
            message = (
                f"{context.called(source.id or STRATEGY)}: Hier wird nichts eingesetzt; «{{{{ … }}}}», «[[…]]», "
                "«[@…]» und «^[…]» würden so gedruckt. Den Inhalt ausschreiben."
            )
            yield context.at_source(CODE, SEVERITY, source, 0, message)
