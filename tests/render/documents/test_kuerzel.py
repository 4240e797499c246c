"""Where an element has a Kürzel, people read that and not its ID, in every document."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.model.base import Record
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy
from generator.render.blocks import Document
from generator.render.documents.change_list import list_document
from generator.render.documents.change_page import page_document
from generator.render.documents.strategy_document.document import strategy_document
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.telling.teller import Telling
from generator.render.goal_layout import Measure, items
from generator.render.proof.printed import lines
from generator.render.reports import changes_text
from tests.editions import compare, printed, redline_document
from tests.judges import ROOT
from tests.render.formats.shipped import read

ID = re.compile(r"\b(?:WZ|TZ|MA|AS|PG|EM)\d\d\b")
BOTH = re.compile(r"\bK-\d+ \(\w\w\d\d\)")
"""As the terminal names an element: whoever writes reasons needs the ID."""


def kuerzel(identity: str) -> str:
    """Tells nothing of the ID."""
    return f"K-{sum(ord(c) * 7**n for n, c in enumerate(identity))}"


def shortened(value: Any) -> Any:
    """Every goal and Empfehlung below has a Kürzel."""
    if isinstance(value, tuple):
        return tuple(map(shortened, value))
    if not isinstance(value, Record):
        return value
    changed = {name: shortened(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Ziel | Empfehlung):
        changed["kuerzel"] = kuerzel(value.id)
    return type(value).model_construct(**changed)


@pytest.fixture(scope="module")
def editions() -> tuple[Strategy, Strategy]:
    """The example county before and after, with splits, moves and what is gone."""
    folder = ROOT / "examples" / "auental"
    return shortened(read(folder / "editions" / "2023")), shortened(read(folder))


def documents(old: Strategy, new: Strategy) -> Iterator[tuple[str, Document]]:
    told = Telling(compare(old, new))
    yield "strategie", strategy_document(printed(new), told)
    yield "synopse", synopsis_document(told, every=True)
    yield "aenderungen.html", page_document(told, every=True)
    yield "aenderungen.md", list_document(told)
    yield "aenderungsfassung", redline_document(told.comparison, author="A", date="2026-01-01")


def test_no_document_shows_the_id_of_what_has_a_kuerzel(
    editions: tuple[Strategy, Strategy],
) -> None:
    assert len({kuerzel(e.id) for s in editions for e in (*s.goals(), *s.recommendations())}) > 50
    for name, made in documents(*editions):
        seen = 0
        for _, words in lines(made.blocks):
            assert not ID.findall(words), (name, words)
            seen += "K-" in words
        assert seen > 20, name


def test_the_sheet_of_goals_and_the_terminal_do_not_either(
    editions: tuple[Strategy, Strategy],
) -> None:
    new = editions[1]
    for box in items(new, printed(new).names, Measure(3.0, 100.0)):
        assert not ID.findall(f"{box.title} {' '.join(box.lines)} {box.head}")
    told = changes_text.encode(Telling(compare(*editions)))
    assert not ID.findall(BOTH.sub("", told))
    assert BOTH.findall(told)
