"""Statements to whether the program can write them into the strategy, and why not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from generator.match.normal_text import plain
from generator.match.unprinted import deceiving
from generator.match.word_merge import merged
from generator.model.address import Address
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung
from generator.model.review import Statement, StatementKind
from generator.model.strategy import Strategy

_ROUND_WORDS: tuple[StatementKind, ...] = ("split", "merged", "comment")
"""What concerns no words themselves: others may change those all the same."""
COMMENT = "Eine Anmerkung; zu entscheiden ist, was aus ihr folgt."
StatementJudge = Callable[[Statement, Sequence[Statement]], str | None]
"""A statement, all of its file -> why it cannot be written, None where it can."""
UNPLACED = "Noch nicht einzuordnen: Es ließ sich nicht feststellen, zu welchem Element das gehört."
BESIDE = "Passt nicht zu einer Änderung desselben Wortlauts, die eben übernommen wurde."
CONFLICT = (
    "Dieselben Wörter sind mehrfach und verschieden geändert ({}); zu entscheiden ist, was gilt."
)
MARKUP = (
    "In diesem Wortlaut wird nichts eingesetzt; «{{ … }}», «[[…]]» und «[@…]» würden so gedruckt. "
    "Den Inhalt ausgeschrieben eintragen."
)
MIXED = (
    "Mehrere Personen haben in dieser Datei nacheinander dieselben Wörter geändert; zu entscheiden ist, "
    "was gilt."
)
HALF_A_MOVE = (
    "Wörter von hier oder von dort sind anderswo gestrichen oder eingefügt; die Hälfte davon zu "
    "übernehmen würde sie verdoppeln oder verlieren. Von Hand eintragen."
)
GONE = "{} gibt es in der Strategie nicht mehr."
EMPTY = "Der Wortlaut wäre leer. Gestrichen wird ein Element, indem sein Eintrag gelöscht wird."
CHANGED = (
    "Der Wortlaut ist in der Strategie inzwischen an derselben Stelle geändert, oder es ist nicht "
    "eindeutig, wohin diese Änderung darin gehört: «{}»."
)
DONE = "Steht schon so in der Strategie."
SPACES = "Ändert nur Leerzeichen, Umbrüche oder Trennstellen; beim Lesen der Strategie gelten sie gleich."


def wording(strategy: Strategy, address: Address) -> str | None:
    """The wording or title of a goal or an Empfehlung as it is now; None for anything else."""
    element = strategy.by_id.get(address.element)
    if not isinstance(element, Ziel | Empfehlung):
        return None
    return {"text": element.text, "titel": element.titel}.get(address.field)


def with_verdicts(
    statements: Sequence[Statement], strategy: Strategy, judge: StatementJudge
) -> list[Statement]:
    """Each with ``applicable``, and ``why`` where it is not.

    ``judge`` tries what is no wording of a goal or an Empfehlung.
    """
    of_files: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        of_files[one.file].append(one)
    mixed, gone = _mixed(statements), _gone(statements)
    found = []
    for one in statements:
        one = replace(one, mixed=one.chain_key in mixed and one.kind not in _ROUND_WORDS)
        why = _why(one, strategy, lambda it: judge(it, of_files[it.file]))
        whole = one.kind in ("reworded", "text")
        if why is None and whole and any(_comes(text, one) for text in gone.get(one.file, ())):
            why = HALF_A_MOVE
        found.append(_judged(one, why))
    return found


def _gone(statements: Sequence[Statement]) -> dict[str, list[str]]:
    """By file the wordings that somebody took out as a whole."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in statements:
        if plain(one.old) and not plain(one.new):
            found[one.file].append(plain(one.old))
    return found


def _comes(text: str, one: Statement) -> bool:
    """Whether what was taken out elsewhere is put in here: half of a move is not to be made."""
    return text in plain(one.new) and text not in plain(one.old)


def _mixed(statements: Sequence[Statement]) -> set[tuple[str, int]]:
    """Chains in which one person changed the words of another: only a person can say what holds."""
    return {
        one.chain_key for one in statements if one.upon is not None and one.kind not in _ROUND_WORDS
    }


def _judged(one: Statement, why: str | None) -> Statement:
    return replace(one, applicable=why is None, why=why, stands=why == DONE)


def _why(
    one: Statement, strategy: Strategy, judge: Callable[[Statement], str | None]
) -> str | None:
    if one.why is not None:
        return one.why
    if one.kind == "comment":
        return COMMENT
    if one.conflicts:
        return CONFLICT.format(", ".join(one.conflicts))
    if not one.placed:
        return UNPLACED
    if one.mixed and one.decision == "offen":
        return MIXED
    title = one.kind == "text" and one.address and wording(strategy, one.address) is not None
    if one.address is None or not (one.kind == "reworded" or title):
        return judge(one)
    return _why_not_reworded(one, one.address, strategy)


def _why_not_reworded(one: Statement, address: Address, strategy: Strategy) -> str | None:
    current = wording(strategy, address)
    if current is None:
        return GONE.format(address.element)
    old, new = one.meant
    if not plain(new):
        return EMPTY
    if plain(new) == plain(old):
        return SPACES
    if any(sign in new and sign not in old for sign in ("{{", "[[", "[@")):
        return MARKUP
    if hidden := deceiving(old, new):
        return hidden
    made = merged(old, new, current)
    if made is None:
        return CHANGED.format(current)
    return DONE if plain(made) == plain(current) else None
