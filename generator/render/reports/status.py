"""The reports of an edition to those that somebody asked for: of a body, a Handlungsfeld, a state."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from msgspec import Struct

from generator.errors import GeneratorError
from generator.graph.queries import ancestors, targets
from generator.graph.reporting import Reporting, Standing
from generator.model.kinds import kind_of

NO_REPORT = "ohne"
"""What ``--stand`` calls it where nobody has reported yet."""


class Status(Struct, frozen=True, dict=True):
    """What of the reports is shown; without a filter all of it."""

    told: Reporting
    body: str | None = None
    field: str | None = None
    state: str | None = None

    @cached_property
    def shown(self) -> tuple[Standing, ...]:
        """The elements that are asked for, in document order; GeneratorError for a name that is nobody's."""
        self._refuse_unknown()
        return tuple(one for one in self.told.standings.values() if self._wanted(one))

    @cached_property
    def counts(self) -> dict[str, int]:
        """Key of a state to the number of those shown in it, in the order of the scale; zeros too."""
        found = Counter(one.last.stand for one in self.shown if one.last)
        keys = [*self.told.course.states, *found]
        return {key: found[key] for key in dict.fromkeys(keys)}

    @property
    def rest(self) -> list[str]:
        """Those shown on which a report is due in the period and did not come."""
        return [one.id for one in self.shown if one.missing]

    def _wanted(self, one: Standing) -> bool:
        state = one.last.stand if one.last else NO_REPORT
        return (
            (self.body is None or self._carries(one))
            and (self.field is None or self.field in ancestors(self.told.edition.graph, one.id))
            and (self.state is None or state == self.state)
        )

    def _carries(self, one: Standing) -> bool:
        """Whether the body, or a part of it, is responsible."""
        graph = self.told.edition.graph
        way = list(one.bodies)
        for body in way:
            way += [above for above in targets(graph, body, "part_of") if above not in way]
        return self.body in way

    def _refuse_unknown(self) -> None:
        strategy = self.told.edition.strategy
        bodies = [body.id for body in strategy.akteure]
        states = [*self.told.course.states, NO_REPORT]
        fields = [e.id for e in strategy.elements() if kind_of(e).key in ("handlungsfeld", "ziel")]
        for word, known, what in (
            (self.body, bodies, "Eine Stelle «{}» gibt es in actors.yaml nicht."),
            (self.field, fields, "Ein Handlungsfeld oder Ziel «{}» gibt es nicht."),
            (self.state, states, "Einen Stand «{}» hat die Skala nicht."),
        ):
            if word is not None and word not in known:
                few = ", ".join(known) if known is states else ", ".join(known[:12])
                raise GeneratorError(what.format(word), f"Es gibt: {few}.")
