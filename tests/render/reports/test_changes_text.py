from generator.render.reports.changes_text import encode
from tests.compare.county import Data, county, goal
from tests.editions import telling


def edited(data: Data) -> None:
    goal(data, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
    goal(data, "PZ01")["kinder"].append(goal(data, "PZ01")["kinder"].pop(0))
    goal(data, "PZ02")["zustaendig"] = [{"akteur": "jugendamt", "wortlaut": "Amt für Jugend"}]
    data["aenderungen"] = [
        {
            "id": "LZ02",
            "art": "umformuliert",
            "einstufung": "inhaltlich",
            "begruendung": "Beschluss des Ausschusses.",
        }
    ]


EXPECTED = """\
Teilhabestrategie für den Landkreis Lindental
Fassung 2020 (Stand 18.03.2020, Beschluss 27/20) → Fassung 2020 (Stand 18.03.2020, Beschluss 27/20)

Nach Kapitel 3 ist für 1 Änderung ein Beschluss vorgesehen (Kreistag des Landkreises Lindental).
    LZ02 (umformuliert)
1 Änderung ist redaktionell und lässt den Inhalt unberührt.
Nach Kapitel 3 kann 1 Änderung ohne Beschluss vorgenommen werden (Landratsamt Lindental).
Ob die Fortschreibung als Ganzes zur Abstimmung gestellt wird, entscheidet der Landkreis.

3 Änderungen, darunter 1 Leitziel umformuliert.
Handlungsfelder 2, Leitziele 2, Prozessziele 2, Ergebnisziele 4, Empfehlungen 1, Akteure 3

Was hängt daran?
    Schulverwaltungsamt: weiter zuständig, Ziele darunter geändert: PZ01
    Jugendamt: weiter zuständig, Ziele darunter geändert: PZ01

Handlungsfeld HF1: Bildung
  Ergebnisziel EZ01: umgestellt · noch nicht eingestuft · Verwaltung (nach Kapitel 3)
    an erster Stelle → nach EZ04
  Prozessziel PZ02: Schreibweise der Zuständigkeit · redaktionell · Verwaltung
    «Jugendamt» → «Amt für Jugend»
    Begründung: Nur die Schreibweise ist geändert; gemeint sind dieselben Stellen.

Handlungsfeld HF2: Wohnen
  Leitziel LZ02: umformuliert · inhaltlich · Kreistag des Landkreises Lindental (nach Kapitel 3)
    Wohnraum ist{+ für alle+} bezahlbar.
    Begründung: Beschluss des Ausschusses.
"""


def test_the_terminal_shows_the_decision_then_each_change_with_marked_words() -> None:
    assert encode(telling(county(), county(edited))) == EXPECTED


def test_no_line_of_prose_is_wider_than_a_terminal() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ01")["text"] = "Kein Kind bleibt ohne Abschluss, und jedes lernt gern. " * 5

    text = encode(telling(county(), county(edit)))
    prose = [line for line in text.splitlines() if line.startswith("    ")]
    assert 80 < max(map(len, prose)) <= 100


def test_equal_editions_are_said_to_be_equal() -> None:
    assert "Die beiden Fassungen unterscheiden sich nicht." in encode(telling(county(), county()))


def test_what_hangs_on_the_changes_is_told_in_a_section_of_its_own() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ01")["text"] = "Kein Kind bleibt ohne Abschluss."
        goal(data, "PZ02")["zustaendig"] = ["schulamt"]

    text = encode(telling(county(), county(edit)))
    section = text[text.index("Was hängt daran?") : text.index("\nHandlungsfeld HF1")]
    assert section == (
        "Was hängt daran?\n"
        "    LZ01 (umformuliert): darunter stehen 2 Prozessziele und 4 Ergebnisziele.\n"
        "    Schulverwaltungsamt: neu zuständig: PZ02\n"
        "    Jugendamt: nicht mehr zuständig: PZ02\n"
    )
