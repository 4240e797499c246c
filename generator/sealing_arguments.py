"""The words of the command that seals: ``freeze``, for an edition or a reporting period."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.edition_name import edition_name
from generator.errors import GeneratorError


def add_freeze(
    command: Callable[[str, str], ArgumentParser],
    text: Callable[[str], str],
    day: Callable[[str], date],
) -> None:
    """Add it; ``command`` makes the parser, ``text`` and ``day`` read a value."""
    parser = command(
        "freeze",
        "die Strategie als beschlossene Fassung siegeln und den nächsten Entwurf vorbereiten, "
        "oder einen Berichtszeitraum schließen",
    )
    parser.add_argument(
        "edition",
        nargs="?",
        type=edition_name,
        metavar="FASSUNG",
        help="Name der Fassung, zum Beispiel 2026",
    )
    parser.add_argument(
        "--zeitraum",
        dest="period",
        type=text,
        metavar="KENNUNG",
        help="statt einer Fassung: diesen Berichtszeitraum schließen",
    )
    parser.add_argument(
        "--beschluss",
        dest="number",
        type=text,
        metavar="NR",
        help="Nummer des Beschlusses",
    )
    parser.add_argument(
        "--datum",
        dest="day",
        type=day,
        metavar="JJJJ-MM-TT",
        help="Tag des Beschlusses",
    )


def refuse_half(found: dict[str, Any]) -> None:
    """An edition wants its number and day, a reporting period neither."""
    words = {"FASSUNG": "edition", "--beschluss": "number", "--datum": "day"}
    given = [word for word, name in words.items() if found[name] is not None]
    missing = [word for word in words if word not in given]
    if found["period"] is not None and given:
        raise GeneratorError(
            f"{', '.join(given)} gehört zu einer Fassung, --zeitraum schließt einen Berichtszeitraum.",
            "Beides nacheinander aufrufen.",
        )
    if found["period"] is None and missing:
        help_ = "Aufruf: strategie freeze --hilfe zeigt, was möglich ist."
        raise GeneratorError(f"Es fehlt: {', '.join(missing)}.", help_)
