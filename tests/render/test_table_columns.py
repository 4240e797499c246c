"""Tables typed in Markdown: columns as wide as their texts need, numbers and the author's wish aligned."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.render.blocks import Align, Cell, Document, Paragraph, Run, Table
from generator.render.documents.telling.form_words import form
from generator.render.formats import html, markdown
from generator.render.formats.docx import encode
from generator.render.table_columns import PADDING, SIZE, alignments, widths
from generator.render.text_width import width
from tests.editions import printed
from tests.render.conftest import ROOT
from tests.render.formats.test_docx_valid import TEMPLATE

ROOM = 160.0
LONG = (
    "Der Landkreis baut die Beratung gemeinsam mit den freien Trägern aus und berichtet dem "
    "Ausschuss einmal im Jahr über Nachfrage, Wartezeiten und offene Fragen."
)


def column(head: str, *texts: str) -> tuple[Cell, ...]:
    cells = [Cell((Paragraph((Run(text),), "cell"),)) for text in texts]
    return (Cell((Paragraph((Run(head),), "cell"),), "head", header=True), *cells)


def table(edition: Strategy, source: str) -> Table:
    blocks = printed(edition).scribe.blocks(Prosatext(id="fazit", inhalt=source), 1)
    (found,) = [block for block in blocks if isinstance(block, Table)]
    return found


def sides(found: Table) -> list[str]:
    assert len({tuple(cell.align for cell in row.cells) for row in found.rows}) == 1
    return [cell.align for cell in found.rows[0].cells]


def test_a_short_column_is_as_wide_as_its_words_and_a_long_one_takes_the_rest() -> None:
    number, name, text = widths(
        [column("Nr.", "1", "2"), column("Stelle", "Jobcenter"), column("Aufgabe", LONG)], ROOM
    )
    assert number < 16 < name < 40 < 100 < text


def test_two_long_columns_share_what_the_short_one_leaves() -> None:
    year, one, other = widths(
        [column("Jahr", "2026"), column("Was", LONG), column("Wozu", f"{LONG} {LONG}")], ROOM
    )
    assert year < 20
    assert 50 < one < other < 90


def test_numbers_stay_narrow_where_there_is_room_for_all() -> None:
    name, count, share = widths(
        [column("Ort", "Auenbrück"), column("Menschen", "13.964"), column("Anteil", "33,3 %")], ROOM
    )
    assert (count < 25, share < 25, name > 110) == (True, True, True)


def test_a_table_of_numbers_alone_is_spread_evenly() -> None:
    shares = widths([column("2024", "12"), column("2025", "13"), column("2026", "14")], ROOM)
    assert max(shares) - min(shares) < 0.1


def test_words_too_long_for_all_columns_share_the_page() -> None:
    word = "Unterhaltsvorschussgesetzänderungsverordnungsentwurf"
    shares = widths([column(word, word)] * 3, ROOM)
    assert shares == (53.33, 53.33, 53.33)


TEXTS = st.text("abcdefgäöü ,.%0123456789-/", max_size=200)


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=8))
def test_whatever_stands_in_it_a_table_fills_the_page_and_no_word_breaks_without_need(
    texts: list[list[str]],
) -> None:
    longest = max(map(len, texts))
    columns = [column(*cells, *[""] * (longest - len(cells))) for cells in texts]
    shares = widths(columns, ROOM)
    assert sum(shares) == pytest.approx(ROOM, abs=0.05)
    words = [
        max(
            (width(w, SIZE, True) for cell in cells for w in re.findall(r"[^\s/-]+[/-]?", cell)),
            default=0,
        )
        for cells in texts
    ]
    if sum(max(word * 1.2, 6) + PADDING for word in words) < ROOM:
        assert all(
            word + PADDING <= share + 0.02 for word, share in zip(words, shares, strict=True)
        )


@pytest.mark.parametrize(
    ("cells", "side"),
    [
        (["13.964", "8"], "right"),
        (["33,3 %", "–", "k. A.", ""], "right"),
        (["8,84 €", "-1,5 Mio. €", "≈ 12"], "right"),
        (["1 200", "+3", "0,5 ‰"], "right"),
        (["2016", "2017", "2018"], ""),
        (["2016", "13.964"], "right"),
        (["3 bis 5", "7"], ""),
        (["12 Kinder"], ""),
        (["1.", "2. Halbjahr"], ""),
        (["–", ""], ""),
        ([], ""),
    ],
)
def test_a_column_is_aligned_to_the_right_where_it_holds_numbers(
    cells: list[str], side: str
) -> None:
    assert alignments([column("Kopf", *cells)], [""]) == (side,)


def test_what_the_author_asks_for_counts_more_than_what_stands_there(edition: Strategy) -> None:
    found = table(edition, "| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | drei | 4,5 |")
    assert sides(found) == ["left", "center", "right", "right"]


def test_what_is_computed_counts_as_the_number_that_it_prints(edition: Strategy) -> None:
    found = table(
        edition,
        "| Was | Wert |\n|---|---|\n| Quote | {{ kennzahl.armutsquote }}[@bmas2017] |\n"
        "| Ziele | **{{ anzahl.leitziele }}**^[Alle.] |",
    )
    assert sides(found) == ["", "right"]


SHOWN = "| Ort | Mitte | Zahl | Links |\n|---|:-:|---|:--|\n| Auenbrück | ja | 13.964 | 7 |"


def test_every_format_aligns_heads_and_cells_alike(edition: Strategy) -> None:
    document = Document("Probe", (table(edition, SHOWN),))
    text = markdown.encode(document, ROOT / "templates/dokument.md.j2").decode()
    assert "|---|:---:|---:|:---|" in text
    page = html.encode(document, ROOT / "templates/dokument.html.j2").decode()
    assert '<th scope="col">Ort</th>' in page
    assert '<th class="mitte" scope="col">Mitte</th>' in page
    assert '<th class="zahl" scope="col">Zahl</th>' in page
    assert '<td class="zahl">13.964</td><td>7</td>' in page
    with zipfile.ZipFile(io.BytesIO(encode(document, TEMPLATE))) as archive:
        word = archive.read("word/document.xml").decode()
    cells = re.findall(r"<w:tc>.*?</w:tc>", word)
    found = [re.findall(r'<w:jc w:val="(\w+)"/>', cell) for cell in cells[-8:]]
    assert found == [[], ["center"], ["right"], []] * 2
    grid = [int(number) for number in re.findall(r'<w:gridCol w:w="(\d+)"/>', word)[-4:]]
    assert sum(grid) == pytest.approx(155 / 25.4 * 1440, abs=8)
    assert min(grid) < max(grid) / 2


def test_another_alignment_is_told_once_for_its_column(edition: Strategy) -> None:
    one = table(edition, "| Ort | Wert |\n|---|---|\n| Au | a |\n| Tal | b |")
    other = table(edition, "| Ort | Wert |\n|---|:-:|\n| Au | a |\n| Tal | b |")
    same_words, changes = form([one], [other])
    assert same_words
    assert changes == ["„Wert“ (Spalte bisher linksbündig, nun zentriert)"]
    asked: list[Align] = ["left", ""]
    assert [form([one], [table(edition, f"| Ort | Wert |\n|{line}|---|\n| Au | a |\n| Tal | b |")])[1]
            for line in (":--", "---")] == [[], []]  # fmt: skip
    assert alignments([column("Ort", "Au"), column("Wert", "a")], asked) == ("left", "")
