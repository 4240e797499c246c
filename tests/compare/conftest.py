from pathlib import Path

import pytest

from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy

EDITION = Path(__file__).parents[2] / "strategy" / "editions" / "2018"


@pytest.fixture(scope="session")
def edition() -> Strategy:
    """The adopted edition of 2018 as it is shipped."""
    strategy = read_strategy(Folder(EDITION)).strategy
    assert strategy is not None
    return strategy
