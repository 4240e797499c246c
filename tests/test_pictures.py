"""Pictures from files, from the folder bilder to every document, edition and comparison."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from random import Random
from typing import Literal

import pytest
from PIL import Image

from generator.checking import check
from generator.cli import main
from generator.model.picture import Bild
from generator.model.strategy import Strategy
from generator.pipeline import digest
from generator.read.origin import Folder
from generator.read.picture_content import content
from generator.read.reading import read_strategy
from generator.render.formats import html, markdown
from generator.render.formats.docx import encode
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps
from tests.editions import compare, redline_document, strategy_document
from tests.judges import ROOT
from tests.render.documents.settled import settle
from tests.render.formats.docx_checks import faults
from tests.render.formats.test_docx_valid import TEMPLATE

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">'
    '<rect width="400" height="100" fill="#1b3a57"/><text x="9" y="50">Größe</text></svg>'
)
FIGURES = """
- {id: B1, datei: bilder/rathaus.jpg, titel: Das Rathaus, quelle: Stadtarchiv, alternativtext: Rotes Dach vor Himmel.}
- {id: B2, datei: bilder/plan.svg, titel: Der Plan, alternativtext: Ein blaues Feld mit Schrift.}
- {id: B3, datei: bilder/logo.png, titel: Das Zeichen, alternativtext: Ein graues Feld ohne Schrift.}
- {id: B4, datei: bilder/rathaus.jpg, titel: Noch einmal, alternativtext: Das rote Dach noch einmal.}
"""
PROSE = "\n\n![[B1]]\n\nWie in [[B1]] zu sehen.\n\n![[B2]]\n\n![[B3]]\n\n![[B4]]\n"
EMU = 36000


def picture(width: int, height: int, kind: str, colour: str = "#8a5a3c") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, kind)
    return buffer.getvalue()


@pytest.fixture
def folder(auental: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example county with three pictures, one of them shown twice; its project is the current folder."""
    (auental / "bilder").mkdir()
    (auental / "bilder/rathaus.jpg").write_bytes(picture(1600, 800, "JPEG"))
    (auental / "bilder/logo.png").write_bytes(picture(300, 150, "PNG"))
    (auental / "bilder/plan.svg").write_text(SVG, "utf-8")
    for name, more in (("figures.yaml", FIGURES), ("texts/lage.md", PROSE)):
        text = (auental / name).read_text("utf-8")
        (auental / name).write_text(text.rstrip() + more, "utf-8")
    monkeypatch.chdir(auental.parent)
    return auental


def strategy(folder: Path) -> Strategy:
    found = read_strategy(Folder(folder)).strategy
    assert found is not None
    return found


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word(folder: Path) -> dict[str, bytes]:
    return parts(encode(strategy_document(strategy(folder)), TEMPLATE))


