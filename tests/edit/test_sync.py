"""Each operation on a YAML file as text before and after."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.edit.editing import Change, Data, county, edited, goal, pop_goal

ACTORS = """\
# Register der Stellen
akteure:
  # Ämter des Landkreises
  - id: sozialamt
    name: Sozialamt   # in Auenbrück
    art: intern

  # Zum Jugendamt:
  # die Kitas sind noch zu klären
  - id: jugendamt
    name: Jugendamt
    art: intern
    # hier endet das Jugendamt

  - id: bund
    name: Bund
    art: bund
# Ende des Registers
"""
BUND = {"id": "land", "name": "Land: Ministerium", "art": "land", "kurz": "Land"}


def entry(identity: str) -> str:
    """The lines of an entry of ACTORS with the comments above it."""
    blocks = ACTORS.split("akteure:\n")[1].split("# Ende")[0].split("\n\n")
    return next(block for block in blocks if f"id: {identity}" in block).strip("\n") + "\n"


HEADING, END = "# Register der Stellen\nakteure:\n", "# Ende des Registers\n"
SOZIALAMT, JUGENDAMT, BUNDES = entry("sozialamt"), entry("jugendamt"), entry("bund")
LAND = """\
  - id: land
    name: "Land: Ministerium"
    art: land
    kurz: Land
"""
COMMENT = "  # Zum Jugendamt:\n  # die Kitas sind noch zu klären\n"

REGISTER: dict[str, tuple[Change, str]] = {
    "an entry at the end, with a blank line before it like the others": (
        lambda d: d["akteure"].append(BUND),
        f"{HEADING}{SOZIALAMT}\n{JUGENDAMT}\n{BUNDES}\n{LAND}{END}",
    ),
    "an entry at the start, above the comment of what follows": (
        lambda d: d["akteure"].insert(0, BUND),
        f"{HEADING}{LAND}\n{SOZIALAMT}\n{JUGENDAMT}\n{BUNDES}{END}",
    ),
    "an entry in the middle": (
        lambda d: d["akteure"].insert(1, BUND),
        f"{HEADING}{SOZIALAMT}\n{LAND}\n{JUGENDAMT}\n{BUNDES}{END}",
    ),
    "a removed entry leaves the comment above it": (
        lambda d: d["akteure"].pop(1),
        f"{HEADING}{SOZIALAMT}\n{COMMENT}{BUNDES}{END}",
    ),
    "a removed last entry takes its blank line along": (
        lambda d: d["akteure"].pop(2),
        f"{HEADING}{SOZIALAMT}\n{JUGENDAMT}{END}",
    ),
    "a moved entry takes its comments along": (
        lambda d: d["akteure"].insert(0, d["akteure"].pop(1)),
        f"{HEADING}{JUGENDAMT}\n{SOZIALAMT}\n{BUNDES}{END}",
    ),
    "a moved and changed entry": (
        lambda d: (d["akteure"].append(d["akteure"].pop(0)), d["akteure"][2].update(art="extern")),
        f"{HEADING}{JUGENDAMT}\n{BUNDES}\n{SOZIALAMT.replace('intern', 'extern')}{END}",
    ),
    "all entries removed": (
        lambda d: d["akteure"].clear(),
        f"{HEADING.replace(':', ': []', 1)}  # Ämter des Landkreises\n{COMMENT}{END}",
    ),
    "a value, with the comment behind it": (
        lambda d: d["akteure"][0].update(name="Amt für Soziales"),
        ACTORS.replace("Sozialamt   #", "Amt für Soziales   #"),
    ),
    "a key that was not there, where siblings or the model have it": (
        lambda d: d["akteure"][1].update(kurz="JA", bis=2027),
        ACTORS.replace(
            "    art: intern\n    # hier",
            "    art: intern\n    kurz: JA\n    bis: 2027\n    # hier",
        ),
    ),
    "a list that was not there": (
        lambda d: d["akteure"][2].update(frueher=[{"name": "Bund, alt", "bis": 1990}]),
        ACTORS.replace("    art: bund\n", '    art: bund\n    frueher: [{name: "Bund, alt", bis: 1990}]\n'),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REGISTER)
def test_an_entry_of_a_register(name: str) -> None:
    change, after = REGISTER[name]
    assert edited(county(actors=ACTORS), change) == {"actors.yaml": after}


GOALS = """\
handlungsfelder:
- id: HF1
  titel: Bildung
  leitziele:
  # das Wichtigste
  - id: LZ1
    text: >-
      Alle Kinder lernen,
      was sie brauchen.
    prozessziele:
    # vom Schulamt gewünscht
    - id: PZ1
      text: Schulen werden ausgebaut.   # bis 2030
      zustaendig: [schulamt]
      # Ende von PZ1
    - {id: PZ2, text: Horte werden ausgebaut.}
    # hier ist noch Platz
  - id: LZ2
    text: "Niemand bleibt zurück."
