"""The page of changes: read in any browser, by anyone, with or without a script, without a network."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.render.documents.synopsis.change_page import page_document
from generator.render.documents.synopsis.synopsis_entries import entries
from generator.render.documents.telling.teller import Telling
from generator.render.formats import html as page_format
from tests.compare.county import Data, county, goal, pop
from tests.editions import telling
from tests.render.conftest import ROOT, shipped
from tests.render.formats.browser import SPACE, TAB, Page, chromium, page
from tests.render.outline import Outline

TEMPLATE = ROOT / "templates" / "dokument.html.j2"


def encode(told: Telling, template: Path = TEMPLATE, *, every: bool = False) -> str:
    return page_format.encode(page_document(told, every=every), template).decode()


@pytest.fixture(scope="module")
def auental() -> Telling:
    return telling(shipped("examples/auental/editions/2023"), shipped("examples/auental"))


@pytest.fixture(scope="module")
def html(auental: Telling) -> str:
    return encode(auental)


@pytest.fixture(scope="module")
def file(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seite") / "aenderungen.html"
    path.write_text(html, "utf-8")
    return path


@pytest.fixture(scope="module")
def browser(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with page(tmp_path_factory.mktemp("profil")) as opened:
        yield opened


@pytest.fixture
def opened(browser: Page, file: Path) -> Page:
    browser.open(file.as_uri())
    return browser


def test_the_page_is_german_has_a_title_and_headings_without_gaps(html: str) -> None:
    outline = Outline(html)
    tags = dict(reversed(outline.tags))
    assert tags["html"]["lang"] == "de"
    assert "<title>Änderungen: Strategie „Gut älter werden im Landkreis Auental“</title>" in html
    levels = [level for level, _ in outline.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in outline.headings)


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    outline = Outline(html)
    loading = [
        value
        for _, attributes in outline.tags
        for name, value in attributes.items()
        if name in ("src", "href", "action", "srcset", "data")
    ]
    assert all(value.startswith(("#", "data:")) for value in loading)
    assert not re.search(r"url\(|@import|@font-face|fetch\(|XMLHttpRequest", html)
    assert "default-src 'none'" in html


def test_ids_are_given_once_and_every_link_and_label_finds_its_own(html: str) -> None:
    tags = Outline(html).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in tags:
        if tag == "a":
            assert attributes["href"][1:] in ids
        for name in ("for", "aria-labelledby"):
            assert attributes.get(name, ids[0]) in ids
    labelled = {attributes["for"] for tag, attributes in tags if tag == "label"}
    fields = {a["id"] for tag, a in tags if tag in ("select", "input")}
    assert fields == labelled


def test_a_chapter_may_be_called_as_a_part_of_the_page() -> None:
    names = ["filter", "filtern", "treffer", "aenderungen", "entscheidung", "betroffen",
             "zusammenhang", "teil1", "teil2", "script"]  # fmt: skip

    def edit(data: Data) -> None:
        data["kopf"]["kapitel"] += [{"id": name, "titel": f"Kapitel {name}"} for name in names]
        goal(data, "LZ01")["text"] = "Kein Kind bleibt ohne Abschluss."

    tags = Outline(encode(telling(county(), county(edit)))).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert set(names) < set(ids)
    assert len(ids) == len(set(ids))


def shared(told: Telling) -> int:
    """Elements that changed, those of a split or merge as one."""
    return len(entries(told, told.changed))


def test_every_element_that_changed_is_an_article_with_both_editions_reason_and_approval(
    auental: Telling, html: str
) -> None:
    assert html.count("<article") == shared(auental) < len(auental.changed)
    start = html.index('<h4 id="WZ02"')
    shown = Outline(html[start : html.index("</article>", start)])
    assert shown.headings[0] == (4, "Wirkungsziel WZ02: umformuliert")
    assert [words.strip() for words in shown.marked["del"]] == ["[sie]", "[und]"]
    assert [words.strip() for words in shown.marked["ins"]] == ["[oder leistet]", "[Hilfe]"]
    assert "Kreistag des Landkreises Auental (nach Abschnitt" in shown.words
    assert "umformuliert. Das Wirkungsziel gilt nun ausdrücklich" in shown.words


def test_markup_in_a_strategy_is_shown_and_never_run() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ02")["text"] = "<script>alert('x')</script> & <b>Wohnraum</b>"
        data["kopf"]["titel"] = 'Titel "></title><script>'

    html = encode(telling(county(), county(edit)))
    assert html.count("<script>") == 1  # ours
    assert "<script>alert('x')</script> & <b>Wohnraum</b>" in Outline(html).words


def test_equal_editions_give_a_page_without_a_filter() -> None:
    html = encode(telling(county(), county()))
    assert "Die beiden Fassungen unterscheiden sich nicht." in html
    assert "<form" not in html


def test_with_all_the_unchanged_stand_on_the_page_and_can_be_filtered(auental: Telling) -> None:
    html = encode(auental, every=True)
    assert '<option value="art:unchanged">unverändert</option>' in html
    assert (
        html.count('data-merkmale="art:unchanged') > len(list(auental.comparison.new.goals())) / 2
    )


def test_the_house_may_change_the_template(tmp_path: Path) -> None:
    template = tmp_path / "dokument.html.j2"
    template.write_text("<p>{{ titel }}</p>\n", "utf-8")
    told = telling(county(), county(lambda d: pop(d, "PZ01", 0)))
    title = "Änderungen: Teilhabestrategie für den Landkreis Lindental"
    assert encode(told, template) == f"<p>{title}</p>\n"


def test_text_has_enough_contrast_in_light_and_dark(html: str) -> None:
    """At least 4.5 : 1 (WCAG 2.1, 1.4.3) on both grounds; lines and fields 3 : 1 (1.4.11)."""
    schemes = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block))
               for block in re.findall(r":root \{(.*?)\}", html, re.DOTALL)[:2]]  # fmt: skip
    for colours in schemes:
        for ground in (colours["grund"], colours["flaeche"]):
            for name in ("text", "leise", "akzent", "neu", "alt"):
                assert contrast(colours[name], ground) >= 4.5, (name, ground)
            assert contrast(colours["linie"], ground) >= 3


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, definition of contrast ratio."""

    def luminance(colour: str) -> float:
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_without_a_script_the_page_is_the_full_list(
    auental: Telling, html: str, browser: Page, tmp_path: Path
) -> None:
    silent = tmp_path / "ohne.html"
    silent.write_text(re.sub(r"<script>.*</script>", "", html, flags=re.DOTALL), "utf-8")
    browser.open(silent.as_uri())
    assert len(browser.shown()) == shared(auental)
    assert browser.run("document.getElementById('seite-filter').offsetHeight") == 0


