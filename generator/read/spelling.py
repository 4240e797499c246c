"""A mistyped word to the known one that was meant."""

import re
from collections.abc import Iterable

from generator.likeness import MEANT

_MANY = 300


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, None if none is close."""
    import difflib  # only where there is a mistake

    lower = {k.lower(): k for k in known}
    same = {_unpadded(k): k for k in lower}.get(_unpadded(word.lower()))
    if same:  # PZ6 means PZ06
        return lower[same]
    if len(lower) > _MANY:  # a register of thousands: spare the costly comparison the hopeless ones
        first, length = word[:1].lower(), len(word)
        lower = {k: v for k, v in lower.items() if k[:1] == first and abs(len(k) - length) < 3}
        lower = dict(list(lower.items())[:_MANY])
    found = difflib.get_close_matches(word.lower(), lower, n=1, cutoff=MEANT)
    return lower[found[0]] if found else None


def _unpadded(word: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", word)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Half a sentence that names the nearest known word, else all of them."""
    known = list(known)
    near = nearest(word, known)
    if near:
        return f"Gemeint ist vermutlich «{near}»."
    return f"Erlaubt sind: {', '.join(known)}." if known else ""
