"""Two registers of bodies to what became of them: renamed, merged, split, ended, newly founded."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from generator.model.german import listed
from generator.model.register import Akteur
from generator.model.strategy import Strategy

RENAMED = "umbenannt"


@dataclass(frozen=True, slots=True)
class Succession:
    """The bodies of the new edition by ID, and by ID those whose tasks each newly takes over."""

    bodies: dict[str, Akteur] = field(default_factory=dict)
    origins: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of_new(self, id_: str) -> str:
        """What to say of a body that is new in the register; "" where nothing is to be said."""
        if origins := self.origins.get(id_):
            return f"entstanden aus {self.named(origins)}"
        return self.fate(id_)

    def of_changed(self, id_: str, fields: Collection[str]) -> str:
        """What happened to a body whose entry differs in ``fields``."""
        said = [RENAMED] if "name" in fields else []
        if not {"nachfolger", "bis"}.isdisjoint(fields):
            said.append(self.fate(id_) or "besteht weiter")
        if origins := self.origins.get(id_):
            said.append(f"übernimmt Aufgaben von {self.named(origins)}")
        return ", ".join(said) or "Angaben geändert"

    def fate(self, id_: str) -> str:
        """What became of a body: "aufgegangen in «Jobcenter»"; "" while it exists."""
        body = self.bodies.get(id_)
        if body is None or body.besteht:
            return ""
        if not body.nachfolger:
            return f"aufgelöst (bis {body.bis})"
        verb = "aufgeteilt" if len(body.nachfolger) > 1 else "aufgegangen"
        until = f"bis {body.bis}, dann " if body.bis else ""
        return f"{until}{verb} in {self.named(body.nachfolger)}"

    def named(self, ids: Collection[str]) -> str:
        """Bodies by their names; what the register does not hold by its ID."""
        return listed([f"«{self.bodies[i].name}»" if i in self.bodies else i for i in ids])


def succession(old: Strategy, new: Strategy) -> Succession:
    """What the registers say; successors that ``old`` named already are nothing new."""
    before = {body.id: body.nachfolger for body in old.akteure}
    origins: dict[str, tuple[str, ...]] = {}
    for body in new.akteure:
        for heir in body.nachfolger:
            if heir not in before.get(body.id, ()):
                origins[heir] = (*origins.get(heir, ()), body.id)
    return Succession({body.id: body for body in reversed(new.akteure)}, origins)
