"""Geprüft wird, ob jede Quelle, die ein Text mit [@kennung] anführt, in sources.yaml steht.

Ohne den Eintrag bliebe die Fußnote leer, und im Quellenverzeichnis fehlte das Werk.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Ist die Quelle neu, sie
in sources.yaml eintragen; was nicht belegt ist (Titel, Ort), weglassen.
"""

from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity

CODE = "Z303"
SEVERITY = Severity.ERROR
TITLE = "Angeführte Quelle fehlt"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each footnote without a source."""
    if context.gaps:
        return
    known = frozenset(source.id for source in context.strategy.quellen)
    for prose, token in context.markup:
        if token.kind == "fussnote" and token.argument not in known:
            near = context.near(token.argument, known) or " Sie dort eintragen."
            message = (
                f"{context.called(prose.id)}: Die Quelle «{token.argument}» steht nicht in "
                f"sources.yaml.{near}"
            )
            yield context.at_text(CODE, SEVERITY, prose, token.start, message)
