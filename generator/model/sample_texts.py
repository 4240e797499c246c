"""What a new strategy is filled with until somebody writes something of their own."""

from __future__ import annotations

import re

TITLE = "Unsere Strategie"
FIELD = "Erstes Handlungsfeld"
"""The Handlungsfeld of a strategy for which none was named."""
BODIES = {
    "landkreis": "Landkreis Musterland",
    "stadt": "Stadt Musterhausen",
    "gemeinde": "Gemeinde Musterdorf",
    "verband": "Zweckverband Mustertal",
}
"""A name by kind of body, where nobody says it."""
CHAPTERS = {
    "einleitung": "Hier steht, warum es diese Strategie gibt und wie sie entstanden ist.",
    "zielteil": "Hier steht, wie die folgenden Handlungsfelder ausgewählt wurden.",
    "umsetzung": "Hier steht, wer die Umsetzung begleitet und wann berichtet wird.",
}
"""By ID of a chapter, a sentence that says what belongs there."""
FIELD_TEXT = "Hier steht, worum es in diesem Handlungsfeld geht."
BEGIN = "Hier steht,"
"""How every sentence begins that says what belongs in its place."""
_GOAL = "Hier steht, was {} erreichen soll."


def goal_text(called: str) -> str:
    """The wording of a goal that stands as an example: "das Leitziel LZ01" is what it is called."""
    return _GOAL.format(called)


def _pattern(sentence: str) -> str:
    """The sentence, however its lines were wrapped."""
    return r"\s+".join(map(re.escape, sentence.split()))


SENTENCE = re.compile(
    "|".join(
        [
            *map(_pattern, (*CHAPTERS.values(), FIELD_TEXT)),
            _pattern(goal_text("X")).replace("X", r"[^.\n]{1,80}?"),
        ]
    )
)
"""Any of these sentences."""
