"""Whatever is handed in as a returned file: it is read, or one German sentence says why not."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.receive import package_reader as opening
from generator.receive.reader import story
from tests.receive.word import OFFICE, package, paragraph, text, unzipped, write, zipped

BODY = paragraph(text("Alle Kinder lernen."))
MAP = b'<druck xmlns="urn:strategie-generator:druck" version="1"/>'


def words(path: Path) -> list[str]:
    return ["".join(piece.text for piece in p.pieces) for p in story(path).paragraphs]


def archive(*names: str, mimetype: str = "") -> bytes:
    files = {"mimetype": mimetype.encode()} if mimetype else {}
    return zipped(files | dict.fromkeys(names, b"<x/>"))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
REFUSED: dict[str, tuple[bytes, str]] = {
    "leer.docx": (b"", "leer"),
    "plan.pdf": (b"%PDF-1.7\n", "PDF"),
    "plan.rtf": (b"{\\rtf1 x}", "RTF"),
    "plan.doc": (OLE, "alte Word-Datei"),
    "geheim.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "Kennwort"),
    "tabelle.xls": (OLE + "Workbook".encode("utf-16-le"), "Excel"),
    "folien.ppt": (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
    "mail.msg": (OLE + "__properties_version1.0".encode("utf-16-le"), "Outlook"),
    "plan.odt": (
        archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
        ".odt",
    ),
    "plan.ods": (
        archive("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"),
        ".ods",
    ),
    "alles.zip": (archive("plan.docx"), ".zip"),
    "alles.7z": (b"7z\xbc\xaf\x27\x1c", ".7z"),
    "tabelle.xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
    "folien.pptx": (archive("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
    "seite.docx": (b"<!DOCTYPE html><html></html>", "Webseite"),
    "bild.docx": (b"\x89PNG\r\n\x1a\n", "Bild"),
    "text.docx": (b"Sehr geehrte Damen und Herren", "keine Word-Datei"),
    "halb.docx": (zipped(package(BODY))[:400], "beschädigt"),
    "ohne.docx": (archive("[Content_Types].xml", "word/styles.xml"), "beschädigt"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_word_file_is_refused_with_a_sentence_that_says_what_to_do(
    name: str, tmp_path: Path
) -> None:
    """Where there is no LibreOffice that could make one of it."""
    data, told = REFUSED[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(GeneratorError, match=name) as raised:
        story(tmp_path / name)
    assert told in raised.value.message
    assert raised.value.hint


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "gibt-es-nicht.docx", "gibt es nicht"), (tmp_path, "Ordner")):
        with pytest.raises(GeneratorError, match=told):
            story(path)


def damaged(data: bytes) -> bytes:
    """The same file with some bytes of its text overwritten."""
    files = zipped(
        {**unzipped(data), "word/document.xml": unzipped(data)["word/document.xml"] * 30}
    )
    at = files.index(b"word/document.xml") + 60
    return files[:at] + bytes(40) + files[at + 40 :]


def test_a_package_with_damaged_content_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kaputt.docx"
    path.write_bytes(damaged(zipped(package(BODY))))
    with pytest.raises(GeneratorError, match="beschädigt"):
        story(path)


def test_what_would_fill_the_memory_is_refused_before_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = tmp_path / "bombe.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in package(BODY).items():
            target.writestr(name, data)
        with target.open("word/media/image1.png", "w") as member:
            for _ in range(450):
                member.write(bytes(1_000_000))
    assert bomb.stat().st_size < 1_000_000
    monkeypatch.setattr(opening, "_opened", None)
    with pytest.raises(GeneratorError, match="mehr als 200 MB"):
        story(bomb)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    files = package(BODY)
    laughs = "<!DOCTYPE w [<!ENTITY a 'haha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    files["word/document.xml"] = (
        laughs.encode() + b"]>" + files["word/document.xml"].replace(b"Alle", b"&j;Alle")
    )
    assert "haha" not in "".join(words(write(tmp_path, files)))


def test_nothing_outside_the_package_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("GEHEIM", "utf-8")
    files = package(BODY)
    outside = f"<!DOCTYPE w [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>".encode()
    files["word/document.xml"] = outside + files["word/document.xml"].replace(b"Alle", b"&x;Alle")
    link = f'<Relationship Id="x" Type="{OFFICE}/attachedTemplate" Target="{secret.as_uri()}" TargetMode="External"/>'
    related = files["word/_rels/document.xml.rels"].replace(b"</Rel", link.encode() + b"</Rel")
    files["word/_rels/document.xml.rels"] = related
    assert "GEHEIM" not in "".join(words(write(tmp_path, files)))


def strict(files: dict[str, bytes]) -> dict[str, bytes]:
    """As Word saves "Strict Open XML": ISO/IEC 29500 part 4, annex A."""
    purl = b"http://purl.oclc.org/ooxml/"
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": purl
        + b"wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties": purl
        + b"officeDocument/relationships/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": purl
        + b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": purl
        + b"officeDocument/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes": purl
        + b"officeDocument/docPropsVTypes",
    }
    result = {}
    for name, data in files.items():
        for old, new in names.items():
            data = data.replace(old, new)
        result[name] = data
    return result


def without_part(files: dict[str, bytes]) -> dict[str, bytes]:
    """A relationship that leads to nothing, as some programs leave behind."""
    link = f'<Relationship Id="rId77" Type="{OFFICE}/image" Target="NULL"/>'.encode()
    name = "word/_rels/document.xml.rels"
    return {**files, name: files[name].replace(b"</Rel", link + b"</Rel")}


def macros(files: dict[str, bytes]) -> dict[str, bytes]:
    """A document with macros (.docm)."""
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    other = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    return {name: data.replace(kind, other) for name, data in files.items()}


def renamed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The main part under another name, as Word on the web saves it."""
    return {
        name.replace("document.xml", "document2.xml"): data.replace(
            b"document.xml", b"document2.xml"
        )
        for name, data in files.items()
    }


