"""Whatever ends a command before its time to an exit code and the German sentences about it."""

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.errors import GeneratorError, system_reason

OK, FINDINGS, USAGE, BUG = 0, 1, 2, 3
LONGEST = 2000
"""Signs of a message: what it quotes may be of any length."""
_INDENT = " " * 11


class Failure(Struct, frozen=True):
    """What the process ends with, and what is said about it."""

    code: int
    text: str


@contextlib.contextmanager
def finished(sentence: str) -> Iterator[None]:
    """What a command has done even if what follows fails: told instead of "nothing was changed"."""
    try:
        yield
    except BaseException as error:
        error.add_note(sentence)
        raise


def failure(error: BaseException) -> Failure:
    """What is said, and what the process ends with."""
    done = " ".join(getattr(error, "__notes__", ()))
    if isinstance(error, GeneratorError):
        return _failure(error.exit_code, error.message, error.hint or done)
    if isinstance(error, KeyboardInterrupt):
        return _failure(USAGE, "abgebrochen.", done or "Die bisherigen Dateien sind unverändert.")
    if isinstance(error, MemoryError):
        return _failure(USAGE, "Der Arbeitsspeicher reicht nicht aus.", done)
    if isinstance(error, OSError):
        return _failure(USAGE, _of_the_world(error), done)
    return _bug(error, done or "Nichts wurde verändert.")


def _of_the_world(error: OSError) -> str:
    """What the program opens has a name; the one nameless file that it writes to is its output."""
    if not error.filename:
        return f"Was zu sagen war, ließ sich nicht ausgeben: {system_reason(error)}."
    path = os.fsencode(error.filename).decode("utf-8", "backslashreplace")
    return f"Auf {path} lässt sich nicht zugreifen: {system_reason(error)}."


def _failure(code: int, said: str, rest: str) -> Failure:
    text = f"strategie: {_bounded(said)}\n"
    told = _bounded(rest).replace("\n", f"\n{_INDENT}")
    return Failure(code, text + (f"{_INDENT}{told}\n" if rest else ""))


def _bounded(text: str) -> str:
    """Its beginning and end where it is too long, and no sign that a terminal would obey."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", text)
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"


def _bug(error: BaseException, done: str) -> Failure:
    """Logged where no project is touched; where there is no place for a log, it is in the text."""
    import traceback

    import platformdirs

    log = "".join(traceback.format_exception(error))
    said = f"strategie: Das ist ein Fehler im Programm, nicht in Ihrer Strategie. {done}\n{_INDENT}"
    try:
        folder = Path(platformdirs.user_state_dir("strategie", ensure_exists=True))
        file = folder / f"fehler-{time.strftime('%Y%m%d-%H%M%S')}.log"
        file.write_text(log, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return Failure(BUG, f"{log}{said}Das Protokoll steht oben; bitte weitergeben.\n")
    return Failure(BUG, f"{said}Das Protokoll liegt in {file}; bitte weitergeben.\n")
