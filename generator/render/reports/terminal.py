"""Text to lines of a terminal: in colour where that is wanted, wrapped, changed words in [-alt-] {+neu+}."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from textwrap import fill
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compare.words import Span

MARKS = {"plain": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
WIDTH = 100

Painter = Callable[[str, str], str]
"""A text and a colour to the text in that colour."""


def painter(colour: bool) -> Painter:
    """Paints, or leaves texts as they are."""
    return lambda text, code: f"\x1b[{code}m{text}\x1b[0m" if colour else text


def filled(text: str, indent: str = "    ", *, hyphens: bool = True) -> str:
    """Lines of one paragraph that keep words whole; with ``hyphens`` they may break behind one."""
    return fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=hyphens,
    )


def marked(spans: Iterable[Span]) -> str:
    """Two texts in one, the signs around changed words telling them apart without colour too."""
    return "".join(MARKS[span.mark].format(span.text) for span in spans)
