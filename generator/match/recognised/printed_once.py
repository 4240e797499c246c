"""Goals to what tells them apart, so that one that is printed twice is taken over once."""

from __future__ import annotations

from collections.abc import Sequence

from generator.match.recognised.outline import OutlineNode
from generator.match.recognised.segments import Segment

_Printed = tuple[str, str, str]


class PrintedOnce:
    """Remembers elements by level, code and wording."""

    def __init__(self) -> None:
        self._nodes: dict[_Printed, OutlineNode] = {}

    def remember(self, node: OutlineNode) -> None:
        """An element that is new."""
        if node.own is not None:
            self._nodes.setdefault(_key(node.own), node)

    def known(self, segment: Segment, open_now: Sequence[OutlineNode]) -> OutlineNode | None:
        """The element that is printed again: one with a code anywhere, others while they are open."""
        key = _key(segment)
        node = self._nodes.get(key) if key[2] else None
        return node if node is not None and (segment.code or node in open_now) else None


def _key(segment: Segment) -> _Printed:
    text = " ".join(" ".join(line.text.split()) for line in segment.lines)
    return (segment.level.stufe if segment.level else "", segment.code, text)
