"""Whether an abbreviation stands where nobody would explain it."""

from __future__ import annotations

import re
from collections.abc import Set

_CITED = re.compile(r"(?:\s+et\.? al\.?)?,?\s+(?:19|20)\d\d[a-z]?\s*[);,:]")
_OPENED = re.compile(r"\([^()\n]{0,80}$")
_NORM = re.compile(r"[ \u00a0]\d{3,5}\b")
_NORMS = frozenset(("VDI", "VDE", "DVGW", "FLL", "ÖNORM"))
_LAW = re.compile(r"\)?\s+Nr\.\s?\d+/\d")
_LICENCE = re.compile(r"\bCC[- ]BY(?:[- ](?:NC|SA|ND))*")
_LICENCES = frozenset(("CC", "NC", "SA", "ND"))
_NUMBERED = re.compile(r"[-. ]?\d")


def stands_aside(text: str, start: int, short: str, codes: Set[str]) -> bool:
    """In a citation ("(FGSV 2003)"), the number of a norm or a law ("VDI 2067", "(EG) Nr. 443/2009"), the name
    of a licence (CC-BY-SA), or a code that goals have ("KE 4"; ``codes`` are their letters).
    """
    end = start + len(short)
    if _CITED.match(text, end) and _OPENED.search(text, max(0, start - 90), start):
        return True
    if short in _NORMS and _NORM.match(text, end):
        return True
    if short in codes and _NUMBERED.match(text, end):
        return True
    if _LAW.match(text, end):
        return True
    near = _LICENCE.search(text, max(0, start - 9), end + 9) if short in _LICENCES else None
    return near is not None and near.start() <= start < near.end()
