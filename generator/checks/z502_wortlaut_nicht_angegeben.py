"""Geprüft wird, ob in einer beschlossenen Fassung ein Text in seinem Kopf nicht sagt, woher sein Wortlaut
stammt («wortlaut: amtlich», «nacherzaehlt» oder «eigener»), obwohl mindestens zwei Drittel der Texte
es sagen.

Das Dokument weist aus, was wörtlich beschlossen ist und was nicht. Ohne die Angabe gilt
ein Text als eigener; das sollte bei einer beschlossenen Fassung niemand raten müssen.

Beheben: den Text mit drei Zeilen beginnen: «---», «wortlaut: amtlich», «---».
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity

CODE = "Z502"
SEVERITY = Severity.HINT
TITLE = "Herkunft eines Textes nicht angegeben"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each text of an adopted edition without ``wortlaut``."""
    if context.strategy.kopf.fassung.status != "beschlossen":
        return
    silent = [p for p in context.prose if "wortlaut:" not in p.raw[: p.body_start]]
    if len(silent) * 3 > len(context.prose):
        return
    for prose in silent:
        message = (
            f"{context.called(prose.id)}: Der Text sagt nicht, woher sein Wortlaut stammt. In seinem "
            "Kopf «wortlaut: amtlich», «nacherzaehlt» oder «eigener» angeben."
        )
        yield context.at_text(CODE, SEVERITY, prose, 0, message)
