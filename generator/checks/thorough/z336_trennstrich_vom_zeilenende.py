"""Geprüft wird, ob in einem Wort ein Trennstrich steht, der vom Ende einer Zeile übrig ist: «Unter-haltung»,
«Wissenschafts-kommunikation», «Unter- haltung».

Solche Striche geraten beim Kopieren aus PDF-Dateien in den Text. Im Dokument stehen sie dann mitten in der Zeile.

Gemeldet wird ein Strich vor einem kleinen Buchstaben, wenn das Wort ohne ihn anderswo vorkommt oder seine
Teile zeigen, dass es eines ist, und «Rad-und Fußwege», wo das Leerzeichen fehlt. «sozial-ökologisch», «Know-how», «EU-weit» und «Kinder- und Jugendhilfe» sind
richtig. Steht in einer Datei viel davon, etwa weil ein PDF eingefügt wurde, ist das ein Befund.

Beheben: das Wort ohne den Strich schreiben; die Meldung nennt es.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from msgspec.structs import replace

from generator.checks.check_context import CheckContext
from generator.checks.uses import SHOWN, Use, finding, is_own, word_uses
from generator.finding import Finding, Severity

CODE = "Z336"
SEVERITY = Severity.WARNING
TITLE = "Trennstrich vom Zeilenende"

_FEW = 5
"""So many in a file are told one by one."""
_LETTERS = r"[^\W\d_]+"
_HYPHENED = rf"(?<![\w-]){_LETTERS}(?:-{_LETTERS})+-?(?![\w-])"
_SHORTEST = 3
"""Letters of what was broken off: "up" and "in" go with a hyphen."""
_OPEN = r"-\s+([a-zäöüß]{3,})(?![\w-])"
_UNSPACED = rf"[A-ZÄÖÜ]{_LETTERS}-(?:und|oder|bzw|sowie|beziehungsweise)"
_HINGED = r"(?:ungs|heits|keits|schafts|tions|täts|sions|lings|tums)$"
"""How the first part of a compound ends that goes on."""
_NOUN = r"(?:ung|ungen|ungs|heit|heiten|keit|keiten|schaft|schaften|schafts|tion|tionen|tions)$"
_DESCRIBING = r"(?:isch|lich|sch|iv|al|ell|ös|är|o|ig|bar|sam|los|voll)$"
"""Adjectives that stand before another with a hyphen: "öffentlich-rechtlich"."""
_COMBINING = re.compile(
    r"(?:sozi|psych|ge|ök|bi|mikr|makr|neur|elektr|eur|agr|pseud|techn|histori|demograf|hydr|therm)o$",
    re.IGNORECASE,
)
"""First parts that many write with a hyphen: "sozio-ökonomisch"."""
_BEFORE_VERBS = frozenset({"be", "ent", "er", "ge", "miss", "ver", "zer"})
_LONG = 5
"""Letters from which on a part behind such a syllable makes a word of its own."""
_LINKS = (
    r"als|and|auch|aber|beziehungsweise|bis|bzw|das|dem|den|der|des|die|für|gegenüber|mit|nebst|noch|oder|plus|samt"
    r"|sondern|sowie|statt|und|vom|von|wie|zum|zur|über"
)
"""What goes on behind a part that is open on purpose: "Kinder- und Jugendhilfe"."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place; one for a file that was pasted with its line ends."""
    yield from _together(_all_of(context))


def _together(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Of more than a few in a file the first, with how many there are and in which lines."""
    files: dict[str, list[Finding]] = {}
    for found in findings:
        files.setdefault(found.position.file, []).append(found)
    for first, *others in files.values():
        if len(others) < _FEW:
            yield from (first, *others)
            continue
        lines = list(dict.fromkeys(other.position.line for other in others))
        shown = ", ".join(map(str, lines[:SHOWN])) + (" …" if len(lines) > SHOWN else "")
        more = f" Dazu kommen {len(others)} weitere Wörter dieser Datei, in Zeile {shown}."
        yield replace(first, message=first.message + more)


def _all_of(context: CheckContext) -> Iterator[Finding]:
    known = _Words(context)
    lines = context.vocabulary.words.split("\n")
    hyphened = "\n".join(line for line in lines if "-" in line[1:-1])
    for word in dict.fromkeys(re.findall(_HYPHENED, hyphened)):
        if re.fullmatch(_UNSPACED, word):
            yield from (
                _unspaced(context, use) for use in word_uses(context, word) if is_own(use.source)
            )
        elif whole := known.whole(word):
            for use in word_uses(context, word):
                if is_own(use.source):
                    yield _finding(context, use, whole)
    for match in re.finditer(_OPEN, context.corpus.text):
        first = _before(context.corpus.text, match.start())
        if first and not re.fullmatch(_LINKS, match[1]) and known.show_one(first, match[1]):
            yield from _at(context, match, first)


def _finding(context: CheckContext, use: Use, whole: str) -> Finding:
    shown = " ".join(use.words.split())
    message = f"«{shown}» ist vermutlich am Ende einer Zeile getrennt worden. «{whole}» schreiben."
    return finding(context, CODE, SEVERITY, use, message)


def _unspaced(context: CheckContext, use: Use) -> Finding:
    right = re.sub("-", "- ", use.words)
    message = f"Hinter dem Strich in «{use.words}» fehlt ein Leerzeichen. «{right}» schreiben."
    return finding(context, CODE, SEVERITY, use, message)


def _before(text: str, end: int) -> str:
    """The letters that end at a place."""
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _at(context: CheckContext, match: re.Match[str], first: str) -> Iterator[Finding]:
    source, start = context.corpus.source_at(match.start())
    offset = match.start() - len(first) - start
    words = f"{first}{match[0]}"
    if is_own(source) and context.plain.own(source).startswith(words, offset):
        yield _finding(context, Use(words, source, offset), first + match[1])


class _Words:
    """Knows the words of all texts, and whether two parts make one."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(
            re.findall(rf"(?<![\w-]){_LETTERS}(?![\w-])", self.context.vocabulary.words.lower())
        )

    def whole(self, word: str) -> str:
        """The word without the hyphens that are left over; empty where none is."""
        parts = word.split("-")
        joined = parts[0]
        for first, second in pairwise(parts):
            broken = (
                len(second) >= _SHORTEST and second[0].islower() and self.show_one(first, second)
            )
            joined += second if broken else f"-{second}"
        return joined if joined != word else ""

    def show_one(self, first: str, second: str) -> bool:
        """Whether the parts are one word that was broken."""
        if len(first) < 2 or first.isupper() or _COMBINING.search(first):
            return False
        whole = (first + second).lower()
        if first[0].islower():
            if first in _BEFORE_VERBS:
                return len(second) >= _LONG
            return whole in self._known and first not in self._known
        if re.search(_HINGED, first) or whole in self._known:
            return True
        return bool(re.search(_NOUN, second)) and not re.search(_DESCRIBING, first)
