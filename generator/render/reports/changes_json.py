"""A telling to the JSON of ``diff --format json`` (contract, version 1) with its impact."""

from typing import Any

from msgspec import to_builtins

from generator.compare.approval import ApprovedChange
from generator.compare.impact import BodyImpact, Impact
from generator.render.documents.telling.sides import Both
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.what import reason_words
from generator.render.reports.report import as_json


def encode(telling: Telling) -> str:
    """The changes in document order; ``old``, ``new`` and ``reason`` are null where there is none."""
    comparison = telling.comparison
    content = {
        "version": 1,
        "from": comparison.old.kopf.fassung.kennung,
        "to": comparison.new.kopf.fassung.kennung,
        "decision": comparison.decision,
        "changes": [
            _entry(approved, telling.worded.of(approved.change)) for approved in comparison.changes
        ],
        "impact": {
            "elements": [to_builtins(reach) for reach in comparison.impact.elements],
            "bodies": [_body(body, comparison.impact) for body in comparison.impact.bodies],
        },
    }
    return as_json(content)


def _entry(approved: ApprovedChange, sides: Both) -> dict[str, Any]:
    change = approved.change
    return {
        "kind": change.kind,
        "level": change.level,
        "id": change.id,
        "old": sides[0],
        "new": sides[1],
        "approval": approved.approval,
        "editorial": bool(approved.editorial),
        "reason": reason_words(approved),
    }


def _body(body: BodyImpact, whole: Impact) -> dict[str, Any]:
    """``inherited``: to what is there now, what it replaces; ``succeeded``: to it, whose it was.
    ``touched``: to each goal that stays, the kinds of change, "below" for those of goals below.
    """
    return {
        "id": body.id,
        "rebuilt": body.rebuilt,
        "goals": {"old": len(body.before), "new": len(body.after)},
        "gained": body.gained,
        "lost": body.lost,
        "inherited": body.inherited,
        "succeeded": body.succeeded,
        "otherwise": body.otherwise,
        "touched": {goal: whole.touched[goal] for goal in body.touched},
    }
