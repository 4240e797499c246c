"""Where the elements stand to the JSON of ``status --format json`` (contract, version 1)."""

from __future__ import annotations

from typing import Any

from generator.graph.reporting import Standing
from generator.render.reports.report import as_json
from generator.render.reports.status import Status


def encode(status: Status) -> str:
    """``stand``, ``since`` and ``body`` are null where nobody reported or is responsible."""
    period = status.told.period
    content = {
        "version": 1,
        "zeitraum": period.kennung if period else None,
        "counts": status.counts,
        "rest": status.rest,
        "elements": [_entry(status, one) for one in status.shown],
    }
    return as_json(content)


def _entry(status: Status, one: Standing) -> dict[str, Any]:
    """``body`` is who reported last, else the first that is responsible."""
    tree = status.told.edition.tree
    reporter = one.last.stelle if one.last else None
    return {
        "id": one.id,
        "level": tree.level(tree.keys[one.id]),
        "stand": one.last.stand if one.last else None,
        "since": one.since.isoformat() if one.since else None,
        "body": reporter or next(iter(one.bodies), None),
        "overdue": one.overdue,
    }
