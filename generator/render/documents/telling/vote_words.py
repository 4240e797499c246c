"""A told change to who decides on it, as documents for a council say it."""

from __future__ import annotations

from generator.model.head import Kopf
from generator.model.koerperschaft import ADMINISTRATION, UNRULED, short
from generator.render.documents.telling.told import ToldChange
from generator.render.names import NBSP

NO_REASON = "Noch keine Begründung."
VOTE, OPEN = "▲", "△"
"""Before who decides, and before that nobody has ruled who does."""


def vote(change: ToldChange, kopf: Kopf) -> str:
    """ "▲ Gemeinderat", "△ nicht geregelt"; "" where the administration may do it."""
    approval = change.source.approval
    if approval == UNRULED:
        return f"{OPEN}{NBSP}nicht{NBSP}geregelt"
    if approval == ADMINISTRATION:
        return ""
    names = {entry.key: entry.name for entry in kopf.deciding}
    return f"{VOTE}{NBSP}{short(names.get(approval, kopf.full_name(approval)))}"


def quoted(text: str) -> str:
    """In the quotation marks of documents, where messages have others."""
    return text.replace("«", "„").replace("»", "“")
