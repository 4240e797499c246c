"""A comparison to what stands on top of its change list: who decides on what, and the counts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.compare.approval import gives_or_takes
from generator.compare.comparison import Comparison
from generator.compare.order import renamed_levels
from generator.model.german import counted
from generator.model.head import Fassung, Kopf
from generator.model.koerperschaft import ADMINISTRATION, NO_DECISION, UNRULED, Koerperschaft
from generator.model.strategy import Strategy
from generator.render.documents.telling.numbers import numbers
from generator.render.documents.telling.told import ToldChange

POLITICAL = "Ob darüber ein Beschluss gefasst wird, ist eine politische Frage."
NO_CHANGE = "Die beiden Fassungen unterscheiden sich nicht."


class TwoCounts(Struct, frozen=True):
    """How many there were and are."""

    label: str
    old: int
    new: int


class Verdict(Struct, frozen=True):
    """One sentence on who agrees to what, and the changes it is about where they are named."""

    sentence: str
    named: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    """The IDs of the elements in ``named``."""
    asks: bool = False
    """Whether somebody has to decide, or nobody has ruled who does."""


class Summary(Struct, frozen=True):
    """The head of a change list."""

    title: str
    old: str
    new: str
    verdicts: tuple[Verdict, ...]
    closing: str
    counts: tuple[TwoCounts, ...]
    numbers: str
    """The sum of all changes and what it holds: "30 Änderungen, darunter 9 Ziele umformuliert"."""


def summary(comparison: Comparison, told: tuple[ToldChange, ...]) -> Summary:
    """What a councillor reads first; ``told`` are the rows of the comparison."""
    kopf = comparison.new.kopf
    nothing = comparison.decision == NO_DECISION
    return Summary(
        title=kopf.titel,
        old=edition(comparison.old.kopf.fassung),
        new=edition(kopf.fassung),
        verdicts=() if nothing else tuple(_verdicts(told, kopf)),
        closing=NO_CHANGE if nothing else whole_edition(kopf.koerperschaft),
        counts=tuple(counts(comparison.old, comparison.new)),
        numbers=numbers((row.source.change for row in told), comparison.old, comparison.new),
    )


def whole_edition(body: Koerperschaft) -> str:
    """Who decides whether all of it is put to a vote."""
    return (
        f"Ob die Fortschreibung als Ganzes zur Abstimmung gestellt wird, entscheidet {body.called}."
    )


def edition(fassung: Fassung) -> str:
    """An edition in words: "Fassung 2018 (Stand 05.09.2018, Beschluss 314/18)"."""
    status = f"Beschluss {fassung.beschluss}" if fassung.beschluss else fassung.status
    if fassung.status == "entwurf":
        status = "Entwurf"
    return f"{fassung.bezeichnung} (Stand {fassung.stand:%d.%m.%Y}, {status})"


def _verdicts(told: Iterable[ToldChange], kopf: Kopf) -> Iterator[Verdict]:
    """What nobody has ruled on is told first: there somebody has to decide who decides."""
    order = dict.fromkeys((UNRULED, *kopf.approvals))
    groups: dict[tuple[str, str | None, bool, bool], list[ToldChange]] = {}
    for row in told:
        source = row.source
        editorial = source.approval == ADMINISTRATION and bool(source.editorial)
        gives = editorial and gives_or_takes(source.change)
        groups.setdefault((source.approval, source.ground, editorial, gives), []).append(row)
    for key in sorted(groups, key=lambda key: (list(order).index(key[0]), not key[2], key[3])):
        yield _verdict(*key, groups[key], kopf)
        for entry in kopf.deciding:
            if overruled := [row for row in groups[key] if row.source.overruled == entry.key]:
                yield _overruled(overruled, kopf.full_name(entry.key))


def _verdict(
    approval: str,
    ground: str | None,
    editorial: bool,
    gives: bool,
    group: list[ToldChange],
    kopf: Kopf,
) -> Verdict:
    number = counted(len(group), "Änderung", "Änderungen")
    by = f"Nach {ground}" if ground else "Nach den Beschlussregeln"
    one = len(group) == 1
    if approval not in (UNRULED, ADMINISTRATION):
        whose = kopf.full_name(approval)
        return Verdict(
            f"{by} ist für {number} ein Beschluss vorgesehen ({whose}).", *_named(group), True
        )
    if approval == UNRULED:
        verb = "ist" if one else "sind"
        return Verdict(f"{number} {verb} nicht geregelt. {POLITICAL}", *_named(group), True)
    if editorial and gives:
        verb = "ist als redaktionell eingestuft" if one else "sind als redaktionell eingestuft"
        return Verdict(f"{number} {verb}, obwohl etwas entfällt oder hinzukommt.", *_named(group))
    if editorial:
        verb = "ist redaktionell und lässt" if one else "sind redaktionell und lassen"
        return Verdict(f"{number} {verb} den Inhalt unberührt.")
    verb = "kann" if one else "können"
    who = kopf.full_name(ADMINISTRATION)
    return Verdict(f"{by} {verb} {number} ohne Beschluss vorgenommen werden ({who}).")


def _overruled(group: list[ToldChange], whose: str) -> Verdict:
    """What needs no vote only because it was classified as editorial: a councillor should know."""
    number = counted(len(group), "Änderung", "Änderungen")
    sentence = (
        f"Davon sähen die Beschlussregeln ohne diese Einstufung bei {number} einen Beschluss vor "
        f"({whose})."
    )
    return Verdict(sentence, *_named(group))


def _named(group: Iterable[ToldChange]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Each element once with all that happened to it, and its ID."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in group:
        found.setdefault((row.subject.name, row.source.change.id), []).append(row.what)
    names = (f"{name} ({', '.join(dict.fromkeys(w))})" for (name, _), w in found.items())
    return tuple(names), tuple(identity for _, identity in found)


def counts(old: Strategy, new: Strategy) -> Iterator[TwoCounts]:
    """How many there are of what, in either edition."""
    yield TwoCounts(
        "Handlungsfelder", len(old.ziele.handlungsfelder), len(new.ziele.handlungsfelder)
    )
    renamed = renamed_levels(old.kopf, new.kopf)
    before = Counter(renamed.get(goal.stufe, goal.stufe) for goal in old.goals())
    after = Counter(goal.stufe for goal in new.goals())
    names = {stufe.schluessel: stufe.mehrzahl for stufe in (*old.kopf.stufen, *new.kopf.stufen)}
    order = dict.fromkeys((*(s.schluessel for s in new.kopf.stufen), *before))
    for key in order:
        if key in after or key in before:
            yield TwoCounts(names.get(key, key), before[key], after[key])
    asked = len(list(old.recommendations())), len(list(new.recommendations()))
    if any(asked):  # not every body recommends something to others
        yield TwoCounts("Empfehlungen", *asked)
    yield TwoCounts("Akteure", _existing(old), _existing(new))


def _existing(strategy: Strategy) -> int:
    """The bodies that exist; others are kept for readers of old editions only."""
    return sum(1 for body in strategy.akteure if body.besteht)
