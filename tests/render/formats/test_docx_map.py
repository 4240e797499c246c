"""Every Word file carries a map of what it prints and whose that is, and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from generator.model.address import Address
from generator.model.strategy import Strategy
from generator.render.blocks import Document
from generator.render.entries import anchored
from generator.render.formats.docx import encode
from generator.render.formats.docx.printed_map import PrintedMap, decode, find
from generator.render.targets import targets
from tests.editions import strategy_document
from tests.judges import program
from tests.render.conftest import shipped as strategy_of
from tests.render.formats import sample, shipped
from tests.render.formats.docx_checks import faults, w
from tests.render.formats.story import Line, parts, story
from tests.render.formats.test_docx_bookmarks import saved
from tests.render.formats.test_docx_valid import FILES, TEMPLATE

FONTS = TEMPLATE.parent / "fonts"
ITEM = "customXml/item1.xml"
MAIN = "word/document.xml"
TEXT_BOX = """
<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1000"/></w:tabs></w:pPr>
<w:r><w:t>Blatt</w:t><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>88</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:t>Hausan</w:t><w:softHyphen/><w:t>schrift</w:t><w:br/><w:t>A</w:t><w:noBreakHyphen/><w:t>4</w:t></w:r>
<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<w:drawing/><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Im Kasten</w:t></w:r></w:p></w:txbxContent></w:pict>
</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> dahinter</w:t></w:r></w:p>
<w:p><w:del w:id="1" w:author="Haus"><w:r><w:delText>gestrichen</w:delText></w:r></w:del>
<w:moveFrom w:id="2" w:author="Haus"><w:r><w:t> verschoben</w:t></w:r></w:moveFrom>
<w:ins w:id="3" w:author="Haus"><w:r><w:t> ergänzt</w:t></w:r></w:ins></w:p>
<w:p><w:r><w:t>{{ koerperschaft }} {{ stand }}</w:t></w:r></w:p>
"""


def map_of(docx: bytes) -> PrintedMap:
    found = find(parts(docx))
    assert found is not None
    return found


def lines(docx: bytes) -> list[Line]:
    return [(paragraph.text, paragraph.note) for paragraph in map_of(docx).paragraphs]


def with_pages(document: Document) -> bytes:
    return encode(document, TEMPLATE, dict.fromkeys(targets(anchored(document.blocks)), 12))


@pytest.mark.parametrize("folder", shipped.STRATEGIES)
def test_the_map_is_what_every_paragraph_of_the_finished_file_prints(folder: str) -> None:
    for product, data in shipped.word_files(folder).items():
        assert lines(data) == story(data), product
        assert len(lines(data)) > 150


@pytest.mark.parametrize("folder", shipped.STRATEGIES)
def test_page_numbers_are_no_part_of_it(folder: str) -> None:
    data = with_pages(shipped.document(folder))
    assert lines(data) == story(data)
    without = [re.sub(LEAD, "", text).rstrip("\t") for text, _ in lines(data)]
    assert without == [text for text, _ in lines(shipped.docx(folder))]


LEAD = r"(?:,| –) S(eite|\.)\xa0(?!\d)"
"""What stands before the number of a page."""


@pytest.mark.parametrize("name", [name for name in FILES if name != "template"])
def test_it_holds_for_every_block_and_mark(name: str) -> None:
    data = FILES[name]()
    assert lines(data) == story(data)


def test_it_holds_for_whatever_a_house_has_on_its_cover(tmp_path: Path) -> None:
    """Tabs, hyphens, breaks, page fields, a text box with its fallback, changes of the template."""
    house = rebuilt(tmp_path, lambda name, data: put_on_cover(data) if name == MAIN else data)
    data = encode(sample.document(), house, fonts=FONTS)
    assert lines(data) == story(data)
    told = [text for text, _ in lines(data)]
    assert "Blatt\tHausan\u00adschrift\nA\u20114 dahinter" in told
    assert told.count("Im Kasten") == 1
    assert "gestrichen verschoben" in told
    assert "Ilm-Kreis " in told


def put_on_cover(data: bytes) -> bytes:
    return data.replace(b"<w:body>", b"<w:body>" + TEXT_BOX.encode(), 1)


def rebuilt(folder: Path, change: object, more: dict[str, bytes] | None = None) -> Path:
    """The shipped template with changed and further parts."""
    path = folder / "haus.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (parts(TEMPLATE.read_bytes()) | (more or {})).items():
            archive.writestr(name, change(name, data))  # type: ignore[operator]
    return path


@pytest.mark.parametrize("folder", shipped.STRATEGIES)
def test_every_wording_stands_in_the_map_once_at_its_main_place(folder: str) -> None:
    strategy = strategy_of(folder)
    for product in ("strategie", "aenderungsfassung"):
        if product not in shipped.word_files(folder):
            continue
        printed = map_of(shipped.word_files(folder)[product]).paragraphs
        for element in (*strategy.goals(), *strategy.recommendations()):
            place = Address(element.id, "text")
            found = [line.text for line in printed if line.address == place and not line.note]
            assert found == [element.text]


def test_the_map_names_product_edition_strategy_and_the_bytes_as_written() -> None:
    files = {
        "strategie": encode(
            replace(shipped.document("strategy"), properties=PROPERTIES), TEMPLATE
        ),
        **{
            name: data for name, data in shipped.word_files("strategy").items()
            if name != "strategie"
        },
    }  # fmt: skip
    for product, data in files.items():
        found, package = map_of(data), parts(data)
        assert (found.product, found.edition, found.digest) == (product, "2026-entwurf", "4f2a")
        written = package[MAIN] + package["word/footnotes.xml"]
        assert found.content == sha256(written).hexdigest()


@pytest.mark.parametrize("folder", shipped.STRATEGIES)
def test_what_headers_and_footers_print_stands_in_it_once(folder: str) -> None:
    for product, data in shipped.word_files(folder).items():
        package = parts(data)
        entries = etree.fromstring(package["word/_rels/document.xml.rels"])
        targets = {entry.get("Id"): entry.get("Target") for entry in entries}
        body = etree.fromstring(package[MAIN])
        used = body.iter(w("headerReference"), w("footerReference"))
        told = {
            "".join(t.text for t in p.iter(w("t")))
            for reference in used
            for p in etree.fromstring(package[f"word/{targets[reference.get(ID)]}"]).iter(w("p"))
        }
        frame = map_of(data).frame
        assert len(set(frame)) == len(frame) > 1, product
        assert {words(text) for text in frame} == {words(text) for text in told} - {""}, product


ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def words(text: str) -> str:
    """Without tabs and numbers of pages."""
    return re.sub(r"Seite.*", "", text).replace("\t", "")


PROPERTIES = {"Fassung": "2026-entwurf", "Prüfsumme": "4f2a"}


def test_what_an_edition_does_not_print_is_not_in_its_map(edition: Strategy) -> None:
    """Editors' remarks of an adopted edition, reasons, keys of works, names of files."""
    remark = "Nur für die Redaktion: Zahl noch klären."

    def noted(data: object) -> Iterator[None]:
        if isinstance(data, dict):
            if "pruefen" in data:
                data["pruefen"] = remark
                yield
            data = data.values()
        for inside in (
            data if not isinstance(data, str | None) and hasattr(data, "__iter__") else ()
        ):
            yield from noted(inside)

    content = edition.model_dump()
    assert sum(1 for _ in noted(content)) > 100
    strategy = Strategy.model_validate(content)
    data = encode(strategy_document(strategy), TEMPLATE)
    assert remark.encode() not in parts(data)[ITEM]
    draft = strategy.model_copy(
        update={"kopf": strategy.kopf.model_copy(
            update={"fassung": strategy.kopf.fassung.model_copy(update={"status": "entwurf"})}
        )}
    )  # fmt: skip
    shown = encode(strategy_document(draft), TEMPLATE)
    assert parts(shown)[ITEM].count(remark.encode()) > 100


