"""A change to the words in which a change list tells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.compare.approval import ApprovedChange, editorial_by_itself
from generator.compare.changes import Change
from generator.compare.description import Describer
from generator.compare.lineage import Lineage, listed
from generator.compare.succession import RENAMED as RENAMED
from generator.compare.succession import Succession
from generator.model.change_kinds import CHANGES
from generator.model.goal import Zustaendigkeit
from generator.model.head import Koerperschaft

GROUPS = frozenset({"kapitel", "handlungsfeld", "thema"})


def nature(approved: ApprovedChange) -> str:
    """Whether a change is redaktionell or inhaltlich, as far as somebody said so."""
    if approved.editorial is None:
        return "noch nicht eingestuft"
    return "redaktionell" if approved.editorial else "inhaltlich"


def approval_words(approved: ApprovedChange, body: Koerperschaft) -> str:
    """Who has to agree, and where that is laid down."""
    words = {
        "kreistag": body.kreistag,
        "verwaltung": "Verwaltung",
        "ungeregelt": "nicht geregelt",
    }[approved.approval]
    return f"{words} (nach {approved.ground})" if approved.ground else words


def what(change: Change, origin: Lineage, bodies: Succession) -> str:
    """What happened, and what became of it: "entfallen, geteilt in MA15 und MA16"."""
    if change.kind == "register":  # the word for the kind would say no more
        return bodies.of_changed(change.id, _fields(change))
    plain = _what(change)
    of_new = bodies.of_new if change.level == "akteur" else origin.of_new
    if change.kind == "added" and (said := of_new(change.id)):
        return f"{plain}, {said}"
    if change.kind == "removed" and (said := origin.of_gone(change.id)):
        return f"{plain}, {said}"
    if change.kind == "link" and _fields(change) == ["ersetzt"]:
        taken = origin.taken(change.id)
        return f"nimmt {listed(taken)} auf" if taken else plain
    return plain


def _what(change: Change) -> str:
    if change.kind in ("responsibility", "addressee") and editorial_by_itself(change):
        return f"Schreibweise der {'Zuständigkeit' if change.kind == 'responsibility' else 'Adressaten'}"
    if change.kind == "reworded" and change.level == "strategie" and "titel" not in _fields(change):
        return "Angaben geändert"
    noun = _noun(change)
    if not noun:
        return CHANGES[change.kind].label
    if change.old is None:
        return f"{noun} neu"
    return f"{noun} entfallen" if change.new is None else f"{noun} geändert"


def _noun(change: Change) -> str:
    match change.kind, _fields(change):
        case "grouping", ["kuerzel"]:
            return "Kürzel"
        case "grouping", _ if change.level == "kapitel":
            return "Gliederung"
        case "text", ["hinweise"]:
            return "Hinweise zur Herkunft"
        case "text", _:
            if change.key.endswith(":nach"):
                return "Text am Ende" if change.level in GROUPS else "Text hinter der Tabelle"
            return "Text" if change.level == "kapitel" else "einleitender Text"
    return CHANGES[change.kind].noun


def _fields(change: Change) -> list[str]:
    return [name for name, _ in change.after] if isinstance(change.after, tuple) else []


def spelling(change: Change, was: Describer, now: Describer) -> tuple[str, ...]:
    """Each body that is only spelt differently: "«Bildungskoordinator» → «Bildungskoordination»"."""
    if change.kind not in ("responsibility", "addressee") or not editorial_by_itself(change):
        return ()
    pairs = zip(_entries(change.before), _entries(change.after), strict=True)
    shown = ((was.bodies((old,)), now.bodies((new,))) for old, new in pairs if old != new)
    return tuple(f"«{old}» → «{new}»" for old, new in shown if old != new)


def _entries(side: Any) -> Iterator[Zustaendigkeit]:
    for _, entries in side:
        yield from entries
