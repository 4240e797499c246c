"""A path to the bytes of an ordinary file: whatever else lies there is one German sentence."""

import os
import stat
from pathlib import Path

from generator.errors import GeneratorError, system_reason

LIMIT = 16 << 20
"""Bytes of a file: a hundred times the largest of a real strategy."""
_PIECE = 1 << 16
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""A pipe that nobody writes to is opened at once, and then refused."""
_LEFT_BY_SYSTEMS = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"))
EDITIONS = "editions"


class TooLargeError(GeneratorError):
    """A file that is larger than what is read."""


def left_by_system(name: str) -> bool:
    """Whether a file is one that systems and editors leave beside ours: nobody typed it.

    Hidden ones (``._X`` of macOS, ``.#X`` of Emacs, ``.X.swp`` of vi, ``.~lock.X#`` of
    LibreOffice), ``~$X`` and ``~WRL0001.tmp`` of Word, ``X~``, ``#X#``, and what the Explorer keeps.
    """
    return (
        name[0] in ".~"
        or name[-1] == "~"
        or (name[0] == name[-1] == "#")
        or name.lower() in _LEFT_BY_SYSTEMS
    )


def content(path: str, shown: str) -> bytes | None:
    """The bytes of a file, None where there is none; ``shown`` is how the message names it.

    GeneratorError for a pipe or device, a link that leads nowhere or round in a circle,
    and what is too large or cannot be read.
    """
    try:
        return _read(path, shown)
    except (FileNotFoundError, NotADirectoryError):
        if not os.path.lexists(path):
            return None
        raise GeneratorError(
            f"{shown} ist ein Verweis (Symlink) auf «{printable(str(Path(path).readlink()))}», wo nichts liegt.",
            "Das Ziel zurückholen oder den Verweis durch die Datei ersetzen.",
        ) from None
    except OSError as error:
        raise GeneratorError(
            f"Die Datei {shown} lässt sich nicht lesen: {system_reason(error)}.",
            "Die Rechte prüfen, und ob die Datei in einem anderen Programm geöffnet oder gesperrt ist.",
        ) from error


def _read(path: str, shown: str) -> bytes:
    """Half the cost of ``open`` where there are thousands of small files."""
    file = os.open(path, _FLAGS)
    try:
        found = os.fstat(file)
        if not stat.S_ISREG(found.st_mode):
            raise _no_file(shown, stat.S_ISDIR(found.st_mode))
        data = os.read(file, min(found.st_size, LIMIT) + _PIECE)
        while len(data) <= LIMIT and (more := os.read(file, LIMIT)):
            data += more
    finally:
        os.close(file)
    if len(data) > LIMIT:
        raise TooLargeError(
            f"Die Datei {shown} ist größer als {LIMIT >> 20} MB und wird nicht gelesen.",
            "Vermutlich ist ihr Inhalt versehentlich vervielfacht; aus der Sicherung zurückholen.",
        )
    return data


def _no_file(shown: str, folder: bool) -> GeneratorError:
    what = "ein Ordner" if folder else "keine gewöhnliche Datei (sondern eine Pipe oder ein Gerät)"
    return GeneratorError(
        f"{shown} ist {what} und wird nicht gelesen.",
        "Durch eine Textdatei ersetzen.",
    )


def printable(name: str) -> str:
    r"""A name as messages and reports can hold it: a byte that is no UTF-8 as ``\xe4``, a line
    end as ``\n``, nothing that a terminal would obey.
    """
    if name.isascii() and name.isprintable():
        return name
    told = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in told)


def project_of(root: Path) -> Path:
    """What links in a strategy may point into: its git project, else the folder around it."""
    real = Path(os.path.realpath(root))
    for folder in (real, *real.parents):
        if os.path.lexists(folder / ".git"):
            return folder
    return (
        real.parents[min(2, len(real.parents) - 1)] if real.parent.name == EDITIONS else real.parent
    )


def refuse_leading_out(path: str, shown: str, project: Path) -> None:
    """GeneratorError for a link out of the project: what it shows could be anybody's file."""
    target = Path(os.path.realpath(path))
    if target != project and project not in target.parents:
        raise GeneratorError(
            f"{shown} ist ein Verweis (Symlink), der aus dem Projekt {printable(project.as_posix())} "
            f"hinausführt, nach {printable(target.as_posix())}.",
            "Verweisen darf die Strategie nur innerhalb des Projekts. Die Datei selbst in den Ordner legen.",
        )
