"""Two editions and what moved between them to what the reader has to know in front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.head import Fassung, Kopf
from generator.render.blocks import Block
from generator.render.documents.edition_words import status
from generator.render.documents.pieces import bullets, heading, sentence
from generator.render.documents.together.moves import Move

NUMBERS = (
    "Die laufenden Nummern zählt das Programm in jeder Fassung neu. Wo sich dadurch nur die Nummer ändert, "
    "ist auch sie gekennzeichnet, obwohl sich der Inhalt nicht ändert."
)

REASONS = (
    "Zu jeder Änderung nennt ein Kommentar am Rand den Grund und wer nach den "
    "Beschlussregeln entscheidet (▲ Beschluss vorgesehen, △ nicht geregelt)."
)


def about(
    old: Kopf,
    new: Kopf,
    authors: tuple[str, ...],
    moved: Mapping[Move, tuple[str, ...]],
    reasons: object,
) -> Iterator[Block]:
    """Which editions are compared, how to read and settle the changes, and what moved.

    With ``reasons`` the margin gives them.
    """
    yield heading(1, "Zu diesem Dokument")
    yield from map(sentence, _sentences(old.fassung, new.fassung))
    yield sentence(_by(authors))
    if reasons:
        yield sentence(REASONS)
    told = (
        "Was an eine andere Stelle rückt, ist an der alten als gelöscht und an der neuen als "
        "eingefügt gekennzeichnet; ein Kommentar sagt an beiden, wohin oder woher, und nennt, "
        "was sonst noch anders war."
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
    if old.nummerierung or new.nummerierung:
        yield sentence(NUMBERS)


def _by(authors: tuple[str, ...]) -> str:
    """Whose marks these are, so that a reader can hide the editorial ones."""
    if len(authors) > 1:
        return (
            f"Als Urheber steht „{authors[0]}“, bei Änderungen, die den Sinn nicht berühren, "
            f"„{authors[1]}“: in Word lässt sich eines davon ausblenden (Überprüfen, Markup "
            "anzeigen, Bestimmte Personen)."
        )
    return f"Als Urheber der Änderungen steht „{authors[0]}“."


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
