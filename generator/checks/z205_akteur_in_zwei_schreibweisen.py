"""Geprüft wird, ob ein Akteur unter zwei Schreibweisen geführt wird.

Das kann auf drei Arten geschehen:

- Zwei Einträge in actors.yaml sehen wie dieselbe Stelle aus («Jugendamt» und «Amt für Jugend»,
  «Jobcenter Musterau» und «Job-Center», ein Name mit einem Tippfehler).
- Ein Akteur ist an mehreren Stellen verschieden gedruckt («wortlaut»).
- Ein «wortlaut» ist der Name eines anderen Akteurs.

Leserinnen und Leser halten zwei Schreibweisen für zwei Stellen. In der Fassung von 2018 stehen 29
Schreibweisen für rund 20 Akteure.

Beheben: doppelte Einträge zusammenlegen und überall dieselbe Kennung verwenden; «wortlaut» nur
stehen lassen, wo eine beschlossene Fassung wörtlich wiedergegeben wird. Handelt es sich wirklich um
zwei Stellen, die Abweichung in strategy.yaml mit Grund anerkennen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.body_names import county_pattern, keys, slips
from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.goal import Zustaendigkeit
from generator.model.register import Akteur

CODE = "Z205"
SEVERITY = Severity.WARNING
TITLE = "Akteur in zwei Schreibweisen"

Mention = tuple[str, str, int]
"""Element, field and index of a Zuständigkeit or an addressee."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each register entry that resembles an earlier one, and each second spelling."""
    yield from _similar(context)
    names = {actor.name: actor.id for actor in context.strategy.akteure}
    printed: dict[str, dict[str, list[Mention]]] = {}
    for place, body in _bodies(context):
        actor = context.strategy.by_id.get(body.akteur)
        if isinstance(actor, Akteur):
            spelling = body.wortlaut or actor.name
            if names.get(spelling, actor.id) == actor.id:
                printed.setdefault(actor.id, {}).setdefault(spelling, []).append(place)
            else:
                yield _other_name(context, place, actor.id, spelling, names[spelling])
    for identity, spellings in printed.items():
        if len(spellings) > 1:
            yield _several(context, identity, spellings)


def _similar(context: CheckContext) -> Iterator[Finding]:
    """Compares by hashing: entries meet under a common key, no pair is looked at."""
    county = county_pattern(context.strategy.kopf.koerperschaft.name or "")
    exact: dict[str, Akteur] = {}
    slipped: dict[str, Akteur] = {}
    for actor in context.strategy.akteure:
        own = list(keys(actor.name, county))
        near = [slip for key in own for slip in (key, *slips(key))]
        met = [exact[k] for k in own if k in exact] or [slipped[k] for k in near if k in slipped]
        if met:
            message = (
                f"{context.called(actor.id)}: «{actor.name}» sieht aus wie «{met[0].name}» "
                f"({met[0].id}). Ist es dieselbe Stelle, die Einträge zusammenlegen."
            )
            yield context.at_element(CODE, SEVERITY, actor.id, message, "name")
        exact.update((key, actor) for key in own if key not in exact)
        slipped.update((key, actor) for key in near if key not in slipped)


def _bodies(context: CheckContext) -> Iterator[tuple[Mention, Zustaendigkeit]]:
    for goal in context.goals:
        for index, body in enumerate(goal.zustaendig):
            yield (goal.id, "zustaendig", index), body
    for recommendation in context.strategy.recommendations():
        for index, body in enumerate(recommendation.adressaten):
            yield (recommendation.id, "adressaten", index), body


def _other_name(
    context: CheckContext, place: Mention, identity: str, spelling: str, owner: str
) -> Finding:
    message = (
        f"{context.called(place[0])}: Für den Akteur «{identity}» ist «{spelling}» gedruckt, das ist "
        f"der Name von «{owner}». Die Kennung oder den Wortlaut berichtigen."
    )
    return context.at_element(CODE, SEVERITY, place[0], message, *place[1:], "wortlaut")


def _several(context: CheckContext, identity: str, spellings: dict[str, list[Mention]]) -> Finding:
    usual = context.strategy.by_id[identity]
    name = usual.name if isinstance(usual, Akteur) else ""
    ordered = sorted(spellings, key=lambda spelling: (spelling != name, -len(spellings[spelling])))
    shown = ", ".join(f"«{spelling}» ({_listed(spellings[spelling])})" for spelling in ordered)
    first = spellings[ordered[1]][0]
    message = (
        f"{context.called(identity)} ist verschieden gedruckt: {shown}. "
        "Sich für eine entscheiden und «wortlaut» an den anderen Stellen löschen."
    )
    place = context.positions.of(first[0], *first[1:], "wortlaut")
    return Finding(CODE, SEVERITY, message, place, identity)


def _listed(places: list[Mention]) -> str:
    ids = [place[0] for place in places]
    return ", ".join(ids[:4]) + (" …" if len(ids) > 4 else "")
