"""Geprüft wird, ob eine Schreibweise vorkommt, die das Haus nicht will. Die Liste steht in strategy.yaml
unter «schreibweisen», links die unerwünschte, rechts die richtige Form: «Internetauftrittes:
Internetauftritts». Gesucht wird in Zielen, Empfehlungen, Überschriften, Verzeichnissen und Texten,
nach ganzen Wörtern und mit genauer Groß- und Kleinschreibung. Gekennzeichnete Zitate
({{ zitat("…") }}) und gedruckte Schreibweisen («wortlaut») bleiben unberührt.

So bleiben Tippfehler, die einmal gefunden wurden, und veraltete Bezeichnungen draußen, auch wenn
jemand alte Textbausteine einfügt.

Beheben: die richtige Form einsetzen. Ist die Liste zu streng, den Eintrag in strategy.yaml ändern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import text_of
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY
from generator.model.prose_markup import tokens

CODE = "Z309"
SEVERITY = Severity.WARNING
TITLE = "Unerwünschte Schreibweise"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place of each unwanted spelling."""
    spellings = context.strategy.kopf.schreibweisen
    if not spellings:
        return
    for wrong, right in spellings.items():
        if not context.vocabulary.holds(wrong):
            continue
        pattern = re.compile(rf"(?<!\w){_flexible(wrong)}(?!\w)")
        for source, offset in context.corpus.matches(wrong, pattern):
            if not _quoted(text_of(source), offset):
                name = context.called(source.id or STRATEGY)
                message = f"{name}: Statt «{wrong}» wird «{right}» geschrieben. Berichtigen."
                yield context.at_source(CODE, SEVERITY, source, offset, message)


def _quoted(text: str, offset: int) -> bool:
    """Whether the place is in a marked quotation."""
    return any(t.start <= offset < t.end for t in tokens(text) if t.kind == "zitat")


def _flexible(wrong: str) -> str:
    """A pattern in which every space may be a line break."""
    return r"\s+".join(re.escape(part) for part in wrong.split())
