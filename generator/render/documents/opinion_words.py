"""An entry of stellungnahmen.yaml to the words and marks that a reader of the Abwägung finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath

from generator.compare.words import Span, marked
from generator.model.base import Element
from generator.model.kinds import IN_CHAPTER, LEVELS, STRATEGY
from generator.model.stellungnahme import CALLED, PARAGRAPH, REMARK, Runde, Stellungnahme
from generator.render.blocks import Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.telling.marked import shorten
from generator.render.planner_names import called

UNKNOWN = "ohne Namen"
LABELS = {"inserted": "[neu: ", "deleted": "[entfällt: "}
_WHOLE = 400
"""Characters up to which a text is shown as a whole."""


class OpinionWords:
    """Words for the entries of one strategy."""

    def __init__(self, context: Context) -> None:
        self.strategy = context.strategy
        self.chapters = context.numbering.chapters
        quotes = str.maketrans("«»", "„“")
        names = {STRATEGY: LEVELS[STRATEGY]} | called(context.strategy)
        self.labels = {identity: name.translate(quotes) for identity, name in names.items()}

    @cached_property
    def stellen(self) -> dict[str, str]:
        """Name or file to the Stelle that is printed for it; what a later round says counts."""
        return {who: stelle for one in self.strategy.runden for who, stelle in one.stellen.items()}

    @cached_property
    def places(self) -> dict[str, int]:
        """ID to its place in the document."""
        return {identity: at for at, identity in enumerate(dict.fromkeys(self._printed()))}

    def _printed(self) -> Iterator[str]:
        """IDs in the order of the document, as far as they have a place there."""
        for chapter in self.chapters:
            yield chapter.id
            for kind in IN_CHAPTER.get(chapter.inhalt, ()):
                for element in kind.of(self.strategy):
                    yield from _with_all_below(element)
        yield from (element.id for element in self.strategy.elements())

    def shown(self, one: Runde) -> list[Stellungnahme]:
        """The entries of a round that have a row, in the order of the document."""
        last = len(self.places)
        return sorted(one.standing, key=lambda e: self.places.get(e.element or e.bei or "", last))

    def who(self, entry: Stellungnahme) -> str:
        """The Stelle, where one is named for the entry, the person or the file; else the name."""
        named = self.stellen.get(entry.von or "") or self.stellen.get(entry.datei)
        nobody = f"{UNKNOWN} ({PurePosixPath(entry.datei).name})"
        return entry.stelle or named or entry.von or nobody

    def about(self, entry: Stellungnahme) -> str:
        """What it concerns, as a planner calls it."""
        if entry.element:
            return self.labels.get(entry.element, entry.element)
        if entry.bei:
            return f"bei {self.labels.get(entry.bei, entry.bei)}"
        return "im Ganzen"

    def said(self, entry: Stellungnahme, one: Runde) -> Iterator[Paragraph]:
        """The wish with its words marked, or the remark with the answers to it."""
        if entry.art == REMARK:
            to = f" zu „{_short(entry.zu)}“" if entry.zu else ""
            yield from _paragraphs(f"Anmerkung{to}: ", entry.text or "")
        else:
            yield Paragraph((Run(f"{CALLED[entry.art]}: ", italic=True), *_changed(entry)), "cell")
        own = {standing.id for standing in one.standing}
        for answer in one.stellungnahmen:
            if answer.antwort_auf == entry.id and answer.id not in own and not answer.superseded:
                yield from _paragraphs(f"Antwort von {self.who(answer)}: ", answer.text or "")

    def answer(self, entry: Stellungnahme) -> list[str]:
        """What the person is told, and the wording that was decided instead."""
        instead = f"Neue Fassung: {entry.wording}" if entry.wording else ""
        return [part for part in (entry.antwort or "", instead) if part]


def _with_all_below(element: Element) -> Iterator[str]:
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one.id
        below = getattr(one, "kinder", ()) or getattr(one, "empfehlungen", ())
        waiting += below[::-1]


def _changed(entry: Stellungnahme) -> Iterator[Run]:
    """Both wordings in one; what is gone and what is new say so, not by their looks alone."""
    spans = marked(entry.alt or "", entry.neu or "")
    if entry.art == "verschoben" and entry.neu:
        spans = (Span(entry.neu, "plain"),)
    elif sum(len(span.text) for span in spans) > _WHOLE:
        spans = shorten(spans)
    between = ""
    for span in spans:
        if span.mark == "plain":
            yield Run(span.text)
            between = "" if span.text[-1:].isspace() else " "
            continue
        lead = span.text[: len(span.text) - len(span.text.lstrip())]
        yield Run(f"{lead or between}{LABELS[span.mark]}")
        yield Run(span.text.strip(), shown=span.mark)
        behind = span.text[len(span.text.rstrip()) :]
        yield Run(f"]{behind}")
        between = "" if behind else " "


def _paragraphs(label: str, text: str) -> Iterator[Paragraph]:
    """The paragraphs of a remark, the first behind its label."""
    for number, part in enumerate(text.split(PARAGRAPH)):
        before = () if number else (Run(label, italic=True),)
        yield Paragraph((*before, Run(part)), "cell")


def _short(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:80]} … {text[-30:]}"


def day(date: str) -> str:
    """A date of Word as people write it: "24.11.2026"."""
    try:
        return f"{datetime.fromisoformat(date):%d.%m.%Y}"
    except ValueError:
        return date
