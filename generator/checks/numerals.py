"""German number words and printed digits to numbers."""

import re
from functools import cache

_ONES, _TENS = (
    row.split()
    for row in (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
        "fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "- zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    )
)
_INFLECTED = {"zweier": 2, "zweien": 2, "dreier": 3, "dreien": 3, "zwo": 2}
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_DIGITS = re.compile(r"[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+|0")


@cache
def _words() -> dict[str, int]:
    words = {_word(n): n for n in range(1, 100)}
    for hundred in range(1, 10):
        words[f"{_stem(hundred)}hundert"] = hundred * 100
        for rest in range(1, 100):
            for link in ("", "und"):
                words[f"{_stem(hundred)}hundert{link}{_word(rest)}"] = hundred * 100 + rest
    words |= {
        word.removeprefix("ein"): n for word, n in words.items() if word.startswith("einhundert")
    }
    del words["eins"]  # "ein" and "eins" count only where the context says so
    words |= _INFLECTED
    return {word.translate(_FOLD): number for word, number in words.items()}


def _stem(digit: int) -> str:
    return "ein" if digit == 1 else _ONES[digit]


def _word(number: int) -> str:
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_stem(ones)}und{_TENS[tens]}" if ones else _TENS[tens]


def number(word: str) -> int | None:
    """The value of a number word up to 999 in any case, or of digits ("13", "2.950").

    None for everything else, for "ein" in all its forms, and for 1900 to 2100 without a
    dot, which are years.
    """
    if word[0].isdigit():
        if not _DIGITS.fullmatch(word):
            return None
        value = int(word.replace(".", ""))
        return None if "." not in word and 1900 <= value <= 2100 else value
    return _words().get(word.lower().translate(_FOLD))
