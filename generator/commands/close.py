"""``strategie freeze --zeitraum``: a reporting period to a closed one, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.closing import Closed, close_period


def run(folder: Path, period: str) -> str:
    """Close it; the lines that tell what was done."""
    return "".join(f"{line}\n" for line in _told(period, close_period(folder, period)))


def _told(period: str, closed: Closed) -> Iterator[str]:
    reports = "1 Bericht" if closed.reports == 1 else f"{closed.reports} Berichte"
    yield f"Zeitraum {period} geschlossen: {closed.seal.as_posix()} ({reports})."
    yield closed.way_back
    yield from (f"Hinweis: {note}" for note in closed.notes)
