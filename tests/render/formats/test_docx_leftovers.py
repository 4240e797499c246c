"""Nobody agreed to an open change of a template: rejected, it leaves the text as it was before."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.render.formats.docx.leftovers import settle
from generator.render.formats.docx.xml import W
from tests.render.formats.docx_checks import faults
from tests.render.formats.test_docx_content import part
from tests.render.formats.test_docx_house_package import made, parts, written

WHO = 'w:id="7" w:author="Sachgebiet 31" w:date="2026-01-01T00:00:00Z"'


def settled(body: str) -> str:
    root = etree.fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>')
    settle(root)
    text = etree.tostring(root, encoding="unicode")
    return (
        text.removeprefix(f'<w:body xmlns:w="{W}">')
        .removesuffix("</w:body>")
        .replace("<w:body/>", "")
    )


def run(text: str, name: str = "t") -> str:
    return f"<w:r><w:{name}>{text}</w:{name}></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def end(mark: str) -> str:
    return f"<w:pPr><w:rPr><w:{mark} {WHO}/></w:rPr></w:pPr>"


CASES = {
    "words put in": (
        paragraph(run("Der "), f"<w:ins {WHO}>{run('neue ')}</w:ins>", run("Landrat")),
        paragraph(run("Der "), run("Landrat")),
    ),
    "words taken out": (
        paragraph(f"<w:del {WHO}>{run('Der Landrat', 'delText')}</w:del>"),
        paragraph(run("Der Landrat")),
    ),
    "words put in and taken out again": (
        paragraph(f"<w:ins {WHO}><w:del {WHO}>{run('neu', 'delText')}</w:del></w:ins>", run("A")),
        paragraph(run("A")),
    ),
    "a field taken out": (
        paragraph(f"<w:del {WHO}>{run('PAGE', 'delInstrText')}</w:del>"),
        paragraph(run("PAGE", "instrText")),
    ),
    "words moved": (
        paragraph(
            f'<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom {WHO}>{run("A")}</w:moveFrom>'
            f'<w:moveFromRangeEnd w:id="1"/>{run("B")}<w:moveToRangeStart w:id="2" w:name="m"/>'
            f'<w:moveTo {WHO}>{run("A")}</w:moveTo><w:moveToRangeEnd w:id="2"/>'
        ),
        paragraph(run("A"), run("B")),
    ),
    "a paragraph put in": (
        paragraph(f"<w:ins {WHO}>{run('neu')}</w:ins>", properties=end("ins")) + paragraph(run("B")),
        paragraph(run("B")),
    ),
    "a paragraph split in two": (
        paragraph(run("A"), properties=end("ins")) + paragraph(run("B"), properties="<w:pPr/>"),
        paragraph(run("A"), run("B"), properties="<w:pPr/>"),
    ),
    "two paragraphs joined": (
        paragraph(run("A"), properties=end("del")) + paragraph(run("B")),
        paragraph(run("A"), properties="<w:pPr><w:rPr/></w:pPr>") + paragraph(run("B")),
    ),
    "the only paragraph put in": (
        paragraph(f"<w:ins {WHO}>{run('neu')}</w:ins>", properties=end("ins")),
        paragraph(properties="<w:pPr><w:rPr/></w:pPr>"),
    ),
    "a look changed": (
        f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr></w:r></w:p>"
        ,
        "<w:p><w:r><w:rPr><w:i/></w:rPr></w:r></w:p>",
    ),
    "a paragraph's look changed, not its section": (
        f'<w:p><w:pPr><w:jc w:val="right"/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange {WHO}>'
        "<w:pPr><w:keepNext/></w:pPr></w:pPrChange></w:pPr></w:p>",
        "<w:p><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr></w:p>",
    ),
    "a section changed, not its headers": (
        f'<w:sectPr><w:headerReference w:type="default"/><w:pgSz w:w="2"/><w:sectPrChange {WHO}>'
        '<w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:sectPrChange></w:sectPr>',
        '<w:sectPr><w:headerReference w:type="default"/><w:pgSz w:w="1"/></w:sectPr>',
    ),
    "a row put in and one taken out": (
        f"<w:tbl><w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc/></w:tr>"
        f"<w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc/></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:trPr/><w:tc/></w:tr></w:tbl>",
    ),
    "a table put in": (
        f"<w:tbl><w:tblGrid/><w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc/></w:tr></w:tbl>" + "<w:p/>",
        "<w:p/>",
    ),
    "a cell put in": (
        f"<w:tr><w:tc><w:tcPr><w:cellIns {WHO}/></w:tcPr></w:tc><w:tc/></w:tr>",
        "<w:tr><w:tc/></w:tr>",
    ),
    "a comment": (
        paragraph(
            '<w:commentRangeStart w:id="0"/>', run("A"), '<w:commentRangeEnd w:id="0"/>',
            '<w:r><w:rPr><w:rStyle w:val="Kommentar"/></w:rPr><w:commentReference w:id="0"/></w:r>',
        ),
        paragraph(run("A")),
    ),
    "who may write where": (
        '<w:permStart w:id="1" w:ed="lra\\sommer"/><w:p/><w:permEnd w:id="1"/>', "<w:p/>",
    ),
    "sessions and spelling": (
        '<w:p w:rsidR="00A1"><w:proofErr w:type="spellStart"/><w:r w:rsidRPr="00A2"/></w:p>',
        "<w:p><w:r/></w:p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_left_of(name: str) -> None:
    before, after = CASES[name]
    assert settled(before) == after


def test_what_nobody_left_anything_in_stays_as_it_is() -> None:
    for name, data in parts().items():
        if name.startswith("word/") and name.endswith(".xml") and "theme" not in name:
            root = etree.fromstring(data)
            before = etree.tostring(root)
            settle(root)
            assert etree.tostring(root) == before, name


def test_open_changes_and_names_in_every_part_of_a_template_stay_there(tmp_path) -> None:
    files = parts()
    title = '<w:r><w:t xml:space="preserve">{{ titel }}</w:t></w:r>'
    change = (
        f"<w:ins {WHO}>{title}</w:ins><w:del {WHO}><w:r><w:delText>Vorlage des Kreises</w:delText>"
        "</w:r></w:del>"
    )
    for name in ("word/header1.xml", "word/footer1.xml", "word/header2.xml"):
        files[name] = files[name].replace(b"</w:p>", change.encode() + b"</w:p>", 1)
    look = f"<w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr></w:style>"
    styles = files["word/styles.xml"]
    assert b"</w:rPr></w:style>" in styles
    files["word/styles.xml"] = styles.replace(b"</w:rPr></w:style>", look.encode(), 1)
    data = made(written(tmp_path, files))
    assert b"Sachgebiet" not in data
    assert "Vorlage des Kreises" in part(data, "word/header1.xml")
    assert "Vorlage des Kreises" in part(data, "word/quer_header2.xml")
    assert faults(data) == []
