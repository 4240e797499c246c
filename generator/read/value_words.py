"""A value in a file, and what it might be instead, to the words in which a message shows them."""

from typing import Any

_LONGEST = 40


def shown_value(value: Any) -> str:
    """What stands there: a text as it is, of anything else its form."""
    if isinstance(value, dict):
        return "eine Gruppe von Angaben («schlüssel: wert»)"
    if isinstance(value, list | tuple):
        return "eine Liste"
    text = str(value)
    return f"«{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}»"


def signs(pattern: str) -> str:
    """The signs that a key or an ID of that pattern may have."""
    if pattern == "^[A-Za-z]{1,10}$":
        return "ein bis zehn Buchstaben ohne Umlaute"
    letters, first = "Buchstaben", "ein Buchstabe"
    if pattern.startswith("^[a-z]"):
        letters, first = "kleine Buchstaben", "ein kleiner Buchstabe"
    more = "Ziffern, Punkt, _ und -" if "._-" in pattern else "Ziffern und _"
    if pattern.startswith("^[A-Za-z0-9]"):
        first = "ein Buchstabe oder eine Ziffer"
    return f"{letters} ohne Umlaute, {more} (höchstens 40), am Anfang {first}"
