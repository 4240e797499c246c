"""The words of the command that begins a strategy: ``init``."""

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
