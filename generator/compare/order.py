"""Two tables to the order in which their elements are told, and to the smallest set of moves."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from generator.model.head import Kopf
from generator.model.kinds import IN_CHAPTER, REGISTERS, STRATEGY
from generator.model.tree import TextKey, Tree, in_chapter

Told = str | TextKey
"""What a step of the document order names: the key of an element, or (ID, Stelle) of a text."""


def unmoved(positions: Sequence[int]) -> set[int]:
    """A longest increasing subsequence of distinct numbers, as a set; O(n log n)."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for number in positions:
        at = bisect_left(tails, number)
        before[number] = tails[at - 1] if at else None
        tails[at : at + 1] = [number]
    kept: set[int] = set()
    number_or_none = tails[-1] if tails else None
    while number_or_none is not None:
        kept.add(number_or_none)
        number_or_none = before[number_or_none]
    return kept


def document_order(old: Tree, new: Tree) -> Iterator[Told]:
    """Elements and texts of both editions as the new one prints them.

    What is gone stands where it stood: behind the sibling before it that still is there.
    """
    children = _merged(old, new)
    told: set[TextKey] = set()

    def text(identity: str, stelle: str) -> Iterator[Told]:
        at = (identity, stelle)
        if at not in told and (at in new.texts or at in old.texts):
            told.add(at)
            yield at

    def walk(parent: str) -> Iterator[Told]:
        for key in children.get(parent, ()):
            record = new.records.get(key) or old.records[key]
            yield key
            yield from text(record.id, "vor")
            yield from walk(key)
            yield from text(record.id, "nach")

    def chapters() -> Iterator[Told]:
        left = {content: in_chapter(content) for content in IN_CHAPTER}
        for key in children["kapitel"]:
            record = new.records.get(key) or old.records[key]
            yield key
            yield from text(record.id, "vor")
            for parent in left.pop(record.inhalt, ()) if key in new.records else ():
                yield from walk(parent)
            yield from text(record.id, "nach")
        for parents in left.values():
            for parent in parents:
                yield from walk(parent)

    yield STRATEGY
    yield from chapters()
    for register in REGISTERS:
        yield from walk(register.list)
    yield from sorted({*old.texts, *new.texts} - told)  # texts of no element


def _merged(old: Tree, new: Tree) -> dict[str, list[str]]:
    merged = dict(new.children)
    for parent, siblings in old.children.items():
        staying = set(new.children.get(parent, ()))
        gone: list[tuple[str, str | None]] = []
        previous: str | None = None
        for key in siblings:
            if key not in new.records:
                gone.append((key, previous))
            elif key not in staying:
                continue
            previous = key
        if gone:
            merged[parent] = inserted(new.children.get(parent, ()), gone)
    return merged


def inserted(siblings: Iterable[str], arriving: Iterable[tuple[str, str | None]]) -> list[str]:
    """Keys with further ones, each right behind the one named with it.

    None puts it in front, what is not there at the end.
    """
    result = list(siblings)
    for key, previous in arriving:
        place = len(result)
        if previous is None:
            place = 0
        elif previous in result:
            place = result.index(previous) + 1
        result.insert(place, key)
    return result


def renamed_levels(old: Kopf, new: Kopf) -> dict[str, str]:
    """Keys of levels that are called otherwise now, to their new key.

    A level is the same one when its key is; else when its prefix is; else when it
    stands at the same depth. Goals of a renamed level have not moved.
    """
    before = {s.schluessel: (s.praefix, depth) for depth, s in enumerate(old.stufen)}
    after = {s.schluessel: (s.praefix, depth) for depth, s in enumerate(new.stufen)}
    lost = [key for key in before if key not in after]
    found = [key for key in after if key not in before]
    renamed: dict[str, str] = {}
    for mark in (0, 1):
        for key in [k for k in lost if k not in renamed]:
            same = [k for k in found if after[k][mark] == before[key][mark]]
            if same:
                renamed[key] = same[0]
                found.remove(same[0])
    return renamed
