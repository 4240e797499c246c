"""Named questions to the graph of a strategy; results are IDs in document order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from generator.graph.build import ROOT
from generator.model.kinds import COUNTED, Relation
from generator.model.register import Akteur

if TYPE_CHECKING:
    from generator.graph.build import Graph

TASKS: tuple[Relation, ...] = ("responsible", "addresses")
"""The relations that give a body something to do."""


def counts(graph: Graph) -> dict[str, int]:
    """Numbers of Handlungsfelder, goals of each level and Empfehlungen.

    Keys are ``handlungsfelder``, the keys of the levels in their order, ``empfehlungen``.
    """
    found = Counter(kind for _, kind in kinds(graph))
    return {key: found[COUNTED.get(key, key)] for key in _counted(graph)}


def _counted(graph: Graph) -> tuple[str, ...]:
    return "handlungsfelder", *graph.graph["stufen"], "empfehlungen"


def resolve_count(graph: Graph, path: str, known: Mapping[str, Counter[str]]) -> int | None:
    """The value of ``{{ anzahl.PATH }}``: "leitziele", "HF2.leitziele"; None if unknown.

    Without an element in front, the registers (akteure, quellen, …) can be counted too;
    of the bodies those that still exist. ``known`` are the tallies of the graph.
    """
    element, _, key = path.rpartition(".")
    if element and (element not in graph or graph.nodes[element]["parent"] is None):
        return None
    if key in _counted(graph):
        return known.get(element or ROOT, Counter())[COUNTED.get(key, key)]
    if element or key not in COUNTED:
        return None
    if key == "akteure":
        return sum(1 for body in of_kind(graph, "akteur") if exists(graph, body))
    return sum(1 for _ in of_kind(graph, COUNTED[key]))


def tallies(graph: Graph) -> dict[str, Counter[str]]:
    """For every node that contains something (the root too), kind -> number below it."""
    result: defaultdict[str, Counter[str]] = defaultdict(Counter)
    nodes = [(node, data) for node, data in graph.nodes(data=True)]
    for node, data in reversed(nodes):  # children come after their parents
        if data["parent"] is not None:
            above = result[data["parent"]]
            above[data["kind"]] += 1
            if node in result:
                above.update(result[node])
    return dict(result)


def kinds(graph: Graph) -> Iterator[tuple[str, str]]:
    """Every node with its kind."""
    return ((node, data["kind"]) for node, data in graph.nodes(data=True))


def of_kind(graph: Graph, kind: str) -> Iterator[str]:
    """All nodes of one kind."""
    return (node for node, found in kinds(graph) if found == kind)


def goals(graph: Graph) -> Iterator[str]:
    """The goals of every level."""
    levels = set(graph.graph["stufen"])
    return (node for node, kind in kinds(graph) if kind in levels)


def children(graph: Graph, node: str = ROOT) -> list[str]:
    """What stands directly below a node."""
    return targets(graph, node, "contains")


def parent(graph: Graph, node: str) -> str | None:
    """What directly contains a node; the root for what stands on top, None for registers."""
    above: str | None = graph.nodes[node]["parent"]
    return above


def ancestors(graph: Graph, node: str) -> Iterator[str]:
    """From the parent up to the root."""
    above = parent(graph, node)
    while above is not None:
        yield above
        above = parent(graph, above)


def descendants(graph: Graph, node: str) -> Iterator[str]:
    """Everything below a node, parents before their children."""
    for child in children(graph, node):
        yield child
        yield from descendants(graph, child)


def root_goal(graph: Graph, goal: str) -> str:
    """The goal of the first level above a goal, or itself."""
    levels = set(graph.graph["stufen"])
    above = [a for a in ancestors(graph, goal) if graph.nodes[a]["kind"] in levels]
    return above[-1] if above else goal


def targets(graph: Graph, node: str, art: Relation) -> list[str]:
    """Where relations of one kind lead from a node, as written."""
    return [target for target, data in graph.succ[node].items() if art in data["art"]]


def sources(graph: Graph, node: str, art: Relation) -> list[str]:
    """From where relations of one kind lead to a node."""
    found = [source for source, data in graph.pred[node].items() if art in data["art"]]
    return in_order(graph, found)


def in_order(graph: Graph, nodes: Iterable[str]) -> list[str]:
    """The same nodes in document order, each once."""
    return sorted(set(nodes), key=lambda node: graph.nodes[node]["order"])


def carriers(graph: Graph) -> list[str]:
    """The goals whose level carries a Zuständigkeit."""
    levels: frozenset[str] = graph.graph["carriers"]
    return [node for node, kind in kinds(graph) if kind in levels]


def goals_of(graph: Graph, actor: str) -> list[str]:
    """The goals a body is responsible for, those of its parts aside."""
    return sources(graph, actor, "responsible")


def recommendations_to(graph: Graph, actor: str) -> list[str]:
    """The Empfehlungen addressed to a body."""
    return sources(graph, actor, "addresses")


def workload(graph: Graph) -> Counter[str]:
    """Body -> number of goals it carries itself and does not only take part in, among those that
    carry a Zuständigkeit.
    """
    carrying = set(carriers(graph))
    return Counter(
        body
        for goal, body in relations(graph, "responsible")
        if goal in carrying and graph.edges[goal, body]["record"].rolle != "mitwirkung"
    )


def matrix(graph: Graph) -> dict[tuple[str, str], list[str]]:
    """(Body, goal of the first level) -> the goals below for which the body is responsible."""
    cells: dict[tuple[str, str], list[str]] = {}
    for goal in goals(graph):
        for body in targets(graph, goal, "responsible"):
            cells.setdefault((body, root_goal(graph, goal)), []).append(goal)
    return cells


def exists(graph: Graph, actor: str) -> bool:
    """Whether a body still exists: it has neither a successor nor a year it ended in."""
    record = graph.nodes[actor]["record"]
    return not isinstance(record, Akteur) or record.besteht


def living_heirs(graph: Graph, actor: str) -> list[str]:
    """The bodies that still exist among the successors of a body, and of those in turn."""
    seen = dict.fromkeys(targets(graph, actor, "succeeded_by"))
    way = list(seen)
    for body in way:  # grows while it is walked
        new = [heir for heir in targets(graph, body, "succeeded_by") if heir not in seen]
        seen.update(dict.fromkeys(new))
        way += new
    return in_order(graph, (body for body in way if exists(graph, body)))


def unused_actors(graph: Graph) -> list[str]:
    """Bodies that neither themselves nor through a part carry a goal or receive an Empfehlung.

    A body that exists no more is kept for readers of old editions and not named.
    """
    direct = {body for art in TASKS for _, body in relations(graph, art)}
    used: set[str] = set()
    for actor in direct:
        while actor not in used:
            used.add(actor)
            actor = next(iter(targets(graph, actor, "part_of")), actor)
    return [
        actor for actor in of_kind(graph, "akteur") if actor not in used and exists(graph, actor)
    ]


def relations(graph: Graph, art: Relation) -> list[tuple[str, str]]:
    """All edges that stand for one relation."""
    found: list[tuple[str, str]] = graph.graph["relations"][art]
    return found


def cycles(graph: Graph, art: Relation) -> list[list[str]]:
    """Ways along relations of one kind that lead back to where they began.

    One for each group of nodes that lead to each other, from its first node on where the way
    meets that, and one for each node that leads to itself.
    """
    import networkx as nx

    part: Graph = nx.DiGraph(relations(graph, art))
    loops = [node for node in part if part.has_edge(node, node)]
    part.remove_edges_from([(node, node) for node in loops])
    groups = [g for g in nx.strongly_connected_components(part) if len(g) > 1]
    rings = [_ring(graph, part, group) for group in groups]
    return [*rings, *([node] for node in loops)]


def _ring(graph: Graph, part: Graph, group: set[str]) -> list[str]:
    """A way round: who walks on within the group must come back to where they have been."""
    at = in_order(graph, group)[0]
    way: dict[str, None] = {}
    while at not in way:
        way[at] = None
        at = next(target for target in part.succ[at] if target in group)
    ring = list(way)
    ring = ring[ring.index(at) :]
    first = ring.index(in_order(graph, ring)[0])
    return [*ring[first:], *ring[:first]]


def levels_by_id(graph: Graph) -> dict[str, str]:
    """ID -> kind of node, of everything with an ID: what a later edition knows as ``former``."""
    return {node: kind for node, kind in kinds(graph) if node != ROOT}
