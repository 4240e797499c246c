"""A text to the abbreviations in it: what looks like one and is neither name, emphasis nor unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LAST = re.compile(r"[A-ZÄÖÜ]s?(?!\w|@|[-/]?\d)")
"""The end of one: a capital, before which the rest of the word is then looked for. Searching
for capitals at ends of words is ten times as fast as for whole words."""
_BEFORE = re.compile(r"(?<![^\W\d_])([A-ZÄÖÜ]{2,})-$")
_NAMED = re.compile(r"[ \u00a0][A-ZÄÖÜ][a-zäöüß]{2}")
"""What follows the first word of a name: SOKA Bau, HOGA Campus."""
_BEHIND = re.compile(r"-([A-ZÄÖÜ]{2,})(?![\w-])")
"""What a hyphen joins to it."""
_TITLE = re.compile(r"[„»]\w+ [a-zäöüß][^“”«\n]{0,40}[“”«]")
"""The first word of a slogan in quotes: „STEP up!“."""
_FIRM = re.compile(r"\b(?:Firma|Fa\.|Marke)\s+[„»]?$")
_NUMERAL = re.compile(r"[IVX]+L?")
_LONGEST = 10
"""Letters; longer words in capitals (SCHULEWIRTSCHAFT) are names or emphasis."""
_SPOKEN, _VOWELS = 6, frozenset("AEIOUÄÖÜ")
"""From so many letters on a word in capitals that can be spoken (KLIMOPASS) is a name."""
_SPOKEN_NAME = 4
_BRAND = re.compile(
    r".*[a-zäöüß]{3}[A-FH-NP-UW-Z]|.*[a-zäöüß]{2}(?:[A-ZÄÖÜ]*[B-FH-NP-UW-Z])(?<=[A-ZÄÖÜ]{2})|[a-zäöüß]{3}.*"
)
"""RadNETZ, OpenPGP, GaiaX; of laws and ordinances the last letter is G, O or V (ThürSchulG, BayBO, GlüStV)."""
_OFTEN_STRESSED = """
ALLE AUCH AUF AUS BITTE FIXME TBD TODO BEI DAS DEM DEN DER DES DIE EIN EINE FÜR GUT ICH IM IST JA KEIN MAN MEHR MIT NACH NEIN
NEU NOCH NUR ODER SEHR SIE SIND ÜBER UND UNS VON VOR WAS WER WIE WIR ZUM ZUR
"""
_EVERYONE_KNOWS = """
ADAC AG AIDS BAFÖG BRD BW BY CD CO DB DDR DE DIN DVD EDV EU EUR EURO GPS GG HBF HIV HTML HTTP HTTPS HUB ICE ID ISO IT KFZ KG LAN LED LKW MV NATO NRW NS
OHG PC PDF PKW RLP SED SMS TOP TÜV TV UG UKW UN UNO URL US USA USB VO WC WG WLAN
CSV DOC DOCX GIF JPEG JPG PNG PPT PPTX XLS XLSX ZIP
GMBH GGMBH MBH ALDI BMW DHL EDEKA ENBW IKEA LIDL MS REWE RWE SAP VW
AFD BSW CDU CSU DKP FDP GRÜNE LINKE NPD ÖDP PDS SPD SSW
FC SC SV TSV TUS USC VFB VFL
GB GW GWP KB KW KWP MB MW MWP TB TW
"""
"""In upper case: states and daily life, files, legal forms and firms, parties, sports clubs, units."""
_NONE = frozenset((*_OFTEN_STRESSED.split(), *_EVERYONE_KNOWS.split()))


def abbreviations(text: str) -> Iterator[tuple[str, int]]:
    """What looks like an abbreviation (SGB, ÖPNV, BuT, ThürSchulG, AD-VZG), and where it begins.

    That is a word of two capitals or more that ends in one, a plural s aside (LKWs). Roman
    numerals, IDs, names like YouTube and RadNETZ, and what everyone knows are none.
    """
    for match in _LAST.finditer(text):
        start, end = match.start(), match.start() + 1
        while start and text[start - 1].isalpha():
            start -= 1
        word = text[start:end]
        if not _is_short(word) or _in_a_name(text, start) or _goes_on(text, end):
            continue
        if _spoken(word) and _NAMED.match(text, end):
            continue
        if before := _BEFORE.search(text, max(0, start - _LONGEST - 2), start):
            start = before.start() if _is_short(before[1]) else start
        yield text[start:end], start


def _spoken(word: str) -> bool:
    """Whether a word is said as it is written: SOKA, not ÖPNV."""
    return len(word) >= _SPOKEN_NAME and sum(map(_VOWELS.__contains__, word)) > 1


def _goes_on(text: str, end: int) -> bool:
    """Whether a hyphen joins another abbreviation: AD-VZG is one."""
    behind = _BEHIND.match(text, end)
    return behind is not None and _is_short(behind[1])


def _is_short(word: str) -> bool:
    """Whether a word that ends in a capital has the shape of an abbreviation."""
    if not 1 < len(word) <= _LONGEST or _NUMERAL.fullmatch(word):
        return False
    capitals = sum(map(str.isupper, word))
    if capitals == len(word):
        if len(word) >= _SPOKEN and sum(map(_VOWELS.__contains__, word)) > 1:
            return False
    elif _BRAND.fullmatch(word):
        return False
    return capitals > 1 and word.upper() not in _NONE


def _in_a_name(text: str, start: int) -> bool:
    """Whether the word goes on to the left as in addresses and IDs (www.LRA, A4_XL), or a firm is named."""
    if _FIRM.search(text, max(0, start - _LONGEST), start) or _TITLE.match(text, max(0, start - 1)):
        return True
    if not start or text[start - 1] not in "_@/.":
        return start > 0 and text[start - 1].isdigit()
    return start > 1 and not text[start - 2].isspace()
