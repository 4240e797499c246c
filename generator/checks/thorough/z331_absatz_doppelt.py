"""Geprüft wird, ob ein Absatz in den Texten zweimal steht, wortgleich oder fast. Verglichen werden alle Texte
miteinander. Aufzählungen, Tabellen, Überschriften und Absätze unter zehn Wörtern zählen nicht, auch nicht Absätze,
die sich in ihren Zahlen unterscheiden.

Meist ist ein Textbaustein zweimal eingefügt oder beim Verschieben stehen geblieben. Wird später nur eine der beiden
Stellen geändert, widerspricht sich die Strategie.

Beheben: den Absatz an einer Stelle löschen und, wo nötig, mit [[Kennung]] auf die andere verweisen. Soll
er an mehreren Stellen stehen, den Befund in strategy.yaml mit Grund anerkennen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.checks.check_context import CheckContext
from generator.checks.uses import Use, finding, listed
from generator.finding import Finding, Severity
from generator.likeness import DOUBLED, TELLING_PARAGRAPH

CODE = "Z331"
SEVERITY = Severity.WARNING
TITLE = "Absatz doppelt"

_NO_PROSE = ("- ", "* ", "+ ", "|", "#", "![[", ">", "```")
_ENDS = 5
"""Words at either end of a paragraph by which a copy is found."""
_SHOWN = 8
"""Words of it that the message shows."""


@dataclass(slots=True)
class _Paragraph:
    use: Use
    words: list[str]
    copies: list[Use] = field(default_factory=list)
    touched_up: bool = False
    _different: frozenset[str] | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it has sentences: of names and headings few words begin with a small letter."""
        return 3 * sum(word[0].islower() for word in self.words) >= len(self.words)

    @property
    def numbers(self) -> list[str]:
        """What in it has digits: two rows of data may differ in nothing else."""
        return [word for word in self.words if not word.isalpha() and any(map(str.isdigit, word))]

    @property
    def different(self) -> frozenset[str]:
        """Its words, each once; few paragraphs are asked for them."""
        if self._different is None:
            self._different = frozenset(self.words)
        return self._different

    def likeness(self, other: _Paragraph) -> float:
        """Share of different words that both have."""
        together = len(self.different & other.different)
        return 2 * together / (len(self.different) + len(other.different))


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each paragraph that stands again, at its second place."""
    originals: dict[str, _Paragraph] = {}
    firsts: dict[tuple[str, ...], _Paragraph] = {}
    for paragraph in _paragraphs(context):
        text = paragraph.use.words
        original = originals.setdefault(text, paragraph)
        if original is paragraph:
            original = _nearly(paragraph, firsts)
            original.touched_up |= original is not paragraph
            originals[text] = original
        if original is not paragraph:
            original.copies.append(paragraph.use)
    doubled = {id(p): p for p in originals.values() if p.copies and p.is_prose}
    for original in doubled.values():
        yield _finding(context, original)


def _paragraphs(context: CheckContext) -> Iterator[_Paragraph]:
    for prose in context.prose:
        start = prose.body_start
        for text in prose.raw[start:].split("\n\n"):
            said = text.strip()
            words = said.split()
            if len(words) >= TELLING_PARAGRAPH and not said.startswith(_NO_PROSE):
                place = start + len(text) - len(text.lstrip())
                yield _Paragraph(Use(said, prose, place), words)
            start += len(text) + 2


def _nearly(paragraph: _Paragraph, firsts: dict[tuple[str, ...], _Paragraph]) -> _Paragraph:
    """The first paragraph that begins or ends like this one and has most of its words, else itself."""
    words = paragraph.words
    for key in (("<", *words[:_ENDS]), (">", *words[-_ENDS:])):
        other = firsts.setdefault(key, paragraph)
        if other is paragraph or other.likeness(paragraph) < DOUBLED:
            continue
        if other.numbers == paragraph.numbers:
            return other
    return paragraph


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
