"""What stands in the Word file is what the blocks say, in the ways Word means it."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree

from generator.errors import GeneratorError
from generator.render.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Mark,
    PageBreak,
    Paragraph,
    Reference,
    Row,
    Run,
    Section,
    Table,
)
from generator.render.formats.docx import encode
from tests.render.formats import sample
from tests.render.formats.docx_checks import NS, stories, w
from tests.render.formats.test_docx_valid import TEMPLATE

PAGES = {"vorwort": 3, "ziele": 4, "HF1": 5, "HF2": 6, "PZ06": 7, "ABB1": 4, "TAB1": 8}


def body(data: bytes) -> etree._Element:
    return stories(data)["word/document.xml"]


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def texts(root: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(w("t"))) for p in root.iter(w("p"))]


def paragraph_of(root: etree._Element, start: str) -> etree._Element:
    return next(p for p in root.iter(w("p")) if texts_of(p).startswith(start))


def texts_of(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


@pytest.fixture(scope="module")
def plain() -> bytes:
    return encode(sample.document(), TEMPLATE)


@pytest.fixture(scope="module")
def paged() -> bytes:
    return encode(sample.document(), TEMPLATE, PAGES)


def _computed_numbers(data: bytes) -> list[tuple[str, str]]:
    """(number, text) of each heading, counted as Word does from styles and numbering."""
    sheet = etree.fromstring(part(data, "word/styles.xml").encode())
    levels = {}
    for style in sheet.iter(w("style")):
        name = style.find(w("name"))
        if name is not None and name.get(w("val"), "").startswith("heading "):
            level = style.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            assert level is not None
            levels[style.get(w("styleId"))] = int(level.get(w("val"), "0"))
    counts, result = [0] * 9, []
    for p in body(data).iter(w("p")):
        style = p.find(f"{w('pPr')}/{w('pStyle')}")
        if style is None or style.get(w("val")) not in levels:
            continue
        number = p.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None and number.get(w("val")) == "0":
            result.append(("", texts_of(p)))
            continue
        level = levels[style.get(w("val"))]
        counts = [*counts[:level], counts[level] + 1, *([0] * (8 - level))]
        result.append((".".join(map(str, counts[: level + 1])), texts_of(p)))
    return result


def test_words_own_numbering_gives_the_numbers_the_strategy_computed(plain: bytes) -> None:
    said = [
        (block.number, "".join(i.text for i in block.content if isinstance(i, Run)))
        for block in sample.document().blocks
        if isinstance(block, Heading) and block.listed
    ]
    assert _computed_numbers(plain) == said


def test_each_numbered_list_starts_anew(plain: bytes) -> None:
    root = body(plain)
    first, second = (
        paragraph_of(root, text).find(f".//{w('numId')}").get(w("val"))
        for text in ("erheben", "auswerten")
    )
    assert first != second
    numbering = etree.fromstring(part(plain, "word/numbering.xml").encode())
    for number in (first, second):
        override = numbering.find(f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride", NS)
        assert override is not None
        assert override.get(w("val")) == "1"


def test_contents_without_pages_are_links_without_leaders(plain: bytes) -> None:
    entry = paragraph_of(body(plain), "2.1Vermeidung")
    link = entry.find(w("hyperlink"))
    assert link is not None
    assert link.get(w("anchor")) == "HF1"
    assert len(entry.findall(f".//{w('tab')}")) == 1  # behind the number, none to a page
    assert "PAGEREF" not in part(plain, "word/document.xml")


def test_contents_with_pages_carry_the_numbers_given(paged: bytes) -> None:
    entry = paragraph_of(body(paged), "2.1Vermeidung")
    assert texts_of(entry).endswith("Langzeitarbeitslosigkeit5")
    assert " PAGEREF HF1 \\h " in [e.text for e in entry.iter(w("instrText"))]


def test_nothing_makes_word_ask_before_it_opens(paged: bytes) -> None:
    for name in ("word/document.xml", "word/settings.xml"):
        assert "updateFields" not in part(paged, name)
        assert "w:dirty" not in part(paged, name)


def test_two_headings_of_the_same_words_are_told_apart() -> None:
    blocks = tuple(
        block
        for number, title in (("1", "Bildung"), ("2", "Soziales"))
        for block in (
            Heading(1, (Run(title),), number, f"TH{number}"),
            Heading(2, (Run("Inklusion"),)),
        )
    )
    document = Document("Inklusion", (*sample.front()[:2], *blocks))
    root = body(encode(document, TEMPLATE))
    anchors = [link.get(w("anchor")) for link in root.iter(w("hyperlink"))]
    assert len(set(anchors)) == len(anchors) == 4


def test_a_derived_bookmark_stays_when_a_chapter_is_put_before_it(plain: bytes) -> None:
    longer = sample.document()
    first = Heading(1, (Run("Grußwort"),), "", "gruss")
    moved = encode(Document(longer.title, (first, *longer.blocks)), TEMPLATE)
    names = [{e.get(w("name")) for e in body(d).iter(w("bookmarkStart"))} for d in (plain, moved)]
    assert names[1] - names[0] == {"gruss"}


def test_a_reference_to_a_number_is_a_field_inside_a_link(plain: bytes) -> None:
    link = body(plain).find(".//w:hyperlink[@w:anchor='HF2']/../w:hyperlink", NS)
    links = [e for e in body(plain).iter(w("hyperlink")) if texts_of(e) == "Punkt 2.2"]
    assert link is not None
    assert [e.text for e in links[0].iter(w("instrText"))] == [" REF HF2 \\r \\h "]


def test_a_page_reference_prints_words_and_number_or_nothing(plain: bytes, paged: bytes) -> None:
    assert "PZ06, Seite 7 und" in texts_of(paragraph_of(body(paged), "Die Ziele folgen"))
    assert "PZ06 und" in texts_of(paragraph_of(body(plain), "Die Ziele folgen"))


def test_a_reference_to_nothing_is_plain_text() -> None:
    document = Document("Verweis", (Paragraph((Reference("PZ99", "PZ99"),)),))
    root = body(encode(document, TEMPLATE))
    assert "PZ99" in texts(root)
    assert root.find(f".//{w('hyperlink')}") is None


def test_footnotes_are_words_own(plain: bytes) -> None:
    notes = stories(plain)["word/footnotes.xml"]
    note = notes.find("w:footnote[@w:id='1']", NS)
    assert note is not None
    assert "Vgl. Bundesministerium (2017): S. 24" in texts_of(note)
    assert "https://www.bmas.de/?a=1&amp;b=2" in part(plain, "word/_rels/footnotes.xml.rels")


def test_captions_count_with_a_field_inside_their_bookmark(plain: bytes) -> None:
    paragraphs = body(plain).iter(w("p"))
    caption = [p for p in paragraphs if texts_of(p) == "Abbildung 1: Planungskreislauf"][-1]
    assert [e.text for e in caption.iter(w("instrText"))] == [" SEQ Abbildung \\* ARABIC "]
    children = [etree.QName(child).localname for child in caption]
    inside = children[children.index("bookmarkStart") : children.index("bookmarkEnd")]
    assert inside.count("r") == 6  # label, begin, instruction, separator, number, end


def test_pictures_are_vector_graphics_with_a_fallback_and_words(plain: bytes) -> None:
    root = body(plain)
    picture = root.find(".//{*}inline/{*}docPr")
    assert picture is not None
    assert picture.get("descr") == "Kreislauf aus Bedarfsermittlung und Schwerpunkten"
    assert root.find(".//{*}svgBlip") is not None
    archive = zipfile.ZipFile(io.BytesIO(plain))
    assert archive.read("word/media/abbildung1.png").startswith(b"\x89PNG")
    assert b"Bedarfsermittlung" in archive.read("word/media/abbildung1.svg")


def test_tables_repeat_their_head_and_keep_rows_whole(plain: bytes) -> None:
    for table in body(plain).iter(w("tbl")):
        rows = table.findall(w("tr"))
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        properties = table.find(w("tblPr"))
        assert properties is not None
        assert properties.find(w("tblDescription")) is not None
    head = paragraph_of(body(plain), "Kennzahl").getparent().getparent()
    assert head.find(f"{w('trPr')}/{w('tblHeader')}") is not None


def test_levels_of_goals_differ_by_label_weight_and_border_not_by_colour_alone(
    plain: bytes,
) -> None:
    sheet = part(plain, "word/styles.xml")
    first = paragraph_of(body(plain), "Alle Kinder haben")
    third = paragraph_of(body(plain), "Jede Grundschule")
    styles = etree.fromstring(sheet.encode())
    bold = {
        style.get(w("styleId"))
        for style in styles.iter(w("style"))
        if style.find(f"{w('rPr')}/{w('b')}") is not None
    }
    looks = [p.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) for p in (first, third)]
    assert [look in bold for look in looks] == [True, False]
    assert first.getparent().find(f".//{w('tcBorders')}") is not None
    labels = [texts_of(p.getparent().getparent().find(w("tc"))) for p in (first, third)]
    assert labels == ["Leitziel", "Ergebnisziel"]


def test_a_turned_page_keeps_header_and_footer_at_its_width(plain: bytes) -> None:
    sizes = [
        (size.get(w("w")), size.get(w("h")), size.get(w("orient")))
        for size in body(plain).iter(w("pgSz"))
    ]
    upright, turned = ("11906", "16838", None), ("16838", "11906", "landscape")
    assert sizes == [upright, upright, turned, upright]
    wide = stories(plain)["word/quer_header2.xml"]
    tabs = {
        t.get(w("val")): int(t.get(w("pos"), "0")) for t in wide.iter(w("tab")) if t.get(w("pos"))
    }
    assert abs(tabs["right"] - (16838 - 1417 - 1701)) <= 2


def test_every_page_of_a_draft_says_so_and_no_page_of_an_adopted_edition() -> None:
    draft = stories(encode(sample.document(), TEMPLATE))
    headers = {name: root for name, root in draft.items() if "header" in name}
    assert len(headers) == 3
    assert all("Entwurf" in texts_of(root) for root in headers.values())
    adopted = stories(encode(sample.document(draft=""), TEMPLATE))
    assert not any("Entwurf" in texts_of(r) for n, r in adopted.items() if "header" in n)


def test_properties_say_title_language_author_edition(plain: bytes) -> None:
    core = docx.Document(io.BytesIO(plain)).core_properties
    assert core.title == "Armutspräventionsstrategie für den Ilm-Kreis"
    assert (core.language, core.author) == ("de-DE", "Landratsamt Ilm-Kreis")
    assert core.created is not None
    assert (core.created.year, core.created.month, core.created.day) == (2026, 11, 22)
    assert "sha256:4f2a" in part(plain, "docProps/custom.xml")


def test_no_trace_of_an_editing_session(plain: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(plain))
    for name in archive.namelist():
        assert b"rsid" not in archive.read(name)
    assert not [n for n in archive.namelist() if "thumbnail" in n or "stylesWithEffects" in n]


def test_a_control_character_is_refused_with_the_documents_name() -> None:
    document = Document("Strategie", (Paragraph((Run("Kinder\x0bund Jugendliche"),)),))
    with pytest.raises(GeneratorError, match=r"Strategie.*Steuerzeichen"):
        encode(document, TEMPLATE)


# --- accessible (EN 301 549 clause 10), item by item -------------------------------------


@pytest.mark.parametrize("mark", ["plain", "inserted", "deleted"])
def test_a_soft_hyphen_is_that_of_word_and_other_spaces_stay(mark: Mark) -> None:
    words = "Weich\u00adtrenn\u00adbar, §\u00a05, 19.000\u202f€"
    data = encode(Document("Titel", (Paragraph((Run(words, mark=mark),)),)), TEMPLATE)
    root = body(data)
    (run,) = (r for r in root.iter(w("r")) if r.find(w("softHyphen")) is not None)
    name = "delText" if mark == "deleted" else "t"
    assert [child.tag for child in run if child.tag != w("rPr")] == [
        w(name), w("softHyphen"), w(name), w("softHyphen"), w(name),
    ]  # fmt: skip
    assert "\u00ad" not in part(data, "word/document.xml")
    assert "".join(run.itertext()) == words.replace("\u00ad", "")


TITLE = Heading(1, (Run("Teil B"),), listed=False)
TEXT = Paragraph((Run("Alle übrigen Texte sind nacherzählt."),), "small")
GRID = Table((40.0,), (Row((Cell((Paragraph((Run("neu"),), "cell"),)),)),), "Eine Spalte")


@pytest.mark.parametrize(
    ("before", "apart"),
    [
        ((), False),
        ((TEXT,), True),
        ((GRID,), True),
        ((TEXT, GRID), True),
        ((Heading(2, (Run("Anfang"),)),), True),
        ((TEXT, PageBreak()), False),
        ((GRID, PageBreak()), False),
        ((TEXT, Section("landscape")), False),
        ((TEXT, Section("landscape"), GRID), True),
    ],
)
def test_a_title_in_the_middle_of_a_page_keeps_its_distance(
    before: tuple[Block, ...], apart: bool
) -> None:
    data = encode(Document("Titel", (*before, TITLE), cover=False), TEMPLATE, raster=False)
    space = paragraph_of(body(data), "Teil B").find("w:pPr/w:spacing", NS)
    assert (space is not None and int(space.get(w("before"), "0")) >= 360) == apart
