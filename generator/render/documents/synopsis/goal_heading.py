"""A goal to the heading of those below it: what it is, its visible ID, its wording."""

from __future__ import annotations

from typing import Any

from generator.model.address import SYNOPSIS, Address
from generator.render.blocks import Heading, Run
from generator.render.documents.telling.teller import Telling


def goal_heading(telling: Telling, key: str) -> Heading:
    """As the new edition has it, of what is gone the old one."""
    new = telling.worded.new
    tree = new if key in new.records else telling.worded.old
    record: Any = tree.records[key]
    subject = telling.subject(key)
    said = record.titel or record.text
    address = Address(record.id, "titel" if record.titel else "text", f"{SYNOPSIS} überschrift")
    content = (Run(f"{subject.level} {subject.shown}: {said}"),)
    return Heading(3, content, address=address if tree is new else None)
