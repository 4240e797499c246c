"""What the registers of two editions say of a body to words: aufgegangen, aufgeteilt, aufgelöst."""

from __future__ import annotations

from collections.abc import Collection

from generator.compare.succession import Succession
from generator.model.german import listed

RENAMED = "umbenannt"


def body_origin(became: Succession, id_: str) -> str:
    """What to say of a body that is new in the register; "" where nothing is to be said."""
    if origins := became.origins.get(id_):
        return f"entstanden aus {body_names(became, origins)}"
    return body_fate(became, id_)


def body_changed(became: Succession, id_: str, fields: Collection[str]) -> str:
    """What happened to a body whose entry differs in ``fields``."""
    said = [RENAMED] if "name" in fields else []
    if not {"nachfolger", "bis"}.isdisjoint(fields):
        said.append(body_fate(became, id_) or "besteht weiter")
    if takes_over := taken_over(became, id_):
        said.append(takes_over)
    return ", ".join(said) or "Angaben geändert"


def body_fate(became: Succession, id_: str) -> str:
    """What became of a body: "aufgegangen in «Jobcenter»"; "" while it exists."""
    body = became.bodies.get(id_)
    if body is None or body.besteht:
        return ""
    if not body.nachfolger:
        return f"aufgelöst (bis {body.bis})"
    verb = "aufgeteilt" if len(body.nachfolger) > 1 else "aufgegangen"
    until = f"bis {body.bis}, dann " if body.bis else ""
    return f"{until}{verb} in {body_names(became, body.nachfolger)}"


def taken_over(became: Succession, id_: str) -> str:
    """Whose tasks a body newly has: "übernimmt Aufgaben von «Jugendamt»"; "" where it has none."""
    origins = became.origins.get(id_)
    return f"übernimmt Aufgaben von {body_names(became, origins)}" if origins else ""


def body_names(became: Succession, ids: Collection[str]) -> str:
    """Bodies by their names; what the register does not hold by its ID."""
    known = became.bodies
    return listed([f"«{known[id_].name}»" if id_ in known else id_ for id_ in ids])
