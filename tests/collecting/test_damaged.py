"""Whatever happened to a sheet: an answer without a fault, and every row that still fits is taken."""

from __future__ import annotations

import random

import pytest

from tests.collecting.damage import ALONE, BOOKS, CELLS, PLACES, Damage
from tests.collecting.offices import Filling, fill, opened, saved, sent, sheets, strategy
from tests.collecting.test_round_trip import collect, reports


def some(chance: random.Random) -> list[Damage]:
    """One damage of a kind, cells before places before whole books; at least one in all."""
    found = [chance.choice(kind) for kind in (CELLS, PLACES, BOOKS) if chance.random() < 0.5]
    alone = [damage for damage in found if damage in ALONE]
    return alone[:1] or found or [chance.choice([*CELLS, *PLACES, *BOOKS])]


@pytest.mark.parametrize("seed", range(500))
def test_a_damaged_sheet_is_answered_and_every_fitting_row_is_taken(seed: int) -> None:
    chance = random.Random(seed)
    county = strategy()
    body = chance.choice(["bauamt", "sozialamt", "verein"])
    sheet = sheets(county)[body]
    book = opened(sent(sheet))
    filled: Filling = fill(book, body, chance, 0.9)
    spoiled: set[str] = set()
    done = some(chance)
    for damage in done:
        spoiled |= damage(book, body, chance, filled)
    found = collect(county, {sheet.file: saved(book)})
    taken = reports(found)
    fitting = {key: meant for key, meant in filled.items() if key[0] not in spoiled}
    names = [damage.__name__ for damage in done]
    assert {key: taken[key] for key in fitting if key in taken} == fitting, names
    assert set(taken) == set(fitting), names
    (file,) = found.files
    assert file.fault == ""
    refused = [record for record in found.records if not record.applicable]
    assert all(record.why and record.cell and record.sheet for record in refused)
    lost = {identity for identity, _ in filled} & spoiled
    assert len([r for r in refused if r.field == "bericht"]) >= len(lost), names
