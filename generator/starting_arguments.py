"""The words of the commands that begin a strategy: ``init`` and ``import``."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

CI = ("github", "gitlab")


def add_init(
    command: Callable[[str, str], ArgumentParser],
    text: Callable[[str], str],
) -> None:
    """Add it; ``command`` makes its parser, ``text`` refuses what no document can hold."""
    init = command("init", "eine neue Strategie anlegen, in einem neuen oder leeren Ordner")
    init.add_argument("folder", type=Path, metavar="ORDNER", help="wohin; fehlt er, entsteht er")
    init.add_argument("--name", type=text, help="Name der Körperschaft, etwa «Stadt Musterau»")
    init.add_argument(
        "--art",
        metavar="ART",
        type=text,
        help="landkreis, stadt, gemeinde oder verband (sonst nach dem Namen)",
    )
    init.add_argument("--gremium", type=text, metavar="WORT", help="wer beschließt")
    init.add_argument(
        "--stufen",
        dest="levels",
        type=text,
        metavar="A,B,…",
        help="die Stufen der Ziele von oben nach unten, etwa Leitziel,Maßnahme; "
        "die Mehrzahl, wo das Programm sie nicht kennt: Leuchtturm/Leuchttürme",
    )
    init.add_argument(
        "--handlungsfelder",
        dest="fields",
        type=text,
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


def add_import(command: Callable[[str, str], ArgumentParser]) -> None:
    """Add it; ``command`` makes its parser."""
    parser = command(
        "import", "eine vorhandene Strategie einlesen, mit einem Bericht, was unsicher ist"
    )
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
