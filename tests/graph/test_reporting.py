"""Where each element stands at the end of a reporting period."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.graph.edition import Edition
from generator.graph.reporting import Reporting, reporting
from generator.model.progress import Umsetzung
from tests.compare.county import county

PERIODS = [
    {"kennung": "2025", "stichtag": "2025-12-31", "geschlossen": True},
    {"kennung": "2026", "stichtag": "2026-12-31"},
]


def told(
    *reports: dict[str, Any], period: str = "", asof: date | None = None, **more: Any
) -> Reporting:
    history = Umsetzung.model_validate({"zeitraeume": PERIODS, "berichte": reports, **more})
    strategy = county().model_copy(update=dict(history))
    chosen = next((p for p in strategy.zeitraeume if p.kennung == period), None)
    return reporting(Edition(strategy), chosen, asof)


def report(identity: str, year: str, state: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "zeitraum": year, "stand": state, "datum": f"{year}-11-02", **more}


def test_reported_on_are_the_goals_of_the_level_that_carries_it_and_what_has_a_report() -> None:
    usual = told().elements
    assert usual
    assert all(identity.startswith("EZ") for identity in usual)
    assert set(told(report("PZ01", "2026", "begonnen")).elements) == {*usual, "PZ01"}


def test_what_ended_is_awaited_no_more_and_not_missing() -> None:
    found = told(report("EZ01", "2025", "abgeschlossen"), report("EZ02", "2026", "begonnen"))
    first, second = found.standings["EZ01"], found.standings["EZ02"]
    assert (first.awaited, first.missing, first.changed) == (False, False, False)
    assert (second.awaited, second.missing, second.changed) == (True, False, True)
    assert "EZ01" not in found.rest
    assert "EZ02" not in found.rest
    assert found.counts["abgeschlossen"] == found.counts["begonnen"] == 1
    assert found.counts["geplant"] == 0


def test_a_frist_has_passed_on_the_day_asked_for_unless_the_reports_ended() -> None:
    reports = (report("EZ01", "2026", "begonnen"), report("EZ02", "2026", "abgeschlossen"))
    stated = [{"id": "EZ01", "frist": "2027-03-31"}, {"id": "EZ02", "frist": "2026-03-31"}]
    now = told(*reports, angaben=stated)
    assert [i for i, one in now.standings.items() if one.overdue] == []
    later = told(*reports, angaben=stated, asof=date(2027, 3, 31))
    assert [i for i, one in later.standings.items() if one.overdue] == ["EZ01"]


def test_an_earlier_period_is_shown_as_it_was() -> None:
    reports = (report("EZ01", "2025", "geplant"), report("EZ01", "2026", "abgeschlossen"))
    before = told(*reports, period="2025").standings["EZ01"]
    assert before.last
    assert before.last.stand == "geplant"
    assert before.before is None


def test_the_bodies_of_a_goal_without_any_are_those_of_the_goal_above() -> None:
    found = told()
    above = found.bodies("PZ01")
    assert above
    assert found.bodies("EZ01") == above
    assert found.may_report("EZ01", above[0])
