"""What the history of reports says of an element, at the end of each period."""

from datetime import date

from generator.model.course import Course
from generator.model.progress import USUAL_SCALE, Umsetzung
from generator.model.strategy import Strategy

HISTORY = Umsetzung.model_validate(
    {
        "zeitraeume": [
            {"kennung": "2026", "stichtag": "2026-12-31"},
            {"kennung": "2025", "stichtag": "2025-12-31", "geschlossen": True},
        ],
        "berichte": [
            {"id": "EZ01", "zeitraum": "2026", "stand": "begonnen", "datum": "2026-11-01"},
            {"id": "EZ01", "zeitraum": "2025", "stand": "begonnen", "datum": "2025-11-01"},
            {"id": "EZ01", "zeitraum": "2025", "stand": "geplant", "datum": "2025-03-01"},
            {"id": "EZ02", "zeitraum": "2025", "stand": "abgeschlossen", "datum": "2025-11-03"},
        ],
    }
)


def course(history: Umsetzung = HISTORY) -> Course:
    return Course(Strategy.model_construct(**dict(history)))


def test_periods_stand_in_the_order_of_their_days() -> None:
    assert [period.kennung for period in course().periods] == ["2025", "2026"]
    assert course().current == course().periods[-1]


def test_the_last_report_of_a_period_counts() -> None:
    told = course().upto("EZ01", course().periods[0])
    assert told is not None
    assert (told.stand, told.datum) == ("begonnen", date(2025, 11, 1))


def test_what_was_reported_before_holds_on_until_something_else_is_said() -> None:
    assert course().within("EZ02", course().current) is None
    told = course().upto("EZ02", course().current)
    assert told is not None
    assert course().ended(told)


def test_a_state_holds_since_the_first_report_that_named_it_without_a_break() -> None:
    assert course().since("EZ01", course().current) == date(2025, 11, 1)
    assert course().since("EZ03", course().current) is None


def test_a_house_without_a_scale_has_the_usual_one() -> None:
    assert [state.name for state in course().scale] == [state.name for state in USUAL_SCALE]
    assert [state.name for state in course().scale if state.ends] == [
        "abgeschlossen", "Daueraufgabe", "entfallen",
    ]  # fmt: skip


def test_a_state_whose_name_is_left_open_is_completed_by_the_report() -> None:
    history = Umsetzung.model_validate(
        {
            "skala": [{"schluessel": "weg", "name": "übergeleitet nach …", "beendet": True}],
            "zeitraeume": [{"kennung": "2026", "stichtag": "2026-12-31"}],
            "berichte": [
                {"id": "EZ01", "zeitraum": "2026", "stand": "weg", "datum": "2026-11-01", "wohin": "Sozialplanung"}
            ],
        }
    )  # fmt: skip
    found = course(history)
    assert found.named(found.strategy.berichte[0]) == "übergeleitet nach Sozialplanung"
    assert found.ended(found.strategy.berichte[0])


def test_a_strategy_without_reports_has_no_period() -> None:
    empty = course(Umsetzung())
    assert not empty.begun
    assert (empty.current, empty.reported, empty.reports) == (None, None, {})


def test_a_period_just_opened_is_not_looked_at_before_somebody_reports() -> None:
    later = {"kennung": "2027", "stichtag": "2027-12-31"}
    opened = HISTORY.model_dump() | {"zeitraeume": [*HISTORY.model_dump()["zeitraeume"], later]}
    found = course(Umsetzung.model_validate(opened))
    assert [p and p.kennung for p in (found.current, found.reported)] == ["2027", "2026"]
