"""A checked strategy to the reports on it, as seen at the end of a period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.checking import Checked, check
from generator.errors import GeneratorError
from generator.graph.reporting import Reporting, reporting
from generator.model.course import Course
from generator.read.spelling import suggestion


def followed(
    checked: Checked, period: str | None = None, asof: date | None = None
) -> Reporting | None:
    """The reports at the end of ``period``, without one of the last that has a report.

    None where the strategy could not be read; GeneratorError for a period that there is not.
    """
    if checked.edition is None:
        return None
    known = {one.kennung: one for one in Course(checked.edition.strategy).periods}
    if period is not None and period not in known:
        raise GeneratorError(
            f"Einen Berichtszeitraum «{period}» gibt es nicht.",
            suggestion(period, known) or "In progress.yaml steht noch keiner.",
        )
    chosen = known[period] if period is not None else None
    return reporting(checked.edition, chosen, asof, checked.former)


def follow(folder: Path, period: str | None, asof: date | None) -> Reporting:
    """The reports of the strategy in a folder; GeneratorError where it cannot be read."""
    checked = check(folder, quick=True)
    told = followed(checked, period, asof)
    if told is None:
        first = checked.errors[0]
        raise GeneratorError(
            f"Die Strategie lässt sich nicht lesen ({first.position.file}:{first.position.line}: {first.message})",
            "«strategie check» zeigt alle Fehler.",
        )
    return told
