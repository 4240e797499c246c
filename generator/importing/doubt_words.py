"""Words that the questions of an import are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.importing.receipt import Doubt
from generator.match.recognised.outline import OutlineNode
from generator.receive.foreign import ForeignLine, without_signs

_LONGEST = 120


def called_goal(node: OutlineNode, names: Mapping[int, str]) -> str:
    """A goal by its level and its ID."""
    level = node.level.stufe if node.level else "Ziel"
    identity = names.get(node.own.first, "") if node.own else ""
    return f"{level} {identity}".strip()


def doubt_at(line: ForeignLine | None, text: str, question: str) -> Doubt:
    """A question with no more words of the source than tell the place."""
    return Doubt(line, text[:_LONGEST], question)


def shown_text(lines: Iterable[ForeignLine]) -> str:
    """Lines as one text, without the signs of notes."""
    return " ".join(" ".join(without_signs(line.text).split()) for line in lines)
