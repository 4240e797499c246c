"""Wishes and a list of goals to a small whole strategy that checks clean and can be built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model.goal import Handlungsfeld, Ziel, Zielsystem, Zustaendigkeit
from generator.model.head import Fassung, Kapitel, Kopf
from generator.model.register import Akteur
from generator.model.sample_texts import CHAPTERS, FIELD, FIELD_TEXT, TITLE, goal_text
from generator.model.strategy import Strategy
from generator.model.stufe import Stufe
from generator.model.text import Prosatext
from generator.starting.goal_list import ListedField, ListedGoal
from generator.starting.wishes import Wishes

OFFICE, OPEN = "verwaltung", "offen"
"""IDs of the two bodies a new strategy knows: the administration, and who is still to be found."""
_FORMAT = 2


def first_strategy(wishes: Wishes, listed: Sequence[ListedField], day: date) -> Strategy:
    """A draft of that day; without a list of goals with one goal of each level as an example.

    Goals of a list are given IDs in their order; who is responsible for them is open.
    """
    fields = tuple(_fields(wishes, listed))
    bodies = {link.akteur for goal in _all(fields) for link in goal.zustaendig}
    office = Akteur(id=OFFICE, name=wishes.koerperschaft.verwaltung, art="intern")
    unknown = Akteur(id=OPEN, name="noch zu klären", art="unbestimmt")
    return Strategy(
        kopf=_head(wishes, day),
        ziele=Zielsystem(handlungsfelder=fields),
        akteure=tuple(one for one in (office, unknown) if one.id in bodies),
        texte=_texts(fields),
    )


def _head(wishes: Wishes, day: date) -> Kopf:
    edition = Fassung(
        kennung=f"{day.year}-entwurf", bezeichnung="Erste Fassung", status="entwurf", stand=day
    )
    return Kopf(
        format=_FORMAT,
        titel=TITLE,
        koerperschaft=wishes.koerperschaft,
        fassung=edition,
        stufen=wishes.stufen,
        kapitel=(
            Kapitel(id="einleitung", titel="Einleitung"),
            Kapitel(id="zielteil", titel="Handlungsfelder", inhalt="ziele"),
            Kapitel(id="umsetzung", titel="Umsetzung"),
        ),
    )


def _texts(fields: Sequence[Handlungsfeld]) -> tuple[Prosatext, ...]:
    """What each chapter begins with: sentences that say what belongs there."""
    told = CHAPTERS | {field.id: FIELD_TEXT for field in fields}
    return tuple(Prosatext(id=key, inhalt=text) for key, text in told.items())


def _fields(wishes: Wishes, listed: Sequence[ListedField]) -> Iterator[Handlungsfeld]:
    """The Handlungsfelder that were named and those of the list; goals above any go to the first."""
    named = [*wishes.handlungsfelder, *(one.title for one in listed if one.title)]
    titles = list(dict.fromkeys(named)) or [FIELD]
    ids: Counter[str] = Counter()
    for number, title in enumerate(titles, 1):
        here = [one for one in listed if (one.title or titles[0]) == title]
        trees = [_goals(wishes.stufen, one.goals, ids) for one in here]
        goals = tuple(goal for tree in trees for goal in tree)
        if not listed:
            goals = (_example(wishes.stufen, ids),)
        yield Handlungsfeld(id=f"HF{number}", titel=title, kinder=goals)


def _goals(
    levels: Sequence[Stufe], goals: Sequence[ListedGoal], ids: Counter[str]
) -> tuple[Ziel, ...]:
    """The goals of a list as a tree; each is followed by what stands below it."""
    if not goals:
        return ()
    made: list[Ziel] = []
    starts = [at for at, goal in enumerate(goals) if goal.depth == goals[0].depth]
    for start, end in zip(starts, [*starts[1:], len(goals)], strict=True):
        goal = goals[start]
        level = levels[goal.depth]
        identity = _next(level, ids)
        children = _goals(levels, goals[start + 1 : end], ids) if end > start + 1 else ()
        made.append(_goal(level, identity, goal.text, children, OPEN))
    return tuple(made)


def _example(levels: Sequence[Stufe], ids: Counter[str]) -> Ziel:
    """One goal of each level, each below the one before."""
    identities = [_next(level, ids) for level in levels]
    child: tuple[Ziel, ...] = ()
    for level, identity in reversed(list(zip(levels, identities, strict=True))):
        text = goal_text(f"{level.noun.nominative} {identity}")
        child = (_goal(level, identity, text, child, OFFICE),)
    return child[0]


def _next(level: Stufe, ids: Counter[str]) -> str:
    ids[level.praefix] += 1
    return f"{level.praefix}{ids[level.praefix]:02}"


def _goal(
    level: Stufe, identity: str, text: str, children: tuple[Ziel, ...], responsible: str
) -> Ziel:
    bodies = (Zustaendigkeit(akteur=responsible),) if "zustaendigkeit" in level.traegt else ()
    return Ziel(id=identity, stufe=level.schluessel, text=text, zustaendig=bodies, kinder=children)


def _all(fields: Sequence[Handlungsfeld]) -> Iterator[Ziel]:
    waiting = [goal for field in fields for goal in field.kinder]
    while waiting:
        goal = waiting.pop()
        yield goal
        waiting += goal.kinder
