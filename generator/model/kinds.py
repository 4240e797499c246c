"""The kinds of elements: what each is called, where it lives, what stands below it, what is printed of it.

Reader, graph, comparison, checks and documents derive from this table what they need to know of
a kind; a new register is a line here, its record, its list in the strategy and what prints it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct, field

from generator.model.base import Element, Record
from generator.model.council import Ratsvorlage
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel
from generator.model.head import Bezugsrahmen, Kapitel
from generator.model.progress import Umsetzung
from generator.model.recommendation import Empfehlung, Empfehlungen, Thema
from generator.model.register import (
    Abbildung,
    Abbildungen,
    Aenderungsgruende,
    Akteur,
    Akteure,
    Kennzahl,
    Kennzahlen,
    Planung,
    Quelle,
    Quellen,
)
from generator.model.stellungnahme import Stellungnahmen
from generator.model.stufe import HANDLUNGSFELD

HEAD, GOALS, REASONS = "strategy.yaml", "goals.yaml", "changes.yaml"
OPINIONS = "stellungnahmen.yaml"
"""It names persons: no digest, sealed edition or product holds it but the Abwägungstabelle."""
PROGRESS = "progress.yaml"
"""A history beside the editions: no digest and no sealed edition holds it."""
COUNCIL = "council.yaml"
OWN_FILES = (OPINIONS, PROGRESS, COUNCIL)
"""What is kept beside the strategy and is no part of what is adopted."""
REGISTER_FILES: Mapping[str, type[Record]] = {
    "recommendations.yaml": Empfehlungen,
    "actors.yaml": Akteure,
    "key_figures.yaml": Kennzahlen,
    "sources.yaml": Quellen,
    "figures.yaml": Abbildungen,
    REASONS: Aenderungsgruende,
    OPINIONS: Stellungnahmen,
    PROGRESS: Umsetzung,
    COUNCIL: Ratsvorlage,
}
"""The files a strategy may do without, to the lists that each holds: those of a Strategy."""

STRATEGY = "strategie"
"""Key, level and ID of the strategy itself: title, edition, levels."""

Relation = Literal[
    "contains",  # root, Handlungsfeld, goal or Thema -> what stands below it
    "responsible",  # goal -> body
    "addresses",  # Empfehlung -> body
    "part_of",  # body -> body it belongs to
    "succeeded_by",  # body -> each of its successors
    "refers",  # element -> element it names (flankiert_von, [[ID]] in its text)
    "plan",  # goal or Empfehlung -> plan (bezug, verweise_auf)
    "replaces",  # element -> element it replaces
    "cites",  # element or Kennzahl -> source
    "uses",  # element -> Kennzahl printed in its text; Kennzahl -> Kennzahl it is checked against
    "shows",  # element -> figure that stands in its text
    "belongs_to",  # Kennzahl -> element in whose section it is used
]


class ChangeKind(Struct, frozen=True):
    """What can happen to an element: name in the program, word in YAML, words in print.

    ``noun`` is something that an element may have or not, so that it can be new or gone.
    """

    key: str
    word: str
    label: str
    noun: str = ""


class ElementKind(Struct, frozen=True):
    """One kind of element; ``key`` is what graph, comparison and ``beschlussregeln`` call it."""

    key: str
    label: str
    record: type[Element]
    file: str
    path: str
    """Where in a Strategy its list stands; "" for what only stands below others."""
    plural: str
    place: Literal["kapitel", "ziele", "empfehlungen", "anhang", "quellen", "text"]
    """What prints it: it is a chapter, the chapter of that content, the appendices, the bibliography,
    or the texts that show it."""
    children: str = ""
    """The field with the elements below it."""
    name: Callable[[Any], str] = attrgetter("titel")
    headline: Callable[[Any], str] | None = None
    """The element in one sentence, where that is more than its name."""
    shows_id: bool = False
    """Whether people know it by its ID, because that is printed."""
    printed: tuple[str, ...] = ("titel",)
    """The fields whose words the document prints."""
    lines: tuple[str, ...] = ("titel",)
    """The fields whose words stand in the lines of the document just as typed."""
    foreign: frozenset[str] = frozenset()
    """Those of the printed that are the words of others."""
    links: Mapping[str, Relation] = field(default_factory=dict)
    """Fields that name other elements, to what that means; a dot leads into a record."""
    change: ChangeKind | None = None
    """What is said to have happened where its fields differ; None: it was reworded."""
    changes: Mapping[str, str] = field(default_factory=dict)
    """Fields that tell of another kind of change."""
    register: str = ""
    """The heading of the register of the house that it stands in."""
    part: str = ""
    """The part of the document in which its entries stand, for what stands in no chapter."""

    @property
    def list(self) -> str:
        """The key of its list in the file, and the word behind ``anzahl``."""
        return self.path.removesuffix(".kinder").rpartition(".")[2] or self.plural.lower()

    def of(self, strategy: Any) -> Iterable[Any]:
        """The elements that stand in its list, not those below others."""
        found: Iterable[Any] = attrgetter(self.path)(strategy) if self.path else ()
        return found

    def words(self, element: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """What is printed of an element, each with the way to it in the element."""
        for name in self.printed:
            value = getattr(element, name)
            if isinstance(value, tuple):
                yield from (((name, index), _text(part)) for index, part in enumerate(value))
            elif value:
                yield (name,), value

    def below(self, element: Any) -> tuple[Any, ...]:
        """The elements directly below one of this kind."""
        found: tuple[Any, ...] = getattr(element, self.children) if self.children else ()
        return found


def _headline(element: Ziel | Empfehlung) -> str:
    """Title and wording of a goal or an Empfehlung, a line each."""
    return f"{element.titel}\n{element.text}" if element.titel else element.text


_WORDING = {
    "kuerzel": "grouping",
    "gruppe": "grouping",
    "flankiert_von": "link",
    "bezug": "link",
    "verweise_auf": "link",
    "ersetzt": "link",
    "pruefen": "review",
    "zustaendig": "responsibility",
    "adressaten": "addressee",
}
_SOURCE = ChangeKind("source", "quelle", "Quellenangabe geändert")

ELEMENTS: tuple[ElementKind, ...] = (
    ElementKind(
        "kapitel", "Kapitel", Kapitel, HEAD, "kopf.kapitel", "Kapitel", "kapitel",
        changes={"inhalt": "grouping", "nummeriert": "grouping"},
    ),
    ElementKind(  # level, label and plural of a goal are those of its Stufe
        "ziel", "Ziel", Ziel, GOALS, "ziele.uebergreifend.kinder", "Ziele", "ziele",
        children="kinder", name=attrgetter("text"), headline=_headline, shows_id=True,
        printed=("titel", "text", "gruppe"),
        lines=("titel", "text", "kuerzel", "gruppe", "zustaendig"),
        links={"zustaendig": "responsible", "flankiert_von": "refers", "bezug": "plan",
               "verweise_auf.plan": "plan", "ersetzt": "replaces"},
        changes=_WORDING,
    ),
    ElementKind(
        "handlungsfeld", "Handlungsfeld", Handlungsfeld, GOALS, "ziele.handlungsfelder",
        "Handlungsfelder", "ziele", children="kinder", shows_id=True,
    ),
    ElementKind(
        "thema", "Thema", Thema, "recommendations.yaml", "themen", "Themen", "empfehlungen",
        children="empfehlungen", shows_id=True,
    ),
    ElementKind(
        "empfehlung", "Empfehlung", Empfehlung, "recommendations.yaml", "", "Empfehlungen",
        "empfehlungen", name=attrgetter("text"), headline=_headline, shows_id=True,
        printed=("titel", "text", "gruppe"),
        lines=("titel", "text", "kuerzel", "gruppe", "adressaten"),
        links={"adressaten": "addresses", "bezug": "plan", "ersetzt": "replaces"},
        changes=_WORDING,
    ),
    ElementKind(
        "bezugsrahmen", "Bezugsrahmen", Bezugsrahmen, HEAD, "kopf.bezugsrahmen", "Bezugsrahmen",
        "anhang", foreign=frozenset({"titel"}), lines=("titel", "ziele"),
        changes={"beschlossen_am": "link", "ziele": "link"}, part="bezugsrahmen",
    ),
    ElementKind(
        "abbildung", "Abbildung", Abbildung, "figures.yaml", "abbildungen", "Abbildungen",
        "text", printed=("titel", "alternativtext", "stationen"),
        lines=("titel", "quelle"),
        change=ChangeKind("illustration", "abbildung", "Abbildung geändert"),
        register="Abbildungen",
    ),
    ElementKind(
        "kennzahl", "Kennzahl", Kennzahl, "key_figures.yaml", "kennzahlen", "Kennzahlen",
        "anhang", name=attrgetter("bezeichnung"),
        headline=lambda figure: f"{figure.bezeichnung}: {figure.gedruckt}",
        printed=("bezeichnung", "herkunft"),
        lines=("bezeichnung", "wert", "einheit", "gebiet", "stichtag", "herkunft"), foreign=frozenset({"herkunft"}),
        links={"quelle": "cites", "abschnitt": "belongs_to", "hoechstens": "uses",
               "rechnung.anteil": "uses", "rechnung.von": "uses"},
        change=ChangeKind("figure", "kennzahl", "Kennzahl geändert"),
        register="Kennzahlen", part="kennzahlen",
    ),
    ElementKind(
        "akteur", "Akteur", Akteur, "actors.yaml", "akteure", "Akteure", "anhang",
        name=attrgetter("name"), printed=("name",), lines=("name", "frueher"),
        links={"teil_von": "part_of", "nachfolger": "succeeded_by"},
        change=ChangeKind("register", "register", "Eintrag im Verzeichnis der Akteure geändert"),
        register="Akteure", part="stellenverzeichnis",
    ),
    ElementKind(
        "quelle", "Quelle", Quelle, "sources.yaml", "quellen", "Quellen", "quellen",
        name=attrgetter("kurz"),
        headline=attrgetter("genannt"),
        printed=("urheber", "titel"),
        lines=("urheber", "jahr", "titel", "ort", "adresse"), foreign=frozenset({"urheber", "titel"}),
        change=_SOURCE, register="Quellen und Planungen", part="quellenverzeichnis",
    ),
    ElementKind(
        "planung", "Planung", Planung, "sources.yaml", "plaene", "Planungen", "anhang",
        lines=("titel", "stand"), change=_SOURCE, register="Quellen und Planungen", part="planungen",
    ),
)  # fmt: skip
"""In the order in which a comparison tells of them."""

BY_RECORD: Mapping[type[Any], ElementKind] = {kind.record: kind for kind in ELEMENTS}
BY_KEY: Mapping[str, ElementKind] = {kind.key: kind for kind in ELEMENTS}
BY_LIST: Mapping[str, ElementKind] = {kind.list: kind for kind in ELEMENTS}
REGISTERS = tuple(kind for kind in ELEMENTS if kind.place in ("anhang", "quellen", "text"))
"""What hangs below nothing and has no text of its own."""

IN_CHAPTER: Mapping[str, tuple[ElementKind, ...]] = {
    content: tuple(kind for kind in ELEMENTS if kind.path and kind.place == content)
    for content in ("ziele", "empfehlungen")
}
"""``inhalt`` of a chapter to the kinds whose lists it prints, one behind the other."""

COUNTED: Mapping[str, str] = {k.list: k.key for k in ELEMENTS if k.record is not Ziel}
"""What can be counted besides the levels of goals: word of ``anzahl`` to kind of element."""

RESERVED = frozenset(
    {
        HANDLUNGSFELD,
        *Ziel.model_fields,
        *Handlungsfeld.model_fields,
        *Uebergreifend.model_fields,
        *COUNTED,
    }
)
"""Words that are no key of a level, as they mean something else already."""

LEVELS: Mapping[str, str] = {
    STRATEGY: "Strategie",
    **{kind.key: kind.label for kind in ELEMENTS if kind.record is not Ziel},
    "text": "Text",
}
"""Levels that every strategy has, to their name in print; those of the goals come from ``stufen``."""


def _text(part: Any) -> str:
    """The words of an entry of a list: one to a line where it is a record."""
    if isinstance(part, str):
        return part
    return "\n".join(value for _, value in part if isinstance(value, str))


def printed_id(element: Element) -> str:
    """What people see as the ID of an element: its Kürzel ("GE-8") where it has one."""
    return getattr(element, "kuerzel", None) or element.id


def both_ids(element: Element) -> str:
    """What people see as its ID and, where that is its Kürzel, the ID too: "GE-8 (MA05)"."""
    shown = printed_id(element)
    return shown if shown == element.id else f"{shown} ({element.id})"


def kind_of(record: Element) -> ElementKind:
    """The kind of an element."""
    return BY_RECORD[type(record)]
