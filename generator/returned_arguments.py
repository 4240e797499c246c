"""The words of the commands that read what came back: ``review`` and ``verify``."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.render.reports.review_formats import REVIEW_FORMATS, VERIFY_FORMATS
from generator.shown_arguments import add_report


def add_returned(command: Callable[[str, str], ArgumentParser]) -> None:
    """Add both commands; ``command`` makes the parser of one from its name and what it does."""
    review = command(
        "review", "zeigen, was in zurückgekommenen Word-Dateien geändert und angemerkt ist"
    )
    _files(review, REVIEW_FORMATS)
    review.add_argument(
        "--record",
        action="store_true",
        help="in stellungnahmen.yaml festhalten, um dort zu entscheiden",
    )
    review.add_argument(
        "--apply",
        action="store_true",
        help="in die Strategie übernehmen, was in stellungnahmen.yaml so entschieden ist",
    )
    review.add_argument(
        "--offene",
        dest="open",
        action="store_true",
        help="mit --apply: was noch nicht entschieden ist und in keinem Widerspruch steht",
    )
    _files(
        command(
            "verify", "sagen, ob eine Word-Datei noch die ist, die erzeugt wurde; schreibt nichts"
        ),
        VERIFY_FORMATS,
    )


def _files(parser: ArgumentParser, formats: Iterable[str]) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="DATEI", help="zurückgekommene Word-Datei (.docx)"
    )
    parser.add_argument(
        "--format", choices=tuple(formats), default="text", help="Form des Berichts"
    )
    add_report(parser)
