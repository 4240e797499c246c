"""What a random reviewer does to tables of goals: bodies exchanged, rows put in, taken out and moved."""

from __future__ import annotations

from copy import deepcopy

from msgspec import Struct

from tools.hand import Hand, Rearrangement
from tools.reviewer import Element, w
from tools.tracking import above, settled
from tools.word_places import behind, bodies, level_of, lines_of, row_words, words_of


class BodyActs(Struct, frozen=True):
    """Each does one thing to a line with a body; None where there is no place left for it."""

    hand: Hand

    def exchanged(self, root: Element) -> Rearrangement | None:
        """A body typed over by another."""
        lines = bodies(root)
        place = self.hand.pick(lines)
        if place is None:
            return None
        old = words_of(place)
        there = {words_of(line) for line in above(place).iterfind(w("p"))}
        names = sorted({words_of(line) for line in lines} - there - {""})
        names = [name for name in names if "(" not in name]
        new = self.hand.random.choice(names)
        for child in [c for c in place if c.tag != w("pPr")]:
            self.hand.by.take_run(child)
        place.append(self.hand.by.marked("ins", self.hand.by.run(new)))
        kind = self._kind(place)
        return Rearrangement(kind, old, new)

    def added(self, root: Element) -> Rearrangement | None:
        """One more body in a line of its own."""
        lines = bodies(root)
        place = self.hand.pick(lines)
        if place is None:
            return None
        there = {words_of(line) for line in above(place).iterfind(w("p"))}
        names = sorted({words_of(line) for line in lines} - there - {""})
        new = self.hand.random.choice([name for name in names if "(" not in name])
        line = settled(deepcopy(place))
        for child in [c for c in line if c.tag != w("pPr")]:
            line.remove(child)
        line.append(self.hand.by.marked("ins", self.hand.by.run(new)))
        place.addnext(line)
        self.hand.take(line)
        if self.hand.by.name:
            self.hand.by.mark_end(place, "ins")
        return Rearrangement(self._kind(place), "", new)

    def gone(self, root: Element) -> Rearrangement | None:
        """A body taken out of a list of several."""
        place = self.hand.pick(p for p in bodies(root) if len(above(p).findall(w("p"))) > 1
                           and p.getnext() is not None)  # fmt: skip
        if place is None:
            return None
        old = words_of(place)
        kind = self._kind(place)
        self.hand.by.gone(place)
        return Rearrangement(kind, old, "")

    def _kind(self, place: Element) -> str:
        row = next(place.iterancestors(w("tr")))
        self.hand.take(row)
        return "addressee" if words_of(row).startswith("Adressaten") else "responsibility"


class RowActs(Struct, frozen=True):
    """Each does one thing to a row of a goal; None where there is no place left for it."""

    hand: Hand

    def added(self, root: Element) -> Rearrangement | None:
        """A new row behind the last of its kind in a table, without an ID."""
        row = self.hand.pick_row(root)
        if row is None:
            return None
        new = settled(deepcopy(row))
        words = self.hand.sentence()
        label = words_of(lines_of(new.findall(w("tc"))[0])[0])
        for number, cell in enumerate(new.findall(w("tc"))):
            for extra in cell.findall(w("p"))[1:]:
                cell.remove(extra)
            line = lines_of(cell)[0]
            for child in [c for c in line if c.tag != w("pPr")]:
                line.remove(child)
            text = ("", "", words)[number] if number else label
            if text:
                line.append(self.hand.by.marked("ins", self.hand.by.run(text)))
            self.hand.by.mark_end(line, "ins")
        row.addnext(new)
        self.hand.take(new)
        self.hand.by.mark_row(new, "ins")
        return Rearrangement("added", "", f"{label} | {words}")

    def gone(self, root: Element) -> Rearrangement | None:
        """A row of a goal taken out."""
        row = self.hand.pick_row(root)
        if row is None:
            return None
        old = row_words(row)
        if self.hand.by.name:
            for line in row.iter(w("p")):
                self.hand.by.gone(line)
            self.hand.by.mark_row(row, "del")
        else:
            above(row).remove(row)
        return Rearrangement("removed", old, "")

    def moved(self, root: Element) -> Rearrangement | None:
        """A row of a goal behind the next one of its kind."""
        row = self.hand.pick_row(root, lambda r: level_of(r) == level_of(r.getnext()))
        if row is None:
            return None
        self.hand.take(behind(row))
        old = row_words(row)
        copy = settled(deepcopy(row))
        behind(row).addnext(copy)
        self.hand.take(copy)
        if self.hand.by.name:
            for line in copy.iter(w("p")):
                for run in [c for c in line if c.tag == w("r")]:
                    line.replace(run, self.hand.by.marked("ins", deepcopy(run)))
                self.hand.by.mark_end(line, "ins")
            for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                above(mark).remove(mark)
            self.hand.by.mark_row(copy, "ins")
            for line in row.iter(w("p")):
                self.hand.by.gone(line)
            self.hand.by.mark_row(row, "del")
        else:
            above(row).remove(row)
        return Rearrangement("moved", old, old)
