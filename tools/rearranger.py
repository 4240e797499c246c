"""A Word file of ours to one in which a reviewer has put in, taken out, split, joined and moved
paragraphs, rows and bodies, and what was done to what.

Like ``tools.reviewer`` it works on the XML of the file alone and keeps its own book.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from lxml import etree

from tools.reviewer import MAIN, WORDS, Element, package, parts_of, w
from tools.tracking import SPACE, Tracker, above
from tools.word_places import (
    behind,
    bodies,
    cut_of,
    drop,
    goal_rows,
    level_of,
    lines_of,
    row_words,
    running,
    words_of,
)

SENTENCES = (
    "Die Wege dorthin werden gemeinsam mit den Gemeinden erkundet",
    "Über das Ergebnis wird einmal im Jahr öffentlich berichtet",
    "Ehrenamtliche erhalten dafür eine Schulung und eine feste Ansprechperson",
    "Wer Fragen hat, findet Rat an einer Stelle ohne lange Wartezeit",
)


@dataclass(frozen=True)
class Rearrangement:
    """One thing that was done: the kind of record it is, and the text before and after."""

    kind: str
    old: str
    new: str


@dataclass
class Rearranger:
    """Changes paragraphs and rows; without a name it types without tracking."""

    name: str
    seed: int
    date: str = "2026-11-24T10:12:00Z"

    def edit(self, data: bytes, number: int) -> tuple[bytes, list[Rearrangement]]:
        """Up to ``number`` things done, none beside another."""
        self.random, self.by = Random(self.seed), Tracker(self.name, self.date)
        files = parts_of(data)
        root = etree.fromstring(files[MAIN])
        self.taken: set[Element] = set()
        done: list[Rearrangement] = []
        acts = [self.put_in, self.take_out, self.split, self.join, self.move]
        acts += [self.body_exchanged, self.body_added, self.body_gone]
        acts += [self.row_added, self.row_gone, self.row_moved]
        for _ in range(number * 3):
            made = self.random.choice(acts)(root) if len(done) < number else None
            done += [made] if made else []
        files[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return package(files), done

    # What paragraphs of running text are done to

    def put_in(self, root: Element) -> Rearrangement | None:
        """A new paragraph behind one, of the same kind."""
        place = self._pick(running(root))
        if place is None:
            return None
        words = self._sentence()
        new = etree.fromstring(etree.tostring(place))
        for child in list(new):
            if child.tag != w("pPr"):
                new.remove(child)
        new.append(self.by.marked("ins", self.by.run(words)))
        place.addnext(new)
        self._take(new)
        first = self.random.choice((place, new))  # Enter at the end of the one, before the next
        self.by.mark_end(first if self.name else new, "ins")
        return Rearrangement("added", "", words)

    def take_out(self, root: Element) -> Rearrangement | None:
        """A whole paragraph gone."""
        place = self._pick(p for p in running(root) if not list(p.iter(w("footnoteReference"))))
        if place is None:
            return None
        words = words_of(place)
        self.by.gone(place)
        return Rearrangement("removed", words, "")

    def split(self, root: Element) -> Rearrangement | None:
        """One paragraph made two at a space."""
        place = self._pick(p for p in running(root) if cut_of(p))
        if place is None:
            return None
        run, at = self.random.choice(cut_of(place))
        words = words_of(place)
        second = deepcopy(place)
        there = list(place.iter(w("t")))
        number = there.index(run)
        same = list(second.iter(w("t")))[number]
        text = run.text or ""
        kept = text[at:] if self.name else text[at:].lstrip()  # nothing is typed but Enter
        run.text, same.text = text[:at], kept
        same.set(SPACE, "preserve")
        drop(place, run, after=True)
        drop(second, same, after=False)
        place.addnext(second)
        self._take(second)
        self.by.mark_end(place, "ins")
        return Rearrangement("split", words, f"{words_of(place)}\n{words_of(second)}")

    def join(self, root: Element) -> Rearrangement | None:
        """Two paragraphs that follow each other made one."""
        pairs = [p for p in running(root) if p.getnext() in self._free(running(root))]
        place = self._pick(pairs)
        if place is None:
            return None
        follows = behind(place)
        self._take(follows)
        old = f"{words_of(place)}\n{words_of(follows)}"
        place.append(self.by.marked("ins", self.by.run(" ")))
        if self.name:
            self.by.mark_end(place, "del")
        else:
            for child in list(follows):
                if child.tag != w("pPr"):
                    place.append(child)
            above(follows).remove(follows)
        return Rearrangement("merged", old, old.replace("\n", " "))

    def move(self, root: Element) -> Rearrangement | None:
        """A paragraph to another place in the same stretch of text."""
        free = self._free(running(root))
        near = [(p, p.getnext()) for p in free]
        place = self._pick(
            p
            for p, follows in near
            if follows in free
            and follows.getnext() in free
            and not list(p.iter(w("footnoteReference"), w("bookmarkStart")))
        )
        if place is None:
            return None
        target = behind(behind(place))
        self._take(target)
        self._take(behind(place))
        words = words_of(place)
        copy = deepcopy(place)
        runs = [r for r in copy if r.tag != w("pPr")]
        target.addnext(copy)
        self._take(copy)
        if self.name:
            for run in runs:
                index = copy.index(run)
                copy.insert(index, self.by.marked("moveTo", run))
            self.by.mark_end(copy, "moveTo")
        self.by.gone(place, "moveFrom")
        return Rearrangement("moved", words, words)

    # What rows of goals and their bodies are done to

    def body_exchanged(self, root: Element) -> Rearrangement | None:
        """A body typed over by another."""
        lines = bodies(root)
        place = self._pick(lines)
        if place is None:
            return None
        old = words_of(place)
        there = {words_of(line) for line in above(place).iterfind(w("p"))}
        names = sorted({words_of(line) for line in lines} - there - {""})
        names = [name for name in names if "(" not in name]
        new = self.random.choice(names)
        for child in [c for c in place if c.tag != w("pPr")]:
            self.by.take_run(child)
        place.append(self.by.marked("ins", self.by.run(new)))
        kind = self._kind_of_bodies(place)
        return Rearrangement(kind, old, new)

    def body_added(self, root: Element) -> Rearrangement | None:
        """One more body in a line of its own."""
        lines = bodies(root)
        place = self._pick(lines)
        if place is None:
            return None
        there = {words_of(line) for line in above(place).iterfind(w("p"))}
        names = sorted({words_of(line) for line in lines} - there - {""})
        new = self.random.choice([name for name in names if "(" not in name])
        line = deepcopy(place)
        for child in [c for c in line if c.tag != w("pPr")]:
            line.remove(child)
        line.append(self.by.marked("ins", self.by.run(new)))
        place.addnext(line)
        self._take(line)
        if self.name:
            self.by.mark_end(place, "ins")
        return Rearrangement(self._kind_of_bodies(place), "", new)

    def body_gone(self, root: Element) -> Rearrangement | None:
        """A body taken out of a list of several."""
        place = self._pick(p for p in bodies(root) if len(above(p).findall(w("p"))) > 1
                           and p.getnext() is not None)  # fmt: skip
        if place is None:
            return None
        old = words_of(place)
        kind = self._kind_of_bodies(place)
        self.by.gone(place)
        return Rearrangement(kind, old, "")

    def row_added(self, root: Element) -> Rearrangement | None:
        """A new row behind the last of its kind in a table, without an ID."""
        row = self._pick_row(root)
        if row is None:
            return None
        new = deepcopy(row)
        words = self._sentence()
        label = words_of(lines_of(new.findall(w("tc"))[0])[0])
        for number, cell in enumerate(new.findall(w("tc"))):
            for extra in cell.findall(w("p"))[1:]:
                cell.remove(extra)
            line = lines_of(cell)[0]
            for child in [c for c in line if c.tag != w("pPr")]:
                line.remove(child)
            text = ("", "", words)[number] if number else label
            if text:
                line.append(self.by.marked("ins", self.by.run(text)))
            self.by.mark_end(line, "ins")
        row.addnext(new)
        self._take(new)
        self.by.mark_row(new, "ins")
        return Rearrangement("added", "", f"{label} | {words}")

    def row_gone(self, root: Element) -> Rearrangement | None:
        """A row of a goal taken out."""
        row = self._pick_row(root)
        if row is None:
            return None
        old = row_words(row)
        if self.name:
            for line in row.iter(w("p")):
                self.by.gone(line)
            self.by.mark_row(row, "del")
        else:
            above(row).remove(row)
        return Rearrangement("removed", old, "")

    def row_moved(self, root: Element) -> Rearrangement | None:
        """A row of a goal behind the next one of its kind."""
        row = self._pick_row(root, lambda r: level_of(r) == level_of(r.getnext()))
        if row is None:
            return None
        self._take_row(behind(row))
        old = row_words(row)
        copy = deepcopy(row)
        behind(row).addnext(copy)
        self._take(copy)
        if self.name:
            for line in copy.iter(w("p")):
                for run in [c for c in line if c.tag == w("r")]:
                    line.replace(run, self.by.marked("ins", deepcopy(run)))
                self.by.mark_end(line, "ins")
            for mark in list(copy.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                above(mark).remove(mark)
            self.by.mark_row(copy, "ins")
            for line in row.iter(w("p")):
                self.by.gone(line)
            self.by.mark_row(row, "del")
        else:
            above(row).remove(row)
        return Rearrangement("moved", old, old)

    # How it is written

    def _pick(self, lines: Iterator[Element] | list[Element]) -> Element | None:
        found = self._free(lines)
        if not found:
            return None
        place = self.random.choice(found)
        self._take(place)
        return place

    def _free(self, lines: Iterator[Element] | list[Element]) -> list[Element]:
        return [line for line in lines if line not in self.taken]

    def _take(self, place: Element) -> None:
        """Nothing else is done to it and its neighbours."""
        self.taken |= {
            one for one in (place.getprevious(), place, place.getnext()) if one is not None
        }

    def _pick_row(
        self, root: Element, fits: Callable[[Element], bool] = lambda row: True
    ) -> Element | None:
        rows = [r for r in goal_rows(root) if r not in self.taken and fits(r)]
        if not rows:
            return None
        row = self.random.choice(rows)
        self._take_row(row)
        return row

    def _take_row(self, row: Element) -> None:
        self._take(row)

    def _kind_of_bodies(self, place: Element) -> str:
        row = next(place.iterancestors(w("tr")))
        self._take_row(row)
        return "addressee" if words_of(row).startswith("Adressaten") else "responsibility"

    def _sentence(self) -> str:
        return f"{self.random.choice(SENTENCES)}, {self.random.choice(WORDS)} {self.random.randrange(10**4)}."
