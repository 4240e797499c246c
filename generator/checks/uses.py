"""Words that rules ask for to the places where a text of the house uses them, and how a message lists those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.checks.corpus import CorpusSource, PrintedLabel
from generator.finding import Finding, Severity
from generator.model.german import counted
from generator.model.kinds import STRATEGY

if TYPE_CHECKING:
    from generator.checks.check_context import CheckContext

_LONGEST = 5000
"""Signs of a pattern: to make a longer one of a word of a million letters takes seconds."""
SHOWN = 4
"""Places that a message lists; more would hide what to do."""


class Use(Struct, frozen=True):
    """Words as they stand at a place of a text."""

    words: str
    source: CorpusSource
    offset: int


def uses(
    context: CheckContext, anchor: str, pattern: str, *, quoted: bool = False, around: bool = False
) -> Iterator[Use]:
    """Every place of a pattern that begins with a phrase, in prose of the house.

    ``quoted``: in quotations too; ``around``: the pattern may begin before the phrase, which takes
    longer to look for. Nothing is found of a word too long to be one, nor in names of works of others.
    """
    if len(pattern) > _LONGEST:
        return
    compiled = re.compile(pattern)
    text = context.plain.of if quoted else context.plain.own
    find = context.corpus.matches if around else context.corpus.beginning
    for source, place in find(anchor, compiled):
        if isinstance(source, PrintedLabel) and source.foreign:
            continue
        if match := compiled.match(text(source), place):
            yield Use(match[0], source, place)


def word_uses(context: CheckContext, word: str) -> Iterator[Use]:
    """Every place of a whole word, hyphens being part of it."""
    return uses(context, word, rf"(?<![\w-]){re.escape(word)}(?![\w-])")


def finding(
    context: CheckContext, rule: str, severity: Severity, use: Use, message: str
) -> Finding:
    """A finding at a use; the message begins with the element."""
    named = f"{context.called(use.source.id or STRATEGY)}: {message}"
    return context.at_source(rule, severity, use.source, use.offset, named)


def is_own(source: CorpusSource) -> bool:
    """Whether the house chose the words: not of works of others, nor of the names of bodies."""
    return not (isinstance(source, PrintedLabel) and (source.foreign or source.path[0] == "name"))


def listed(context: CheckContext, found: Sequence[Use]) -> str:
    """How often and where: "3-mal (lage.md:8, goals.yaml:41, fazit.md:2)"."""
    shown = ", ".join(dict.fromkeys(_places(context, found[:SHOWN])))
    more = len(found) - SHOWN
    rest = f" und {counted(more, 'weitere Stelle', 'weitere Stellen')}" if more > 0 else ""
    return f"{len(found)}-mal ({shown}{rest})"


def _places(context: CheckContext, found: Iterable[Use]) -> Iterator[str]:
    for use in found:
        place = context.at_source("", Severity.HINT, use.source, use.offset, "").position
        yield f"{PurePath(place.file).name}:{place.line}"
