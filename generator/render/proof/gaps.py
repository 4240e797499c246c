"""The texts of a strategy and what its document prints of them to the places where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from generator.model.print_gap import FIGURE, MARKUP, PrintGap
from generator.model.prose_markup import Token
from generator.model.text import Prosatext
from generator.render.blocks import Block, Inline, Paragraph, Run
from generator.render.proof.leftover import leftovers
from generator.render.proof.typed import Typed, seen, typed
from generator.render.scribe import Scribe

_WORD = re.compile(r"\S+")


class Blind(Scribe, frozen=True):
    """Writes prose with one sign in place of all markup of ours: what that prints is not typed."""

    @classmethod
    def of(cls, scribe: Scribe) -> Blind:
        """One that writes what ``scribe`` writes, but for the markup."""
        return cls(**structs.asdict(scribe))

    def token(self, token: Token, raw: str, before: Token | None = None, gap: str = "") -> Inline:
        """One sign for whatever stands there."""
        return Run(MARKUP)

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        """One sign for the picture, as drawing it takes long."""
        if not self.draws(identity, text):
            return [Paragraph((Run(MARKUP),))]
        return [Paragraph((Run(FIGURE),)), *self.caption(self.figures[identity])]


def gaps(
    scribe: Scribe, text: Prosatext, shown: Iterable[str], raw: str, start: int
) -> Iterator[PrintGap]:
    """What of one text is lost in print, or printed as it was typed although it is markup.

    ``shown`` are its printed paragraphs, ``raw`` is its file, ``start`` where the text begins in it.
    """

    def is_figure(token: Token) -> bool:
        return token.kind == "abbildung" and scribe.draws(token.argument, text)

    source, paragraphs = typed(raw, start, is_figure), list(shown)
    if seen(source.text) != seen("".join(paragraphs)):
        yield from _lost(source, "\n".join(paragraphs), text)
    yield from leftovers(paragraphs, text, raw, start)


def _lost(source: Typed, shown: str, text: Prosatext) -> Iterator[PrintGap]:
    """The words that differ; looked for only where it is known that some do."""
    from difflib import SequenceMatcher

    old = [(seen(m[0]), m) for m in _WORD.finditer(source.text) if seen(m[0])]
    new = [(seen(m[0]), m) for m in _WORD.finditer(shown) if seen(m[0])]
    matcher = SequenceMatcher(None, [w for w, _ in old], [w for w, _ in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        before = "".join(word for word, _ in old[i:j])
        after = "".join(word for word, _ in new[k:m])
        if kind == "equal" or before == after:
            continue
        if before and before in after and "](" in shown[new[k][1].start() :]:
            continue  # a link that is not read as one: the sign left over says it better
        at = old[min(i, len(old) - 1)][1].start() if old else 0
        yield PrintGap(
            "lost",
            text.id,
            text.stelle,
            source.place(at),
            " ".join(match[0] for _, match in old[i:j]),
            " ".join(match[0] for _, match in new[k:m]),
        )