@pytest.mark.parametrize("change", [strict, without_part, macros, renamed])
def test_unusual_packages_are_read_like_usual_ones(
    change: Callable[[dict[str, bytes]], dict[str, bytes]], tmp_path: Path
) -> None:
    note = f'<w:footnote w:id="1">{paragraph(text("Vgl. BMAS 2017."))}</w:footnote>'
    body = paragraph(text("Alle Kinder lernen.") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    files = package(body, {"footnotes": note}, {"Fassung": "2026"}, MAP)
    read = story(write(tmp_path, change(files)))
    plain = story(write(tmp_path, files, "b.docx"))
    assert read.paragraphs == plain.paragraphs
    assert (dict(read.properties), read.printed) == ({"Fassung": "2026"}, MAP)
    assert read.mended == ()


def test_malformed_xml_is_read_as_far_as_it_goes_and_said(tmp_path: Path) -> None:
    files = package(BODY + paragraph(text("Ende.")))
    broken = files["word/document.xml"].replace(b"</w:body>", b"</w:p></w:body>")
    read = story(write(tmp_path, {**files, "word/document.xml": broken}))
    assert [p.pieces[0].text for p in read.paragraphs] == ["Alle Kinder lernen.", "Ende."]
    assert "fehlerhaft geschrieben" in read.mended[0]


def test_the_digest_is_that_of_text_and_notes_alone(tmp_path: Path) -> None:
    files = package(BODY, {"footnotes": ""})
    first = story(write(tmp_path, files)).digest
    with_properties = package(BODY, {"footnotes": "", "comments": ""}, {"a": "b"})
    assert story(write(tmp_path, with_properties)).digest == first
    other = {**files, "word/footnotes.xml": files["word/footnotes.xml"] + b" "}
    assert story(write(tmp_path, other)).digest != first


def test_the_map_is_found_by_its_namespace_whatever_its_name(tmp_path: Path) -> None:
    assert story(write(tmp_path, package(BODY, custom=MAP))).printed == MAP
    assert story(write(tmp_path, package(BODY, custom=b"<andere/>"))).printed is None
