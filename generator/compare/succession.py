"""Two registers of bodies to what became of them: renamed, merged, split, ended, newly founded."""

from __future__ import annotations

from msgspec import Struct, field

from generator.model.register import Akteur
from generator.model.strategy import Strategy


class Succession(Struct, frozen=True):
    """The bodies of the new edition by ID, and by ID those whose tasks each newly takes over."""

    bodies: dict[str, Akteur] = field(default_factory=dict)
    origins: dict[str, tuple[str, ...]] = field(default_factory=dict)


def succession(old: Strategy, new: Strategy) -> Succession:
    """What the registers say; successors that ``old`` named already are nothing new."""
    before = {body.id: body.nachfolger for body in old.akteure}
    origins: dict[str, tuple[str, ...]] = {}
    for body in new.akteure:
        for heir in body.nachfolger:
            if heir not in before.get(body.id, ()):
                origins[heir] = (*origins.get(heir, ()), body.id)
    return Succession({body.id: body for body in reversed(new.akteure)}, origins)
