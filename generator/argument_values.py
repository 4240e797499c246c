"""What an argument of the command line may be: checked values, with German errors."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from datetime import date

from generator.errors import GeneratorError

CommandWords = Mapping[str, tuple[str, Callable[[ArgumentParser], None]]]
"""Name of a command -> what it does, and what adds its own arguments to its parser."""

_LONGEST = 200


def plain_text(text: str) -> str:
    """What goes into a document: of a byte that is no UTF-8 nobody knows which sign it means."""
    if len(text) > _LONGEST or (
        not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)
    ):
        raise GeneratorError(
            f"«{ascii(text)[1:-1][:80]}» ist als Angabe nicht möglich.",
            f"Erlaubt sind höchstens {_LONGEST} Zeichen in UTF-8.",
        )
    return text


def calendar_day(text: str) -> date:
    """A day in the form 2026-11-22."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        known = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        said = f"Den Tag {text} gibt es nicht." if known else f"«{text}» ist kein Datum."
        raise GeneratorError(said, "Das Datum in der Form 2026-11-22 angeben.") from error


def names(text: str) -> tuple[str, ...]:
    """Names between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())
