"""A sentence to the parts of the strategy that it names, by ID, title, number or body."""

from __future__ import annotations

import re

from generator.checks.check_context import CheckContext
from generator.likeness import TELLING_NAME

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBERED = re.compile(r"\bHandlungsfeld\w*\s+(\d{1,2})\b")
_ORDINALS = (
    "erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte",
)  # fmt: skip
_ORDINAL = re.compile(rf"(?i)\b({'|'.join(_ORDINALS)})[nrsm]?\s+Handlungsfeld")


class Naming:
    """Finds what a sentence names; made once for all sentences."""

    def __init__(self, context: CheckContext) -> None:
        self.graph = context.graph
        self.fields = [field.id for field in context.strategy.ziele.handlungsfelder]
        self.titles: dict[str, list[tuple[str, str]]] = {}
        for field in context.fields:
            if first := _WORD.search(field.titel):
                self.titles.setdefault(first[0], []).append((field.titel, field.id))
        self.bodies: dict[str, list[str]] = {}
        for actor in context.strategy.akteure:
            for word in _WORD.findall(actor.name):
                if len(word) >= TELLING_NAME or word == actor.name:
                    self.bodies.setdefault(word, []).append(actor.id)

    def named(self, sentence: str) -> list[str]:
        """IDs, each once, in the order of the ways of naming."""
        found = [word for word in _ID.findall(sentence) if word in self.graph]
        plain = " ".join(sentence.split())
        places = [int(number) - 1 for number in _NUMBERED.findall(plain)]
        places += [_ORDINALS.index(word.lower()) for word in _ORDINAL.findall(plain)]
        found += [self.fields[place] for place in places if 0 <= place < len(self.fields)]
        for word in _WORD.findall(sentence):
            found += [identity for title, identity in self.titles.get(word, ()) if title in plain]
            found += self.bodies.get(word, ())
        return list(dict.fromkeys(found))
