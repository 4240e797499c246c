"""Names of bodies to keys under which two spellings of one body meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.likeness import LONGEST_NAME, SLIP_IN, TELLING_SUBJECT

_LEGAL = re.compile(
    r"\b(?:g?gmbh|mbh|ag|e\s?v|ggmbh|kg|gbr|a\s?ö\s?r|k\s?d\s?ö\s?r|der|die|das|des|dem|den|für|und"
    r"|im|in|am|zum|zur|von|landkreis(?:es)?|landratsamt(?:e?s)?|kreisverwaltung)\b"
)
_OFFICE = re.compile(r"\b(?:fach)?amt(?:e?s)?\b")
_NO_LETTERS = re.compile(r"[^\w\s]|_")
_NOTHING = re.compile(r"(?!)")
_KIND = re.compile(r"^(?P<kind>(?:große )?[\w-]*(?:kreis|stadt|gemeinde|markt|verband))\s+(?=\w)")
"""What a body calls itself before its name: "Landkreis", "Große Kreisstadt", "Zweckverband"."""
_ENDING = re.compile(r"(?:en|er|es|em|e|n|s)$")


def county_pattern(county: str) -> re.Pattern[str]:
    """What in a name says only whose body it is: "Ilm-Kreis", "des Ilm-Kreises", "Stadt Musterau"."""
    if not county:
        return _NOTHING
    called = _KIND.match(county.lower())
    own = rf"(?:\b{called['kind']}(?:e?s)?\s+)?" if called else ""
    name = "-?".join(re.escape(part) for part in _KIND.sub("", county.lower()).split("-"))
    before = r"(?:\b(?:der|des|im|in|vom)\s+)?"
    return re.compile(rf"{before}{own}(?<![\w-]){name}(?:e?s)?(?!\w)")


def keys(name: str, county: re.Pattern[str]) -> Iterator[str]:
    """Keys of a name; "Amt für Jugend" and "Jugendamt" share one. The county counts as nothing."""
    plain = county.sub(" ", name.lower())
    words = _NO_LETTERS.sub(" ", plain.replace("-", "").replace(".", " ")).split()
    text = " ".join(words)
    office = _OFFICE.search(text) is not None
    stems = [_stem(word) for word in _LEGAL.sub(" ", _OFFICE.sub(" ", text)).split()]
    if not office and len(stems) == 1 and stems[0].endswith("amt") and len(stems[0]) > 5:
        stems, office = [_stem(stems[0].removesuffix("amt"))], True
    subject = " ".join(stems)
    if office:
        yield f"amt {subject}"
    if subject and (not office or len(subject) >= TELLING_SUBJECT):
        yield subject


def slips(key: str) -> Iterator[str]:
    """The key with one letter left out of a long word: two keys that share one differ by a slip."""
    start = 0
    for word in key.split(" ") if len(key) <= LONGEST_NAME else ():
        if len(word) >= SLIP_IN:
            for index in range(start + 1, start + len(word)):
                if key[index].isalpha():
                    yield key[:index] + key[index + 1 :]
        start += len(word) + 1


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > 4 else word
