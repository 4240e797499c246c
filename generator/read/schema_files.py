"""The JSON Schemas beside a strategy: where they lie, what they say of how they were made, which are old."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.model.head import Kopf
from generator.model.kinds import GOALS, HEAD
from generator.read.files import content, printable
from generator.read.goal_tree import child_keys

FOLDER = "schema"
"""Beside the folder of the strategy."""
WIRED = "# yaml-language-server: $schema="
"""How a comment tells an editor the schema of its file (yaml-language-server, "Inlined schema")."""
OF_LEVELS = tuple(name.removesuffix(".yaml") for name in (HEAD, GOALS))
"""The schemas that say something of the levels."""

_MADE = "Erzeugt mit «strategie schema"
_BEGIN = 4000
_MODELINE = re.compile(rb"^# yaml-language-server: \$schema=[^\n]*(?:\n|\Z)", re.MULTILINE)


def stamp(name: str, kopf: Kopf) -> str:
    """What a schema says of how it was made: differs where the levels do that it speaks of."""
    made = f"{_MADE} {name}»"
    if name not in OF_LEVELS:
        return f"{made}."
    below = child_keys(kopf)
    levels = (f"{level} ({', '.join(below[level])})" for level in below)
    return f"{made} für die Stufen {'; '.join(levels)}."


def stale_schemas(folder: Path, kopf: Kopf) -> list[Finding]:
    """A warning (Z020) for each schema beside the strategy that was made for other levels."""
    beside = folder.parent / FOLDER
    return list(_stale(folder, beside, kopf)) if beside.is_dir() else []


def _stale(folder: Path, beside: Path, kopf: Kopf) -> Iterator[Finding]:
    for name in OF_LEVELS:
        path = beside / f"{name}.json"
        shown = printable(path.as_posix())
        try:
            begin = (content(str(path), shown) or b"")[:_BEGIN].decode("utf-8", "replace")
        except GeneratorError:  # nothing that we read
            continue
        current = json.dumps(stamp(name, kopf), ensure_ascii=False)
        if _MADE in begin and current not in begin:
            where = "" if folder == Path("strategy") else f" --strategy {folder.as_posix()}"
            message = (
                f"Das Schema {shown} ist für andere Stufen gemacht, als in strategy.yaml stehen; der Editor "
                f"rät damit falsch. «strategie schema {name}{where} --output {shown}» schreibt es neu."
            )
            yield Finding("Z020", Severity.WARNING, message, Position(shown, 1, 1))


def without_modeline(data: bytes) -> bytes:
    """A YAML file without the comment that names its schema: a copy elsewhere would name none."""
    return _MODELINE.sub(b"", data)
