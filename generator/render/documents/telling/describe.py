"""Records, fields and places of an edition to the German words in which a change is told."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.compare.changes import Piece, Place, Side, Values
from generator.model.goal import Handlungsfeld, Planverweis, Ziel, Zustaendigkeit
from generator.model.head import Fassung, Kapitel, Kopf
from generator.model.impressum import Impressum
from generator.model.kinds import BY_RECORD, ELEMENTS, LEVELS, STRATEGY, printed_id
from generator.model.koerperschaft import Koerperschaft
from generator.model.picture import Bild
from generator.model.recommendation import Empfehlung, Thema
from generator.model.register import FruehererName, Kennzahl, Rechnung, Station
from generator.model.stufe import HANDLUNGSFELD, Stufe
from generator.model.text import Prosatext
from generator.model.tree import OUTSIDE, OUTSIDE_LAST, Tree, identity

SELF_EXPLAINING = frozenset(
    {"text", "titel", "name", "gruppe", "zustaendig", "adressaten", "pruefen", "fassung", "stufen",
     "hinweise"}
)  # fmt: skip
"""Fields whose value needs no label in front: the kind of change says what it is."""

OPTIONAL = frozenset(
    {"gruppe", "kuerzel", "zustaendig", "adressaten", "flankiert_von", "bezug", "verweise_auf",
     "ersetzt", "pruefen", "hinweise"}
)  # fmt: skip
"""Fields that are told as new or gone; of others it is said that they have no value."""

WORDING = ("titel", "text")
"""The fields of a goal that say what it is, in the order in which they are printed."""

REFERENCES = frozenset(name for kind in ELEMENTS for name in kind.links)
"""Fields that hold IDs, told by the name of what they refer to."""

ABSENT = {"wortlaut": "wie im Quellenverzeichnis", "nummerierung": "keine"}
"""What a field without a value means, where it means more than that none is given."""

OUTSIDE_WORDS = {
    OUTSIDE: "außerhalb der Handlungsfelder",
    OUTSIDE_LAST: "außerhalb der Handlungsfelder, hinter ihnen",
}

ROLES = {"federfuehrung": "Federführung", "mitwirkung": "Mitwirkung"}
WORDINGS = {"amtlich": "amtlich", "nacherzaehlt": "nacherzählt", "eigener": "eigener"}
CARRIED = {"zustaendigkeit": "Zuständigkeit", "umsetzungsstand": "Umsetzungsstand"}


class Describer:
    """Tells about one edition, whose register of bodies, names of levels and ``numbers`` it uses."""

    def __init__(self, tree: Tree, numbers: Mapping[str, str]) -> None:
        self._tree, self._numbers = tree, numbers
        kopf: Kopf = tree.records[STRATEGY]
        self._stufen = {stufe.schluessel: stufe.name for stufe in kopf.stufen}
        bodies = (tree.records[key] for key in tree.children["akteure"])
        self._bodies = {body.id: body.name for body in bodies}

    def side(self, key: str, side: Side) -> str | None:
        """One side of a change to an element: of a whole one its wording, title or name."""
        if isinstance(side, Piece):
            kind = BY_RECORD[type(side.record)]
            return (kind.headline or kind.name)(side.record)
        if isinstance(side, Prosatext):
            return side.inhalt
        return self.values(self._tree.records[key], side) if isinstance(side, tuple) else None

    def values(self, record: Any, values: Values) -> str | None:
        """The changed fields of ``record``; None where all of them are empty."""
        parts: list[str] = []
        given = dict(values)
        if isinstance(record, Kennzahl) and {"wert", "einheit"} & given.keys():
            given = {k: v for k, v in given.items() if k not in ("wert", "einheit")}
            parts.append(record.gedruckt)
        elif isinstance(record, Ziel | Empfehlung) and given.keys() <= set(WORDING):
            return "\n".join(given[name] for name in WORDING if given.get(name)) or None
        elif given.keys() <= OPTIONAL and all(value in (None, ()) for value in given.values()):
            return None
        for name, value in given.items():
            text = self._value(value, refers=name in REFERENCES) or ABSENT.get(name, "keine Angabe")
            plain = name in SELF_EXPLAINING and not (name == "titel" and len(given) > 1)
            parts.append(text if plain else f"{record.label(name)}: {text}")
        return "; ".join(parts)

    def bodies(self, entries: tuple[Zustaendigkeit, ...]) -> str:
        """Responsible or addressed bodies as printed, with their role."""
        return ", ".join(self._body(entry) for entry in entries)

    def place(self, place: Place, *, with_level: bool) -> str:
        """Below what an element stands; with its own level where that changes, too."""
        where = self._below(place.parent)
        if with_level and place.stufe:
            return f"als {self._stufen.get(place.stufe, place.stufe)} {where}"
        return where

    def behind(self, place: Place) -> str:
        """After which sibling an element stands, or which end of the chapter it stands at."""
        if place.previous is None:
            return "an erster Stelle"
        return f"nach {self.called(identity(place.previous))}"

    def called(self, id_: str) -> str:
        """What people call the element: by its ID where that is printed, else by its name."""
        key = self._tree.keys.get(id_)
        record = self._tree.records[key] if key else None
        if record is None:
            return id_
        if isinstance(record, Kapitel | Handlungsfeld | Thema):
            return f"{BY_RECORD[type(record)].label} «{record.titel}»"
        if BY_RECORD[type(record)].shows_id:
            return printed_id(record)
        return f"«{BY_RECORD[type(record)].name(record)}»"

    def named(self, key: str) -> str:
        """Level and visible ID of an element: "Prozessziel PZ04"."""
        record = self._tree.records[key]
        if isinstance(record, Ziel):
            return f"{self._stufen.get(record.stufe, record.stufe)} {printed_id(record)}"
        return f"{LEVELS[self._tree.level(key)]} {printed_id(record)}"

    def number(self, key: str) -> str:
        """What a goal is called by its running number, "Ziel 7"; "" where it has none."""
        record = self._tree.records.get(key)
        if not isinstance(record, Ziel) or record.id not in self._numbers:
            return ""
        return f"{self._stufen.get(record.stufe, record.stufe)} {self._numbers[record.id]}"

    def _below(self, parent: str) -> str:
        record = self._tree.records.get(parent)
        if parent in OUTSIDE_WORDS:
            return OUTSIDE_WORDS[parent]
        if record is None:
            return "im Verzeichnis"
        if isinstance(record, Ziel):
            return f"unter {self.named(parent)}"
        return f"im {self.called(record.id)}"

    def _body(self, entry: Zustaendigkeit) -> str:
        printed = entry.wortlaut or self._bodies.get(entry.akteur, entry.akteur)
        return f"{printed} ({ROLES[entry.rolle]})" if entry.rolle else printed

    def _value(self, value: Any, *, refers: bool) -> str:
        if isinstance(value, tuple):
            if value and isinstance(value[0], Zustaendigkeit):
                return self.bodies(value)
            if value and isinstance(value[0], Planverweis):
                return ", ".join(f"{one.ziel} ({self.called(one.plan)})" for one in value)
            if value and isinstance(value[0], Stufe):
                return ", ".join(_level(entry, value) for entry in value)
            entries = [self._value(entry, refers=refers) for entry in value]
            if value and isinstance(value[0], Station):
                return "; ".join(entries)
            sentences = any(entry.endswith(".") for entry in entries)
            return ("\n\n" if sentences else ", ").join(entries)
        return self.called(value) if refers and value else _told(value)


def _told(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nein"
        case date():
            return value.strftime("%d.%m.%Y")
        case Fassung():
            return _edition(value)
        case Koerperschaft():
            return _authority(value)
        case Bild() | Impressum():
            return value.worte
        case FruehererName():
            return f"{value.name} (bis {value.bis})" if value.bis else value.name
        case Station():
            return f"{value.titel} – {value.text}" if value.text else value.titel
        case Rechnung():
            return f"{value.anteil} von {value.von}"
        case dict():
            return "; ".join(f"{name}: {meaning}" for name, meaning in value.items())
        case _:
            return str(value)


def _authority(body: Koerperschaft) -> str:
    """Its names, and its kind where the name does not say it."""
    name, kind = body.name or "", body.art or ""
    shown = name if kind in name.lower() else f"{name} ({kind.capitalize()})".strip()
    return ", ".join(filter(None, (shown, body.gremium, body.verwaltung)))


def _edition(fassung: Fassung) -> str:
    parts = [fassung.bezeichnung, fassung.status]
    parts.append(f"Stand {_told(fassung.stand)}")
    if fassung.beschluss:
        dated = f" vom {_told(fassung.beschlossen_am)}" if fassung.beschlossen_am else ""
        parts.append(f"Beschluss {fassung.beschluss}{dated}")
    return ", ".join(parts)


def _level(stufe: Stufe, among: tuple[Stufe, ...]) -> str:
    notes = [stufe.mehrzahl, stufe.praefix]
    notes += [f"mit {CARRIED[carried]}" for carried in stufe.traegt]
    if stufe.unter:
        names = {s.schluessel: s.name for s in among} | {HANDLUNGSFELD: LEVELS[HANDLUNGSFELD]}
        notes.append(f"unter {' oder '.join(names.get(key, key) for key in stufe.unter)}")
    notes += ["freigestellt"] if stufe.freigestellt else []
    return f"{stufe.name} ({'; '.join(notes)})"
