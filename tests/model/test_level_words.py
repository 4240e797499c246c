"""Only what is called a Ziel is called one; other levels are called what they are."""

import pytest

from generator.model.level_words import RECOMMENDATIONS, together
from generator.model.stufe import Stufe


def level(name: str, plural: str) -> Stufe:
    return Stufe(schluessel="x", name=name, mehrzahl=plural, praefix="X")


GUIDING = level("Leitziel", "Leitziele")
PARTIAL = level("operatives Ziel", "operative Ziele")
LINE = level("Leitlinie", "Leitlinien")
ACTION = level("Maßnahme", "Maßnahmen")
STEP = level("Arbeitsschritt", "Arbeitsschritte")


@pytest.mark.parametrize(
    ("levels", "one", "many", "to_many"),
    [
        ((), "Ziel", "Ziele", "Zielen"),
        ((GUIDING,), "Ziel", "Ziele", "Zielen"),
        ((GUIDING, PARTIAL), "Ziel", "Ziele", "Zielen"),
        ((LINE,), "Leitlinie", "Leitlinien", "Leitlinien"),
        ((GUIDING, ACTION), "Leitziel oder Maßnahme", "Leitziele und Maßnahmen", "Leitzielen und Maßnahmen"),
        (
            (GUIDING, PARTIAL, ACTION, STEP),
            "Ziel, Maßnahme oder Arbeitsschritt",
            "Ziele, Maßnahmen und Arbeitsschritte",
            "Zielen, Maßnahmen und Arbeitsschritten",
        ),
    ],
)  # fmt: skip
def test_several_levels_are_called_together_what_each_is(
    levels: tuple[Stufe, ...], one: str, many: str, to_many: str
) -> None:
    words = together(levels)
    assert (words.one, words.many, words.to_many) == (one, many, to_many)


def test_other_things_are_named_behind_them() -> None:
    assert together((LINE,), RECOMMENDATIONS).to_many == "Leitlinien und Empfehlungen"


@pytest.mark.parametrize(
    ("levels", "heading"),
    [
        ((GUIDING, PARTIAL), "Zielübersicht"),
        ((LINE, ACTION), "Leitlinien und Maßnahmen im Überblick"),
        ((LINE, ACTION, STEP), "Leitlinien und was darunter steht"),
    ],
)
def test_a_heading_over_all_of_them_names_them(levels: tuple[Stufe, ...], heading: str) -> None:
    assert together(levels).overview("Zielübersicht") == heading
