"""An edition and its reports to where each element stands: state, since when, overdue, who has reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from functools import cached_property

from msgspec import Struct

from generator.graph.edition import Edition
from generator.graph.queries import ancestors, carriers, goals, in_order, living_heirs, targets
from generator.model.course import Course
from generator.model.progress import Bericht, Zeitraum

CARRIES = "umsetzungsstand"
"""What a level carries whose goals are reported on."""


class Standing(Struct, frozen=True):
    """Where one element stands at the end of a period; ``before`` at the end of the one before."""

    id: str
    last: Bericht | None
    now: Bericht | None
    """The report of the period itself, None where nobody reported."""
    before: Bericht | None
    since: date | None
    bodies: tuple[str, ...]
    frist: date | None
    overdue: bool
    blocked: bool
    awaited: bool
    """Whether a report was due in the period."""

    @property
    def changed(self) -> bool:
        """Whether its state is another one than before."""
        return self.last is not None and (
            self.before is None or self.last.stand != self.before.stand
        )

    @property
    def missing(self) -> bool:
        """Whether a report was due that did not come."""
        return self.awaited and self.now is None


class Reporting(Struct, frozen=True, dict=True):
    """The reports of an edition, looked at from one period; see ``reporting``."""

    edition: Edition
    period: Zeitraum | None
    asof: date | None
    """The day for which a Frist counts as passed: the Stichtag where none is given."""
    adopted: frozenset[str] | None = None
    """IDs of earlier editions, where the edition is a draft; of what is new in it nobody reports yet."""

    @cached_property
    def course(self) -> Course:
        """The history of the reports."""
        return Course(self.edition.strategy)

    @cached_property
    def earlier(self) -> Zeitraum | None:
        """The period before the one looked at."""
        periods = self.course.periods
        place = periods.index(self.period) if self.period in periods else 0
        return periods[place - 1] if place else None

    def known(self, day: date) -> bool:
        """Whether something of that day counts: for an earlier period what there was until its Stichtag."""
        if self.period in (None, self.course.reported, self.course.current):
            return True
        return day <= self.period.stichtag

    @cached_property
    def elements(self) -> tuple[str, ...]:
        """What is reported on, in document order: goals of levels that carry it, and what has a report.

        Where no level does, those that carry a Zuständigkeit, else those without goals below.
        """
        graph, levels = self.edition.graph, self.edition.strategy.kopf.stufen
        carrying = {level.schluessel for level in levels if CARRIES in level.traegt}
        usual = [g for g in goals(graph) if graph.nodes[g]["kind"] in carrying]
        usual = usual or carriers(graph)
        usual = usual or [g for g in goals(graph) if not targets(graph, g, "contains")]
        there = set(goals(graph))
        told = there.intersection({*self.course.reports, *self.course.stated})
        return tuple(in_order(graph, [*usual, *told]))

    def bodies(self, identity: str) -> tuple[str, ...]:
        """Who is responsible for an element: the bodies it names, else those of what stands above."""
        return tuple(targets(self.edition.graph, self.carrier(identity), "responsible"))

    def carrier(self, identity: str) -> str:
        """The element that names them: itself or the nearest above; itself where none does."""
        graph = self.edition.graph
        way = (node for node in (identity, *ancestors(graph, identity)) if node)
        return next((node for node in way if targets(graph, node, "responsible")), identity)

    def may_report(self, identity: str, body: str) -> bool:
        """Whether a body, what it is part of, one of its parts or a successor is responsible."""
        responsible = set(self.bodies(identity))
        if not responsible:
            return True
        heirs = {h for one in responsible for h in living_heirs(self.edition.graph, one)}
        known = responsible | heirs
        return bool(known & set(self._around(body))) or any(
            body in self._around(one) for one in known
        )

    def _around(self, body: str) -> list[str]:
        """A body and all that it is part of."""
        way = [body] if body in self.edition.graph else []
        for one in way:
            way += [
                above for above in targets(self.edition.graph, one, "part_of") if above not in way
            ]
        return way

    @cached_property
    def standings(self) -> dict[str, Standing]:
        """Where every element stands, by ID in document order."""
        return {identity: self.standing(identity) for identity in self.elements}

    def standing(self, identity: str) -> Standing:
        """Where one element stands, whether it is still in the strategy or not."""
        course = self.course
        last, before = course.upto(identity, self.period), course.upto(identity, self.earlier)
        stated = course.stated.get(identity)
        frist = stated.frist if stated else None
        ended = course.ended(last)
        late = frist is not None and self.asof is not None and frist <= self.asof
        return Standing(
            identity,
            last,
            course.within(identity, self.period),
            before,
            course.since(identity, self.period),
            self.bodies(identity) if identity in self.edition.graph else (),
            frist,
            overdue=late and not ended,
            blocked=last is not None and last.hindernis is not None and not ended,
            awaited=not course.ended(before) and not self.proposed(identity),
        )

    def proposed(self, identity: str) -> bool:
        """Whether an element is only in the draft, so that no report on it is due."""
        return self.adopted is not None and identity not in self.adopted

    @cached_property
    def counts(self) -> dict[str, int]:
        """Key of a state to the number of elements in it, in the order of the scale; zeros too."""
        found = Counter(s.last.stand for s in self.standings.values() if s.last)
        keys = [state.schluessel for state in self.course.scale]
        return {key: found[key] for key in dict.fromkeys([*keys, *found])}

    @property
    def rest(self) -> tuple[str, ...]:
        """The elements on which nothing was reported in the period although it was due."""
        return tuple(identity for identity, one in self.standings.items() if one.missing)


def reporting(
    edition: Edition,
    period: Zeitraum | None = None,
    asof: date | None = None,
    former: Collection[str] | None = None,
) -> Reporting:
    """The reports as seen at the end of a period, without one of the last that has a report.

    ``former`` are the IDs of earlier editions, None where none are known.
    """
    chosen = period or Course(edition.strategy).reported
    draft = edition.strategy.kopf.fassung.status == "entwurf"
    adopted = frozenset(former) if former and draft else None
    return Reporting(edition, chosen, asof or (chosen.stichtag if chosen else None), adopted)
