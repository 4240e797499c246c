"""A change to the words in which a change list tells it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compare.approval import ApprovedChange, EditorialKind
from generator.compare.changes import Change, bodies
from generator.compare.lineage import Lineage
from generator.compare.succession import Succession
from generator.model.change_kinds import CHANGES
from generator.model.head import Kopf
from generator.model.kinds import LEVELS
from generator.model.koerperschaft import ADMINISTRATION, UNRULED
from generator.model.register import Abbildung
from generator.render.documents.telling.describe import Describer
from generator.render.documents.telling.lineage_words import (
    element_fate,
    element_origin,
    shown_ids,
)
from generator.render.documents.telling.sides import Both
from generator.render.documents.telling.succession_words import body_changed, body_origin

GROUPS = frozenset({"kapitel", "handlungsfeld", "thema"})
REASONS: Mapping[EditorialKind, str] = {
    "spelling": "Nur die Schreibweise ist geändert; gemeint sind dieselben Stellen.",
    "edition": "Angaben zur Fassung selbst; sie entstehen mit jeder Fortschreibung.",
    "unseen": "Nur Leerzeichen, Trenn- und andere Zeichen sind geändert, die man nicht sieht; "
    "die Wörter sind dieselben.",
    "origin": "Nur die Angabe, woher der Wortlaut stammt, ist geändert; der Text ist derselbe.",
    "order": "Nur die Reihenfolge im Verzeichnis ist geändert.",
}
"""What is said of a change that is editorial by itself where changes.yaml gives no reason."""


def nature(approved: ApprovedChange) -> str:
    """Whether a change is redaktionell or inhaltlich, as far as somebody said so."""
    if approved.editorial is None:
        return "noch nicht eingestuft"
    return "redaktionell" if approved.editorial else "inhaltlich"


def approval_words(approved: ApprovedChange, kopf: Kopf) -> str:
    """Who has to agree, and where that is laid down."""
    fixed = {ADMINISTRATION: "Verwaltung", UNRULED: "nicht geregelt"}
    words = fixed.get(approved.approval) or kopf.full_name(approved.approval)
    return f"{words} (nach {approved.ground})" if approved.ground else words


def reason_words(approved: ApprovedChange) -> str | None:
    """The reason that is given for a change, else why it is editorial by itself."""
    if approved.reason is None and approved.by_itself:
        return REASONS[approved.by_itself]
    return approved.reason


def what(approved: ApprovedChange, sides: Both, origin: Lineage, bodies: Succession) -> str:
    """What happened, and what became of it: "entfallen, geteilt in MA15 und MA16"."""
    change = approved.change
    if change.kind == "register":  # the word for the kind would say no more
        return body_changed(bodies, change.id, change.fields)
    plain = _what(approved, sides)
    if change.kind == "link" and change.fields == ("ersetzt",):
        taken = origin.taken(change.id)
        return f"nimmt {shown_ids(origin, taken)} auf" if taken else plain
    came_or_went = _came_or_went(change, origin, bodies)
    return f"{plain}, {came_or_went}" if came_or_went else plain


def _came_or_went(change: Change, origin: Lineage, bodies: Succession) -> str:
    """Where what is new comes from and what became of what is gone, as far as that is said."""
    if change.kind == "added" and change.level == "akteur":
        return body_origin(bodies, change.id)
    if change.kind == "added":
        return element_origin(origin, change.id)
    return element_fate(origin, change.id) if change.kind == "removed" else ""


def _what(approved: ApprovedChange, sides: Both) -> str:
    change = approved.change
    if approved.by_itself == "spelling":
        return f"Schreibweise der {'Zuständigkeit' if change.kind == 'responsibility' else 'Adressaten'}"
    if change.kind == "reworded" and change.level == "strategie" and "titel" not in change.fields:
        return "Angaben geändert"
    if approved.by_itself == "origin":
        return "Angabe zum Wortlaut geändert"
    noun = _noun(change)
    if not noun:
        return CHANGES[change.kind].label
    if sides[0] is None:
        return f"{noun} neu"
    return f"{noun} entfallen" if sides[1] is None else f"{noun} geändert"


def of_title(change: Change) -> bool:
    """Whether only the title of a goal or an Empfehlung differs, and not its wording."""
    titled = change.level == "empfehlung" or change.level not in LEVELS
    return titled and change.kind == "reworded" and change.fields == ("titel",)


def _noun(change: Change) -> str:
    match change.kind, change.fields:
        case "illustration", ("bild",):
            return "Bild"
        case "grouping", ("kuerzel",):
            return "Kürzel"
        case "reworded", _ if of_title(change):
            return "Titel"
        case "grouping", _ if change.level == "kapitel":
            return "Gliederung"
        case "text", ("hinweise",):
            return "Hinweise zur Herkunft"
        case "text", _:
            if change.key.endswith(":nach"):
                return "Text am Ende" if change.level in GROUPS else "Text hinter der Tabelle"
            return "Text" if change.level == "kapitel" else "einleitender Text"
    return CHANGES[change.kind].noun


def spelling(approved: ApprovedChange, was: Describer, now: Describer) -> tuple[str, ...]:
    """Each body that is only spelt differently: "«Bildungskoordinator» → «Bildungskoordination»"."""
    if approved.by_itself != "spelling":
        return ()
    change = approved.change
    pairs = zip(bodies(change.before), bodies(change.after), strict=True)
    shown = ((was.bodies((old,)), now.bodies((new,))) for old, new in pairs if old != new)
    return tuple(f"«{old}» → «{new}»" for old, new in shown if old != new)


def stations(figure: Abbildung) -> str:
    """A figure in words: "Kreislauf mit 2 Stationen: Planung; Umsetzung", or the file it shows."""
    if figure.datei:
        return f"{figure.datei} ({figure.bild.worte})" if figure.bild else figure.datei
    shape = "Kreislauf" if figure.art == "kreislauf" else "Ablauf"
    told = (s.titel + (f" – {s.text.rstrip('.')}" if s.text else "") for s in figure.stationen)
    return f"{shape} mit {len(figure.stationen)} Stationen: {'; '.join(told)}"