- id: HF2
  titel: Wohnen
  leitziele: []
- id: HF3
  titel: Alter
  leitziele:
      - id: LZ3
        text: 'Ältere Menschen
          wohnen gut.'
        prozessziele: [{id: PZ5, text: Umbau wird gefördert.}, {id: PZ6, text: Umzug wird begleitet.}]
"""
LZ1 = GOALS[GOALS.index("  # das Wichtigste") : GOALS.index("  - id: LZ2")]
PZ1 = GOALS[GOALS.index("    # vom Schulamt") : GOALS.index("    - {id: PZ2")]
PZ2 = "    - {id: PZ2, text: Horte werden ausgebaut.}\n"
LZ2 = '  - id: LZ2\n    text: "Niemand bleibt zurück."\n'


def move(identity: str, target: str, at: int) -> Change:
    def change(data: Data) -> None:
        moved = pop_goal(data, identity)
        goal(data, target)["kinder"].insert(at, moved)

    return change


def all_of(*changes: Change) -> Change:
    return lambda data: [change(data) for change in changes]


def swap(data: Data) -> None:
    """PZ1 takes the place of LZ1, which now stands below it."""
    below = pop_goal(data, "PZ1")
    above = pop_goal(data, "LZ1")
    below["kinder"].append(above)
    below["stufe"], above["stufe"] = "leitziele", "prozessziele"
    goal(data, "HF1")["kinder"].insert(0, below)


TREE: dict[str, tuple[Change, str]] = {
    "a goal moves below one that had none, with comments": (
        move("PZ1", "LZ2", 0),
        GOALS.replace(PZ1, "").replace(LZ2, f"{LZ2}    prozessziele:\n{PZ1}"),
    ),
    "the last goal of a list takes the list with it, comments stay": (
        all_of(move("PZ1", "LZ2", 0), move("PZ2", "LZ2", 1)),
        GOALS.replace(f"    prozessziele:\n{PZ1}{PZ2}", "").replace(
            LZ2, f"{LZ2}    prozessziele:\n{PZ1}{PZ2}"
        ),
    ),
    "a goal moves into an empty list": (
        move("LZ1", "HF2", 0),
        GOALS.replace(LZ1, "").replace("  leitziele: []\n", f"  leitziele:\n{LZ1}"),
    ),
    "a goal moves out of brackets": (
        move("PZ5", "LZ1", 1),
        GOALS.replace("{id: PZ5, text: Umbau wird gefördert.}, ", "").replace(
            PZ2, f"    - {{id: PZ5, text: Umbau wird gefördert.}}\n{PZ2}"
        ),
    ),
    "a goal moves into brackets and keeps its comments": (
        move("PZ1", "LZ3", 1),
        GOALS.replace(PZ1, "").replace(
            "gefördert.}, ",
            "gefördert.},\n  # vom Schulamt gewünscht\n  # bis 2030\n  # Ende von PZ1\n"
            "  {id: PZ1, text: Schulen werden ausgebaut., zustaendig: [schulamt]}, ",
        ),
    ),
    "a moved goal is indented like its new siblings, with its own changes": (
        all_of(
            lambda d: goal(d, "LZ3").update(text="Ältere Menschen wohnen lange gut."),
            lambda d: goal(d, "PZ6").update(text="Umzug, wo nötig."),
            move("LZ3", "HF1", 2),
        ),
        GOALS[: GOALS.index("  leitziele:\n      - id")].replace(
            LZ2,
            f"{LZ2}  - id: LZ3\n    text: 'Ältere Menschen\n      wohnen lange gut.'\n"
            "    prozessziele: [{id: PZ5, text: Umbau wird gefördert.}, "
            '{id: PZ6, text: "Umzug, wo nötig."}]\n',
        ),
    ),
    "a goal of another level is written under the key of its level": (
        lambda d: goal(d, "LZ1")["kinder"].append({"id": "EZ1", "stufe": "ergebnisziele", "text": "Ein Konzept liegt vor."}),
        GOALS.replace(
            f"{PZ2}    # hier",
            f"{PZ2}    ergebnisziele:\n    - id: EZ1\n      text: Ein Konzept liegt vor.\n    # hier",
        ),
    ),
    "a goal in braces that gets goals below it is spread out": (
        move("LZ2", "PZ2", 0),
        GOALS.replace(LZ2, "").replace(
            PZ2,
            "    - id: PZ2\n      text: Horte werden ausgebaut.\n      leitziele:\n"
            + LZ2.replace("  ", "      ", 1).replace("    text", "        text"),
        ),
    ),
    "goals outside every Handlungsfeld": (
        lambda d: d["ziele"]["uebergreifend"].update(kinder=[pop_goal(d, "LZ2")]),
        f"uebergreifend:\n  leitziele:\n{LZ2}" + GOALS.replace(LZ2, ""),
    ),
    "a Handlungsfeld moves with all that hangs below it": (
        lambda d: d["ziele"]["handlungsfelder"].reverse(),
        "handlungsfelder:\n"
        + "".join(f"- id: {part}" for part in reversed(GOALS.split("- id: HF")[1:])).replace("- id: ", "- id: HF").replace("HFLZ", "LZ").replace("HFPZ", "PZ"),
    ),
    "a Handlungsfeld is removed with all that hangs below it": (
        lambda d: d["ziele"]["handlungsfelder"].pop(0),
        "handlungsfelder:\n" + GOALS[GOALS.index("- id: HF2") :],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TREE)
def test_a_goal(name: str) -> None:
    change, after = TREE[name]
    assert edited(county(goals=GOALS), change) == {"goals.yaml": after}


def test_a_goal_and_the_one_above_it_change_places() -> None:
    after = edited(county(goals=GOALS), swap)["goals.yaml"]
    assert after is not None
    assert after.startswith(
        dedent("""\
        handlungsfelder:
        - id: HF1
          titel: Bildung
          leitziele:
          # vom Schulamt gewünscht
          - id: PZ1
            text: Schulen werden ausgebaut.   # bis 2030
            zustaendig: [schulamt]
            prozessziele:
            # das Wichtigste
            - id: LZ1
              text: >-
                Alle Kinder lernen,
                was sie brauchen.
              prozessziele:
              - {id: PZ2, text: Horte werden ausgebaut.}
              # hier ist noch Platz
            # Ende von PZ1
          - id: LZ2
        """)
    )


def test_lists_of_two_levels_change_places_with_all_they_hold() -> None:
    lists = (
        "    teilziele:   # Etappen\n    # die erste\n    - id: TZ1\n      text: Rat ist da.\n",
        "    pruefgroessen:\n    - {id: PG1, text: Zahl der Beratungen}\n    - {id: PG2, text: Dauer}\n",
    )
    head = """\