def test_libreoffice_keeps_the_map(tmp_path: Path) -> None:
    for product, data in shipped.word_files("examples/auental").items():
        again = saved(tmp_path, product, data)
        assert find(parts(again)) == map_of(data)


# the template's own parts

OTHER = b'<?xml version="1.0" encoding="UTF-8"?><haus xmlns="urn:haus:daten">Aktenzeichen</haus>'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def house_with(folder: Path, item: bytes) -> Path:
    """A template that has a custom XML part, as Word writes it."""
    relation = (
        f'<Relationship Id="rId77" Type="{OFFICE}customXml" Target="../customXml/item1.xml"/>'
        "</Relationships>"
    )
    inner = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}customXmlProps" Target="itemProps1.xml"/>'
        "</Relationships>"
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    override = f'<Override PartName="/customXml/itemProps1.xml" ContentType="{kind}"/></Types>'
    properties = f'<ds:datastoreItem xmlns:ds="{CUSTOM}" ds:itemID="{{{GUID}}}"/>'

    def change(name: str, data: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            return data.replace(b"</Relationships>", relation.encode())
        return data.replace(b"</Types>", override.encode()) if "Types" in name else data

    more = {
        "customXml/item1.xml": item,
        "customXml/itemProps1.xml": properties.encode(),
        "customXml/_rels/item1.xml.rels": inner.encode(),
    }
    return rebuilt(folder, change, more)


GUID = "11111111-2222-3333-4444-555555555555"


def judged(data: bytes, folder: Path) -> None:
    assert faults(data) == []
    path = folder / "dokument.docx"
    path.write_bytes(data)
    run = subprocess.run([program("ooxml-validator"), str(path)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
    command = [program("ooxml-integrity"), "check", "--fail-on", "info", str(path)]
    again = subprocess.run(command, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stdout


def test_a_custom_part_of_the_template_does_not_go_along_with_the_map(tmp_path: Path) -> None:
    data = encode(sample.document(), house_with(tmp_path, OTHER), fonts=FONTS)
    package = parts(data)
    assert [name for name in package if name.startswith("customXml/item")] == [
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    ]
    assert decode(package["customXml/item1.xml"]) == map_of(data)
    assert lines(data) == story(data)
    judged(data, tmp_path)


def test_a_map_in_a_template_that_was_a_document_once_does_not_stay(tmp_path: Path) -> None:
    former = parts(encode(sample.document(), TEMPLATE))[ITEM].replace(b">", b">\n", 1)
    former = former.replace(b'version="1" erz', b'version="9" erz')
    data = encode(sample.document(), house_with(tmp_path, former), fonts=FONTS)
    package = parts(data)
    assert [name for name in package if name.startswith("customXml/item")] == [
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    ]
    assert GUID.encode() not in package["customXml/itemProps1.xml"]
    assert package["word/_rels/document.xml.rels"].count(b'customXml/item1.xml"') == 1
    assert lines(data) == story(data)
    judged(data, tmp_path)


# recording of changes


def tracking(docx: bytes) -> int:
    root = etree.fromstring(parts(docx)["word/settings.xml"])
    return len(root.findall("{*}trackRevisions"))


def test_drafts_record_changes_and_adopted_editions_do_not() -> None:
    for folder in ("strategy", "examples/auental"):
        files = shipped.word_files(folder)
        assert [tracking(data) for data in files.values()] == [1] * 3
    for folder in ("strategy/editions/2018", "examples/auental/editions/2023"):
        assert tracking(shipped.docx(folder)) == 0


SETTINGS = (
    '<w:view w:val="print"/><w:zoom w:percent="100"/><w:mirrorMargins/><w:linkStyles/>'
    '<w:revisionView w:markup="0"/><w:trackRevisions/><w:doNotTrackMoves/><w:autoFormatOverride/>'
)


@pytest.mark.parametrize("tracked", [True, False])
def test_it_stands_where_the_schema_wants_it_whatever_the_template_sets(
    tracked: bool, tmp_path: Path
) -> None:
    zoom = b'<w:zoom w:percent="100"/>'
    house = rebuilt(tmp_path, lambda _, data: data.replace(zoom, SETTINGS.encode()))
    data = encode(replace(sample.document(), tracked=tracked), house, fonts=FONTS)
    assert tracking(data) == tracked
    judged(data, tmp_path)
