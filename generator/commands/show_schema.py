"""``strategie schema``: the JSON Schema of a file, or the list of all."""

from __future__ import annotations

from pathlib import Path

from generator.errors import GeneratorError
from generator.json_schema.file_schemas import NAMES, file_schema_text, heading
from generator.read.origin import Folder
from generator.read.reading import read_head
from generator.read.spelling import suggestion


def schema(name: str | None, strategy: Path) -> str:
    """The schema for the levels of a strategy; GeneratorError for an unknown name or unread levels."""
    if name is None:
        listed = (f"{one:16} {file:22} {heading(file)}\n" for one, file in NAMES.items())
        return "".join((*listed, "\nDas Schema einer Datei: strategie schema goals\n"))
    known = name.removesuffix(".yaml")
    if known not in NAMES:
        raise GeneratorError(f"Ein Schema «{name}» gibt es nicht.", suggestion(known, NAMES))
    kopf = read_head(Folder(strategy))
    if kopf is None:
        raise GeneratorError(
            f"Die Stufen in {(strategy / 'strategy.yaml').as_posix()} lassen sich nicht lesen; nach ihnen "
            "richtet sich das Schema.",
            "«strategie check» nennt, was zu berichtigen ist.",
        )
    return file_schema_text(known, kopf)
