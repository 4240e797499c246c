"""Approved changes and the graphs of both editions to what they touch: goals, texts and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.compare.approval import ApprovedChange
from generator.compare.changes import bodies
from generator.compare.continuity import Ancestry, Continued, Continuity, in_another_role
from generator.graph.queries import (
    TASKS,
    ancestors,
    descendants,
    in_order,
    of_kind,
    targets,
)
from generator.graph.queries import sources as sources_of
from generator.model.kinds import ELEMENTS
from generator.model.register import Akteur

if TYPE_CHECKING:
    from generator.graph.build import Graph
    from generator.model.kinds import Relation

REFERRING: tuple[Relation, ...] = ("refers", "plan", "uses", "cites", "shows", "belongs_to")
"""Relations by which an element depends on another without standing below it."""

TOUCHING = frozenset({"removed", "moved", "reworded"}).union(
    kind.change.key for kind in ELEMENTS if kind.change and kind.record is not Akteur
)
"""Kinds of change that concern whoever stands below or refers to the element; of a body, its goals
are told."""

ASSIGNING = frozenset({"added", "removed", "responsibility", "addressee"})
"""Kinds of change by which a body may come to an element, or lose it."""

Tasks = dict[str, None]
"""The goals and Empfehlungen of a body, in order."""

BELOW = "below"
""" "What happened to a goal" where it did not happen to itself."""


class Reach(Struct, frozen=True):
    """A changed element, what hangs below it and what refers to it, as IDs in document order."""

    id: str
    kinds: tuple[str, ...]
    below: tuple[str, ...]
    referring: tuple[str, ...]


class BodyImpact(Struct, frozen=True):
    """A body with the goals it is responsible for (Empfehlungen it receives) before and after.

    ``otherwise`` are goals it keeps in another role, ``touched`` those it keeps that
    changed, or below which a goal did. ``editorial`` are those that only an editorial
    change gave or took. ``rebuilt``: it was renamed, merged, split or ended, or takes over
    from a body that was; then ``kept`` are the goals it simply keeps.
    """

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    otherwise: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    requests_before: tuple[str, ...] = ()
    requests_after: tuple[str, ...] = ()
    rebuilt: bool = False
    editorial: frozenset[str] = frozenset()
    inherited: Ancestry = field(default_factory=dict)
    """Goals and Empfehlungen in which goes on what it had and has no more, to what that is."""
    under: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of those, what is not itself said to replace anything, to what stood and stands above."""
    continued: frozenset[str] = frozenset()
    """What it had and has no more, but goes on: it is still the body for that."""
    in_another_role: frozenset[str] = frozenset()
    """Of ``inherited``, where it leads now and did not, or the other way round."""
    succeeded: Ancestry = field(default_factory=dict)
    """What a body had whose tasks it takes over, to that body."""

    @property
    def kept(self) -> tuple[str, ...]:
        """Goals and Empfehlungen that concern it as before."""
        had = {*self.before, *self.requests_before}
        told = {*self.otherwise, *self.touched, *self.inherited}
        return tuple(g for g in (*self.after, *self.requests_after) if g in had and g not in told)

    @property
    def gained(self) -> tuple[str, ...]:
        """Goals and Empfehlungen that newly concern it, but for editorial reasons."""
        known = {*self.editorial, *self.inherited, *self.succeeded}
        return _without(self.after, {*self.before, *known}) + _without(
            self.requests_after, {*self.requests_before, *known}
        )

    @property
    def lost(self) -> tuple[str, ...]:
        """Goals and Empfehlungen that no longer concern it, but for editorial reasons."""
        known = self.editorial | self.continued
        return _without(self.before, {*self.after, *known}) + _without(
            self.requests_before, {*self.requests_after, *known}
        )


