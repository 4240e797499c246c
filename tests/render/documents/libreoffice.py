"""LibreOffice as a judge of tracked changes: what it leaves of files when all are settled."""

from __future__ import annotations

import json
from pathlib import Path

from tests.office import scripted
from tests.render.formats.margin import without_margin

SCRIPT = Path(__file__).with_name("libreoffice_settles.py")


def settled(
    folder: Path, files: list[tuple[bytes, str]], patience: int = 600
) -> list[dict[str, list[str]]]:
    """Paragraphs and notes of each (file, accept | reject | plain); skips where it is missing."""
    arguments = []
    for number, (data, how) in enumerate(files):
        path = folder / f"{number}.docx"
        path.write_bytes(without_margin(data))
        arguments += [str(path), how]
    found: list[dict[str, list[str]]] = json.loads(scripted(folder, SCRIPT, arguments, patience))
    return found
