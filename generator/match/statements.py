"""A story laid beside what was printed, to what each reviewer did, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.match.authors import dates, ours
from generator.match.new_places import look_of, stands
from generator.match.normal_text import plain
from generator.match.placing import Placed, Placing
from generator.match.spots import FRAME
from generator.match.stages import EntryIndex, Stages, Step, stages
from generator.match.typed_frames import IN_FRAME
from generator.match.word_merge import typed
from generator.model.address import Address
from generator.model.review import Statement, StatementKind
from generator.receive.views import ViewLine
from generator.render.formats.docx.printed_map import PrintedParagraph

_KINDS: dict[str, StatementKind] = {
    "text": "reworded",
    "zustaendig": "responsibility",
    "adressaten": "addressee",
}


class Found(Struct, frozen=True):
    """A statement, the table row it stands in, and whether that row goes or comes as a whole."""

    statement: Statement
    row: int | None = None
    whole: bool = False
    cell: int | None = None
    """In which cell of its row it was printed, where that is known."""


class Statements(Struct, frozen=True):
    """All that was found, and for remarks the printed paragraph that each piece is in."""

    found: tuple[Found, ...]
    homes: tuple[dict[int, EntryIndex], ...]


class Teller:
    """Walks through a story; knows the last printed paragraph before a place."""

    def __init__(
        self,
        file: str,
        printed: Sequence[PrintedParagraph],
        plain_typing: bool,
        notes: bool = True,
    ) -> None:
        """``plain_typing``, ``notes``: whether what was done without tracking is known, of notes too."""
        self.file, self.printed, self.plain_typing = file, printed, plain_typing
        self.silent = FRAME if notes else (*FRAME, "note")
        self.notes = notes
        self.owners = _owners(printed)
        self.last = self.before = -1
        """The last printed paragraph so far, and the one before what is being told."""
        self.holders: dict[int, int] = {}
        """The containers of the printed paragraphs so far: a cell, the text."""
        self.chain = 0

    def tell(self, placing: Placing) -> Statements:
        """Everything, in the order of the story; what is gone stands where it was."""
        found: list[Found] = []
        homes: list[dict[int, EntryIndex]] = []
        for placed in placing.placed:
            self.chain += 1
            steps = stages(placed.group, placed.lines, placed.entries)
            homes.append(steps.homes)
            found += self._typed(placed)
            found += self._tracked(placed, steps)
        for entry in placing.missing if self.plain_typing else ():
            if self.printed[entry].note is not None and not self.notes:
                continue
            self.chain += 1
            found.append(self._missing(entry))
        ordered = sorted(found, key=lambda one: one.statement.position)
        return Statements(tuple(_with_splits(ordered)), tuple(homes))

    def _typed(self, placed: Placed) -> Iterator[Found]:
        """What differs from the print without a mark."""
        self.before = self.last
        for line, entry in zip(placed.lines, placed.entries, strict=True):
            if entry is not None:
                self.last, self.holders[entry] = entry, placed.group[0].place.container
            if not self.plain_typing or placed.group[0].place.part in self.silent:
                continue
            if entry is not None and plain(self.printed[entry].text) != plain(line.text):
                yield Found(self._changed(entry, line.text), placed.row)
            elif entry is None and plain(line.text):
                count = len(plain(line.text))
                new = self._new(placed, (line,), self.last, inserted=count)
                yield Found(new, placed.row)

    def _changed(self, entry: int, text: str) -> Statement:
        before = self.printed[entry].text
        inserted, deleted = typed(before, text)
        return self._statement(
            kind_of(self.printed[entry].address),
            self.printed[entry].address,
            before,
            text,
            inserted=inserted,
            deleted=deleted,
            footnote=self._footnote(entry),
        )

    def _new(
        self, placed: Placed, lines: Sequence[ViewLine], last: int, **more: object
    ) -> Statement:
        """What is new behind the printed paragraph ``last``."""
        same = placed.group[0].place.container == self.holders.get(last, -1)
        place = stands(self.printed, last, placed, same)
        text = "\n".join(line.text for line in lines)
        look = look_of(placed.group, lines[-1]) if lines else ""
        after = self.owners[last] if last >= 0 else None
        more |= {"after": after, "beside": place.beside, "look": look}
        made = self._statement("added", place.address, "", text, **more)
        return replace(made, position=(max(last, 0), self.chain))

    def _missing(self, entry: int) -> Found:
        printed = self.printed[entry]
        gone = self._statement(
            "removed",
            printed.address,
            printed.text,
            "",
            after=None if printed.address else self.owners[entry],
            deleted=len(plain(printed.text)),
            footnote=self._footnote(entry),
        )
        return Found(replace(gone, position=(entry, 0)), cell=printed.cell)

    def _tracked(self, placed: Placed, found: Stages) -> Iterator[Found]:
        last = dates(placed.group)
        row = placed.group[0].place.row
        marks = () if row is None else (row.inserted, row.deleted)
        whole = any(mark is not None and not ours(mark) for mark in marks)
        for step in found.steps:
            by = {"author": step.author or None, "date": last.get(step.author), "tracked": True}
            counted = {"inserted": step.inserted, "deleted": step.deleted}
            made = self._step(step, placed, **by, **counted)
            yield Found(made, placed.row, whole)

    def _step(self, step: Step, placed: Placed, **more: object) -> Statement:
        old, new = ("\n".join(line.text for line in side) for side in (step.old, step.new))
        if placed.group[0].place.part in FRAME:
            return self._statement("computed", None, old, new, why=IN_FRAME, **more)
        if step.entry is None:  # new, or typed in before it was changed
            last = self.before if step.behind is None else step.behind
            made = self._new(placed, step.new, last, **more)
            return replace(made, old=old, kind="text") if step.old else made
        address = self.printed[step.entry].address
        more["footnote"] = self._footnote(step.entry)
        if address is None and not step.new:
            more["after"] = self.owners[step.entry]
        return self._statement(_kind(step, address), address, old, new, **more)

    def _footnote(self, entry: int) -> int | None:
        """Which note of its paragraph a printed entry is, from 0; None of what is no note."""
        if self.printed[entry].note is None:
            return None
        above = (n for n in range(entry - 1, -2, -1) if n < 0 or self.printed[n].note is None)
        return entry - next(above) - 1

    def _statement(
        self, kind: StatementKind, address: Address | None, old: str, new: str, **more: object
    ) -> Statement:
        made = Statement(self.file, kind, address, old, new, **more)  # type: ignore[arg-type]
        return replace(made, position=(max(self.last, 0), self.chain), chain=self.chain)


def _with_splits(found: Sequence[Found]) -> Iterator[Found]:
    """A paragraph that was typed apart is one statement: what stands behind it was not typed anew."""
    waiting: Found | None = None
    for one in found:
        split = waiting and _split(waiting.statement, one.statement)
        if waiting and split:
            waiting = replace(waiting, statement=split)
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _split(first: Statement, second: Statement) -> Statement | None:
    """Both as one, where much less was typed if they are the two parts of what one of them was."""
    whole, part = (first, second) if second.kind == "added" else (second, first)
    if (
        first.tracked
        or second.tracked
        or part.kind != "added"
        or whole.kind in ("added", "removed")
    ):
        return None
    if abs(first.position[0] - second.position[0]) > 1:
        return None
    new = f"{first.new}\n{second.new}"
    inserted, deleted = typed(whole.old, new)
    before = first.inserted + first.deleted + second.inserted + second.deleted
    if before - (inserted + deleted) <= len(plain(part.new)):  # most of it stood there
        return None
    return replace(whole, kind="split", new=new, inserted=inserted, deleted=deleted)


def _owners(printed: Sequence[PrintedParagraph]) -> list[str | None]:
    """To each printed paragraph the element that it, or the one before it, belongs to."""
    found: list[str | None] = []
    for entry in printed:
        before = found[-1] if found else None
        found.append(entry.address.element if entry.address else before)
    return found


def _kind(step: Step, address: Address | None) -> StatementKind:
    if not step.new:
        return "removed"
    if address is None:
        return "computed"
    if len(step.old) == len(step.new):
        return kind_of(address)
    return "split" if len(step.old) < len(step.new) else "merged"


def kind_of(address: Address | None) -> StatementKind:
    """What a change of a printed paragraph is."""
    return "computed" if address is None else _KINDS.get(address.field, "text")
