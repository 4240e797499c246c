"""Lists of several levels under one goal change places although nothing else changes."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from generator.edit.rewrite import rewritten
from tests.edit.editing import HEAD, Data, county, goal, read, wanted, with_result

LEVELS = ("massnahmen", "pruefsteine", "schritte")
STUFEN = """\
stufen:
- {schluessel: ziele, name: Ziel, mehrzahl: Ziele, praefix: Z}
- {schluessel: massnahmen, name: Maßnahme, mehrzahl: Maßnahmen, praefix: M, unter: ziele}
- {schluessel: pruefsteine, name: Prüfstein, mehrzahl: Prüfsteine, praefix: P, unter: ziele}
- {schluessel: schritte, name: Schritt, mehrzahl: Schritte, praefix: S, unter: ziele}
"""
START = "handlungsfelder:\n- id: HF1\n  titel: Bildung\n  ziele:\n"
BLOCK = """\
  - id: Z1
    text: Alle lernen.
    massnahmen:   # die ersten
    - {id: M1, text: Eins.}
    # vor der zweiten
    - {id: M2, text: Zwei.}
    pruefsteine:
    - id: P1
      text: Geprüft wird jährlich.
    schritte:
    - id: S1
      text: Es geht los.
  - id: Z2
    text: Niemand bleibt zurück.
"""
FORMS = {
    "in lines": BLOCK,
    "with Windows line ends": BLOCK.replace("\n", "\r\n"),
    "with keys in quotes": BLOCK.replace("schritte:", '"schritte":'),
    "without a line end": BLOCK.rstrip("\n"),
    "with the ID between them": """\
  - massnahmen:
    - {id: M1, text: Eins.}
    id: Z1
    pruefsteine: [{id: P1, text: Geprüft.}]
    text: Alle lernen.
    schritte:
    - {id: S1, text: Es geht los.}
""",
    "in braces": "  - {id: Z1, text: Alle., massnahmen: [{id: M1, text: Eins.}], "
    "pruefsteine: [{id: P1, text: Zwei.}], schritte: [{id: S1, text: Drei.}]}\n",
    "in braces over several lines": """\
  - {id: Z1, text: Alle lernen.,
     massnahmen: [{id: M1, text: Eins.}],  # eins
     pruefsteine: [{id: P1, text: Zwei.}],
     schritte: [{id: S1, text: Drei.}]}
""",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("order", list(permutations(LEVELS)))
def test_lists_stand_in_any_order_and_keep_what_they_hold(
    form: str, order: tuple[str, ...]
) -> None:
    files = county(head=HEAD + STUFEN, goals=START + FORMS[form])

    def change(data: Data) -> None:
        goal(data, "Z1")["kinder"].sort(key=lambda child: order.index(child["stufe"]))

    strategy = wanted(read(files), change)
    result = rewritten(files, strategy)
    after = with_result(files, result)
    levels = dict.fromkeys(child.stufe for child in read(after).by_id["Z1"].kinder)
    assert tuple(levels) == order
    assert (order == LEVELS) == (result == {})
    before, now = files["goals.yaml"].decode(), after["goals.yaml"].decode()
    assert sorted(re.findall(r"\w+", before)) == sorted(re.findall(r"\w+", now))


def test_a_list_moves_with_its_comments_and_no_other_line_changes() -> None:
    files = county(head=HEAD + STUFEN, goals=START + BLOCK)

    def change(data: Data) -> None:
        goal(data, "Z1")["kinder"].sort(key=lambda c: LEVELS[::-1].index(c["stufe"]))

    result = rewritten(files, wanted(read(files), change))["goals.yaml"]
    lines = BLOCK.splitlines(keepends=True)
    parts = lines[:2], lines[2:6], lines[6:9], lines[9:12], lines[12:]
    head, first, second, third, rest = ("".join(part) for part in parts)
    assert (result or b"").decode() == START + head + third + second + first + rest
