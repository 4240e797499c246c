"""A strategy to its printed titles, headings and names, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.corpus import PrintedLabel
from generator.model.goal import Ziel
from generator.model.kinds import kind_of
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy


def labels(strategy: Strategy, wordings: Iterable[Ziel | Empfehlung]) -> Iterator[PrintedLabel]:
    """Every label once; a heading over several of the ``wordings`` stands with the first of them."""
    kopf = strategy.kopf
    yield PrintedLabel("", kopf.titel, ("titel",))
    if kopf.kurzfassung:
        yield PrintedLabel("", kopf.kurzfassung, ("kurzfassung",))
    for term, meaning in kopf.glossar.items():
        yield PrintedLabel("", meaning, ("glossar", term))
    yield from (PrintedLabel("", note, ("hinweise", i)) for i, note in enumerate(kopf.hinweise))
    group = None
    for element in wordings:
        if element.gruppe and element.gruppe != group:
            yield PrintedLabel(element.id, element.gruppe, ("gruppe",))
        group = element.gruppe
        if element.titel:
            yield PrintedLabel(element.id, element.titel, ("titel",))
    for entry in strategy.elements():
        kind = kind_of(entry)
        if kind.record not in (Ziel, Empfehlung):
            for path, words in kind.words(entry):
                yield PrintedLabel(entry.id, words, path, path[0] in kind.foreign)
