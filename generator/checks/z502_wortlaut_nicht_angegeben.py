"""Geprüft wird bei beschlossenen Fassungen, welche Texte nicht sagen, woher ihr Wortlaut
stammt («wortlaut: amtlich», «nacherzaehlt» oder «eigener»), obwohl mindestens zwei Drittel der Texte
es sagen. Ein Hinweis nennt sie schon beim Entwurf zusammen, damit es vor dem Siegeln geklärt wird.

Das Dokument weist aus, was wörtlich beschlossen ist und was nicht. Ohne die Angabe gilt
ein Text als eigener; das sollte bei einer beschlossenen Fassung niemand raten müssen.

Beheben: den Text mit drei Zeilen beginnen: «---», «wortlaut: amtlich», «---». Den Hinweis beim Entwurf
mit Grund unter «abweichungen» anerkennen (regel: Z502, id: strategie), wenn alle genannten Texte eigene
sind.
"""

from collections.abc import Iterator, Sequence

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY

CODE = "Z502"
SEVERITY = Severity.HINT
TITLE = "Herkunft eines Textes nicht angegeben"

MOST_NAMES = 8
"""Texts that the hint at a draft names; of more it gives the number."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each text of an adopted edition without ``wortlaut``, one for all of a draft."""
    silent = [p for p in context.prose if "wortlaut:" not in p.raw[: p.body_start]]
    if context.strategy.kopf.fassung.status != "beschlossen":
        if silent:
            message = _before_the_seal(silent)
            yield context.at_head(CODE, SEVERITY, STRATEGY, message, "fassung", "status")
        return
    if len(silent) * 3 > len(context.prose):
        return
    for prose in silent:
        message = (
            f"{context.called(prose.id)}: Der Text sagt nicht, woher sein Wortlaut stammt. In seinem "
            "Kopf «wortlaut: amtlich», «nacherzaehlt» oder «eigener» angeben."
        )
        yield context.at_text(CODE, SEVERITY, prose, 0, message)


def _before_the_seal(silent: Sequence[Prose]) -> str:
    names = list(dict.fromkeys(prose.id for prose in silent))
    named = ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
    say = "1 Text sagt" if len(silent) == 1 else f"{len(silent)} Texte sagen"
    taken = "gälte er als eigener" if len(silent) == 1 else "gälten sie als eigene"
    return (
        f"{say} nicht, woher der Wortlaut stammt ({named}); in der beschlossenen Fassung {taken}. Vor dem Siegeln im Kopf des Textes «wortlaut: amtlich», «nacherzaehlt» oder «eigener» "
        "angeben."
    )
