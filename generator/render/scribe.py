"""Prose in Markdown with our markup to blocks: what our own markup prints."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from generator.model.address import Address
from generator.model.counted_nouns import chosen
from generator.model.german import counted
from generator.model.prose_markup import Token
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
from generator.render.figures import shown
from generator.render.markdown_blocks import ParsedProse, blocks
from generator.render.names import NBSP, Names

Counting = Callable[[str], int | None]
"""A path behind ``anzahl.`` ("leitziele", "HF2.leitziele") to its number, None if unknown."""


class Scribe(Struct, frozen=True):
    """Writes the prose of one strategy; ``citations`` maps works to what footnotes call them."""

    names: Names
    count: Counting
    citations: dict[str, str]
    figures: dict[str, Abbildung]
    key_figures: dict[str, Kennzahl]
    parsed: Callable[[str], ParsedProse]

    def blocks(self, text: Prosatext, level: int = 1) -> tuple[Block, ...]:
        """The blocks of a text below a heading of ``level``."""
        return tuple(blocks(self, self.parsed(text.inhalt), text, level))

    def token(self, token: Token, raw: str, before: Token | None = None, gap: str = "") -> Inline:
        """What one piece of markup prints; markup that means nothing is printed as written."""
        if token.kind == "fussnote" and token.argument in self.citations:
            return Footnote(self._citation(token))
        if token.kind in ("verweis", "abbildung"):
            return self.names.link(token.argument, self._reference(token, before, gap))
        if token.kind == "anzahl":
            return Run(self._number(token) or raw)
        if token.kind == "kennzahl" and token.argument in self.key_figures:
            figure, upto = self.key_figures[token.argument], self.key_figures.get(token.detail)
            in_range = upto is not None and upto.einheit == figure.einheit
            return Run(figure.wert if in_range else printed(figure))  # "2 bis 5 Jahre"
        return Run(token.argument if token.kind == "zitat" else raw)

    def _number(self, token: Token) -> str:
        """A computed number, with its noun where that is asked for; "" where there is none."""
        value = self.count(token.argument)
        if value is None or not token.detail:
            return "" if value is None else str(value)
        forms = chosen(self.names.strategy.kopf, token.argument, token.detail)
        return counted(value, *forms) if forms else ""

    def figure(self, identity: str, text: Prosatext) -> list[Block]:
        """Picture, caption and source line; where it stands elsewhere, a reference to it."""
        if not self.draws(identity, text):
            return [Paragraph((self.names.link(identity),))]
        figure = self.figures[identity]
        return [Figure(shown(figure), figure.alternativtext), *self.caption(figure)]

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


def printed(figure: Kennzahl) -> str:
    """Value and unit, held together by a no-break space."""
    return f"{figure.wert}{NBSP}{figure.einheit}" if figure.einheit else figure.wert


def unbroken(locator: str) -> str:
    """ "S. 24" that stays on one line."""
    return locator.replace(". ", f".{NBSP}")
