"""Two editions and what stays of them to the bookmarks and references of their redline.

A bookmark may be there once only. What moved or is replaced stands in a redline twice, so
its old copy gets a name of its own and references to it stand there twice too: whether the
changes are accepted or rejected, none is left without its target.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from generator.render.blocks import Block, Footnote, Inline, Mark, Reference
from generator.render.targets import Target, targets

ALTERNATIVE = "_alt_"
"""No ID begins with an underscore; Word keeps such bookmarks out of its dialogs."""
LONGEST = 40
"""Characters that Word allows in a bookmark's name."""


class References(Struct, frozen=True):
    """What references of each edition lead to; ``kept`` are the bookmarks both share."""

    old: Mapping[str, Target]
    new: Mapping[str, Target]
    kept: frozenset[str]

    def stay(self, content: Iterable[Inline]) -> bool:
        """Whether what this text refers to is at one place for both editions, or at none."""
        for inline in content:
            if isinstance(inline, Footnote) and not self.stay(inline.content):
                return False
            if isinstance(inline, Reference) and self.parts(inline.target):
                return False
        return True

    def parts(self, name: str) -> bool:
        """Whether a bookmark is there for one edition only or has a copy for each."""
        return name not in self.kept and (name in self.old or name in self.new)

    def old_name(self, name: str) -> str:
        """The bookmark of an old copy: another one where the new edition has it, too, elsewhere."""
        if name in self.kept or name not in self.old or name not in self.new:
            return name
        fits = len(ALTERNATIVE) + len(name) <= LONGEST
        return ALTERNATIVE + (name if fits else sha256(name.encode()).hexdigest()[:16])

    def copied(self, content: Iterable[Inline], mark: Mark) -> tuple[Inline, ...]:
        """Running text that is deleted or inserted, its references leading to what goes with it."""
        return tuple(self.copy(inline, mark) for inline in content)

    def copy(self, inline: Inline, mark: Mark) -> Inline:
        """The same for one inline."""
        if isinstance(inline, Footnote):
            return replace(inline, content=self.copied(inline.content, mark))
        if not isinstance(inline, Reference):
            return inline
        side = self.old if mark == "deleted" else self.new
        target = side.get(inline.target)
        if target is None:  # the other edition may have it
            return replace(inline, target="")
        if mark == "inserted":
            return inline
        computed = target.text if inline.computed is None else inline.computed
        return replace(inline, target=self.old_name(inline.target), computed=computed)

    def key(self, reference: Reference, side: Mapping[str, Target]) -> Hashable:
        """Equal where one reference can stand for both; the number it prints does not count."""
        target = side.get(reference.target, Target("place"))
        text, kind = reference.text, target.kind
        printed = target.text if reference.computed is None else reference.computed
        if kind != "place" and printed and text.endswith(printed):
            text = text[: len(text) - len(printed)]
        else:
            kind = "place"
        copy = side is self.old if self.parts(reference.target) else None
        return reference.target, reference.page, text, kind, copy


def references(old: Iterable[Block], new: Iterable[Block], kept: Iterable[str]) -> References:
    """For two editions and the bookmarks that one block or row of the redline has for both."""
    return References(targets(old), targets(new), frozenset(kept))
