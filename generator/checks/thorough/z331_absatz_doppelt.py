"""Geprüft wird, ob ein Absatz in den Texten zweimal steht, wortgleich oder fast. Verglichen werden alle Texte
miteinander. Aufzählungen, Tabellen, Überschriften und Absätze unter zehn Wörtern zählen nicht, auch nicht Absätze,
die sich in ihren Zahlen unterscheiden.

Meist ist ein Textbaustein zweimal eingefügt oder beim Verschieben stehen geblieben. Wird später nur eine der beiden
Stellen geändert, widerspricht sich die Strategie.

Beheben: den Absatz an einer Stelle löschen und, wo nötig, mit [[Kennung]] auf die andere verweisen. Soll
er an mehreren Stellen stehen, den Befund in strategy.yaml mit Grund anerkennen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct, field

from generator.checks.check_context import CheckContext
from generator.checks.uses import Use, finding, listed
from generator.finding import Finding, Severity
from generator.likeness import DOUBLED, TELLING_PARAGRAPH

CODE = "Z331"
SEVERITY = Severity.WARNING
TITLE = "Absatz doppelt"

_NO_PROSE = ("- ", "* ", "+ ", "|", "#", "![[", ">", "```")
_ENDS = 32
"""Signs at either end of a paragraph by which a copy is found."""
_SUBJECT = 4
"""Words that name a subject at most."""
_SHOWN = 8
"""Words of it that the message shows."""


class _Paragraph(Struct, dict=True):
    use: Use
    copies: list[Use] = field(default_factory=list)
    touched_up: bool = False

    @cached_property
    def words(self) -> list[str]:
        """Its words, however its lines are broken."""
        return self.use.words.split()

    @cached_property
    def numbers(self) -> list[str]:
        """The numbers in it: two rows of data may differ in nothing else."""
        return re.findall(r"\d+", self.use.words)

    @cached_property
    def different(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.words)

    @property
    def is_prose(self) -> bool:
        """Whether it has sentences: of names and headings few words begin with a small letter."""
        return 3 * sum(word[0].islower() for word in self.words) >= len(self.words)

    def likeness(self, other: _Paragraph) -> float:
        """Share of different words that both have."""
        together = len(self.different & other.different)
        return 2 * together / (len(self.different) + len(other.different))


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each paragraph that stands again, at its second place."""
    originals: dict[str, _Paragraph] = {}
    ends: dict[str, _Paragraph] = {}
    for use in _paragraphs(context):
        original = originals.get(use.words)
        if original is None:
            paragraph = _Paragraph(use)
            original = originals[use.words] = _nearly(paragraph, ends)
            if original is paragraph:
                continue
            original.touched_up |= original.words != paragraph.words
        original.copies.append(use)
    doubled = {id(p): p for p in originals.values() if p.copies and p.is_prose}
    for original in doubled.values():
        yield _finding(context, original)


def _paragraphs(context: CheckContext) -> Iterator[Use]:
    for prose in context.prose:
        start = prose.body_start
        for text in prose.raw[start:].split("\n\n"):
            said = text.strip()
            blanks = said.count(" ") + said.count("\n")
            if blanks + 1 >= TELLING_PARAGRAPH and not said.startswith(_NO_PROSE):
                yield Use(said, prose, start + text.index(said[0]))
            start += len(text) + 2


def _nearly(paragraph: _Paragraph, ends: dict[str, _Paragraph]) -> _Paragraph:
    """The first paragraph that begins or ends like this one and has most of its words, else itself."""
    text = paragraph.use.words
    for key in (f"<{text[:_ENDS]}", f">{text[-_ENDS:]}"):
        other = ends.setdefault(key, paragraph)
        if other is paragraph or other.numbers != paragraph.numbers:
            continue
        if other.likeness(paragraph) >= DOUBLED and not _of_another(other, paragraph):
            return other
    return paragraph


def _of_another(one: _Paragraph, other: _Paragraph) -> bool:
    """Whether the paragraphs say the same of two subjects: one stretch of words is exchanged, and its nouns."""
    from difflib import SequenceMatcher

    opcodes = SequenceMatcher(None, one.words, other.words, autojunk=False).get_opcodes()
    changed = [op for op in opcodes if op[0] != "equal"]
    if len(changed) != 1 or changed[0][0] != "replace":
        return False
    _, i, j, k, m = changed[0]
    parts = one.words[i:j], other.words[k:m]
    return all(len(part) <= _SUBJECT and any(w[0].isupper() for w in part) for part in parts)


def _finding(context: CheckContext, original: _Paragraph) -> Finding:
    use = original.copies[0]
    begin = " ".join(original.words[:_SHOWN])
    where = listed(context, [original.use, *original.copies])
    how = "fast wortgleich" if original.touched_up else "wortgleich"
    name = original.use.source.id
    refer = f" und mit [[{name}]] darauf verweisen" if name != use.source.id else ""
    message = (
        f"Der Absatz «{begin} …» steht {how} {where}. Nur an einer Stelle stehen lassen{refer}."
    )
    severity = Severity.HINT if original.touched_up else SEVERITY
    return finding(context, CODE, severity, use, message)