class Impact(Struct, frozen=True):
    """What the changes touch; editorial ones touch nothing."""

    elements: tuple[Reach, ...] = ()
    bodies: tuple[BodyImpact, ...] = ()
    touched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What happened to each touched goal: kinds of change, or ``BELOW``."""


def impact(
    changes: Iterable[ApprovedChange],
    old: Graph,
    new: Graph,
    replaced: Mapping[str, tuple[str, ...]],
    origins: Mapping[str, tuple[str, ...]],
) -> Impact:
    """Elements in the order of the changes, bodies in that of the register; linear.

    ``replaced`` says what a goal takes the place of, ``origins`` from which bodies one takes over.
    """
    given = tuple(changes)
    real = [entry for entry in given if not entry.editorial]
    touched = _touched(real, old, new)
    goes_on = Continuity(old, new, replaced)
    concern = _Concern(_changed_roles(real), touched, *_assigned(given), goes_on, origins)
    concerned = _bodies(concern, old, new)
    return Impact(tuple(_reaches(real, old, new)), tuple(concerned), touched)


class _Concern(Struct, frozen=True):
    """What the changes say about goals, whoever is responsible for them."""

    roles: set[tuple[str, str]]
    touched: Mapping[str, tuple[str, ...]]
    real: frozenset[str]
    editorial: frozenset[str]
    goes_on: Continuity
    origins: Mapping[str, tuple[str, ...]]


def _assigned(changes: Iterable[ApprovedChange]) -> tuple[frozenset[str], frozenset[str]]:
    """Elements whose bodies other than editorial changes, and only those, can have changed."""
    assigning = [entry for entry in changes if entry.change.kind in ASSIGNING]
    real = frozenset(entry.change.id for entry in assigning if not entry.editorial)
    return real, frozenset(entry.change.id for entry in assigning) - real


def _reaches(changes: list[ApprovedChange], old: Graph, new: Graph) -> Iterator[Reach]:
    kinds: dict[str, list[str]] = {}
    for entry in changes:
        if entry.change.kind in TOUCHING and not entry.change.key.startswith("text:"):
            kinds.setdefault(entry.change.id, []).append(entry.change.kind)
    for id_, found in kinds.items():
        graph = new if id_ in new else old
        if id_ not in graph:
            continue
        below = tuple(descendants(graph, id_))
        inside = {id_, *below}
        referring = in_order(
            graph, (s for art in REFERRING for s in sources_of(graph, id_, art) if s not in inside)
        )
        if below or referring:
            yield Reach(id_, tuple(found), below, tuple(referring))


def _bodies(concern: _Concern, old: Graph, new: Graph) -> Iterator[BodyImpact]:
    rebuilt = _rebuilt(old, new)
    registered = [n for n, data in new.nodes(data=True) if data["kind"] == "akteur"]
    registered += [n for n, d in old.nodes(data=True) if d["kind"] == "akteur" and n not in new]
    for body in registered:
        before, after = _tasks(old, body, "responsible"), _tasks(new, body, "responsible")
        had, has = _all_of(old, body), _all_of(new, body)
        goes_on = concern.goes_on.of(had, has)
        told_of = None if body in rebuilt else concern.real
        inherited = _told(goes_on.sources, told_of)
        found = BodyImpact(
            body,
            before,
            after,
            otherwise=tuple(goal for goal in after if (goal, body) in concern.roles),
            touched=tuple(g for g in after if g in concern.touched and g in set(before)),
            requests_before=_tasks(old, body, "addresses"),
            requests_after=_tasks(new, body, "addresses"),
            rebuilt=body in rebuilt,
            editorial=concern.editorial,
            inherited=inherited,
            under=goes_on.under,
            continued=frozenset(
                one for some in goes_on.sources.values() for one in some if one not in has
            ),
            in_another_role=in_another_role(body, inherited, old, new),
            succeeded=_told(_succeeded(concern, old, body, had, has, goes_on), told_of),
        )
        told = (found.gained, found.lost, found.otherwise, found.touched, found.inherited)
        if any(told) or found.rebuilt or found.succeeded:
            yield found


def _told(sources: Ancestry, real: Set[str] | None) -> dict[str, tuple[str, ...]]:
    """What not only editorial changes gave or took; all of it for a body that was rebuilt itself."""
    return {
        one: some
        for one, some in sources.items()
        if real is None or not real.isdisjoint((one, *some))
    }


def _succeeded(
    concern: _Concern, old: Graph, body: str, had: Tasks, has: Tasks, goes_on: Continued
) -> dict[str, tuple[str, ...]]:
    """What a body has in place of those whose tasks it takes over."""
    found: dict[str, tuple[str, ...]] = {}
    new = [one for one in has if one not in had and one not in goes_on.sources]
    for origin in concern.origins.get(body, ()):
        whole = _all_of(old, origin)
        theirs = concern.goes_on.of(whole, has).sources
        for one in (one for one in new if one in whole or one in theirs):
            found[one] = (*found.get(one, ()), origin)
    return found


def _all_of(graph: Graph, body: str) -> Tasks:
    return dict.fromkeys(one for art in TASKS for one in _tasks(graph, body, art))


def _rebuilt(old: Graph, new: Graph) -> set[str]:
    """Bodies whose name, successors or end are others than before, and those successors."""
    found: set[str] = set()
    for body in of_kind(new, "akteur"):
        was = old.nodes[body]["record"] if body in old else None
        now = new.nodes[body]["record"]
        if not isinstance(was, Akteur) or not isinstance(now, Akteur):
            continue
        if (was.name, was.nachfolger, was.bis) != (now.name, now.nachfolger, now.bis):
            found.add(body)
            found.update(_without(now.nachfolger, set(was.nachfolger)))
    return found


def _tasks(graph: Graph, body: str, art: Relation) -> tuple[str, ...]:
    return tuple(sources_of(graph, body, art)) if body in graph else ()


def _changed_roles(changes: Iterable[ApprovedChange]) -> set[tuple[str, str]]:
    """(goal, body) where a body stays responsible, but in another role."""
    found: set[tuple[str, str]] = set()
    for entry in changes:
        change = entry.change
        if change.kind == "responsibility":
            before = {body.akteur: body.rolle for body in bodies(change.before)}
            after = {body.akteur: body.rolle for body in bodies(change.after)}
            kept = before.keys() & after.keys()
            found |= {(change.id, body) for body in kept if before[body] != after[body]}
    return found


def _touched(changes: Iterable[ApprovedChange], *graphs: Graph) -> dict[str, tuple[str, ...]]:
    """The nearest goal with a Zuständigkeit, at or above each changed goal, in each edition."""
    found: dict[str, dict[str, None]] = {}
    for entry in changes:
        for graph in graphs:
            id_ = entry.change.id
            if entry.change.kind == "responsibility" or id_ not in graph:
                continue
            carrier = _carrier(graph, id_)
            if carrier is not None:
                told = entry.change.kind if carrier == id_ else BELOW
                found.setdefault(carrier, {})[told] = None
    return {goal: tuple(kinds) for goal, kinds in found.items()}


def _carrier(graph: Graph, id_: str) -> str | None:
    if graph.nodes[id_]["kind"] not in graph.graph["stufen"]:
        return None
    way = [id_, *ancestors(graph, id_)]
    return next((goal for goal in way if targets(graph, goal, "responsible")), None)


def _without(some: tuple[str, ...], others: Set[str]) -> tuple[str, ...]:
    return tuple(entry for entry in some if entry not in others)
