"""Geprüft wird, ob jede Quelle, die ein Text mit [@kennung] anführt, in sources.yaml steht.

Ohne den Eintrag bliebe die Fußnote leer, und im Quellenverzeichnis fehlte das Werk.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Ist die Quelle neu, sie
in sources.yaml eintragen; was nicht belegt ist (Titel, Ort), weglassen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.misused_markup import misused
from generator.finding import Finding, Severity
from generator.model.prose_markup import Token

CODE = "Z303"
SEVERITY = Severity.ERROR
TITLE = "Angeführte Quelle fehlt"
AFTER = frozenset({"Z004", "Z017"})


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each footnote without a source."""
    if context.gaps:
        return
    known = frozenset(source.id for source in context.strategy.quellen)

    def mistake(token: Token) -> str:
        if token.kind == "fussnote" and "@" in token.detail:
            return "Eine Fußnote führt eine Quelle an. Mehrere stehen nebeneinander: [@a, S. 1][@b, S. 2]."
        if token.kind != "fussnote" or token.argument in known:
            return ""
        near = context.near(token.argument, known) or " Sie dort eintragen."
        return f"Die Quelle «{token.argument}» steht nicht in sources.yaml.{near}"

    found = (context.at_text(CODE, SEVERITY, *place) for place in misused(context, mistake))
    yield from context.unless_missing(found, context.strategy.quellen, "sources.yaml")
