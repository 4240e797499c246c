"""The elements of a strategy to one table as CSV: a row each, a column for each field by its label."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.graph.edition import Edition
from generator.model.base import Record
from generator.model.goal import Zustaendigkeit
from generator.model.kinds import BY_KEY, ELEMENTS, ElementKind, kind_of
from generator.model.tree import identity, name_in
from generator.render.exports.exported import BESIDE, Exported, left_out
from generator.render.formats.spreadsheet import separated

CELL = 32_767
"""Characters that a cell of Excel holds (Microsoft, Excel specifications and limits)."""
ID, LEVEL, ABOVE, NUMBER = "Kennung", "Ebene", "steht unter", "Nummer"
BEFORE, AFTER = "Text davor", "Text danach"


def encode(edition: Edition) -> Exported:
    """Columns that no element fills are left out; of several values each stands behind a semicolon."""
    rows = list(_rows(edition))
    filled = {label for row in rows for label, value in row.items() if value}
    columns = [label for label in _columns() if label in filled]
    table = [columns, *([row.get(label, "") for label in columns] for row in rows)]
    lost = left_out(edition.strategy, "Begründungen von Änderungen", "Beschlussregeln", *BESIDE)
    return Exported(separated(table), (*lost, *_too_long(rows)))


def _columns() -> list[str]:
    """In the order in which the records have their fields, each label once."""
    fields = [label for kind in ELEMENTS for _, label in _fields(kind)]
    return list(dict.fromkeys([ID, LEVEL, ABOVE, NUMBER, *fields, BEFORE, AFTER]))


def _fields(kind: ElementKind) -> Iterator[tuple[str, str]]:
    """The fields of a kind with their labels, without its ID, level and what stands below it."""
    for name in kind.record.model_fields:
        if name not in {"id", "stufe", kind.children, *kind.record.computed}:
            yield name, kind.record.label(name)


def _rows(edition: Edition) -> Iterator[dict[str, str]]:
    strategy, tree = edition.strategy, edition.tree
    numbers = {**edition.numbering.sections, **edition.numbering.goals}
    names = {body.id: body.name for body in strategy.akteure}
    levels = {stufe.schluessel: stufe.name for stufe in strategy.kopf.stufen}
    for name, key in tree.keys.items():
        element, above = tree.records[key], tree.parents[key]
        kind, found = kind_of(element), tree.kind(key)
        row = {
            ID: identity(name),
            LEVEL: levels.get(found) or BY_KEY[found].label,
            ABOVE: identity(name_in(above)) if above in tree.records else "",
            NUMBER: numbers.get(name, ""),
        }
        row |= {label: _text(getattr(element, field), names) for field, label in _fields(kind)}
        for place, label in (("vor", BEFORE), ("nach", AFTER)):
            text = strategy.texts_by_id.get((name, place))
            row[label] = text.inhalt if text else ""
        yield row


def _text(value: Any, names: dict[str, str]) -> str:
    """A value in words: bodies by their names with their IDs behind them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "; ".join(_text(part, names) for part in value)
    if isinstance(value, Zustaendigkeit):
        name = value.wortlaut or names.get(value.akteur, "")
        return " ".join(filter(None, (name, f"({value.akteur})", value.rolle)))
    if isinstance(value, Record):
        fields = ((type(value).label(name), _text(part, names)) for name, part in value)
        return ", ".join(f"{label}: {text}" for label, text in fields if text)
    return str(value)


def _too_long(rows: list[dict[str, str]]) -> Iterator[str]:
    found = [row[ID] for row in rows if any(len(value) > CELL for value in row.values())]
    if found:
        yield f"Excel zeigt von einer Zelle höchstens {CELL} Zeichen; länger ist ein Text zu {', '.join(found)}."
