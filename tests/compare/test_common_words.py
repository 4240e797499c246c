"""Words that many wordings have in common are no ground to ask whether one is another."""

from typing import Any

import pytest

from generator.model.strategy import Strategy
from generator.questions import question
from tests.compare.test_continuity import city, measure
from tests.editions import compare

PLACES = (
    "Kindertagesstätten", "Sporthallen", "Feuerwachen", "Friedhöfe", "Museen", "Brunnen", "Büchereien",
    "Schwimmbäder", "Märkte", "Werkstätten",
)  # fmt: skip
SAID = "Die Stadtverwaltung senkt den Energieverbrauch städtischer {} durch Förderung des Klimaschutzes."
"""In each measure the same words but one."""


def plan(**said: str) -> Strategy:
    """Ten measures that only one word tells apart, then others, by ID."""
    texts = {f"M{n}": SAID.format(place) for n, place in enumerate(PLACES, 1)} | said
    measures: list[dict[str, Any]] = [
        measure(id_) | {"text": text} for id_, text in texts.items() if text
    ]
    return city(*measures)


def asked(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [question(hint) for hint in compare(plan(**before), plan(**after)).hints]


PHOTO = "Die Stadtverwaltung senkt den Energieverbrauch durch Förderung von Solardächern auf Mietshäusern."
ROADS = "Die Stadtverwaltung senkt den Energieverbrauch durch Förderung von Radwegen im Umland."

WRONG = {
    "a measure that goes and another that comes": ({"M11": PHOTO}, {"M12": ROADS}),
    "an ID whose wording is another, near to one that went": (
        {"M11": PHOTO, "M13": "Bäume werden gepflanzt."},
        {"M13": ROADS},
    ),
    "two wordings that are both written anew": (
        {
            "M11": PHOTO,
            "M13": "Die Stadtverwaltung senkt den Energieverbrauch durch Förderung im Kino.",
        },
        {
            "M11": ROADS,
            "M13": "Die Stadtverwaltung senkt den Energieverbrauch durch Förderung im Hafen.",
        },
    ),
    "one telling word beside the common ones": (
        {"M11": PHOTO},
        {"M12": "Die Stadtverwaltung senkt den Energieverbrauch durch Förderung von Mietshäusern."},
    ),
}
RIGHT = {
    "a measure that comes back in other words": (
        {"M11": PHOTO},
        {"M12": "Solardächer auf Mietshäusern werden gefördert."},
        "M12 geht vermutlich aus M11 hervor",
    ),
    "the wording of one that went, with other common words": (
        {"M11": PHOTO},
        {
            "M12": "Der Klimaschutz wird gestärkt: Solardächer auf Mietshäusern senken den Energieverbrauch."
        },
        "M12 geht vermutlich aus M11 hervor",
    ),
    "two measures whose IDs were swapped": (
        {"M11": PHOTO, "M12": ROADS},
        {"M11": ROADS, "M12": PHOTO},
        "sind die Kennungen vertauscht",
    ),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_shares_only_common_words_is_not_asked_about(
    case: tuple[dict[str, str], dict[str, str]],
) -> None:
    assert asked(*case) == []


@pytest.mark.parametrize("case", RIGHT.values(), ids=RIGHT)
def test_what_shares_words_that_tell_it_from_others_is(
    case: tuple[dict[str, str], dict[str, str], str],
) -> None:
    before, after, expected = case
    assert any(expected in said for said in asked(before, after)), asked(before, after)
