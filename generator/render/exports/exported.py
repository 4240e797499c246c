"""What an open format holds of a strategy, and what it has no place for."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from generator.model.german import listed
from generator.model.level_words import of_goals
from generator.model.strategy import Strategy


class Exported(Struct, frozen=True):
    """The bytes of a file, and a sentence for each thing that the format has no place for."""

    data: bytes
    lost: tuple[str, ...] = ()


def contents(strategy: Strategy) -> Counter[str]:
    """How many there are of what not every format has a place for, by its name in the plural."""
    return Counter(
        {
            of_goals(strategy).many: sum(1 for _ in strategy.goals()),
            "Empfehlungen": sum(1 for _ in strategy.recommendations()),
            "Kennzahlen": len(strategy.kennzahlen),
            "Quellen": len(strategy.quellen),
            "Planungen": len(strategy.plaene),
            "Abbildungen": len(strategy.abbildungen),
            "Texte": len(strategy.texte),
            "Begründungen von Änderungen": len(strategy.aenderungen),
            "Beschlussregeln": len(strategy.kopf.beschlussregeln),
            "Bezugsrahmen": len(strategy.kopf.bezugsrahmen),
            "Abkürzungen": len(strategy.kopf.abkuerzungen),
            "Begriffe des Glossars": len(strategy.kopf.glossar),
            "Prüfvermerke": sum(bool(getattr(one, "pruefen", None)) for one in strategy.elements()),
            "Berichte zur Umsetzung": len(strategy.berichte),
            "Fristen und Kosten": len(strategy.angaben),
            "Messgrößen": len(strategy.werte),
            "Angaben zur Ratsvorlage": sum(
                bool(value) for value in strategy.ratsvorlage.__dict__.values()
            ),
            "Stellungnahmen": sum(len(one.stellungnahmen) for one in strategy.runden),
        }
    )


BESIDE = (
    "Bezugsrahmen", "Abkürzungen", "Begriffe des Glossars", "Berichte zur Umsetzung", "Fristen und Kosten",
    "Messgrößen", "Angaben zur Ratsvorlage", "Stellungnahmen",
)  # fmt: skip
"""What stands beside goals and registers; a format that knows only those leaves all of it out."""


def left_out(strategy: Strategy, *names: str) -> tuple[str, ...]:
    """The sentence that says which of these the format leaves out; () where there are none."""
    there = contents(strategy)
    told = [f"{name} ({there[name]})" for name in names if there[name]]
    return (f"Nicht enthalten: {listed(told)}.",) if told else ()
