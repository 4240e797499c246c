"""Changes to approved changes: who has to agree to each by the table of the house, and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.compare.changes import Change, Piece, Place, Values
from generator.model.change_kinds import CHANGES, explained
from generator.model.head import Beschlussregel, Kopf
from generator.model.kinds import ELEMENTS, STRATEGY
from generator.model.koerperschaft import ADMINISTRATION, UNRULED
from generator.model.register import Aenderungsgrund
from generator.model.seen import as_seen
from generator.model.strategy import Strategy
from generator.model.text import Prosatext

NOTHING = "keine"
"""The decision where nothing changed."""

SPELLING = "Nur die Schreibweise ist geändert; gemeint sind dieselben Stellen."
EDITION = "Angaben zur Fassung selbst; sie entstehen mit jeder Fortschreibung."
UNSEEN = "Nur Leerzeichen, Trenn- und andere Zeichen sind geändert, die man nicht sieht; die Wörter sind dieselben."
ORDER = "Nur die Reihenfolge im Verzeichnis ist geändert."

_REGISTERS = frozenset(kind.key for kind in ELEMENTS if kind.register)


@dataclass(frozen=True, slots=True)
class ApprovedChange:
    """A change, who has to agree to it, on what ground, and the reason given for it.

    ``editorial`` is None where nobody said so yet: there is no reason in changes.yaml and the
    change is not editorial by itself, or the reason there does not say. ``approval`` is one of ``Kopf.approvals``. ``ground`` is the ``grundlage`` of the rule that applied
    ("Kapitel 6"), None where none did. ``otherwise`` is the approval that the table asks for
    where an editorial change needs none by it.
    """

    change: Change
    approval: str
    editorial: bool | None = None
    reason: str | None = None
    ground: str | None = None
    otherwise: str | None = None

    @property
    def needs_vote(self) -> bool:
        """Whether a Gremium has to agree."""
        return self.approval not in (UNRULED, ADMINISTRATION)

    @property
    def overruled(self) -> str | None:
        """The Gremium that would have to agree if the change were not editorial."""
        return None if self.otherwise in (UNRULED, ADMINISTRATION) else self.otherwise


def approve(
    changes: Iterable[Change], strategy: Strategy, former: Strategy
) -> tuple[ApprovedChange, ...]:
    """Every change with its approval by ``strategy``, the new edition.

    The first line of ``beschlussregeln`` that names level and kind applies, else
    "ungeregelt". Where a draft changes its own table, that of the former edition counts too
    and the stricter approval applies: no draft frees itself of a vote. An editorial change is
    "verwaltung". The prose of an element that is new or gone goes with the element.
    """
    given = tuple(changes)
    judge = _Judge(strategy, former)
    whole = {
        (change.id, change.kind): judge.approved(change)
        for change in given
        if change.kind in ("added", "removed")
    }
    return tuple(_accompanied(change, whole) or judge.approved(change) for change in given)


def decision(approved: Iterable[ApprovedChange], kopf: Kopf) -> str:
    """The strictest approval of all; "keine" where nothing changed."""
    found = {entry.approval for entry in approved}
    return next((approval for approval in kopf.approvals if approval in found), NOTHING)


def editorial_by_itself(change: Change) -> str | None:
    """Why a change cannot change the meaning, whatever changes.yaml says; None if it can."""
    if change.kind == "edition":
        return EDITION
    if change.kind == "reordered" and change.level in _REGISTERS:
        return ORDER
    if change.kind in ("responsibility", "addressee") and _bodies(change.before) == _bodies(
        change.after
    ):
        return SPELLING
    return UNSEEN if _seen_alike(change) else None


class _Judge:
    def __init__(self, strategy: Strategy, former: Strategy) -> None:
        tables = (strategy.kopf.beschlussregeln, _in_words_of(strategy.kopf, former.kopf))
        self._tables = [table for table in dict.fromkeys(tables) if table] or [()]
        self._approvals = strategy.kopf.approvals
        self._words = _level_words(strategy.kopf)
        self._names = {s.schluessel: s.name.lower() for s in strategy.kopf.stufen}
        self._reasons: dict[tuple[str, str], Aenderungsgrund] = {}
        for reason in strategy.aenderungen:
            for about in explained(reason) if reason.begruendung else ():
                self._reasons.setdefault(about, reason)

    def approved(self, change: Change) -> ApprovedChange:
        given = self._reasons.get((change.id, change.kind))
        by_itself = editorial_by_itself(change)
        reason = given.begruendung if given else by_itself
        if by_itself or (given and given.einstufung == "redaktionell"):
            otherwise = None if by_itself else self._strictest(change)[0]
            return ApprovedChange(change, ADMINISTRATION, True, reason, otherwise=otherwise)
        approval, ground = self._strictest(change)
        editorial = False if given and given.einstufung else None
        return ApprovedChange(change, approval, editorial, reason, ground)

    def _strictest(self, change: Change) -> tuple[str, str | None]:
        levels = self._levels(change)
        found = [self._by_rule(t, level, change.kind) for t in self._tables for level in levels]
        return min(found, key=lambda entry: self._approvals.index(entry[0]))

    def _levels(self, change: Change) -> set[str]:
        """A goal that moves to another level concerns both levels."""
        levels = {change.level}
        if change.kind == "moved" and isinstance(change.before, Place) and change.before.stufe:
            levels.add(self._names.get(change.before.stufe, change.level))
        return levels

    def _by_rule(
        self, table: tuple[Beschlussregel, ...], level: str, kind: str
    ) -> tuple[str, str | None]:
        for rule in table:
            if self._names_level(rule, level) and _names_kind(rule, kind):
                known = rule.zustimmung in self._approvals  # else Z503 has said so
                return (rule.zustimmung if known else UNRULED), rule.grundlage
        return UNRULED, None

    def _names_level(self, rule: Beschlussregel, level: str) -> bool:
        words = (word.lower() for word in rule.ebene)
        return any(word == "*" or self._words.get(word, word) == level for word in words)


def _in_words_of(kopf: Kopf, former: Kopf) -> tuple[Beschlussregel, ...]:
    """The former table; a Gremium that is called otherwise now, or is gone, is the strictest one."""
    gone = set(former.approvals).difference(kopf.approvals)
    return tuple(
        rule.model_copy(update={"zustimmung": kopf.approvals[0]})
        if rule.zustimmung in gone
        else rule
        for rule in former.beschlussregeln
    )


def _names_kind(rule: Beschlussregel, kind: str) -> bool:
    return any(word == "*" or word.lower() in (CHANGES[kind].word, kind) for word in rule.art)


def _level_words(kopf: Kopf) -> dict[str, str]:
    """Key and plural of each level mean the level, too."""
    return {
        word.lower(): stufe.name.lower()
        for stufe in kopf.stufen
        for word in (stufe.schluessel, stufe.mehrzahl)
    }


def _accompanied(
    change: Change, whole: dict[tuple[str, str], ApprovedChange]
) -> ApprovedChange | None:
    if change.kind != "text" or change.key == STRATEGY:
        return None
    goes_with = "added" if change.before is None else "removed" if change.after is None else ""
    element = whole.get((change.id, goes_with))
    if element is None:
        return None
    return replace(element, change=change)


def _seen_alike(change: Change) -> bool:
    """Whether a reader sees no difference between two values or texts."""
    before, after = change.before, change.after
    if not isinstance(after, tuple | Prosatext) or type(before) is not type(after):
        return False
    return bool(as_seen(before) == as_seen(after))


def _bodies(side: Piece | Place | Values | object) -> object:
    """Who is meant, in order and with the role, but not how it is spelt."""
    if not isinstance(side, tuple):
        return side
    return [(entry.akteur, entry.rolle) for _, entries in side for entry in entries]
