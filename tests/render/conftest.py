from pathlib import Path

import pytest

from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.render.blocks import Document
from tests.editions import strategy_document

ROOT = Path(__file__).parents[2]


def shipped(folder: str) -> Strategy:
    strategy = read_strategy(Folder(ROOT / folder)).strategy
    assert strategy is not None
    return strategy


@pytest.fixture(scope="session")
def edition() -> Strategy:
    """The adopted edition of 2018."""
    return shipped("strategy/editions/2018")


@pytest.fixture(scope="session")
def draft() -> Strategy:
    """The draft of the 1. Fortschreibung."""
    return shipped("strategy")


@pytest.fixture(scope="session")
def county() -> Strategy:
    """The fictional county, whose levels have other names and another depth."""
    return shipped("examples/auental")


@pytest.fixture(scope="session")
def document(edition: Strategy) -> Document:
    return strategy_document(edition)
