"""The house changes its template in Word, and the document follows, no code touched."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.render.documents.synopsis import synopsis_document
from generator.render.formats.docx import encode
from generator.render.formats.docx.styles import FIELDS, STYLES
from generator.render.formats.png import encode as raster
from tests.editions import telling
from tests.judges import program
from tests.render.conftest import shipped as shipped_strategy
from tests.render.formats import sample, shipped
from tests.render.formats.docx_checks import NS, faults, stories, w
from tests.render.formats.test_docx_accessible import File, contrast
from tests.render.formats.test_docx_content import part, texts_of
from tests.render.formats.test_docx_valid import TEMPLATE
from tools.template_maker.house_template import make_template
from tools.template_maker.look import HouseLook

FONTS = TEMPLATE.parent / "fonts"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm"><path d="M0 0h40v40"/></svg>'


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """The shipped template with one part edited."""
    source = zipfile.ZipFile(TEMPLATE)
    path = tmp_path / "vorlage.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for entry in source.namelist():
            text = source.read(entry).decode()
            if entry == name:
                assert old in text
                text = text.replace(old, new)
            archive.writestr(entry, text)
    return path


def test_another_house_has_its_own_font_colours_logo_and_cover(tmp_path: Path) -> None:
    look = HouseLook(
        font="Verdana",
        primary="5B2333",
        tint="F2E3E6",
        centred_cover=True,
        margins=(25, 20, 20, 30),
        logo=raster(LOGO, 40, FONTS),
        logo_text="Wappen des Landkreises Beispiel",
    )
    house = tmp_path / "haus.docx"
    house.write_bytes(make_template(look))
    data = encode(sample.document(), house, fonts=FONTS)
    assert 'typeface="Verdana"' in part(data, "word/theme/theme1.xml")
    text = part(data, "word/document.xml")
    assert 'w:fill="5B2333"' in text
    assert "1B3A57" not in text
    assert 'descr="Wappen des Landkreises Beispiel"' in text
    assert zipfile.ZipFile(io.BytesIO(data)).read("word/media/logo.png") == look.logo
    assert faults(data) == []


LOOKS = {  # name of a style in Word: what the house makes of it there
    "Neu": ('w:val="0B5C2B"', 'w:val="1F3FA0"'),
    "Entfallen": ('w:val="8C1D18"', 'w:val="6A1B9A"'),
    "Synopse Kopf": ('w:fill="DCE6EE"', 'w:fill="FFF2CC"'),
    "Tabelle Kopf": ('w:fill="1B3A57"', 'w:fill="30302F"'),
}


def restyled(tmp_path: Path) -> Path:
    """The shipped template after a house changed some styles in Word."""
    sheet = part(TEMPLATE.read_bytes(), "word/styles.xml")
    changed_sheet = sheet
    for name, (old, new) in LOOKS.items():
        style = next(s for s in re.findall(r"<w:style .*?</w:style>", sheet) if f'"{name}"' in s)
        assert old in style
        changed_sheet = changed_sheet.replace(style, style.replace(old, new))
    return changed(tmp_path, "word/styles.xml", sheet[sheet.index("<w:styles") :],
                   changed_sheet[changed_sheet.index("<w:styles") :])  # fmt: skip


def test_marks_of_change_and_first_rows_follow_the_styles_of_a_house(tmp_path: Path) -> None:
    """Changed words have no look of their own besides the style, and heads are filled as it says."""
    old, new = (
        shipped_strategy("examples/auental/editions/2023"),
        shipped_strategy("examples/auental"),
    )
    data = encode(synopsis_document(telling(old, new)), restyled(tmp_path), raster=False)
    assert faults(data) == []
    text = part(data, "word/document.xml")
    runs = re.findall(r"<w:r><w:rPr>(.*?)</w:rPr>", text)
    marked = {run for run in runs if '"Neu"' in run or '"Entfallen"' in run}
    assert marked == {'<w:rStyle w:val="Neu"/>', '<w:rStyle w:val="Entfallen"/>'}
    assert 'w:fill="FFF2CC"' in text
    assert "DCE6EE" not in text
    table = encode(shipped.document("strategy"), restyled(tmp_path), raster=False)
    assert 'w:fill="30302F"' in part(table, "word/document.xml")


def test_changed_words_can_be_read_on_every_light_ground_of_the_template() -> None:
    """Whichever cell they stand in; on the dark grounds of the house nothing is marked."""
    sheet = File(TEMPLATE.read_bytes())
    grounds = {"FFFFFF"}
    for style in sheet.styles.values():
        shade = style.find("w:pPr/w:shd", NS)
        if shade is not None:
            grounds.add(shade.get(w("fill"), ""))
    light = {ground for ground in grounds if contrast("000000", ground) > 10}
    assert len(light) >= 3
    for name in ("Neu", "Entfallen"):
        colour = sheet.styles[name].find("w:rPr/w:color", NS)
        assert colour is not None
        for ground in light:
            assert contrast(colour.get(w("val"), ""), ground) >= 4.5, (name, ground)


def test_the_whole_strategy_in_another_house_opens_without_repair(tmp_path: Path) -> None:
    house, made = tmp_path / "haus.docx", tmp_path / "strategie.docx"
    logo = raster(LOGO, 40, FONTS)
    look = HouseLook(font="Verdana", primary="5B2333", tint="F2E3E6", centred_cover=True, logo=logo)
    house.write_bytes(make_template(look))
    made.write_bytes(encode(shipped.document("strategy"), house, fonts=FONTS))
    assert faults(made.read_bytes()) == []
    run = subprocess.run([program("ooxml-validator"), str(made)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


@pytest.mark.parametrize("key", STYLES)
def test_a_missing_style_is_named_as_word_shows_it(key: str, tmp_path: Path) -> None:
    style = STYLES[key]
    old = f'<w:name w:val="{style.name}"/>'
    house = changed(tmp_path, "word/styles.xml", old, '<w:name w:val="Anders"/>')
    with pytest.raises(GeneratorError) as error:
        encode(sample.document(), house, fonts=FONTS)
    assert f"«{style.label}»" in error.value.message
    assert style.use in error.value.message


def test_styles_are_found_by_name_whatever_their_ids(tmp_path: Path) -> None:
    """German Word calls heading 1 "berschrift1", English Word "Heading1"."""
    source = zipfile.ZipFile(TEMPLATE)
    house = tmp_path / "englisch.docx"
    with zipfile.ZipFile(house, "w") as archive:
        for entry in source.namelist():
            archive.writestr(entry, source.read(entry).replace(b"berschrift", b"Heading"))
    assert '<w:pStyle w:val="Heading1"/>' in part(
        encode(sample.document(), house, fonts=FONTS), "word/document.xml"
    )


@pytest.mark.parametrize(
    "runs",
    [
        ["{{ titel }}"],
        ["{{", " titel ", "}}"],
        ["{", "{ti", "tel}", "}"],
        ["Strategie: {{ti", "tel}} – ", "{{ fassung }}"],
    ],
)
def test_a_placeholder_is_filled_however_word_split_it(runs: list[str], tmp_path: Path) -> None:
    split = '<w:proofErr w:type="spellStart"/>'.join(
        f'<w:r w:rsidR="00A1"><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs
    )
    old = '<w:r><w:t xml:space="preserve">{{ titel }}</w:t></w:r>'
    data = encode(
        sample.document(), changed(tmp_path, "word/document.xml", old, split), fonts=FONTS
    )
    text = texts_of(stories(data)["word/document.xml"])
    assert "Armutspräventionsstrategie für den Ilm-Kreis" in text
    assert "{" not in text
    assert "}" not in text


def test_an_empty_placeholder_leaves_no_empty_line(tmp_path: Path) -> None:
    root = stories(encode(sample.document(draft=""), TEMPLATE))["word/document.xml"]
    cover = [texts_of(p) for p in root.iter("{*}p")][:5]
    assert cover == [
        "Ilm-Kreis",
        "Armutspräventionsstrategie für den Ilm-Kreis",
        "1. Fortschreibung",
        "Entwurf, Stand 22. November 2026",
        "Demonstration, keine Veröffentlichung des Landkreises.",
    ]


def test_an_unknown_placeholder_is_named_with_those_there_are(tmp_path: Path) -> None:
    house = changed(tmp_path, "word/document.xml", "{{ titel }}", "{{ tittel }}")
    with pytest.raises(GeneratorError) as error:
        encode(sample.document(), house, fonts=FONTS)
    assert "{{ tittel }}" in error.value.message
    assert all(name in error.value.hint for name in FIELDS)


def test_a_template_without_place_for_the_contents_is_refused(tmp_path: Path) -> None:
    house = changed(tmp_path, "word/document.xml", "{{ inhalt }}", "Inhalt")
    with pytest.raises(GeneratorError, match="inhalt"):
        encode(sample.document(), house, fonts=FONTS)


@pytest.mark.parametrize("header", ["word/header1.xml", "word/header2.xml"])
def test_a_draft_needs_its_mark_on_every_page(header: str, tmp_path: Path) -> None:
    house = changed(tmp_path, header, "{{ entwurf }}", "")
    with pytest.raises(GeneratorError, match="entwurf"):
        encode(sample.document(), house, fonts=FONTS)
    assert encode(sample.document(draft=""), house, fonts=FONTS)


def test_headings_without_numbers_in_the_template_are_refused(tmp_path: Path) -> None:
    old = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    house = changed(tmp_path, "word/styles.xml", old, "")
    with pytest.raises(GeneratorError, match="Überschrift 2"):
        encode(sample.document(), house, fonts=FONTS)


def test_what_is_no_word_file_is_said_in_words(tmp_path: Path) -> None:
    path = tmp_path / "vorlage.docx"
    with pytest.raises(GeneratorError, match="gibt es nicht"):
        encode(sample.document(), path)
    path.write_text("Das ist nur Text.")
    with pytest.raises(GeneratorError, match=r"Word-Datei \(\.docx\)"):
        encode(sample.document(), path)


def test_traces_and_old_modes_of_the_template_do_not_come_along(tmp_path: Path) -> None:
    old = '<w:zoom w:percent="100"/>'
    rsids = '<w:rsids><w:rsidRoot w:val="00A1"/></w:rsids>'
    house = changed(tmp_path, "word/settings.xml", "<w:compat>", f"{rsids}<w:compat>")
    assert old in part(house.read_bytes(), "word/settings.xml")
    settings = part(encode(sample.document(), house, fonts=FONTS), "word/settings.xml")
    assert "rsid" not in settings
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
