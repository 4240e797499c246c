"""Geprüft wird, ob in Texten und Zielen etwas steht, das aus Word, dem Internet oder einem anderen
Programm stammt und hier nichts bewirkt: HTML (<b>, <!-- … -->), Bilder (![…](bild.png)), Fußnoten
anderer Programme ([^1], (@quelle)), eine Quelle ohne @ ([bmas2017, S. 3]), Aufzählungszeichen aus Word
(•, – am Zeilenanfang) und Aufzählungen mit a), (1) oder 1.) in einem Absatz.

Es würde so gedruckt, wie es dasteht; eine Aufzählung würde zu einem einzigen Absatz, ein Bild fiele
weg. Auch eine Anmerkung in <!-- … --> stünde für alle lesbar im Dokument.

Beheben: die Form verwenden, die die Meldung nennt. Ist das Zeichen gewollt, kann die Warnung stehen
bleiben oder in strategy.yaml mit Grund anerkannt werden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose, text_of
from generator.finding import Finding, Severity
from generator.model.kinds import STRATEGY
from generator.read.alike import once

CODE = "Z314"
SEVERITY = Severity.WARNING
TITLE = "Auszeichnung, die hier nichts bewirkt"

_FOOTNOTE = "Eine Fußnote hat die Form [@quelle, S. 24] oder, mit eigenem Text, ^[Text]; «{}» würde so gedruckt."
_LIST = "Eine Aufzählung beginnt je Zeile mit «- »; mit «{}» wird daraus ein einziger Absatz."
_FOREIGN = (
    (
        "<",
        r"<!--|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>",
        "HTML wird nicht gelesen; «{}» würde so gedruckt. Löschen; fett ist **so**, kursiv *so*.",
    ),
    (
        "](",
        r"!\[[^\]\n]*\]\([^)\n]*\)",
        "Bilder werden so nicht eingefügt («{}»). Abbildungen stehen in figures.yaml und erscheinen mit ![[ABB1]].",
    ),
    ("[^", r"\[\^[^\[\]\n]+\]", _FOOTNOTE),
    ("(@", r"\(@\w+[^)\n]*\)?", _FOOTNOTE),
    ("•", r"(?m)^[ \t]*•", _LIST),
    ("·", r"(?m)^[ \t]*·", _LIST),
)
"""What quickly tells that a text has none, the pattern, and what to say about a match."""
_NEAR = 2000
"""Signs before a closing tag among which its opening one stands."""
_SIGN = r"[a-zäöü]\)|\((?:\d{1,2}|[a-z])\)|\d{1,2}\.\)"
_ENUMERATED = re.compile(rf"(?m)^[ \t]*(?P<sign>{_SIGN})[ \t]+\S")
_A_SIGN = re.compile(rf"(?m)^(?:{_SIGN})$")
_LETTERED = (
    "Die Zeilen mit «{}» und den folgenden Zeichen würden zu einem einzigen Absatz. Zwischen ihnen je "
    "eine leere Zeile lassen oder jede mit «- » beginnen."
)
_BLANK = r"\n[ \t]*\n"
_CITED = re.compile(r"\[(\w+), [^\]\n]*\]")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place; one for all of a file where the same sign stands often."""
    yield from once(_all_of(context))


def _all_of(context: CheckContext) -> Iterator[Finding]:
    text = context.corpus.text
    for sign, pattern, message in _FOREIGN:
        for match in re.finditer(pattern, text) if sign in context.vocabulary.words else ():
            if not _closes(text, match):
                yield from _found(context, match.start(), message.format(match[0].strip()))
    for source, offset in context.corpus.find("\n– "):
        # Behind any other sign the dash goes on with a sentence.
        if text_of(source)[offset - 1 : offset] in (":", "\n", ""):
            message = f"{context.called(source.id or STRATEGY)}: {_LIST.format('–')}"
            yield context.at_source(CODE, SEVERITY, source, offset + 1, message)
    words = context.vocabulary.words.split("\n")
    named = {word[1:-1] for word in words if word[0] == "[" and word[-1] == ","}
    works = named.intersection(work.id for work in context.strategy.quellen)
    for match in _CITED.finditer(text) if works else ():
        if match[1] in works:
            yield from _found(context, match.start(), _FOOTNOTE.format(match[0]))
    yield from _enumerations(context)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether it belongs to one that is told: a tag that closes, the note to a sign of a footnote."""
    if match[0].startswith("[^"):
        return text.startswith(":", match.end()) and text.count(match[0]) > 1
    opening = match[0].replace("/", "", 1).rstrip(">")
    return (
        match[0].startswith("</")
        and text.find(opening, max(0, match.start() - _NEAR), match.start()) >= 0
    )


def _enumerations(context: CheckContext) -> Iterator[Finding]:
    """Lines that begin with a), (1) or 1.) in one paragraph: print joins them."""
    if not _A_SIGN.search(context.vocabulary.words):
        return
    for prose in context.prose:
        lines = list(_ENUMERATED.finditer(prose.raw, prose.body_start))
        for line, following in pairwise(lines):
            between = prose.raw[line.end() : following.start()]
            if not re.search(_BLANK, between) and "|" not in between and "```" not in prose.raw:
                message = f"{context.called(prose.id)}: {_LETTERED.format(line['sign'])}"
                yield context.at_text(CODE, SEVERITY, prose, line.start("sign"), message)
                break


def _found(context: CheckContext, place: int, message: str) -> Iterator[Finding]:
    source, start = context.corpus.source_at(place)
    offset = place - start
    if not isinstance(source, Prose) or offset >= source.body_start:
        said = f"{context.called(source.id or STRATEGY)}: {message}"
        yield context.at_source(CODE, SEVERITY, source, offset, said)
