"""Geprüft wird, ob ein Element keinen Text hat, obwohl mindestens zwei Drittel der Elemente derselben
Stufe einen haben. Ein Ziel, das unter derselben Zwischenüberschrift («gruppe») steht wie sein
Vorgänger, hat am Text des Vorgängers teil. Das Kapitel, in dem die Ziele oder Empfehlungen stehen, braucht keinen.

Wer das Dokument liest, erwartet bei jedem Prozessziel die Begründung, die er bei den anderen
gefunden hat. Oft fehlt nur die Datei oder trägt einen falschen Namen.

Beheben: in texts eine Datei mit der Kennung des Elements anlegen (PZ11.md). Braucht das Element
keinen Text, kann der Hinweis stehen bleiben oder in strategy.yaml mit Grund anerkannt werden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import kinds as graph_kinds
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kapitel
from generator.model.recommendation import Empfehlung, Thema
from generator.read.catalogue import STRUCTURE

CODE = "Z306"
SEVERITY = Severity.HINT
TITLE = "Element ohne Text"
AFTER = STRUCTURE | {"Z305"}

_FEWEST = 3  # elements of a level from which on two thirds mean something


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each element that stands out by having no text."""
    having = {text.id for text in context.strategy.texte}
    kinds = dict(graph_kinds(context.graph))
    levels: dict[str, list[tuple[str, bool]]] = {}
    for siblings in _siblings(context):
        covered, group = False, None
        for element in siblings:
            own = getattr(element, "gruppe", None)
            covered = element.id in having or (covered and own is not None and own == group)
            group = own
            levels.setdefault(kinds[element.id], []).append((element.id, covered))
    for kind, elements in levels.items():
        with_text = sum(covered for _, covered in elements)
        if len(elements) < _FEWEST or with_text * 3 < len(elements) * 2:
            continue
        for identity, covered in elements:
            if not covered:
                message = (
                    f"{context.called(identity)} hat keinen Text, {with_text} von {len(elements)} "
                    f"derselben Stufe ({context.kind_name(kind)}) haben einen. Die Datei "
                    f"texts/{identity}.md anlegen, wenn einer fehlt."
                )
                yield context.at_element(CODE, SEVERITY, identity, message)


Sibling = Kapitel | Handlungsfeld | Ziel | Thema | Empfehlung


def _siblings(context: CheckContext) -> Iterator[Iterable[Sibling]]:
    strategy = context.strategy
    yield [chapter for chapter in strategy.kopf.kapitel if chapter.inhalt == "text"]
    yield strategy.ziele.handlungsfelder
    yield from (part.kinder for part in strategy.ziele.parts)
    yield from (goal.kinder for goal in context.goals)
    yield strategy.themen
    yield from (topic.empfehlungen for topic in strategy.themen)
