"""The reports of an edition to the sheets of its bodies: what each is asked, and what it has said."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from generator.graph.queries import living_heirs
from generator.graph.reporting import Reporting
from generator.model.course import Course
from generator.model.effects import Messwert, Wirkungsgroesse
from generator.model.goal import Ziel
from generator.model.progress import Bericht, Stand, Zeitraum
from generator.model.sheet import (
    ASKED,
    BODY,
    FIGURE,
    FORM,
    GOAL,
    ID,
    KNOWN,
    LAST,
    REPORT_FIELDS,
    START,
    UNIT,
    VALUE_FIELDS,
    VERSION,
    WORDING,
    AskedRow,
    OfficeSheet,
    sent_wording,
)

ALL, ALL_OFFICES = "alle", "alle-stellen"
"""Whose the sheet of all bodies is; the other word where a body has the first as its key."""
PREFIX = "bogen-"


def office_sheets(
    reporting: Reporting, period: Zeitraum, adopted: Collection[str] | None = None
) -> tuple[OfficeSheet, ...]:
    """One for each body that is asked something, in the order of the register, and one for all.

    ``adopted`` are the IDs of earlier editions, where the edition is a draft: of what is new in it nobody
    reports yet.
    """
    rows = _Rows(reporting, period, adopted)
    asked = {body.id: body.name for body in reporting.edition.strategy.akteure}
    sheets = [rows.sheet(body, name) for body, name in asked.items()]
    return (*(sheet for sheet in sheets if sheet.reports), rows.sheet("", "alle Stellen"))


class _Rows:
    def __init__(
        self, reporting: Reporting, period: Zeitraum, adopted: Collection[str] | None
    ) -> None:
        self.reporting, self.period, self.adopted = reporting, period, adopted
        self.course = Course(reporting.edition.strategy)
        self.strategy = reporting.edition.strategy
        self.names = {body.id: body.name for body in self.strategy.akteure}
        self.asked = list(self._asked())
        taken = {body.id.casefold() for body in self.strategy.akteure}
        self.all = ALL_OFFICES if ALL in taken else ALL

    def _asked(self) -> Iterator[tuple[Ziel, str]]:
        """Every element that is reported on with each body that is to report, in document order."""
        for identity in self.reporting.elements:
            element = self.strategy.by_id[identity]
            before = self.course.upto(identity, self.reporting.earlier)
            now = self.course.within(identity, self.period)
            over = self.course.ended(before) or self._proposed(identity)
            if not isinstance(element, Ziel) or (over and now is None):
                continue
            for body in self._bodies(identity):
                yield element, body

    def _proposed(self, identity: str) -> bool:
        return self.adopted is not None and identity not in self.adopted

    def _bodies(self, identity: str) -> list[str]:
        """The bodies responsible, for one that is gone those that took over."""
        found: list[str] = []
        for body in self.reporting.bodies(identity):
            heirs = living_heirs(self.reporting.edition.graph, body)
            found += heirs or [body]
        return list(dict.fromkeys(found))

    def sheet(self, body: str, name: str) -> OfficeSheet:
        """That of one body; of all where ``body`` is ""."""
        kopf = self.strategy.kopf
        asked = [(goal, one) for goal, one in self.asked if body in ("", one)]
        reports = tuple(self.report(goal, one) for goal, one in asked)
        figures = tuple(row for goal, one in asked for row in self.figures(goal, one))
        stamp = {
            FORM: VERSION,
            "Fassung": kopf.fassung.kennung,
            "Zeitraum": self.period.kennung,
            "Stelle": body or self.all,
            "Bogen": _digest(self.period.kennung, (*reports, *figures)),
        }
        return OfficeSheet(
            f"{PREFIX}{body or self.all}.xlsx",
            f"Berichtsbogen {self.period.genannt}: {name}",
            f"{kopf.titel}, {kopf.fassung.bezeichnung}; Stichtag {self.period.stichtag:%d.%m.%Y}",
            body,
            stamp,
            tuple((state.name, _counts(state)) for state in self.course.scale),
            reports,
            figures,
        )

    def report(self, goal: Ziel, body: str) -> AskedRow:
        there = self.course.reports.get(goal.id, ())
        own = [r for r in there if r.stelle in (None, body)]
        now = [r for r in own if r.zeitraum == self.period.kennung]
        before = [r for r in there if r.zeitraum != self.period.kennung]
        mine = [r for r in before if r in own]
        last = next(reversed(mine or before), None)
        shown = self._head(goal, body) | {LAST: self._last(last, body)}
        if before and before[-1].frage:
            shown[ASKED] = before[-1].frage
        return AskedRow(goal.id, body, shown, _filled(now[-1], self.course) if now else {})

    def figures(self, goal: Ziel, body: str) -> Iterator[AskedRow]:
        for figure in self.strategy.werte:
            if figure.id == goal.id:
                now = next((m for m in figure.gemessen if m.stichtag == self.period.stichtag), None)
                shown = self._head(goal, body) | _figure(figure, now)
                filled: dict[str, str | date] = {"stichtag": self.period.stichtag}
                if now:
                    values = {name: getattr(now, name) for name in VALUE_FIELDS}
                    filled |= {name: value for name, value in values.items() if value is not None}
                yield AskedRow(goal.id, body, shown, filled)

    def _head(self, goal: Ziel, body: str) -> dict[str, str]:
        return {ID: goal.id, WORDING: sent_wording(goal), BODY: self.names.get(body, body)}

    def _last(self, report: Bericht | None, body: str) -> str:
        """What a body said last; where it said nothing what another did, with its name."""
        if report is None:
            return "noch keiner"
        if report.stelle not in (None, body):
            return f"{self.names.get(report.stelle, report.stelle)}, {self._said(report)}"
        return self._said(report)

    def _said(self, report: Bericht) -> str:
        periods = {period.kennung: period.genannt for period in self.course.periods}
        said = f"{periods[report.zeitraum]}: {self.course.named(report)}"
        told = f"{said}. {report.text}" if report.text else said
        return f"{told} Hindernis: {report.hindernis}" if report.hindernis else told


def _digest(period: str, rows: Iterable[AskedRow]) -> str:
    """Of what is asked, whatever was answered: by it a sheet is known that was made before."""
    asked = [period, *("\t".join((row.id, row.body, *row.shown.values())) for row in rows)]
    return hashlib.sha256("\n".join(asked).encode()).hexdigest()[:32]


def _filled(report: Bericht, course: Course) -> Mapping[str, str | date]:
    """The fields of a report as an office would fill them."""
    values = {name: getattr(report, name) for name in REPORT_FIELDS}
    state = course.states.get(report.stand)
    values["stand"] = state.name if state else report.stand
    return {name: value for name, value in values.items() if value is not None}


def _figure(figure: Wirkungsgroesse, now: Messwert | None) -> dict[str, str]:
    before = [value for value in figure.gemessen if value is not now]
    last = max(before, key=lambda value: value.stichtag, default=None)
    return {
        FIGURE: figure.groesse,
        UNIT: figure.einheit or "",
        START: figure.start or "",
        GOAL: figure.ziel or "",
        KNOWN: f"{last.wert} ({last.stichtag:%d.%m.%Y})" if last else "",
    }


def _counts(state: Stand) -> str:
    if state.erledigt:
        return "zählt als erledigt; danach wird nicht mehr berichtet"
    return "danach wird nicht mehr berichtet" if state.beendet else ""
