"""What libyaml finds wrong with the structure of a file, in German, and what most likely caused it."""

import re
from itertools import pairwise

_NO_BREAK = re.compile(r"^[ ]*\u00a0|:\u00a0|^[ ]*-\u00a0")
_LONG_DASH = re.compile(r"^\s*[–—•·]\s*\S")
_NO_BLANK_AFTER_DASH = re.compile(r"^\s*-[^\s-]")
_NO_BLANK_AFTER_COLON = re.compile(r"^\s*(?:- )?\w+:(?!//)[^\s]")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- )?\w+: +"(?:[^"\\]|\\.)*$""")
_QUOTES_INSIDE = re.compile(
    r"""^\s*(?:- )?\w+: +(?:"(?:[^"\\]|\\.)*" *[^\s#"]|'(?:[^']|'')*'[^\s'#])"""
)
_NEXT = re.compile(r"^\s*(?:- |\w+:(?:\s|$))")
_CAUSES = (
    (_NO_BREAK, "Hier steht ein geschütztes Leerzeichen, das wie ein gewöhnliches aussieht. Es löschen und ein Leerzeichen tippen."),
    (_LONG_DASH, "Ein Listeneintrag beginnt mit dem kurzen Strich und einem Leerzeichen («- »), hier steht ein anderes Zeichen. Es ersetzen."),
    (_NO_BLANK_AFTER_DASH, "Nach dem Strich am Anfang fehlt ein Leerzeichen («- »)."),
    (_NO_BLANK_AFTER_COLON, "Nach dem Doppelpunkt hinter dem Schlüssel fehlt ein Leerzeichen."),
    (_QUOTES_INSIDE, "Das Anführungszeichen im Text beendet ihn vorzeitig. Innen „ und “ verwenden oder die äußeren weglassen."),
)  # fmt: skip


def cause(text: str, line: int) -> tuple[int, str] | None:
    """The line (from 1) of a mistake that explains a problem met at ``line``, and what it is.

    The parser notices most mistakes a line or more after they were made.
    """
    lines = text.split("\n")
    for number in (line, line - 1):
        if 0 < number <= len(lines):
            for pattern, said in _CAUSES:
                if pattern.search(lines[number - 1]):
                    return number, said
    for number, (here, below) in enumerate(pairwise(lines), 1):
        if number >= line:
            return None
        if _OPEN_QUOTE.match(here) and _NEXT.match(below):
            return (
                number,
                "Vermutlich fehlt am Ende dieser Zeile das schließende Anführungszeichen.",
            )
    return None


_PROBLEMS = (
    ("mapping values are not allowed", "Hier steht ein Doppelpunkt, wo keiner erwartet wird. Enthält der Text einen Doppelpunkt, den ganzen Text in Anführungszeichen setzen; sonst die Einrückung prüfen."),
    ("could not find expected ':'", "In dieser oder der vorigen Zeile fehlt ein Doppelpunkt nach dem Schlüssel, oder die Einrückung stimmt nicht."),
    ("did not find expected key", "Die Einrückung passt nicht zu den Zeilen darüber, oder ein Text mit Anführungszeichen endet nicht richtig. Zeile an den Geschwistern ausrichten."),
    ("did not find expected '-' indicator", "Hier wird der nächste Listeneintrag («- ») erwartet, oder die Einrückung stimmt nicht."),
    ("found unexpected end of stream", "Ein Anführungszeichen oder eine Klammer wird geöffnet, aber nicht geschlossen."),
    ("found character that cannot start any token", "Ein Text darf nicht mit diesem Zeichen beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected ',' or", "In der Liste in Klammern fehlt ein Komma oder die schließende Klammer."),
    ("found unknown escape character", "Der umgekehrte Schrägstrich hat in doppelten Anführungszeichen eine Sonderbedeutung. Einfache Anführungszeichen verwenden."),
    ("block sequence entries are not allowed", "Ein Listeneintrag («- ») steht an einer Stelle, an der keiner sein kann. Einrückung prüfen."),
    ("found undefined alias", "Ein Text darf nicht mit * beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected alphabetic or numeric", "Ein Text darf nicht mit * oder & beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected <document start>", "Vor dieser Stelle endet der Inhalt der Datei bereits. Einrückung der Zeile prüfen."),
    ("did not find expected node content", "Hier fehlt ein Wert, oder ein Text beginnt mit einem Sonderzeichen und gehört in Anführungszeichen."),
)  # fmt: skip


def explain(problem: str) -> str:
    """What to do about a problem that libyaml names in English."""
    for english, german in _PROBLEMS:
        if english in problem:
            return german
    return f"Der Aufbau der Datei ist hier nicht lesbar ({problem}). Einrückung und Anführungszeichen prüfen."
