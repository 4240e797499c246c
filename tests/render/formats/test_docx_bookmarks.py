"""The bookmark of an element stands around its wording inside one cell, so that it survives a save."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from generator.model.seen import seen
from generator.model.strategy import Strategy
from tests.judges import program
from tests.render.conftest import shipped as strategy_of
from tests.render.formats import shipped
from tests.render.formats.docx_checks import stories, w


def main_part(docx: bytes) -> etree._Element:
    return stories(docx)["word/document.xml"]


def inside(root: etree._Element) -> dict[str, str]:
    """Bookmark to what a reader sees in it once all changes are accepted; each within one paragraph."""
    found: dict[str, str] = {}
    for paragraph in root.iter(w("p")):
        opened: dict[str | None, str] = {}
        for element in paragraph.iter():
            if element.tag == w("bookmarkStart"):
                opened[element.get(w("id"))] = element.get(w("name"), "")
                found[element.get(w("name"), "")] = ""
            elif element.tag == w("bookmarkEnd"):
                opened.pop(element.get(w("id")))  # KeyError: it began in another paragraph
            elif element.tag == w("t"):
                for name in opened.values():
                    found[name] += element.text or ""
            elif element.tag == w("noBreakHyphen"):
                for name in opened.values():
                    found[name] += "-"
        assert not opened, opened
    return {name: seen(text) for name, text in found.items()}


def wordings(strategy: Strategy) -> dict[str, str]:
    elements = (*strategy.goals(), *strategy.recommendations())
    return {element.id: element.text for element in elements}


@pytest.mark.parametrize("folder", shipped.STRATEGIES)
def test_the_bookmark_of_every_goal_and_recommendation_holds_its_wording(folder: str) -> None:
    files = shipped.word_files(folder)
    wanted = wordings(strategy_of(folder))
    found = inside(main_part(files["strategie"]))
    assert {name: found[name] for name in wanted} == wanted
    if "aenderungsfassung" in files:
        redline = inside(main_part(files["aenderungsfassung"]))
        assert {name: redline[name] for name in wanted} == wanted


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
def test_the_bookmark_of_a_row_of_the_synopse_is_on_the_new_side(folder: str) -> None:
    """On the old one where there is no new one, as of what was split or merged."""
    root = main_part(shipped.word_files(folder)["synopse"])
    within = inside(root)
    sides = []
    for start in root.iter(w("bookmarkStart")):
        row = next(start.iterancestors(w("tr")), None)
        if row is None:
            continue
        (cell,) = start.iterancestors(w("tc"))
        cells = row.findall(w("tc"))
        side = cells.index(cell)
        assert within[start.get(w("name"), "")].strip("– ")
        if len(cells) == 3:  # only new or only gone: both sides are one column
            assert side == 1
            continue
        assert len(cells) == 4
        sides.append(side)
        names = len(list(start.getparent().getparent().getparent()[1].iter(w("p"))))
        alone = "".join(cells[2].itertext()) == "–" or names > 2
        assert side == 2 or (side == 1 and alone)
    assert sides.count(2) > 20
    assert (1 in sides) == (folder == "examples/auental")  # where something is gone


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
def test_libreoffice_keeps_every_bookmark_once(folder: str, tmp_path: Path) -> None:
    for product, data in shipped.word_files(folder).items():
        before, after = main_part(data), main_part(saved(tmp_path, product, data))
        names = Counter(e.get(w("name")) for e in after.iter(w("bookmarkStart")))
        assert names == Counter(e.get(w("name")) for e in before.iter(w("bookmarkStart")))
        assert {e.get(w("id")) for e in after.iter(w("bookmarkStart"))} == {
            e.get(w("id")) for e in after.iter(w("bookmarkEnd"))
        }


def saved(folder: Path, product: str, data: bytes) -> bytes:
    """The file as LibreOffice saves it."""
    source = folder / f"{product}.docx"
    source.write_bytes(data)
    profile = (folder / "profil").as_uri()
    command = [program("soffice"), f"-env:UserInstallation={profile}", "--headless"]
    convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "gespeichert")]
    subprocess.run([*command, *convert, str(source)], capture_output=True, check=True)
    return (folder / "gespeichert" / source.name).read_bytes()
