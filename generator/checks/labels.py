"""A strategy to its printed titles, headings and names, each with the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.corpus import Label
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kapitel
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import Planung
from generator.model.strategy import Strategy


def labels(strategy: Strategy, wordings: Iterable[Ziel | Empfehlung]) -> Iterator[Label]:
    """Every label once; a heading over several of the ``wordings`` stands with the first of them."""
    kopf = strategy.kopf
    yield Label("", kopf.titel, ("titel",))
    yield from (Label("", note, ("hinweise", i)) for i, note in enumerate(kopf.hinweise))
    group = None
    for element in wordings:
        if element.gruppe and element.gruppe != group:
            yield Label(element.id, element.gruppe, ("gruppe",))
        group = element.gruppe
    titled: tuple[Kapitel | Handlungsfeld | Thema | Planung, ...]
    titled = (*kopf.kapitel, *strategy.ziele.handlungsfelder, *strategy.themen, *strategy.plaene)
    yield from (Label(entry.id, entry.titel, ("titel",)) for entry in titled)
    yield from (Label(actor.id, actor.name, ("name",)) for actor in strategy.akteure)
    for number in strategy.kennzahlen:
        yield Label(number.id, number.bezeichnung, ("bezeichnung",))
        if number.herkunft:
            yield Label(number.id, number.herkunft, ("herkunft",), foreign=True)
    for work in strategy.quellen:
        yield Label(work.id, work.urheber, ("urheber",), foreign=True)
        if work.titel:
            yield Label(work.id, work.titel, ("titel",), foreign=True)
    for figure in strategy.abbildungen:
        yield Label(figure.id, figure.titel, ("titel",))
        yield Label(figure.id, figure.alternativtext, ("alternativtext",))
        for index, station in enumerate(figure.stationen):
            text = f"{station.titel}\n{station.text or ''}"
            yield Label(figure.id, text, ("stationen", index))
