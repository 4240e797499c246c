"""Text of a YAML file behind " #", which is a comment to YAML and may not be meant as one."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.finding import Position
from generator.read.decode import MOST
from generator.read.places import Places

_PLAIN = r"[ ]*(?![ \"'|>&*{\[#])[^\n]*?\S "
_WORDING = "text|titel|bezeichnung|begruendung|grund|urheber|alternativtext"
_LOST = (
    (
        re.compile(rf"^[ ]*(?:- )?(?:- )?\w+: {_PLAIN}(?P<lost>#)[^\s]", re.MULTILINE),
        "hinter # ein Leerzeichen lassen",
    ),
    (
        re.compile(rf"^[ ]*(?:- )?(?:{_WORDING}): {_PLAIN}(?P<lost>#)[ \t]+\S", re.MULTILINE),
        "sie in eine eigene Zeile darüber setzen",
    ),
)
"""What is lost behind " #", and what to do where that was meant."""


def lost_text(file: str, text: str) -> Iterator[tuple[Position, str]]:
    """Each place with what to say of it; "#1" after a word hardly means a comment."""
    if " #" not in text:
        return
    places = Places(file, text)
    for pattern, otherwise in _LOST:
        for match in islice(pattern.finditer(text), MOST):
            yield (
                places.at(match.start("lost")),
                "Was in dieser Zeile hinter « #» steht, wird nicht gelesen. Gehört es zum Text, den "
                f"ganzen Text in Anführungszeichen setzen; soll es eine Anmerkung sein, {otherwise}.",
            )
