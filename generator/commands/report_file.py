"""The text of a report to what is shown: itself, or where it now lies."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from generator.arguments import Arguments
from generator.errors import GeneratorError

OK, FINDINGS = 0, 1


class Shown(Struct, frozen=True):
    """What a command prints, and its exit code; ``kept`` is what it worked on."""

    text: str
    code: int = OK
    kept: object = None


def delivered(report: str, arguments: Arguments) -> str:
    """The report; where it is wanted in a file, that file is written and named.

    UTF-8 without a byte order mark and with LF, whatever the system: the redirection of
    PowerShell 5.1 writes UTF-16, which no forge reads. GeneratorError for a place where
    no report may lie.
    """
    if arguments.report is None:
        return report
    put(arguments.report, report.encode(), arguments)
    return f"Bericht: {arguments.report.as_posix()}\n"


def put(shown: Path, data: bytes, arguments: Arguments) -> None:
    """Write a file that was asked for by its name; GeneratorError for a place where it may not lie."""
    from generator.write import write_all

    file = Path(os.path.realpath(shown))
    _refuse(file, shown.as_posix(), arguments)
    write_all(file.parent, {file.name: data})


def _refuse(file: Path, shown: str, arguments: Arguments) -> None:
    if file.is_dir():
        raise GeneratorError(f"{shown} ist ein Ordner.", "Hinter --output eine Datei angeben.")
    if file.exists() and not file.is_file():
        raise GeneratorError(
            f"{shown} ist keine gewöhnliche Datei.",
            "Hinter --output eine Datei angeben.",
        )
    if file.is_relative_to(os.path.realpath(arguments.strategy)):
        raise GeneratorError(
            f"{shown} liegt im Ordner der Strategie; dort steht nur, was zu ihr gehört.",
            "An eine andere Stelle schreiben.",
        )
