"""Signs that a reviewer typed and nobody sees, to what is to be said of them."""

from __future__ import annotations

import unicodedata
from collections import Counter

from generator.match.normal_text import plain

_CALLED = {
    "\u00a0": ("geschütztes Leerzeichen", "geschützte Leerzeichen"),
    "\u202f": ("schmales geschütztes Leerzeichen", "schmale geschützte Leerzeichen"),
    "\u00ad": ("weicher Trennstrich", "weiche Trennstriche"),
    "\u2011": ("geschützter Bindestrich", "geschützte Bindestriche"),
    "\n": ("Zeilenumbruch", "Zeilenumbrüche"),
    "\t": ("Tabulator", "Tabulatoren"),
}
_OTHERS = ("unsichtbares Zeichen", "unsichtbare Zeichen")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DECEIVING = ("Cc", "Cf", "Co", "Cn")
"""Categories of signs that are nothing to see themselves, or that no font is bound to know."""

PLAIN = (
    "Dabei getippt: {}. In die Strategie kommt davon nichts. Soll ein geschütztes Leerzeichen oder "
    "ein weicher Trennstrich dort stehen, das Zeichen von Hand eintragen."
)
DECEIVING = (
    "Der Text enthält ein unsichtbares Steuerzeichen ({}); er kann anders aussehen, als er ist. Von "
    "Hand ohne dieses Zeichen eintragen."
)


def left_out(old: str, new: str) -> str | None:
    """A sentence on the signs put in that the wording of a strategy does not keep."""
    added = Counter(filter(_is_plain_made, new)) - Counter(filter(_is_plain_made, old))
    named: Counter[tuple[str, str]] = Counter()
    for sign, number in added.items():
        named[_CALLED.get(sign, _OTHERS)] += number
    told = [one if number == 1 else f"{number} {more}" for (one, more), number in named.items()]
    return PLAIN.format(", ".join(told)) if told else None


def deceiving(old: str, new: str) -> str | None:
    """A sentence on the first sign put in that can make a text look like another one."""
    for sign in new:
        unknown = unicodedata.category(sign) in _DECEIVING and plain(sign)
        if sign not in old and (unknown or sign in _DIRECTION):
            return DECEIVING.format(f"U+{ord(sign):04X}")
    return None


def _is_plain_made(sign: str) -> bool:
    """Whether it is another sign, or none, in the wording as it is read."""
    return sign != " " and plain(sign) != unicodedata.normalize("NFC", sign)
