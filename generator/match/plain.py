"""Printed text to the form in which two texts are the same for a reader."""

from __future__ import annotations

import unicodedata

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Signs that print nothing where a line does not end; programs put them in and take them out."""
_HYPHEN = {ord("\u2011"): "-"}


def plain(text: str) -> str:
    """One space for every white space, none at the ends, no sign that is not seen.

    Spaces and hyphens glued at print are ordinary again. The reader of strategies makes the
    same of white space, so that what this leaves out is no change.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_UNSEEN | _HYPHEN)
    return " ".join(text.split())
