"""Every printed paragraph says whose it is, so that what a reviewer changes finds its way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from generator.model.address import SYNOPSIS, Address
from generator.model.goal import Zustaendigkeit
from generator.model.head import Bezugsrahmen
from generator.model.parts import printed_parts
from generator.model.register import Akteur, FruehererName, Quelle
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.render.blocks import Block
from generator.render.documents.synopsis import synopsis_document
from tests.editions import compare, printed, redline_document, strategy_document, telling
from tests.render.conftest import shipped
from tests.render.formats.shipped import STRATEGIES
from tests.render.seen import printing, words

WHOLE = ("text", "titel", "gruppe", "name", "kuerzel", "id", "bezeichnung")
"""Fields that stand alone where their wording stands, but in the entries of bibliography and frames."""
AMONG_OTHER_WORDS = ("zustaendig", "adressaten", "pruefen", "frueher", "wert", "ziele")


def documents(folder: str) -> Iterator[tuple[Strategy, tuple[Block, ...]]]:
    """Each Word product with the edition that it prints."""
    new = shipped(folder)
    yield new, strategy_document(new).blocks
    if new.kopf.fassung.vorgaenger:
        old = shipped(f"{folder}/editions/{new.kopf.fassung.vorgaenger}")
        compared = compare(old, new)
        yield new, strategy_document(new, compared).blocks
        yield new, synopsis_document(telling(old, new), every=True).blocks
        made = redline_document(compared, author="Amt", date="2026-11-22")
        yield new, made.blocks


def addressed(blocks: tuple[Block, ...]) -> list[tuple[Address, str]]:
    """What stands there once all changes are accepted."""
    found = (
        (block.address, words(part for part in block.content if part.mark != "deleted"))
        for block in printing(blocks)
        if block.mark != "deleted"
    )
    return [(address, text) for address, text in found if address is not None]


def value(strategy: Strategy, address: Address) -> str | None:
    """What the model holds at an address, as text; KeyError or the like where there is nothing."""
    if address.field == "inhalt":
        assert address.index is not None
        return strategy.texts_by_id[address.element, address.place.split()[0]].inhalt  # type: ignore[index]
    frames = {frame.id: frame for frame in strategy.kopf.bezugsrahmen}
    record = strategy.by_id.get(address.element) or frames[address.element]
    assert address.field in type(record).model_fields, address
    held = getattr(record, address.field)
    if address.index is not None:
        held = held[address.index]
    if isinstance(held, Zustaendigkeit):
        body = strategy.by_id[held.akteur]
        assert isinstance(body, Akteur)
        return held.wortlaut or body.name
    if isinstance(held, FruehererName):
        return held.name
    return held if isinstance(held, str) else None


@pytest.mark.parametrize("folder", STRATEGIES)
def test_every_address_names_what_the_strategy_has_and_the_paragraph_prints_it(folder: str) -> None:
    for strategy, blocks in documents(folder):
        found = addressed(blocks)
        assert found
        for address, text in found:
            held = value(strategy, address)
            if address.place == SYNOPSIS:  # new words stand in brackets there
                text = text.replace("[", "").replace("]", "")
            if address.field in (*WHOLE, *AMONG_OTHER_WORDS):
                assert held is not None, address
                assert held in text, address
            alone = not isinstance(strategy.by_id.get(address.element), Bezugsrahmen | Quelle)
            if address.main and address.field in WHOLE and alone:
                named = address.field in ("id", "kuerzel")  # above a heading behind the level
                assert text.endswith(held) if named else text == held, address


@pytest.mark.parametrize("folder", STRATEGIES)
def test_every_wording_has_exactly_one_place_where_it_stands(folder: str) -> None:
    """In strategie.docx; contents, overview and Zielübersicht only print it again."""
    strategy = shipped(folder)
    blocks = strategy_document(strategy).blocks
    count = Counter(address for address, _ in addressed(blocks))
    assert not [address for address, often in count.items() if address.main and often > 1]
    for element in (*strategy.goals(), *strategy.recommendations()):
        for field in ("text", "kuerzel" if element.kuerzel else "id"):
            assert count[Address(element.id, field)] == 1, element.id
    for feld in strategy.ziele.handlungsfelder:
        assert count[Address(feld.id, "titel")] == 1
    for thema in strategy.themen:
        assert count[Address(thema.id, "titel")] == 1
    listed = int("stellenverzeichnis" in printed_parts(strategy))
    for actor in strategy.akteure:
        assert count[Address(actor.id, "name")] == listed


@pytest.mark.parametrize("folder", STRATEGIES)
def test_every_body_of_a_goal_and_every_addressee_has_a_line_of_its_own(folder: str) -> None:
    strategy = shipped(folder)
    found = {address for address, _ in addressed(strategy_document(strategy).blocks)}
    for goal in strategy.goals():
        for index in range(len(goal.zustaendig)):
            assert Address(goal.id, "zustaendig", index=index) in found
    for recommendation in strategy.recommendations():
        for index in range(len(recommendation.adressaten)):
            assert Address(recommendation.id, "adressaten", index=index) in found


@pytest.mark.parametrize("folder", STRATEGIES)
def test_the_paragraphs_of_every_text_are_counted_without_a_gap(folder: str) -> None:
    strategy = shipped(folder)
    seen: dict[tuple[str, str], list[int]] = {}
    for address, _ in addressed(strategy_document(strategy).blocks):
        if address.field == "inhalt":
            assert address.index is not None
            seen.setdefault((address.element, address.place), []).append(address.index)
    assert set(seen) == {(text.id, text.stelle) for text in strategy.texte}
    for numbers in seen.values():
        assert numbers == list(range(len(numbers)))


MARKDOWN = """## Wege aus der Armut

Erster Absatz[@bmas2017, S. 24].

- eins
  - darunter
- zwei

| Jahr | Quote |
|------|-------|
| 2016 | 17,2  |

![[ABB1]]

> Zitat

Letzter Absatz."""


def test_a_text_is_counted_in_print_order_through_lists_and_tables(edition: Strategy) -> None:
    """The figure in it has a title and a source of its own."""
    written = Prosatext(id="prozess", inhalt=MARKDOWN)
    others = tuple(text for text in edition.texte if text.id != "prozess")
    strategy = edition.model_copy(update={"texte": (*others, written)})
    strategy = Strategy.model_validate(strategy.model_dump())
    blocks = printed(strategy).text("prozess", "vor", 1)
    figure = strategy.by_id["ABB1"]
    told = [(text, address.element, address.index) for address, text in addressed(blocks)]
    assert told == [
        ("Wege aus der Armut", "prozess", 0),
        ("Erster Absatz.", "prozess", 1),
        ("eins", "prozess", 2),
        ("darunter", "prozess", 3),
        ("zwei", "prozess", 4),
        ("Jahr", "prozess", 5),
        ("Quote", "prozess", 6),
        ("2016", "prozess", 7),
        ("17,2", "prozess", 8),
        (figure.titel, "ABB1", None),  # type: ignore[union-attr]
        (f"Quelle: {figure.quelle}", "ABB1", None),  # type: ignore[union-attr]
        ("Zitat", "prozess", 9),
        ("Letzter Absatz.", "prozess", 10),
    ]
