r"""Geprüft wird, ob das Dokument jedes Wort druckt, das in einem Text, einem Ziel oder einem Verzeichnis
steht, und in derselben Reihenfolge, und ob seine Übersicht der Ziele jedes Ziel enthält. Verglichen werden die Wörter der Dateien mit denen des fertigen
Dokuments, bevor daraus eine Word-Datei wird.

Verloren geht, was dort, wo es steht, nicht stehen kann: eine Abbildung mitten im Satz oder in einer
Tabelle, eine Zelle zu viel in einer Tabellenzeile, der Titel eines Links. Ohne diesen Befund bemerkte
das niemand.

Beheben: eine Abbildung in einen eigenen Absatz setzen (![[ABB1]] allein in der Zeile), in
Tabellenzeilen die Zellen zählen und ein | im Text als \| schreiben, sonst die Stelle einfacher fassen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.print_gap import FIGURE, MARKUP, PrintGap

CODE = "Z315"
SEVERITY = Severity.ERROR
TITLE = "Text wird nicht gedruckt"
AFTER = frozenset({"Z101"})

_SHOWN = 60


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place."""
    for gap in context.printout.gaps:
        if gap.kind in ("lost", "unlisted"):
            yield context.at_gap(CODE, SEVERITY, gap, _said(gap))


def _said(gap: PrintGap) -> str:
    if gap.kind == "unlisted":
        return f"«{_shown(gap.typed)}» fehlt in der Übersicht des Anhangs. Das liegt am Programm; bitte melden."
    if FIGURE in gap.typed:
        return (
            "Die Abbildung, die hier steht, wird so nicht gedruckt. Sie braucht einen eigenen Absatz: "
            "![[…]] allein in einer Zeile, davor und dahinter eine leere."
        )
    if MARKUP in gap.typed and MARKUP not in gap.printed:
        return f"«{_shown(gap.printed)}» wird hier nicht ersetzt, sondern so gedruckt. Es außerhalb von Link oder `…` schreiben."
    if not gap.typed:
        return f"Gedruckt würde hier auch «{_shown(gap.printed)}», das so nicht dasteht. Die Stelle einfacher fassen."
    if not gap.printed:
        return f"«{_shown(gap.typed)}» wird an dieser Stelle nicht gedruckt. Die Stelle einfacher fassen."
    return f"Statt «{_shown(gap.typed)}» würde «{_shown(gap.printed)}» gedruckt. Die Stelle einfacher fassen."


def _shown(text: str) -> str:
    plain = " ".join(text.replace(MARKUP, "…").replace(FIGURE, "…").split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
