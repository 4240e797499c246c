"""A change to the words that name it where it could not be made."""

from generator.compare.changes import Change
from generator.model.change_kinds import CHANGES
from generator.model.kinds import LEVELS


def named(change: Change) -> str:
    """ "Ergebnisziel EZ14 (umformuliert) lässt sich so nicht schreiben"."""
    level = LEVELS.get(change.level, change.level.capitalize())
    return f"{level} {change.id} ({CHANGES[change.kind].label}) lässt sich so nicht schreiben"
