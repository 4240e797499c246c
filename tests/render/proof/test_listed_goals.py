"""A goal that the overview of a document does not hold is named, however the lists of goals stand."""

import pytest

from generator.model.address import OVERVIEW, Address
from generator.model.strategy import Strategy
from generator.render.blocks import Table
from generator.render.proof.listed_goals import unlisted
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps
from tests.editions import strategy_document
from tests.render.seen import printing


def overviews(strategy: Strategy) -> list[int]:
    """The places of the tables of the overview in the document."""
    blocks = strategy_document(strategy).blocks
    return [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Table)
        and any(part.address and part.address.place == OVERVIEW for part in printing([block]))
    ]


def test_the_goals_of_a_missing_table_are_named(edition: Strategy, county: Strategy) -> None:
    for strategy in (edition, county):
        blocks = strategy_document(strategy).blocks
        assert list(unlisted(strategy, blocks)) == []
        last = overviews(strategy)[-1]
        gone = [gap.id for gap in unlisted(strategy, (*blocks[:last], *blocks[last + 1 :]))]
        below = list(strategy.ziele.handlungsfelder[-1].kinder)
        for goal in below:  # grows while it is walked
            below += goal.kinder
        assert set(gone) == {goal.id for goal in below}


def test_a_document_without_an_overview_lacks_none_in_it(edition: Strategy) -> None:
    blocks = strategy_document(edition).blocks
    assert list(unlisted(edition, blocks[: overviews(edition)[0]])) == []


@pytest.mark.parametrize("identity", ["LZ02", "PZ06"])
def test_a_wording_that_only_the_overview_prints_is_lost(edition: Strategy, identity: str) -> None:
    shown = [
        (address, words)
        for address, words in lines(strategy_document(edition).blocks)
        if address != Address(identity, "text")
    ]
    assert any(address == Address(identity, "text", OVERVIEW) for address, _ in shown)
    assert [(gap.id, gap.path) for gap in field_gaps(edition, shown)] == [(identity, ("text",))]
