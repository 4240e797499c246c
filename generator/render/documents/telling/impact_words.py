"""The impact of a Fortschreibung to German words: a row for each body, a sentence for each element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.compare.comparison import Comparison
from generator.compare.impact import BELOW, BodyImpact, Impact, Reach
from generator.compare.lineage import Lineage
from generator.compare.succession import Succession
from generator.model.change_kinds import CHANGES
from generator.model.german import counted, listed
from generator.model.kinds import ELEMENTS
from generator.model.level_words import LevelWords, below_tasks, of_tasks
from generator.model.register import Akteur
from generator.model.strategy import Strategy
from generator.model.tree import identity
from generator.render.documents.telling.lineage_words import shown_ids
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.succession_words import body_fate, body_names, taken_over

NO_BODY = "Keine Stelle ist inhaltlich betroffen."
SAID = frozenset(kind.change.key for kind in ELEMENTS if kind.change)
"""Kinds of change whose word would repeat what the element is called: "Kennzahl «Armutsquote»"."""
FEW = 4
"""Elements that are named; more of them are counted by level."""


class BodyRow(Struct, frozen=True):
    """A body, its number of goals before and after, and what changes for it."""

    id: str
    name: str
    before: int
    after: int
    changes: tuple[str, ...]
    """"neu zuständig: MA01, MA15" and the like."""


def counted_sentence(tasks: LevelWords) -> str:
    """What the list of bodies shows and counts."""
    return (
        "Aufgeführt ist, was aus inhaltlichen Änderungen folgt, dazu jede umbenannte oder "
        f"umgebildete Stelle. Die Anzahlen zählen alle {tasks.many}, für die eine Stelle "
        "unmittelbar zuständig ist."
    )


def body_rows(comparison: Comparison) -> tuple[BodyRow, ...]:
    """The bodies that are newly, no longer or otherwise concerned, in the order of the register."""
    old, new = comparison.old, comparison.new
    tasks, below = of_tasks(old, new).many, below_tasks(old, new).many
    no_task = f"weder {tasks} noch Empfehlungen" if old.themen or new.themen else f"keine {tasks}"
    return tuple(
        BodyRow(
            body.id,
            _body_name(body.id, old, new, comparison.succession),
            len(body.before),
            len(body.after),
            tuple(_changes(body, comparison, below)) or (no_task,),
        )
        for body in comparison.impact.bodies
    )


def reach_sentences(comparison: Comparison, subject: Callable[[str], Subject]) -> tuple[str, ...]:
    """What hangs below or refers to each element whose content changed; ``subject`` of a key."""

    def called(name: str) -> str:  # "LZ07", "Kapitel «Fazit»", "Kennzahl «Armutsquote»"
        trees = (comparison.after.tree, comparison.before.tree)
        return subject(next(tree.keys[name] for tree in trees if name in tree.keys)).name

    return tuple(_reach(reach, comparison, called) for reach in comparison.impact.elements)


def _body_name(body: str, old: Strategy, new: Strategy, became: Succession) -> str:
    now, was = new.by_id.get(body), old.by_id.get(body)
    if not isinstance(now, Akteur):
        name = was.name if isinstance(was, Akteur) else body
        return f"{name} (nicht mehr im Verzeichnis)"
    notes = []
    if isinstance(was, Akteur) and was.name != now.name:
        notes.append(f"bisher: {was.name}")
    if fate := body_fate(became, body):
        notes.append(fate if now.nachfolger else f"bis {now.bis}")
    if takes_over := taken_over(became, body):
        notes.append(takes_over)
    return f"{now.name} ({'; '.join(notes)})" if notes else now.name


def _changes(body: BodyImpact, comparison: Comparison, below: str) -> Iterator[str]:
    """ "neu zuständig: MA03", and what happened to the goals that stay with the body."""
    lineage = comparison.lineage
    gained, lost = set(body.gained), set(body.lost)
    kept = set(body.kept) if body.rebuilt else set()
    told = (
        ("neu zuständig", [g for g in body.after if g in gained]),
        ("nicht mehr zuständig", [g for g in body.before if g in lost]),
        ("anders zuständig (Rolle geändert)", body.otherwise),
        *_taken_over(body, comparison.succession, lineage),
        *(_editorially(body) if body.rebuilt else ()),
        *_stayed(body, comparison.impact, lineage, below),
        ("weiter zuständig", [g for g in body.after if g in kept]),
        ("nun Adressat von", [r for r in body.requests_after if r in gained]),
        ("nicht mehr Adressat von", [r for r in body.requests_before if r in lost]),
        ("weiter Adressat von", [r for r in body.requests_after if r in kept]),
    )
    for label, elements in told:
        if elements:
            yield f"{label}: {', '.join(map(lineage.shown, elements))}"


def _taken_over(
    body: BodyImpact, became: Succession, lineage: Lineage
) -> Iterator[tuple[str, list[str]]]:
    """What is new only by its ID or its body: it replaces what the body had, or it had another's."""
    groups: dict[str, list[str]] = {}
    for is_goal in (True, False):
        said = "zuständig" if is_goal else "Adressat"
        for one, sources in body.inherited.items():
            if (one in body.after) is is_goal:
                groups.setdefault(_goes_on(body, one, sources, said, lineage), []).append(one)
        for one, origins in body.succeeded.items():
            if (one in body.after) is is_goal:
                whose = f"{said} anstelle von {body_names(became, origins)}"
                groups.setdefault(whose, []).append(one)
    yield from groups.items()


