"""Printed text to the form in which two texts are the same for a reader."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Signs that print nothing where a line does not end; programs put them in and take them out."""


@lru_cache(maxsize=50_000)  # each text is laid beside several others
def plain(text: str) -> str:
    """One space for every white space, none at the ends, no sign that is not seen.

    Spaces and hyphens glued at print are ordinary again. The reader of strategies makes the
    same of white space, so that what this leaves out is no change.
    """
    if not text.isascii():
        text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).replace("\u2011", "-")
    return " ".join(text.split())
