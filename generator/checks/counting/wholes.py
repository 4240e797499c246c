"""A claim in its sentence to whether it counts all there are, and whether they are ours at all.

A sentence claims the whole where it says so ("umfasst", "insgesamt", "gegliedert in"), where it
gives a bare number of what was set down ("erarbeitet"), and where it is no more than the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.checks.check_context import CheckContext
from generator.checks.counting import whole_words as words
from generator.checks.counting.claims import Claim

_MARKUP = re.compile(r"\[\[[^\]\n]*\]\]|\{\{[^}]*\}\}|\[@[^\]]*\]|„[^“”]*[“”]|\([^)]*\)")
_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TELLING = 6  # letters from which on the begin of a word of the title names the strategy
_MARKER = 9  # characters that may stand before the text of a list item
_REACH = 80  # characters behind a claim in which its owner is named


class Clause:
    """What stands around a claim, without markup: ``before`` and ``after`` it in its clause.

    ``start`` and ``end`` are the places of the claim in ``text``, ``limits`` those of its sentence.
    """

    def __init__(self, text: str, start: int, end: int, limits: tuple[int, int]) -> None:
        before, after = _plain(text[limits[0] : start]), _plain(text[end : limits[1]])
        title = words.LIST.search(text, max(end, limits[1] - 3), limits[1] + 9)
        self.heads_list = title is not None
        self.begins = words.BEGINS.fullmatch(before) is not None
        item = words.ITEM.search(text[max(0, start - _MARKER) : start])
        self.lead = text[max(0, limits[0] - _REACH) : limits[0]] if item else ""
        limited = [match.end() for match in words.LIMIT.finditer(before)]
        limit = words.LIMIT.search(after)
        self.before = before[limited[-1] if limited else 0 :]
        self.after = after[: limit.start()] if limit else after
        self.sentence = f"{before} {after}"
        self.rest = after
        self.next = after[limit.start() :] if limit else ""

    @property
    def bare(self) -> bool:
        """Whether nothing after the name narrows what is counted."""
        return words.ENDS.match(self.after) is not None or not self.after


class Wholes:
    """Knows the words by which a strategy calls itself; made once for all claims."""

    def __init__(self, context: CheckContext, levels: Iterable[str]) -> None:
        kopf = context.strategy.kopf
        body = (value for _, value in kopf.koerperschaft if isinstance(value, str))
        self.own = frozenset(_NOUN.findall(" ".join((kopf.titel, kopf.kurztitel or "", *body))))
        self.levels = frozenset(_NOUN.findall(" ".join(levels)))
        titles = " ".join(frame.titel for frame in kopf.bezugsrahmen)
        self.foreign = frozenset(_NOUN.findall(titles)) - self.own
        self.year = kopf.fassung.stand.year
        fields = context.strategy.ziele.handlungsfelder
        self.titles = frozenset(_NOUN.findall(" ".join(field.titel for field in fields)))
        self.begun = any(not field.kinder for field in fields)

    def others(self, clause: Clause) -> bool:
        """Whether the goals are those of another programme: "17 Ziele der Agenda 2030"."""
        for noun in _NOUN.finditer(clause.rest[:_REACH]):
            if self._foreign(noun[0]) and words.OF.search(clause.rest[: noun.start()]):
                return True
        before = _NOUN.findall(clause.before)
        return bool(before) and self._foreign(before[-1])

    def about_others(self, sentence: str) -> bool:
        """Whether a sentence names another programme and not ours."""
        nouns = _NOUN.findall(sentence)
        return any(map(self._foreign, nouns)) and not any(map(words.OURS.fullmatch, nouns))

    def dated(self, clause: Clause) -> bool:
        """Whether the sentence speaks of another time than that of the edition."""
        earlier = any(int(year) < self.year for year in _YEAR.findall(clause.sentence))
        return earlier or words.THEN.search(clause.sentence) is not None

    def clause(self, text: str, claim: Claim, limits: tuple[int, int]) -> Clause:
        """The clause around a claim; ``limits`` are the places of its sentence."""
        return Clause(text, claim.start, claim.end, limits)

    def counts_all(self, claim: Claim, clause: Clause, total: int) -> bool:
        """Whether a claim can only mean all: it says so, or there are not so many.

        Not so many say nothing of what is not ours, and nothing yet in a strategy that is being begun.
        """
        if self.dated(clause) or (claim.number > total and self.begun):
            return False
        said = claim.whole and not words.STATE.search(clause.sentence)
        more = claim.number > total > 0 and not self._of_another(clause)
        return more or said or self.whole(clause)

    def whole(self, clause: Clause) -> bool:
        """Whether the sentence says that the number is that of all."""
        if clause.begins and clause.bare and not clause.rest.strip(" .:*_|\n"):
            return not words.STATE.search(clause.lead)  # a title, or an item of a list
        if words.DEFINITE.search(clause.before) and (owner := words.OWNER.match(clause.after)):
            return self._ours(owner["noun"])
        if self._of_some(clause):
            return bool(words.OF_ALL.search(clause.before) and words.RESULT.match(clause.after))
        return self._of_all(clause)

    def _of_another(self, clause: Clause) -> bool:
        """Whether the words behind a number say of what else it counts: "der Stadtteilwerkstatt"."""
        behind = words.OWNER.match(clause.after) or words.NARROWS.match(clause.after)
        if behind is None:
            return False
        noun = behind["noun"]
        return not self._ours(noun) and noun not in self.levels and noun not in self.titles

    def _of_some(self, clause: Clause) -> bool:
        """Whether the words behind a number say which ones it counts, or what became of them."""
        relative = words.RELATIVE.match(clause.next)
        if relative and (not clause.after.strip() or words.STATE.search(clause.next)):
            return True
        narrows = words.NARROWS.match(clause.after)
        if narrows and not self._ours(narrows["noun"]):
            return True
        return words.STATE.search(clause.after) is not None

    def _of_all(self, clause: Clause) -> bool:
        ours, alone = (
            words.OURS.search(f"{clause.before} {clause.after}"),
            self._about_us(clause.before),
        )
        if words.ALL.search(clause.before):
            return bool(ours or alone)
        if words.ALL.search(clause.after):
            return bool(ours or (words.INTO.search(clause.before) and alone))
        if clause.heads_list or words.SET_DOWN.search(clause.after[:_REACH]):
            return alone
        set_down = words.SET_DOWN.search(clause.sentence)
        before = clause.before
        there_are = words.THERE_ARE.search(before) and not words.THERE.search(before)
        return bool(set_down or there_are) and clause.bare and alone

    def _about_us(self, text: str) -> bool:
        opening = words.OPENING.match(text)
        nouns = _NOUN.findall(text[opening.end() if opening else 0 :])
        return all(noun in self.levels or self._ours(noun) for noun in nouns)

    def _ours(self, noun: str) -> bool:
        """Whether a noun means the strategy or the body."""
        if noun in self.own or words.OURS.fullmatch(noun):
            return True
        return len(noun) >= _TELLING and any(word.startswith(noun) for word in self.own)

    def _foreign(self, noun: str) -> bool:
        return noun in self.foreign or (noun not in self.own and bool(words.OTHERS.fullmatch(noun)))


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", text).replace("*", "").split(" "))
