import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _without_collection() -> Iterator[None]:
    """As the commands run (see generator/cli.py): it would be half of the time of these tests."""
    gc.disable()
    yield
    gc.enable()
