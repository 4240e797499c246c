from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.render.documents.change_list import list_document
from generator.render.documents.telling.teller import Telling
from generator.render.formats import markdown
from generator.render.formats.markdown import escape
from tests.compare.county import Data, county, goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import telling
from tests.render.outline import Outline

ROOT = Path(__file__).parents[3]
EDITION = ROOT / "strategy" / "editions" / "2018"


def encode(told: Telling, template: Path = ROOT / "templates" / "dokument.md.j2") -> str:
    return markdown.encode(list_document(told), template).decode()


def edited(data: Data) -> None:
    goal(data, "LZ02")["text"] = "Wohnraum ist für *alle* bezahlbar."
    data["texte"][0]["inhalt"] = (
        "Der Bedarf an Ganztagsplätzen steigt.\n\nDas zeigt die Planung | siehe [[TH1]]."
    )
    pop(data, "PZ01", 0)


def shown(markdown: str) -> Outline:
    return Outline(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


def test_changed_words_are_struck_in_the_old_and_underlined_in_the_new_text() -> None:
    page = shown(encode(telling(county(), county(edited))))
    assert page.marked["del"] == ["seit Jahren"]
    assert page.marked["ins"] == ["Das zeigt die Planung | siehe Punkt\u00a03.1.", "für *alle*"]


def test_the_page_starts_with_what_is_to_be_decided_and_the_counts() -> None:
    text = encode(telling(county(), county(edited)))
    top = text[: text.index("\n## Handlungsfeld HF1")]
    assert "Nach Kapitel 3 ist für 1 Änderung ein Beschluss vorgesehen" in top
    assert "  - LZ02 (umformuliert)" in top
    assert "| Ergebnisziele | 4 | 3 |" in top


def test_headings_follow_the_strategy() -> None:
    text = encode(telling(county(), county(edited)))
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Änderungen: Teilhabestrategie für den Landkreis Lindental",
        "## Worüber zu entscheiden ist",
        "## Welche Stellen betroffen sind",
        "## Handlungsfeld HF1: Bildung",
        "### Prozessziel PZ01: einleitender Text geändert",
        "### Ergebnisziel EZ01: entfallen",
        "## Handlungsfeld HF2: Wohnen",
        "### Leitziel LZ02: umformuliert",
    ]


@pytest.fixture(scope="module")
def edition() -> Strategy:
    strategy = read_strategy(Folder(EDITION)).strategy
    assert strategy is not None
    return strategy


@pytest.mark.parametrize("seed", range(12))
def test_any_fortschreibung_gives_sound_markdown(edition: Strategy, seed: int) -> None:
    text = encode(telling(edition, fortschreibung(edition, seed, 25)))
    page = shown(text)  # fails on a mark that reaches over a paragraph
    assert "\n\n\n" not in text
    assert text.count("<del>") == len(page.marked["del"])
    assert text.count("<ins>") == len(page.marked["ins"])


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="Ä b-*_~`<>|[](){}#&;\\!1.)+=:", max_size=30))
def test_escaped_text_is_printed_as_it_is(text: str) -> None:
    page = shown(f"Neu: {escape(text)}")
    assert page.words.split() == f"Neu: {text}".split()


@pytest.mark.parametrize(
    "text", ["- Punkt", "1. Punkt", "2) Punkt", "+ Punkt", "# Punkt", "> Punkt"]
)
def test_a_line_that_looks_like_a_list_stays_a_line(text: str) -> None:
    assert shown(escape(text)).words.strip() == text


def test_the_house_may_change_the_template(tmp_path: Path) -> None:
    template = tmp_path / "dokument.md.j2"
    template.write_text("Neu: {{ titel }}\n", "utf-8")
    shown = encode(telling(county(), county(edited)), template)
    assert shown == "Neu: Änderungen: Teilhabestrategie für den Landkreis Lindental\n"


def test_the_bodies_concerned_and_what_hangs_on_a_change_are_told() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ01")["text"] = "Kein Kind bleibt ohne Abschluss."
        goal(data, "PZ02")["zustaendig"] = ["schulamt"]

    text = encode(telling(county(), county(edit)))
    assert "| Jugendamt | 2 | 1 | nicht mehr zuständig: PZ02 |" in text
    assert "| Schulverwaltungsamt | 1 | 2 | neu zuständig: PZ02 |" in text
    below = "darunter stehen 2 Prozessziele und 4 Ergebnisziele."
    assert f"- LZ01 (umformuliert): {below}" in text


def test_a_likely_split_is_a_question_to_the_editors() -> None:
    def edit(data: Data) -> None:
        goal(data, "PZ01")["id"] = "PZ07"

    text = encode(telling(county(), county(edit)))
    assert "## Fragen an die Redaktion" in text
    assert "PZ07 hat fast den Wortlaut von PZ01" in text
