"""Prose in Markdown with our markup to blocks.

Paragraphs without Markdown are built directly; only what uses more of it goes
through markdown-it (render/markdown.py), which costs a hundred times as much.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.address import Address
from generator.model.prose import DATE, Token, markup
from generator.model.register import Abbildung, Kennzahl
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Footnote,
    Inline,
    Paragraph,
    Run,
)
from generator.render.figures import draw
from generator.render.inlines import Inlines
from generator.render.names import NBSP, Names

Count = Callable[[str], int | None]
"""A path behind ``anzahl.`` ("leitziele", "HF2.leitziele") to its number, None if unknown."""

_ANYWHERE = ("*", "`", "\\", "<", "&", "\n", "://")
_AT_START = ("-", "+", "#", ">", "=", " ", "\t", "|", "~")
_NUMBERED = re.compile(rf"(?!{DATE})\d{{1,9}}[.)](?:\s|$)")


@dataclass(frozen=True)
class Scribe:
    """Writes the prose of one strategy; ``citations`` maps works to what footnotes call them."""

    names: Names
    count: Count
    citations: dict[str, str]
    figures: dict[str, Abbildung] = field(default_factory=dict)
    key_figures: dict[str, Kennzahl] = field(default_factory=dict)

    def blocks(self, text: Prosatext, level: int = 1) -> tuple[Block, ...]:
        """The blocks of a text below a heading of ``level``."""
        if _needs_the_whole(text.inhalt):
            return tuple(self._markdown(text.inhalt, text, level))
        out: list[Block] = []
        waiting: list[str] = []
        for chunk in text.inhalt.split("\n\n"):
            marks = markup(chunk)
            if chunk and not is_simple(chunk, marks):
                waiting.append(chunk)
                continue
            if waiting:
                out += self._markdown("\n\n".join(waiting), text, level)
                waiting = []
            if chunk:
                out += self.paragraph(chunk, marks, text)
        if waiting:
            out += self._markdown("\n\n".join(waiting), text, level)
        return tuple(out)

    def paragraph(self, source: str, marks: list[Token], text: Prosatext) -> list[Block]:
        """One paragraph, or the figure that stands alone in it."""
        alone = len(marks) == 1 and (marks[0].start, marks[0].end) == (0, len(source.rstrip()))
        if alone and marks[0].kind == "abbildung":
            return self.figure(marks[0].argument, text)
        return [Paragraph(self.inlines(source, marks))]

    def inlines(self, source: str, marks: list[Token]) -> tuple[Inline, ...]:
        """Running text with our markup and nothing else."""
        if not marks:
            return (Run(source),)
        out = Inlines()
        end, before = 0, None
        for token in marks:
            out.text(source[end : token.start])
            gap = source[end : token.start]
            out.add(self.token(token, source[token.start : token.end], before, gap))
            end, before = token.end, token
        out.text(source[end:])
        return out.done()

    def token(self, token: Token, raw: str, before: Token | None = None, gap: str = "") -> Inline:
        """What one piece of markup prints; markup that means nothing is printed as written."""
        if token.kind == "fussnote" and token.argument in self.citations:
            return Footnote(self._citation(token))
        if token.kind in ("verweis", "abbildung"):
            return self.names.link(token.argument, self._reference(token, before, gap))
        if token.kind == "anzahl":
            value = self.count(token.argument)
            return Run(raw if value is None else str(value))
        if token.kind == "kennzahl" and token.argument in self.key_figures:
            figure, upto = self.key_figures[token.argument], self.key_figures.get(token.detail)
            in_range = upto is not None and upto.einheit == figure.einheit
            return Run(figure.wert if in_range else printed(figure))  # "2 bis 5 Jahre"
        return Run(token.argument if token.kind == "zitat" else raw)

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        """Picture, caption and source line; where it stands elsewhere, a reference to it."""
        if not self.draws(identity, text):
            return [Paragraph((self.names.link(identity),))]
        figure = self.figures[identity]
        return [Figure(draw(figure), figure.alternativtext), *self.caption(figure)]

    def caption(self, figure: Abbildung) -> list[Block]:
        """What stands below the picture."""
        out: list[Block] = [
            Caption(
                "Abbildung",
                self.names.numbering.figures[figure.id],
                (Run(figure.titel),),
                bookmark=figure.id,
                address=Address(figure.id, "titel"),
            )
        ]
        if figure.quelle:
            source, address = Run(f"Quelle: {figure.quelle}"), Address(figure.id, "quelle")
            out.append(Paragraph((source,), style="source", address=address))
        return out

    def draws(self, identity: str, text: Prosatext) -> bool:
        """Whether the picture of a figure stands in that text and not elsewhere."""
        home = self.names.numbering.homes.get(identity)
        return identity in self.figures and home == (text.id, text.stelle)

    def _markdown(self, source: str, text: Prosatext, level: int) -> Sequence[Block]:
        from generator.render.markdown import blocks  # heavy, and many strategies need it rarely

        return blocks(self, source, text, level)

    def _reference(self, token: Token, before: Token | None, gap: str) -> str | None:
        """A range is printed "Punkt 4.1 bis 4.3", so its second number goes without "Punkt"."""
        number = self.names.number(token.argument)
        in_range = gap.strip() == "bis" and before is not None and before.kind == "verweis"
        if number and in_range and before is not None and self.names.number(before.argument):
            return number
        return None

    def _citation(self, token: Token) -> tuple[Inline, ...]:
        work = self.names.link(token.argument, self.citations[token.argument])
        if token.detail:
            return (work, Run(f", {unbroken(token.detail)}."))
        return (work,) if self.citations[token.argument].endswith(".") else (work, Run("."))


def _needs_the_whole(source: str) -> bool:
    """Code may hold blank lines; the level of a heading depends on the one before it."""
    return "```" in source or "~~~" in source or source.startswith("#") or "\n#" in source


def is_simple(chunk: str, marks: list[Token]) -> bool:
    """Whether a paragraph holds no Markdown besides our own markup.

    Plain searches for single characters, as an expression would take ten times as long.
    """
    if chunk.startswith(_AT_START) or (chunk[0].isdigit() and _NUMBERED.match(chunk)):
        return False
    if any(sign in chunk for sign in _ANYWHERE) or chunk.endswith("  "):
        return False
    if "_" not in chunk and "[" not in chunk and "]" not in chunk:
        return True
    pieces = _between(chunk, marks)
    return not any("_" in piece or "[" in piece or "]" in piece for piece in pieces)


def printed(figure: Kennzahl) -> str:
    """Value and unit, held together by a no-break space."""
    return f"{figure.wert}{NBSP}{figure.einheit}" if figure.einheit else figure.wert


def unbroken(locator: str) -> str:
    """ "S. 24" that stays on one line."""
    return locator.replace(". ", f".{NBSP}")


def _between(chunk: str, marks: list[Token]) -> Iterator[str]:
    end = 0
    for token in marks:
        yield chunk[end : token.start]
        end = token.end
    yield chunk[end:]
