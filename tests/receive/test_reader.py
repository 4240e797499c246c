"""Each thing that Word writes into a text is read as people see it: before, after, by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.receive.reader import story
from generator.receive.story import Stamp, Story, StoryPiece
from generator.receive.views import after, before, groups, lines
from tests.receive.word import (
    deleted,
    inserted,
    package,
    paragraph,
    text,
    write,
)

ANNA = Stamp("Anna Amt", "2026-11-24T10:12:00Z")
BY = 'w:id="7" w:author="Anna Amt" w:date="2026-11-24T10:12:00Z"'


def told(folder: Path, body: str, **parts: str) -> Story:
    return story(write(folder, package(body, parts)))


def old(of: Story) -> list[str]:
    return [line.text for group in groups(of.paragraphs) for line in lines(group, before)]


def new(of: Story) -> list[str]:
    return [line.text for group in groups(of.paragraphs) for line in lines(group, after)]


BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def code(instruction: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'


def field(instruction: str, result: str) -> str:
    return f"{BEGIN}{code(instruction)}{SEPARATE}{result}{END}"


def box(words: str) -> str:
    content = f"<w:txbxContent>{paragraph(text(words))}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>"
        f"{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>{content}"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, mark: str = "") -> str:
    inner = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{mark}</w:trPr>{inner}</w:tr>"


READ_ALIKE = {
    "a split run": text("Arbeits") + text("lose ") + text("Personen"),
    "editing sessions": '<w:r w:rsidR="00A1"><w:t xml:space="preserve">Arbeitslose </w:t></w:r>'
    '<w:r w:rsidRPr="00B2"><w:t>Personen</w:t></w:r>',
    "spelling marks": f'<w:proofErr w:type="spellStart"/>{text("Arbeitslose")}'
    f'<w:proofErr w:type="spellEnd"/>{text(" Personen")}',
    "the place of the last edit": f'{text("Arbeitslose")}<w:bookmarkStart w:id="0" '
    f'w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>{text(" Personen")}',
    "a smart tag": f'<w:smartTag w:uri="x" w:element="place">{text("Arbeitslose ")}</w:smartTag>'
    f"{text('Personen')}",
    "a content control": f"<w:sdt><w:sdtPr><w:tag w:val='EZ01'/></w:sdtPr><w:sdtContent>"
    f"{text('Arbeitslose ')}</w:sdtContent></w:sdt>{text('Personen')}",
    "a link": f'<w:hyperlink w:anchor="LZ01">{text("Arbeitslose ")}</w:hyperlink>{text("Personen")}',
    "a field whose result is words": field("HYPERLINK \\l LZ01", text("Arbeitslose ")) + text("Personen"),
    "a simple field whose result is words": f'<w:fldSimple w:instr=" FORMTEXT ">'
    f"{text('Arbeitslose ')}</w:fldSimple>{text('Personen')}",
    "a field inside the instruction of another": BEGIN
    + code("IF ")
    + field("REF LZ01", text("verborgen"))
    + code(" = 1")
    + SEPARATE
    + text("Arbeitslose ")
    + END
    + text("Personen"),
    "a page number": text("Arbeitslose Personen") + field("PAGEREF LZ01 \\h", text("14")),
    "a simple page number": text("Arbeitslose Personen")
    + f'<w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT ">{text("3")}</w:fldSimple>',
    "where a page ended": f"<w:r><w:lastRenderedPageBreak/></w:r>{text('Arbeitslose Personen')}",
    "a page break": text("Arbeitslose Personen") + '<w:r><w:br w:type="page"/></w:r>',
    "changed letters' look": f'<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>'
    "<w:t>Arbeitslose Personen</w:t></w:r>",
    "a joiner of an inserted row": text("Arbeitslose Personen")
    + f"<w:ins {BY}><w:r><w:t>\u200d</w:t></w:r></w:ins>",
}  # fmt: skip


@pytest.mark.parametrize("content", READ_ALIKE.values(), ids=READ_ALIKE)
def test_what_changes_no_word_leaves_one_piece_of_text(content: str, tmp_path: Path) -> None:
    (line,) = told(tmp_path, paragraph(content)).paragraphs
    assert line.pieces == (StoryPiece("Arbeitslose Personen"),)


REFERENCES = [
    "REF LZ01 \\r \\h",
    "ref LZ01",
    "SEQ Tabelle",
    "STYLEREF 1",
    "NOTEREF n",
    "DATE",
    "= 1 + 1",
]


@pytest.mark.parametrize("instruction", REFERENCES)
def test_what_a_program_sets_anew_is_known_as_such_unless_it_is_marked(
    instruction: str, tmp_path: Path
) -> None:
    result = text("Punkt 4") + inserted(" und 5")
    for made in (
        field(instruction, result),
        f'<w:fldSimple w:instr=" {instruction} ">{result}</w:fldSimple>',
    ):
        (line,) = told(tmp_path, paragraph(text("Siehe ") + made + text("."))).paragraphs
        assert [(piece.text, piece.computed) for piece in line.pieces] == [
            ("Siehe ", False), ("Punkt 4", True), (" und 5", False), (".", False),
        ]  # fmt: skip


def test_a_reference_that_never_ends_takes_no_other_paragraph(tmp_path: Path) -> None:
    broken = paragraph(BEGIN + code("REF LZ01") + SEPARATE + text("4.4"))
    _, after = told(tmp_path, broken + paragraph(text("Ein Satz."))).paragraphs
    assert after.pieces == (StoryPiece("Ein Satz."),)


def test_a_changed_look_of_a_paragraph_is_no_change(tmp_path: Path) -> None:
    change = f'<w:pPr><w:jc w:val="left"/><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>'
    (line,) = told(tmp_path, f"<w:p>{change}{text('Wortlaut')}</w:p>").paragraphs
    assert (line.pieces, line.inserted, line.deleted) == ((StoryPiece("Wortlaut"),), None, None)


def test_tabs_breaks_hyphens_and_symbols_are_text(tmp_path: Path) -> None:
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
        "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0E0"/><w:ptab/></w:r>'
    )
    assert new(told(tmp_path, paragraph(run))) == ["a\tb\nc\nd\u2011e\u00adf\uf0e0\t"]


def test_insertions_and_deletions_keep_author_and_date(tmp_path: Path) -> None:
    content = (
        text("Alle ") + deleted("Kinder") + inserted("Menschen", "Beirat", "2026-11-25T08:00:00Z")
    )
    (line,) = told(tmp_path, paragraph(content)).paragraphs
    assert line.pieces == (
        StoryPiece("Alle "),
        StoryPiece("Kinder", deleted=ANNA),
        StoryPiece("Menschen", inserted=Stamp("Beirat", "2026-11-25T08:00:00Z")),
    )


def test_a_change_without_author_or_date_is_read(tmp_path: Path) -> None:
    content = f'<w:ins w:id="1">{text("neu")}</w:ins>'
    (line,) = told(tmp_path, paragraph(content)).paragraphs
    assert line.pieces == (StoryPiece("neu", inserted=Stamp("")),)


def test_what_one_put_in_and_another_took_out_has_both_stamps(tmp_path: Path) -> None:
    nested = deleted("vielleicht", "Beirat", "2026-11-25T08:00:00Z")
    read = told(tmp_path, paragraph(text("Wir ") + f"<w:ins {BY}>{nested}</w:ins>"))
    piece = read.paragraphs[0].pieces[1]
    assert piece == StoryPiece("vielleicht", ANNA, Stamp("Beirat", "2026-11-25T08:00:00Z"))
    assert old(read) == new(read) == ["Wir "]
    ((only_anna,),) = [lines(g, lambda s: s.author == "Anna Amt") for g in groups(read.paragraphs)]
    assert only_anna.text == "Wir vielleicht"


def test_moved_text_is_told_from_where_to_where(tmp_path: Path) -> None:
    source = (
        f'<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom {BY}>{text("Erst. ")}</w:moveFrom>'
    )
    target = f"<w:moveTo {BY}>{text('Erst. ')}</w:moveTo>"
    read = told(tmp_path, paragraph(source + text("Dann. ") + target))
    assert (old(read), new(read)) == (["Erst. Dann. "], ["Dann. Erst. "])
    moved = [piece for piece in read.paragraphs[0].pieces if piece.inserted or piece.deleted]
    assert all(
        (piece.inserted or piece.deleted) == Stamp(*("Anna Amt", ANNA.date), True)
        for piece in moved
    )


def test_an_inserted_end_splits_and_a_deleted_one_joins(tmp_path: Path) -> None:
    body = (
        paragraph(text("Erster Satz. "), f"<w:ins {BY}/>")
        + paragraph(text("Zweiter Satz."))
        + paragraph(text("Dritter "), f"<w:del {BY}/>")
        + paragraph(text("vierter."))
    )
    read = told(tmp_path, body)
    assert old(read) == ["Erster Satz. Zweiter Satz.", "Dritter ", "vierter."]
    assert new(read) == ["Erster Satz. ", "Zweiter Satz.", "Dritter vierter."]


def test_a_note_does_not_part_what_a_deleted_end_joins(tmp_path: Path) -> None:
    sign = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = paragraph(text("Erster ") + sign, f"<w:del {BY}/>") + paragraph(text("zweiter."))
    note = f'<w:footnote w:id="1">{paragraph(text("Quelle"))}{paragraph(text("zwei"))}</w:footnote>'
    read = told(tmp_path, body, footnotes=note)
    assert new(read) == ["Erster zweiter.", "Quelle", "zwei"]


def test_no_change_of_an_end_reaches_over_a_table_or_out_of_a_cell(tmp_path: Path) -> None:
    cell = paragraph(text("in der Zelle"), f"<w:del {BY}/>")
    body = paragraph(text("davor"), f"<w:del {BY}/>") + table(row(cell)) + paragraph(text("danach"))
    assert new(told(tmp_path, body)) == ["davor", "in der Zelle", "danach"]


def test_rows_that_come_or_go_take_their_text_with_them(tmp_path: Path) -> None:
    body = table(
        row(paragraph(text("bleibt"))),
        row(paragraph(text("kommt")), mark=f"<w:ins {BY}/>"),
        row(paragraph(text("geht")), mark=f"<w:del {BY}/>"),
    )
    read = told(tmp_path, body)
    assert [p.place.row and p.place.row.number for p in read.paragraphs] == [0, 1, 2]
    assert old(read) == ["bleibt", "", "geht"]
    assert new(read) == ["bleibt", "kommt", ""]


def test_cells_that_come_or_go_take_their_text_with_them(tmp_path: Path) -> None:
    cells = "".join(
        f"<w:tc><w:tcPr><w:{kind} {BY}/></w:tcPr>{paragraph(text(kind))}</w:tc>"
        for kind in ("cellIns", "cellDel")
    )
    read = told(tmp_path, table(f"<w:tr>{cells}</w:tr>"))
    assert (old(read), new(read)) == (["", "cellDel"], ["cellIns", ""])


def test_nested_tables_and_controls_around_paragraphs_rows_and_cells_are_read(
    tmp_path: Path,
) -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    inner = table(row(paragraph(text("innen"))))
    cell = control(f"<w:tc>{paragraph(text('Zelle'))}{inner}{paragraph('')}</w:tc>")
    body = control(paragraph(text("Absatz"))) + table(control(f"<w:tr>{cell}</w:tr>"))
    assert new(told(tmp_path, body)) == ["Absatz", "Zelle", "innen", ""]


def test_text_boxes_are_read_once_and_behind_their_paragraph(tmp_path: Path) -> None:
    read = told(tmp_path, paragraph(text("davor ") + box("im Kasten") + text("danach")))
    assert new(read) == ["davor danach", "im Kasten"]
    assert [p.place.part for p in read.paragraphs] == ["text", "box"]


def test_notes_are_read_behind_the_paragraph_with_their_sign(tmp_path: Path) -> None:
    def note(kind: str, identity: str) -> str:
        return f'<w:{kind} w:id="{identity}">{paragraph(text(f"{kind} {identity}"))}</w:{kind}>'

    sign = '<w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    read = told(
        tmp_path,
        paragraph(text("Satz.") + sign) + paragraph(text("Ende.")),
        footnotes=separator + note("footnote", "5") + note("footnote", "6"),
        endnotes=note("endnote", "1"),
    )
    assert new(read) == ["Satz.", "footnote 5", "endnote 1", "Ende."]
    assert [p.place.note for p in read.paragraphs] == [None, 1, 2, None]


def test_a_note_whose_sign_is_deleted_is_deleted(tmp_path: Path) -> None:
    sign = f'<w:del {BY}><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    note = f'<w:footnote w:id="1">{paragraph(text("Vgl. BMAS 2017."))}</w:footnote>'
    read = told(tmp_path, paragraph(text("Satz.") + sign), footnotes=note)
    assert (old(read), new(read)) == (["Satz.", "Vgl. BMAS 2017."], ["Satz.", ""])


def test_headers_and_footers_are_read_behind_the_text(tmp_path: Path) -> None:
    number = field("PAGE", text("7"))
    read = told(
        tmp_path,
        paragraph(text("Text")),
        header=paragraph(text("Kopf ") + inserted("neu")),
        footer=paragraph(text("Seite ") + number),
    )
    assert new(read) == ["Text", "Kopf neu", "Seite "]
    assert [p.place.part for p in read.paragraphs] == ["text", "header", "footer"]


def test_a_header_that_stands_on_no_page_is_not_read(tmp_path: Path) -> None:
    first = '<w:headerReference w:type="first" r:id="rId1"/>'
    for properties, shown in (("<w:titlePg/>", True), ("", False)):
        body = paragraph(text("Text")) + f"<w:sectPr>{first}{properties}</w:sectPr>"
        read = told(tmp_path, body, header=paragraph(text("Deckblatt")))
        assert new(read) == (["Text", "Deckblatt"] if shown else ["Text"])


def test_a_field_that_never_ends_swallows_no_text(tmp_path: Path) -> None:
    body = paragraph(BEGIN + code("PAGE") + text("Wortlaut")) + paragraph(text("Ende"))
    assert new(told(tmp_path, body)) == ["Wortlaut", "Ende"]
    number = text("Seite ") + BEGIN + code("PAGE") + SEPARATE + text("7")
    body = paragraph(number) + paragraph(text("Ende"))
    assert new(told(tmp_path, body)) == ["Seite ", "Ende"]


def test_page_numbers_of_a_list_of_contents_are_no_text_however_they_are_written(
    tmp_path: Path,
) -> None:
    number = "<w:r><w:tab/><w:t>14</w:t></w:r>"
    body = (
        paragraph(BEGIN + code("TOC \\o") + SEPARATE + text("Vorwort") + number)
        + paragraph(text("4.1") + "<w:r><w:tab/></w:r>" + text("Arbeit") + number)
        + paragraph(text("Fazit") + number + END)
        + paragraph(text("Im Jahr") + number)
    )
    assert new(told(tmp_path, body)) == ["Vorwort\t", "4.1\tArbeit\t", "Fazit\t", "Im Jahr\t14"]


def test_bookmarks_stand_with_the_paragraph_they_begin_in(tmp_path: Path) -> None:
    start = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>'
    body = (
        start.format(1, "EZ01")
        + paragraph(text("a"))
        + paragraph(start.format(2, "EZ02") + text("b") + '<w:bookmarkEnd w:id="2"/>')
    )
    read = told(tmp_path, body)
    assert [p.bookmarks for p in read.paragraphs] == [("EZ01",), ("EZ02",)]


def test_mathematics_is_text_with_its_changes(tmp_path: Path) -> None:
    run = f"<m:r><w:ins {BY}><m:t>2</m:t></w:ins></m:r>"
    read = told(tmp_path, paragraph(f"<m:oMath><m:r><m:t>A=</m:t></m:r>{run}</m:oMath>"))
    assert (old(read), new(read)) == (["A="], ["A=2"])


def test_an_embedded_file_is_told(tmp_path: Path) -> None:
    (sentence,) = told(tmp_path, paragraph(text("Text")) + '<w:altChunk r:id="rId9"/>').mended
    assert "eingebettet" in sentence


def test_whether_pages_are_referred_to_is_known(tmp_path: Path) -> None:
    plain, paged = (text("siehe"), text("siehe Seite ") + field("PAGEREF LZ01 \\h", text("4")))
    assert not told(tmp_path, paragraph(plain), footer=paragraph(field("PAGE", text("7")))).paged
    assert told(tmp_path, paragraph(paged)).paged
    listed = BEGIN + code("TOC") + SEPARATE + text("Vorwort") + "<w:r><w:tab/><w:t>4</w:t></w:r>"
    assert told(tmp_path, paragraph(listed + END)).paged


def test_text_goes_on_behind_a_comment_of_the_xml(tmp_path: Path) -> None:
    of = told(tmp_path, paragraph("<w:r><w:t>um<!-- x -->bau<?y z?>en</w:t></w:r>"))
    assert new(of) == ["umbauen"]


def test_of_two_forms_between_runs_one_is_read(tmp_path: Path) -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{text('Rat')}</mc:Choice>"
        f"<mc:Fallback>{text('Rat')}</mc:Fallback></mc:AlternateContent>"
    )
    assert new(told(tmp_path, paragraph(text("Guter ") + both))) == ["Guter Rat"]


@pytest.mark.parametrize("char", ["D800", "0000", "FFFF", "x", "110000"])
def test_a_symbol_that_no_text_can_hold_is_none(tmp_path: Path, char: str) -> None:
    sign = f'<w:r><w:sym w:font="Wingdings" w:char="{char}"/></w:r>'
    assert new(told(tmp_path, paragraph(text("Rat") + sign))) == ["Rat"]


TYPED = {
    "into a page reference": lambda words: field("PAGEREF LZ01 \\h", words),
    "into a page number": lambda words: field("PAGE", words),
    "into a simple field": lambda words: f'<w:fldSimple w:instr=" PAGE ">{words}</w:fldSimple>',
    "into a field in a simple field": lambda words: (
        f'<w:fldSimple w:instr=" REF LZ01 ">{field("PAGEREF LZ01", words)}</w:fldSimple>'
    ),
}


@pytest.mark.parametrize("where", TYPED)
def test_words_typed_with_tracking_into_a_page_number_are_text(where: str, tmp_path: Path) -> None:
    words = TYPED[where](text("1") + inserted("siehe oben ") + deleted("ff.") + text("4"))
    read = told(tmp_path, paragraph(text("Seite ") + words + text(" und weiter.")))
    assert new(read) == ["Seite siehe oben  und weiter."]
    assert old(read) == ["Seite ff. und weiter."]


@pytest.mark.parametrize("where", TYPED)
@pytest.mark.parametrize("number", ["15", " 7 ", "xiv", "XIV"])
def test_a_page_number_that_word_computed_with_tracking_on_is_no_text(
    where: str, number: str, tmp_path: Path
) -> None:
    words = TYPED[where](deleted("14") + inserted(number))
    read = told(tmp_path, paragraph(text("Seite ") + words + text(" und weiter.")))
    assert old(read) == new(read) == ["Seite  und weiter."]


def test_a_simple_field_ends_what_never_ends_inside_of_it(tmp_path: Path) -> None:
    broken = f'<w:fldSimple w:instr=" REF LZ01 ">{BEGIN}{code("PAGE")}{SEPARATE}{text("3")}</w:fldSimple>'
    read = told(tmp_path, paragraph(broken + text("Text danach.")))
    assert new(read) == ["Text danach."]
