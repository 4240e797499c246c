"""The hand of a random reviewer: what it may still touch, whose name it writes, what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from msgspec import Struct, field

from tools.reviewer import WORDS, Element
from tools.tracking import Tracker, is_settled
from tools.word_places import goal_rows

SENTENCES = (
    "Die Wege dorthin werden gemeinsam mit den Gemeinden erkundet",
    "Über das Ergebnis wird einmal im Jahr öffentlich berichtet",
    "Ehrenamtliche erhalten dafür eine Schulung und eine feste Ansprechperson",
    "Wer Fragen hat, findet Rat an einer Stelle ohne lange Wartezeit",
)


class Rearrangement(Struct, frozen=True):
    """One thing that was done: the kind of record it is, and the text before and after."""

    kind: str
    old: str
    new: str


class Hand(Struct, frozen=True):
    """Picks places of a file at random, each once and none beside another."""

    random: Random
    by: Tracker
    taken: set[Element] = field(default_factory=set)

    def pick(self, lines: Iterable[Element]) -> Element | None:
        """One of these that is free, taken with its neighbours; None where none is."""
        found = self.free(lines)
        if not found:
            return None
        place = self.random.choice(found)
        self.take(place)
        return place

    def free(self, lines: Iterable[Element]) -> list[Element]:
        """Those that nothing was done to, and that nobody has taken out."""
        return [line for line in lines if line not in self.taken and is_settled(line)]

    def take(self, place: Element) -> None:
        """Nothing else is done to it and its neighbours."""
        around = (place.getprevious(), place, place.getnext())
        self.taken.update(one for one in around if one is not None)

    def pick_row(
        self, root: Element, fits: Callable[[Element], bool] = lambda row: True
    ) -> Element | None:
        """A row of a goal."""
        return self.pick(row for row in goal_rows(root) if fits(row))

    def sentence(self) -> str:
        """Words that stand nowhere else."""
        chosen = self.random.choice(SENTENCES)
        return f"{chosen}, {self.random.choice(WORDS)} {self.random.randrange(10**4)}."
