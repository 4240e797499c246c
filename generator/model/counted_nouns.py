"""What is counted in a text to the forms of its noun, of which a number takes one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.german import dative_plural, declined
from generator.model.head import Kopf
from generator.model.kinds import BY_LIST
from generator.model.stufe import Stufe

Forms = tuple[str, str]
"""For one and for many: "Maßnahme", "Maßnahmen"."""


def chosen(kopf: Kopf, path: str, said: str) -> Forms | None:
    """The forms that ``{{ anzahl.PATH, "Maßnahme" }}`` means; None where it is none of them.

    Said is one form, in the case in which it is to stand, or both, a line each: those are taken
    as they are.
    """
    one, *other = said.split("\n")
    if other:
        return one, other[0]
    return next((pair for pair in forms(kopf, path) if one in pair), None)


def forms(kopf: Kopf, path: str) -> Iterator[Forms]:
    """The noun of what the last word of a path counts, in the nominative and the dative."""
    key = path.rpartition(".")[2]
    level = next((level for level in kopf.stufen if level.schluessel == key), None)
    if level:
        yield level.name, level.mehrzahl
        yield _dative(level), dative_plural(level.mehrzahl)
    elif kind := BY_LIST.get(key):
        yield kind.label, kind.plural
        yield kind.label, dative_plural(kind.plural)


def _dative(level: Stufe) -> str:
    """Without its article; an unknown noun as it is."""
    known = level.dativ or level.genitiv or declined(level.name)
    return level.noun.dative.split(" ", 1)[1] if known else level.name
