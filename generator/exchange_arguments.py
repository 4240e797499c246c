"""The words of the commands that exchange with offices and other programs: ``export``."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path


def add_exchange(command: Callable[[str, str], ArgumentParser]) -> None:
    """Add them; ``command`` makes the parser of one from its name and what it does."""
    export = command(
        "export", "die ganze Strategie in einem offenen Format ausgeben (JSON, CSV, StratML)"
    )
    export.add_argument(
        "--output",
        dest="report",
        type=Path,
        required=True,
        metavar="DATEI",
        help="wohin; die Endung sagt das Format: .json, .csv (für Excel) oder .xml (StratML)",
    )
