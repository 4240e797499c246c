"""The Änderungsfassung tells the moves that the comparison by ID tells, and no others."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest

from generator.model.goal import Handlungsfeld, Ziel
from generator.model.kinds import printed_id
from generator.model.recommendation import Empfehlung, Thema
from generator.model.strategy import Strategy
from generator.render.blocks import Heading, Paragraph
from tests.compare.county import county as lindental
from tests.compare.county import goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import compare, diff, redline_document
from tests.render.conftest import shipped
from tests.render.documents.settled import w
from tests.render.documents.test_redline import check
from tests.render.documents.tracked import (
    Data,
    body,
    changed,
    headings,
    listed,
    marks,
    remark,
    rows,
    text_of,
)


def told(old: Strategy, new: Strategy) -> set[str]:
    """The goals and Empfehlungen of both editions that moved or stand below what did."""
    moved = {change.id for change in diff(old, new) if change.kind in ("moved", "reordered")}
    chapters = {chapter.inhalt: chapter.id in moved for chapter in new.kopf.kapitel}
    found: set[str] = set()

    def walk(element: Handlungsfeld | Ziel | Thema | Empfehlung, above: bool) -> None:
        goes = above or element.id in moved
        if goes and isinstance(old.by_id.get(element.id), Ziel | Empfehlung):
            found.add(element.id)
        below = "empfehlungen" if isinstance(element, Thema) else "kinder"
        for child in getattr(element, below, ()):
            walk(child, goes)

    for element in chain(new.ziele.uebergreifend.kinder, new.ziele.handlungsfelder):
        walk(element, chapters.get("ziele", False))
    for thema in new.themen:
        walk(thema, chapters.get("empfehlungen", False))
    return found


def printed(strategy: Strategy) -> set[str]:
    """Without what random changes hung below a goal that may carry none."""
    below = {
        stufe.schluessel: strategy.kopf.children_of(stufe.schluessel)
        for stufe in strategy.kopf.stufen
    }
    found = {empfehlung.id for empfehlung in strategy.recommendations()}
    waiting = list(strategy.roots())
    while waiting:
        here = waiting.pop()
        found.add(here.id)
        waiting += here.kinder if below[here.stufe] else ()
    return found


@pytest.fixture(scope="module")
def adopted() -> Strategy:
    """The edition of the fictional county before the one it works on."""
    return shipped("examples/auental/editions/2023")


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_comparison_calls_moved_is_marked_so_and_nothing_else(
    county: Strategy, edition: Strategy, seed: int
) -> None:
    old = (county, edition, lindental())[seed % 3]
    new = fortschreibung(old, seed)
    found = list(rows(body(old, new)))
    for kind in ("del", "ins"):
        moved = {shown for mark, note, shown in found if note and mark == kind}
        side = old if kind == "del" else new
        there = told(old, new) & printed(side)
        elements = (*side.goals(), *side.recommendations())
        assert moved == {printed_id(element) for element in elements if element.id in there}


def test_the_example_names_the_moves_of_its_comparison(adopted: Strategy, county: Strategy) -> None:
    text = body(adopted, county)
    assert listed(text) == [
        "AS06 (von MA05 nach MA15)",
        "AS07 (von MA05 nach MA16)",
        "AS11 (innerhalb von MA07 an die erste Stelle)",
        "MA08 (von TZ05 nach TZ06)",
        "WZ05 (von „Teilhabe und Engagement“ nach „Unterwegs und erreichbar“)",
        "MA14 (von TZ08 nach TZ10)",
        "AS15 (von MA11 nach MA17)",
        "AS16 (von MA12 nach MA17)",
    ]
    goal = "Digitale Angebote schließen niemanden aus."
    assert list(headings(text)) == [
        ("ins", "", "Was seit der ersten Fassung geschehen ist"),
        ("ins", "verschoben aus „Teilhabe und Engagement“", goal),
        ("del", "verschoben nach „Unterwegs und erreichbar“", goal),
    ]
    found = list(rows(text))
    stayed = {id_ for _, note, id_ in found if not note}
    assert not [id_ for id_ in stayed if id_ in adopted.by_id and id_ in county.by_id]
    assert ("del", "verschoben nach „Unterwegs und erreichbar“", "TZ08") in found
    assert ("ins", "verschoben aus „Teilhabe und Engagement“", "TZ08") in found
    assert ("ins", "verschoben aus TZ08", "MA14") in found


def test_a_leitziel_that_moves_leaves_the_handlungsfeld_where_it_is(edition: Strategy) -> None:
    def move(data: Data) -> None:
        (_, second, third, *_) = data["ziele"]["handlungsfelder"]
        leitziel = next(g for g in third["kinder"] if g["id"] == "LZ07")
        third["kinder"].remove(leitziel)
        second["kinder"].append(leitziel)

    new = changed(edition, move)
    text = body(edition, new)
    (line,) = listed(text)
    assert line.startswith("LZ07 (von „Frühkindliche Bildung")
    assert "“ nach „" in line
    for found in (rows(text), headings(text)):
        there, here = (new.by_id[id_] for id_ in ("HF2", "HF3"))
        assert isinstance(there, Handlungsfeld)
        assert isinstance(here, Handlungsfeld)
        gone, come = f"verschoben nach „{there.titel}“", f"verschoben aus „{here.titel}“"
        assert {note for _, note, _ in found} == {gone, come}
    titles = {feld.titel for feld in edition.ziele.handlungsfelder}
    assert titles.isdisjoint(words for _, _, words in headings(text))
    assert not [words for _, _, words in marks(text) if "Punkt" in words]
    check(edition, new)


def test_numbers_that_shift_are_no_way_that_a_goal_went(edition: Strategy) -> None:
    def edit(data: Data) -> None:
        chapter = {"id": "rueckblick", "titel": "Rückblick auf die Umsetzung"}
        data["kopf"]["kapitel"] = [chapter, *data["kopf"]["kapitel"]]
        results = goal(data, "PZ06")["kinder"]
        results.insert(0, results.pop([r["id"] for r in results].index("EZ13")))

    text = body(edition, changed(edition, edit))
    assert listed(text) == ["EZ13 (innerhalb von PZ06 an die erste Stelle)"]
    said = "verschoben in PZ06"
    assert list(rows(text)) == [("ins", said, "EZ13"), ("del", said, "EZ13")]
    assert list(headings(text)) == [("ins", "", "Rückblick auf die Umsetzung")]


def test_text_that_changes_on_the_way_says_verschoben_in_both_places() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ02").setdefault("kinder", []).append(pop(data, "LZ01", 0))
        data["texte"][0]["inhalt"] = "Der Bedarf an Plätzen in Ganztagsschulen steigt weiter."
        goal(data, "EZ02")["text"] = "Das Mittagessen ist für alle bezahlbar."
        del goal(data, "PZ01")["kinder"][3]

    new = lindental(edit)
    text = body(lindental(), new)
    found = marks(text)
    assert ("del", "", "Der Bedarf an Ganztagsplätzen steigt seit Jahren.") in found
    assert ("ins", "", "Der Bedarf an Plätzen in Ganztagsschulen steigt weiter.") in found
    assert ("del", "", "Das Mittagessen ist bezahlbar.") in found
    assert ("ins", "", "Das Mittagessen ist für alle bezahlbar.") in found
    ways = {(kind, shown): way for kind, way, shown in rows(text)}
    assert ways["del", "EZ02"] == "verschoben nach LZ02"
    assert ways["ins", "EZ02"] == "verschoben aus LZ01"
    assert ways["del", "EZ04"] == "", "what is removed on the way has not moved"
    (said,) = [remark(row) for row in text.iter(w("tr")) if "für alle" in text_of(row)]
    assert said == "Verschoben aus LZ01.\nWortlaut bisher: Das Mittagessen ist bezahlbar."
    check(lindental(), new)


def test_chapters_handlungsfelder_and_cross_cutting_goals_have_ways_of_their_own() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["kapitel"].insert(1, data["kopf"]["kapitel"].pop(3))
        (first, second) = data["ziele"]["handlungsfelder"]
        data["ziele"]["handlungsfelder"] = [second, first]
        data["ziele"]["uebergreifend"]["kinder"] = [second["kinder"].pop()]
        first["kinder"][0]["kinder"][1] |= {"stufe": "ergebnisziele"}

    new = lindental(edit)
    text = body(lindental(), new)
    assert listed(text) == [
        "„Fazit und Ausblick“ (hinter „Vorwort“)",
        "LZ02 (von „Wohnen“ nach außerhalb der Handlungsfelder)",
        "„Wohnen“ (an die erste Stelle)",
        "PZ02 (innerhalb von LZ01, nun als Ergebnisziel)",
    ]
    assert ("ins", "verschoben von außerhalb der Handlungsfelder", "LZ02") in list(
        rows(body(new, lindental()))
    )
    check(lindental(), new)
    check(new, lindental())


@pytest.mark.parametrize("folder", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_a_goal_that_moves_with_its_handlungsfeld_says_so_once(folder: str) -> None:
    """Its heading does, and not the line with level and ID right above as well."""
    old = shipped(folder)

    def turn(data: Data) -> None:
        first, *others = data["ziele"]["handlungsfelder"]
        data["ziele"]["handlungsfelder"] = [*others, first]

    blocks = redline_document(
        compare(old, changed(old, turn)), author="Fortschreibung", date="2026-11-22"
    ).blocks
    pairs = [
        (one.note, other.note)
        for one, other in pairwise(blocks)
        if isinstance(one, Paragraph) and one.style == "goal_label" and isinstance(other, Heading)
    ]
    assert {pair for pair in pairs if any(pair)} == {("", "Verschoben.")}
