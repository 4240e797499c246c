"""Pieces of running text to the inlines of one paragraph, neighbours joined."""

from __future__ import annotations

from msgspec.structs import replace

from generator.render.blocks import Footnote, Inline, Run


class Inlines:
    """Collects inlines: neighbouring text becomes one run, neighbouring footnotes one note."""

    def __init__(self) -> None:
        self._items: list[Inline] = []

    def text(self, text: str) -> None:
        """Append plain text."""
        if text:
            self.add(Run(text))

    def add(self, item: Inline) -> None:
        """Append an inline; two notes at one place would read like one number ("12")."""
        last = self._items[-1] if self._items else None
        if isinstance(item, Run) and isinstance(last, Run) and _alike(item, last):
            self._items[-1] = replace(last, text=last.text + item.text)
        elif isinstance(item, Footnote) and isinstance(last, Footnote):
            self._items[-1] = _one_note(last, item)
        else:
            self._items.append(item)

    def done(self) -> tuple[Inline, ...]:
        """What was collected."""
        return tuple(self._items)


def _alike(one: Run, other: Run) -> bool:
    look = (one.bold, one.italic, one.mark, one.shown, one.own)
    return look == (other.bold, other.italic, other.mark, other.shown, other.own)


def _one_note(one: Footnote, other: Footnote) -> Footnote:
    """Works cited at one place are a list, typed notes are sentences of their own."""
    if one.typed or other.typed:
        return Footnote((*one.content, Run(" "), *other.content), typed=True)
    return Footnote((*without_stop(one.content), Run("; "), *other.content))


def without_stop(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Running text without the full stop at its end."""
    last = content[-1]
    if isinstance(last, Run) and last.text.endswith("."):
        shorter = last.text[:-1]
        return (*content[:-1], Run(shorter)) if shorter else content[:-1]
    return content
