"""A plugin of pytest for the trials of faults: which tests run a line, and only chosen tests.

``python -m coverage run -m pytest -p tools.covering`` with DURATIONS set keeps for each line the
tests that run it (as contexts of coverage.py) and writes how long each test took. With CHOSEN
set only the tests named in that file run, in its order.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

DURATIONS, CHOSEN = "TESTS_DURATIONS", "TESTS_CHOSEN"
_taken = pytest.StashKey[dict[str, float]]()
_failed: set[str] = set()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the chosen tests, in their order."""
    if path := os.environ.get(CHOSEN):
        order = {name: n for n, name in enumerate(Path(path).read_text("utf-8").split("\n"))}
        items[:] = sorted((i for i in items if i.nodeid in order), key=lambda i: order[i.nodeid])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Tell coverage.py which test begins, and measure it."""
    if DURATIONS not in os.environ:
        return (yield)
    coverage = sys.modules.get("coverage")  # loaded by what measures
    if coverage and (measuring := coverage.Coverage.current()):
        measuring.switch_context(item.nodeid)
    begun = time.monotonic()
    result = yield
    item.config.stash.setdefault(_taken, {})[item.nodeid] = time.monotonic() - begun
    return result


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what fails without any fault: such a test would notice each."""
    if report.failed:
        _failed.add(report.nodeid)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Write how long the tests took that passed."""
    if path := os.environ.get(DURATIONS):
        taken = config.stash.get(_taken, {})
        sound = {test: seconds for test, seconds in taken.items() if test not in _failed}
        Path(path).write_text(json.dumps(sound), "utf-8")
