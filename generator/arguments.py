"""The words of the command line to a checked record, with German help and errors."""

import argparse
import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from generator.errors import GeneratorError
from generator.exchange_arguments import add_exchange
from generator.returned_arguments import add_returned
from generator.sealing_arguments import add_freeze, refuse_half
from generator.shown_arguments import add_asof, add_period, add_shown
from generator.starting_arguments import add_import, add_init


@dataclass(frozen=True)
class Arguments:
    """What the user asked for; each command reads its own fields."""

    command: str
    strategy: Path
    format: str = "text"
    strict: bool = False
    quick: bool = False
    words: bool = False
    asof: date | None = None
    output: Path = Path("output")
    only: tuple[str, ...] = ()
    against: str | None = None
    pages: str = "auto"
    despite_errors: bool = False
    every: bool = False
    remarks: bool = False
    pdf: bool = False
    actor: str | None = None
    numbered_lines: bool = False
    revision: str | None = None
    side: str | None = None
    newer: str | None = None
    exit_code: bool = False
    rule: str | None = None
    edition: str | None = None
    period: str | None = None
    body: str | None = None
    field: str | None = None
    state: str | None = None
    number: str | None = None
    day: date | None = None
    files: tuple[Path, ...] = ()
    record: bool = False
    apply: bool = False
    open: bool = False
    report: Path | None = None
    folder: Path = Path()
    name: str | None = None
    art: str | None = None
    gremium: str | None = None
    levels: str | None = None
    fields: str | None = None
    goals: Path | None = None
    ci: str | None = None
    source: Path = Path()
    profile: Path | None = None


_ENGLISH = (
    (r"unrecognized arguments: (.*)", r"Diese Angabe ist nicht bekannt: \1."),
    (r"argument (.*?): invalid choice: '(.*?)' \(choose from (.*)\)", r"«\2» gibt es hier nicht. Möglich sind: \3."),
    (r"the following arguments are required: (.*)", r"Es fehlt: \1."),
    (r"argument (.*?): expected one argument", r"Nach \1 fehlt ein Wert."),
    (r"ambiguous option: (.*?) could match (.*)", r"\1 ist nicht eindeutig; gemeint sein kann: \2."),
    (r"argument (.*?): ignored explicit argument (.*)", r"\1 hat keinen Wert (\2 weglassen)."),
)  # fmt: skip


_LONGEST = 200
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


class _Parser(argparse.ArgumentParser):
    """argparse with German words."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False)
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--hilfe", "--help", action="help", help="diese Hilfe zeigen")

    def error(self, message: str) -> NoReturn:
        for pattern, german in _ENGLISH:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, german, message)
                break
        raise GeneratorError(message, f"Aufruf: {self.prog} --hilfe zeigt, was möglich ist.")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "Aufruf: ", 1)


def parse(argv: list[str]) -> Arguments:
    """GeneratorError (exit code 2) with a German sentence where the words make no sense."""
    for word in argv:
        _refuse_control(word)
    found = vars(_parser().parse_args(argv))
    if found["command"] == "freeze":
        refuse_half(found)
    return Arguments(**found | {"files": tuple(found.get("files") or ())})


def _refuse_control(word: str) -> None:
    """What comes from a script may hold signs that no document can."""
    if sign := _CONTROL.search(word):
        raise GeneratorError(
            f"«{ascii(word)[1:-1][:80]}» enthält ein unsichtbares Steuerzeichen (U+{ord(sign[0]):04X}).",
            "Die Angabe ohne dieses Zeichen machen; in einem Skript die Zeichenkette vorher säubern.",
        )


def _parser() -> _Parser:
    from generator import __version__

    parser = _Parser(
        prog="strategie",
        description="Kommunale Strategien prüfen, vergleichen und als Word-Dokument ausgeben.",
    )
    parser.add_argument(
        "--version", action="version", version=f"strategie {__version__}", help="die Version zeigen"
    )
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="BEFEHL", title="Befehle"
    )
    add_shown(partial(_command, commands), _day)
    _build(commands)
    add_freeze(partial(_command, commands), _text, _day)
    add_returned(partial(_command, commands))
    add_exchange(partial(_command, commands))
    add_init(partial(_command, commands), _text)
    add_import(partial(_command, commands))
    return parser


def _command(commands: Any, name: str, text: str) -> _Parser:
    parser: _Parser = commands.add_parser(
        name, help=text, description=text[0].upper() + text[1:] + "."
    )
    parser.add_argument(
        "--strategy",
        type=Path,
        default=Path("strategy"),
        metavar="ORDNER",
        help="Ordner der Strategie (sonst: strategy)",
    )
    return parser


def _build(commands: Any) -> None:
    parser = _command(commands, "build", "die Dokumente erzeugen")
    _what_is_built(parser)
    _how_it_is_built(parser)
    add_period(parser)
    add_asof(parser, _day)


def _what_is_built(parser: _Parser) -> None:
    parser.add_argument(
        "--output",
        type=Path,
        default=Path("output"),
        metavar="ORDNER",
        help="wohin (sonst: output)",
    )
    parser.add_argument(
        "--only", type=_names, default=(), metavar="NAME,…", help="nur diese Erzeugnisse"
    )
    parser.add_argument(
        "--against", metavar="FASSUNG", help="womit verglichen wird (sonst: der Vorgänger)"
    )
    parser.add_argument(
        "--alle",
        dest="every",
        action="store_true",
        help="in Synopse und Änderungsseite auch, was unverändert ist",
    )
    parser.add_argument(
        "--kommentare",
        dest="remarks",
        action="store_true",
        help="in der Änderungsfassung zu jeder Änderung Begründung und Zustimmung als Kommentar",
    )
    parser.add_argument(
        "--pdf", action="store_true", help="Strategie und Synopse auch als PDF; braucht LibreOffice"
    )
    parser.add_argument(
        "--zeilennummern",
        dest="numbered_lines",
        action="store_true",
        help="dazu eine Kopie der Strategie mit Zeilennummern am Rand",
    )


def _how_it_is_built(parser: _Parser) -> None:
    parser.add_argument(
        "--akteur",
        dest="actor",
        metavar="KENNUNG",
        help="nur den Auszug einer Stelle: ihre Ziele, woran sie hängen, wie weit sie sind",
    )
    parser.add_argument(
        "--pages",
        choices=("auto", "off", "require"),
        default="auto",
        help="Seitenzahlen durch LibreOffice",
    )
    parser.add_argument(
        "--trotz-fehlern",
        dest="despite_errors",
        action="store_true",
        help="trotz Fehlern erzeugen; jede Seite wird gekennzeichnet",
    )
    parser.add_argument(
        "--revision",
        type=_text,
        metavar="TEXT",
        help="Stand der Quelle, der in die Dokumenteigenschaften soll",
    )


def _text(text: str) -> str:
    """What goes into a document: of a byte that is no UTF-8 nobody knows which sign it means."""
    if len(text) > _LONGEST or (
        not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)
    ):
        raise GeneratorError(
            f"«{ascii(text)[1:-1][:80]}» ist als Angabe nicht möglich.",
            f"Erlaubt sind höchstens {_LONGEST} Zeichen in UTF-8.",
        )
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        known = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        said = f"Den Tag {text} gibt es nicht." if known else f"«{text}» ist kein Datum."
        raise GeneratorError(said, "Das Datum in der Form 2026-11-22 angeben.") from error


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
