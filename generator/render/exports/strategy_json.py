"""A whole strategy to JSON: every field under the name it has in the files, goals as one tree."""

from __future__ import annotations

from generator.graph.edition import Edition
from generator.model.progress import Umsetzung
from generator.model.strategy import Strategy
from generator.render.exports.exported import Exported
from generator.render.reports.report import as_json

VERSION = 1


def encode(edition: Edition) -> Exported:
    """``strategie`` validates as a Strategy that equals this one, but for pictures and opinions.

    A goal has its level under ``stufe`` and all that stands below it under ``kinder``;
    ``nummern`` are the computed numbers by ID, ``umsetzung`` what progress.yaml says.
    """
    strategy = edition.strategy
    content = {
        "version": VERSION,
        "nummern": {**edition.numbering.sections, **edition.numbering.goals},
        "strategie": strategy.model_dump(mode="json"),
        "umsetzung": Umsetzung.model_construct(
            **{name: getattr(strategy, name) for name in Umsetzung.model_fields}
        ).model_dump(mode="json"),
    }
    return Exported(as_json(content).encode(), tuple(_lost(strategy)))


def _lost(strategy: Strategy) -> list[str]:
    lost = []
    if any(figure.bild for figure in strategy.abbildungen):
        lost.append("Von Abbildungen stehen die Angaben darin, nicht die Bilddateien selbst.")
    if strategy.runden:
        lost.append("Stellungnahmen sind nicht enthalten, sie nennen Personen.")
    return lost
