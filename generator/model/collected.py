"""What collecting found in sheets: one record for each filled field, and the reports that follow from them."""

from __future__ import annotations

from msgspec import Struct

from generator.model.effects import Wirkungsgroesse
from generator.model.progress import Bericht


class SheetRecord(Struct, frozen=True):
    """One filled field: where it stands, what it would change, and why not where it cannot."""

    file: str
    sheet: str
    cell: str
    element: str | None
    field: str
    old: str | None
    new: str
    applicable: bool = True
    why: str | None = None


class CollectedFile(Struct, frozen=True):
    """One workbook: how many of its rows fit, say what is known, say nothing, do not fit; what is odd."""

    file: str
    body: str
    period: str
    fitting: int = 0
    known: int = 0
    empty: int = 0
    unfit: int = 0
    fault: str = ""
    """Why nothing of it could be read."""
    notes: tuple[str, ...] = ()


class Collected(Struct, frozen=True):
    """All files with their records; ``berichte`` and ``werte`` are those of the strategy with what fits."""

    files: tuple[CollectedFile, ...]
    records: tuple[SheetRecord, ...]
    berichte: tuple[Bericht, ...]
    werte: tuple[Wirkungsgroesse, ...]
