"""A comparison with the previous edition to what is new, in numbers: a line for each level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.change_kinds import CHANGES
from generator.model.german import counted_in_words
from generator.model.head import Kopf
from generator.render.blocks import Block, Item, Listing, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.strategy_document.overview import compact
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange

TITLE = "Was neu ist"
OTHERS = "Sonstiges"
"""Changes of registers and of the head, and mere spellings: the Synopse lists them."""
TOLD_APART = frozenset({"responsibility", "addressee", "link"})
"""Kinds of which a mere spelling, or the naming of what a goal replaces, is one case."""
NEW = CHANGES["added"].label


def news_blocks(context: Context, telling: Telling | None) -> Iterator[Block]:
    """How much changed; what it is stands in the Synopse."""
    if telling is None:
        yield compact(TITLE)
        said = "Ein Vergleich mit einer früheren Fassung liegt nicht vor."
        yield Paragraph((Run(said),), "brief")
        return
    former = telling.comparison.old.kopf.fassung.bezeichnung
    changes = telling.changes
    noun = counted_in_words(len(changes), "eine Änderung", "Änderungen") if changes else "nichts"
    yield compact(f"{TITLE} gegenüber „{former}“: {noun}")
    if changes:
        yield Listing(tuple(_items(context, changes)), brief=True)


def _items(context: Context, changes: tuple[ToldChange, ...]) -> Iterator[Item]:
    """Levels in the order of the hierarchy; each with its kinds of change and how often they occur."""
    words = level_words(context.strategy.kopf)
    groups: dict[str, dict[str, dict[str, None]]] = {}
    others = 0
    for told in changes:
        change = told.source.change
        if change.level not in words or told.source.by_itself == "spelling":
            others += 1
        else:
            kinds = groups.setdefault(change.level, {})
            kinds.setdefault(_word(told), {})[change.id] = None
    goals = {stufe.name.lower() for stufe in context.strategy.kopf.stufen}
    rest = []
    for level in sorted(groups, key=list(words).index):
        said = _said(groups[level])
        if level in goals or level == "handlungsfeld":
            yield Item((Run(f"{words[level]}: ", bold=True), Run(said)))
        else:
            rest.append(f"{words[level]}: {said}")
    if others:
        rest.append(f"{OTHERS}: {counted_in_words(others, 'eine Änderung', 'Änderungen')}")
    if rest:
        yield Item((Run("Außerdem: ", bold=True), Run("; ".join(rest))))


def _said(kinds: dict[str, dict[str, None]]) -> str:
    """How often what happened to elements of a level; what is new has not changed besides."""
    new = kinds.get(NEW, {})
    found = {
        kind: [one for one in elements if kind == NEW or one not in new]
        for kind, elements in kinds.items()
    }
    return ", ".join(_often(kind, len(ids)) for kind, ids in found.items() if ids)


def level_words(kopf: Kopf) -> dict[str, str]:
    """Levels as changes name them, to their plurals in print, the hierarchy first."""
    hierarchy = {stufe.name.lower(): stufe.mehrzahl for stufe in kopf.stufen}
    return {"handlungsfeld": "Handlungsfelder", **hierarchy, "empfehlung": "Empfehlungen",
            "thema": "Themen der Empfehlungen", "kapitel": "Kapitel", "text": "Texte"}  # fmt: skip


def _often(kind: str, count: int) -> str:
    """ "2 umformuliert", "Zuständigkeit geändert bei 3"."""
    return f"{count} {kind}" if " " not in kind else f"{kind} bei {count}"


def _word(told: ToldChange) -> str:
    """As the change list calls it, where one word for the kind would say too much or too little."""
    change = told.source.change
    origin = told.source.by_itself == "origin"
    apart = change.kind in TOLD_APART or change.fields == ("kuerzel",) or origin
    return told.what if apart else CHANGES[change.kind].label
