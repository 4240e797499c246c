"""Whose a printed paragraph is: the element and field that its wording comes from."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

SYNOPSIS = "synopse"
"""The place of a wording in the Synopse, where new words stand in brackets that are no part of it."""
MAIN_PLACES = ("", "vor", "nach")
"""Where a wording stands itself; any other place is a further print of it."""
OVERVIEW = "uebersicht"
"""The place of what the overview of goals prints."""


class Address(Struct, frozen=True):
    """``element`` is an ID, for prose the one that the text file is named by.

    ``field`` is a field of its record ("text", "titel", "gruppe", "zustaendig" …), "inhalt"
    for prose. ``place`` is "vor" or "nach" for prose and "" else; a further print of the same
    wording adds a word of its own ("inhaltsverzeichnis", "vor inhaltsverzeichnis").
    ``index`` counts the paragraphs of a text in print order, or the entries of a list, from 0.
    """

    element: str
    field: str
    place: str = ""
    index: int | None = None

    @property
    def main(self) -> bool:
        """Whether this is where the wording stands, and no further print of it."""
        return self.place in MAIN_PLACES

    def again(self, where: str) -> Address:
        """The address of a further print of the same wording."""
        return replace(self, place=f"{self.place} {where}".strip())
