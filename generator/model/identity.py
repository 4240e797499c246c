"""IDs already taken to the next free one of the same form."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"(?P<prefix>.*?)(?P<digits>\d+)")


class FreeIds:
    """Names free IDs, each only once: EZ60 after EZ59, never one that was used before."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {identity.lower() for identity in taken}
        self._highest: dict[str, int] = {}
        for identity in self._taken:
            if match := _NUMBERED.fullmatch(identity):
                number = int(match["digits"])
                self._highest[match["prefix"]] = max(number, self._highest.get(match["prefix"], 0))

    def next(self, like: str) -> str:
        """The next free ID of the form of ``like``: EZ60 for EZ14, jobcenter_2 for jobcenter."""
        match = _NUMBERED.fullmatch(like)
        prefix, width = (match["prefix"], len(match["digits"])) if match else (f"{like}_", 1)
        number = max(self._highest.get(prefix.lower(), 0), 0 if match else 1) + 1
        self._highest[prefix.lower()] = number
        return f"{prefix}{number:0{width}d}"
