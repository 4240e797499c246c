"""A change to its two sides, each in the words of its edition."""

from __future__ import annotations

from generator.compare.changes import Change, Place, Values
from generator.compare.order import renamed_levels
from generator.graph.edition import Edition
from generator.graph.goal_numbers import goal_numbers
from generator.model.register import Akteur
from generator.model.text import Prosatext
from generator.render.documents.telling.describe import WORDINGS, Describer

Both = tuple[str | None, str | None]
"""What was and what is; None where there is nothing."""


class Sides:
    """Knows the elements of both editions; texts are told as they are written, not as printed."""

    def __init__(self, before: Edition, after: Edition) -> None:
        self.old, self.new = before.tree, after.tree
        self.was = Describer(self.old, goal_numbers(before.strategy))
        self.now = Describer(self.new, goal_numbers(after.strategy))
        self._renamed = renamed_levels(before.strategy.kopf, after.strategy.kopf)

    def of(self, change: Change) -> Both:
        """Both sides of a change, as the JSON of ``diff`` gives them."""
        before, after = change.before, change.after
        if isinstance(before, Place) and isinstance(after, Place):
            return self._places(change.kind, before, after)
        if isinstance(before, Prosatext) and isinstance(after, Prosatext):
            if before.inhalt == after.inhalt:  # only its declared origin differs
                said = (f"Wortlaut: {WORDINGS[text.wortlaut]}" for text in (before, after))
                return next(said), next(said)
        elif isinstance(before, tuple) and isinstance(after, tuple):
            old, new = self.old.records[change.key], self.new.records[change.key]
            if isinstance(old, Akteur):
                return self._entry(old, new, before, after)
        told = self.was.side(change.key, before), self.now.side(change.key, after)
        same = change.kind == "illustration" and told[0] == told[1]  # kind and size are
        return (told[0], f"{told[1]}, anderes Bild") if same else told

    def _places(self, kind: str, before: Place, after: Place) -> Both:
        if kind == "reordered" and before.parent == after.parent:
            return self.was.behind(before), self.now.behind(after)
        level = self._renamed.get(before.stufe or "", before.stufe) != after.stufe
        return self.was.place(before, with_level=level), self.now.place(after, with_level=level)

    def _entry(self, old: Akteur, new: Akteur, before: Values, after: Values) -> Both:
        """A changed entry of a body; what it did not say then is not told.

        Of earlier names those that only one side has; the one a body had until it was renamed
        is told by its renaming.
        """
        last = old.name if old.name != new.name else ""
        told = (
            self.was.values(old, _said(before, after, last)),
            self.now.values(new, _said(after, before, last)),
        )
        return told if any(told) else (self.was.values(old, before), self.now.values(new, after))


def _said(values: Values, others: Values, last: str) -> Values:
    other = dict(others)
    found = []
    for name, value in values:
        if name == "frueher":
            value = tuple(e for e in value if e not in other[name] and e.name != last)
        if value not in (None, ()):
            found.append((name, value))
    return tuple(found)
