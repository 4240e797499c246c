"""The history of a strategy's reports to what is asked of it: scale, periods, what was said of an element when."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property

from msgspec import Struct

from generator.model.effects import Umsetzungsangabe
from generator.model.progress import LEFT_OPEN, USUAL_SCALE, Bericht, Stand, Zeitraum
from generator.model.strategy import Strategy


class Course(Struct, frozen=True, dict=True):
    """Reports of bodies on the same element in the same period: the last by date counts."""

    strategy: Strategy

    @property
    def begun(self) -> bool:
        """Whether anything at all was reported."""
        return bool(self.strategy.berichte)

    @property
    def scale(self) -> tuple[Stand, ...]:
        """The states of the house, from the beginning to the end."""
        return self.strategy.skala or USUAL_SCALE

    @cached_property
    def states(self) -> dict[str, Stand]:
        """The states by key; of a key given twice, the first."""
        first: dict[str, Stand] = {}
        for state in self.scale:
            first.setdefault(state.schluessel, state)
        return first

    @cached_property
    def ranks(self) -> dict[str, int]:
        """How far on each state is; those that stand outside of the order have none."""
        ladder = [state.schluessel for state in self.scale if not state.beendet]
        return {key: rank for rank, key in enumerate(ladder)}

    @cached_property
    def periods(self) -> tuple[Zeitraum, ...]:
        """The periods by their Stichtag."""
        return tuple(sorted(self.strategy.zeitraeume, key=lambda period: period.stichtag))

    @property
    def current(self) -> Zeitraum | None:
        """The last period, None where there is none."""
        return self.periods[-1] if self.periods else None

    @cached_property
    def reported(self) -> Zeitraum | None:
        """The last period with a report; where no report names one, the last."""
        named = {report.zeitraum for report in self.strategy.berichte}
        return next((p for p in reversed(self.periods) if p.kennung in named), self.current)

    @cached_property
    def reports(self) -> dict[str, tuple[Bericht, ...]]:
        """The reports on each element in the order of their periods, then by date."""
        order = {period.kennung: place for place, period in enumerate(self.periods)}
        found: defaultdict[str, list[Bericht]] = defaultdict(list)
        for report in self.strategy.berichte:
            if report.zeitraum in order:
                found[report.id].append(report)
        for reports in found.values():
            reports.sort(key=lambda report: (order[report.zeitraum], report.datum))
        return {identity: tuple(reports) for identity, reports in found.items()}

    @cached_property
    def stated(self) -> dict[str, Umsetzungsangabe]:
        """Frist, Kosten and Finanzierung by element; given twice, the first counts."""
        return {entry.id: entry for entry in reversed(self.strategy.angaben)}

    def upto(self, identity: str, period: Zeitraum | None) -> Bericht | None:
        """What was last said of an element at the end of a period; None where nothing was."""
        if period is None:
            return None
        kept = {p.kennung for p in self.periods if p.stichtag <= period.stichtag}
        found = [report for report in self.reports.get(identity, ()) if report.zeitraum in kept]
        return found[-1] if found else None

    def within(self, identity: str, period: Zeitraum | None) -> Bericht | None:
        """What was last said of an element in a period itself."""
        name = period.kennung if period else None
        found = [report for report in self.reports.get(identity, ()) if report.zeitraum == name]
        return found[-1] if found else None

    def named(self, report: Bericht) -> str:
        """The state of a report as it is printed: "übergeleitet nach Sozialplanung"."""
        state = self.states.get(report.stand)
        if state is None:
            return report.stand
        if not state.name.endswith(LEFT_OPEN):
            return state.name
        return f"{state.name.removesuffix(LEFT_OPEN).strip()} {report.wohin or LEFT_OPEN}"

    def ended(self, report: Bericht | None) -> bool:
        """Whether no further report is awaited after this one."""
        state = self.states.get(report.stand) if report else None
        return state is not None and state.ends

    def since(self, identity: str, period: Zeitraum | None) -> date | None:
        """The day of the report from which on an element has the state it has at the end of a period."""
        last = self.upto(identity, period)
        if last is None:
            return None
        reports = self.reports[identity]
        since = last.datum
        for report in reversed(reports[: reports.index(last) + 1]):
            if report.stand != last.stand:
                break
            since = report.datum
        return since
