"""Blocks to what can be referred to: bookmarks, and what a reference to each prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from generator.render.blocks import Block, Caption, Heading, Inline, Reference
from generator.render.visitor import Node, bookmark_of, text_in, walk


class Target(Struct, frozen=True):
    """A bookmark; ``text`` is what a REF field would print (number or whole text)."""

    kind: Literal["number", "text", "place"]
    text: str = ""


def accepted_text(content: Iterable[Inline]) -> str:
    """The words a reader sees after accepting all changes; without footnotes."""
    return "".join(
        text_in(inline)
        for inline in content
        if inline.mark != "deleted" and not (isinstance(inline, Reference) and inline.page)
    )


def targets(blocks: Iterable[Block]) -> Mapping[str, Target]:
    """Every bookmark of the document by its name."""
    named = ((bookmark_of(node), node) for node in walk(blocks))
    return {name: _target(node) for name, node in named if name}


def _target(node: Node) -> Target:
    if isinstance(node, Heading):
        return Target(
            "number" if node.number else "text", node.number or accepted_text(node.content)
        )
    if isinstance(node, Caption):
        return Target("text", f"{node.kind} {node.number}")
    return Target("place")
