"""A reason for a section of a text, and what of a text is still without one."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compare.approval import ApprovedChange
from generator.compare.text_sections import changed_sections, sections
from generator.model.text import Prosatext
from generator.render.documents.telling.what import reason_words
from tests.compare.county import Data, county
from tests.editions import compare

OLD = """Vorab ein Satz.

## Lage

Es gibt zwölf Plätze.

### Zahlen  und Fakten

Die Quote beträgt 17 %.

## Ausblick

Es geht weiter.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("zwölf", "zehn", [("Lage",)]),
        ("17 %", "16 %", [("Lage", "Zahlen und Fakten")]),
        ("Vorab ein", "Vorab noch ein", [()]),
        ("## Ausblick\n\nEs geht weiter.\n", "", [("Ausblick",)]),
        ("## Ausblick", "## Wie es weitergeht", [("Wie es weitergeht",), ("Ausblick",)]),
        ("Es geht weiter.", "Es geht weiter.\n\n## Neu\n\nMehr.", [("Neu",)]),
        ("Es geht", "```\n# kein Titel\n```\n\nEs geht", [("Ausblick",)]),
    ],
)
def test_a_text_changes_in_the_section_below_the_nearest_heading(
    old: str, new: str, expected: list[tuple[str, ...]]
) -> None:
    assert old in OLD
    sides = (Prosatext(id="lage", inhalt=text) for text in (OLD, OLD.replace(old, new)))
    assert list(changed_sections(*sides)) == expected


def test_sections_that_change_places_are_told() -> None:
    first, *rest = OLD.split("\n## ")
    turned = "\n## ".join((first, *reversed(rest)))
    sides = Prosatext(id="lage", inhalt=OLD), Prosatext(id="lage", inhalt=turned)
    assert changed_sections(*sides)
    assert sections(OLD).keys() == sections(turned).keys()


def approved(*reasons: dict[str, Any]) -> ApprovedChange:
    new = OLD.replace("zwölf", "zehn").replace("weiter", "voran").replace("17 %", "16 %")

    def edit(data: Data, text: str) -> None:
        data["texte"][1].update(inhalt=text)

    def after(data: Data) -> None:
        edit(data, new)
        data["aenderungen"] = [
            {"id": "fazit", "art": "text", "begruendung": "Gezählt.", **reason}
            for reason in reasons
        ]

    (found,) = compare(county(lambda d: edit(d, OLD)), county(after)).changes
    assert found.change.id == "fazit"
    return found


def test_each_section_may_have_its_own_reason() -> None:
    lage = {"abschnitt": "Lage", "einstufung": "redaktionell", "begruendung": "Neu gezählt."}
    ausblick = {"abschnitt": "Ausblick", "einstufung": "inhaltlich", "begruendung": "Beschlossen."}
    found = approved(lage, ausblick)
    assert found.reasoned
    assert found.editorial is False
    assert (
        reason_words(found) == "Abschnitt „Lage“: Neu gezählt. Abschnitt „Ausblick“: Beschlossen."
    )


def test_the_nearest_heading_decides_and_the_rest_needs_a_reason_for_the_whole() -> None:
    zahlen = {"abschnitt": "Zahlen und  Fakten", "einstufung": "redaktionell"}
    found = approved(zahlen)
    assert (found.reasoned, found.editorial) == (False, None)
    assert found.open_sections == ("Lage", "Ausblick")
    whole = {"einstufung": "redaktionell", "begruendung": "Sprache."}
    found = approved(zahlen, whole)
    assert (found.reasoned, found.editorial, found.approval) == (True, True, "verwaltung")
    assert found.reason == "Sprache. Abschnitt „Zahlen und Fakten“: Gezählt."


def test_without_sections_an_entry_is_for_the_whole_text() -> None:
    assert approved({"einstufung": "redaktionell"}).reason == "Gezählt."
