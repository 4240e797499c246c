"""The JSON Schemas beside a strategy: where they lie, what they say of how they were made, which are old."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.model.german import listed
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
    """A warning (Z020) of the schemas beside the strategy that were made for other levels.

    Nothing where the levels contradict themselves (Z501): that is to be mended first.
    """
    beside = folder.parent / FOLDER
    if not beside.is_dir() or any(kopf.misled(level) for level in kopf.stufen):
        return []
    stale = dict(_stale(beside, kopf))
    if not stale:
        return []
    where = "" if folder == Path("strategy") else f" --strategy {folder.as_posix()}"
    calls = [f"«strategie schema {n}{where} --output {shown}»" for n, shown in stale.items()]
    one = len(stale) == 1
    message = (
        f"{'Das Schema' if one else 'Die Schemas'} {listed(list(stale.values()))} {'ist' if one else 'sind'} für andere "
        f"Stufen gemacht, als in strategy.yaml stehen; der Editor rät damit falsch. {listed(calls)} "
        f"{'schreibt es' if one else 'schreiben sie'} neu."
    )
    return [Finding("Z020", Severity.WARNING, message, Position(next(iter(stale.values())), 1, 1))]


def _stale(beside: Path, kopf: Kopf) -> Iterator[tuple[str, str]]:
    """Name and path of each that is old."""
    for name in OF_LEVELS:
        path = beside / f"{name}.json"
        shown = printable(path.as_posix())
        try:
            begin = (content(str(path), shown) or b"")[:_BEGIN].decode("utf-8", "replace")
        except GeneratorError:  # nothing that we read
            continue
        current = json.dumps(stamp(name, kopf), ensure_ascii=False)
        if _MADE in begin and current not in begin:
            yield name, shown


def without_modeline(data: bytes) -> bytes:
    """A YAML file without the comment that names its schema: a copy elsewhere would name none."""
    return _MODELINE.sub(b"", data)
