"""Sentences to running text in which every address of the web or of a mailbox can be followed."""

from __future__ import annotations

import re

from generator.render.running_text import Inline, Link, Run

_ADDRESS = re.compile(
    r"(?P<web>(?:https?://|www\.)[^\s<>«»„“”]*[^\s<>«»„“”.,;:!?)\]])"
    r"|(?P<mail>[\w.+-]*\w@\w[\w-]*(?:\.\w[\w-]*)+)"
)


def linked(text: str) -> tuple[Inline, ...]:
    """The text as it is, its addresses links; the sign that ends a sentence is no part of one."""
    inlines: list[Inline] = []
    end = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > end:
            inlines.append(Run(text[end : found.start()]))
        inlines.append(Link(_target(found), found[0]))
        end = found.end()
    return (*inlines, Run(text[end:])) if end < len(text) else tuple(inlines)


def _target(found: re.Match[str]) -> str:
    if found["mail"]:
        return f"mailto:{found[0]}"
    return f"https://{found[0]}" if found[0].startswith("www.") else found[0]