def _goes_on(
    body: BodyImpact, one: str, sources: Sequence[str], said: str, lineage: Lineage
) -> str:
    """What it had goes on in what it has; where only what stood above was replaced, where."""
    had = shown_ids(lineage, sources)
    if one in body.in_another_role:
        said += ", in anderer Rolle"
    if one not in body.under:
        return f"weiter {said} (bisher {had})"
    stood, stands = map(lineage.shown, body.under[one])
    return f"weiter {said} unter {stands} (bisher unter {stood}: {had})"


def _editorially(body: BodyImpact) -> Iterator[tuple[str, list[str]]]:
    """What a rebuilt body takes over or hands on although the task itself is the same."""
    new = {*body.gained, *body.inherited, *body.succeeded}
    before = {*body.before, *body.requests_before, *new}
    replaced = {one for some in body.inherited.values() for one in some}
    after = {*body.after, *body.requests_after, *body.lost, *replaced}
    yield "neu zuständig (redaktionell)", [g for g in body.after if g not in before]
    yield "nicht mehr zuständig (redaktionell)", [g for g in body.before if g not in after]
    yield "nun Adressat (redaktionell) von", [r for r in body.requests_after if r not in before]
    yield (
        "nicht mehr Adressat (redaktionell) von",
        [r for r in body.requests_before if r not in after],
    )


def _stayed(
    body: BodyImpact, whole: Impact, lineage: Lineage, below: str
) -> Iterator[tuple[str, list[str]]]:
    """Goals to which the same happened, under the words for it."""
    groups: dict[str, list[str]] = {}
    for goal in body.touched:
        words = [
            _happened(kind, goal, lineage, below)
            for kind in whole.touched[goal]
            if kind != "link" or goal not in body.inherited  # said with what goes on there
        ]
        if words:
            groups.setdefault(f"weiter zuständig, {listed(words)}", []).append(goal)
    yield from groups.items()


def _happened(kind: str, goal: str, lineage: Lineage, below: str) -> str:
    if kind == BELOW:
        return f"{below} darunter geändert"
    taken = lineage.taken(goal) if kind == "link" else ()
    return f"nimmt {shown_ids(lineage, taken)} auf" if taken else CHANGES[kind].label


def _reach(reach: Reach, comparison: Comparison, called: Callable[[str], str]) -> str:
    gone = reach.kinds == ("removed",)
    what = ", ".join("geändert" if k in SAID else CHANGES[k].label for k in reach.kinds)
    parts = []
    if reach.below:
        verb = "darunter stand bisher" if gone else "darunter steht"
        if len(reach.below) > 1:
            verb = "darunter standen bisher" if gone else "darunter stehen"
        parts.append(f"{verb} {_below(reach.below, comparison)}")
    if reach.referring:
        said = "darauf bezogen sich" if gone else "darauf beziehen sich"
        if len(reach.referring) == 1:
            said = "darauf bezog sich" if gone else "darauf bezieht sich"
        parts.append(f"{said} {listed([called(name) for name in reach.referring])}")
    return f"{called(reach.id)} ({what}): {'; '.join(parts)}."


def _below(elements: Sequence[str], comparison: Comparison) -> str:
    if len(elements) <= FEW:
        return shown_ids(comparison.lineage, map(identity, elements))
    numbers = Counter(_level(name, comparison) for name in elements)
    return listed([counted(count, *level) for level, count in numbers.items()])


def _level(name: str, comparison: Comparison) -> tuple[str, str]:
    """Name and plural of the level of an element."""
    for strategy in (comparison.new, comparison.old):
        element = strategy.by_id.get(identity(name))
        stufe = getattr(element, "stufe", None)
        if stufe:
            level = strategy.kopf.stufe(stufe)
            return level.name, level.mehrzahl
        if element is not None:
            break
    return "Empfehlung", "Empfehlungen"
