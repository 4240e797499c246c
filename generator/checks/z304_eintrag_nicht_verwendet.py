"""Geprüft wird, ob jede Quelle, Planung, Kennzahl und Abbildung verwendet wird: eine Quelle in einer
Fußnote oder bei einer Kennzahl; eine Planung unter «bezug» oder mit dem wichtigsten Wort ihres
Titels in einem Text oder Ziel; eine Kennzahl in einem Text oder in der Rechnung einer anderen; eine
Abbildung in einem Text (![[ABB1]]).

Ein Eintrag, den nichts verwendet, ist meist übrig geblieben, als ein Text geändert wurde. Quellen
stünden im Verzeichnis, ohne angeführt zu sein; eine Abbildung würde gar nicht gedruckt.

Beheben: den Eintrag im Text verwenden oder löschen.
"""

from bisect import bisect_left
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import relations
from generator.model.kinds import Relation
from generator.read.catalogue import STRUCTURE

CODE = "Z304"
SEVERITY = Severity.WARNING
TITLE = "Eintrag, den nichts verwendet"
AFTER = STRUCTURE | {"Z302", "Z303", "Z305", "Z404"}

_USE: dict[str, Relation] = {
    "quelle": "cites",
    "planung": "plan",
    "kennzahl": "uses",
    "abbildung": "shows",
}
_ADVICE = {
    "quelle": "Sie mit [@{id}] anführen oder den Eintrag in sources.yaml löschen.",
    "planung": "Sie dort, wo sich etwas darauf bezieht, unter «bezug» nennen oder den Eintrag in sources.yaml löschen.",
    "kennzahl": "Sie mit {{{{ kennzahl.{id} }}}} einsetzen oder den Eintrag in key_figures.yaml löschen.",
    "abbildung": "Sie mit ![[{id}]] in einen Text stellen oder den Eintrag in figures.yaml löschen.",
}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each entry without a use."""
    used = {art: {v for _, v in relations(context.graph, art)} for art in _USE.values()}
    named: set[str] | None = None
    for identity, data in context.graph.nodes(data=True):
        kind = data["kind"]
        if (
            kind not in _USE
            or identity in used[_USE[kind]]
            or identity not in context.strategy.by_id
        ):
            continue  # the last: the second of a duplicate ID
        if kind == "planung":
            named = _named_plans(context) if named is None else named
            if identity in named:
                continue
        advice = _ADVICE[kind].format(id=identity)
        message = f"{context.called(identity)} wird nirgends verwendet. {advice}"
        yield context.at_element(CODE, SEVERITY, identity, message)


def _named_plans(context: CheckContext) -> set[str]:
    """Plans whose longest title word, inflected or not, stands in some text."""
    words = sorted(word.lstrip("([„«*_") for word in context.vocabulary.running.lower().split())
    found = set()
    for plan in context.strategy.plaene:
        stem = max(plan.titel.split(), key=len).lower()
        index = bisect_left(words, stem)
        if index < len(words) and words[index].startswith(stem):
            found.add(plan.id)
    return found
