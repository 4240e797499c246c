"""Answers to the reports and measured values of the strategy: new ones behind the others, others in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.collecting.answers import SheetAnswer
from generator.graph.reporting import Reporting
from generator.model.effects import Messwert, Wirkungsgroesse
from generator.model.progress import Bericht, Zeitraum
from generator.model.sheet import words

FieldChanges = Mapping[str, tuple[str | None, str]]
"""Field to what it said, None where it said nothing, and to what it is to say."""


class Reports:
    """The reports and figures of a strategy while answers are put into them."""

    def __init__(self, reporting: Reporting, today: date) -> None:
        strategy = reporting.edition.strategy
        self.today, self.states = today, reporting.course.states
        self.reports: list[Bericht] = list(strategy.berichte)
        self.figures: list[Wirkungsgroesse] = list(strategy.werte)
        self.places = {(r.id, r.zeitraum, r.stelle): i for i, r in enumerate(self.reports)}
        self.figure_places = {(f.id, f.groesse): i for i, f in enumerate(self.figures)}

    def result(self) -> tuple[tuple[Bericht, ...], tuple[Wirkungsgroesse, ...]]:
        """All of them as they are now."""
        return tuple(self.reports), tuple(self.figures)

    def _place(self, answer: SheetAnswer, period: Zeitraum) -> int | None:
        of_body = (answer.element or "", period.kennung, answer.body)
        of_nobody = (answer.element or "", period.kennung, None)
        return self.places.get(of_body, self.places.get(of_nobody))

    def too_late(self, answer: SheetAnswer, period: Zeitraum) -> str:
        """Why a report is overtaken by one that is newer; "" where it is not."""
        place, day = self._place(answer, period), answer.said.get("datum")
        if answer.figure or place is None or not isinstance(day, date):
            return ""
        there = self.reports[place]
        if day >= there.datum:
            return ""
        return f"Es gibt schon einen neueren Bericht vom {there.datum:%d.%m.%Y}."

    def knows(self, answer: SheetAnswer, period: Zeitraum) -> bool:
        """Whether a report or value is there that says the same."""
        if answer.figure:
            there = self._measured(answer)
            return there is not None and _says(there, answer.said)
        place = self._place(answer, period)
        said = {name: value for name, value in answer.said.items() if value or name != "datum"}
        return place is not None and _says(self.reports[place], said)

    def _measured(self, answer: SheetAnswer) -> Messwert | None:
        figure = self.figures[self.figure_places[answer.element or "", answer.figure]]
        day = answer.said["stichtag"]
        return next((value for value in figure.gemessen if value.stichtag == day), None)

    def take(self, answer: SheetAnswer, period: Zeitraum) -> FieldChanges:
        """Put an answer in; what changes by it. What is known already is not asked."""
        return self._value(answer) if answer.figure else self._report(answer, period)

    def _report(self, answer: SheetAnswer, period: Zeitraum) -> FieldChanges:
        place = self._place(answer, period)
        there = self.reports[place] if place is not None else None
        said = dict(answer.said)
        day = said.pop("datum", None)
        said["datum"] = day or (max(self.today, there.datum) if there else self.today)
        if there is None:
            fixed = {"id": answer.element, "zeitraum": period.kennung, "stelle": answer.body}
            report = Bericht.model_validate(fixed | said)
            self.places[report.id, report.zeitraum, report.stelle] = len(self.reports)
            self.reports.append(report)
        else:
            report = Bericht.model_validate(there.model_dump() | said)
            assert place is not None
            self.reports[place] = report
        return {name: change for name in said if (change := self._change(there, report, name))}

    def _change(
        self, old: Bericht | None, new: Bericht, name: str
    ) -> tuple[str | None, str] | None:
        before, after = getattr(old, name) if old else None, getattr(new, name)
        if before == after:
            return None
        return (self._told(name, before) or None), self._told(name, after)

    def _told(self, name: str, value: object) -> str:
        if name == "stand" and (state := self.states.get(str(value))):
            return state.name
        return words(value)

    def shown(self, answer: SheetAnswer) -> Iterator[str]:
        """What an answer says, as people read it, without what it leaves empty."""
        yield from filter(None, (self._told(name, value) for name, value in answer.said.items()))

    def _value(self, answer: SheetAnswer) -> FieldChanges:
        place = self.figure_places[answer.element or "", answer.figure]
        figure = self.figures[place]
        there = self._measured(answer)
        base = there.model_dump() if there else {}
        value = Messwert.model_validate(base | dict(answer.said))
        kept = [value if one is there else one for one in figure.gemessen]
        measured = tuple(kept if there else [*kept, value])
        self.figures[place] = figure.model_copy(update={"gemessen": measured})
        names = ("wert", "stichtag", "herkunft")
        changed = {n: (getattr(there, n, None), getattr(value, n)) for n in names}
        return {n: (words(o) or None, words(v)) for n, (o, v) in changed.items() if o != v}


def _says(report: Bericht | Messwert, said: Mapping[str, object]) -> bool:
    return all(getattr(report, name) == value for name, value in said.items())
