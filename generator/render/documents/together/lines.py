"""Entries of two lists, or lines of two cells, to the pairs that stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.render.blocks import Paragraph
from generator.render.documents.together.alignment import Pair, aligned
from generator.render.documents.together.sequence import bag, common, fingerprint, shape


def line_pairs(old: Sequence[Any], new: Sequence[Any]) -> list[Pair]:
    """Positions in both, growing; an entry whose inner list is of another kind is another one."""

    def alike(i: int, j: int) -> float:
        one, other = getattr(old[i], "below", None), getattr(new[j], "below", None)
        if one and other and shape(one) != shape(other):
            return 0.0
        return common(bag(Paragraph(old[i].content)), bag(Paragraph(new[j].content)))

    return aligned([fingerprint(o) for o in old], [fingerprint(n) for n in new], alike)
