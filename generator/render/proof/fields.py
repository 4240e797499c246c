"""The printed fields of every element against the blocks that say they print them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from generator.model.goal import Handlungsfeld, Ziel, Zustaendigkeit
from generator.model.head import Kapitel
from generator.model.print_gap import PrintGap
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import Abbildung, Akteur, FruehererName, Kennzahl, Planung, Quelle
from generator.model.strategy import Strategy
from generator.render.proof.leftover import leftover_in
from generator.render.proof.printed import Line
from generator.render.proof.typed import seen

PRINTED: Mapping[type[Any], tuple[str, ...]] = MappingProxyType(
    {
        Kapitel: ("titel",),
        Handlungsfeld: ("titel",),
        Ziel: ("text", "kuerzel", "gruppe", "zustaendig"),
        Thema: ("titel",),
        Empfehlung: ("text", "kuerzel", "gruppe", "adressaten"),
        Akteur: ("name", "frueher"),
        Kennzahl: ("bezeichnung", "wert", "einheit", "gebiet", "stichtag", "herkunft"),
        Quelle: ("urheber", "jahr", "titel", "ort", "adresse"),
        Planung: ("titel", "stand"),
        Abbildung: ("titel", "quelle"),
    }
)
"""What of an element a reader finds in the document; the rest steers the program, is a reference
or is told otherwise (the stations of a figure are drawn)."""


def field_gaps(strategy: Strategy, shown: Iterable[Line]) -> Iterator[PrintGap]:
    """The fields whose words no line of their element prints."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    groups: set[str] = set()
    figures: set[str] = set()
    for address, words in shown:
        if address is not None:
            found[address.element].append(words)
            if address.field == "gruppe":
                groups.add(seen(words))
            figures.add(address.element)
    for element in strategy.elements():
        if isinstance(element, Abbildung) and element.id not in figures:
            continue  # that it is used nowhere is another finding
        there = seen("\n".join(found.get(element.id, ())))
        for name in PRINTED[type(element)]:
            for path, typed in _texts(name, getattr(element, name)):
                words = seen(typed)
                if words not in there and not (name == "gruppe" and words in groups):
                    yield PrintGap("lost", element.id, "", 0, typed, "", path)
                if sign := leftover_in(typed):
                    yield PrintGap("markup", element.id, "", 0, *sign, path)


def _texts(name: str, value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts in a field, each with the way to it."""
    if isinstance(value, str):
        yield (name,), value
    for index, entry in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(entry, Zustaendigkeit) and entry.wortlaut:
            yield (name, index), entry.wortlaut
        elif isinstance(entry, FruehererName):
            yield (name, index), entry.name
