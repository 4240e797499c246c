"""The ``ersetzt`` of a new edition to which tasks of a body go on, under whatever element they do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from generator.graph.queries import ancestors
from generator.model.goal import Zustaendigkeit

if TYPE_CHECKING:
    from generator.graph.build import Graph

Ancestry = Mapping[str, tuple[str, ...]]
"""What there is now, to what it comes from."""


class Continued(Struct, frozen=True):
    """What a body has now, to the tasks that it had and that go on there.

    ``under``: where neither the task nor what it has now is named by ``ersetzt`` but only
    something above each: what it has now, to what stood and what stands above.
    """

    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)
    under: dict[str, tuple[str, str]] = field(default_factory=dict)


class Continuity:
    """What replaces what, with what stands above and below, in two editions.

    A body that is responsible for a goal is so for what stands below it: the tasks of a
    replaced element, of what stood below it and of what it stood below go on in the
    replacing element, in what stands below it and in what it stands below.
    """

    def __init__(self, old: Graph, new: Graph, replaced: Ancestry) -> None:
        self._old, self._new, self._replaced = old, new, replaced
        self._named = frozenset(one for some in replaced.values() for one in some)
        self._inside: dict[str, dict[str, None]] = {}
        for heir, sources in replaced.items():
            for above in _upwards(new, heir):
                self._inside.setdefault(above, {}).update(dict.fromkeys(sources))

    def of(self, had: Collection[str], has: Collection[str]) -> Continued:
        """Of the tasks that a body ``had``, those that go on in what it ``has``; IDs in order."""
        found = Continued()
        gone = tuple(task for task in had if task not in has)
        for one in has:
            if one in had:
                # what it keeps takes up what it has no more; of the rest nothing changed
                sources = self._own(one, gone, had=())
            else:
                sources = self._own(one, gone, had) or self._above(one, gone, had, found.under)
            if sources:
                found.sources[one] = sources
        return found

    def _own(self, one: str, gone: Collection[str], had: Collection[str]) -> tuple[str, ...]:
        """What the element or anything below it replaces."""
        return _joined(self._tasks(s, gone, had) for s in self._inside.get(one, ()))

    def _above(
        self,
        one: str,
        gone: Collection[str],
        had: Collection[str],
        under: dict[str, tuple[str, str]],
    ) -> tuple[str, ...]:
        """What something above the element replaces; the nearest that says anything."""
        for above in ancestors(self._new, one):
            for replaced in self._replaced.get(above, ()):
                if replaced in had or self._stood_below(replaced, had):
                    return (replaced,)
                if tasks := self._inner(replaced, gone):
                    under[one] = (replaced, above)
                    return tasks
        return ()

    def _tasks(self, replaced: str, gone: Collection[str], had: Collection[str]) -> tuple[str, ...]:
        """The tasks of a replaced element; those that still stand elsewhere where there is no other."""
        if replaced in gone or replaced in had:
            return (replaced,)
        inner = self._inner(replaced, gone) or self._inner(replaced, had)
        return inner or ((replaced,) if self._stood_below(replaced, had) else ())

    def _inner(self, replaced: str, tasks: Collection[str]) -> tuple[str, ...]:
        """The tasks below a replaced element that nothing replaces by themselves."""
        return tuple(
            task
            for task in tasks
            if task not in self._named and replaced in ancestors(self._old, task)
        )

    def _stood_below(self, replaced: str, tasks: Collection[str]) -> bool:
        return replaced in self._old and any(a in tasks for a in ancestors(self._old, replaced))


def in_another_role(body: str, inherited: Ancestry, old: Graph, new: Graph) -> frozenset[str]:
    """Of what goes on elsewhere, where the body leads now and did not, or the other way round."""
    found = set()
    for one, some in inherited.items():
        led = {_leads(old, task, body) for task in some if old.has_edge(task, body)}
        if led and not old.has_edge(one, body) and _leads(new, one, body) not in led:
            found.add(one)
    return frozenset(found)


def _leads(graph: Graph, task: str, body: str) -> bool:
    record = graph.edges[task, body]["record"]
    return not (isinstance(record, Zustaendigkeit) and record.rolle == "mitwirkung")


def _upwards(graph: Graph, node: str) -> Iterator[str]:
    if node in graph:
        yield node
        yield from ancestors(graph, node)


def _joined(some: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for each in some for one in each))
