"""The template's numberings to list numbers: one new w:num for every numbered list."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class ListNumbers(Struct):
    """Hands out w:num ids; ``of_style`` gives a style's (w:num, w:abstractNum)."""

    of_style: Mapping[str, tuple[int, int]]
    highest: int
    added: list[str] = field(default_factory=list)

    def list_number(self, style: str, level: int, start: int) -> int:
        """The number for a list; ``start`` 0 for bullets, which may share one."""
        number, abstract = self.of_style[style]
        if start == 0:
            return number
        self.highest += 1
        self.added.append(
            f'<w:num w:numId="{self.highest}"><w:abstractNumId w:val="{abstract}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            "</w:num>"
        )
        return self.highest
