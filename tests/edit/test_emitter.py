"""What is added looks like what stands beside it."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from generator.edit.rewrite import rewritten
from tests.edit.editing import COUNTIES, Change, Data, files_of, goal, read, wanted

FILES = {folder: files_of(folder) for folder in COUNTIES}
SAYS = {folder: read(files) for folder, files in FILES.items()}
LONG = "Die Angebote der Ganztagsschulen werden bis zum Ende des Schuljahres für alle Klassen bedarfsgerecht erweitert."


def added(folder: str, change: Change) -> dict[str, list[str]]:
    """The lines that an edit adds, by file; it takes none away."""
    result = rewritten(FILES[folder], wanted(SAYS[folder], change))
    lines = {}
    for name, data in result.items():
        before = FILES[folder].get(name, b"").decode().splitlines()
        after = (data or b"").decode().splitlines()
        opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        assert {code for code, *_ in opcodes} <= {"equal", "insert"}
        new = [after[k:m] for code, _, _, k, m in opcodes if code == "insert"]
        lines[name] = [line for piece in new for line in piece]
    return lines


def new_goal(below: str, **values: object) -> Change:
    def change(data: Data) -> None:
        goal(data, below)["kinder"].append({"id": "NEU1", **values})

    return change


SHIPPED = {
    "a goal with what hangs below it": (
        "strategy",
        new_goal("LZ02", stufe="prozessziele", text=LONG, gruppe="Ganztag", zustaendig=["schulen", {"akteur": "land", "rolle": "mitwirkung"}],
                 kinder=[{"id": "NEU2", "stufe": "ergebnisziele", "text": "Ein Konzept liegt vor."}]),
        "goals.yaml",
        """\
          - id: NEU1
            gruppe: "Ganztag"
            text: >-
              Die Angebote der Ganztagsschulen werden bis zum Ende des Schuljahres für alle Klassen
              bedarfsgerecht erweitert.
            zustaendig:
              - schulen
              - {akteur: land, rolle: mitwirkung}
            ergebnisziele:
              - id: NEU2
                text: "Ein Konzept liegt vor."
""",
    ),
    "a short goal among goals in braces": (
        "examples/auental",
        new_goal("MA07", stufe="arbeitsschritte", text="Der Fahrplan hängt aus, auch im Netz."),
        "goals.yaml",
        '        - {id: NEU1, text: "Der Fahrplan hängt aus, auch im Netz."}\n',
    ),
    "a goal in the other county": (
        "examples/auental",
        new_goal("TZ03", stufe="massnahmen", text="Ein Kurs findet statt.", ersetzt=["MA05"], zustaendig=["vhs", {"akteur": "wohlfahrt", "rolle": "mitwirkung"}]),
        "goals.yaml",
        """\
      - id: NEU1
        ersetzt: [MA05]
        text: Ein Kurs findet statt.
        zustaendig: [vhs, {akteur: wohlfahrt, rolle: mitwirkung}]
""",
    ),
    "a body": (
        "strategy",
        lambda d: d["akteure"].append({"id": "energie", "name": "Energieagentur", "art": "extern"}),
        "actors.yaml",
        '  - id: energie\n    name: "Energieagentur"\n    art: extern\n',
    ),
    "a body in braces": (
        "examples/auental",
        lambda d: d["akteure"].append({"id": "energie", "name": "Energieagentur", "art": "extern", "teil_von": "landratsamt"}),
        "actors.yaml",
        "- {id: energie, name: Energieagentur, art: extern, teil_von: landratsamt}\n",
    ),
    "a figure, after a blank line": (
        "strategy",
        lambda d: d["abbildungen"].append({**d["abbildungen"][0], "id": "ABB3", "stationen": d["abbildungen"][0]["stationen"][:2]}),
        "figures.yaml",
        """\

  - id: ABB3
    art: kreislauf
    titel: Planungskreislauf
    quelle: "Nachgebildet nach dem Text von Kapitel 2; die gedruckte Abbildung liegt nicht vor."
    alternativtext: >-
      Kreislauf mit sechs Schritten, die fließend ineinander übergehen: Bedarfsermittlung,
      Schwerpunktsetzung und Ziele, Maßnahmeplanung, Umsetzung, Controlling und Evaluation,
      Neuausrichtung. Auf den letzten Schritt folgt wieder die Bedarfsermittlung.
    stationen:
      - {titel: Bedarfsermittlung, text: "Sozialberichte und Datenauswertungen zeigen, was gebraucht wird."}
      - {titel: Schwerpunktsetzung und Ziele, text: "Themen werden gewichtet, Ziele und Aufgaben der Ämter abgeleitet."}
""",
    ),
    "a reason": (
        "strategy",
        lambda d: d["aenderungen"].append({"id": "EZ02", "art": "text", "einstufung": "redaktionell", "begruendung": "Gekürzt: siehe oben."}),
        "changes.yaml",
        '  - id: EZ02\n    art: text\n    einstufung: redaktionell\n    begruendung: "Gekürzt: siehe oben."\n',
    ),
    "a chapter and a note": (
        "examples/auental",
        lambda d: (d["kopf"]["kapitel"].append({"id": "dank", "titel": "Dank", "nummeriert": False}), d["kopf"]["hinweise"].append(LONG)),
        "strategy.yaml",
        "- Die Angebote der Ganztagsschulen werden bis zum Ende des Schuljahres für alle Klassen\n"
        "  bedarfsgerecht erweitert.\n"
        "- {id: dank, titel: Dank, nummeriert: false}\n",
    ),
    "an abbreviation, in its place of the alphabet": (
        "strategy",
        lambda d: d["kopf"]["abkuerzungen"].update({"OECD": "Organisation: Entwicklung"}),
        "strategy.yaml",
        '  OECD: "Organisation: Entwicklung"\n',
    ),
    "a rule of the house that was not there": (
        "strategy",
        lambda d: d["kopf"].update(schweregrade={"Z308": "aus"}),
        "strategy.yaml",
        "schweregrade:\n  Z308: aus\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHIPPED)
def test_an_addition_to_a_shipped_file(name: str) -> None:
    folder, change, file, lines = SHIPPED[name]
    assert added(folder, change) == {file: lines.splitlines()}


@pytest.mark.parametrize("folder", COUNTIES)
@pytest.mark.parametrize(
    ("key", "file"),
    [("akteure", "actors"), ("kennzahlen", "key_figures"), ("quellen", "sources"), ("plaene", "sources"),
     ("abbildungen", "figures"), ("aenderungen", "changes"), ("themen", "recommendations")],
)  # fmt: skip
def test_an_entry_of_any_register_only_adds_lines(folder: str, key: str, file: str) -> None:
    """At the start, in the middle and at the end."""
    entries = getattr(SAYS[folder], key)
    for at in (0, len(entries) // 2, len(entries)):

        def change(data: Data, at: int = at) -> None:
            like = {**data[key][-1], "id": "NEU1", "empfehlungen": []}
            entry = {k: v for k, v in like.items() if k != "empfehlungen" or key == "themen"}
            data[key].insert(at, entry)

        assert set(added(folder, change)) == {f"{file}.yaml"}
