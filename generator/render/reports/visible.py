"""Text of other people to text that a terminal shows as it is."""

from __future__ import annotations

import re
import unicodedata

_COLOUR = "\x1b"
"""What this program itself writes into coloured text; no Word file can hold it."""
_HARMLESS = frozenset("\n\t\u00ad\u200b\u200c\u200d\u2060\ufeff" + _COLOUR)
"""Control signs that only say where a line may end, or join letters."""
_HIDDEN = re.compile(r"[^\x20-\x7e]")


def visible(text: str) -> str:
    """With the code of each sign that would turn, hide or move what stands around it."""
    return _HIDDEN.sub(lambda match: _shown(match[0]), text)


def in_a_line(text: str) -> str:
    """The name of a person in one line, whatever the file says."""
    return " ".join(text.split())


def _shown(sign: str) -> str:
    if sign in _HARMLESS or unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp"):
        return sign
    return f"⟨U+{ord(sign):04X}⟩"
