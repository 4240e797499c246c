"""Whether what an abbreviation stands for is said beside it."""

from __future__ import annotations

import re

_REACH = 160
"""Characters before an abbreviation among which the words that it stands for are."""
_INSIDE = re.compile(r"(?:-\w+)?s?[“”»*_]*\s*\((?P<words>[^()]{4,160})\)")
_BETWEEN = re.compile(
    r"[“”»*_]*(?:\s+[–—-]\s+|(?:[ -][A-Z0-9.]{1,4}){0,2}[:=]\s+|,\s+(?:kurz|das heißt|also)\s+|-\w+\s+(?=de[rs]\s)|,\s+(?=d(?:as|ie|e[mnrs])\s))"
)
"""SDG – Ziele, WIN-Charta der Wirtschaftsinitiative, KDZ, das Zentrum."""
_SIGNS = re.compile(r"[„“”»«›‹*_\[\],;:–—]+|\]\([^)\s]*\)")
_END = re.compile(r"(?<!\d)[.;!?]\s|\n\n")
_REGISTERED = re.compile(r"\be\. ?V\.")
_SMALL = frozenset(
    ("das", "dem", "den", "der", "des", "die", "ein", "eine", "einer", "im", "in", "vom", "von")
)
_MORE = 5
"""How many words an abbreviation may have left out (für, und, der)."""
_LONG, _LAST, _SEVERAL = 8, 5, 3
_TELLING = 12
"""Letters of a word so special that a bracket behind it says the same: Schnittstellen (API)."""
_PHRASE = re.compile(r"(?<!\d)[.!?,;:()]\s|\n\n")


def explained_at(text: str, start: int, short: str) -> bool:
    """Whether what an abbreviation stands for is beside it, one of the two in brackets or behind a dash:
    "des Schienenpersonennahverkehrs (SPNV)", "MIV (motorisierter Individualverkehr)", "(KSG BW)".
    """
    end = start + len(short)
    before = _REGISTERED.sub("", text[max(0, start - _REACH) : start])
    bracket = before.rfind("(")
    if bracket >= 0 and ")" not in before[bracket:]:
        closing = text.find(")", end, end + _REACH)
        inside = text[end : closing if closing >= 0 else end]
        said = _words(_END.split(before[:bracket])[-1])
        if not before[bracket + 1 :].strip(" *_") and _tells(_PHRASE.split(before[:bracket])[-1]):
            return True
        if _stands_for(said, short, last=True) or _stands_for(_words(inside), short):
            return True
        return _stands_for(_words(before[bracket + 1 :]), short, last=True)
    if _named_before(_words(_END.split(before)[-1]), short):
        return True
    if inside_behind := _INSIDE.match(text, end):
        return _stands_for(_words(inside_behind["words"]), short)
    dash = _BETWEEN.match(text, end)
    behind = _END.split(text[dash.end() : dash.end() + _REACH])[0] if dash else ""
    return _stands_for(_words(behind)[: len(short) + _MORE], short)


def _words(text: str) -> list[str]:
    return [word for word in _SIGNS.sub(" ", text).split() if word[0].isalpha()]


def _tells(phrase: str) -> bool:
    """Whether a word so special ends a phrase, or a name of several words: Konvention über Biologische Vielfalt."""
    nouns = [word for word in _words(phrase)[-_LAST:] if word[0].isupper()]
    last = _words(phrase)[-1:] == nouns[-1:] != []
    return last and (len(nouns) >= _SEVERAL or len(nouns[-1]) >= _TELLING)


def _named_before(words: list[str], short: str) -> bool:
    """Whether the words right before say it: Entgeltgruppe EG 11, Medien- und Filmgesellschaft MFG,
    Institut für Angewandte Forschung IFAF.
    """
    if _initials(words, short) or _two(words[-2:], short):
        return True
    if not words or len(words[-1]) < _LONG:
        return False
    pair = words[-3:] if len(words) >= _SEVERAL and words[-3].endswith("-") else words[-1:]
    return _made_of(pair, short)


def _two(words: list[str], short: str) -> bool:
    """Whether two words right before hold all letters in order, each beginning with one: Öffentlicher
    Personennahverkehr ÖPNV.
    """
    letters = short.lower()
    begin = all(word[0].isupper() and word[0].lower() in letters for word in words)
    whole = begin and len(words) > 1 and len(letters) > 2 and words[0][0].lower() == letters[0]
    return whole and _in_order(" ".join(words).lower(), letters) == len(letters)


def _initials(words: list[str], short: str) -> bool:
    """Whether the words begin with the letters of an abbreviation of three or more, the small ones left out or not."""
    letters = short.lower()
    told = [word for word in words if word[0].isupper()]
    ends = ("".join(word[0].lower() for word in some[-len(letters) :]) for some in (words, told))
    return len(letters) > 2 and letters in ends


def _stands_for(words: list[str], short: str, last: bool = False) -> bool:
    """Whether an abbreviation can be made of some words in a row: of the ``last``, else from any on."""
    most = len(short) + _MORE
    if last:
        return any(_made_of(words[-number:], short) for number in range(1, most))
    return any(
        _made_of(words[place : place + most], short) for place in range(min(len(words), most))
    )


def _made_of(words: list[str], short: str) -> bool:
    """Whether nearly all letters follow in the words in their order and the first begins them; of as
    few words as there are letters all letters are enough (Extensible Markup Language, XML).
    """
    if not words or words[0].lower() in _SMALL:
        return False
    said, letters = " ".join(words).lower(), short.lower().replace("-", "")
    found = _in_order(said, letters)
    if said.startswith(letters[0]):
        return found * 3 >= len(letters) * 2
    return found == len(letters) >= len(words) and len(letters) > 2


def _in_order(said: str, letters: str) -> int:
    """The most letters that stand in a text in their order (longest common subsequence)."""
    row = [0] * (len(letters) + 1)
    for sign in said:
        former = 0
        for index, letter in enumerate(letters, 1):
            former, row[index] = (
                row[index],
                former + 1 if sign == letter else max(row[index], row[index - 1]),
            )
    return row[-1]
