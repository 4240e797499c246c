"""A whole strategy to JSON: every field under the name it has in the files, goals as one tree."""

from __future__ import annotations

from typing import Any

from generator.graph.edition import Edition
from generator.model.kinds import COUNCIL, PROGRESS, REGISTER_FILES
from generator.model.strategy import Strategy
from generator.render.exports.exported import Exported
from generator.render.reports.report import as_json

VERSION = 1


def encode(edition: Edition) -> Exported:
    """``strategie`` validates as a Strategy that equals this one, but for pictures and opinions.

    A goal has its level under ``stufe`` and all that stands below it under ``kinder``;
    ``nummern`` are the computed numbers by ID, ``umsetzung`` and ``ratsvorlage``
    what progress.yaml and council.yaml say, under the names of a Strategy.
    """
    strategy = edition.strategy
    content = {
        "version": VERSION,
        "nummern": {**edition.numbering.sections, **edition.numbering.goals},
        "strategie": strategy.model_dump(mode="json"),
        "umsetzung": _beside(strategy, PROGRESS),
        "ratsvorlage": _beside(strategy, COUNCIL),
    }
    return Exported(as_json(content).encode(), tuple(_lost(strategy)))


def _beside(strategy: Strategy, file: str) -> dict[str, Any]:
    """What a file says that stands beside the editions and is in no digest."""
    model = REGISTER_FILES[file]
    given = {name: getattr(strategy, name) for name in model.model_fields}
    return model.model_construct(**given).model_dump(mode="json")


def _lost(strategy: Strategy) -> list[str]:
    lost = []
    if any(figure.bild for figure in strategy.abbildungen):
        lost.append("Von Abbildungen stehen die Angaben darin, nicht die Bilddateien selbst.")
    if strategy.runden:
        lost.append("Stellungnahmen sind nicht enthalten, sie nennen Personen.")
    return lost
