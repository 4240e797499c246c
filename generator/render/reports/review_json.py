"""Reviews and the state of returned files to the JSON that programs read (docs/schema, version 1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.review import Applied, FileState, Recorded, ReturnedFile, Review, Statement
from generator.render.reports.report import as_json

FIELDS = {"inhalt": "prose", "titel": "title", "gruppe": "group"}
"""Fields of the model to the words of the contract; the others have their own names."""
ACCOUNTED = ("inserted", "deleted", "comments", "unplaced")
WHO = ("id", "file", "author", "date", "tracked", "kind", "element")
WHAT = ("old", "new", "upon", "comment", "reply_to", "conflicts", "applicable", "why", "note")


def encode(review: Review, recorded: Recorded | None = None, applied: Applied | None = None) -> str:
    """The review; ``recorded`` and ``applied`` tell in addition what was written."""
    content: dict[str, Any] = {
        "version": 1,
        "files": [_file(file) for file in review.files],
        "records": [_record(one) for one in review.statements],
    }
    if recorded is not None:
        content["recorded"] = _of(recorded, "added", "known", "superseded", "written", "notes")
    if applied is not None:
        names = ("taken", "refused", "done", "open", "rejected", "written", "notes")
        content["applied"] = _of(applied, *names)
    return as_json(content)


def encode_states(states: Iterable[FileState]) -> str:
    """What ``verify`` found."""
    names = ("file", "edition", "digest", "state", "changes", "comments", "notes")
    return as_json({"version": 1, "files": [_of(one, *names) for one in states]})


def _of(record: object, *names: str) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}


def _file(file: ReturnedFile) -> dict[str, Any]:
    head = _of(file, "file", "edition", "digest", "base")
    return head | {"accounted": _of(file, *ACCOUNTED), "notes": file.notes}


def _record(one: Statement) -> dict[str, Any]:
    address = one.address
    field = None if address is None else FIELDS.get(address.field, address.field)
    paragraph = None if address is None else address.index
    record = _of(one, *WHO) | {"field": field, "paragraph": paragraph} | _of(one, *WHAT)
    record |= {"recorded": one.recorded or None, "decision": one.decision}
    if one.kind in ("added", "moved"):
        record |= _of(one, "parent", "after")
    if one.kind == "comment":
        record |= _of(one, "quote", "also", "done")
    return record
