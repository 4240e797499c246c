"""Printed text to the form in which two texts are the same for a reader."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from generator.model.seen import seen


@lru_cache(maxsize=50_000)  # each text is laid beside several others
def plain(text: str) -> str:
    """One space for every white space, none at the ends, no sign that is not seen.

    Spaces and hyphens glued at print or in the file are ordinary again: other programs put such
    signs in and take them out, so that they tell nothing of what a reviewer wants.
    """
    if not text.isascii():
        text = seen(unicodedata.normalize("NFC", text))
    return " ".join(text.split())
