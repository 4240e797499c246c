"""The folders of other plans that a strategy names, to what this one may know of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.errors import GeneratorError
from generator.model.goal import Ziel
from generator.model.kinds import HEAD, printed_id
from generator.model.neighbour import Nachbarplan, Nachbarziel
from generator.model.register import Planung
from generator.model.strategy import Strategy
from generator.read.editions import is_draft
from generator.read.files import project_of
from generator.read.origin import Folder
from generator.read.reading import read_strategy


def neighbours(folder: Path, strategy: Strategy) -> tuple[Nachbarplan, ...]:
    """The plans of the register with an ``ordner``, in its order; of a sealed edition none.

    What lies there changes without this plan: an edition that is sealed says what it said.
    """
    named = [plan for plan in strategy.plaene if plan.ordner]
    if not named or not is_draft(folder):
        return ()
    return tuple(_neighbour(folder, plan, plan.ordner or "") for plan in named)


def _neighbour(folder: Path, plan: Planung, named: str) -> Nachbarplan:
    place = _place(folder, named)
    if place is None:
        why = "liegt nicht in diesem Projekt"
        return Nachbarplan(plan.id, named, fehlt=why)
    if not (place / HEAD).is_file():
        return Nachbarplan(plan.id, named, fehlt="ist nicht da oder keine Strategie")
    try:
        other = read_strategy(Folder(place)).strategy
    except GeneratorError:
        other = None
    if other is None:
        return Nachbarplan(plan.id, named, fehlt="lässt sich nicht lesen")
    back = next((p.id for p in other.plaene if _leads_to(place, p, folder)), None)
    goals = {goal.id: goal for goal in _goals(other, back)}
    return Nachbarplan(plan.id, named, other.kopf.titel, goals, back)


def _place(folder: Path, named: str) -> Path | None:
    """The folder that is meant; None outside the project, where anything could lie."""
    if PurePosixPath(named).is_absolute() or "\\" in named or ":" in named:
        return None
    real = Path(os.path.realpath(folder / named))
    project = project_of(folder)
    return real if project in (real, *real.parents) else None


def _leads_to(place: Path, plan: Planung, folder: Path) -> bool:
    target = _place(place, plan.ordner) if plan.ordner else None
    return target == Path(os.path.realpath(folder))


def _goals(other: Strategy, back: str | None) -> Iterator[Nachbarziel]:
    names = {body.id: body.name for body in other.akteure}
    for goal in other.goals():
        level = other.kopf.stufe(goal.stufe).name
        bodies = tuple(z.wortlaut or names.get(z.akteur, z.akteur) for z in goal.zustaendig)
        called = f"{level} {printed_id(goal)}"
        yield Nachbarziel(goal.id, called, goal.text, bodies, _serves(goal, back))


def _serves(goal: Ziel, back: str | None) -> tuple[str, ...]:
    return tuple(one.ziel for one in goal.verweise_auf if one.plan == back)
