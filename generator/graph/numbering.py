"""A strategy to its printed numbers: chapters, Handlungsfelder, Themen, figures and goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.graph.goal_numbers import goal_numbers
from generator.model.base import Element
from generator.model.goal import Ziel
from generator.model.head import Kapitel
from generator.model.kinds import IN_CHAPTER, kind_of
from generator.model.level_words import of_goals
from generator.model.strategy import Strategy
from generator.model.text import Prosatext


class Numbering(Struct, frozen=True):
    """``sections`` maps IDs to "4.1", ``figures`` IDs to 1, 2, …, ``goals`` IDs to "7.2".

    ``homes`` names the text (ID, "vor" or "nach") in which a figure stands.
    """

    chapters: tuple[Kapitel, ...]
    sections: dict[str, str]
    figures: dict[str, int]
    homes: dict[str, tuple[str, str]]
    goals: Mapping[str, str] = field(default_factory=dict)


def number(strategy: Strategy) -> Numbering:
    """Compute all numbers; figures are counted in the order in which they are printed."""
    chapters = printed_chapters(strategy)
    sections = _sections(strategy, chapters)
    homes: dict[str, tuple[str, str]] = {}
    known = {figure.id for figure in strategy.abbildungen}
    markup = {(text.id, text.stelle): found for text, found in strategy.markup}
    for text in _texts_in_print_order(strategy, chapters):
        for token in markup[text.id, text.stelle]:
            if token.kind == "abbildung" and token.argument in known:
                homes.setdefault(token.argument, (text.id, text.stelle))
    figures = {identity: index for index, identity in enumerate(homes, start=1)}
    return Numbering(chapters, sections, figures, homes, goal_numbers(strategy))


def printed_chapters(strategy: Strategy) -> tuple[Kapitel, ...]:
    """The chapters of strategy.yaml, and those for goals and Empfehlungen where it names none."""
    chapters = list(strategy.kopf.kapitel)
    contents = {chapter.inhalt for chapter in chapters}
    if "ziele" not in contents:
        title = of_goals(strategy).many
        chapters.append(Kapitel(id=_free("ziele", chapters), titel=title, inhalt="ziele"))
    if "empfehlungen" not in contents and strategy.themen:
        identity = _free("empfehlungen", chapters)
        chapters.append(Kapitel(id=identity, titel="Empfehlungen", inhalt="empfehlungen"))
    return tuple(chapters)


def _free(identity: str, chapters: Sequence[Kapitel]) -> str:
    """An ID that no chapter of text has, whose prose would be printed in both."""
    taken = {chapter.id.lower() for chapter in chapters}
    while identity in taken:
        identity += "_"
    return identity


def _sections(strategy: Strategy, chapters: tuple[Kapitel, ...]) -> dict[str, str]:
    sections: dict[str, str] = {}
    count = 0
    for chapter in chapters:
        if not chapter.nummeriert:
            continue
        count += 1
        sections.setdefault(chapter.id, str(count))
        parts = (part for part in inside(strategy, chapter) if not isinstance(part, Ziel))
        for index, part in enumerate(parts, start=1):
            sections.setdefault(part.id, f"{count}.{index}")
    return sections


def _texts_in_print_order(strategy: Strategy, chapters: tuple[Kapitel, ...]) -> Iterator[Prosatext]:
    texts = strategy.texts_by_id
    for place in places_in_print_order(strategy, chapters):
        text = texts.get(place)
        if text is not None:
            yield text


def places_in_print_order(
    strategy: Strategy, chapters: tuple[Kapitel, ...]
) -> Iterator[tuple[str, str]]:
    """Every element and "vor" or "nach": where its text stands, or would; "vor" before what is below."""
    for chapter in chapters:
        yield from _places(strategy, chapter)


def inside(strategy: Strategy, chapter: Kapitel) -> Iterator[Element]:
    """What stands directly in a chapter besides its text, as it is printed."""
    if chapter.inhalt == "ziele":
        yield from strategy.ziele.tops
        return
    for kind in IN_CHAPTER.get(chapter.inhalt, ()):
        yield from kind.of(strategy)


def _places(strategy: Strategy, chapter: Kapitel) -> Iterator[tuple[str, str]]:
    """Where texts may stand in a chapter; elements are walked parents first, as they are printed."""
    yield chapter.id, "vor"
    yield from _around(inside(strategy, chapter))
    yield chapter.id, "nach"


def _around(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        yield element.id, "vor"
        yield from _around(kind_of(element).below(element))
        yield element.id, "nach"
