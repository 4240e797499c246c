"""The pages for the browser as everyone gets them: judged by axe-core, by keys, on paper, enlarged, narrow."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.render.blocks import Document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.formats.html import encode
from tests.editions import telling
from tests.judges import ROOT, schema
from tests.render.formats import shipped
from tests.render.formats.browser import ENTER, TAB, Page, chromium, page
from tests.render.outline import Outline

TEMPLATE = ROOT / "templates" / "dokument.html.j2"
COUNTIES = ("strategy", "examples/auental", "examples/weidenfurt")
NAMES = ("strategie", "synopse", "aenderungen")
PAGES = [(folder, name) for folder in COUNTIES for name in NAMES]
LARGE = 720
"""CSS pixels that are left of a window of 1440 at 200 %."""
NARROW = 320
"""The width at which nothing may be lost (WCAG 2.2, 1.4.10)."""


@cache
def document(folder: str, name: str) -> Document:
    if name == "strategie":
        return shipped.document(folder)
    if name == "synopse":
        return shipped.compared(folder)[0]
    new = shipped.read(ROOT / folder)
    old = shipped.read(ROOT / folder / "editions" / str(new.kopf.fassung.vorgaenger))
    return page_document(telling(old, new))


@cache
def html(folder: str, name: str) -> str:
    return encode(document(folder, name), TEMPLATE).decode()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("seiten")
    found = {}
    for number, (county, name) in enumerate(PAGES):
        found[county, name] = folder / f"{number}-{name}.html"
        found[county, name].write_text(html(county, name), "utf-8")
    return found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with page(tmp_path_factory.mktemp("profil")) as opened:
        yield opened


def axe(opened: Page) -> list[str]:
    """Rule and place of all that axe-core finds, its advice on good practice included."""
    source = schema("node_modules/axe-core/axe.min.js").read_text("utf-8")
    found = opened.wait_for(f"{source}; axe.run().then(done, error => done(String(error)));")
    assert isinstance(found, dict), found
    assert len(found["passes"]) > 15
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]


@pytest.mark.parametrize("width", [1280, NARROW])
@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_axe_finds_nothing(
    browser: Page, files: dict[tuple[str, str], Path], folder: str, name: str, width: int
) -> None:
    browser.resize(width, 900)
    browser.open(files[folder, name].as_uri())
    assert axe(browser) == []


def test_axe_finds_what_is_wrong(browser: Page, tmp_path: Path) -> None:
    """So that a judge which says nothing of anything is noticed."""
    broken = html("strategy", "strategie").replace('<html lang="de">', "<html>")
    broken = broken.replace("<h2", "<h5", 1)
    (tmp_path / "falsch.html").write_text(broken, "utf-8")
    browser.open((tmp_path / "falsch.html").as_uri())
    rules = {one.split(":")[0] for one in axe(browser)}
    assert rules >= {"html-has-lang", "heading-order"}


@pytest.mark.parametrize("width", [LARGE, NARROW])
@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_enlarged_and_on_a_narrow_screen_nothing_has_to_be_scrolled_sideways(
    browser: Page, files: dict[tuple[str, str], Path], folder: str, name: str, width: int
) -> None:
    """Tables of many columns are scrolled by themselves, with the keyboard too."""
    browser.resize(width, 450)
    browser.open(files[folder, name].as_uri())
    assert browser.run("window.innerWidth") == width
    assert browser.run("document.documentElement.scrollWidth") <= width
    wide = "[...document.querySelectorAll('.rollt')].filter(t => t.scrollWidth > t.clientWidth)"
    assert browser.run(f"{wide}.every(t => t.tabIndex === 0)")


@pytest.mark.parametrize("name", NAMES)
def test_everything_can_be_reached_and_seen_with_keys_alone(
    browser: Page, files: dict[tuple[str, str], Path], name: str
) -> None:
    browser.resize(1280, 900)
    browser.open(files["examples/weidenfurt", name].as_uri())
    what = "a[href], button, select, input, [tabindex='0']"
    browser.run(
        f'window.alle = [...document.querySelectorAll("{what}")].filter(e => e.offsetParent || '
        "e.matches('.sprung'))"
    )
    number = browser.run("alle.length")
    assert number > 15
    for at in range(number):
        browser.press(TAB)
        assert browser.run("alle.indexOf(document.activeElement)") == at
        assert browser.run("document.activeElement.getBoundingClientRect().left") >= 0
        outline = browser.run("getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"


def test_who_skips_the_contents_goes_on_behind_them(
    browser: Page, files: dict[tuple[str, str], Path]
) -> None:
    browser.resize(1280, 900)
    browser.open(files["strategy", "strategie"].as_uri())
    browser.run("document.querySelector('nav').previousElementSibling.focus()")
    browser.press(ENTER)
    assert browser.focused() == "seite-text"
    browser.press(TAB)
    inside = "document.querySelector('nav').contains(document.activeElement)"
    assert browser.run("document.activeElement.tagName") == "A"
    assert not browser.run(inside)


def test_the_contents_lead_to_every_chapter_and_every_link_to_its_place() -> None:
    for folder in COUNTIES:
        text = html(folder, "strategie")
        tags = Outline(text).tags
        places = [attributes["id"] for _, attributes in tags if "id" in attributes]
        assert len(places) == len(set(places))
        inside = {a["href"][1:] for tag, a in tags if tag == "a" and a["href"].startswith("#")}
        assert inside <= set(places)
        nav = text[text.index("<nav") : text.index("</nav>")]
        assert len(re.findall("<li>", nav)) > 12
        assert "<ul>" in nav[8:].split("<ul>", 1)[1]  # what belongs to a chapter stands below it


def test_the_strategy_is_one_page_with_one_title_that_loads_nothing() -> None:
    text = html("strategy", "strategie")
    outline = Outline(text)
    levels = [level for level, _ in outline.headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    title = "Armutspräventionsstrategie für den Ilm-Kreis"
    assert outline.headings[0][1] == title
    loaded = [a.get("src") or a.get("data") for _, a in outline.tags]
    assert not [address for address in loaded if address and not address.startswith("data:")]
    assert not re.search(r"<link[^>]+stylesheet|@import|url\(", text)


@pytest.mark.parametrize("name", NAMES)
def test_on_paper_all_of_it_stands_and_a_draft_says_so_on_every_page(
    files: dict[tuple[str, str], Path], name: str, tmp_path: Path
) -> None:
    target = tmp_path / "druck.pdf"
    source = files["strategy", name].as_uri()
    chromium(tmp_path / "profil", "--no-pdf-header-footer", f"--print-to-pdf={target}", source)
    sheets = [bare(sheet.extract_text()) for sheet in PdfReader(target).pages]
    assert len(sheets) > 3
    assert all("Entwurf" in sheet for sheet in sheets)
    printed = "".join(sheets)
    assert "überspringen" not in printed
    for _, heading in Outline(html("strategy", name)).headings:
        if heading != "Änderungen filtern":
            assert bare(heading)[:30] in printed, heading


def bare(text: str) -> str:
    """Without white space and ligatures, which Chromium prints."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
