"""The Änderungsfassung: rejecting all changes gives the old edition, accepting all the new one."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from itertools import takewhile
from pathlib import Path
from typing import Literal

import pytest
from lxml import etree
from msgspec.structs import replace

from generator.model.strategy import Strategy
from generator.render.blocks import Document, Heading, Paragraph, Table
from generator.render.documents.redline import edition_blocks
from generator.render.formats.docx import encode
from tests.compare.county import county as lindental
from tests.compare.county import goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import compare, printed, redline_document, telling
from tests.judges import program
from tests.render.conftest import shipped
from tests.render.documents.libreoffice import settled as settled_by_libreoffice
from tests.render.documents.settled import Line, settle, w
from tests.render.formats.docx_checks import faults, stories
from tests.render.formats.margin import margin, margin_faults
from tests.render.formats.test_docx_valid import TEMPLATE

AUTHOR = "Fortschreibung 2026-entwurf"
DATE = "2026-11-22"
HOW: tuple[Literal["reject"], Literal["accept"]] = ("reject", "accept")


def redline(old: Strategy, new: Strategy, *, reasons: bool = False) -> Document:
    told = telling(old, new) if reasons else None
    return redline_document(compare(old, new), author=AUTHOR, date=DATE, telling=told)


def word(document: Document) -> bytes:
    """Without raster pictures, which cost most of the time and are the same in all."""
    return encode(document, TEMPLATE, raster=False)


def plain(document: Document, old: Strategy, new: Strategy, how: str) -> Document:
    """What is left of one edition alone, in the profile of the Änderungsfassung."""
    edition, beside = (old, new) if how == "reject" else (new, old)
    remarks = new.kopf.fassung.status == "entwurf"
    front = takewhile(
        lambda block: not (isinstance(block, Paragraph) and block.style == "lead"), document.blocks
    )
    blocks = edition_blocks(printed(edition), beside=beside, remarks=remarks)
    return replace(document, blocks=(*front, *blocks))


def check(old: Strategy, new: Strategy, *, reasons: bool = False) -> None:
    document = redline(old, new, reasons=reasons)
    file = word(document)
    assert [*faults(file), *margin_faults(file)] == []
    for how in HOW:
        found, wanted = settle(file, how), settle(word(plain(document, old, new, how)), how)
        if how == "reject" and found.lines != wanted.lines:
            wanted.lines = in_columns_of(settle(file, "accept").lines, wanted.lines, found.lines)
        assert found.lines == wanted.lines, how
        assert found.dangling == wanted.dangling == [], how
        assert found.twice == [], how


@pytest.mark.parametrize("seed", range(20))
def test_any_fortschreibung_of_the_edition_of_2018_can_be_accepted_and_rejected(
    edition: Strategy, seed: int
) -> None:
    check(edition, fortschreibung(edition, seed))


@pytest.mark.parametrize("seed", range(20, 40))
def test_any_fortschreibung_of_the_example_county_can_be_accepted_and_rejected(
    county: Strategy, seed: int
) -> None:
    check(county, fortschreibung(county, seed, steps=8 if seed % 2 else 25))


@pytest.mark.parametrize("seed", [3, 116])
def test_a_fortschreibung_can_be_taken_back(county: Strategy, seed: int) -> None:
    check(fortschreibung(county, seed), county)


def test_the_draft_can_be_accepted_and_rejected(edition: Strategy, draft: Strategy) -> None:
    check(edition, draft)


def test_nothing_is_marked_where_nothing_changed(edition: Strategy) -> None:
    text = stories(word(redline(edition, edition)))["word/document.xml"]
    assert list(text.iter(w("ins"), w("del"))) == []


# judges that are not ours


@pytest.fixture(scope="module")
def samples(
    edition: Strategy, draft: Strategy, county: Strategy
) -> list[tuple[Strategy, Strategy]]:
    mutated = [(county, fortschreibung(county, 1)), (edition, fortschreibung(edition, 9, 20))]
    city = shipped("examples/weidenfurt/editions/2022"), shipped("examples/weidenfurt")
    return [(edition, draft), *mutated, (shipped("examples/auental/editions/2023"), county), city]


def test_the_open_xml_sdk_and_ooxml_integrity_find_nothing(
    samples: list[tuple[Strategy, Strategy]], tmp_path: Path
) -> None:
    for number, (old, new) in enumerate(samples):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(encode(redline(old, new), TEMPLATE))
        command = [program("ooxml-validator"), str(path)]
        run = subprocess.run(command, capture_output=True, check=False)
        assert json.loads(run.stdout)["errors"] == []
        command = [program("ooxml-integrity"), "check", "--fail-on", "info", str(path)]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_libreoffice_leaves_the_same_text(
    samples: list[tuple[Strategy, Strategy]], tmp_path: Path
) -> None:
    """It keeps an empty line where a table went; numbers are those of fields it has computed."""
    files: list[tuple[bytes, str]] = []
    for old, new in samples[:2]:
        document = redline(old, new)
        changed = word(document)
        files += [(changed, "reject"), (word(plain(document, old, new, "reject")), "plain")]
        files += [(changed, "accept"), (word(plain(document, old, new, "accept")), "plain")]
    told = settled_by_libreoffice(tmp_path, files)
    for found, wanted in zip(told[::2], told[1::2], strict=True):
        for part in ("text", "notes"):
            assert masked(found[part]) == masked(wanted[part])


def masked(lines: list[str]) -> list[str]:
    return [re.sub(r"Punkt\xa0[\d.]*\d", "Punkt", line) for line in lines if line.strip()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb"<w:ins [^>]*>(<w:r>.*?</w:r>)</w:ins>", rb"\1"),
        (rb"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr>", rb"</w:pPr>"),
        (rb"<w:cantSplit/><w:ins [^>]*/>", rb"<w:cantSplit/>"),
        (rb"<w:footnoteReference [^>]*/>", rb""),
        (rb"Ergebnis", rb"Erlebnis"),
        (rb" REF (\w+) ", rb" REF LZ02 "),
    ],
)
def test_our_judge_sees_what_is_wrong(edition: Strategy, old: bytes, new: bytes) -> None:
    """A judge that lets everything pass would prove nothing."""
    later = fortschreibung(edition, 9, 20)
    document = redline(edition, later)
    source = zipfile.ZipFile(io.BytesIO(word(document)))
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            archive.writestr(name, re.sub(old, new, data) if "document.xml" in name else data)
    wanted = settle(word(plain(document, edition, later, "reject")), "reject").lines
    assert lines_or_refusal(broken.getvalue()) != wanted


def lines_or_refusal(file: bytes) -> object:
    """The judge may also refuse a file altogether."""
    try:
        return settle(file, "reject").lines
    except AssertionError as refusal:
        return str(refusal)


# what the reader sees


def marks(old: Strategy, new: Strategy) -> list[tuple[str, str, str]]:
    """(ins or del, author, text) of every marked run of the main text."""
    text = stories(word(redline(old, new)))["word/document.xml"]
    return [
        (
            etree.QName(mark).localname,
            str(mark.get(w("author"))),
            "".join(t.text or "" for t in mark.iter(w("t"), w("delText"))),
        )
        for mark in text.iter(w("ins"), w("del"))
        if len(mark) and mark.find(f".//{w('commentReference')}") is None
    ]


def words(old: Strategy, new: Strategy) -> list[tuple[str, str]]:
    return [(kind, text) for kind, _, text in marks(old, new)]


def test_a_reworded_goal_shows_the_changed_words() -> None:
    new = lindental(
        lambda d: goal(d, "EZ02").update(text="Das Mittagessen ist für alle bezahlbar.")
    )
    assert words(lindental(), new) == [("ins", " für alle")]


def test_one_more_body_is_one_marked_line() -> None:
    new = lindental(lambda d: goal(d, "PZ01").update(zustaendig=["schulamt", "jugendamt", "bund"]))
    assert words(lindental(), new) == [("ins", "Bund")]


def test_a_body_that_goes_is_one_marked_line() -> None:
    old = lindental(lambda d: goal(d, "PZ01").update(zustaendig=["schulamt", "jugendamt", "bund"]))
    assert words(old, lindental()) == [("del", "Bund")]


def test_a_goal_that_goes_is_a_deleted_row() -> None:
    new = lindental(lambda d: pop(d, "PZ01", 3))
    texts = ["Ergebnisziel", "EZ04", "Die Wege zur Schule sind sicher."]
    assert words(lindental(), new) == [("del", text) for text in texts]


def test_a_move_is_a_deletion_and_an_insertion_that_say_verschoben() -> None:
    def move(data: dict) -> None:
        goal(data, "LZ02").setdefault("kinder", []).append(pop(data, "LZ01", 1))

    found = marks(lindental(), lindental(move))
    assert {kind for kind, _, text in found if "PZ02" in text} == {"del", "ins"}
    said = [text for _, text in margin(word(redline(lindental(), lindental(move)))).values()]
    assert "Verschoben nach LZ02." in said
    assert "Verschoben aus LZ01." in said
    front = "".join(
        stories(word(redline(lindental(), lindental(move))))["word/document.xml"].itertext()
    )
    assert "PZ02 (von LZ01 nach LZ02)" in front


def test_a_new_number_of_a_chapter_is_no_change_of_what_refers_to_it(edition: Strategy) -> None:
    """Word computes it: only the new chapter is marked."""
    chapter = {"id": "rueckblick", "titel": "Rückblick auf die Umsetzung"}
    data = edition.model_dump()
    data["kopf"]["kapitel"] = [chapter, *data["kopf"]["kapitel"]]
    found = words(edition, Strategy.model_validate(data))
    assert found == [("ins", "Rückblick auf die Umsetzung")]


def test_author_and_date_are_those_given_and_every_mark_has_its_own(edition: Strategy) -> None:
    text = stories(word(redline(edition, fortschreibung(edition, 2))))["word/document.xml"]
    found = list(text.iter(w("ins"), w("del")))
    authors = {str(e.get(w("author"))) for e in found}
    assert authors <= {AUTHOR, f"{AUTHOR} (redaktionell)"}
    assert all(str(e.get(w("date"))).startswith(DATE) for e in found)
    assert (
        len({e.get(w("date")) for e in found}) == len({e.get(w("id")) for e in found}) == len(found)
    )


def test_header_and_footer_call_neither_edition_the_one_that_holds(
    edition: Strategy, draft: Strategy
) -> None:
    parts = stories(word(redline(edition, draft)))
    for name, part in parts.items():
        if "header" in name or "footer" in name:
            text = "".join(part.itertext())
            assert "Entwurf" not in text, name
            assert "Beschluss" not in text, name


def test_the_contents_list_has_the_numbers_of_the_new_edition_and_no_marks(
    edition: Strategy,
) -> None:
    new = fortschreibung(edition, 4)
    document = redline(edition, new)
    text = stories(word(document))["word/document.xml"]
    (contents,) = text.iter(w("sdt"))
    assert list(contents.iter(w("ins"), w("del"))) == []
    lines = ["".join(t.text or "" for t in p.iter(w("t"))) for p in contents.iter(w("p"))]
    numbers = [match[0] for line in lines if (match := re.match(r"[\d.]+", line))]
    there = [b for b in document.blocks if isinstance(b, Heading) and b.mark != "deleted"]
    assert numbers == [b.number for b in there if b.number and b.listed and b.level <= 3]
    assert len(numbers) > 5


def test_same_editions_same_bytes(edition: Strategy, draft: Strategy) -> None:
    assert word(redline(edition, draft)) == word(redline(edition, draft))


def test_a_typed_table_stays_though_other_words_change_its_columns() -> None:
    """Accepted it is the new one; rejected it has the old words in the columns of the new one."""

    def says(task: str, sign: str = "---") -> Strategy:
        rows = f"| Amt | berät | 12 |\n| Schule | {task} | 8 |"
        table = f"| Stelle | Aufgabe | Zahl |\n|---|{sign}|---|\n{rows}"
        return lindental(lambda data: data["texte"][1].update(inhalt=table))

    old = says("hilft")
    new = says("hilft allen Kindern in der ganzen Gemeinde und ihren Eltern", ":-:")
    document = redline(old, new)
    (typed,) = [b for b in document.blocks if isinstance(b, Table) and b.fitted]
    assert [row.mark for row in typed.rows] == ["plain"] * 3
    file = word(document)
    assert faults(file) == []
    found = settle(file, "accept").lines
    assert found == settle(word(plain(document, old, new, "accept")), "accept").lines
    rejected = settle(word(plain(document, old, new, "reject")), "reject").lines
    assert unsized(settle(file, "reject").lines) == unsized(rejected)


def in_columns_of(new: list[Line], old: list[Line], found: list[Line]) -> list[Line]:
    """The old lines, but a table that stays has the columns that the new edition fits to its words."""
    sizes = {line for line in new if line[0] in ("table", "cell")}
    if len(found) != len(old):
        return old
    pairs = zip(old, found, strict=True)
    return [now if was[0] == now[0] and now in sizes else was for was, now in pairs]


def unsized(lines: list[Line]) -> list[Line]:
    """Without the widths of columns."""
    return [
        (kind, len(rest[0])) if kind == "table" else (kind,) if kind == "cell" else (kind, *rest)
        for kind, *rest in lines
    ]
