"""Running numbers stand beside the IDs wherever goals are named, and are nobody's change."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from generator.edit.rewrite import edit, rewritten
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Footnote, Inline, Reference, Run
from generator.render.documents.change_list import list_document
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.documents.telling.what import reason_words
from generator.render.formats.svg import encode as svg
from tests.compare.mutate import fortschreibung
from tests.edit.editing import Data, expressible, pop_goal, read, wanted, with_result
from tests.edit.editing import goal as goal_in
from tests.editions import compare, diff, goal_graph, redline_document, strategy_document, telling
from tests.match.wordlike import without_bookmarks, wordlike
from tests.receive.word import unzipped, zipped
from tests.render.documents.test_redline import check
from tests.render.seen import inlines, printing, rows, tables, text, words
from tests.reviewing.road import records, returned, run
from tests.shapes import FILES, shape
from tools.reviewer import w

NBSP = "\u00a0"
PROSE = "Vergleiche [[ZI01]] und [[MA02]] bis [[ZI03]]; die Mittel nennt [[ziele]].\n"


def files(name: str, setting: str = "laufend") -> dict[str, bytes]:
    """A shape with running numbers and a text that refers to goals."""
    head = FILES[name]["strategy.yaml"].replace(
        b"stufen:", f"nummerierung: {setting}\nstufen:".encode()
    )
    return {**FILES[name], "strategy.yaml": head, "texts/ziele.md": PROSE.encode()}


BOTH = "below both, outside last"


@pytest.fixture
def city() -> Strategy:
    return read(files(BOTH))


def flat(blocks: tuple[Block, ...]) -> str:
    return text(blocks).replace(NBSP, " ")


def with_another_goal(city: Strategy) -> Strategy:
    """A further Ziel in front: those behind it are counted otherwise, and one Maßnahme goes."""

    def change(data: Data) -> None:
        new = {
            "id": "ZI04",
            "stufe": "ziele",
            "text": "Niemand wohnt auf der Straße.",
            "kinder": [],
        }
        goal_in(data, "HF1")["kinder"].insert(1, new)
        pop_goal(data, "MA03")
        data["kopf"]["fassung"]["kennung"] = "3"

    return wanted(city, change)


def test_rows_references_registers_and_matrix_name_level_number_and_id(city: Strategy) -> None:
    document = strategy_document(city)
    found = [line for table in tables(document.blocks) for line in rows(table)]
    assert ["Maßnahme 1.2", "MA03", "Der Mietspiegel erscheint."] in found
    assert ["Maßnahme 1", "MA01", "Die Stadt sichert Bauland."] in found
    shown = flat(document.blocks)
    assert "Vergleiche Ziel 1 (ZI01) und Maßnahme 1.1 (MA02) bis Ziel 3 (ZI03)" in shown
    assert "Maßnahmen: 1 (MA01); 1.2 (MA03); 3.1 (MA04)" in shown
    overview = next(t for t in tables(document.blocks) if rows(t)[0][0] == "Kennung")
    assert [line[0] for line in rows(overview)[1:]] == [
        "Maßnahmen", "Maßnahme 1\nMA01", "Ziele", "Ziel 1\nZI01", "Ziel 2\nZI02",
    ]  # fmt: skip
    assert rows(overview)[4][-1].replace(NBSP, " ") == "1.1 (MA02), 1.2 (MA03)"
    (matrix,) = (
        t for t in tables(document.blocks) if rows(t)[0][0] == "Stelle" and t.style == "matrix"
    )
    assert rows(matrix)[0][1:4] == ["1\nMA01", "1\nZI01", "2\nZI02"]


def test_the_sheet_names_them_too(city: Strategy) -> None:
    drawn = svg(goal_graph(city)).replace(NBSP, " ")
    for said in ("Maßnahme 1 (MA01)", "Ziel 3 (ZI03)", "Maßnahme 3.1 (MA04)"):
        assert said in drawn


def test_without_the_setting_nothing_is_numbered() -> None:
    shown = flat(strategy_document(shape(BOTH)).blocks)
    assert "Ziel 1" not in shown
    assert "Maßnahme 1" not in shown


def test_what_is_only_counted_otherwise_is_no_change_but_can_be_found(city: Strategy) -> None:
    new = with_another_goal(city)
    assert {(c.kind, c.id) for c in diff(city, new)} == {
        ("added", "ZI04"), ("removed", "MA03"), ("edition", "strategie"),
    }  # fmt: skip
    told = telling(city, new)
    assert {s.id: s.number for s in told.renumbered} == {
        "ZI01": "bisher Ziel 1, jetzt Ziel 2",
        "MA02": "bisher Maßnahme 1.1, jetzt Maßnahme 2.1",
        "ZI02": "bisher Ziel 2, jetzt Ziel 3",
        "ZI03": "bisher Ziel 3, jetzt Ziel 4",
        "MA04": "bisher Maßnahme 3.1, jetzt Maßnahme 4.1",
    }
    for document in (synopsis_document(told), page_document(told), list_document(told)):
        assert "ZI01 (bisher Ziel 1, jetzt Ziel 2)" in flat(document.blocks)


def test_the_synopsis_says_the_former_number_beside_the_new_one(city: Strategy) -> None:
    new = with_another_goal(city)
    document = synopsis_document(telling(city, new), every=True)
    first = {line[0] for table in tables(document.blocks) for line in rows(table)}
    assert {
        "ZI01\nbisher Ziel 1\njetzt Ziel 2",
        "MA03\nbisher Maßnahme 1.2",
        "ZI04\njetzt Ziel 1",
        "MA01\nMaßnahme 1",
    } <= first
    page = flat(list_document(telling(city, new)).blocks)
    assert "Ziel ZI04 (jetzt Ziel 1): neu" in page
    assert "Maßnahme MA03 (bisher Maßnahme 1.2): entfallen" in page


def test_each_edition_is_numbered_by_its_own_setting(city: Strategy) -> None:
    old = shape(BOTH)
    per_field = read(files(BOTH, "laufend-je-feld"))
    assert telling(old, city).renumbered == ()
    line = {s.id: s.number for s in telling(city, per_field).renumbered}
    assert line == {
        "ZI03": "bisher Ziel 3, jetzt Ziel 1",
        "MA04": "bisher Maßnahme 3.1, jetzt Maßnahme 1.1",
    }
    document = synopsis_document(telling(old, city), every=True)
    assert "ZI01\njetzt Ziel 1" in {r[0] for t in tables(document.blocks) for r in rows(t)}


def test_another_setting_needs_neither_a_reason_nor_a_vote_and_is_edited_back(
    city: Strategy,
) -> None:
    old = read(files(BOTH, "laufend-je-feld"))
    (entry,) = compare(old, city).changes
    assert (entry.change.kind, entry.editorial, entry.needs_vote) == ("edition", True, False)
    assert reason_words(entry)
    told = telling(old, city).changes[0]
    assert (told.words.old, told.words.new) == (
        "Nummerierung: laufend-je-feld",
        "Nummerierung: laufend",
    )
    before = files(BOTH, "laufend-je-feld")
    assert read(with_result(before, edit(before, diff(old, city)))) == city
    plain = wanted(city, lambda d: d["kopf"].update(nummerierung=None))
    assert read(with_result(files(BOTH), rewritten(files(BOTH), plain))) == plain


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("setting", ["laufend", "laufend-je-feld"])
@pytest.mark.parametrize("seed", range(4))
def test_accepting_or_rejecting_all_changes_gives_an_edition_with_its_own_numbers(
    name: str, setting: str, seed: int
) -> None:
    old = read(files(name, setting))
    check(old, expressible(fortschreibung(old, seed, steps=6)))


def marked(content: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    for inline in content:
        if isinstance(inline, Run | Reference) and not isinstance(inline, Footnote):
            yield inline.mark, inline.text.replace(NBSP, " ")


def test_the_tracked_changes_mark_the_number_alone_and_say_what_that_means(city: Strategy) -> None:
    new = with_another_goal(city)
    blocks = redline_document(compare(city, new), author="Amt", date="2026-05-01").blocks
    labels = [tuple(marked(p.content)) for p in printing(blocks) if words(p.content)[:5] == "Ziel "]
    shifted = ("plain", "Ziel "), ("deleted", "1"), ("inserted", "2"), ("plain", ", ZI01")
    assert shifted in labels
    assert "Die laufenden Nummern zählt das Programm in jeder Fassung neu." in flat(blocks)
    references = {
        (i.mark, i.text.replace(NBSP, " ")) for i in inlines(blocks) if isinstance(i, Reference)
    }
    assert {("deleted", "Ziel 1 (ZI01)"), ("inserted", "Ziel 2 (ZI01)")} <= references


@pytest.fixture
def sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """The city as a folder, its strategy as a Word file."""
    for name, data in files(BOTH).items():
        path = tmp_path / "strategy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    code, out = run(capsys, "build", "--pages", "off", "--only", "strategie")
    assert code == 0, out
    return tmp_path / "output" / "strategie.docx"


def changed(sent: Path, name: str, old: str, new: str) -> Path:
    """The file as somebody sends it back who typed over some words, all in one piece of text."""
    parts = unzipped(sent.read_bytes())
    text = parts["word/document.xml"].decode()
    assert old in text
    return returned(
        name, zipped({**parts, "word/document.xml": text.replace(old, new, 1).encode()})
    )


def test_a_returned_file_with_numbers_gives_no_statement_where_nothing_is_changed(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = wordlike(without_bookmarks(sent.read_bytes()), 3)
    assert records(capsys, sent, returned("noch-einmal", again)) == []


def test_a_number_that_somebody_typed_over_is_computed_text_and_never_taken_over(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = changed(sent, "nummer", ">Maßnahme 1.2<", ">Maßnahme 1.5<")
    (found,) = records(capsys, file)
    assert (found["kind"], found["applicable"]) == ("computed", False)
    goals = Path("strategy/goals.yaml").read_bytes()
    run(capsys, "review", file, "--apply", "--offene")
    assert Path("strategy/goals.yaml").read_bytes() == goals


def test_a_wording_comes_back_although_the_draft_counts_otherwise_by_now(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goals = Path("strategy/goals.yaml")
    more = "ziele:\n      - {id: ZI09, text: Alle sind willkommen.}\n      - id: ZI01"
    goals.write_text(goals.read_text().replace("ziele:\n      - id: ZI01", more, 1))
    root = etree.fromstring(unzipped(sent.read_bytes())["word/document.xml"])
    (heading,) = (  # neither the contents nor the overview, which name it too
        etree.tostring(p, encoding="unicode").partition(">")[2]
        for p in root.iter(w("p"))
        if p.find(f"{w('pPr')}/{w('pStyle')}[@{w('val')}='Zielberschrift']") is not None
        and "Nachbarn kennen sich." in "".join(p.itertext())
    )
    helped = heading.replace("Nachbarn kennen sich.", "Nachbarn helfen einander.")
    file = changed(sent, "wortlaut", heading, helped)
    (found,) = records(capsys, file)
    assert (found["kind"], found["element"], found["applicable"]) == ("reworded", "ZI02", True)
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert "Übernommen: 1 Änderung." in out, out
    assert code == 0
    assert "text: Nachbarn helfen einander." in goals.read_text()


def test_a_new_row_is_known_by_its_label_whatever_number_stands_behind_it(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = unzipped(sent.read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    row = next(
        r for r in root.iter(w("tr")) if "Der Mietspiegel erscheint." in "".join(r.itertext())
    )
    copy = deepcopy(row)
    for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    for piece in copy.iter(w("t")):
        if piece.text == "Der Mietspiegel erscheint.":
            piece.text = "Die Stadt kauft Häuser an."
        elif piece.text == "MA03":
            piece.text = "neu"
        elif piece.text == "Maßnahme 1.2":
            piece.text = "Maßnahme 1.3"
    row.getnext().addnext(copy)
    file = returned("zeile", zipped({**parts, "word/document.xml": etree.tostring(root)}))
    (found,) = records(capsys, file)
    assert (found["kind"], found["parent"], found["after"]) == ("added", "ZI01", "MA03")