format: 1
fassung: {kennung: a, bezeichnung: A, status: entwurf, stand: 2026-01-05}
stufen:
- {schluessel: ziele, name: Ziel, mehrzahl: Ziele, praefix: Z}
- {schluessel: teilziele, name: Teilziel, mehrzahl: Teilziele, praefix: TZ}
- {schluessel: pruefgroessen, name: Prüfgröße, mehrzahl: Prüfgrößen, praefix: PG, unter: ziele}
"""
    start = "handlungsfelder:\n- id: HF1\n  titel: Wohnen\n  ziele:\n  - id: Z1\n    text: Wohnen ist sicher.\n"

    def change(data: Data) -> None:
        goal(data, "Z1")["kinder"].reverse()
        goal(data, "PG1")["text"] = "Zahl aller Beratungen"

    files = county(head=head, goals=start + "".join(lists))
    first, second = lists[1].splitlines(keepends=True)[1:]
    reversed_list = f"    pruefgroessen:\n{second}{first}".replace("Zahl der", "Zahl aller")
    assert edited(files, change) == {"goals.yaml": start + reversed_list + lists[0]}


def rename_levels(data: Data) -> None:
    names = {"leitziele": "ziele", "prozessziele": "massnahmen"}
    for stufe in data["kopf"]["stufen"]:
        stufe["schluessel"] = names.get(stufe["schluessel"], stufe["schluessel"])
    for identity in ("LZ1", "LZ2", "LZ3"):
        goal(data, identity)["stufe"] = "ziele"
    for identity in ("PZ1", "PZ2", "PZ5", "PZ6"):
        goal(data, identity)["stufe"] = "massnahmen"


def test_a_level_of_another_name_renames_its_keys_in_place_empty_lists_too() -> None:
    after = edited(county(goals=GOALS), rename_levels)
    renamed = GOALS.replace("leitziele:", "ziele:").replace("prozessziele:", "massnahmen:")
    assert after["goals.yaml"] == renamed
    assert "  - {schluessel: ziele, name: Leitziel" in (after["strategy.yaml"] or "")


SINGLE: dict[str, tuple[str, Change, str]] = {
    "a list written as one word stays one word": (
        "nachfolger: jugendamt  # seit 2025",
        lambda a: a.update(nachfolger=["bund"]),
        "nachfolger: bund  # seit 2025",
    ),
    "a list written as one word becomes a list": (
        "nachfolger: jugendamt  # seit 2025",
        lambda a: a.update(nachfolger=["jugendamt", "bund"]),
        "nachfolger: [jugendamt, bund]  # seit 2025",
    ),
    "an empty value is filled before its comment": (
        "nachfolger: # noch offen",
        lambda a: a.update(nachfolger=["bund"]),
        "nachfolger: bund # noch offen",
    ),
    "a value that says nothing is replaced": (
        "bis: ~",
        lambda a: a.update(bis=2027),
        "bis: 2027",
    ),
    "a number keeps its quotes": (
        "bis: '2026'",
        lambda a: a.update(bis=2027),
        "bis: '2027'",
    ),
    "lines in a list of brackets": (
        "frueher: [\n      {name: A, bis: 2000}, # eins\n      {name: B, bis: 2010}  # zwei\n    ]",
        lambda a: a["frueher"].append({"name": "C", "bis": 2020}),
        "frueher: [\n      {name: A, bis: 2000}, # eins\n      {name: B, bis: 2010},\n      {name: C, bis: 2020}  # zwei\n    ]",
    ),
    "an item in the middle of brackets goes with its comment": (
        "frueher: [\n      {name: A, bis: 1}, # eins\n      {name: B, bis: 2}, # zwei\n      {name: C, bis: 3} # drei\n    ]",
        lambda a: a["frueher"].pop(1),
        "frueher: [\n      {name: A, bis: 1}, # eins\n      {name: C, bis: 3} # drei\n    ]",
    ),
    "the last item of brackets": (
        "frueher: [{name: A, bis: 1}, {name: B}, ]",
        lambda a: a["frueher"].pop(1),
        "frueher: [{name: A, bis: 1}, ]",
    ),
    "a pair in brackets without braces": (
        "frueher: [name: A, name: B]",
        lambda a: a["frueher"][0].update(bis=2000),
        "frueher: [{name: A, bis: 2000}, name: B]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SINGLE)
def test_a_value_in_any_of_its_forms(name: str) -> None:
    before, change, after = SINGLE[name]
    head = "akteure:\n  - id: schulamt\n    name: Schulamt\n    art: intern\n    "
    rest = "\n  - {id: jugendamt, name: Jugendamt, art: intern}\n  - {id: bund, name: Bund, art: bund}\n"
    result = edited(county(actors=head + before + rest), lambda d: change(d["akteure"][0]))
    assert result == {"actors.yaml": head + after + rest}


BODIES: dict[str, tuple[str, list[Data], str]] = {
    "a bare ID becomes an entry": (
        "[schulamt, bund]",
        [{"akteur": "schulamt", "rolle": "mitwirkung"}, {"akteur": "bund"}],
        "[{akteur: schulamt, rolle: mitwirkung}, bund]",
    ),
    "an entry keeps its braces": (
        "[{akteur: schulamt, rolle: mitwirkung}, bund]",
        [{"akteur": "schulamt"}, {"akteur": "bund"}],
        "[{akteur: schulamt}, bund]",
    ),
    "another body in the same words": (
        "\n      - schulamt # fragt nach\n      - {akteur: bund, wortlaut: \"Bund, Berlin\"}",
        [{"akteur": "jugendamt"}, {"akteur": "bund", "wortlaut": "Bund (Berlin)"}],
        "\n      - jugendamt # fragt nach\n      - {akteur: bund, wortlaut: \"Bund (Berlin)\"}",
    ),
    "a body more, like the others": (
        "\n      - schulamt\n      - bund",
        [{"akteur": "schulamt"}, {"akteur": "jugendamt"}, {"akteur": "bund"}],
        "\n      - schulamt\n      - jugendamt\n      - bund",
    ),
    "bodies in another order": (
        "\n      - schulamt # eins\n      - jugendamt # zwei\n      - bund # drei",
        [{"akteur": "bund"}, {"akteur": "schulamt"}, {"akteur": "jugendamt"}],
        "\n      - bund # drei\n      - schulamt # eins\n      - jugendamt # zwei",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_the_bodies_of_a_goal(name: str) -> None:
    before, bodies, after = BODIES[name]
    head = "handlungsfelder:\n- id: HF1\n  titel: Bildung\n  leitziele:\n  - id: LZ1\n    text: Alle lernen.\n    zustaendig:"
    spaces = ("" if text.startswith("\n") else " " for text in (before, after))
    before, after = (
        f"{head}{space}{text}\n" for space, text in zip(spaces, (before, after), strict=True)
    )
    assert edited(county(goals=before), lambda d: goal(d, "LZ1").update(zustaendig=bodies)) == {
        "goals.yaml": after
    }
