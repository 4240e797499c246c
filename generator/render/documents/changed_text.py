"""A changed text to both sides as they are printed, and to what differs besides the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.compare.changes import Change
from generator.compare.comparison import Comparison
from generator.model.text import Prosatext
from generator.render.documents.form_words import form
from generator.render.documents.printed import Printed, plain_text

if TYPE_CHECKING:
    from generator.render.blocks import Block

SAME_IN_PRINT = "Der gedruckte Text ist gleich; geändert ist nur, wie er entsteht."
ONLY_FORM = "Nur die Gestaltung ist geändert"
FORM_TOO = "Auch die Gestaltung ist geändert"


@dataclass(frozen=True, slots=True)
class ChangedText:
    """Both sides of a change; ``note`` says what they do not show.

    With ``same_words`` the printed words are the same: the sides are as they were written.
    """

    old: str | None
    new: str | None
    note: str = ""
    same_words: bool = False


class Texts:
    """The texts of two editions, printed when they are asked for."""

    def __init__(self, comparison: Comparison) -> None:
        self.was = Printed(comparison.before)
        self.now = Printed(comparison.after)

    def changed(self, change: Change) -> ChangedText:
        """Numbers and references as they are printed, unless only they tell that nothing changed."""
        before, after = change.before, change.after
        old = _blocks(self.was, before)
        new = _blocks(self.now, after)
        if not isinstance(before, Prosatext) or not isinstance(after, Prosatext):
            return ChangedText(
                plain_text(old) if before else None, plain_text(new) if after else None
            )
        if before.inhalt == after.inhalt:  # only its declared origin differs
            return ChangedText(change.old, change.new)
        found = form(old, new)
        said = f": {'; '.join(found.changes)}." if found.changes else ""
        if found.same_words:
            note = f"{ONLY_FORM}{said}" if said else SAME_IN_PRINT
            return ChangedText(change.old, change.new, note, True)
        return ChangedText(plain_text(old), plain_text(new), said and f"{FORM_TOO}{said}")


def _blocks(printed: Printed, text: object) -> tuple[Block, ...]:
    return printed.blocks(text.id, text.stelle) if isinstance(text, Prosatext) else ()
