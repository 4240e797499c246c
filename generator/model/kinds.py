"""The kinds of change and the levels of elements: name in the program, word in YAML, word in print."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "added": "neu",
        "removed": "entfallen",
        "moved": "verschoben",
        "reordered": "umgestellt",
        "reworded": "umformuliert",
        "grouping": "ueberschrift",
        "responsibility": "zustaendigkeit",
        "addressee": "adressat",
        "link": "verweis",
        "review": "pruefvermerk",
        "text": "text",
        "register": "register",
        "figure": "kennzahl",
        "source": "quelle",
        "illustration": "abbildung",
        "edition": "fassung",
        "levels": "stufen",
    }
)
"""Kind of change, as in the JSON of ``diff``, to the word the coordinator writes in YAML.

The order is that in which several changes of one element are listed.
"""

KINDS_BY_WORD: Mapping[str, str] = MappingProxyType({word: kind for kind, word in KINDS.items()})

KIND_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "added": "neu",
        "removed": "entfallen",
        "moved": "verschoben",
        "reordered": "umgestellt",
        "reworded": "umformuliert",
        "grouping": "Überschrift geändert",
        "responsibility": "Zuständigkeit geändert",
        "addressee": "Adressaten geändert",
        "link": "Verweis geändert",
        "review": "Prüfvermerk geändert",
        "text": "Text geändert",
        "register": "Eintrag im Verzeichnis der Akteure geändert",
        "figure": "Kennzahl geändert",
        "source": "Quellenangabe geändert",
        "illustration": "Abbildung geändert",
        "edition": "Angaben zur Fassung geändert",
        "levels": "Stufen der Ziele geändert",
    }
)
"""How a change is called in print."""

LEVELS: Mapping[str, str] = MappingProxyType(
    {
        "strategie": "Strategie",
        "kapitel": "Kapitel",
        "bezugsrahmen": "Bezugsrahmen",
        "handlungsfeld": "Handlungsfeld",
        "thema": "Thema",
        "empfehlung": "Empfehlung",
        "abbildung": "Abbildung",
        "kennzahl": "Kennzahl",
        "akteur": "Akteur",
        "quelle": "Quelle",
        "planung": "Planung",
        "text": "Text",
    }
)
"""Levels that every strategy has, to their name in print; those of the goals come from ``stufen``."""
