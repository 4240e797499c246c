"""Codes that a source prints beside its goals to IDs, where they can be some."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.match.recognised.outline import OutlineNode
from generator.model.base import ID_PATTERN


def usable_codes(nodes: Sequence[OutlineNode]) -> dict[int, str]:
    """Printed codes that can be IDs, where all of their level can and no two are the same."""
    found: dict[int, str] = {}
    levels: dict[str, list[OutlineNode]] = {}
    for node in nodes:
        levels.setdefault(node.level.stufe if node.level else "", []).append(node)
    for group in levels.values():
        codes = [node.own.code if node.own else "" for node in group]
        if all(re.fullmatch(ID_PATTERN, code) and re.search(r"\d", code) for code in codes):
            taken = {code.lower() for code in found.values()}
            if len({code.lower() for code in codes} - taken) == len(codes):
                found |= {id(node): code for node, code in zip(group, codes, strict=True)}
    return found
