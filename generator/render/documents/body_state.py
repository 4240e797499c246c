"""What was reported of an element to the rows that say how far it is, with Frist and figures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.course import Course
from generator.model.effects import Wirkungsgroesse
from generator.model.goal import Ziel
from generator.render.blocks import Cell, Paragraph, Row, Run
from generator.render.citation import german_date
from generator.render.documents.context import Context
from generator.render.documents.pieces import cell


def state_rows(context: Context, goal: Ziel) -> Iterator[Row]:
    """ "Umsetzung" and "Angaben"; nothing where nothing is known of the goal."""
    course = Course(context.strategy)
    if lines := list(_report(course, goal.id)):
        yield _row("Umsetzung", lines)
    if lines := list(_stated(course, goal.id)):
        yield _row("Angaben", lines)


def _report(course: Course, identity: str) -> Iterator[str]:
    report = course.upto(identity, course.current)
    if report is None:
        return
    periods = {period.kennung: period.genannt for period in course.periods}
    state = course.named(report)
    yield f"{state[0].upper()}{state[1:]} ({periods[report.zeitraum]}, {german_date(report.datum)})"
    if report.text:
        yield report.text
    if report.hindernis:
        yield f"Hindernis: {report.hindernis}"
    if report.frage:
        yield f"Offene Frage: {report.frage}"


def _stated(course: Course, identity: str) -> Iterator[str]:
    stated = course.stated.get(identity)
    if stated and stated.frist:
        yield f"Frist: {german_date(stated.frist)}"
    if stated and stated.kosten:
        yield f"Kosten: {stated.kosten}"
    for figure in course.strategy.werte:
        if figure.id == identity:
            yield _figure(figure)


def _figure(figure: Wirkungsgroesse) -> str:
    unit = f" ({figure.einheit})" if figure.einheit else ""
    last = max(figure.gemessen, key=lambda value: value.stichtag, default=None)
    parts = [
        f"Ausgangswert {figure.start}" if figure.start else "",
        f"zuletzt {last.wert} am {german_date(last.stichtag)}" if last else "",
        f"Zielwert {figure.ziel}" if figure.ziel else "",
    ]
    told = ", ".join(filter(None, parts)) or "noch kein Wert"
    return f"{figure.groesse}{unit}: {told}"


def _row(label: str, lines: list[str]) -> Row:
    content = tuple(Paragraph((Run(line),), "cell") for line in lines)
    return Row(
        (
            cell(label, style="actors", header=True, paragraph="cell_label"),
            Cell(content, "actors", span=2),
        )
    )
