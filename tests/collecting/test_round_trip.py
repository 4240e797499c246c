"""What an office fills in arrives in the reports as it was filled in, and nothing else does."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.collecting.judging import judged
from generator.edit.rewrite import rewritten
from generator.model.collected import Collected
from generator.model.progress import Bericht
from generator.model.strategy import Strategy
from generator.receive.workbook_reader import read_workbook
from tests.collecting.offices import (
    FILES,
    TODAY,
    Filling,
    fill,
    opened,
    saved,
    seen,
    sent,
    sheets,
    strategy,
)
from tests.edit.editing import read

FIELDS = ("stand", "wohin", "text", "hindernis", "beleg", "datum")


def collect(strategy: Strategy, files: dict[str, bytes]) -> Collected:
    stamps = [sheet.stamp["Bogen"] for sheet in sheets(strategy).values()]
    returned = [read_workbook(data, name) for name, data in files.items()]
    return judged(returned, seen(strategy), TODAY, stamps)


def reports(found: Collected) -> dict[tuple[str, str | None], dict[str, Any]]:
    """The reports of the running period by ID and body."""
    return {(r.id, r.stelle): fields(r) for r in found.berichte if r.zeitraum == "2026"}


def fields(report: Bericht) -> dict[str, Any]:
    return {name: getattr(report, name) for name in FIELDS}


@pytest.mark.parametrize("seed", range(200))
def test_what_was_filled_in_is_what_is_reported(seed: int) -> None:
    chance = random.Random(seed)
    county = strategy()
    filled: Filling = {}
    files = {}
    for body, sheet in sheets(county).items():
        if not body:
            continue
        book = opened(sent(sheet))
        filled |= fill(book, body, chance)
        files[sheet.file] = saved(book)
    found = collect(county, files)
    assert [record.why for record in found.records if record.why] == []
    assert reports(found) == filled
    if seed % 20 == 0:
        _written_and_sent_again(county, found, filled)


def _written_and_sent_again(county: Strategy, found: Collected, filled: Filling) -> None:
    """What fits stands in the file, comments stay, and the next sheets say what was reported."""
    wanted = county.model_copy(update={"berichte": found.berichte, "werte": found.werte})
    made = rewritten(FILES, wanted)
    assert set(made) == {"progress.yaml"} if filled else not made
    files = {**FILES, **{name: data for name, data in made.items() if data}}
    for line in ("# Berichte des Lindentals", "# aus dem ersten Jahr", "# der laufende"):
        assert line.encode() in files["progress.yaml"]
    again = read(files)
    assert again == wanted
    back = collect(again, {s.file: sent(s) for s in sheets(again).values()})
    assert back.records == ()
    assert back.berichte == again.berichte
