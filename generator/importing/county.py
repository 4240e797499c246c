"""What a source says of whose strategy it is: title, name, kind and council, where only one can be meant."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from generator.model.koerperschaft import Koerperschaft
from generator.receive.foreign import ForeignDocument, without_signs
from generator.starting.wishes import USUAL

_COUNCILS = re.compile(
    r"\b(?P<name>Kreistag|Stadtrat|Gemeinderat|Stadtverordnetenversammlung|Bürgerschaft|Ratsversammlung|Verbandsversammlung|Gemeindevertretung)(?:s|es)?\b"
)
_BODIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("landkreis", re.compile(r"\b(?:Landkreis(?:es)?\s(?P<a>[A-ZÄÖÜ][\wäöüß-]+)|(?P<b>[A-ZÄÖÜ][\wäöüß]+-Kreis)(?:es)?\b)")),
    ("stadt", re.compile(r"\b(?:Landeshauptstadt|Stadt)\s(?P<a>[A-ZÄÖÜ][\wäöüß]+)\b")),
    ("gemeinde", re.compile(r"\bGemeinde\s(?P<a>[A-ZÄÖÜ][\wäöüß]+)\b")),
)  # fmt: skip
_OFTEN = 3
_CLEARLY = 3
"""So many times as often as the next: then only one can be meant."""


def body_of(document: ForeignDocument) -> tuple[Koerperschaft, bool]:
    """The body, and whether the source tells it; where it does not, nothing is said of it."""
    text = " ".join(without_signs(line.text) for p in document.passages for line in p.lines)
    found: Counter[tuple[str, str]] = Counter()
    for art, pattern in _BODIES:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            name = groups["a"] or groups.get("b")
            if name:
                found[art, name] += 1
    council = _only(Counter(m["name"] for m in _COUNCILS.finditer(text)))
    body = _only(found)
    settings: dict[str, Any] = {}
    if body is not None:
        art, name = body
        prefix = {
            "landkreis": "" if name.endswith("-Kreis") else "Landkreis ",
            "stadt": "Stadt ",
            "gemeinde": "Gemeinde ",
        }
        usual = USUAL[art]
        settings = {
            "name": f"{prefix[art]}{name}",
            "art": art,
            "gremium": usual[0],
            "verwaltung": usual[1],
        }
    if council is not None:
        settings["gremium"] = council
    return Koerperschaft(**settings), body is not None


def _only(found: Counter[Any]) -> Any:
    (first, count), (_, second) = [*found.most_common(2), (None, 0), (None, 0)][:2]
    return first if count >= _OFTEN and count >= _CLEARLY * second else None
