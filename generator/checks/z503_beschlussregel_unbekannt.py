"""Geprüft wird, ob die Beschlussregeln in strategy.yaml Ebenen, Arten der Änderung und Zustimmungen nennen,
die es gibt.
Ebenen sind die Namen der Stufen in Kleinbuchstaben (leitziel), dazu handlungsfeld, thema,
empfehlung, kapitel, akteur, kennzahl, quelle, planung, abbildung, text und strategie. Arten sind neu,
entfallen, verschoben, umgestellt, umformuliert, zustaendigkeit, adressat, text und andere; die
Meldung nennt alle. «*» steht für alles. Zustimmung ist eines der Gremien unter «gremien» (ohne sie das
Gremium der Körperschaft), verwaltung oder ungeregelt.

Eine Regel mit einem unbekannten Wort greift nie. Eine Änderung, die ein Gremium beschließen müsste,
erschiene dann als ungeregelt.

Beheben: das Wort berichtigen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES_BY_WORD
from generator.model.kinds import LEVELS

CODE = "Z503"
SEVERITY = Severity.ERROR
TITLE = "Beschlussregel mit unbekanntem Wort"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each word that names no level, no kind of change or nobody who can agree."""
    kopf = context.strategy.kopf
    levels = [*(level.name.lower() for level in kopf.stufen), *LEVELS]
    known = {
        "ebene": [*levels, "*"],
        "art": [*CHANGES_BY_WORD, "*"],
        "zustimmung": list(kopf.approvals),
    }
    for index, rule in enumerate(kopf.beschlussregeln):
        named = (("ebene", rule.ebene), ("art", rule.art), ("zustimmung", rule.zustimmung))
        for field, words in named:
            for number, word in enumerate((words,) if isinstance(words, str) else words):
                if word not in known[field] and not (field == "ebene" and context.lost):
                    near = context.near(word, known[field]) or (
                        f" Möglich sind: {', '.join(known[field])}."
                    )
                    message = f"Beschlussregel {index + 1}: «{field}» kennt «{word}» nicht.{near}"
                    path = ("beschlussregeln", index, field, number)
                    yield context.at_head(CODE, SEVERITY, word, message, *path)
