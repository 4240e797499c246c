"""The summary of a comparison to the first two pages of a Synopse: what is to be decided, then counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from generator.model.german import counted
from generator.model.koerperschaft import short
from generator.render.blocks import Block, Cell, Inline, Paragraph, Reference, Row, Run, Table
from generator.render.documents.change_front import bodies, editions, renumbered
from generator.render.documents.pieces import cell, heading, sentence
from generator.render.documents.synopsis.synopsis_entries import SynopsisEntry
from generator.render.documents.synopsis.synopsis_rows import ROOM, light
from generator.render.documents.synopsis.synopsis_wordings import what_happened
from generator.render.documents.telling.summary import TwoCounts, Verdict
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.vote_words import OPEN, VOTE, quoted, vote
from generator.render.names import NBSP
from generator.render.text_width import width
from generator.render.visitor import rebuilt

LEGEND = (
    "[In Klammern] und durchgestrichen steht links, was entfällt, fett rechts, was neu ist; „…“ lässt "
    f"Unverändertes aus. {VOTE} Beschluss vorgesehen, {OPEN} nicht geregelt, wer entscheidet."
)
WITH_UNCHANGED = "Aufgeführt ist jedes Element, Texte jedoch nur, wo sie geändert sind."
MOST, FIRST, LONGEST = 60, 25, 58
"""Elements that a body decides on, and elements altogether, that are listed; characters of a name."""
HEAD_SIZE, PADDING = 3.53, 5.0
NAME = 60.0
"""Millimetres for the name of a body."""


def front_blocks(
    telling: Telling, found: tuple[SynopsisEntry, ...], *, pages: bool
) -> Iterator[Block]:
    """Title, editions, how many for whom, what is to be decided; ``pages``: whether they are known."""
    summary = telling.summary
    yield heading(1, f"Synopse: {summary.title}")
    yield editions(summary)
    if summary.verdicts:
        yield _boxes(telling)
    yield Paragraph((Run(LEGEND),), "small")
    yield heading(2, "Was ist zu entscheiden?")
    asked, more = _listed(telling, [entry for entry in found if _votes(entry, telling)])
    ruled = " ".join(verdict.sentence for verdict in summary.verdicts if verdict.asks)
    yield from [sentence(ruled)] if ruled else []
    if asked:
        yield _decisions(telling, asked, pages)
    if more:
        others = counted(more, "weiteres Element", "weitere Elemente")
        yield sentence(f"Dazu kommen {others}; in den Tabellen stehen sie mit {VOTE} oder {OPEN}.")
    rest = [_with_names(verdict) for verdict in summary.verdicts if not verdict.asks]
    yield sentence(" ".join((*rest, summary.closing)))


def _with_names(verdict: Verdict) -> str:
    if not verdict.named:
        return verdict.sentence
    return f"{verdict.sentence.removesuffix('.')}: {quoted('; '.join(verdict.named))}."


def counts_blocks(telling: Telling, *, every: bool = False) -> Iterator[Block]:
    """What there was and is, and whom it concerns."""
    summary = telling.summary
    yield heading(2, "Anzahlen bisher und neu")
    yield sentence(f"{summary.numbers}.")
    yield counts(summary.counts)
    yield from renumbered(telling)
    yield heading(2, "Welche Stellen sind betroffen?")
    yield from (_wide(b) if isinstance(b, Table) else b for b in bodies(telling, between="; "))
    if every:
        yield Paragraph((Run(WITH_UNCHANGED),), "small")
    for remark in telling.comparison.new.kopf.hinweise:
        yield Paragraph((Run(remark),), "small")


def counts(found: tuple[TwoCounts, ...]) -> Table:
    """A column for each count: the page is wide, and the table stays low and on one page."""
    titles = ("Fassung", *(count.label for count in found))
    before = (_right(str(count.old)) for count in found)
    after = (_right(str(count.new)) for count in found)
    lines = (
        Row((cell("bisher", header=True), *before), keep_with_next=True),
        Row((cell("neu", header=True), *after)),
    )
    columns = [width(title, HEAD_SIZE, bold=True) + PADDING for title in titles]
    rows = (light(*titles), *lines)
    return Table(tuple(columns), rows, "Anzahlen bisher und neu", "synopsis")


def _wide(table: Table) -> Table:
    """A table as the others here: over the whole width, its head light."""
    *others, last = table.columns
    titles = [replace(cell, style="light") for cell in table.rows[0].cells]
    rows = (replace(table.rows[0], cells=tuple(titles)), *map(_quoted, table.rows[1:]))
    columns = (NAME, *others[1:], round(last + others[0] - NAME + ROOM - sum(table.columns), 1))
    return replace(table, columns=columns, rows=rows, style="synopsis")


def _quoted(part: Any) -> Any:
    """In the quotation marks of documents."""
    if isinstance(part, Paragraph):
        runs = (replace(r, text=quoted(r.text)) for r in part.content if isinstance(r, Run))
        return replace(part, content=tuple(runs))
    return rebuilt(part, _quoted)


def _right(text: str) -> Cell:
    return Cell((Paragraph((Run(text),), "cell"),), align="right")


def _boxes(telling: Telling) -> Table:
    """How many changes there are for each body that decides, for the administration, editorial."""
    kopf = telling.comparison.new.kopf
    found: dict[str, int] = {short(entry.name): 0 for entry in kopf.deciding}
    for change in telling.changes:
        told = vote(change, kopf).replace(NBSP, " ")
        key = told.removeprefix(f"{VOTE} ").removeprefix(f"{OPEN} ")
        key = key.capitalize() if told.startswith(OPEN) else key
        editorial = "Redaktionell" if change.source.editorial else "Verwaltung"
        found[key or editorial] = found.get(key or editorial, 0) + 1
    for name in ("Verwaltung", "Redaktionell"):
        found[name] = found.pop(name, 0)
    boxes = (
        Cell((Paragraph((Run(str(number), bold=True),), "lead"),), "total")
        for number in found.values()
    )
    rows = (light(*found), Row(tuple(boxes)))
    each = round(min(60.0, ROOM / len(found)), 1)
    return Table(
        (each,) * len(found), rows, "Anzahl der Änderungen nach dem, wer entscheidet", "synopsis"
    )


def _listed(telling: Telling, asked: list[SynopsisEntry]) -> tuple[list[SynopsisEntry], int]:
    """Those that a body decides on first, others as far as two pages hold them; and how many are left."""
    decided = [e for e in asked if any(vote.startswith(VOTE) for vote in _votes(e, telling))]
    known = set(map(id, decided))
    others = [entry for entry in asked if id(entry) not in known]
    shown = [*decided[:MOST], *others[: max(0, FIRST - len(decided))]]
    return shown, len(asked) - len(shown)


def _votes(entry: SynopsisEntry, telling: Telling) -> list[str]:
    kopf = telling.comparison.new.kopf
    return list(dict.fromkeys(filter(None, (vote(change, kopf) for change in entry.changes))))


def _decisions(telling: Telling, asked: list[SynopsisEntry], pages: bool) -> Table:
    """Number, name, what happens, who decides, and where it stands."""
    titles = ("Nr.", "Bezeichnung", "Änderung", "Wer entscheidet", *(("Seite",) if pages else ()))
    rows = []
    for entry in asked:
        subject = entry.elements[-1].subject
        cells = [
            cell(Reference(subject.id, _shown(entry)), header=True),
            cell(_name(telling, entry)),
            cell(what_happened(entry)),
            cell(", ".join(_votes(entry, telling))),
        ]
        if pages:
            cells.append(Cell((Paragraph((_page(subject.id),), "cell"),), align="right"))
        rows.append(Row(tuple(cells)))
    number = max(width(_shown(entry), HEAD_SIZE, bold=True) for entry in asked)
    first, who, page = max(18.0, number + PADDING), 48.0, 16.0 if pages else 0.0
    rest = ROOM - first - who - page
    sizes = (first, rest * 0.58, rest * 0.42, who, *((page,) if pages else ()))
    return Table(
        tuple(round(size, 1) for size in sizes),
        (light(*titles), *rows),
        "Was zu entscheiden ist, je Zeile ein Element",
        "synopsis",
    )


def _shown(entry: SynopsisEntry) -> str:
    subject = entry.elements[-1].subject
    return subject.level if subject.called else subject.shown


def _page(target: str) -> Inline:
    return Reference(target, "", page=True)


def _name(telling: Telling, entry: SynopsisEntry) -> str:
    """Its title, else its wording, as far as fits one line."""
    subject = entry.elements[-1].subject
    if subject.called:
        return subject.called
    sides = telling.comparison.new, telling.comparison.old
    record = next((side.by_id[subject.id] for side in sides if subject.id in side.by_id), None)
    said = str(getattr(record, "titel", None) or getattr(record, "text", None) or subject.name)
    return said if len(said) <= LONGEST else f"{said[: said.rfind(' ', 0, LONGEST)]} …"
