"""A changed text is told as it is printed, and where only its form differs, that is said."""

import re

import pytest

from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange
from generator.render.reports import changes_text
from tests.compare.county import Data, county, pop
from tests.editions import telling
from tests.render.documents.test_change_list import encode as as_markdown

SAME = "Der gedruckte Text ist gleich; geändert ist nur, wie er entsteht."
LIST = "Zu tun ist:\n\n- Horte ausbauen\n- Wege sichern\n- Mieten senken"


def between(old: str, new: str) -> Telling:
    before, after = (county(lambda d, t=t: d["texte"][1].update(inhalt=t)) for t in (old, new))
    return telling(before, after)


def row(old: str, new: str) -> ToldChange:
    (found,) = between(old, new).changes
    return found


FORMS = {
    "italics": (
        "Die Umsetzung dauert zwei bis fünf Jahre.",
        "Die Umsetzung dauert *zwei bis fünf* Jahre.",
        "nun kursiv: „zwei bis fünf“",
    ),
    "no longer bold": (
        "Die **Umsetzung** dauert zwei bis fünf Jahre.",
        "Die Umsetzung dauert zwei bis fünf Jahre.",
        "nicht mehr fett: „Umsetzung“",
    ),
    "a lower heading": (
        "# Ausblick\n\n## Lage\n\nVieles ist zu tun.\n\n## Nächste Schritte\n\nEs geht weiter.",
        "# Ausblick\n\n## Lage\n\nVieles ist zu tun.\n\n### Nächste Schritte\n\nEs geht weiter.",
        "„Nächste Schritte“ (Überschrift, nun eine Ebene tiefer)",
    ),
    "a quotation": (
        "Der Beirat schrieb:\n\nNiemand darf vergessen werden, der allein lebt.",
        "Der Beirat schrieb:\n\n> Niemand darf vergessen werden, der allein lebt.",
        "„Niemand darf vergessen werden, der allein …“ (bisher Absatz, nun Zitat)",
    ),
    "a numbered list": (
        LIST,
        "Zu tun ist:\n\n1. Horte ausbauen\n2. Wege sichern\n3. Mieten senken",
        "„Horte ausbauen“ und die nächsten 2 Stellen "
        "(bisher Punkt einer Aufzählung, nun Punkt einer nummerierten Liste)",
    ),
    "other paragraphs": (
        "Die Umsetzung dauert Jahre. Sie beginnt jetzt.",
        "Die Umsetzung dauert Jahre.\n\nSie beginnt jetzt.",
        "der Text ist anders in Absätze gegliedert",
    ),
    "a list that counts on": (
        "1. Horte ausbauen\n2. Wege sichern",
        "3. Horte ausbauen\n4. Wege sichern",
        "„Horte ausbauen“ (bisher Nummer 1, nun 3)",
    ),
    "a link": (
        "Mehr sagt die Seite des Landkreises.",
        "Mehr sagt die [Seite des Landkreises](https://lindental.example).",
        "führt nun zu https://lindental.example: „Seite des Landkreises“",
    ),
    "a forced line": (
        "Landratsamt Lindental\nAmt für Jugend",
        "Landratsamt Lindental  \nAmt für Jugend",
        "nun mit Zeilenumbruch",
    ),
}


@pytest.mark.parametrize("case", FORMS)
def test_where_only_the_form_differs_the_synopse_says_what_differs(case: str) -> None:
    old, new, said = FORMS[case]
    (change,) = between(old, new).changes
    for side in change.sides:
        (part,) = side
        assert part.spans[0].text == f"Nur die Gestaltung ist geändert: {said}."


def in_the_terminal(told: Telling) -> str:
    """Each paragraph in one line."""
    return re.sub(r"(?<=\S)\n +", " ", changes_text.encode(told))


@pytest.mark.parametrize("case", FORMS)
def test_the_change_lists_say_so_beside_what_was_written(case: str) -> None:
    told = between(*FORMS[case][:2])
    for written in (in_the_terminal(told), as_markdown(told)):
        assert "Nur die Gestaltung ist geändert: " in written


def test_only_what_prints_the_same_in_every_respect_is_called_the_same() -> None:
    found = row("Es sind 4 Ziele.", "Es sind {{ anzahl.ergebnisziele }} Ziele.")
    assert found.words.details == (SAME,)
    found = row("Die Umsetzung dauert\nJahre.", "Die Umsetzung dauert\nJahre. <!-- x -->")
    assert SAME not in found.words.details


def test_a_form_that_changes_with_the_words_is_told_beside_them() -> None:
    old = "Die Umsetzung dauert zwei Jahre.\n\nDer Beirat berät."
    new = "Die Umsetzung dauert fünf Jahre.\n\nDer **Beirat** berät."
    found = row(old, new)
    assert found.words.details == ("Auch die Gestaltung ist geändert: nun fett: „Beirat“.",)
    assert found.sides[1][-1].spans[0].text == found.words.details[0]


def counting(data: Data) -> None:
    data["texte"][1]["inhalt"] = (
        "Mit {{ anzahl.ergebnisziele }} Ergebniszielen will der Landkreis Lindental die Quote "
        "von {{ kennzahl.quote }} bis zum Ende des Jahrzehnts senken."
    )


def counting_less(data: Data) -> None:
    counting(data)
    data["texte"][1]["inhalt"] += " Der Beirat berät."
    data["kennzahlen"][0]["wert"] = "16,1"
    pop(data, "PZ01", 0)


def test_the_change_lists_show_the_printed_numbers_of_both_editions() -> None:
    told = telling(county(counting), county(counting_less))
    terminal = in_the_terminal(told)
    assert "Mit [-4-]{+3+} Ergebniszielen will" in terminal
    assert "die Quote von [-17,2-]{+16,1+}\u00a0% bis zum Ende" in terminal
    markdown = as_markdown(told)
    assert "> Mit <del>4</del> Ergebniszielen will" in markdown
    assert "die Quote von <ins>16,1</ins>\u00a0% bis zum Ende" in markdown
    assert "kennzahl.quote" not in terminal + markdown


def test_a_new_text_is_shown_with_its_numbers() -> None:
    def edit(data: Data) -> None:
        text = "Es sind {{ anzahl.leitziele }} Leitziele."
        data["texte"].append({"id": "LZ02", "stelle": "nach", "inhalt": text})

    assert "Es sind 2 Leitziele." in changes_text.encode(telling(county(), county(edit)))
