"""Rows of goals and Empfehlungen that a reviewer added, took out or moved, to the elements of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.match.new_places import CELL
from generator.match.normal_text import plain
from generator.match.rows import BETWEEN
from generator.match.verdicts import MARKUP
from generator.model.address import Address
from generator.model.base import ID_PATTERN
from generator.model.goal import Ziel
from generator.model.identity import FreeIds
from generator.model.kinds import BY_KEY
from generator.model.prose_markup import markup
from generator.model.recommendation import Empfehlung
from generator.model.review import Statement
from generator.model.tree import identity
from generator.reviewing.draft import Draft
from generator.reviewing.undecided import StandsError, UndecidedError
from generator.reviewing.wanted_bodies import bodies_changed

LABELS = {"zuständigkeit": "zustaendig", "adressaten": "adressaten"}
NO_PLACE = (
    "Wo das in der Strategie stehen soll, ist nicht eindeutig; das Element darüber nennen und von "
    "Hand eintragen."
)
OUTSIDE = (
    "Neuer Text an einer Stelle, an der die Strategie keinen hat; in einen Text oder ein Kapitel von Hand "
    "eintragen."
)
NO_WORDING = "In der neuen Zeile steht kein Wortlaut, aus dem ein Eintrag werden könnte."
SEVERAL = "In der neuen Zeile stehen mehrere Texte; welcher der Wortlaut ist, ist zu entscheiden. Von Hand eintragen."
NOT_BELOW = "{} kann nicht unter {} stehen."
CHILDREN = (
    "Unter {} stehen noch {}; gestrichen wird ein Element erst, wenn auch diese gestrichen sind oder "
    "woanders stehen."
)
LEFT = "Unter {} stehen noch {}; verschoben wird ein Element erst, wenn auch diese verschoben oder gestrichen sind."
REFERRED = "Auf {} verweist noch {}; erst dort ändern."
TEXT_STAYS = "Der Text zu {} ist nicht gestrichen; was mit ihm geschieht, ist zu entscheiden."
NO_GOAL = (
    "Eine Überschrift entfällt mit allem, was unter ihr steht, oder wird eine andere; was gemeint ist, ist zu "
    "entscheiden. Von Hand ändern."
)
CHANGED = "Der Wortlaut von {} ist inzwischen geändert («{}»); ob es trotzdem entfällt, ist zu entscheiden."
LABEL = (
    "Gestrichen ist nur die Kennung von {}, nicht der Wortlaut; ob es entfällt, ist zu entscheiden."
)
IN_CELL = (
    "Ein weiterer Absatz in der Zelle mit «{}»; ob er zu diesem Text gehört oder ein Eintrag für sich ist, ist "
    "zu entscheiden. Von Hand eintragen."
)
SIGNAL = (
    "Die Zeile «{}» gehört zu einem Ziel, bei dem schon Stellen eingetragen sind; dort ergänzen."
)
LONGEST = 50
"""Letters of a text that a message quotes."""
_NUMBER = re.compile(r"\s+\d+(?:\.\d+)*$")
_ID = re.compile(ID_PATTERN)


class NewRow(Struct, frozen=True):
    """What the cells of a new row say."""

    level: str | None
    identity: str | None
    words: tuple[str, ...]
    bodies: tuple[str, str] | None = None
    """The field of a row of bodies, and those as they were typed."""


def row_added(draft: Draft, one: Statement) -> None:
    """A new goal or Empfehlung with the next free ID, or the bodies of one that had none."""
    if one.look != CELL:
        raise UndecidedError(OUTSIDE)
    if plain(one.beside):
        raise UndecidedError(IN_CELL.format(_short(one.beside)))
    rows = [_read(draft, row) for row in one.new.split("\n") if plain(row)]
    if not rows:
        raise UndecidedError(NO_WORDING)
    first, *more = rows
    if first.bodies is not None:
        _bodies(draft, one, first.bodies, one.after or one.parent)
        return
    made = _element(draft, one, first)
    for row in more:
        if row.bodies is None:
            raise UndecidedError(SEVERAL)
        _bodies(draft, one, row.bodies, made)


def _read(draft: Draft, row: str) -> NewRow:
    """Label, ID and wording, as far as the cells say them."""
    cells = [cell.strip() for cell in row.split(BETWEEN) if cell.strip()]
    field = LABELS.get(cells[0].casefold()) if cells else None
    if field:
        return NewRow(None, None, (), (field, "\n".join(cells[1:])))
    names = {stufe.name: stufe.schluessel for stufe in draft.ground.strategy.kopf.stufen}
    names[BY_KEY["empfehlung"].label] = "empfehlung"
    level = named = None
    words = []
    for cell in cells:
        if level is None and _NUMBER.sub("", cell) in names:
            level = names[_NUMBER.sub("", cell)]
        elif named is None and _ID.match(cell) and any(s.isdigit() for s in cell):
            named = cell
        elif cell.casefold() not in ("neu", "?", "–", "-", "…"):
            words.append(cell)
    return NewRow(level, named, tuple(words))


def _element(draft: Draft, one: Statement, row: NewRow) -> str:
    """Put the new element in its place; its ID."""
    if not row.words:
        raise UndecidedError(NO_WORDING)
    if len(row.words) > 1:
        raise UndecidedError(SEVERAL)
    (wording,) = row.words
    if markup(wording):
        raise UndecidedError(MARKUP)
    parent, behind = _place(draft, one)
    level = row.level or _level_of(draft, behind)
    if level is None:
        raise UndecidedError(NO_PLACE)
    _fits(draft, level, parent)
    for key in draft.siblings(parent):
        if plain(getattr(draft.content.records[key], "text", "")) == plain(wording):
            raise StandsError
    name = _free(draft, row.identity, level)
    if level == "empfehlung":
        made: Ziel | Empfehlung = Empfehlung(id=name, text=wording)
    else:
        made = Ziel(id=name, stufe=level, text=wording)
    group = getattr(draft.content.records.get(behind or ""), "gruppe", None)
    draft.put_in(made.model_copy(update={"gruppe": group}) if group else made, parent, behind)
    return name


def _place(draft: Draft, one: Statement) -> tuple[str, str | None]:
    """The key of the parent and that of the sibling before."""
    behind = draft.key(one.after) if one.after else None
    parent = draft.key(one.parent) if one.parent else None
    if one.after and behind is None:
        raise UndecidedError(NO_PLACE)
    if parent is None and behind is not None:
        parent = draft.content.parents[behind]
    if parent is None or (behind is not None and draft.content.parents[behind] != parent):
        raise UndecidedError(NO_PLACE)
    return parent, behind


def _level_of(draft: Draft, sibling: str | None) -> str | None:
    return draft.content.kind(sibling) if sibling in draft.content.records and sibling else None


def _fits(draft: Draft, level: str, parent: str) -> None:
    """UndecidedError where an element of a level cannot stand below a parent."""
    kopf = draft.ground.strategy.kopf
    above = draft.content.kind(parent) if parent in draft.content.records else ""
    stufe = next((s for s in kopf.stufen if s.schluessel == level), None)
    good = above in kopf.parents_of(stufe) if stufe else above == "thema"
    outside = not above and stufe is not None and stufe == kopf.stufen[0]
    if not (good or outside):
        name = stufe.name if stufe else "Eine Empfehlung"
        raise UndecidedError(
            NOT_BELOW.format(name, identity(parent) if above else "keinem Element")
        )


def _free(draft: Draft, typed: str | None, level: str) -> str:
    """The ID that was typed, where it was never used, else the next free one of the level."""
    used = [*draft.content.keys, *draft.ground.former()]
    if typed is not None and typed.lower() not in {one.lower() for one in used}:
        return typed
    same = [
        identity(key)
        for key in draft.content.records
        if key in draft.content.parents and draft.content.kind(key) == level
    ]
    stufe = next((s for s in draft.ground.strategy.kopf.stufen if s.schluessel == level), None)
    like = next((name for name in reversed(same) if name[-1:].isdigit()), None)
    prefix = (stufe.praefix if stufe else None) or "EM"
    return FreeIds(used).next(like or f"{prefix}01")


def _bodies(draft: Draft, one: Statement, bodies: tuple[str, str], start: str | None) -> None:
    """The bodies of the nearest element upwards that may have some and has none yet."""
    field, names = bodies
    key = draft.key(start) if start else None
    while key in draft.content.records and key is not None:
        record = draft.content.records[key]
        if _carries(draft, record, field):
            if getattr(record, field):
                raise UndecidedError(SIGNAL.format(plain(one.new)))
            address = Address(record.id, field, "", 0)
            for name in names.split("\n"):
                line = replace(one, old="", new=name, beside="", address=address)
                bodies_changed(
                    draft,
                    line,
                    replace(address, index=len(getattr(draft.record(record.id), field))),
                )
            return
        key = draft.content.parents.get(key)
    raise UndecidedError(NO_PLACE)


def _carries(draft: Draft, record: object, field: str) -> bool:
    if isinstance(record, Empfehlung):
        return field == "adressaten"
    if not isinstance(record, Ziel) or field != "zustaendig":
        return False
    return "zustaendigkeit" in draft.ground.strategy.kopf.stufe(record.stufe).traegt


def row_removed(draft: Draft, one: Statement, address: Address) -> None:
    """An element taken out, where nothing that stays hangs on it."""
    key = draft.key(address.element)
    if key is None:
        raise StandsError
    record = draft.content.records[key]
    if not isinstance(record, Ziel | Empfehlung):
        raise UndecidedError(NO_GOAL)
    if address.field in ("id", "kuerzel"):
        raise UndecidedError(LABEL.format(record.id))
    if plain(record.text) not in plain(one.old):
        raise UndecidedError(CHANGED.format(record.id, record.text))
    going = set(_with_below(draft, key))
    stay = [identity(k) for k in going if identity(k) not in draft.gone | {record.id}]
    if stay:
        raise UndecidedError(CHILDREN.format(record.id, ", ".join(sorted(stay))))
    names = {identity(k) for k in going}
    for name in sorted(names):
        for stelle in ("vor", "nach"):
            if draft.text(name, stelle) is not None and (name, stelle) not in draft.emptied:
                raise UndecidedError(TEXT_STAYS.format(name))
        for element, where in draft.ground.references.get(name, ()):
            if element not in names and draft.key(element) is not None:
                raise UndecidedError(REFERRED.format(name, where))
    draft.take_out(key)


def _with_below(draft: Draft, key: str) -> Iterator[str]:
    yield key
    for child in draft.content.children.get(key, ()):
        yield from _with_below(draft, child)


def row_moved(draft: Draft, one: Statement, address: Address) -> None:
    """An element with all below it in another place."""
    key = draft.key(address.element)
    if key is None:
        raise UndecidedError(f"{address.element} gibt es in der Strategie nicht mehr.")
    if plain(one.old) != plain(one.new):
        raise UndecidedError(NO_PLACE)
    parent, behind = _place(draft, one)
    if behind == key or parent in set(_with_below(draft, key)):
        raise UndecidedError(NO_PLACE)
    _fits(draft, draft.content.kind(key), parent)
    siblings = [k for k in draft.siblings(parent) if k != key]
    there = draft.content.parents[key] == parent
    at = siblings.index(behind) + 1 if behind in siblings else 0
    if there and draft.siblings(parent).index(key) == at:
        raise StandsError
    below = {identity(child) for child in draft.content.children.get(key, ())}
    if stay := below - draft.moving - draft.gone:
        raise UndecidedError(LEFT.format(address.element, ", ".join(sorted(stay))))
    draft.place(key, parent, behind)


def _short(text: str) -> str:
    words = plain(text)
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} …"