def test_the_page_prints_all_changes_and_no_filter(
    auental: Telling, file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "seite.pdf"
    chromium(
        tmp_path / "profil", "--no-pdf-header-footer", f"--print-to-pdf={target}", file.as_uri()
    )
    from pypdf import PdfReader

    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(target).pages)
    assert text.count("Neue Fassung") >= shared(auental)
    assert "Änderungen filtern" not in text


def test_the_keyboard_reaches_the_filter_and_narrows_the_list(opened: Page) -> None:
    everything = opened.shown()
    reached = []
    for _ in range(20):
        opened.press(TAB)
        reached.append(opened.focused())
        if reached[-1] == "f-1":
            break
    assert reached[-1] == "f-1"
    opened.press("versch")  # typing in a list chooses
    moved = opened.shown()
    assert moved
    assert moved == [heading for heading in everything if "verschoben" in heading]
    status = opened.run("document.querySelector('[role=status]').textContent")
    assert status == f"{len(moved)} von {len(everything)} Einträgen"
    opened.press(TAB * 3)
    assert opened.focused() == "f-4"
    opened.press("Besch")
    assert opened.shown() == ["Wirkungsziel WZ05: verschoben"]
    titles = opened.run(
        "[...document.querySelectorAll('section')].filter(e => e.querySelector('article') && e.offsetHeight > 0)"
        ".map(e => e.querySelector('h2').textContent)"
    )
    assert titles == ["Handlungsfeld HF2: Unterwegs und erreichbar"]
    opened.press(TAB * 2)
    opened.press(SPACE)  # the button that resets
    assert opened.shown() == everything


