"""What libyaml finds wrong with the structure of a file, in German, and what most likely caused it."""

import re
from itertools import pairwise
from typing import NamedTuple

_NO_BREAK = re.compile(r"^[ ]*\u00a0|:\u00a0|^[ ]*-\u00a0")
_LONG_DASH = re.compile(r"^\s*[–—•·]\s*\S")
_NO_BLANK_AFTER_DASH = re.compile(r"^\s*-[^\s-]")
_NO_BLANK_AFTER_COLON = re.compile(r"^\s*(?:- )?\w+:(?!//)[^\s]")
_OPEN_QUOTE = re.compile(r"""^\s*(?:- )?\w+: +"(?:[^"\\]|\\.)*$""")
_QUOTES_INSIDE = re.compile(
    r"""^\s*(?:- )*(?:\w+: +)?(?:"(?:[^"\\]|\\.)*" *[^\s#":,]|'(?:[^']|'')*' *[^\s'#:,])"""
)
_NEXT = re.compile(r"^\s*(?:- |\w+:(?:\s|$))")
_CAUSES = (
    (_NO_BREAK, "Hier steht ein geschütztes Leerzeichen, das wie ein gewöhnliches aussieht. Es löschen und ein Leerzeichen tippen."),
    (_LONG_DASH, "Ein Listeneintrag beginnt mit dem kurzen Strich und einem Leerzeichen («- »), hier steht ein anderes Zeichen. Es ersetzen."),
    (_NO_BLANK_AFTER_DASH, "Nach dem Strich am Anfang fehlt ein Leerzeichen («- »)."),
    (_NO_BLANK_AFTER_COLON, "Nach dem Doppelpunkt hinter dem Schlüssel fehlt ein Leerzeichen."),
    (_QUOTES_INSIDE, "Das Anführungszeichen im Text beendet ihn vorzeitig. Innen „ und “ verwenden oder die äußeren weglassen."),
)  # fmt: skip


_VALUE = re.compile(r"\s*(?:- +)*(?:\w+: +)?(?P<value>\S.*)")
_WORDING = re.compile(r"\s*(?:- +)*(?:text|titel|name|bezeichnung|begruendung|grund): ")
_BLOCK = re.compile(r"[>|][-+0-9]*\s*(?:#.*)?")
_CLOSING = {"[": "]", "{": "}"}


class Cause(NamedTuple):
    """Line and column (from 1) of a mistake, and what it is."""

    line: int
    column: int
    said: str


def cause(text: str, line: int, began: int) -> Cause | None:
    """The mistake that explains a problem met at ``line`` in what began at ``began`` (from 1).

    The parser notices most mistakes a line or more after they were made.
    """
    lines = text.split("\n")
    for number in (line, line - 1):
        if 0 < number <= len(lines):
            for pattern, said in _CAUSES:
                if pattern.search(lines[number - 1]):
                    return Cause(number, 1, said)
    for number in (line, began):
        if number <= len(lines) and (column := _sign_of_yaml(lines[number - 1])):
            sign = lines[number - 1][column - 1]
            said = f"Ein Text darf nicht mit {sign} beginnen. Den ganzen Text in Anführungszeichen setzen."
            return Cause(number, column, said)
    for number, (here, below) in enumerate(pairwise(lines), 1):
        if number >= line:
            return None
        if _OPEN_QUOTE.match(here) and _NEXT.match(below):
            said = "Vermutlich fehlt am Ende dieser Zeile das schließende Anführungszeichen."
            return Cause(number, 1, said)
    return None


def _sign_of_yaml(line: str) -> int:
    """The column (from 1) where a text begins with what means something else to YAML; 0 for none."""
    match = _VALUE.match(line)
    if match is None:
        return 0
    value, column = match["value"], match.start("value") + 1
    if value[0] in _CLOSING:
        rest = _behind(value)
        wording = rest is None and _WORDING.match(line)
        return column if wording or (rest and rest[0] not in "#,:]}") else 0
    if value[0] in ">|":
        return 0 if _BLOCK.fullmatch(value) else column
    behind_key = line[: column - 1].rstrip().endswith(":")
    strange = value[0] in "@%`,]}*" or (value.startswith(("? ", "- ")) and behind_key)
    return column if strange else 0


def _behind(value: str) -> str | None:
    """What stands behind the closing bracket of the first one; None where that is missing."""
    depth = 0
    for place, sign in enumerate(value):
        depth += (sign in "[{") - (sign in "]}")
        if not depth:
            return value[place + 1 :].strip()
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
    ("did not find expected comment or line break", "Hinter > oder | am Anfang eines Werts darf in derselben Zeile nichts stehen. Beginnt so ein Text, den ganzen Text in Anführungszeichen setzen."),
    ("found an indentation indicator", "Hinter > oder | steht eine Zahl, die hier nicht möglich ist. Sie löschen."),
    ("mapping keys are not allowed", "Ein Text darf nicht mit ? beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("found undefined tag handle", "Ein Text darf nicht mit ! beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find the expected '>'", "Ein Text darf nicht mit ! beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("did not find expected whitespace or line break", "Ein Text darf nicht mit ! oder % beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("tag", "Ein Text darf nicht mit ! beginnen. Den ganzen Text in Anführungszeichen setzen."),
    ("hexdecimal number", "Hinter \\x oder \\u werden Ziffern erwartet. Einfache Anführungszeichen verwenden."),
    ("invalid Unicode character escape", "Ein Zeichen mit dieser Nummer gibt es nicht. Das Zeichen selbst eintippen."),
    ("found unexpected document indicator", "Mitten in einem Text in Anführungszeichen beginnt eine Zeile mit --- oder .... Vermutlich fehlt davor das schließende Anführungszeichen."),
    ("directive", "Eine Zeile darf nicht mit % beginnen. Die Zeile löschen oder den Text in Anführungszeichen setzen."),
    ("YAML document", "Die Datei nennt eine Version von YAML, die hier nicht gilt. Die Zeile mit %YAML löschen."),
    ("tab character", "Vor dieser Stelle steht ein Tabulator, wo Leerzeichen stehen müssen. Ihn ersetzen."),
    ("maximum nesting", "Die Datei ist zu tief verschachtelt. Klammern und Einrückung prüfen."),
    ("max depth", "Die Datei ist zu tief verschachtelt. Klammern und Einrückung prüfen."),
    ("did not find expected node content", "Hier fehlt ein Wert, oder ein Text beginnt mit einem Sonderzeichen und gehört in Anführungszeichen."),
)  # fmt: skip


def explain(problem: str) -> str:
    """What to do about a problem that libyaml names in English."""
    for english, german in _PROBLEMS:
        if english in problem:
            return german
    return "Der Aufbau der Datei ist hier nicht lesbar. Einrückung und Anführungszeichen prüfen."
