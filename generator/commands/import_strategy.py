"""``strategie import``: the file of an existing strategy to a new folder, and what to tell of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from generator.arguments import Arguments
from generator.commands.init import Ask
from generator.errors import GeneratorError
from generator.model.koerperschaft import Koerperschaft
from generator.model.strategy import Strategy
from generator.read.files import content, printable
from generator.receive.foreign import ForeignDocument


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
    document, body = _answered(read_source(arguments.source, docx), ask)
    made = imported(document, profile, day, _edition(arguments), body)
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


def _answered(
    document: ForeignDocument, ask: Ask | None
) -> tuple[ForeignDocument, Koerperschaft | None]:
    """What the source does not tell of itself, asked on a terminal; an empty answer leaves it open."""
    from generator.importing.county import body_of
    from generator.starting.wishes import body

    if ask is None:
        return document, None
    if not document.title:
        document = replace(
            document, title=_answer(ask, "Titel der Strategie (leer: Name der Datei): ")
        )
    if body_of(document)[1]:
        return document, None
    question = "Name der Körperschaft, etwa Stadt Musterau (leer: bleibt offen): "
    while name := _answer(ask, question):
        try:
            return document, body(name, None, None)
        except GeneratorError as error:
            question = f"{error.message} {question}"
    return document, None


def _answer(ask: Ask, question: str) -> str:
    try:
        return " ".join(ask(question).split())
    except EOFError:
        return ""
