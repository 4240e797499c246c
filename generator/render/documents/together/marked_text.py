"""Running text of two editions to one with marked words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from generator.compare.words import marked
from generator.render.blocks import Footnote, Inline, Mark, Reference, Run
from generator.render.documents.together.references import References
from generator.render.targets import Target
from generator.render.visitor import Visitor

FIRST_SIGN = 0xF0000
"""Supplementary private use: no font has them, so no text does."""
_SIGN = re.compile("([\U000f0000-\U000ffffd])")

Content = tuple[Inline, ...]


class LineEnd(Struct, frozen=True):
    """Where a paragraph ends, in the running text of several that were split or joined."""

    mark: Mark = "plain"


class WordStep(NamedTuple):
    """A stretch of one mark: ``old`` is None where it is inserted, ``new`` where it is deleted."""

    mark: Mark
    old: Any
    new: Any


def merged(old: Content, new: Content, references: References) -> Content:
    """One text: without what is deleted it is ``new``, without what is inserted ``old``.

    What is no plain text (references, notes, links, bold words) is one sign to the
    comparison of words: equal signs stay, others are replaced.
    """
    if old == new and references.stay(new):
        return new
    return tuple([inline_of(step, references) for step in steps(old, new, references)])


def steps(old: Content, new: Content, references: References) -> list[WordStep]:
    """Both texts in step: what stays, goes and comes, one after the other."""
    signs = _Signs(references, _notes(old) & _notes(new))
    before, after = signs.text(old, references.old), signs.text(new, references.new)
    if signs.clash:
        replaced = [WordStep("deleted", inline, None) for inline in old]
        return [*replaced, *(WordStep("inserted", None, inline) for inline in new)]
    if before == after:
        return list(_in_step(signs, old, new))
    olds, news = iter(signs.held(old)), iter(signs.held(new))
    result: list[WordStep] = []
    for span in marked(before, after):
        for piece in filter(None, _SIGN.split(span.text)):
            sign = _SIGN.fullmatch(piece)
            run = Run(piece)
            gone = None if span.mark == "inserted" else next(olds) if sign else run
            come = None if span.mark == "deleted" else next(news) if sign else run
            result.append(WordStep(span.mark, gone, come))
    return result


def inline_of(step: WordStep, references: References) -> Inline:
    """What stands there in a redline."""
    if step.mark == "plain":
        inline: Inline = _both(step.old, step.new, references)
        return inline
    inline = step.new if step.old is None else step.old
    if isinstance(inline, Run | LineEnd):
        return replace(inline, mark=step.mark)
    return replace(references.copy(inline, step.mark), mark=step.mark)


def _in_step(signs: _Signs, old: Content, new: Content) -> Iterator[WordStep]:
    """The inlines of ``new``, each with its like of ``old``; plain text is its own."""
    olds = iter(signs.held(old))
    for inline in new:
        yield WordStep("plain", inline if _is_plain(inline) else next(olds), inline)


def _both(old: Inline, new: Inline, references: References) -> Inline:
    if isinstance(old, Footnote) and isinstance(new, Footnote):
        return Footnote(merged(old.content, new.content, references), typed=new.typed)
    return new


def _notes(content: Content) -> frozenset[Content]:
    return frozenset(part.content for part in content if isinstance(part, Footnote) and part.typed)


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Run) and not (inline.bold or inline.italic or inline.shown != "plain")


class _Signs(Visitor[Hashable], Struct):
    """Turns running text into characters; what is not plain gets one of its own."""

    references: References
    kept: frozenset[Content]
    """The texts of typed notes that both sides have; each of the others may be the new form of one."""
    of: dict[Hashable, str] = field(default_factory=dict)
    clash: bool = False

    def text(self, content: Content, side: Mapping[str, Target]) -> str:
        parts = []
        for inline in content:
            if isinstance(inline, Run) and _is_plain(inline):
                self.clash = self.clash or bool(_SIGN.search(inline.text))
                parts.append(inline.text)
            else:
                key = inline if isinstance(inline, LineEnd) else self.visit(inline, side)
                parts.append(self.of.setdefault(key, chr(FIRST_SIGN + len(self.of))))
        return "".join(parts)

    def held(self, content: Content) -> list[Inline]:
        """What signs stand for, in order."""
        return [inline for inline in content if not _is_plain(inline)]

    def reference(self, reference: Reference, side: Mapping[str, Target]) -> Hashable:
        """What it leads to; the number it prints does not count."""
        return self.references.key(reference, side)

    def footnote(self, note: Footnote, side: Mapping[str, Target]) -> Hashable:
        """A typed note by whether both sides have it, another while it cites the same works."""
        if note.typed:
            return "typed note", note.content if note.content in self.kept else None
        cited = tuple(part.target for part in note.content if isinstance(part, Reference))
        return "note", cited or note.content

    def rest(self, node: Inline) -> Hashable:
        """Links, bold words and forced ends of a line are the same where they are equal."""
        return node
