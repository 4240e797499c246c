"""What the tests of edits share: files in memory, and a change made on plain data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.edit.given_files import GivenFiles
from generator.edit.rewrite import rewritten
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.read.texts import unwrap

Data = dict[str, Any]
Change = Callable[[Data], object]

ROOT = Path(__file__).parents[2]
COUNTIES = ("strategy", "examples/auental")
HEAD = """\
format: 1
titel: Teilhabe im Lindental
fassung: {kennung: entwurf, bezeichnung: Entwurf, status: entwurf, stand: 2026-01-05}
"""
GOALS = """\
handlungsfelder:
  - id: HF1
    titel: Bildung
"""


def files_of(folder: str) -> dict[str, bytes]:
    """The files of a shipped strategy."""
    origin = Folder(ROOT / folder)
    names = [n for n in origin.names() if n.endswith(".yaml") or n.startswith("texts/")]
    return {name: origin.read(name) or b"" for name in names}


def part_of(files: Mapping[str, bytes], until: str) -> dict[str, bytes]:
    """The goals up to one, and the first of all other lists and texts: quickly read and edited."""
    texts = [name for name in files if name.startswith("texts/")][:4]
    part = {n: data for n, data in files.items() if n in texts or not n.startswith("texts/")}
    for name in ("actors.yaml", "key_figures.yaml", "changes.yaml"):
        head, *entries = re.split(r"(?m)^(?= *- [{]?id:)", part[name].decode())
        part[name] = "".join([head, *entries[:9]]).encode()
    goals = part["goals.yaml"].decode()
    part["goals.yaml"] = goals[: goals.index(f"- id: {until}\n")].rstrip(" ").encode()
    return part


def county(**files: str | bytes) -> dict[str, bytes]:
    """A strategy of a few lines; ``goals="…"`` gives the content of goals.yaml."""
    contents: dict[str, str | bytes] = {"strategy.yaml": HEAD, "goals.yaml": GOALS}
    for name, content in files.items():
        key = (
            f"texts/{name.removeprefix('text_')}.md" if name.startswith("text_") else f"{name}.yaml"
        )
        contents["strategy.yaml" if name == "head" else key] = content
    return {n: c.encode() if isinstance(c, str) else c for n, c in contents.items()}


def read(files: Mapping[str, bytes]) -> Strategy:
    """What the files say; they are read without mistakes."""
    reading = read_strategy(GivenFiles(files))
    assert [f for f in reading.findings if f.rule.startswith("Z00")] == []
    assert reading.strategy is not None
    return reading.strategy


def with_result(files: Mapping[str, bytes], result: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The files after an edit."""
    return {name: data for name, data in {**files, **result}.items() if data is not None}


def wanted(strategy: Strategy, change: Change) -> Strategy:
    """The strategy after ``change`` edited its data in place."""
    data = lists(strategy.model_dump())
    change(data)
    return _with_data(strategy, data)


def _with_data(strategy: Strategy, data: Data) -> Strategy:
    """The strategy of some data, with the reports and papers of another: they are no part of the data."""
    beside = {
        n: getattr(strategy, n) for n, field in Strategy.model_fields.items() if field.exclude
    }
    return Strategy.model_validate(data).model_copy(update=beside)


def edited(files: Mapping[str, bytes], change: Change) -> dict[str, str | None]:
    """The files that a change makes others, as text."""
    result = rewritten(files, wanted(read(files), change))
    return {n: None if data is None else data.decode() for n, data in result.items()}


def expressible(strategy: Strategy) -> Strategy:
    """The strategy as files can say it: goals of one level together, texts unwrapped."""
    data = lists(strategy.model_dump())
    for holder in holders(data):
        levels: dict[str, list[Data]] = {}
        for goal in holder["kinder"]:
            levels.setdefault(goal["stufe"], []).append(goal)
        holder["kinder"] = [goal for level in levels.values() for goal in level]
    for text in data["texte"]:
        text["inhalt"] = unwrap(text["inhalt"])
    data["texte"] = [text for text in data["texte"] if text["inhalt"]]
    return _with_data(strategy, data)


def holders(data: Data) -> list[Data]:
    """All that may hold goals: the cross-cutting ones, Handlungsfelder and goals."""
    tops = [data["ziele"]["uebergreifend"], *data["ziele"]["handlungsfelder"]]
    return [*tops, *(goal for top in tops for goal in goals_below(top))]


def goals_below(holder: Data) -> Iterator[Data]:
    for goal in holder["kinder"]:
        yield goal
        yield from goals_below(goal)


def goal(data: Data, identity: str) -> Data:
    """The data of one goal."""
    return next(holder for holder in holders(data) if holder.get("id") == identity)


def pop_goal(data: Data, identity: str) -> Data:
    """Take out a goal with all below it."""
    found = goal(data, identity)
    for holder in holders(data):
        holder["kinder"] = [child for child in holder["kinder"] if child is not found]
    return found


def lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: lists(entry) for key, entry in value.items()}
    return [lists(entry) for entry in value] if isinstance(value, list | tuple) else value
