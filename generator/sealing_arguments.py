"""The words of the command that seals: ``freeze``, for an edition or a reporting period."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from generator.argument_values import CommandWords, calendar_day, plain_text
from generator.edition_name import edition_name
from generator.errors import GeneratorError


def _freeze(parser: ArgumentParser) -> None:
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
        type=plain_text,
        metavar="KENNUNG",
        help="statt einer Fassung: diesen Berichtszeitraum schließen",
    )
    parser.add_argument(
        "--beschluss",
        dest="number",
        type=plain_text,
        metavar="NR",
        help="Nummer des Beschlusses",
    )
    parser.add_argument(
        "--datum",
        dest="day",
        type=calendar_day,
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


SEALING: CommandWords = {
    "freeze": (
        "die Strategie als beschlossene Fassung siegeln und den nächsten Entwurf vorbereiten, "
        "oder einen Berichtszeitraum schließen",
        _freeze,
    )
}
