"""A comparison with the previous edition to a short list of what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compare.lineage import Lineage
from generator.model.change_kinds import CHANGES
from generator.model.head import Kopf
from generator.render.blocks import Block, Inline, Item, Listing, Paragraph, Run
from generator.render.documents.context import Context
from generator.render.documents.pieces import heading, sentence
from generator.render.documents.telling.lineage_words import element_fate
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange

MOST_NAMES = 8
"""What is longer is cut with a count: this page is to stay one page."""
MOST_TITLES = 3
OTHERS = "Schreibweisen, Verzeichnisse, Angaben zur Strategie"
"""Changes of other levels and mere spellings are counted, not named: the Synopse lists them."""
TOLD_APART = frozenset({"responsibility", "addressee", "link"})
"""Kinds of which a mere spelling, or the naming of what a goal replaces, is one case."""
NEW, GONE = CHANGES["added"].label, CHANGES["removed"].label


def news_blocks(context: Context, telling: Telling | None) -> Iterator[Block]:
    """What changed, a line for each level; the whole list is in the Synopse."""
    yield heading(2, "Was ist neu?")
    if telling is None:
        yield sentence("Ein Vergleich mit einer früheren Fassung liegt nicht vor.")
        return
    former = f"Gegenüber der Vorgängerfassung ({telling.comparison.old.kopf.fassung.bezeichnung})"
    changes = telling.changes
    if not changes:
        yield sentence(f"{former} hat sich nichts geändert.")
        return
    # How many of each level are new, gone or reworded stands in the lines below; the page is full.
    noun = "eine Änderung" if len(changes) == 1 else f"{len(changes)} Änderungen"
    yield Paragraph((Run(f"{former} gibt es {noun}:"),), keep_with_next=True)
    yield Listing(tuple(_items(context, changes, telling.comparison.lineage)))


def _items(context: Context, changes: tuple[ToldChange, ...], lineage: Lineage) -> Iterator[Item]:
    """Levels in the order of the hierarchy; each with its kinds of change and their IDs."""
    words = level_words(context.strategy.kopf)
    groups: dict[str, dict[str, list[str]]] = {}
    others = 0
    for told in changes:
        change = told.source.change
        if change.level not in words or told.source.by_itself == "spelling":
            others += 1
        else:
            kinds = groups.setdefault(change.level, {})
            kinds.setdefault(_word(told), []).append(change.id)
    for level in sorted(groups, key=list(words).index):
        _without_what_is_new(groups[level])
        most = MOST_TITLES if level == "kapitel" else MOST_NAMES
        yield _item(context, words[level], groups[level], lineage, most)
    if others:
        count = "eine Änderung" if others == 1 else f"{others} Änderungen"
        yield Item((Run(f"{OTHERS}: ", bold=True), Run(count)))


def _without_what_is_new(kinds: dict[str, list[str]]) -> None:
    """Of what is new nothing else is new as well."""
    new = set(kinds.get(NEW, ()))
    for kind in [kind for kind in kinds if kind != NEW]:
        kinds[kind] = [identity for identity in kinds[kind] if identity not in new]
        if not kinds[kind]:
            del kinds[kind]


def level_words(kopf: Kopf) -> dict[str, str]:
    """Levels as changes name them, to their plurals in print, the hierarchy first."""
    hierarchy = {stufe.name.lower(): stufe.mehrzahl for stufe in kopf.stufen}
    return {"handlungsfeld": "Handlungsfelder", **hierarchy, "empfehlung": "Empfehlungen",
            "thema": "Themen der Empfehlungen", "kapitel": "Kapitel", "text": "Texte"}  # fmt: skip


def _item(
    context: Context, title: str, kinds: dict[str, list[str]], lineage: Lineage, most: int
) -> Item:
    """Of titles, which are long, no more than ``most`` in all kinds together; the rest is counted."""
    parts: list[Inline] = [Run(f"{title}: ", bold=True)]
    left = most
    for index, (kind, identities) in enumerate(kinds.items()):
        parts.append(Run(f"; {kind}: " if index else f"{kind}: "))
        if most < MOST_NAMES and len(identities) > left:
            parts.append(Run(str(len(identities))))
            continue
        left -= len(identities)
        gone = kind == GONE
        parts += named(context, identities, lineage, level=False, fates=gone)
    return Item(tuple(parts))


def _word(told: ToldChange) -> str:
    """As the change list calls it, where one word for the kind would say too much or too little."""
    change = told.source.change
    origin = told.source.by_itself == "origin"
    apart = change.kind in TOLD_APART or change.fields == ("kuerzel",) or origin
    return told.what if apart else CHANGES[change.kind].label


def _fate(lineage: Lineage, id_: str) -> str:
    """What became of an element that is gone, in the fewest words: the Synopse says more."""
    heirs = lineage.heirs[id_]
    if len(heirs) > 1:
        return "geteilt"
    return element_fate(lineage, id_) if lineage.sources[heirs[0]] == (id_,) else "zusammengelegt"


def named(
    context: Context,
    identities: Iterable[str],
    lineage: Lineage,
    *,
    level: bool = True,
    fates: bool = False,
) -> Iterator[Inline]:
    """Links to changed elements; one that is gone is named as it was known and by its fate.

    Chapters and Handlungsfelder by their titles: who reads this page has not yet met their
    numbers. ``level``: whether a running number stands behind the name of its level.
    """
    names, shown = context.names, list(dict.fromkeys(identities))
    for index, identity in enumerate(shown[:MOST_NAMES]):
        if index:
            yield Run(", ")
        known = identity in context.strategy.by_id
        yield names.link(
            identity, names.spoken(identity, level=level) if known else lineage.shown(identity)
        )
        if fates and identity in lineage.heirs:
            yield Run(f" ({_fate(lineage, identity)})")
    rest = len(shown) - MOST_NAMES
    if rest > 0:
        yield Run(" und ein weiteres Element" if rest == 1 else f" und {rest} weitere")
