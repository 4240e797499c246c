"""What a random reviewer does to paragraphs of running text: put in, taken out, split, joined, moved."""

from __future__ import annotations

from copy import deepcopy

from msgspec import Struct

from tools.hand import Hand, Rearrangement
from tools.reviewer import Element, w
from tools.tracking import SPACE, above, settled
from tools.word_places import behind, cut_of, drop, running, words_of


class ParagraphActs(Struct, frozen=True):
    """Each does one thing somewhere in the file; None where there is no place left for it."""

    hand: Hand

    def put_in(self, root: Element) -> Rearrangement | None:
        """A new paragraph behind one, of the same kind."""
        place = self.hand.pick(running(root))
        if place is None:
            return None
        words = self.hand.sentence()
        new = settled(deepcopy(place))
        for child in list(new):
            if child.tag != w("pPr"):
                new.remove(child)
        new.append(self.hand.by.marked("ins", self.hand.by.run(words)))
        place.addnext(new)
        self.hand.take(new)
        first = self.hand.random.choice(
            (place, new)
        )  # Enter at the end of the one, before the next
        self.hand.by.mark_end(first if self.hand.by.name else new, "ins")
        return Rearrangement("added", "", words)

    def take_out(self, root: Element) -> Rearrangement | None:
        """A whole paragraph gone."""
        place = self.hand.pick(p for p in running(root) if not list(p.iter(w("footnoteReference"))))
        if place is None:
            return None
        words = words_of(place)
        self.hand.by.gone(place)
        return Rearrangement("removed", words, "")

    def split(self, root: Element) -> Rearrangement | None:
        """One paragraph made two at a space."""
        place = self.hand.pick(p for p in running(root) if cut_of(p))
        if place is None:
            return None
        run, at = self.hand.random.choice(cut_of(place))
        words = words_of(place)
        second = deepcopy(place)
        there = list(place.iter(w("t")))
        number = there.index(run)
        same = list(second.iter(w("t")))[number]
        text = run.text or ""
        kept = text[at:] if self.hand.by.name else text[at:].lstrip()  # nothing is typed but Enter
        run.text, same.text = text[:at], kept
        same.set(SPACE, "preserve")
        drop(place, run, after=True)
        drop(second, same, after=False)
        place.addnext(second)
        self.hand.take(second)
        self.hand.by.mark_end(place, "ins")
        return Rearrangement("split", words, f"{words_of(place)}\n{words_of(second)}")

    def join(self, root: Element) -> Rearrangement | None:
        """Two paragraphs that follow each other made one."""
        pairs = [p for p in running(root) if p.getnext() in self.hand.free(running(root))]
        place = self.hand.pick(pairs)
        if place is None:
            return None
        follows = behind(place)
        self.hand.take(follows)
        old = f"{words_of(place)}\n{words_of(follows)}"
        place.append(self.hand.by.marked("ins", self.hand.by.run(" ")))
        if self.hand.by.name:
            self.hand.by.mark_end(place, "del")
        else:
            for child in list(follows):
                if child.tag != w("pPr"):
                    place.append(child)
            above(follows).remove(follows)
        return Rearrangement("merged", old, old.replace("\n", " "))

    def move(self, root: Element) -> Rearrangement | None:
        """A paragraph to another place in the same stretch of text."""
        free = self.hand.free(running(root))
        near = [(p, p.getnext()) for p in free]
        place = self.hand.pick(
            p
            for p, follows in near
            if follows in free
            and follows.getnext() in free
            and not list(p.iter(w("footnoteReference"), w("bookmarkStart")))
        )
        if place is None:
            return None
        target = behind(behind(place))
        self.hand.take(target)
        self.hand.take(behind(place))
        words = words_of(place)
        copy = settled(deepcopy(place))
        runs = [r for r in copy if r.tag != w("pPr")]
        target.addnext(copy)
        self.hand.take(copy)
        if self.hand.by.name:
            for run in runs:
                index = copy.index(run)
                copy.insert(index, self.hand.by.marked("moveTo", run))
            self.hand.by.mark_end(copy, "moveTo")
        self.hand.by.gone(place, "moveFrom")
        return Rearrangement("moved", words, words)
