"""Where the elements of an edition stand, to German sentences: how many are done, what is missing, what is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.graph.reporting import Reporting, Standing
from generator.model.german import Noun, dative_plural, noun
from generator.model.goal import Ziel
from generator.model.kinds import printed_id
from generator.model.progress import Bericht
from generator.render.citation import german_date

UNREPORTED = "noch kein Bericht"
EMPTY = (
    "Zu dieser Strategie gibt es noch keine Berichte zur Umsetzung.",
    "Berichtet wird in progress.yaml; wie, sagt das Handbuch unter «Umsetzung und Vorlage für das Gremium».",
)
WORDS = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
         "elf", "zwölf")  # fmt: skip


def number(count: int) -> str:
    """Up to zwölf as a word, as in running text."""
    return WORDS[count] if count < len(WORDS) else str(count)


class ImplementationWords(Struct, frozen=True):
    """The words of one look at the reports."""

    told: Reporting

    def noun(self, shown: Iterable[Standing]) -> tuple[Noun, str]:
        """What the elements are called, and many of them: as their level where they share one."""
        by_id = self.told.edition.strategy.by_id
        levels = {e.stufe for one in shown if isinstance(e := by_id.get(one.id), Ziel)}
        if len(levels) != 1:
            return noun("Element", "Ziel"), "Ziele"
        level = self.told.edition.strategy.kopf.stufe(levels.pop())
        return level.noun, level.mehrzahl

    def counted(self, shown: tuple[Standing, ...]) -> str:
        """How many elements there are, in the dative."""
        return _Counted(*self.noun(shown))(len(shown), digits=True)

    def sentences(self, shown: tuple[Standing, ...]) -> Iterator[str]:
        """What a reader wants to know first, each in a whole sentence."""
        words, many = self.noun(shown)
        at = _Counted(words, many)
        yield self._done(shown, at)
        if ended := [
            one for one in shown if self.told.course.ended(one.last) and not self.done(one)
        ]:
            told = ", ".join(f"{name} ({count})" for name, count in self._named(ended).items())
            yield f"Bei {at(len(ended))} enden die Berichte ohne Abschluss: {told}."
        if self.told.earlier:
            changed = sum(one.changed for one in shown)
            day = german_date(self.told.earlier.stichtag)
            yield f"Seit dem {day} hat sich der Stand bei {at(changed)} geändert."
        if due := [one for one in shown if one.awaited]:
            yield _came(len(due), sum(not one.missing for one in due))
        late, blocked = sum(one.overdue for one in shown), sum(one.blocked for one in shown)
        if late:
            yield f"Bei {at(late)} ist die Frist verstrichen."
        if blocked:
            yield f"Bei {at(blocked)} ist ein Hindernis gemeldet."

    def _done(self, shown: tuple[Standing, ...], at: _Counted) -> str:
        done = sum(self.done(one) for one in shown)
        if not done:
            return f"Von {at(len(shown))} ist noch nichts erledigt."
        return (
            f"Erledigt {'ist' if done == 1 else 'sind'} {done} von {at(len(shown), digits=True)}."
        )

    def done(self, one: Standing) -> bool:
        """Whether its state counts as done."""
        state = self.told.course.states.get(one.last.stand) if one.last else None
        return state is not None and state.erledigt

    def _named(self, ended: list[Standing]) -> dict[str, int]:
        found = Counter(one.last.stand for one in ended if one.last)
        states = self.told.course.states
        return {states[key].name.removesuffix(" nach …"): count for key, count in found.items()}

    def state(self, report: Bericht | None) -> str:
        """The state as it is printed."""
        return self.told.course.named(report) if report else UNREPORTED

    def shown_id(self, identity: str) -> str:
        """What people see as the ID of an element, whether it is still there or not."""
        element = self.told.edition.strategy.by_id.get(identity)
        return printed_id(element) if element else identity

    def body(self, identity: str) -> str:
        """The name of a body, its short one where it has one."""
        record = self.told.edition.graph.nodes[identity]["record"]
        return str(record.kurz or record.name)


def _came(due: int, there: int) -> str:
    """How many of the reports that were due have come."""
    if due == 1:
        return f"Der eine fällige Bericht liegt {'vor' if there else 'noch nicht vor'}."
    if there == due:
        return f"Alle {number(due)} fälligen Berichte liegen vor."
    few = {0: "liegt noch keiner", 1: "liegt einer"}.get(there, f"liegen {number(there)}")
    return f"Von {number(due)} fälligen Berichten {few} vor."


class _Counted(Struct, frozen=True):
    """A number of elements in the dative: "einer Maßnahme", "keinem Ziel", "sieben Maßnahmen"."""

    noun: Noun
    many: str

    def __call__(self, count: int, *, digits: bool = False) -> str:
        if count == 1:
            return self.noun.one_of_many
        if not count:
            return f"k{self.noun.one_of_many}"
        return f"{count if digits else number(count)} {dative_plural(self.many)}"
