"""An edition and a list of changes to the new edition: the proof that the changes tell everything."""

from collections.abc import Iterable

from generator.compare.changes import Change, Piece, Place
from generator.compare.content import rebuild
from generator.compare.order import inserted, renamed_levels
from generator.model.goal import Ziel
from generator.model.kinds import STRATEGY
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.model.tree import Tree, tree

Arrivals = dict[str, list[tuple[str, str | None]]]
"""Per parent (key, key of the sibling before it), in document order."""


def apply(old: Strategy, changes: Iterable[Change]) -> Strategy:
    """``apply(old, diff(old, new))`` says what ``new`` says, house rules and reasons aside.

    House rules and reasons stay those of ``old``. A change whose neighbour is missing,
    because only some changes are applied, puts its element at the end.
    """
    given = tuple(changes)
    content = tree(old)
    _rename_levels(content, given)
    departed: set[str] = set()
    arrivals: Arrivals = {}
    for change in given:
        _apply_one(content, change, departed, arrivals)
    _arrange(content, departed, arrivals)
    return rebuild(content, old)


def _rename_levels(content: Tree, changes: tuple[Change, ...]) -> None:
    """Goals of a renamed level take its new key; the head itself follows as a field."""
    for change in changes:
        if change.kind != "levels" or not isinstance(change.after, tuple):
            continue
        kopf = content.records[STRATEGY]
        renamed = renamed_levels(kopf, kopf.model_copy(update=dict(change.after)))
        for key, record in content.records.items():
            if isinstance(record, Ziel) and record.stufe in renamed:
                content.records[key] = record.model_copy(update={"stufe": renamed[record.stufe]})


def _apply_one(content: Tree, change: Change, departed: set[str], arrivals: Arrivals) -> None:
    key, before, after = change.key, change.before, change.after
    if isinstance(before, Prosatext):
        content.texts.pop((before.id, before.stelle), None)
    if isinstance(after, Prosatext):
        content.texts[after.id, after.stelle] = after
    elif isinstance(after, Piece):
        content.records[key] = after.record
        arrivals.setdefault(after.place.parent, []).append((key, after.place.previous))
    elif isinstance(before, Piece):
        departed.add(key)
    elif isinstance(after, Place):
        departed.add(key)
        arrivals.setdefault(after.parent, []).append((key, after.previous))
        if after.stufe is not None:
            content.records[key] = content.records[key].model_copy(update={"stufe": after.stufe})
    elif after is not None:
        content.records[key] = content.records[key].model_copy(update=dict(after))


def _arrange(content: Tree, departed: set[str], arrivals: Arrivals) -> None:
    for parent, siblings in content.children.items():
        if not departed.isdisjoint(siblings):
            content.children[parent] = [key for key in siblings if key not in departed]
    for parent, arriving in arrivals.items():
        content.children[parent] = inserted(content.children.get(parent, []), arriving)
