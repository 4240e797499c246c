"""A day as people type it into a cell to a date: "2.11.26", "2. November 2026", "2026-11-02"."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([^\W\d_]{3,9})\.?\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_COUNTED = range(2000, 2100)
"""The years of which a number is taken for a day as Excel counts them (ECMA-376, 18.17.4.1)."""


def day_of(value: object, day_zero: date = date(1899, 12, 30)) -> date | None:
    """None for what is no day; a number counts from ``day_zero``."""
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _counted(int(value), day_zero) if value == int(value) else None
    text = " ".join(str(value).split())
    if text.isdigit() and len(text) == 5:
        return _counted(int(text), day_zero)
    if found := _ISO.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _NAMED.fullmatch(text):
        month = found[2].lower().replace("maerz", "märz").replace("mrz", "mär")[:3]
        return _day(found[3], str(_MONTHS.index(month) + 1), found[1]) if month in _MONTHS else None
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def _counted(number: int, day_zero: date) -> date | None:
    day = day_zero + timedelta(number) if 0 < number < 100_000 else None
    return day if day and day.year in _COUNTED else None