def test_a_body_and_a_part_of_the_strategy_can_be_asked_for(opened: Page) -> None:
    opened.run("document.getElementById('f-2').focus()")
    opened.press("Kreisv")
    assert set(opened.shown()) == {
        "Maßnahme MA05, Maßnahme MA15, Maßnahme MA16: geteilt in MA15 und MA16",
        "Arbeitsschritt AS06: verschoben",
        "Arbeitsschritt AS07: verschoben",
    }


def test_a_handlungsfeld_also_shows_what_has_left_it(opened: Page) -> None:
    opened.run("document.getElementById('f-3').focus()")
    opened.press("Handlungsfeld HF3")
    shown = set(opened.shown())
    assert "Wirkungsziel WZ05: verschoben" in shown  # now in HF2
    assert "Arbeitsschritt AS15: verschoben" in shown  # stays in HF3
    assert not [title for title in shown if "MA08" in title]  # never was there


def test_a_handlungsfeld_in_which_nothing_else_changed_can_be_asked_for() -> None:
    def edit(data: Data) -> None:
        fields = data["ziele"]["handlungsfelder"]
        fields[0]["kinder"].append(fields[1]["kinder"].pop())

    html = encode(telling(county(), county(edit)))
    (moved,) = [a for tag, a in Outline(html).tags if tag == "article"]
    options = dict(re.findall(r'<option value="(teil:[^"]*)">([^<]*)<', html))
    parts = [options[part] for part in moved["data-merkmale"].split() if part in options]
    assert parts == ["Handlungsfeld HF1: Bildung", "Handlungsfeld HF2: Wohnen"]


def test_in_print_no_heading_is_torn_from_its_table_and_no_row_in_two(
    html: str, tmp_path: Path
) -> None:
    """The same section again and again, each time a little lower on its page."""
    start = html.rindex("<section", 0, html.index("Welche Stellen sind betroffen?"))
    section = html[start : html.index("</section>", start) + len("</section>")]
    pushed = "".join(
        f'<div style="break-before: page; height: {height}mm"></div>{section}'
        for height in range(100, 250, 6)
    )
    source, target = tmp_path / "seite.html", tmp_path / "seite.pdf"
    source.write_text(html[:start] + pushed + "</main></body></html>", "utf-8")
    chromium(
        tmp_path / "profil", "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri()
    )
    from pypdf import PdfReader

    for sheet in PdfReader(target).pages:
        text = unicodedata.normalize("NFKC", sheet.extract_text())  # Chromium prints ligatures
        last = text.split("\n")[-1]
        assert "betroffen?" not in last
        assert not last.startswith(("Aufgeführt ist nur", "für die eine Stelle", "Stelle Ziele"))
        gained = text.count("neu zuständig: MA15") + text.count("neu zuständig: MA16")
        assert gained == text.count("nicht mehr zuständig: MA05")  # two lines of one row


def test_editorial_changes_can_be_hidden(opened: Page) -> None:
    before = opened.shown()
    opened.run("document.getElementById('f-ohne').focus()")
    opened.press(SPACE)
    after = opened.shown()
    assert 0 < len(after) < len(before)
    assert "Empfehlung EM04: umformuliert" in set(before) - set(after)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_never_scrolls_sideways(opened: Page, width: int) -> None:
    opened.resize(width, 900)
    assert opened.run("window.innerWidth") == width
    assert opened.run("document.documentElement.scrollWidth") <= width
    assert opened.run("document.querySelector('.nebeneinander').offsetWidth") > width * 0.7
