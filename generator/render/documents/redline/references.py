"""Two editions and what stays of them to the bookmarks and references of their redline.

A bookmark may be there once only. What moved or is replaced stands in a redline twice, so
its old copy gets a name of its own and references to it stand there twice too: whether the
changes are accepted or rejected, none is left without its target.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from generator.render.blocks import Block, Footnote, Inline, Reference
from generator.render.targets import Target, targets

ALTERNATIVE = "_alt_"
"""No ID begins with an underscore; Word keeps such bookmarks out of its dialogs."""
LONGEST = 40
"""Characters that Word allows in a bookmark's name."""


@dataclass(frozen=True, slots=True)
class References:
    """What references of each edition lead to; ``kept`` are the bookmarks both share."""

    old: Mapping[str, Target]
    new: Mapping[str, Target]
    kept: frozenset[str]

    def contested(self, name: str) -> bool:
        """Whether both editions have the bookmark, but not at one place of the redline."""
        return name in self.old and name in self.new and name not in self.kept

    def old_name(self, name: str) -> str:
        """The bookmark of an old copy."""
        if not self.contested(name):
            return name
        fits = len(ALTERNATIVE) + len(name) <= LONGEST
        return ALTERNATIVE + (name if fits else sha256(name.encode()).hexdigest()[:16])

    def old_content(self, content: Iterable[Inline]) -> tuple[Inline, ...]:
        """Running text of the old edition, its references leading to the old copies."""
        return tuple(self.old_inline(inline) for inline in content)

    def old_inline(self, inline: Inline) -> Inline:
        """The same for one inline."""
        if isinstance(inline, Footnote):
            return replace(inline, content=self.old_content(inline.content))
        if not isinstance(inline, Reference):
            return inline
        computed = self.old.get(inline.target, Target("place")).text
        target = self.old_name(inline.target)
        return replace(inline, target=target, computed=computed)

    def key(self, reference: Reference, side: Mapping[str, Target]) -> Hashable:
        """Equal where one reference can stand for both; the number it prints does not count."""
        target = side.get(reference.target, Target("place"))
        text, kind = reference.text, target.kind
        if kind != "place" and target.text and text.endswith(target.text):
            text = text[: len(text) - len(target.text)]
        else:
            kind = "place"
        copy = side is self.old if self.contested(reference.target) else None
        return reference.target, reference.page, text, kind, copy


def references(old: Iterable[Block], new: Iterable[Block], kept: Iterable[str]) -> References:
    """For two editions and the bookmarks that one block or row of the redline has for both."""
    return References(targets(old), targets(new), frozenset(kept))
