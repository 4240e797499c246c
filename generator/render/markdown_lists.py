"""A list in Markdown to blocks: nested lists stay one list, whatever else stands in an item comes
behind it in its place, and every number is printed as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.tree import SyntaxTreeNode
from msgspec import Struct, field
from msgspec.structs import replace

from generator.render.blocks import Block, Inline, Item, LineBreak, Listing, Paragraph

LISTS = ("bullet_list", "ordered_list")
RUNNING = ("paragraph", "heading", "fence", "code_block")


class Writers(Struct, frozen=True):
    """How what stands in an item is written: as running text, or as blocks of its own."""

    flat: Callable[[SyntaxTreeNode], tuple[Inline, ...]]
    blocks: Callable[[SyntaxTreeNode], list[Block]]
    is_running: Callable[[SyntaxTreeNode], bool]
    """Whether a node can be a line in the item itself (a picture cannot)."""


class _Collector(Struct):
    """Gathers items in one list until something else has to stand between two of them."""

    write: Writers
    ordered: bool
    level: int
    out: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    start: int = 1

    def item(self, node: SyntaxTreeNode) -> None:
        number = _number(node)
        if self.items and self.ordered and number != self.start + len(self.items):
            self.flush()  # never renumbered: the author means the number that stands there
        if not self.items:
            self.start = number
        content, below, rest = self.parts(node.children)
        self.items.append(Item(content, below))
        if rest:
            self.flush()
            for part in rest:
                self.out += self.inside(part)

    def parts(
        self, nodes: Sequence[SyntaxTreeNode]
    ) -> tuple[tuple[Inline, ...], Listing | None, Sequence[SyntaxTreeNode]]:
        """The lines of the item itself, the list right below them, and what comes behind."""
        content: list[Inline] = []
        at = 0
        while at < len(nodes) and self.write.is_running(nodes[at]):
            content += [LineBreak()] if content else []
            content += self.write.flat(nodes[at])
            at += 1
        below = None
        if at < len(nodes) and nodes[at].type in LISTS:
            inner = list_blocks(nodes[at], self.write, 0)
            if len(inner) == 1 and isinstance(inner[0], Listing):
                below, at = inner[0], at + 1
        return tuple(content), below, nodes[at:]

    def inside(self, node: SyntaxTreeNode) -> list[Block]:
        if node.type in LISTS:
            return list_blocks(node, self.write, self.level + 1)
        blocks = self.write.blocks(node)
        return [
            replace(b, level=b.level + self.level + 1) if isinstance(b, Paragraph | Listing) else b
            for b in blocks
        ]

    def flush(self) -> None:
        if self.items:
            self.out.append(Listing(tuple(self.items), self.ordered, self.start, level=self.level))
        self.items = []


def list_blocks(node: SyntaxTreeNode, write: Writers, level: int = 0) -> list[Block]:
    """The blocks of a list that stands in ``level`` other lists."""
    collector = _Collector(write, node.type == "ordered_list", level)
    for child in node.children:
        collector.item(child)
    collector.flush()
    return collector.out


def _number(node: SyntaxTreeNode) -> int:
    """The number an item was typed with; 1 in a bullet list."""
    return int(node.info) if node.info.isdigit() else 1
