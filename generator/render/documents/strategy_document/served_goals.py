"""References between plans to the tables that funders ask for: which goal serves which of another plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.goal import Ziel
from generator.model.kinds import printed_id
from generator.model.level_words import of_goals
from generator.model.neighbour import Nachbarplan, Nachbarziel
from generator.model.register import Planung
from generator.render.blocks import Block, Caption, Heading, Row, Run, Table
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell, head, sentence

COLUMNS = (24.0, 86.0, TEXT_WIDTH - 110.0)
TITLE, BACK = "Gefördert unter Zielen anderer Pläne", "Was andere Pläne zu diesen Zielen beitragen"


def served_blocks(context: Context) -> Iterator[Block]:
    """For each plan and goal referred to what is done for it here; then what others do for goals of ours."""
    serving = _serving(context)
    plans = [plan for plan in context.strategy.plaene if plan.id in serving]
    if plans:
        yield Heading(2, (Run(TITLE),))
        for plan in plans:
            yield from _outward(context, plan, serving[plan.id])
    known = {other.plan: _known(context, other) for other in context.edition.neighbours}
    others = [other for other in context.edition.neighbours if known[other.plan]]
    if others:
        yield Heading(2, (Run(BACK),))
        yield sentence(
            "Diese Angaben stehen in den anderen Plänen; hier sind sie nach den Zielen geordnet, denen sie dienen."
        )
        for other in others:
            yield from _inward(context, other, known[other.plan])


def _serving(context: Context) -> dict[str, dict[str, list[Ziel]]]:
    """Other plans to their goals to ours that serve them, both in the order of their documents."""
    found: dict[str, dict[str, list[Ziel]]] = {}
    for goal in context.strategy.goals():
        for one in goal.verweise_auf:
            served = found.setdefault(one.plan, {}).setdefault(one.ziel, [])
            if goal not in served:
                served.append(goal)
    return {plan: _in_order(context, plan, served) for plan, served in found.items()}


def _in_order(
    context: Context, plan: str, served: Mapping[str, list[Ziel]]
) -> dict[str, list[Ziel]]:
    other = _neighbour(context, plan)
    known = {key: served[key] for key in other.ziele if key in served} if other else {}
    return {**known, **served}


def _neighbour(context: Context, plan: str) -> Nachbarplan | None:
    return next((one for one in context.edition.neighbours if one.plan == plan), None)


def _outward(context: Context, plan: Planung, serving: Mapping[str, list[Ziel]]) -> Iterator[Block]:
    other = _neighbour(context, plan.id)
    goals = [goal for served in serving.values() for goal in served]
    yield Caption("Tabelle", 0, (Run(f"Gefördert unter Zielen des Plans „{plan.titel}“"),))
    rows = [head(of_goals(context.strategy, goals).one, "Wortlaut", "Zuständig")]
    for target, served in serving.items():
        rows.append(_band(target, other.ziele.get(target) if other else None))
        rows += [_row(context, goal) for goal in served]
    yield Table(COLUMNS, tuple(rows), f"Je Ziel von „{plan.titel}“, was hier ihm dient")


def _band(target: str, goal: Nachbarziel | None) -> Row:
    words = f"Gefördert unter {goal.genannt}" if goal else f"Gefördert unter Ziel {target}"
    more = (Run(f": {goal.text}"),) if goal else ()
    return Row((cell(Run(words, bold=True), *more, style="second", span=3),), keep_with_next=True)


def _row(context: Context, goal: Ziel) -> Row:
    names = {body.id: body.name for body in context.strategy.akteure}
    bodies = ", ".join(z.wortlaut or names.get(z.akteur, z.akteur) for z in goal.zustaendig)
    link = context.names.link(goal.id, printed_id(goal))
    wording = f"{goal.titel}: {goal.text}" if goal.titel else goal.text
    return Row((cell(link, paragraph="cell_id"), cell(wording), cell(bodies or "–")))


def _known(context: Context, plan: Nachbarplan) -> dict[str, list[Nachbarziel]]:
    """Our goals to those of another plan that serve them; what names none of ours is a finding."""
    ours = [goal.id for goal in context.strategy.goals()]
    served = {target for goal in plan.verweisende for target in goal.dient}
    return {
        target: [goal for goal in plan.verweisende if target in goal.dient]
        for target in dict.fromkeys(ours)
        if target in served
    }


def _inward(
    context: Context, plan: Nachbarplan, known: Mapping[str, list[Nachbarziel]]
) -> Iterator[Block]:
    yield Caption("Tabelle", 0, (Run(f"Beiträge aus „{plan.titel}“"),))
    rows = [head("Dort", "Wortlaut", "Zuständig")]
    for target, goals in known.items():
        goal = context.strategy.by_id[target]
        assert isinstance(goal, Ziel)
        words = f"Für {context.names.called(goal)} {printed_id(goal)}"
        link = context.names.link(target, words)
        text = Run(f": {goal.text}")
        rows.append(Row((cell(link, text, style="second", span=3),), keep_with_next=True))
        rows += [_other(goal) for goal in goals]
    yield Table(COLUMNS, tuple(rows), f"Je Ziel dieser Strategie, was „{plan.titel}“ beiträgt")


def _other(goal: Nachbarziel) -> Row:
    bodies = ", ".join(goal.stellen) or "–"
    return Row((cell(goal.genannt, paragraph="cell_id"), cell(goal.text), cell(bodies)))
