"""The words of the commands that read what came back: ``review`` and ``verify``."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from generator.argument_values import CommandWords
from generator.render.reports.review_formats import REVIEW_FORMATS, VERIFY_FORMATS
from generator.shown_arguments import add_report


def _review(review: ArgumentParser) -> None:
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


def _verify(verify: ArgumentParser) -> None:
    _files(verify, VERIFY_FORMATS)


def _files(parser: ArgumentParser, formats: Iterable[str]) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="DATEI", help="zurückgekommene Word-Datei (.docx)"
    )
    parser.add_argument(
        "--format", choices=tuple(formats), default="text", help="Form des Berichts"
    )
    add_report(parser)


RETURNED: CommandWords = {
    "review": (
        "zeigen, was in zurückgekommenen Word-Dateien geändert und angemerkt ist",
        _review,
    ),
    "verify": (
        "sagen, ob eine Word-Datei noch die ist, die erzeugt wurde; schreibt nichts",
        _verify,
    ),
}
