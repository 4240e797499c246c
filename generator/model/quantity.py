"""Printed German values to exact numbers."""

import re
from decimal import Decimal

_PRINTED = re.compile(r"[-−–]?(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:,\d+)?")


def quantity(printed: str) -> Decimal | None:
    """The number of "13.964", "33,3", "-5"; None for what is no number ("ein Drittel")."""
    text = printed.strip()
    if not _PRINTED.fullmatch(text):
        return None
    plain = re.sub(r"[.\s\u00a0\u202f]", "", text).replace(",", ".")
    return Decimal(re.sub("[−–]", "-", plain))


def decimals(printed: str) -> int:
    """How many decimals are printed: 1 for "13,2"."""
    return len(printed.strip().partition(",")[2])
