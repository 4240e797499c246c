"""Whatever plain data stands under the keys that the files know, reading ends in findings with places."""

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator.model.strategy  # noqa: F401  defines all records
from generator.checks.run import run
from generator.model.base import Record
from generator.read.origin import Folder
from generator.read.reading import KNOWN, read_strategy


def _records(model: type[Record]) -> list[type[Record]]:
    return [model, *(inner for child in model.__subclasses__() for inner in _records(child))]


NAMES = sorted({name for record in _records(Record) for name in record.model_fields} | {"leitziele", "prozessziele", "uebergreifend"})  # fmt: skip
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(["LZ01", "2026-11-22", "13.964", "intern", "entwurf", "", " ", "[[PZ06]]", "{{ anzahl.leitziele }}"]),
)  # fmt: skip
KEYS = st.one_of(st.sampled_from(NAMES), st.text(max_size=6))
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)
FILE = st.dictionaries(KEYS, DATA, max_size=6)
HEAD = "format: 1\ntitel: T\nfassung: {kennung: a, bezeichnung: b, status: entwurf, stand: 2026-01-01}\n"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(data=st.dictionaries(st.sampled_from(KNOWN), FILE, max_size=4))
def test_any_plain_data_is_read_and_checked_to_findings_with_places(
    tmp_path_factory, data: dict[str, object]
) -> None:
    folder: Path = tmp_path_factory.mktemp("daten")
    (folder / "strategy.yaml").write_text(HEAD, "utf-8")
    (folder / "goals.yaml").write_text("handlungsfelder: []\n", "utf-8")
    for name, content in data.items():
        (folder / name).write_text(json.dumps(content), "utf-8")
    for finding in run(read_strategy(Folder(folder))):
        assert finding.message
        assert finding.position.line >= 1
        assert finding.position.column >= 1


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(head=FILE, goals=FILE)
def test_a_head_with_any_entries_more_is_checked_to_the_end(tmp_path_factory, head, goals) -> None:
    folder: Path = tmp_path_factory.mktemp("kopf")
    known = {"format": 1, "titel": "T", "fassung": {"kennung": "a", "bezeichnung": "b", "status": "entwurf", "stand": "2026-01-01"}}  # fmt: skip
    (folder / "strategy.yaml").write_text(json.dumps({**head, **known}), "utf-8")
    (folder / "goals.yaml").write_text(json.dumps({"handlungsfelder": [goals]}), "utf-8")
    reading = read_strategy(Folder(folder))
    assert run(reading) or reading.strategy is not None
