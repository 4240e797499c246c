"""The text of a report to what is shown: itself, or where it now lies."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.arguments import Arguments
from generator.errors import GeneratorError

OK, FINDINGS = 0, 1


@dataclass(frozen=True)
class Shown:
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
    from generator.write import write_all

    file = Path(os.path.realpath(arguments.report))
    _refuse(file, arguments)
    write_all(file.parent, {file.name: report.encode()})
    return f"Bericht: {arguments.report.as_posix()}\n"


def _refuse(file: Path, arguments: Arguments) -> None:
    shown = str(arguments.report and arguments.report.as_posix())
    if file.is_dir():
        raise GeneratorError(f"{shown} ist ein Ordner.", "Hinter --output eine Datei angeben.")
    if file.exists() and not file.is_file():
        raise GeneratorError(
            f"{shown} ist keine gewöhnliche Datei.",
            "Hinter --output eine Datei angeben; ohne --output wird der Bericht gezeigt.",
        )
    if file.is_relative_to(os.path.realpath(arguments.strategy)):
        raise GeneratorError(
            f"{shown} liegt im Ordner der Strategie; dort steht nur, was zu ihr gehört.",
            "Den Bericht an eine andere Stelle schreiben.",
        )
