"""A comparison to the JSON of ``diff --format json`` (contract, version 1)."""

import json
from typing import Any

from generator.compare.approval import ApprovedChange
from generator.compare.comparison import Comparison


def encode(comparison: Comparison) -> str:
    """The changes in document order; ``old``, ``new`` and ``reason`` are null where there is none."""
    content = {
        "version": 1,
        "from": comparison.old.kopf.fassung.kennung,
        "to": comparison.new.kopf.fassung.kennung,
        "decision": comparison.decision,
        "changes": [_entry(approved) for approved in comparison.changes],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _entry(approved: ApprovedChange) -> dict[str, Any]:
    change = approved.change
    return {
        "kind": change.kind,
        "level": change.level,
        "id": change.id,
        "old": change.old,
        "new": change.new,
        "approval": approved.approval,
        "editorial": bool(approved.editorial),
        "reason": approved.reason,
    }
