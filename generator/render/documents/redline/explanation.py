"""Two editions and what moved between them to what the reader has to know in front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.head import Fassung
from generator.render.blocks import Block
from generator.render.documents.edition_words import status
from generator.render.documents.pieces import bullets, heading, sentence
from generator.render.documents.together.moves import Move

NUMBERS = (
    "Die laufenden Nummern zählt das Programm in jeder Fassung neu. Wo sich dadurch nur die Nummer ändert, "
    "ist auch sie gekennzeichnet, obwohl sich der Inhalt nicht ändert."
)


def about(
    old: Fassung,
    new: Fassung,
    author: str,
    moved: Mapping[Move, tuple[str, ...]],
    *,
    numbered: bool,
) -> Iterator[Block]:
    """Which editions are compared, how to read and settle the changes, and what moved."""
    yield heading(1, "Zu diesem Dokument")
    yield from map(sentence, _sentences(old, new))
    told = (
        "Was an eine andere Stelle rückt, ist dort als gelöscht und hier als eingefügt "
        f"gekennzeichnet; als Urheber dieser Änderungen steht „{author} (verschoben …)“ mit dem, "
        "worunter es bisher stand oder nun steht."
    )
    if moved:
        told += (
            " Ebenso gekennzeichnet sind Verweise darauf, auch wo ihr Wortlaut gleich bleibt, denn "
            "sie führen zu der einen oder der anderen Stelle. Verschoben sind:"
        )
    yield sentence(told)
    if moved:
        ways = (f"{', '.join(names)} ({move.way})" for move, names in moved.items())
        yield bullets(ways)
    if numbered:
        yield sentence(NUMBERS)


def _sentences(old: Fassung, new: Fassung) -> tuple[str, ...]:
    return (
        f"Dieses Dokument zeigt, was sich von der {_named(old)} zur {_named(new)} ändert. "
        "Eingefügtes und Gelöschtes ist mit der Änderungsverfolgung gekennzeichnet "
        "(in Word unter „Überprüfen“).",
        "Werden alle Änderungen angenommen, bleibt die neue Fassung, werden alle abgelehnt, "
        "die bisherige. Die Nummern von Überschriften und Verweisen berechnet Word: danach "
        "alles markieren (Strg+A) und mit F9 aktualisieren.",
    )


def _named(fassung: Fassung) -> str:
    return f"Fassung „{fassung.bezeichnung}“ ({status(fassung)})"
