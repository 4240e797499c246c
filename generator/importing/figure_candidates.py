"""The prose of a source to measured values that may be key figures; a person decides which are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing.receipt import FigureCandidate
from generator.receive.foreign import ForeignDocument, without_signs
from generator.receive.line_joints import LineJoiner

_VALUE = re.compile(
    r"(?<![\d.,/§-])(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s?"
    r"(?P<unit>%|Prozent|€|Euro|Mio\. ?(?:€|Euro)|Millionen Euro|Personen|Einwohner\w*|Kinder\w*|Haushalte|Wohnungen"
    r"|Hektar|ha|km²?|t CO2|Tonnen|MWh|kWh|GWh|Plätze|Schüler\w*|Betriebe|Beschäftigte\w*)(?![\w%])"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])")
_LONGEST = 240


def figure_candidates(document: ForeignDocument, joiner: LineJoiner) -> Iterator[FigureCandidate]:
    """Each value with the sentence in which it stands."""
    for passage in document.passages:
        if passage.kind in ("text", "item"):
            text = without_signs(joiner.joined(line.text for line in passage.lines))
            for sentence in _SENTENCE.split(text):
                for found in _VALUE.finditer(sentence):
                    yield FigureCandidate(
                        found["value"], found["unit"], sentence[:_LONGEST], passage.lines[0]
                    )
