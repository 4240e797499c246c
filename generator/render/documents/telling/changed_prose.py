"""A changed text to both sides as they are printed, and to what differs besides the words."""

from __future__ import annotations

from msgspec import Struct

from generator.compare.changes import Change
from generator.model.text import Prosatext
from generator.render.blocks import Block
from generator.render.documents.context import Context
from generator.render.documents.telling.form_words import form
from generator.render.documents.telling.prose_units import ProseUnit, prose_units
from generator.render.documents.telling.sides import Both
from generator.render.plain import plain_text

SAME_IN_PRINT = "Der gedruckte Text ist gleich; geändert ist nur, wie er entsteht."
ONLY_FORM = "Nur die Gestaltung ist geändert"
FORM_TOO = "Auch die Gestaltung ist geändert"


class ChangedText(Struct, frozen=True):
    """Both sides of a change, None where there is nothing; ``details`` say what they do not show.

    With ``same_words`` the printed words are the same: the sides are as they were written.
    """

    old: str | None
    new: str | None
    details: tuple[str, ...] = ()
    same_words: bool = False
    units: tuple[ProseUnit, ...] = ()
    """The paragraphs of a text that both editions have, side by side."""


def changed_text(change: Change, raw: Both, was: Context, now: Context) -> ChangedText:
    """Numbers and references as they are printed, unless only they tell that nothing changed."""
    before, after = change.before, change.after
    old, new = _blocks(was, before), _blocks(now, after)
    if not isinstance(before, Prosatext) or not isinstance(after, Prosatext):
        return ChangedText(plain_text(old) if before else None, plain_text(new) if after else None)
    if before.inhalt == after.inhalt:  # only its declared origin differs
        return ChangedText(*raw)
    same_words, changes = form(old, new)
    said = f": {'; '.join(changes)}." if changes else ""
    if same_words:
        return ChangedText(*raw, (f"{ONLY_FORM}{said}" if said else SAME_IN_PRINT,), True)
    told = (f"{FORM_TOO}{said}",) if said else ()
    return ChangedText(plain_text(old), plain_text(new), told, units=prose_units(old, new))


def _blocks(edition: Context, text: object) -> tuple[Block, ...]:
    return edition.text(text.id, text.stelle, 1) if isinstance(text, Prosatext) else ()