def extents(document: str) -> dict[str, tuple[int, int]]:
    """Alternative text to width and height in tenths of a millimetre."""
    found = re.findall(
        r'<wp:extent cx="(\d+)" cy="(\d+)"/><wp:docPr [^>]*descr="([^"]*)"', document
    )
    return {label: (int(x) * 10 // EMU, int(y) * 10 // EMU) for x, y, label in found}


def test_word_keeps_a_picture_once_and_as_it_is(folder: Path) -> None:
    files = word(folder)
    photo = (folder / "bilder/rathaus.jpg").read_bytes()
    assert [name for name, data in files.items() if data == photo] == ["word/media/bild1.jpg"]
    document = files["word/document.xml"].decode()
    (key,) = re.findall(
        rb'Id="(\w+)"[^>]*Target="media/bild1.jpg"', files["word/_rels/document.xml.rels"]
    )
    assert document.count(f'r:embed="{key.decode()}"') == 2
    assert b'Extension="jpg" ContentType="image/jpeg"' in files["[Content_Types].xml"]


def test_a_picture_is_as_wide_as_the_text_but_never_coarser_than_good_print(folder: Path) -> None:
    shown = extents(word(folder)["word/document.xml"].decode())
    assert shown["Rotes Dach vor Himmel."] == (1550, 775)  # 155 mm
    assert shown["Ein blaues Feld mit Schrift."] == (1550, 387)
    assert shown["Ein graues Feld ohne Schrift."] == (508, 254)  # 300 pixels at 150 to the inch


def test_a_drawing_stands_in_word_as_vector_with_pixels_for_who_cannot_show_it(
    folder: Path,
) -> None:
    files = word(folder)
    keys = dict(
        re.findall(
            r'Id="(\w+)"[^>]*Target="(media/[^"]+)"', files["word/_rels/document.xml.rels"].decode()
        )
    )
    run = next(
        r for r in files["word/document.xml"].decode().split("<w:drawing>") if "blaues Feld" in r
    )
    raster, vector = (files[f"word/{keys[key]}"] for key in re.findall(r'r:embed="(\w+)"', run)[:2])
    assert (raster[:4], vector.decode()) == (b"\x89PNG", SVG)
    assert "svgBlip" in run


def test_the_word_file_is_whole_and_the_same_every_time(folder: Path) -> None:
    document = strategy_document(strategy(folder))
    made = encode(document, TEMPLATE)
    assert faults(made) == []
    assert made == encode(strategy_document(strategy(folder)), TEMPLATE)


def test_a_page_holds_the_picture_itself_and_markdown_names_its_file(folder: Path) -> None:
    document = strategy_document(strategy(folder))
    page = html.encode(document, ROOT / "templates/dokument.html.j2").decode()
    assert page.count('<img alt="Rotes Dach vor Himmel." src="data:image/jpeg;base64,') == 1
    assert 'src="data:image/svg+xml;base64,' in page
    text = markdown.encode(document, ROOT / "templates/dokument.md.j2").decode()
    assert "*Rotes Dach vor Himmel.* (bilder/rathaus.jpg)" in text


def test_title_and_source_of_a_picture_are_printed_or_named(folder: Path) -> None:
    found = strategy(folder)
    shown = list(lines(strategy_document(found).blocks))
    assert list(field_gaps(found, shown)) == []
    for field in ("titel", "quelle"):
        kept = [
            line
            for line in shown
            if line[0] is None or (line[0].element, line[0].field) != ("B1", field)
        ]
        assert [gap.path for gap in field_gaps(found, kept)] == [(field,)]


def test_the_check_finds_nothing_but_the_coarse_picture(folder: Path) -> None:
    """Beside what the example itself wants to be told: of reports and deadlines."""
    without = [(f.rule, f.id) for f in check(ROOT / "examples/auental").findings]
    assert without
    assert all(rule.startswith("Z9") for rule, _ in without)
    found = [(f.rule, f.id) for f in check(folder).findings]
    assert sorted(found) == sorted([("Z322", "B3"), *without])


def test_another_picture_under_the_same_name_is_a_change(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = folder.parent / "vorher"
    shutil.copytree(folder, before)
    (folder / "bilder/logo.png").write_bytes(picture(300, 150, "PNG", "#1b3a57"))
    old, new = strategy(before), strategy(folder)
    assert digest(old) != digest(new)
    (change,) = compare(old, new).changes
    assert (change.change.kind, change.change.id, change.change.fields) == (
        "illustration",
        "B3",
        ("bild",),
    )
    capsys.readouterr()
    assert main(["diff", "vorher", "--format", "json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["changes"]
    assert (told["kind"], told["level"], told["id"]) == ("illustration", "abbildung", "B3")
    assert told["old"].endswith("PNG, 300 × 150 Pixel")
    assert told["new"].endswith("PNG, 300 × 150 Pixel, anderes Bild")


def test_the_aenderungsfassung_shows_both_pictures_and_settles_to_one(folder: Path) -> None:
    old = strategy(folder)
    (folder / "bilder/logo.png").write_bytes(picture(300, 150, "PNG", "#1b3a57"))
    new = strategy(folder)
    made = encode(redline_document(compare(old, new), author="Amt", date="2026-11-22"), TEMPLATE)
    assert faults(made) == []
    media = {data for name, data in parts(made).items() if name.startswith("word/media/")}
    pictures = {
        figure.bild.inhalt
        for side in (old, new)
        for figure in side.abbildungen
        if figure.bild and figure.id == "B3"
    }
    assert len(pictures) == 2
    assert pictures <= media
    assert settle(made, "accept").lines != settle(made, "reject").lines


def test_freezing_seals_the_pictures_in_use_and_names_one_that_was_touched(folder: Path) -> None:
    (folder / "bilder/uebrig.png").write_bytes(picture(1600, 800, "PNG"))
    assert main(["freeze", "2026", "--beschluss", "1/26", "--datum", "2026-12-01"]) == 0
    sealed = folder / "editions/2026/bilder"
    assert sorted(p.name for p in sealed.iterdir()) == ["logo.png", "plan.svg", "rathaus.jpg"]
    assert (sealed / "rathaus.jpg").read_bytes() == (folder / "bilder/rathaus.jpg").read_bytes()
    assert not [f for f in check(folder).findings if f.rule == "Z014"]
    (sealed / "logo.png").write_bytes(picture(300, 150, "PNG", "#1b3a57"))
    (found,) = [f for f in check(folder).findings if f.rule == "Z014"]
    assert "bilder/logo.png wurde nach dem Beschluss verändert" in found.message
    assert main(["diff", "2026", "--exit-code"]) == 1


@pytest.mark.parametrize("whole", [False, True])
def test_a_link_in_place_of_a_picture_is_refused(folder: Path, whole: bool) -> None:
    real = folder.parent / "anderswo"
    shutil.move(folder / "bilder", real)
    if whole:
        (folder / "bilder").symlink_to(real, target_is_directory=True)
    else:
        (folder / "bilder").mkdir()
        for name in ("logo.png", "plan.svg", "rathaus.jpg"):
            (folder / "bilder" / name).symlink_to(real / name)
    found = [f for f in check(folder).findings if f.rule == "Z325"]
    assert [f.id for f in found] == ["B1", "B2", "B3", "B4"]
    assert all("Verweis (Symlink)" in f.message for f in found)
    assert all(figure.bild is None for figure in strategy(folder).abbildungen)


def test_a_document_built_in_spite_of_a_missing_picture_says_so(folder: Path) -> None:
    (folder / "bilder/logo.png").unlink()
    assert main(["build", "--pages", "off", "--only", "strategie", "--trotz-fehlern"]) == 1
    files = parts(Path("output/strategie.docx").read_bytes())
    drawings = [data.decode() for name, data in files.items() if name.endswith(".svg")]
    assert any("Das Bild bilder/logo.png fehlt." in text for text in drawings)


def test_what_the_reader_puts_in_is_no_key_of_the_file(folder: Path) -> None:
    text = (folder / "figures.yaml").read_text("utf-8")
    (folder / "figures.yaml").write_text(text.replace("{id: B2,", "{id: B2, bild: x,"), "utf-8")
    assert [f.rule for f in check(folder).findings if f.id == "B2"] == ["Z007"]


def test_what_is_written_back_leaves_pictures_alone(folder: Path) -> None:
    from generator.edit.rewrite import rewritten

    files = {
        n: Folder(folder).read(n) or b""
        for n in Folder(folder).names()
        if n.endswith((".yaml", ".md"))
    }
    wanted = strategy(folder)
    assert rewritten(files, wanted) == {}
    first = wanted.abbildungen[-1].model_copy(update={"titel": "Ein anderer Titel"})
    changed = wanted.model_copy(update={"abbildungen": (*wanted.abbildungen[:-1], first)})
    edited = rewritten(files, changed)
    assert list(edited) == ["figures.yaml"]
    assert b"titel: Ein anderer Titel" in (edited["figures.yaml"] or b"")


@pytest.mark.parametrize("kind", ["png", "jpg", "svg"])
def test_whatever_a_file_holds_it_is_a_picture_or_one_sentence(
    kind: Literal["png", "jpg", "svg"],
) -> None:
    whole = {"png": picture(60, 40, "PNG"), "jpg": picture(60, 40, "JPEG"), "svg": SVG.encode()}[
        kind
    ]
    for seed in range(400):
        random = Random(seed)
        data = bytearray(whole)
        for _ in range(random.randint(1, 8)):
            data[random.randrange(len(data))] = random.randrange(256)
        if random.random() < 0.3:
            del data[random.randrange(len(data)) :]
        found = content(bytes(data), kind)
        assert isinstance(found, Bild) or found.endswith(".")
