"""The number of a goal as it is written, to its series and its place in it."""

from __future__ import annotations

import re

from msgspec import Struct

_COUNTED = re.compile(r"(?P<before>.*?)(?P<number>\d{1,3})[a-z]?(?:[+/](?P<last>\d{1,3}))?")


class CountedPlace(Struct, frozen=True):
    """The number of a goal: what stands before it ("N", "3."), the number, and how it is written.

    ``last`` is the same, or the second of two numbers that one goal has ("B5+6").
    """

    series: tuple[str, str]
    number: int
    last: int
    digits: int

    def called(self, number: int) -> str:
        """Another number of this series as it would be written."""
        return f"{self.series[1]}{number:0{self.digits}}"


def counted_place(level: str, written: str) -> CountedPlace | None:
    """Of a code or number as it is written: "N08", "3.2", "12"."""
    found = _COUNTED.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    digits = len(found["number"]) if found["number"].startswith("0") else 1
    number = int(found["number"])
    return CountedPlace((level, found["before"]), number, int(found["last"] or number), digits)
