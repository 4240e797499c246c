"""Geprüft wird, ob in einer beschlossenen Fassung jeder Text in seinem Kopf sagt, woher sein Wortlaut
stammt: «wortlaut: amtlich», «nacherzaehlt» oder «eigener».

Das Dokument weist aus, was der Kreistag wörtlich beschlossen hat und was nicht. Ohne die Angabe gilt
ein Text als eigener; das sollte bei einer beschlossenen Fassung niemand raten müssen.

Beheben: den Text mit drei Zeilen beginnen: «---», «wortlaut: amtlich», «---».
"""

from collections.abc import Iterator

from generator.checks.context import Context
from generator.finding import Finding, Severity

CODE = "Z502"
SEVERITY = Severity.HINT
TITLE = "Herkunft eines Textes nicht angegeben"


def check(context: Context) -> Iterator[Finding]:
    """One finding for each text of an adopted edition without ``wortlaut``."""
    if context.strategy.kopf.fassung.status != "beschlossen":
        return
    for prose in context.prose:
        if "wortlaut:" not in prose.raw[: prose.body_start]:
            message = (
                f"{context.called(prose.id)}: Der Text sagt nicht, woher sein Wortlaut stammt. In seinem "
                "Kopf «wortlaut: amtlich», «nacherzaehlt» oder «eigener» angeben."
            )
            yield context.at_text(CODE, SEVERITY, prose, 0, message)
