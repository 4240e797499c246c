"""The free ID that a message offers is numbered like those of the siblings, or there is none."""

import pytest

from generator.read.next_id import next_id
from generator.read.yaml_source import parse

SOURCE = """
akteure: [{id: jobcenter}, {id: sozialamt}, {name: Jugendamt}]
handlungsfelder: [{id: HF1}, {id: HF3}, {titel: Bildung}]
themen: [{id: TH1}, {id: soziales}, {titel: Teilhabe}]
"""


@pytest.mark.parametrize(
    ("register", "free"), [("akteure", None), ("handlungsfelder", "HF4"), ("themen", "TH2")]
)
def test_the_next_free_one_of_the_same_list(register: str, free: str | None) -> None:
    """IDs that are words are no pattern, and those of another list are none of this one."""
    tree = parse("x.yaml", SOURCE.encode()).tree
    assert next_id(tree, (register, 2, "id"), tree[register][2]) == free
