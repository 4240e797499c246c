"""Turns a strategy into one networkx DiGraph whose nodes are IDs.

Node attributes: ``kind`` (wurzel, kapitel, handlungsfeld, the key of a level of goals, thema,
empfehlung, akteur, kennzahl, quelle, planung, abbildung), ``record`` (None for the root),
``parent`` (ID of what contains it, None for the root and the registers) and ``order``.
Edge attributes: ``art``, a frozenset of the relations below, and ``record``, the
Zustaendigkeit of a responsible or addressed body, else None. Graph attributes: ``stufen``,
the keys of the levels, ``carriers``, the keys of those that carry a Zuständigkeit, and
``relations``, the same edges by relation.

What an ID does not resolve to is no node; the rules report it from the model. The second
element of a duplicate ID has the node "ID (2)", so that nothing is lost from the counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel, Zustaendigkeit
from generator.model.prose import TokenKind
from generator.model.recommendation import Empfehlung
from generator.model.register import Akteur, Kennzahl
from generator.model.strategy import Element, Strategy

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.DiGraph[str]

Art = Literal[
    "contains",  # root, Handlungsfeld, goal or Thema -> what stands below it
    "responsible",  # goal -> body
    "addresses",  # Empfehlung -> body
    "part_of",  # body -> body it belongs to
    "succeeded_by",  # body -> each of its successors
    "refers",  # element -> element it names (flankiert_von, [[ID]] in its text)
    "plan",  # goal or Empfehlung -> plan (bezug)
    "replaces",  # element -> element it replaces
    "cites",  # element or Kennzahl -> source
    "uses",  # element -> Kennzahl printed in its text; Kennzahl -> Kennzahl it is checked against
    "shows",  # element -> figure that stands in its text
    "belongs_to",  # Kennzahl -> element in whose section it is used
]

_ALONE: dict[Art, frozenset[Art]] = {art: frozenset((art,)) for art in get_args(Art)}

ROOT = ""
"""The node above chapters, Handlungsfelder, overarching goals and Themen; no ID is empty."""

_BY_TOKEN: dict[TokenKind, Art] = {
    "verweis": "refers",
    "abbildung": "shows",
    "fussnote": "cites",
    "kennzahl": "uses",
}


def build(strategy: Strategy) -> Graph:
    """The graph of a strategy; linear in elements and prose."""
    import networkx as nx

    builder = _Builder()
    builder.nodes(strategy)
    for source, element in list(builder.records.items()):
        builder.relate(source, element)
    for text, markup in strategy.markup:
        if text.id in builder.kinds:
            for token in markup:
                if art := _BY_TOKEN.get(token.kind):
                    builder.link(text.id, token.argument, art)
    levels = strategy.kopf.stufen
    graph: Graph = nx.DiGraph(
        stufen=tuple(s.schluessel for s in levels),
        carriers=frozenset(s.schluessel for s in levels if "zustaendigkeit" in s.traegt),
        relations=builder.relations,
    )
    graph.add_nodes_from(builder.attributes())
    graph.add_edges_from(builder.edges())
    return graph


class _Builder:
    """Collects nodes, then relations, so that a relation never makes a node."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {ROOT: "wurzel"}
        self.records: dict[str, Element] = {}
        self.parents: dict[str, str] = {}
        self.arts: dict[tuple[str, str], frozenset[Art]] = {}
        self.relations: dict[Art, list[tuple[str, str]]] = {art: [] for art in get_args(Art)}
        self.details: dict[tuple[str, str], Zustaendigkeit] = {}

    def nodes(self, strategy: Strategy) -> None:
        for chapter in strategy.kopf.kapitel:
            self.node(chapter, "kapitel", ROOT)
        self.goals(strategy.ziele.uebergreifend, ROOT)
        for field in strategy.ziele.handlungsfelder:
            self.goals(field, self.node(field, "handlungsfeld", ROOT))
        for topic in strategy.themen:
            above = self.node(topic, "thema", ROOT)
            for recommendation in topic.empfehlungen:
                self.node(recommendation, "empfehlung", above)
        self.register(strategy.akteure, "akteur")
        self.register(strategy.kennzahlen, "kennzahl")
        self.register(strategy.quellen, "quelle")
        self.register(strategy.plaene, "planung")
        self.register(strategy.abbildungen, "abbildung")

    def goals(self, holder: Uebergreifend | Handlungsfeld | Ziel, above: str) -> None:
        for goal in holder.kinder:
            self.goals(goal, self.node(goal, goal.stufe, above))

    def register(self, records: Iterable[Element], kind: str) -> None:
        for record in records:
            self.node(record, kind, None)

    def node(self, record: Element, kind: str, parent: str | None) -> str:
        name, count = record.id, 1
        while name in self.kinds:
            count += 1
            name = f"{record.id} ({count})"
        self.kinds[name] = kind
        self.records[name] = record
        if parent is not None:
            self.parents[name] = parent
            self.link(parent, name, "contains")
        return name

    def link(self, source: str, target: str, art: Art) -> None:
        if target not in self.kinds or target == ROOT:
            return
        edge = (source, target)
        there = self.arts.get(edge)
        if there is None:
            self.arts[edge] = _ALONE[art]
        elif art in there:
            return
        else:
            self.arts[edge] = there | _ALONE[art]
        self.relations[art].append(edge)

    def links(self, source: str, targets: Iterable[str | None], art: Art) -> None:
        for target in targets:
            if target is not None:
                self.link(source, target, art)

    def bodies(self, source: str, bodies: Iterable[Zustaendigkeit], art: Art) -> None:
        for body in bodies:
            self.link(source, body.akteur, art)
            self.details.setdefault((source, body.akteur), body)

    def relate(self, source: str, element: Element) -> None:
        if isinstance(element, Ziel):
            self.bodies(source, element.zustaendig, "responsible")
            self.links(source, element.flankiert_von, "refers")
        elif isinstance(element, Empfehlung):
            self.bodies(source, element.adressaten, "addresses")
        elif isinstance(element, Akteur):
            self.links(source, [element.teil_von], "part_of")
            self.links(source, element.nachfolger, "succeeded_by")
        elif isinstance(element, Kennzahl):
            share = element.rechnung
            self.links(source, [element.quelle], "cites")
            self.links(source, [element.abschnitt], "belongs_to")
            self.links(source, [element.hoechstens], "uses")
            self.links(source, [share.anteil, share.von] if share else [], "uses")
        if isinstance(element, Ziel | Empfehlung):
            self.links(source, element.bezug, "plan")
            self.links(source, element.ersetzt, "replaces")

    def attributes(self) -> Iterable[tuple[str, dict[str, object]]]:
        for order, (name, kind) in enumerate(self.kinds.items()):
            yield (
                name,
                {
                    "kind": kind,
                    "record": self.records.get(name),
                    "parent": self.parents.get(name),
                    "order": order,
                },
            )

    def edges(self) -> Iterable[tuple[str, str, dict[str, object]]]:
        for (source, target), arts in self.arts.items():
            yield (
                source,
                target,
                {"art": arts, "record": self.details.get((source, target))},
            )
