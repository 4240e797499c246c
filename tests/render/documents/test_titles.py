"""A title beside the wording of a goal or an Empfehlung is printed wherever people look for the element."""

from typing import Any

import pytest

from generator.checks.check_context import CheckContext
from generator.graph.edition import Edition
from generator.model.address import Address
from generator.model.base import Record
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy
from generator.read.positions import Positions
from generator.render.blocks import Document
from generator.render.documents.change_list import list_document
from generator.render.documents.context import context_of
from generator.render.documents.strategy_document.document import strategy_document
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.documents.telling.teller import Telling
from generator.render.formats import html
from generator.render.goal_layout import Measure, items
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps
from generator.render.reports.changes_json import encode
from generator.render.templates import template
from tests.editions import compare, printed, redline_document
from tests.judges import ROOT
from tests.render.formats.shipped import read


def titled(value: Any) -> Any:
    """Every goal and Empfehlung below has a title of its own."""
    if isinstance(value, tuple):
        return tuple(map(titled, value))
    if not isinstance(value, Record):
        return value
    changed = {name: titled(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Ziel | Empfehlung):
        changed["titel"] = f"Kurztitel {value.id}"
    return type(value).model_construct(**changed)


@pytest.fixture(scope="module")
def plain() -> Strategy:
    return read(ROOT / "examples" / "auental")


@pytest.fixture(scope="module")
def strategy(plain: Strategy) -> Strategy:
    found: Strategy = titled(plain)
    return found


def elements(strategy: Strategy) -> list[Ziel | Empfehlung]:
    return [*strategy.goals(), *strategy.recommendations()]


def said(document: Document) -> list[str]:
    return [words for _, words in lines(document.blocks)]


def test_the_document_prints_title_and_wording_in_one_cell_and_nothing_is_lost(
    strategy: Strategy,
) -> None:
    shown = list(lines(strategy_document(printed(strategy)).blocks))
    assert not [gap for gap in field_gaps(strategy, shown) if gap.path == ("titel",)]
    for element in elements(strategy):
        at = shown.index((Address(element.id, "titel"), f"Kurztitel {element.id}"))
        assert shown[at + 1] == (Address(element.id, "text"), element.text)


def test_a_title_that_is_not_printed_is_found(strategy: Strategy) -> None:
    shown = lines(strategy_document(printed(strategy)).blocks)
    without = [
        (address, words)
        for address, words in shown
        if address is None or (address.element, address.field) != ("MA01", "titel")
    ]
    assert [gap.id for gap in field_gaps(strategy, without) if gap.path == ("titel",)] == ["MA01"]


def test_overview_registers_and_matrix_name_the_title(strategy: Strategy) -> None:
    shown = list(lines(strategy_document(printed(strategy)).blocks))
    words = [words for _, words in shown]
    assert (Address("MA01", "titel", "uebersicht"), "Kurztitel MA01") in shown
    assert any("MA01 Kurztitel MA01" in line and "Zuständig" not in line for line in words)
    assert any(line.startswith("WZ01: Kurztitel WZ01; WZ02: Kurztitel WZ02") for line in words)


def test_the_sheet_of_goals_holds_the_title_before_the_wording(strategy: Strategy) -> None:
    boxes = items(strategy, printed(strategy).names, Measure(3.0, 400.0))
    (box,) = [box for box in boxes if box.identity == "MA01"]
    assert " ".join(box.lines).startswith("Kurztitel MA01: ")


def test_every_list_of_changes_tells_of_new_titles(plain: Strategy, strategy: Strategy) -> None:
    comparison = compare(plain, strategy)
    told = Telling(comparison)
    page = html.encode(page_document(told), template("dokument.html.j2")).decode()
    texts = ["\n".join(said(made)) for made in (synopsis_document(told), list_document(told))]
    for words in (*texts, page):
        for element in elements(strategy):
            assert f"Kurztitel {element.id}" in words
    assert {change.what for change in told.changes} == {"Titel neu"}
    assert '"kind": "reworded"' in encode(told)
    assert '"new": "Kurztitel MA01"' in encode(told)
    redline = redline_document(comparison, author="A", date="2026-01-01")
    assert "Kurztitel MA01" in said(redline)


def test_a_title_alone_counts_as_the_wording_does_for_who_has_to_agree(
    plain: Strategy, strategy: Strategy
) -> None:
    found = {e.change.id: e.approval for e in compare(plain, strategy).changes}
    assert found["WZ01"] == "kreistag"
    assert found["MA01"] == "verwaltung"


def test_rules_read_titles_as_they_read_other_headings(strategy: Strategy) -> None:
    context = CheckContext(Edition(strategy), Positions())
    found = {(label.id, label.path): label.text for label in context.labels}
    for element in elements(strategy):
        assert found[element.id, ("titel",)] == f"Kurztitel {element.id}"
    assert context_of(context.edition).names.title("MA01") == "MA01 Kurztitel MA01"
