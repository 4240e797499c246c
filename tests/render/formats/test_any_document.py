"""Web page and Markdown print any document: every word of it, in order, and nothing that dangles."""

import re
from functools import cache

import pytest
from markdown_it import MarkdownIt

from generator.render.blocks import Block, Document
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.documents.telling.teller import Telling
from generator.render.formats import html, markdown
from generator.render.visitor import flat
from tests.editions import redline_document, strategy_document, telling
from tests.render import seen
from tests.render.conftest import ROOT, shipped
from tests.render.formats import sample
from tests.render.outline import Outline

PAGE, LIST = (ROOT / "templates" / f"dokument.{kind}.j2" for kind in ("html", "md"))


@cache
def auental() -> Telling:
    return telling(shipped("examples/auental/editions/2023"), shipped("examples/auental"))


@cache
def document(name: str) -> Document:
    match name:
        case "everything":
            return sample.document(*sample.marked())
        case "strategy":
            return strategy_document(shipped("strategy"))
        case "synopsis":
            return synopsis_document(auental(), every=True)
        case "redline":
            return redline_document(auental().comparison, author="Amt", date="2026-01-01")
    return page_document(auental(), every=True)


ANY = pytest.mark.parametrize("name", ["everything", "strategy", "synopsis", "redline", "page"])


def letters(text: str) -> str:
    """Without white space: tags stand where spaces stood."""
    return "".join(text.split())


def in_order(blocks: tuple[Block, ...], shown: str) -> None:
    place = 0
    for content in seen.contents(flat(blocks)):
        said = letters(seen.words(content))
        found = shown.find(said, place)
        assert found >= 0, said
        place = found + len(said)


@ANY
def test_the_page_holds_every_paragraph_in_order(name: str) -> None:
    page = Outline(html.encode(document(name), PAGE).decode())
    without_notes = re.sub(r"<sup.*?</sup>", "", html.encode(document(name), PAGE).decode())
    in_order(document(name).blocks, letters(Outline(without_notes).words))
    assert all(letters(note) in letters(page.words) for note in seen.notes(document(name).blocks))


@ANY
def test_ids_of_the_page_are_given_once_and_every_link_leads_somewhere(name: str) -> None:
    tags = Outline(html.encode(document(name), PAGE).decode()).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


@ANY
def test_markdown_holds_every_paragraph_in_order(name: str) -> None:
    text = markdown.encode(document(name), LIST).decode()
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = Outline(parser.render(re.sub(r"\[\^\d+\](?!:)", "", text)))
    in_order(document(name).blocks, letters(page.words))
    assert len(re.findall(r"^\[\^\d+\]:", text, re.MULTILINE)) == len(
        seen.notes(document(name).blocks)
    )


@ANY
def test_marks_of_a_redline_are_marks_of_the_page(name: str) -> None:
    page = Outline(html.encode(document(name), PAGE).decode())
    marked = name in ("redline", "everything", "page", "synopsis")
    assert bool(page.marked["ins"]) == bool(page.marked["del"]) == marked


def test_a_draft_says_so_on_page_and_list() -> None:
    drafted = sample.document(draft="Entwurf")
    assert '<p class="entwurf">Entwurf</p>' in html.encode(drafted, PAGE).decode()
    assert markdown.encode(drafted, LIST).decode().startswith("**Entwurf**\n\n")
    adopted = sample.document(draft="")
    assert 'entwurf"' not in html.encode(adopted, PAGE).decode().split("<body>")[1]
    assert "Entwurf" not in markdown.encode(adopted, LIST).decode()
