"""Running text in Markdown to inlines, by markdown-it; our own markup put back where it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token as MarkdownToken

from generator.model.prose_markup import DATE, Token, markup
from generator.render.blocks import Footnote, Inline, LineBreak, Link, Run
from generator.render.inlines import Inlines, without_stop
from generator.render.visitor import text_in

# Unicode noncharacters: they cannot occur in text and mean nothing to Markdown.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
HELD = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
"""A piece of our markup while Markdown is read: its number among the pieces."""
# Each begins with a sign to look for: a text is searched for that before anything is tried.
_INSIDE_WORD = re.compile(r"\*(?<=\w\*)(?=\w)")
"""The star of "Schüler*innen", which is no emphasis."""
_DATE = re.compile(rf"(\n[ \t]*)(?={DATE})(\d+)\.")
_COMPARED = re.compile(r"(\n\n[ \t]*)>(?=[ \t]*\d)(?![^\n]*\n[ \t]*>)")
"""The sign of "> 60 Jahre", which begins no quotation: none has a single line with a number in front."""


TokenPrinter = Callable[[Token, str, Token | None, str], Inline]
"""Says what a piece of our markup prints, its text as written, after another and the text between."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables; HTML is text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    # Indented code, underlined headings and link definitions surprise who never meant them.
    return parser.disable(["code", "lheading", "reference"])


def hold(source: str, held: list[Token]) -> str:
    """The text with a sign for each piece of our markup, and what only looks like Markdown masked."""
    parts, end = [], 0
    for index, token in enumerate(held):
        parts += [source[end : token.start], f"{_OPEN}{index}{_CLOSE}"]
        end = token.end
    masked = _COMPARED.sub(r"\1\\>", "".join(["\n\n", *parts, source[end:]]))
    return _DATE.sub(r"\1\2\\.", _INSIDE_WORD.sub(r"\\*", masked))[2:]


class MarkdownText:
    """Writes paragraphs of one source, whose markup ``held`` is; ``noted`` where that is a note."""

    def __init__(
        self, printed: TokenPrinter, source: str, held: list[Token], noted: bool = False
    ) -> None:
        self.printed, self.source, self.held, self.noted = printed, source, held, noted
        self._before: Token | None = None
        self._gap = ""

    def parsed(self, source: str) -> tuple[Inline, ...]:
        """The inlines of a text in which our markup is held."""
        return self.inlines(parser().parseInline(source)[0].children or [])

    def inlines(self, flat: Sequence[MarkdownToken]) -> tuple[Inline, ...]:
        """The inlines of one paragraph."""
        out = Inlines()
        self._before, self._gap = None, ""
        self._inline(flat, out)
        return out.done()

    def restored(self, content: str) -> str:
        """Our markup as it was written."""
        return HELD.sub(lambda m: self._raw(int(m[1])), content)

    def _raw(self, index: int) -> str:
        return self.source[self.held[index].start : self.held[index].end]

    def _inline(self, flat: Sequence[MarkdownToken], out: Inlines) -> None:
        bold = italic = 0
        address, shown, notes = "", "", Inlines()
        for token in flat:
            kind = token.type
            if kind == "strong_open" or kind == "strong_close":
                bold += token.nesting
            elif kind == "em_open" or kind == "em_close":
                italic += token.nesting
            elif kind == "link_open":
                address, shown = str(token.attrs.get("href", "")), ""
            elif kind == "link_close":
                out.add(Link(address, shown or address))
                for note in notes.done():  # the sign of a note inside a link would be two links
                    out.add(note)
                address, notes = "", Inlines()
            elif kind in ("softbreak", "hardbreak"):
                out.add(LineBreak() if kind == "hardbreak" else Run(" "))
            elif address and kind != "code_inline":
                shown += self._in_link(token.content, notes)
            elif address:
                shown += self.restored(token.content)
            elif kind == "code_inline":
                out.add(Run(self.restored(token.content), bool(bold), bool(italic)))
            else:
                self._text(token.content, bool(bold), bool(italic), out)

    def _in_link(self, content: str, notes: Inlines) -> str:
        """The text of a link with our markup in words; its footnotes are kept for behind it."""
        inside = Inlines()
        self._text(content, False, False, inside)
        parts = inside.done()
        for part in parts:
            if isinstance(part, Footnote):
                notes.add(part)
        return "".join(map(text_in, parts))

    def _text(self, content: str, bold: bool, italic: bool, out: Inlines) -> None:
        for index, piece in enumerate(HELD.split(content)):
            if index % 2 == 0:
                if piece:
                    out.add(Run(piece, bold, italic))
                self._gap += piece
                continue
            token = self.held[int(piece)]
            for made in self._made(token, self._raw(int(piece))):
                out.add(Run(made.text, bold, italic) if isinstance(made, Run) else made)
            self._before, self._gap = token, ""

    def _made(self, token: Token, raw: str) -> tuple[Inline, ...]:
        """What a piece of our markup prints; a work that a note cites stands in its text."""
        if token.kind == "anmerkung":
            return (self._note(token.argument.strip(), raw),)
        made = self.printed(token, raw, self._before, self._gap)
        if not (self.noted and isinstance(made, Footnote)):
            return (made,)
        beside = self._before is not None and self._before.kind == "fussnote" and not self._gap
        return (*((Run("; "),) if beside else ()), *without_stop(made.content))

    def _note(self, inside: str, raw: str) -> Inline:
        """An explanatory footnote; an empty one, or one in a note, is printed as it was written."""
        if self.noted or not inside:
            return Run(raw)
        held = markup(inside)
        writer = MarkdownText(self.printed, inside, held, noted=True)
        return Footnote(writer.parsed(hold(inside, held)), typed=True)
