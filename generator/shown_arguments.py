"""The words of the commands that show what there is: ``check``, ``diff``, ``status``, ``explain`` and ``schema``."""

from argparse import ArgumentParser
from pathlib import Path

from generator.argument_values import CommandWords, calendar_day
from generator.render.report_formats import CHECK_FORMATS, DIFF_FORMATS, STATUS_FORMATS

_CHECK_OPTIONS = (
    ("--strict", "strict", "auch Warnungen gelten als nicht bestanden; zeigt, was zur Fortschreibung offen ist"),
    ("--schnell", "quick", "ohne den Vergleich mit dem, was das Dokument druckt, und ohne Regeln, die alle Texte noch einmal lesen"),
    ("--worte", "words", "auch Wörter nennen, die nur einmal vorkommen und einem häufigen fast gleichen"),
)  # fmt: skip


def add_period(parser: ArgumentParser) -> None:
    """At the end of which reporting period the reports are looked at."""
    parser.add_argument(
        "--zeitraum",
        dest="period",
        metavar="KENNUNG",
        help="Umsetzungsstand am Ende dieses Berichtszeitraums (sonst: der letzte mit Berichten)",
    )


def add_asof(parser: ArgumentParser) -> None:
    """For which day Fristen and the age of reports are looked at."""
    parser.add_argument(
        "--stichtag",
        dest="asof",
        type=calendar_day,
        metavar="JJJJ-MM-TT",
        help="Tag, an dem Fristen und das Alter der Berichte gemessen werden (sonst: der des Zeitraums)",
    )


def add_report(parser: ArgumentParser) -> None:
    """Where a report may go instead of the terminal."""
    parser.add_argument(
        "--output",
        dest="report",
        type=Path,
        metavar="DATEI",
        help="den Bericht in eine Datei schreiben (UTF-8) statt ihn zu zeigen",
    )


def _check(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--format",
        choices=tuple(CHECK_FORMATS),
        default="text",
        help="Form des Berichts",
    )
    for option, field, text in _CHECK_OPTIONS:
        parser.add_argument(option, dest=field, action="store_true", help=text)
    add_asof(parser)
    add_report(parser)


_STATUS_OPTIONS = (
    ("--akteur", "body", "ID", "nur, wofür diese Stelle oder ein Teil von ihr zuständig ist"),
    ("--feld", "field", "ID", "nur, was unter diesem Handlungsfeld oder Ziel steht"),
    ("--stand", "state", "STAND", "nur, was diesen Stand hat (Schlüssel der Skala; ohne: noch kein Bericht)"),
)  # fmt: skip


def _status(parser: ArgumentParser) -> None:
    for option, field, word, text in _STATUS_OPTIONS:
        parser.add_argument(option, dest=field, metavar=word, help=text)
    add_period(parser)
    add_asof(parser)
    parser.add_argument(
        "--format", choices=tuple(STATUS_FORMATS), default="text", help="Form der Übersicht"
    )
    add_report(parser)


def _diff(parser: ArgumentParser) -> None:
    parser.add_argument(
        "side",
        nargs="?",
        metavar="FASSUNG",
        help="womit verglichen wird: Name einer Fassung, ein Ordner oder git:STAND (sonst: der Vorgänger)",
    )
    parser.add_argument(
        "newer",
        nargs="?",
        metavar="NEUERE",
        help="was verglichen wird, ebenso angegeben (sonst: der Entwurf)",
    )
    parser.add_argument(
        "--format", choices=tuple(DIFF_FORMATS), default="text", help="Form der Liste"
    )
    parser.add_argument(
        "--exit-code",
        dest="exit_code",
        action="store_true",
        help="mit 1 enden, wenn sich etwas geändert hat",
    )
    add_report(parser)


def _explain(parser: ArgumentParser) -> None:
    parser.add_argument("rule", nargs="?", metavar="REGEL", help="zum Beispiel Z110")
    parser.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="Form der Erklärung"
    )
    add_report(parser)


def _schema(parser: ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="zum Beispiel goals")
    add_report(parser)


SHOWN: CommandWords = {
    "check": ("die Strategie prüfen; schreibt nichts", _check),
    "diff": ("zeigen, was sich geändert hat; schreibt nichts", _diff),
    "explain": ("eine Regel der Prüfung erklären, ohne Angabe alle auflisten", _explain),
    "status": ("zeigen, was aus den Zielen wurde; schreibt nichts", _status),
    "schema": (
        "das JSON-Schema einer Datei der Strategie zeigen, ohne Angabe alle auflisten",
        _schema,
    ),
}
