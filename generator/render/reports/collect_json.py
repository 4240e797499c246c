"""What sheets said to the JSON of ``collect --format json`` (contract, version 1)."""

from __future__ import annotations

from msgspec import to_builtins

from generator.model.collected import Collected
from generator.render.reports.report import as_json


def encode(found: Collected) -> str:
    """Files and records in the order of the files, then of the rows."""
    return as_json(
        {
            "version": 1,
            "files": [to_builtins(file) for file in found.files],
            "records": [to_builtins(record) for record in found.records],
        }
    )
