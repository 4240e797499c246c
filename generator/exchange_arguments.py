"""The words of the commands that exchange with offices and other programs: ``sheets``, ``collect``, ``export``."""

from argparse import ArgumentParser
from pathlib import Path

from generator.argument_values import CommandWords
from generator.render.collect_formats import COLLECT_FORMATS
from generator.shown_arguments import add_report


def _sheets(sheets: ArgumentParser) -> None:
    sheets.add_argument(
        "--output",
        type=Path,
        required=True,
        metavar="ORDNER",
        help="wohin; eigene Spalten aus Bögen, die dort schon liegen, bleiben erhalten",
    )
    sheets.add_argument(
        "--aus",
        dest="files",
        nargs="+",
        type=Path,
        default=(),
        metavar="DATEI",
        help="zurückgekommene Bögen, deren eigene Spalten erhalten bleiben",
    )


def _collect(collect: ArgumentParser) -> None:
    collect.add_argument(
        "files", nargs="+", type=Path, metavar="DATEI", help="zurückgekommener Bogen (.xlsx)"
    )
    collect.add_argument(
        "--record", action="store_true", help="in progress.yaml eintragen, was passt"
    )
    collect.add_argument(
        "--format", choices=tuple(COLLECT_FORMATS), default="text", help="Form des Berichts"
    )
    add_report(collect)


def _export(export: ArgumentParser) -> None:
    export.add_argument(
        "--output",
        dest="report",
        type=Path,
        required=True,
        metavar="DATEI",
        help="wohin; die Endung sagt das Format: .json, .csv (für Excel) oder .xml (StratML)",
    )


EXCHANGE: CommandWords = {
    "sheets": ("je Stelle einen Bogen für Excel schreiben, in dem sie berichtet", _sheets),
    "collect": ("zeigen, was in zurückgekommenen Bögen steht und was nicht passt", _collect),
    "export": (
        "die ganze Strategie in einem offenen Format ausgeben (JSON, CSV, StratML)",
        _export,
    ),
}
