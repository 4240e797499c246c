"""German number words and printed digits to numbers."""

_BELOW_TWENTY = (
    "null", "eins", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn",
    "elf", "zwoelf", "dreizehn", "vierzehn", "fuenfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn",
)  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreissig": 30, "vierzig": 40, "fuenfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_WORDS = {word: value for value, word in enumerate(_BELOW_TWENTY)} | _TENS
_ONES = {word: value for word, value in _WORDS.items() if 2 <= value <= 9} | {"ein": 1}
_INFLECTED = {"zweier": 2, "zweien": 2, "dreier": 3, "dreien": 3, "zwo": 2}
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def number(word: str) -> int | None:
    """The value of a number word up to 999 in any case, or of digits ("13", "2.950").

    None for everything else, for "ein" and "eins" alone, and for 1900 to 2100 without a
    dot, which are years.
    """
    if word[0].isdigit():
        return _digits(word)
    plain = word.lower().translate(_FOLD)
    if plain == "eins":
        return None
    head, hundred, tail = plain.partition("hundert")
    if not hundred:
        return _INFLECTED.get(plain, _below_hundred(plain))
    hundreds = _ONES.get(head) if head else 1
    rest = _below_hundred(tail.removeprefix("und")) if tail else 0
    return None if hundreds is None or rest is None else hundreds * 100 + rest


def _below_hundred(word: str) -> int | None:
    ones, _, tens = word.partition("und")
    if ones in _ONES and tens in _TENS:
        return _ONES[ones] + _TENS[tens]
    return _WORDS.get(word)


def _digits(printed: str) -> int | None:
    first, *groups = printed.split(".")
    if not printed.replace(".", "").isdecimal() or any(len(group) != 3 for group in groups):
        return None
    value = int("".join((first, *groups)))
    zeroes = first.startswith("0") and len(printed) > 1
    long = groups and len(first) > 3
    year = not groups and 1900 <= value <= 2100
    return None if zeroes or long or year else value
