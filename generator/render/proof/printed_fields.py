"""The printed fields of every element against the blocks that say they print them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.address import MAIN_PLACES
from generator.model.goal import Zustaendigkeit
from generator.model.kinds import kind_of
from generator.model.parts import HOMES, left_out
from generator.model.print_gap import PrintGap
from generator.model.register import Abbildung, FruehererName
from generator.model.strategy import Strategy
from generator.render.proof.leftover import leftover_in
from generator.render.proof.printed import PrintedLine
from generator.render.proof.typed import seen


def field_gaps(strategy: Strategy, shown: Iterable[PrintedLine]) -> Iterator[PrintGap]:
    """The fields whose words no line of their element prints where they have their place.

    That a wording stands in an overview is no excuse for its missing in its chapter; entries of
    parts left out are named there.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    groups: set[str] = set()
    figures: set[str] = set()
    for address, words in shown:
        if address is not None:
            if address.place in MAIN_PLACES:
                found[address.element].append(words)
            if address.field == "gruppe":
                groups.add(seen(words))
            figures.add(address.element)
    gone = left_out(strategy)
    unprinted = {kind for kind, part in HOMES.items() if part in gone}
    for element in strategy.elements():
        if isinstance(element, Abbildung) and element.id not in figures:
            continue  # that it is used nowhere is another finding
        there = seen("\n".join(found.get(element.id, ())))
        kind = kind_of(element)
        for name in kind.lines:
            for path, typed in _texts(name, getattr(element, name)):
                words = seen(typed)
                named = name == "gruppe" and words in groups
                if words not in there and not named and kind.key not in unprinted:
                    yield PrintGap("lost", element.id, "", 0, typed, "", path)
                if sign := leftover_in(typed):
                    yield PrintGap("markup", element.id, "", 0, *sign, path)


def _texts(name: str, value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts in a field, each with the way to it."""
    if isinstance(value, str):
        yield (name,), value
    for index, entry in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(entry, str):
            yield (name, index), entry
        elif isinstance(entry, Zustaendigkeit) and entry.wortlaut:
            yield (name, index), entry.wortlaut
        elif isinstance(entry, FruehererName):
            yield (name, index), entry.name
