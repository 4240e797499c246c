"""What reviewers do to texts, headings, captions and names finds its way into the files, markup kept."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from generator.cli import main
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import (
    LOOKS,
    fingerprint,
    lines,
    output,
    plain,
    records,
    returned,
    run,
)
from tools.rearranger import Rearranger
from tools.reviewer import text_of, w
from tools.tracking import Tracker
from tools.word_places import drop

STORY = "word/document.xml"


def typed(*changes: tuple[str, str], last: bool = True) -> Path:
    """The document with words typed over where they stand last (or first) in the text."""
    files = unzipped(output().read_bytes())
    story = files[STORY].decode()
    for old, new in changes:
        before, found, behind = story.rpartition(old) if last else story.partition(old)
        assert found, old
        story = before + new + behind
    return returned("amt", zipped(files | {STORY: story.encode()}))


def changed_lines(before: dict[str, list[bytes]]) -> list[tuple[str, str, str]]:
    """Name, old line and new line of what is another one now."""
    now = lines(Path("strategy"))
    return [
        (name, was.decode().strip(), line.decode().strip())
        for name in before
        for was, line in zip(before[name], now[name], strict=True)
        if was != line
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (" lebten im Landkreis Auental ", " wohnten im Landkreis Auental ", "{{ kennzahl.einwohner }}"),
        (" von ihnen lebten in der eigenen", " davon lebten in der eigenen", "{{ kennzahl.pflege_daheim }}"),
        (" Darauf antwortet ", " Darauf antwortet im Auental ", "[[TZ03]]"),
        ("ihre Kraft erschöpft ist.", "ihre Kraft zu Ende ist.", "[@sommerfeld2021, S. 88]"),
        ("Pflege geschieht zu Hause", "Pflege geschieht daheim", "## Pflege"),
        ("wenn auch nur am Vormittag.", "wenn auch nicht am Abend.", "2. Der Rufbus"),
        (" Rat, Umbau und Pflege sollen", " Guter Rat und Umbau sollen", "**Zu Hause bleiben können:** Guter Rat"),
        ("Zu Hause bleiben können:", "Daheim bleiben können:", "**Daheim bleiben können:** Rat"),
        ("Was geschieht als Nächstes?", "Was geschieht danach?", "| Arbeitsschritt |"),
    ],
)  # fmt: skip
def test_a_word_typed_over_in_a_text_changes_its_line_and_keeps_the_markup(
    old: str, new: str, line: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside values, references and works; in headings, lists, emphasis and cells."""
    before = lines(Path("strategy"))
    file = typed((old, new))
    (one,) = records(capsys, file)
    assert (one["kind"], one["field"], one["applicable"]) == ("text", "prose", True)
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert (code, "Übernommen: 1 Änderung." in out) == (0, True)
    made = changed_lines(before)
    assert {name for name, _, _ in made} == {f"texts/{one['element']}.md"}
    text = Path(f"strategy/texts/{one['element']}.md").read_text("utf-8")
    assert line in " ".join(text.split())
    assert main(["build", "--pages", "off", "--only", "strategie"]) == 0
    assert all(r["why"] == "Steht schon so in der Strategie." for r in records(capsys, file))


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("91.860\xa0Menschen", "92.000\xa0Menschen", "key_figures.yaml bei «einwohner»"),
        (">TZ03</w:t>", ">TZ04</w:t>", "der Verweis führt zu «TZ03»"),
        ("mit 5 Empfehlungen", "mit 6 Empfehlungen", "zählt das Programm"),
    ],
)
def test_a_change_inside_a_computed_value_is_a_question_that_names_where_it_comes_from(
    old: str, new: str, where: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    once = fingerprint(Path("strategy"))
    file = typed((old, new), last=False)
    (one,) = records(capsys, file)
    assert (one["kind"], one["applicable"]) == ("text", False)
    assert where in one["why"]
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


@pytest.mark.parametrize(
    ("old", "new", "file", "line"),
    [
        (">Unterwegs und erreichbar<", ">Mobil und erreichbar<", "goals.yaml", "titel: Mobil und"),
        (">Wohnen und Pflege<", ">Wohnen, Pflege und Rat<", "recommendations.yaml", "Wohnen, Pflege"),
        ("Umsetzung und Fortschreibung", "Umsetzung und Bericht", "strategy.yaml", "Umsetzung und Bericht"),
        ("Fahrplan", "Fahrpläne", "goals.yaml", "gruppe: Fahrpläne"),
        ("Vom Hinweis zur Maßnahme", "Vom Hinweis zur Tat", "figures.yaml", "titel: Vom Hinweis zur Tat"),
        ("Beantwortete Fragebögen", "Zurückgesandte Fragebögen", "key_figures.yaml", "bezeichnung: Zurück"),
        ("25.905\xa0Menschen", "25.910\xa0Menschen", "key_figures.yaml", 'wert: "25.910"'),
        ('Kennung"/></w:rPr><w:t xml:space="preserve">P-5', 'Kennung"/></w:rPr><w:t xml:space="preserve">P-6', "goals.yaml", "kuerzel: P-6"),
        ("Selbstbestimmung", "Selbstbestimmtes Leben", "strategy.yaml", "Selbstbestimmtes Leben"),
        ("2025, Landkreis Auental", "2026, Landkreis Auental", "key_figures.yaml", '"2026"'),
    ],
)  # fmt: skip
def test_a_title_a_heading_a_caption_and_a_value_go_back_to_their_field(
    old: str, new: str, file: str, line: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only where it stands last in the document; one print of several suffices."""
    before = lines(Path("strategy"))
    assert not any(line.encode() in row for row in before[file])
    code, out = run(capsys, "review", typed((old, new)), "--apply", "--offene")
    assert (code, "Übernommen: 1 Änderung." in out) == (0, True), out
    made = changed_lines(before)
    assert {name for name, _, _ in made} == {file}
    assert any(line in row for _, _, row in made)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
def test_paragraphs_rows_and_bodies_put_in_taken_out_split_joined_and_moved(
    name: str, look: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is one record of the right kind with the right words; all are written, once."""
    data, book = Rearranger(name, list(LOOKS).index(look)).edit(output().read_bytes(), 8)
    file = returned("amt", LOOKS[look](data))
    found = records(capsys, file)
    told = Counter((r["kind"], plain(r["old"]), plain(r["new"])) for r in found)
    assert told == Counter((b.kind, plain(b.old), plain(b.new)) for b in book)
    assert {r["author"] for r in found} == {name or None}
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert code == 0
    assert "Nicht übernommen" not in out
    assert f"Übernommen: {len(book)} Änderungen." in out
    once = fingerprint(Path("strategy"))
    code, out = run(capsys, "review", file, "--apply", "--offene")
    assert (code, "Nicht übernommen" in out) == (0, False)
    assert fingerprint(Path("strategy")) == once


@pytest.mark.parametrize("seed", [0, 3, 5, 6])
@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
@pytest.mark.parametrize("product", ["strategie", "aenderungsfassung"])
def test_many_paragraphs_rows_and_bodies_are_told_apart_beside_our_own_marks_too(
    product: str, name: str, seed: int, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where as much went as came: a sentence put in where another was moved away, the last body of a
    table and the paragraph behind it."""
    data, book = Rearranger(name, seed).edit(output(product).read_bytes(), 40)
    found = records(capsys, returned("amt", data))
    told = Counter((r["kind"], plain(r["old"]), plain(r["new"])) for r in found)
    assert told == Counter((b.kind, plain(b.old), plain(b.new)) for b in book)
    assert {r["author"] for r in found} == {name or None}


def test_a_paragraph_split_before_a_space_begins_without_one(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "Was der Landkreis mit MA14 für seine"
    path = Path("strategy/texts/EM05.md")
    assert "für seine eigenen" in " ".join(path.read_text("utf-8").split())
    files = unzipped(output().read_bytes())
    root = etree.fromstring(files[STORY])
    place = next(p for p in root.iter(w("p")) if text_of(p).startswith(words))
    run_with = next(t for t in place.iter(w("t")) if " für seine eigenen" in (t.text or ""))
    before, _, behind = (run_with.text or "").partition("für seine eigenen")
    rest = deepcopy(place)
    run_with.text = f"{before}für seine"
    there = list(rest.iter(w("t")))[list(place.iter(w("t"))).index(run_with)]
    there.text = f" eigenen{behind}"
    drop(place, run_with, after=True)
    drop(rest, there, after=False)
    place.addnext(rest)
    Tracker("Anna Amt", "2026-11-24T10:12:00Z").mark_end(place, "ins")
    file = returned("amt", zipped(files | {STORY: etree.tostring(root)}))
    run(capsys, "review", file, "--apply", "--offene")
    assert "für seine\n\neigenen Leistungen" in path.read_text("utf-8")


def test_a_paragraph_moved_and_changed_on_the_way_keeps_its_markup(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cut, put in at the end of the chapter and changed there, without tracking."""
    files = unzipped(output().read_bytes())
    story = files[STORY].decode()
    start = story.rindex("<w:p>", 0, story.index("Pflegebedürftig waren Ende"))
    end = story.index("</w:p>", start) + len("</w:p>")
    words = story[start:end].replace("vor allem von", "meist von")
    target = story.index("</w:p>", story.index("Vereine und Kirchengemeinden", end)) + len("</w:p>")
    made = story[:start] + story[end:target] + words + story[target:]
    file = returned("amt", zipped(files | {STORY: made.encode()}))
    found = [r for r in records(capsys, file) if "footnote" not in r]
    assert [(r["kind"], r["element"], r["applicable"]) for r in found] == [("moved", "lage", True)]
    assert found[0]["to"]["paragraph"] == 9
    run(capsys, "review", file, "--apply", "--offene")
    text = " ".join(Path("strategy/texts/lage.md").read_text("utf-8").split())
    moved = "einen Treffpunkt offen. Pflegebedürftig waren Ende 2023 {{ kennzahl.pflege }};"
    assert moved in text
    assert "wird diese Versorgung meist von Angehörigen." in text
    assert "[@sommerfeld2021, S. 88] Darauf antwortet [[TZ03]]." in text
    once = fingerprint(Path("strategy"))
    run(capsys, "review", file, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once
