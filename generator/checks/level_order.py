"""What levels say that they stand below, to what of it cannot be: one problem for each contradiction."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.model.german import listed
from generator.model.head import Kopf
from generator.model.stufe import HANDLUNGSFELD, Stufe

Problem = tuple[str, str, tuple[str | int, ...]]
"""ID, message and path in strategy.yaml."""


def above_levels(context: CheckContext, kopf: Kopf) -> Iterator[Problem]:
    """Words in ``unter`` that mean nothing, and ways that lead to no Handlungsfeld or round."""
    named = list(_named(context, kopf))
    yield from named
    if not named:  # a wrong word tears the way that it was meant to be part of
        yield from _ways(kopf)


def _named(context: CheckContext, kopf: Kopf) -> Iterator[Problem]:
    keys = [level.schluessel for level in kopf.stufen]
    for index, level in enumerate(kopf.stufen):
        possible = [HANDLUNGSFELD, *dict.fromkeys(key for key in keys if key != level.schluessel)]
        choice = f"Möglich sind: {', '.join(possible)}."
        path = ("stufen", index, "unter")
        if level.unter == ():
            message = f"«unter» ist leer. {choice} Oder die Zeile löschen; dann steht die Stufe {_usual(kopf, level)}."
            yield level.schluessel, message, path
        for number, above in enumerate(level.unter or ()):
            message = ""
            if above == level.schluessel:
                message = f"Unter sich selbst kann eine Stufe nicht stehen. {choice}"
            elif above not in possible:
                near = context.near(above, possible)
                message = f"Eine Stufe «{above}», unter der sie stehen könnte, gibt es nicht.{near} {choice}"
            elif above in (level.unter or ())[:number]:
                message = f"Unter «unter» steht «{above}» zweimal. Einen der Einträge löschen."
            if message:
                yield level.schluessel, message, (*path, number)


def _usual(kopf: Kopf, level: Stufe) -> str:
    """Where a level stands that says nothing of it."""
    index = kopf.stufen.index(level)
    return f"unter «{kopf.stufen[index - 1].schluessel}»" if index else "unter einem Handlungsfeld"


def _ways(kopf: Kopf) -> Iterator[Problem]:
    """Where no level is the first, or some stand round: whatever cannot be reached stands below such."""
    if not kopf.children_of(HANDLUNGSFELD):
        message = (
            f"Keine Stufe steht unmittelbar unter einem Handlungsfeld. Bei einer «unter: {HANDLUNGSFELD}» "
            "eintragen, oder bei der ersten «unter» löschen."
        )
        yield "stufen", message, ("stufen",)
        return
    told: set[str] = set()
    for index, level in enumerate(kopf.stufen):
        ring = _ring(kopf, level)
        if ring and told.isdisjoint(ring):
            told.update(ring)
            pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
            steps = listed([f"«{key}» unter «{above}»" for key, above in pairs])
            others = (s.schluessel for s in kopf.stufen if s.schluessel not in ring)
            choice = ", ".join([HANDLUNGSFELD, *others])
            message = (
                f"Reihum untereinander können Stufen nicht stehen: {steps}. Bei einer davon unter «unter» anderes nennen; "
                f"möglich sind: {choice}."
            )
            path = ("stufen", index, "unter" if level.unter else "schluessel")
            yield level.schluessel, message, path


def _ring(kopf: Kopf, level: Stufe) -> list[str]:
    """A way upwards from a level that comes back to it; empty where there is none."""
    levels = {s.schluessel: s for s in kopf.stufen}
    ways = [[level.schluessel]]
    for way in ways:  # grows while it is walked; no way holds a level twice
        above = [key for key in kopf.parents_of(levels[way[-1]]) if key in levels]
        if way[0] in above:
            return way
        ways += [[*way, key] for key in above if key not in way]
    return []
