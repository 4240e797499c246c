"""The texts of a strategy and what they print to the places where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.print_gap import FIGURE, MARKUP, PrintGap
from generator.model.prose import Token
from generator.model.text import Prosatext
from generator.render.blocks import Block, Inline, Paragraph, Run
from generator.render.proof.leftover import leftovers
from generator.render.proof.printed import paragraphs
from generator.render.proof.typed import Typed, seen, typed
from generator.render.prose import Scribe

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class _Blind(Scribe):
    """Writes prose with one sign in place of all markup of ours: what it prints is not typed."""

    def token(self, token: Token, raw: str, before: Token | None = None, gap: str = "") -> Inline:
        return Run(MARKUP)

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        return [Paragraph((Run(FIGURE if self.draws(identity, text) else MARKUP),))]


def gaps(scribe: Scribe, text: Prosatext, raw: str, start: int) -> Iterator[PrintGap]:
    """What of one text is lost in print, or printed as it was typed although it is markup.

    ``raw`` is its file, ``start`` where the text begins in it.
    """
    blind = _Blind(scribe.names, scribe.count, scribe.citations, scribe.figures, scribe.key_figures)

    def is_figure(token: Token) -> bool:
        return token.kind == "abbildung" and scribe.draws(token.argument, text)

    source = typed(raw, start, is_figure)
    shown = list(paragraphs(blind.blocks(text)))
    if seen(source.text) != seen("".join(shown)):
        yield from _lost(source, "\n".join(shown), text)
    yield from leftovers(shown, text, raw, start)


def _lost(source: Typed, shown: str, text: Prosatext) -> Iterator[PrintGap]:
    """The words that differ; looked for only where it is known that some do."""
    from difflib import SequenceMatcher

    old = [(seen(m[0]), m) for m in _WORD.finditer(source.text) if seen(m[0])]
    new = [(seen(m[0]), m) for m in _WORD.finditer(shown) if seen(m[0])]
    matcher = SequenceMatcher(None, [w for w, _ in old], [w for w, _ in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        before = "".join(word for word, _ in old[i:j])
        after = "".join(word for word, _ in new[k:m])
        link_unread = bool(before) and before in after and "](" in shown[new[k][1].start() :]
        if kind == "equal" or before == after or link_unread:  # the left-over sign says it better
            continue
        at = old[min(i, len(old) - 1)][1].start() if old else 0
        yield PrintGap(
            "lost",
            text.id,
            text.stelle,
            source.place(at),
            " ".join(match[0] for _, match in old[i:j]),
            " ".join(match[0] for _, match in new[k:m]),
        )
