"""Geprüft wird, ob jede Quelle, Planung, Kennzahl und Abbildung verwendet wird: eine Quelle in einer
Fußnote oder bei einer Kennzahl; eine Planung unter «bezug» oder mit dem wichtigsten Wort ihres
Titels in einem Text oder Ziel; eine Kennzahl in einem Text oder in der Rechnung einer anderen; eine
Abbildung in einem Text (![[ABB1]]).

Ein Eintrag, den nichts verwendet, ist meist übrig geblieben, als ein Text geändert wurde. Quellen
stünden im Verzeichnis, ohne angeführt zu sein; eine Abbildung würde gar nicht gedruckt. Ist ein Verzeichnis
gerade erst angelegt und das meiste noch nicht verwendet, ist das ein einziger Befund.

Beheben: den Eintrag im Text verwenden oder löschen.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial

from generator.checks.begun import named, one_or_each
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
    """One finding for each entry without a use; one for a register that nothing uses yet."""
    entries: dict[str, list[str]] = {}
    for identity, data in context.graph.nodes(data=True):
        if (
            data["kind"] in _USE and identity in context.strategy.by_id
        ):  # not the second of a duplicate ID
            entries.setdefault(data["kind"], []).append(identity)
    for kind, identities in entries.items():
        unused = _unused(context, kind, identities)
        each, together = partial(_finding, context, kind), partial(_begun, context, kind)
        yield from one_or_each(context, CODE, unused, len(identities), each, together)


def _unused(context: CheckContext, kind: str, identities: list[str]) -> list[str]:
    used = {target for _, target in relations(context.graph, _USE[kind])}
    unused = [identity for identity in identities if identity not in used]
    if unused and kind == "planung":
        named_plans = _named_plans(context)
        unused = [identity for identity in unused if identity not in named_plans]
    return unused


def _finding(context: CheckContext, kind: str, identity: str) -> Finding:
    advice = _ADVICE[kind].format(id=identity)
    message = f"{context.called(identity)} wird nirgends verwendet. {advice}"
    return context.at_element(CODE, SEVERITY, identity, message)


def _begun(context: CheckContext, kind: str, unused: list[str]) -> Finding:
    advice = _ADVICE[kind].format(id=unused[0])
    message = f"{len(unused)} {context.plural(kind)} werden noch nirgends verwendet ({named(unused)}). {advice}"
    return context.at_element(CODE, SEVERITY, unused[0], message)


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
