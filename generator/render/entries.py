"""Blocks to bookmarks at all that a computed list can name, and to the lines of such lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from generator.model.address import Address
from generator.render.blocks import Block, Caption, Contents, Group, Heading
from generator.render.targets import accepted_text
from generator.render.visitor import flat, rebuilt


class ContentsEntry(Struct, frozen=True):
    """A line of a computed list: heading, figure or table."""

    bookmark: str
    level: int
    number: str
    text: str
    linked: bool = True
    """Not where its heading is inserted: rejecting that would leave the link without target."""
    address: Address | None = None
    """Whose words the line prints once more."""


def anchored(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with a bookmark at every heading and caption that a list can name.

    One without its own gets it from its words and those of the headings above it, never
    from its position: the name stays when something is added before it.
    """
    return tuple(map(_Names().anchored, blocks))


class _Names:
    """Derives bookmarks; remembers the headings above and the names given."""

    def __init__(self) -> None:
        self.above: dict[int, str] = {}
        self.given: Counter[str] = Counter()

    def anchored(self, block: Block) -> Block:
        if isinstance(block, Heading):
            words = accepted_text(block.content)
            over = [text for level, text in sorted(self.above.items()) if level < block.level]
            self.above = dict(enumerate(over)) | {block.level: words}
            if not block.bookmark and block.mark != "deleted":
                return replace(block, bookmark=self._name("_H", *over, words))
        elif isinstance(block, Caption) and not block.bookmark and block.mark != "deleted":
            return replace(
                block, bookmark=self._name("_C", block.kind, accepted_text(block.content))
            )
        return rebuilt(block, self.anchored) if isinstance(block, Group) else block

    def _name(self, prefix: str, *words: str) -> str:
        name = prefix + sha256("\n".join(words).encode()).hexdigest()[:16]
        self.given[name] += 1
        return name if self.given[name] == 1 else f"{name}_{self.given[name]}"


def entries(blocks: Iterable[Block], contents: Contents) -> Iterator[ContentsEntry]:
    """The lines of a computed list in document order, without what is deleted."""
    kind = {"figures": "Abbildung", "tables": "Tabelle"}.get(contents.of)
    for block in flat(blocks):
        if not isinstance(block, Heading | Caption) or not block.bookmark:
            continue
        linked, text = block.mark == "plain", accepted_text(block.content)
        if block.mark == "deleted":
            continue
        if isinstance(block, Caption):
            if block.kind == kind:
                text = f"{kind} {block.number}: {text}"
                yield ContentsEntry(block.bookmark, 1, "", text, linked, block.address)
        elif kind is None and block.goal and contents.goals:
            level = contents.depth + 1
            yield ContentsEntry(block.bookmark, level, "", text, linked, block.address)
        elif kind is None and block.listed and block.level <= contents.depth and not block.goal:
            number = block.number if contents.numbered else ""
            yield ContentsEntry(block.bookmark, block.level, number, text, linked, block.address)
