"""``strategie init``: options, and on a terminal answers, to a new project and what to do next."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.arguments import Arguments
from generator.errors import GeneratorError
from generator.read.files import LIMIT, content, printable
from generator.starting.first_strategy import first_strategy
from generator.starting.goal_list import ListedField, listed_fields
from generator.starting.project import Ci, found, project_files, refuse_unless_empty
from generator.starting.wishes import USUAL, USUAL_FIELD, Wishes, body, levels

Ask = Callable[[str], str]
T = TypeVar("T")
_STDIN = Path("-")
_FORGES: dict[str | None, Ci] = {"github": "github", "gitlab": "gitlab"}


def run(arguments: Arguments, day: date, ask: Ask | None, pasted: Callable[[], bytes]) -> str:
    """Write the project; what to tell. ``ask`` is None where nobody sits, ``pasted`` reads stdin."""
    folder = arguments.folder
    refuse_unless_empty(folder)
    wishes = _wishes(arguments, ask if arguments.goals != _STDIN else None)
    goals = _goals(arguments.goals, pasted, len(wishes.stufen))
    strategy = first_strategy(wishes, goals, day)
    written = found(folder, project_files(strategy, _FORGES.get(arguments.ci)))
    return _told(folder, written, [goal for one in goals for goal in one.goals])


def _wishes(arguments: Arguments, ask: Ask | None) -> Wishes:
    """From the options; what they leave open is asked, an empty answer takes what is usual."""
    name = _answer(arguments.name, ask, "Name der Körperschaft (etwa Stadt Musterau): ", _same)
    art = arguments.art
    if ask and not art and not (name and _tells_kind(name)):
        art = _answer(None, ask, f"Art ({', '.join(USUAL)}): ", lambda art: _known(name, art))
    usual = body(name, art, None).gremium
    question = f"Wer beschließt [{usual}]: "
    made = _answer(arguments.gremium, ask, question, lambda word: body(name, art, word))
    question = "Stufen der Ziele von oben nach unten [Leitziel, Prozessziel, Ergebnisziel]: "
    stufen = _answer(arguments.levels, ask, question, lambda words: levels(_parts(words, ",")))
    question = f"Handlungsfelder, durch Semikolon getrennt [{USUAL_FIELD}]: "
    return Wishes(made, stufen, _answer(arguments.fields, ask, question, _fields))


def _same(text: str | None) -> str | None:
    return text


def _tells_kind(name: str | None) -> bool:
    try:
        body(name, None, None)
    except GeneratorError:
        return False
    return True


def _known(name: str | None, art: str | None) -> str | None:
    return body(name, art, None).art


def _answer(
    given: str | None, ask: Ask | None, question: str, made: Callable[[str | None], T]
) -> T:
    """What is made of an option or of an answer; asked anew until something can be made of it."""
    if given is not None or ask is None:
        return made(given)
    before = ""
    while True:
        try:
            return made(ask(before + question).strip() or None)
        except GeneratorError as error:
            before = f"{error.message} {error.hint}\n"
        except EOFError as error:
            raise GeneratorError(
                "Die Fragen sind nicht beantwortet; es ist nichts geschrieben.",
                "Alles lässt sich auch angeben: strategie init --hilfe.",
            ) from error


def _parts(text: str | None, sign: str) -> list[str]:
    if text is None:
        return []
    parts = [" ".join(part.split()) for part in text.split(sign)]
    if not all(parts):
        raise GeneratorError(
            f"In «{text}» ist eine Angabe leer.", f"Zwischen je zwei Angaben steht ein «{sign}»."
        )
    return parts


def _fields(text: str | None) -> tuple[str, ...]:
    parts = _parts(text, ";")
    twice = next((part for at, part in enumerate(parts) if part in parts[:at]), None)
    if twice:
        raise GeneratorError(
            f"Das Handlungsfeld «{twice}» ist zweimal genannt.", "Jedes nur einmal nennen."
        )
    return tuple(parts)


def _goals(file: Path | None, pasted: Callable[[], bytes], depth: int) -> tuple[ListedField, ...]:
    if file is None:
        return ()
    if file == _STDIN:
        return listed_fields("Eingabe", _limited(pasted()), depth)
    shown = printable(file.as_posix())
    data = content(str(file), shown)
    if data is None:
        raise GeneratorError(f"Die Datei {shown} gibt es nicht.", "Ordner und Namen prüfen.")
    return listed_fields(shown, data, depth)


def _limited(data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise GeneratorError(
            f"Die Eingabe ist größer als {LIMIT >> 20} MB.", "Nur die Liste der Ziele eingeben."
        )
    return data


def _told(folder: Path, written: Sequence[Path], goals: Sequence[object]) -> str:
    shown = printable(folder.as_posix())
    place = f'"{shown}"' if re.search(r"[^\w./:~-]", shown) else shown
    number = f"{len(written)} Dateien"
    taken = f", {len(goals)} Ziele übernommen" if len(goals) > 1 else ""
    return (
        f"Angelegt: {shown} ({number}{taken}).\n"
        "So geht es weiter:\n"
        f"1. In den Ordner wechseln (cd {place}) und die Dateien unter strategy/ ausfüllen.\n"
        "2. «strategie check» nennt, was noch nicht stimmt.\n"
        "3. «strategie build» erzeugt die Dokumente im Ordner output/.\n"
    )
