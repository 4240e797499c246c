"""``strategie import``: the file of an existing strategy to a new folder, and what to tell of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.arguments import Arguments
from generator.commands.init import Ask
from generator.errors import GeneratorError
from generator.model.strategy import Strategy
from generator.read.files import content, printable


def run(arguments: Arguments, day: date, ask: Ask | None) -> str:
    """Read, recognise, write; ``ask`` is None where nobody sits before a terminal."""
    from generator.importing.imported import imported, read_source
    from generator.importing.profile_file import read_profile
    from generator.importing.receipt_report import IMPORT_FORMATS
    from generator.render.formats.docx.libreoffice import docx
    from generator.starting.project import found, refuse_unless_empty

    refuse_unless_empty(arguments.folder)
    profile = None
    if arguments.profile is not None:
        profile = read_profile(printable(arguments.profile.name), _profile(arguments.profile))
    document = read_source(arguments.source, docx)
    made = imported(document, profile, day, _edition(arguments))
    found(arguments.folder, made.files)
    return IMPORT_FORMATS[arguments.format](made.receipt, printable(arguments.folder.as_posix()))


def _profile(file: Path) -> bytes:
    shown = printable(file.as_posix())
    data = content(str(file), shown)
    if data is None:
        raise GeneratorError(f"Die Datei {shown} gibt es nicht.", "Ordner und Namen prüfen.")
    return data


def _edition(arguments: Arguments) -> Strategy | None:
    """The earlier edition: a folder, or its name among the editions of the strategy."""
    if arguments.against is None:
        return None
    from generator.checking import sound
    from generator.read.editions import origin_of

    origin = origin_of(arguments.against, arguments.strategy)
    return sound(origin, arguments.against)[1]
