"""The key of an element to what it is called in a change list, and to the part where it stands."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kapitel, Kopf
from generator.model.kinds import BY_LIST, BY_RECORD, LEVELS, STRATEGY, printed_id
from generator.model.level_words import LevelWords, together
from generator.model.recommendation import Empfehlung, Thema
from generator.model.tree import OUTSIDE, OUTSIDE_LAST, Tree, identity
from generator.render.documents.telling.describe import Describer
from generator.render.documents.telling.sides import Sides

AS_A_WHOLE = "Die Strategie als Ganzes"


class Subject(Struct, frozen=True):
    """What is told of: "Leitziel LZ07", in short "LZ07", and the part of the strategy it stands in.

    ``shown`` is what people see as its ID, of what has none in print the name of its kind;
    ``editing`` is the title with the ID where that is not printed: for who writes reasons.

    ``sections`` are the parts in which it stands now and stood before; ``key`` is "" for
    prose of no element.
    """

    id: str
    shown: str
    key: str
    title: str
    name: str
    section: str
    sections: tuple[str, ...]
    editing: str
    number: str = ""
    """Its running number: "Ziel 6", or "bisher Ziel 4, jetzt Ziel 6" where that has changed."""
    level: str = ""
    """What it is: "Leitziel", "Kapitel", "Kennzahl"."""
    called: str = ""
    """The name by which people know what has no visible ID."""


def subject(sides: Sides, key: str) -> Subject:
    """What a key of either edition stands for."""
    number = _number(sides, key)
    title, name = _title(sides, key)
    tree, _ = _edition(sides, key)
    record = tree.records.get(key)
    editing = title
    if isinstance(record, Ziel | Empfehlung) and record.kuerzel:
        editing = f"{title} ({'; '.join(filter(None, (record.id, number)))})"
    elif number:
        editing = f"{title} ({number})"
    title += f" ({number})" if number else ""
    section = _section(sides, key)
    found = {section: None}
    for tree in (sides.new, sides.old):
        if key in tree.parents:
            top = tree.top(key)
            found[_heading(sides, top, tree.parents[top])] = None
    shown = _shown(record, key)
    level, called = _level_and_name(sides, key, shown)
    more = {"number": number, "level": level, "called": called}
    return Subject(_id(key), shown, key, title, name, section, tuple(found), editing, **more)


def _shown(record: Any, key: str) -> str:
    """The printed ID; keys of chapters and registers are never printed."""
    if record is None or key == STRATEGY:
        return LEVELS["text" if record is None else STRATEGY]
    kind = BY_RECORD[type(record)]
    return printed_id(record) if kind.shows_id else kind.label


def _id(key: str) -> str:
    """The ID in the key of an element or of a text."""
    return key.split(":")[1] if key.startswith("text:") else identity(key)


def _edition(sides: Sides, key: str) -> tuple[Tree, Describer]:
    """The new edition, for what is gone the old one."""
    return (sides.new, sides.now) if key in sides.new.records else (sides.old, sides.was)


def _number(sides: Sides, key: str) -> str:
    """What it is called by its number in each edition."""
    was, now = sides.was.number(key), sides.now.number(key)
    if was == now:
        return now
    told = (f"{when} {number}" for when, number in (("bisher", was), ("jetzt", now)) if number)
    return ", ".join(told)


def _title(sides: Sides, key: str) -> tuple[str, str]:
    """What a change is about: "Leitziel LZ07", and in short "LZ07"."""
    if key.startswith("text:"):
        return f"Text {_id(key)}", _id(key)
    if key == STRATEGY:
        return "Strategie", "Strategie"
    tree, describer = _edition(sides, key)
    record = tree.records[key]
    kind = BY_RECORD[type(record)]
    if kind.shows_id:
        return describer.named(key), printed_id(record)
    title = f"{kind.label} «{kind.name(sides.old.records.get(key, record))}»"
    return title, title  # a renamed one is known by the name it had


def _level_and_name(sides: Sides, key: str, shown: str) -> tuple[str, str]:
    """A level, and a name where the visible ID is none."""
    if key.startswith("text:"):
        return "Text", ""
    if key == STRATEGY:
        return "Strategie", ""
    tree, describer = _edition(sides, key)
    record = tree.records[key]
    kind = BY_RECORD[type(record)]
    if isinstance(record, Ziel | Empfehlung | Handlungsfeld | Thema):
        return describer.named(key).removesuffix(shown).strip(), ""
    return kind.label, kind.name(record)


def _section(sides: Sides, key: str) -> str:
    """The heading under which an element stands in a change list."""
    if key == STRATEGY or key.startswith("text:"):
        return AS_A_WHOLE
    tree, _ = _edition(sides, key)
    top = key
    while (parent := tree.parents[top]) in tree.records:
        top = parent
        tree, _ = _edition(sides, top)  # where what is above it stands now
    return _heading(sides, top, parent)


def _outside(tree: Tree) -> LevelWords:
    """What the goals outside every Handlungsfeld are called."""
    kopf: Kopf = tree.records[STRATEGY]
    keys = (key for name in (OUTSIDE, OUTSIDE_LAST) for key in tree.children.get(name, ()))
    there = {tree.records[key].stufe for key in keys}
    return together(stufe for stufe in kopf.stufen if stufe.schluessel in there)


def _heading(sides: Sides, top: str, parent: str) -> str:
    """The title of the part of the strategy whose highest element is ``top``."""
    tree, describer = _edition(sides, top)
    record = tree.records[top]
    if parent in (OUTSIDE, OUTSIDE_LAST):
        return f"Übergreifende {_outside(tree).many}"
    if isinstance(record, Handlungsfeld | Thema):
        prefix = "Empfehlungen, " if isinstance(record, Thema) else ""
        return f"{prefix}{describer.named(top)}: {record.titel}"
    kind = BY_LIST[parent]
    return (
        f"Kapitel «{record.titel}»" if isinstance(record, Kapitel) else kind.register or kind.plural
    )
