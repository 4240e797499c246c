"""A strategy to its printed numbers: chapters, Handlungsfelder, Themen and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kapitel
from generator.model.prose import tokens
from generator.model.recommendation import Thema
from generator.model.strategy import Strategy
from generator.model.text import Prosatext


@dataclass(frozen=True)
class Numbering:
    """``sections`` maps IDs to "4.1", ``figures`` IDs to 1, 2, …

    ``homes`` names the text (ID, "vor" or "nach") in which a figure stands.
    """

    chapters: tuple[Kapitel, ...]
    sections: dict[str, str]
    figures: dict[str, int]
    homes: dict[str, tuple[str, str]]


def number(strategy: Strategy) -> Numbering:
    """Compute all numbers; figures are counted in the order in which they are printed."""
    chapters = printed_chapters(strategy)
    sections = _sections(strategy, chapters)
    homes: dict[str, tuple[str, str]] = {}
    known = {figure.id for figure in strategy.abbildungen}
    for text in _texts_in_print_order(strategy, chapters):
        for token in tokens(text.inhalt) if "![[" in text.inhalt else ():
            if token.kind == "abbildung" and token.argument in known:
                homes.setdefault(token.argument, (text.id, text.stelle))
    figures = {identity: index for index, identity in enumerate(homes, start=1)}
    return Numbering(chapters, sections, figures, homes)


def printed_chapters(strategy: Strategy) -> tuple[Kapitel, ...]:
    """The chapters of strategy.yaml, and those for goals and Empfehlungen where it names none."""
    chapters = list(strategy.kopf.kapitel)
    contents = {chapter.inhalt for chapter in chapters}
    if "ziele" not in contents:
        chapters.append(Kapitel(id="ziele", titel="Ziele", inhalt="ziele"))
    if "empfehlungen" not in contents and strategy.themen:
        chapters.append(Kapitel(id="empfehlungen", titel="Empfehlungen", inhalt="empfehlungen"))
    return tuple(chapters)


def _sections(strategy: Strategy, chapters: tuple[Kapitel, ...]) -> dict[str, str]:
    sections: dict[str, str] = {}
    below: dict[str, tuple[Handlungsfeld | Thema, ...]] = {
        "text": (),
        "ziele": strategy.ziele.handlungsfelder,
        "empfehlungen": strategy.themen,
    }
    count = 0
    for chapter in chapters:
        if not chapter.nummeriert:
            continue
        count += 1
        sections.setdefault(chapter.id, str(count))
        for index, part in enumerate(below[chapter.inhalt], start=1):
            sections.setdefault(part.id, f"{count}.{index}")
    return sections


def _texts_in_print_order(strategy: Strategy, chapters: tuple[Kapitel, ...]) -> Iterator[Prosatext]:
    texts = strategy.texts_by_id
    for chapter in chapters:
        for identity, stelle in _places(strategy, chapter):
            text = texts.get((identity, stelle))
            if text is not None:
                yield text


def _places(strategy: Strategy, chapter: Kapitel) -> Iterator[tuple[str, str]]:
    """Where texts may stand in a chapter; goals are walked parents first, as they are printed."""
    yield chapter.id, "vor"
    if chapter.inhalt == "ziele":
        yield from _goal_places(strategy.ziele.uebergreifend.kinder)
        for feld in strategy.ziele.handlungsfelder:
            yield feld.id, "vor"
            yield from _goal_places(feld.kinder)
            yield feld.id, "nach"
    elif chapter.inhalt == "empfehlungen":
        for thema in strategy.themen:
            yield thema.id, "vor"
            for empfehlung in thema.empfehlungen:
                yield empfehlung.id, "vor"
                yield empfehlung.id, "nach"
            yield thema.id, "nach"
    yield chapter.id, "nach"


def _goal_places(goals: tuple[Ziel, ...]) -> Iterator[tuple[str, str]]:
    for goal in goals:
        yield goal.id, "vor"
        yield from _goal_places(goal.kinder)
        yield goal.id, "nach"
