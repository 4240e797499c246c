"""The words of the command line to a checked record, with German help and errors."""

import argparse
import re
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct

from generator.argument_values import CommandWords, names, plain_text
from generator.errors import GeneratorError
from generator.exchange_arguments import EXCHANGE
from generator.returned_arguments import RETURNED
from generator.sealing_arguments import SEALING, refuse_half
from generator.shown_arguments import SHOWN, add_asof, add_period
from generator.starting_arguments import STARTING


class Arguments(Struct, frozen=True):
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
    found = vars(_parser(argv).parse_args(argv))
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


def _parser(argv: Sequence[str]) -> _Parser:
    """Of the command that is asked for; of all where none of them is."""
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
    for name in {*argv[:1]} & COMMANDS.keys() or COMMANDS:
        text, add = COMMANDS[name]
        add(_command(commands, name, text))
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


def _build(parser: ArgumentParser) -> None:
    _what_is_built(parser)
    _how_it_is_built(parser)
    add_period(parser)
    add_asof(parser)


def _what_is_built(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--output",
        type=Path,
        default=Path("output"),
        metavar="ORDNER",
        help="wohin (sonst: output)",
    )
    parser.add_argument(
        "--only", type=names, default=(), metavar="NAME,…", help="nur diese Erzeugnisse"
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


def _how_it_is_built(parser: ArgumentParser) -> None:
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
        type=plain_text,
        metavar="TEXT",
        help="Stand der Quelle, der in die Dokumenteigenschaften soll",
    )


COMMANDS: CommandWords = {
    **SHOWN,
    "build": ("die Dokumente erzeugen", _build),
    **SEALING,
    **RETURNED,
    **EXCHANGE,
    **STARTING,
}
"""All commands in the order in which the help lists them."""
