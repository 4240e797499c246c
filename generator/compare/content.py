"""A strategy to a flat table of what is published, and such a table back to a strategy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel, Zielsystem
from generator.model.head import Bezugsrahmen, Kapitel, Kopf, Schwellen
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import Abbildung, Akteur, Kennzahl, Planung, Quelle
from generator.model.strategy import Strategy
from generator.model.text import Prosatext

STRATEGY = "strategie"
"""Key, level and ID of the strategy itself: title, edition, levels."""

CROSS_CUTTING = "uebergreifend"
LISTS = ("kapitel", CROSS_CUTTING, "handlungsfelder", "themen", "bezugsrahmen", "abbildungen",
         "kennzahlen", "akteure", "quellen", "plaene")  # fmt: skip
"""Keys of the lists that hang below nothing; the key of an element has a colon."""

RECORD_LEVELS: dict[type[Any], str] = {
    Kopf: STRATEGY,
    Kapitel: "kapitel",
    Handlungsfeld: "handlungsfeld",
    Ziel: "ziel",
    Thema: "thema",
    Empfehlung: "empfehlung",
    Bezugsrahmen: "bezugsrahmen",
    Abbildung: "abbildung",
    Kennzahl: "kennzahl",
    Akteur: "akteur",
    Quelle: "quelle",
    Planung: "planung",
}
CHILD_LISTS: dict[type[Any], str] = {
    Handlungsfeld: "kinder",
    Ziel: "kinder",
    Thema: "empfehlungen",
}

HOUSE_RULES: dict[str, Any] = {
    "format": 1,
    "anzahl": {},
    "abweichungen": (),
    "schweregrade": {},
    "schwellen": Schwellen(),
    "schreibweisen": {},
    "beschlussregeln": (),
}
"""Fields of strategy.yaml that steer the program and are printed nowhere, as if never set."""

TextKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """Every element by key, its parent, the children of every parent in order, and the texts.

    Records keep the children they had; ``children`` is what counts. ``owners`` tells
    which element an ID names (of a duplicate ID the first), ``levels`` the name of each Stufe.
    """

    records: dict[str, Any]
    parents: dict[str, str]
    children: dict[str, list[str]]
    texts: dict[TextKey, Prosatext]
    owners: dict[str, str]
    levels: dict[str, str]

    def level(self, key: str) -> str:
        """Level of an element as the JSON of ``diff`` names it."""
        record = self.records[key]
        if isinstance(record, Ziel):
            return self.levels.get(record.stufe, record.stufe)
        return RECORD_LEVELS[type(record)]


def identity(key: str) -> str:
    """The ID in the key of an element."""
    return key.partition(":")[2].partition("#")[0] or key


def published(strategy: Strategy) -> Strategy:
    """What is compared: all but house rules and reasons, the texts in one order."""
    return Strategy(
        kopf=strategy.kopf.model_copy(update=HOUSE_RULES),
        ziele=strategy.ziele,
        themen=strategy.themen,
        akteure=strategy.akteure,
        kennzahlen=strategy.kennzahlen,
        quellen=strategy.quellen,
        plaene=strategy.plaene,
        abbildungen=strategy.abbildungen,
        texte=tuple(sorted(strategy.texte, key=_text_order)),
    )


def table(strategy: Strategy) -> Table:
    """The elements of a strategy side by side; a duplicate ID gets a key of its own."""
    kopf = strategy.kopf
    result = Table(
        records={STRATEGY: kopf},
        parents={},
        children={},
        texts={(text.id, text.stelle): text for text in strategy.texte},
        owners={},
        levels={stufe.schluessel: stufe.name.lower() for stufe in kopf.stufen},
    )
    lists: dict[str, Iterable[Any]] = {
        "kapitel": kopf.kapitel,
        CROSS_CUTTING: strategy.ziele.uebergreifend.kinder,
        "handlungsfelder": strategy.ziele.handlungsfelder,
        "themen": strategy.themen,
        "bezugsrahmen": kopf.bezugsrahmen,
        "abbildungen": strategy.abbildungen,
        "kennzahlen": strategy.kennzahlen,
        "akteure": strategy.akteure,
        "quellen": strategy.quellen,
        "plaene": strategy.plaene,
    }
    for name in LISTS:
        _add(result, name, lists[name])
    return result


def _add(into: Table, parent: str, records: Iterable[Any]) -> None:
    siblings = into.children[parent] = []
    for record in records:
        key = base = f"{RECORD_LEVELS[type(record)]}:{record.id}"
        count = 1
        while key in into.records:
            count += 1
            key = f"{base}#{count}"
        siblings.append(key)
        into.records[key] = record
        into.parents[key] = parent
        into.owners.setdefault(record.id, key)
        child_list = CHILD_LISTS.get(type(record))
        if child_list:
            _add(into, key, getattr(record, child_list))


def rebuild(content: Table, like: Strategy) -> Strategy:
    """The strategy a table describes; house rules and reasons are those of ``like``."""

    def of(parent: str) -> tuple[Any, ...]:
        return tuple(_with_children(content, key) for key in content.children[parent])

    kopf = content.records[STRATEGY].model_copy(
        update={"kapitel": of("kapitel"), "bezugsrahmen": of("bezugsrahmen")}
    )
    return Strategy(
        kopf=kopf,
        ziele=Zielsystem(
            uebergreifend=Uebergreifend(kinder=of(CROSS_CUTTING)),
            handlungsfelder=of("handlungsfelder"),
        ),
        themen=of("themen"),
        akteure=of("akteure"),
        kennzahlen=of("kennzahlen"),
        quellen=of("quellen"),
        plaene=of("plaene"),
        abbildungen=of("abbildungen"),
        aenderungen=like.aenderungen,
        texte=tuple(sorted(content.texts.values(), key=_text_order)),
    )


def _with_children(content: Table, key: str) -> Any:
    record = content.records[key]
    child_list = CHILD_LISTS.get(type(record))
    if child_list is None:
        return record
    children = tuple(_with_children(content, child) for child in content.children.get(key, ()))
    if not children and not getattr(record, child_list):
        return record
    return record.model_copy(update={child_list: children})


def childless(record: Any) -> Any:
    """The record without the elements below it."""
    child_list = CHILD_LISTS.get(type(record))
    return record.model_copy(update={child_list: ()}) if child_list else record


def _text_order(text: Prosatext) -> tuple[str, bool]:
    return text.id, text.stelle == "nach"
