"""Turns a strategy into one networkx DiGraph whose nodes are the names of its elements.

A name is the ID; of the second element with that ID "ID#2", so that nothing is lost from the
counts (model/tree.py). Node attributes: ``kind`` (wurzel, the key of a level of goals, else that of
model/kinds.py), ``record`` (None for the root), ``parent`` (name of what contains it, None for
the root and the registers) and ``order``. Edge attributes: ``art``, a frozenset of relations, and
``record``, the Zustaendigkeit of a responsible or addressed body, else None. Graph attributes:
``stufen``, the keys of the levels, ``carriers``, the keys of those that carry a Zuständigkeit, and
``relations``, the same edges by relation.

What an ID does not resolve to is no node; the rules report it from the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, get_args

from generator.model.goal import Zustaendigkeit
from generator.model.kinds import BY_RECORD, REGISTERS, Relation
from generator.model.prose_markup import TokenKind
from generator.model.strategy import Strategy
from generator.model.tree import Tree, name_in

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.DiGraph[str]

ROOT = ""
"""The node above chapters, Handlungsfelder, overarching goals and Themen; no ID is empty."""

_REGISTERS = frozenset(register.list for register in REGISTERS)
_BY_TOKEN: dict[TokenKind, Relation] = {
    "verweis": "refers",
    "abbildung": "shows",
    "fussnote": "cites",
    "kennzahl": "uses",
}


def build(strategy: Strategy, tree: Tree) -> Graph:
    """The graph of a strategy with its ``tree``; linear in elements and prose."""
    import networkx as nx

    builder = _Builder(tree)
    for name, parent in builder.parents.items():
        if parent is not None:
            builder.link(parent, name, "contains")
    for name, key in tree.keys.items():
        builder.relate(name, tree.records[key])
    for text, markup in strategy.markup:
        if text.id in tree.keys:
            for token in markup:
                if art := _BY_TOKEN.get(token.kind):
                    builder.link(text.id, token.argument, art)
    levels = strategy.kopf.stufen
    graph: Graph = nx.DiGraph(
        stufen=tuple(s.schluessel for s in levels),
        carriers=frozenset(s.schluessel for s in levels if "zustaendigkeit" in s.traegt),
        relations=builder.relations,
    )
    graph.add_nodes_from(builder.nodes())
    graph.add_edges_from(builder.edges())
    return graph


class _Builder:
    """Collects relations between the elements of a tree, so that a relation never makes a node."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.parents = {name: self.parent(key) for name, key in tree.keys.items()}
        self.arts: dict[tuple[str, str], frozenset[Relation]] = {}
        self.relations: dict[Relation, list[tuple[str, str]]] = {a: [] for a in get_args(Relation)}
        self.details: dict[tuple[str, str], Zustaendigkeit] = {}

    def parent(self, key: str) -> str | None:
        """The name of what contains an element; None for an entry of a register."""
        above = self.tree.parents[key]
        if above in self.tree.records:
            return name_in(above)
        return None if above in _REGISTERS else ROOT

    def link(self, source: str, target: str, art: Relation) -> None:
        if target not in self.tree.keys:
            return
        edge = (source, target)
        there = self.arts.get(edge, frozenset())
        if art not in there:
            self.arts[edge] = there | {art}
            self.relations[art].append(edge)

    def relate(self, source: str, element: Any) -> None:
        for field, art in BY_RECORD[type(element)].links.items():
            for target in _named(element, field):
                if isinstance(target, Zustaendigkeit):
                    self.link(source, target.akteur, art)
                    self.details.setdefault((source, target.akteur), target)
                else:
                    self.link(source, target, art)

    def nodes(self) -> Iterator[tuple[str, dict[str, object]]]:
        yield ROOT, {"kind": "wurzel", "record": None, "parent": None, "order": 0}
        for order, (name, key) in enumerate(self.tree.keys.items(), start=1):
            kind, record = self.tree.kind(key), self.tree.records[key]
            parent = self.parents[name]
            yield name, {"kind": kind, "record": record, "parent": parent, "order": order}

    def edges(self) -> Iterator[tuple[str, str, dict[str, object]]]:
        for edge, arts in self.arts.items():
            yield *edge, {"art": arts, "record": self.details.get(edge)}


def _named(element: Any, path: str) -> Iterable[Any]:
    """What a field names: one, several or none; a dot leads into a record that may be missing, or
    into each of several.
    """
    first, _, rest = path.partition(".")
    value = getattr(element, first)
    if value is None:
        return ()
    found = value if isinstance(value, tuple) else (value,)
    return [named for part in found for named in _named(part, rest)] if rest else found
