"""The words of the commands that begin a strategy: ``init`` and ``import``."""

from argparse import ArgumentParser
from pathlib import Path

from generator.argument_values import CommandWords, plain_text

CI = ("github", "gitlab")


def _init(init: ArgumentParser) -> None:
    init.add_argument("folder", type=Path, metavar="ORDNER", help="wohin; fehlt er, entsteht er")
    init.add_argument(
        "--name", type=plain_text, help="Name der Körperschaft, etwa «Stadt Musterau»"
    )
    init.add_argument(
        "--art",
        metavar="ART",
        type=plain_text,
        help="landkreis, stadt, gemeinde oder verband (sonst nach dem Namen)",
    )
    init.add_argument("--gremium", type=plain_text, metavar="WORT", help="wer beschließt")
    init.add_argument(
        "--stufen",
        dest="levels",
        type=plain_text,
        metavar="A,B,…",
        help="die Stufen der Ziele von oben nach unten, etwa Leitziel,Maßnahme; "
        "die Mehrzahl, wo das Programm sie nicht kennt: Leuchtturm/Leuchttürme",
    )
    init.add_argument(
        "--handlungsfelder",
        dest="fields",
        type=plain_text,
        metavar="A;B;…",
        help="die Handlungsfelder, durch Semikolon getrennt",
    )
    init.add_argument(
        "--ziele",
        dest="goals",
        type=Path,
        metavar="DATEI",
        help="Ziele aus einer Textdatei, je Zeile eines, eingerückte stehen darunter; - liest die Eingabe",
    )
    init.add_argument("--ci", choices=CI, help="auch die Datei für die Prüfung bei jeder Änderung")


def _import(parser: ArgumentParser) -> None:
    parser.add_argument(
        "source", type=Path, metavar="DATEI", help="Word (.docx, .doc), .odt, .pdf, .md oder .txt"
    )
    parser.add_argument(
        "--output",
        dest="folder",
        type=Path,
        required=True,
        metavar="ORDNER",
        help="wohin: ein neuer oder leerer Ordner, er wird der Ordner der Strategie",
    )
    parser.add_argument(
        "--profil",
        dest="profile",
        type=Path,
        metavar="DATEI",
        help="woran die Stufen zu erkennen sind; profil.yaml eines früheren Laufs, berichtigt",
    )
    parser.add_argument(
        "--gegen",
        dest="against",
        metavar="FASSUNG",
        help="Ordner einer früheren Fassung, deren Kennungen weiter gelten",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="Form des Berichts"
    )


STARTING: CommandWords = {
    "init": ("eine neue Strategie anlegen, in einem neuen oder leeren Ordner", _init),
    "import": (
        "eine vorhandene Strategie einlesen, mit einem Bericht, was unsicher ist",
        _import,
    ),
}
