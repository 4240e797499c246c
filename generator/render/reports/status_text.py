"""Where the elements stand, to plain text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import fill

from generator.graph.queries import ancestors
from generator.graph.reporting import Standing
from generator.model.goal import Handlungsfeld
from generator.model.kinds import kind_of
from generator.render.implementation_words import EMPTY, UNREPORTED, ImplementationWords
from generator.render.reports.status import Status
from generator.render.reports.terminal import WIDTH, filled

BAR = 40
"""Characters of the longest bar."""


def encode(status: Status) -> str:
    """Sentences and numbers first, then every element below its Handlungsfeld."""
    words = ImplementationWords(status.told)
    if not status.told.course.begun or status.told.period is None:
        lines = [" ".join(EMPTY)]
        if shown := status.shown:
            lines.append(f"Zu berichten ist zu {words.counted(shown)}.")
        return "".join(f"{fill(line, WIDTH)}\n" for line in lines)
    lines = [*_head(status, words)]
    if status.shown:
        lines += ["", *_counts(status)]
        for field, group in groupby(status.shown, lambda one: _field(status, one)):
            lines += ["", field]
            for one in group:
                lines += _line(status, words, one)
    return "\n".join(lines) + "\n"


def _head(status: Status, words: ImplementationWords) -> Iterator[str]:
    period = status.told.period
    assert period is not None
    state = "geschlossen" if period.geschlossen else "noch offen"
    yield f"Umsetzungsstand {period.genannt} (Stichtag {period.stichtag:%d.%m.%Y}, {state})"
    yield ""
    if not status.shown:
        yield "Zu dieser Auswahl gibt es nichts zu berichten."
        return
    for sentence in words.sentences(status.shown):
        yield fill(sentence, WIDTH)


def _counts(status: Status) -> Iterator[str]:
    """A bar for each state."""
    states = status.told.course.states
    counts = {states[k].name if k in states else k: n for k, n in status.counts.items()}
    if without := sum(one.last is None for one in status.shown):
        counts[UNREPORTED] = without
    wide, most = max(map(len, counts)), max(counts.values())
    for name, count in counts.items():
        bar = "█" * round(count * BAR / most) if most else ""
        yield f"  {name:{wide}}  {count:3}  {bar}".rstrip()


def _field(status: Status, one: Standing) -> str:
    """The Handlungsfeld that an element stands in."""
    graph = status.told.edition.graph
    for node in ancestors(graph, one.id):
        record = graph.nodes[node]["record"]
        if isinstance(record, Handlungsfeld):
            return f"{record.id} {record.titel}"
    return "Außerhalb der Handlungsfelder"


def _line(status: Status, words: ImplementationWords, one: Standing) -> Iterator[str]:
    identity = words.shown_id(one.id)
    reporter = (
        one.last.stelle if one.last and one.last.stelle in status.told.edition.graph else None
    )
    body = reporter or next(iter(one.bodies), None)
    parts = [_state(words, one), *([words.body(body)] if body else [])]
    if one.since:
        parts.append(f"seit {one.since:%d.%m.%Y}")
    if one.missing and one.last:
        parts.append("diesmal kein Bericht")
    if one.overdue and one.frist:
        parts.append(f"Frist {one.frist:%d.%m.%Y} verstrichen")
    yield f"  {identity}  {' · '.join(parts)}"
    element = status.told.edition.strategy.by_id[one.id]
    yield filled(str(kind_of(element).name(element)), "      ", hyphens=False)
    if one.blocked and one.last and one.last.hindernis:
        yield filled(f"Hindernis: {one.last.hindernis}", "      ", hyphens=False)


def _state(words: ImplementationWords, one: Standing) -> str:
    now = words.state(one.last)
    if one.changed and one.before:
        return f"{words.state(one.before)} → {now}"
    return now
