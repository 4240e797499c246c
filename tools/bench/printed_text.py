"""A strategy to the plain text that comes out of its printed form: lines of 95 signs, pages, labels."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from generator.model.goal import Ziel
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy

_WIDTH, _LINES = 95, 45
READ_IN = (
    "import shutil, sys; shutil.rmtree('neu', ignore_errors=True); from generator.cli import run; "
    "sys.argv = ['strategie', 'import', 'alt.txt', '--output', 'neu']; run()"
)
"""What is measured: the whole command, into a folder that is not there."""


def printed_text(folder: Path) -> bytes:
    """The text of the strategy in a folder."""
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    lines = list(_lines(strategy))
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    return "\n\f".join(
        "\n".join([*page, "", "", str(n)]) for n, page in enumerate(pages, 1)
    ).encode()


def _lines(strategy: Strategy) -> Iterator[str]:
    names = {level.schluessel: level.name for level in strategy.kopf.stufen}
    texts = {text.id: text.inhalt for text in strategy.texte}
    yield from ("1. Ziele", "")
    for number, field in enumerate(strategy.ziele.handlungsfelder, 1):
        yield from (f"1.{number} {field.titel}", "")
        waiting: list[Ziel] = list(field.kinder)
        while waiting:
            goal = waiting.pop(0)
            waiting = [*goal.kinder, *waiting]
            yield from _wrapped(texts.get(goal.id, ""))
            yield from _wrapped(f"{names[goal.stufe]} {goal.text}")
            if goal.zustaendig:
                yield from ("Zuständigkeit", *(z.akteur for z in goal.zustaendig), "")


def _wrapped(text: str) -> Iterator[str]:
    for paragraph in filter(None, text.split("\n\n")):
        yield from (*textwrap.wrap(" ".join(paragraph.split()), _WIDTH), "")
