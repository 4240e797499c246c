"""Whatever is wrong with the house's template, one German sentence says it, and nothing leaks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.render.formats.docx import encode
from tests.render.formats import sample
from tests.render.formats.docx_checks import faults
from tests.render.formats.test_docx_content import part
from tests.render.formats.test_docx_valid import TEMPLATE

FONTS = TEMPLATE.parent / "fonts"
RELATIONSHIP = '<Relationship Id="{}" Type="{}" Target="{}"{}/>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(TEMPLATE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    path = folder / "vorlage.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def made(template: Path) -> bytes:
    return encode(sample.document(), template, fonts=FONTS)


NAMES = sorted(parts())


@pytest.mark.parametrize("name", NAMES)
def test_a_template_without_one_of_its_parts_is_refused_in_one_sentence(
    name: str, tmp_path: Path
) -> None:
    files = parts()
    del files[name]
    with pytest.raises(GeneratorError) as error:
        made(written(tmp_path, files))
    assert error.value.message.count("\n") == 0
    assert error.value.hint
    if name.startswith("word/") and not name.endswith("/document.xml.rels"):
        assert f"Es fehlt der Teil {name}" in error.value.message


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rest", [0.0, 0.3, 0.99])
def test_a_template_with_a_part_cut_off_is_refused_and_the_part_named(
    name: str, rest: float, tmp_path: Path
) -> None:
    files = parts()
    files[name] = files[name][: int(len(files[name]) * rest)]
    if name == "word/theme/theme1.xml":  # goes along as it is, nothing in it is read
        return
    with pytest.raises(GeneratorError) as error:
        made(written(tmp_path, files))
    assert f"Der Teil {name} ist beschädigt" in error.value.message


@pytest.mark.parametrize("key", [f"rId{number}" for number in range(1, 9)])
def test_a_template_that_names_a_part_it_has_no_way_to_is_refused(key: str, tmp_path: Path) -> None:
    files = parts()
    name = "word/_rels/document.xml.rels"
    changed = re.sub(rf'<Relationship Id="{key}" [^>]*>'.encode(), b"", files[name])
    assert changed != files[name]
    path = written(tmp_path, files | {name: changed})
    if key in ("rId2", "rId4"):  # neither settings nor theme is needed
        assert faults(made(path)) == []
        return
    with pytest.raises(GeneratorError) as error:
        made(path)
    assert ("Kopf- oder Fußzeile" in error.value.message) == (key > "rId4")


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vorlage.docx"
    data = TEMPLATE.read_bytes()
    for cut in (100, len(data) // 2, len(data) - 10):
        path.write_bytes(data[:cut])
        with pytest.raises(GeneratorError, match=r"Word-Datei \(\.docx\)"):
            made(path)
    path.write_bytes(data[:60] + bytes(40) + data[100:])
    with pytest.raises(GeneratorError, match="beschädigt"):
        made(path)


def test_a_workbook_and_a_folder_are_no_template(tmp_path: Path) -> None:
    files = parts()
    book = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    path = written(tmp_path, files | {"word/document.xml": book.encode()})
    with pytest.raises(GeneratorError, match="keine Word-Datei"):
        made(path)
    with pytest.raises(GeneratorError, match="dort liegt ein Ordner"):
        made(tmp_path)


def test_a_word_template_and_one_with_macros_serve_without_them(tmp_path: Path) -> None:
    files = parts()
    types = files["[Content_Types].xml"]
    for kind in ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                 "application/vnd.ms-word.document.macroEnabled.main+xml"):  # fmt: skip
        old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        assert old in types
        with_macros = named(
            files | {"[Content_Types].xml": types.replace(old, kind.encode())},
            ("rId90", "http://schemas.microsoft.com/office/2006/relationships/vbaProject"),
            "vbaProject.bin", b"MACRO",
        )  # fmt: skip
        data = made(written(tmp_path, with_macros))
        assert faults(data) == []
        assert b"MACRO" not in data
        assert "document.main+xml" in part(data, "[Content_Types].xml")
        assert "macroEnabled" not in part(data, "[Content_Types].xml")


def named(
    files: dict[str, bytes], relationship: tuple[str, str], target: str, data: bytes
) -> dict[str, bytes]:
    """The package with one more part that the main part has a relationship to."""
    rels, name = "word/_rels/document.xml.rels", target.removeprefix("../")
    entry = RELATIONSHIP.format(*relationship, target, "").encode()
    place = name if target.startswith("..") else f"word/{name}"
    extension = name.rpartition(".")[2]
    default = f'<Default Extension="{extension}" ContentType="application/{extension}"/>'.encode()
    known = f'Extension="{extension}"'.encode() in files["[Content_Types].xml"]
    types = files["[Content_Types].xml"].replace(
        b"</Types>", (b"" if known else default) + b"</Types>"
    )
    return files | {
        rels: files[rels].replace(b"</Relationships>", entry + b"</Relationships>"),
        "[Content_Types].xml": types,
        place: data,
    }


LEFT = {
    "comments.xml": (OFFICE + "comments", f"<w:comments {W}>GEHEIM</w:comments>"),
    "people.xml": ("http://schemas.microsoft.com/office/2011/relationships/people",
                   "<people>GEHEIM</people>"),
    "../customXml/item1.xml": (OFFICE + "customXml", "<aktenzeichen>GEHEIM</aktenzeichen>"),
    "glossary/document.xml": (OFFICE + "glossaryDocument",
                              f"<w:glossaryDocument {W}>GEHEIM</w:glossaryDocument>"),
    "footnotes.xml": (OFFICE + "footnotes", f"<w:footnotes {W}>GEHEIM</w:footnotes>"),
    "printerSettings1.bin": (OFFICE + "printerSettings", "GEHEIM"),
}  # fmt: skip


@pytest.mark.parametrize("target", LEFT)
def test_no_part_in_which_people_left_something_goes_along(target: str, tmp_path: Path) -> None:
    kind, content = LEFT[target]
    files = named(parts(), ("rId77", kind), target, content.encode())
    data = made(written(tmp_path, files))
    assert b"GEHEIM" not in data
    assert "rId77" not in part(data, "word/_rels/document.xml.rels")
    assert faults(data) == []


def test_paths_of_the_houses_network_do_not_go_along(tmp_path: Path) -> None:
    files = parts()
    rels = "word/_rels/settings.xml.rels"
    entries = [
        RELATIONSHIP.format(
            key, OFFICE + kind, r"file:///\\server\GEHEIM", ' TargetMode="External"'
        )
        for key, kind in (("rId1", "attachedTemplate"), ("rId2", "mailMergeSource"))
    ]
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    files[rels] = f'<Relationships xmlns="{namespace}">{"".join(entries)}</Relationships>'.encode()
    r = f'xmlns:r="{OFFICE[:-1]}"'
    said = (
        f'<w:attachedTemplate {r} r:id="rId1"/><w:mailMerge><w:query w:val="GEHEIM"/>'
        f'<w:dataSource {r} r:id="rId2"/></w:mailMerge>'
    )
    zoom = b'<w:zoom w:percent="100"/>'
    assert zoom in files["word/settings.xml"]
    files["word/settings.xml"] = files["word/settings.xml"].replace(zoom, zoom + said.encode())
    data = made(written(tmp_path, files))
    assert b"GEHEIM" not in data
    assert rels.encode() not in data
    assert faults(data) == []


def test_what_the_text_names_goes_along_with_what_that_needs(tmp_path: Path) -> None:
    """A picture in a header, a link on the cover and an embedded font."""
    files = parts()
    r = f'xmlns:r="{OFFICE[:-1]}"'
    link = f'<w:hyperlink {r} r:id="rId50"><w:r><w:t>Kreis</w:t></w:r></w:hyperlink></w:p>'
    files["word/document.xml"] = files["word/document.xml"].replace(b"</w:p>", link.encode(), 1)
    entry = RELATIONSHIP.format("rId50", OFFICE + "hyperlink", "https://kreis.example/", ' TargetMode="External"')  # fmt: skip
    rels = "word/_rels/document.xml.rels"
    files[rels] = files[rels].replace(b"</Relationships>", entry.encode() + b"</Relationships>")
    fonts = (
        f'<w:fonts {W} {r}><w:font w:name="Haus"><w:embedRegular r:id="rId1"/></w:font></w:fonts>'
    )
    files = named(files, ("rId51", OFFICE + "fontTable"), "fontTable.xml", fonts.encode())
    table = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    override = f'<Override PartName="/word/fontTable.xml" ContentType="{table}"/></Types>'
    odttf = '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    types = files["[Content_Types].xml"].replace(b"</Types>", (odttf + override).encode())
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    font = RELATIONSHIP.format("rId1", OFFICE + "font", "fonts/haus.odttf", "")
    files |= {
        "[Content_Types].xml": types,
        "word/_rels/fontTable.xml.rels": f'<Relationships xmlns="{namespace}">{font}</Relationships>'.encode(),
        "word/fonts/haus.odttf": b"SCHRIFT",
    }  # fmt: skip
    data = made(written(tmp_path, files))
    assert "https://kreis.example/" in part(data, rels)
    assert b"SCHRIFT" in data
    assert "fonts/haus.odttf" in part(data, "word/_rels/fontTable.xml.rels")
    assert 'Extension="odttf"' in part(data, "[Content_Types].xml")
    assert faults(data) == []
