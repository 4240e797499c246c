"""Changes to approved changes: who has to agree to each by the table of the house, and why."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from generator.compare.changes import Change, Side, bodies
from generator.compare.order import renamed_levels
from generator.compare.reasons import Reasons
from generator.model.change_kinds import CHANGES
from generator.model.head import Beschlussregel, Kopf
from generator.model.kinds import ELEMENTS, STRATEGY
from generator.model.koerperschaft import ADMINISTRATION, NO_DECISION, UNRULED
from generator.model.seen import as_seen
from generator.model.strategy import Strategy
from generator.model.text import Prosatext

EditorialKind = Literal["spelling", "edition", "unseen", "origin", "order"]
"""Why a change cannot change the meaning: only the spelling of bodies, the entries of the edition itself,
signs that nobody sees, whose wording a text is said to be, or the order in a register differs."""

OF_BODIES = frozenset({"responsibility", "addressee"})
"""Kinds of change to the bodies of an element."""
_REGISTERS = frozenset(kind.key for kind in ELEMENTS if kind.register)


class ApprovedChange(Struct, frozen=True):
    """A change, who has to agree to it, on what ground, and the reason that changes.yaml gives for it.

    ``editorial`` is None where nobody said so yet: there is no reason in changes.yaml and the
    change is not editorial by itself, or the reason there does not say. ``approval`` is one of
    ``Kopf.approvals``. ``ground`` is the ``grundlage`` of the rule that applied ("Kapitel 6"),
    None where none did. ``otherwise`` is the approval that the table asks for where an editorial
    change needs none by it. ``by_itself`` is why the change is editorial whatever is said of it.
    """

    change: Change
    approval: str
    editorial: bool | None = None
    reason: str | None = None
    ground: str | None = None
    otherwise: str | None = None
    by_itself: EditorialKind | None = None
    open_sections: tuple[str, ...] = ()
    """Of a text with reasons for some sections: the headings of those without one, "" before the first."""

    @property
    def reasoned(self) -> bool:
        """Whether no reason is missing: one is given, or the change says why by itself."""
        given = self.reason is not None and not self.open_sections
        return given or self.by_itself is not None

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
    "ungeregelt". Where a draft changes its own table, that of the former edition, which is
    in force, counts too and the stricter approval applies: no draft frees itself of a vote.
    Each table is read in the words of its own edition, so that a level the draft renames or
    drops is still ruled. An editorial change is
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
    return next((approval for approval in kopf.approvals if approval in found), NO_DECISION)


def _editorial_by_itself(change: Change) -> EditorialKind | None:
    """Why a change cannot change the meaning, whatever changes.yaml says; None if it can."""
    if change.kind == "edition":
        return "edition"
    if change.kind == "reordered" and change.level in _REGISTERS:
        return "order"
    before, after = change.before, change.after
    if change.kind in OF_BODIES and _meant(before) == _meant(after):
        return "spelling"
    if isinstance(before, Prosatext) and isinstance(after, Prosatext):
        if before.wortlaut != after.wortlaut:
            same = before.model_copy(update={"wortlaut": after.wortlaut})
            return "origin" if as_seen(same) == as_seen(after) else None
    elif not isinstance(before, tuple) or not isinstance(after, tuple):
        return None
    return "unseen" if as_seen(before) == as_seen(after) else None


def gives_or_takes(change: Change) -> bool:
    """Whether an element, a text or all bodies of one come or go: never without a change of
    content, however it is classified. A register may grow without one.
    """
    before, after = change.before, change.after
    if before is None or after is None:
        return after is None or change.level not in _REGISTERS
    return change.kind in OF_BODIES and bool(bodies(before)) != bool(bodies(after))


class _Table(Struct, frozen=True):
    """The rules of an edition and its words for levels."""

    rules: tuple[Beschlussregel, ...]
    words: Mapping[str, str]

    def line(self, level: str, kind: str) -> Beschlussregel | None:
        """The first line that names level and kind."""
        kinds = {"*", CHANGES[kind].word, kind}
        for rule in self.rules:
            levels = {self.words.get(word.lower(), word.lower()) for word in rule.ebene}
            if not levels.isdisjoint({"*", level}) and any(w.lower() in kinds for w in rule.art):
                return rule
        return None


class _Judge:
    def __init__(self, strategy: Strategy, former: Strategy) -> None:
        kopf, before = strategy.kopf, former.kopf
        self._draft = _Table(kopf.beschlussregeln, _level_words(kopf))
        self._in_force = _Table(_in_words_of(kopf, before), _level_words(before))
        self._approvals = kopf.approvals
        self._levels = _FormerLevels(former, kopf)
        self._reasons = Reasons(strategy.aenderungen)

    def approved(self, change: Change) -> ApprovedChange:
        given = self._reasons.given(change)
        by_itself = _editorial_by_itself(change)
        left = () if by_itself else given.open_sections
        if by_itself or given.editorial:
            otherwise = None if by_itself else self._strictest(change)[0]
            found = ApprovedChange(
                change, ADMINISTRATION, True, given.reason, None, otherwise, by_itself
            )
        else:
            approval, ground = self._strictest(change)
            found = ApprovedChange(change, approval, given.editorial, given.reason, ground)
        return replace(found, open_sections=left) if left else found

    def _strictest(self, change: Change) -> tuple[str, str | None]:
        """Of what goes with its level the edition in force is asked even where it rules nothing."""
        levels = self._levels
        draft = [(self._draft, level) for level in levels.drafted(change)]
        in_force = [(self._in_force, level) for level in levels.in_force(change)]
        asked = [*in_force, *draft] if change.kind == "removed" else [*draft, *in_force]
        if not levels.dropped(change):
            asked = [(table, level) for table, level in asked if table.rules]
        found = [self._by_rule(table, level, change.kind) for table, level in asked]
        return min(
            found, key=lambda entry: self._approvals.index(entry[0]), default=(UNRULED, None)
        )

    def _by_rule(self, table: _Table, level: str, kind: str) -> tuple[str, str | None]:
        rule = table.line(level, kind)
        if rule is None:
            return UNRULED, None
        known = rule.zustimmung in self._approvals  # else Z503 has said so
        return (rule.zustimmung if known else UNRULED), rule.grundlage


class _FormerLevels:
    """What levels are called in the edition in force and in the draft; a table knows its own words."""

    def __init__(self, former: Strategy, kopf: Kopf) -> None:
        names = {s.schluessel: s.name.lower() for s in former.kopf.stufen}
        now = {s.schluessel: s.name.lower() for s in kopf.stufen}
        renamed = renamed_levels(former.kopf, kopf)
        self._now = {names[key]: now.get(renamed.get(key, key)) for key in names}
        self._before = {new: old for old, new in self._now.items() if new}
        self._of = {goal.id: names.get(goal.stufe, goal.stufe) for goal in former.goals()}

    def dropped(self, change: Change) -> bool:
        """Whether an element of a level is concerned that the draft has no more."""
        was = self._of.get(change.id)
        return was is not None and self._now.get(was) is None

    def drafted(self, change: Change) -> set[str]:
        """A goal that moves to another level concerns both levels."""
        was = self._of.get(change.id)
        before = {self._now.get(was) or was} if was and change.kind == "moved" else set()
        return {change.level, *before}

    def in_force(self, change: Change) -> set[str]:
        """The same in the words of the edition in force; in it a renamed level has its former name."""
        was, now = self._of.get(change.id), self._before.get(change.level, change.level)
        if was is None:
            return {now}
        return {was, now} if change.kind == "moved" else {was}


def _in_words_of(kopf: Kopf, former: Kopf) -> tuple[Beschlussregel, ...]:
    """The former table; a Gremium that is called otherwise now, or is gone, is the strictest one."""
    gone = set(former.approvals).difference(kopf.approvals)
    return tuple(
        rule.model_copy(update={"zustimmung": kopf.approvals[0]})
        if rule.zustimmung in gone
        else rule
        for rule in former.beschlussregeln
    )


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
    return element and replace(element, change=change)


def _meant(side: Side) -> list[tuple[str, str | None]]:
    """Which bodies, in order and with their roles, but not how they are spelt."""
    return [(body.akteur, body.rolle) for body in bodies(side)]
