"""Another plan of the house as this one sees it: its goals, and what in it serves goals of this one."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field


class Nachbarziel(Struct, frozen=True):
    """A goal of another plan: what it is called there, its wording, who is responsible."""

    id: str
    genannt: str
    """Its level and the ID that is printed: "Handlungsziel HZ3"."""
    text: str
    stellen: tuple[str, ...] = ()
    dient: tuple[str, ...] = ()
    """The goals of this plan that it names under ``verweise_auf``."""


class Nachbarplan(Struct, frozen=True):
    """A plan of the register whose folder is named; ``fehlt`` says why nothing is known of it."""

    plan: str
    ordner: str
    titel: str = ""
    ziele: Mapping[str, Nachbarziel] = field(default_factory=dict)
    """In the order of its document."""
    zurueck: str | None = None
    """What it calls this plan in its own register, None where it does not name its folder."""
    fehlt: str = ""

    @property
    def verweisende(self) -> tuple[Nachbarziel, ...]:
        """Those of its goals that serve goals of this plan."""
        return tuple(goal for goal in self.ziele.values() if goal.dient)
