"""Reviews and the state of returned files to the JSON that programs read (docs/schema, version 1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.model.review import Applied, FileState, ReturnedFile, Review, Statement

FIELDS = {"inhalt": "prose", "titel": "title", "gruppe": "group"}
"""Fields of the model to the words of the contract; the others have their own names."""


def encode(review: Review, applied: Applied | None = None) -> str:
    """The review; ``applied`` tells in addition what was written."""
    content: dict[str, Any] = {
        "version": 1,
        "files": [_file(file) for file in review.files],
        "records": [_record(one) for one in review.statements],
    }
    if applied is not None:
        content["applied"] = {
            "taken": list(applied.taken),
            "refused": dict(applied.refused),
            "done": list(applied.done),
            "written": list(applied.written),
            "notes": list(applied.notes),
        }
    return _dump(content)


def encode_states(states: Iterable[FileState]) -> str:
    """What ``verify`` found."""
    names = ("file", "edition", "digest", "state", "changes", "comments")
    files = [
        {name: getattr(one, name) for name in names} | {"notes": list(one.notes)} for one in states
    ]
    return _dump({"version": 1, "files": files})


def _dump(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _file(file: ReturnedFile) -> dict[str, Any]:
    return {
        "file": file.file,
        "edition": file.edition,
        "digest": file.digest,
        "base": file.base,
        "accounted": {
            "inserted": file.inserted,
            "deleted": file.deleted,
            "comments": file.comments,
            "unplaced": file.unplaced,
        },
        "notes": list(file.notes),
    }


def _record(one: Statement) -> dict[str, Any]:
    address = one.address
    record = {
        "id": one.id,
        "file": one.file,
        "author": one.author,
        "date": one.date,
        "tracked": one.tracked,
        "kind": one.kind,
        "element": one.element,
        "field": None if address is None else FIELDS.get(address.field, address.field),
        "paragraph": None if address is None else address.index,
        "old": one.old,
        "new": one.new,
        "upon": one.upon,
        "comment": one.comment,
        "reply_to": one.reply_to,
        "conflicts": list(one.conflicts),
        "applicable": one.applicable,
        "why": one.why,
        "note": one.note,
    }
    if one.kind in ("added", "moved"):
        record |= {"parent": one.parent, "after": one.after}
    if one.kind == "comment":
        record |= {"quote": one.quote, "also": list(one.also), "done": one.done}
    return record
