"""The words of a row to what they name: the element, the body, the state of the scale."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cached_property

from msgspec import Struct

from generator.graph.reporting import Reporting
from generator.likeness import SAME_WORDING
from generator.model.goal import Ziel
from generator.model.progress import LEFT_OPEN
from generator.model.sheet import BODY, ID, WORDING, SheetRow, heading, sent_wording
from generator.read.spelling import nearest

_QUOTES = "„“”»«‚‘’'"
_SIGNS = re.compile(f"[{_QUOTES}–—]")


class UnfitError(Exception):
    """That a row does not fit: the sentence that says why, and the heading of the cell."""

    def __init__(self, why: str, column: str) -> None:
        super().__init__(why)
        self.why, self.column = why, column


class NamedThings(Struct, frozen=True, dict=True):
    """What the rows of a sheet may name."""

    reporting: Reporting

    @cached_property
    def goals(self) -> dict[str, Ziel]:
        """The elements that are reported on, by ID."""
        found = self.reporting.edition.strategy.by_id
        return {i: e for i in self.reporting.elements if isinstance(e := found[i], Ziel)}

    @cached_property
    def wordings(self) -> dict[str, list[str]]:
        """What their wordings are in a sheet, to the IDs that have each."""
        found: dict[str, list[str]] = {}
        for identity, goal in self.goals.items():
            found.setdefault(_even(sent_wording(goal)), []).append(identity)
        return found

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {identity.casefold(): identity for identity in self.goals}

    def is_sent(self, row: SheetRow) -> bool:
        """Whether a row is one of a sheet, this or an older one, and no line that somebody added."""
        if row.text(ID) and row.text(WORDING):
            return True
        return _key(row.text(ID)) in self._folded or _even(row.text(WORDING)) in self.wordings

    def element(self, row: SheetRow) -> str:
        """The ID of the element that a row is about; UnfitError where that is not certain."""
        written, wording = row.text(ID), _even(row.text(WORDING))
        meant = self.wordings.get(wording, [])
        if not written:
            if len(meant) == 1:
                return meant[0]
            raise UnfitError(
                "Die Kennung fehlt, und der Wortlaut sagt nicht sicher, welche es ist.", ID
            )
        identity = self._folded.get(_key(written))
        if identity is None:
            raise UnfitError(self._unknown(written), ID)
        if wording and identity not in meant:
            self._other_wording(identity, wording, meant)
        return identity

    def _unknown(self, written: str) -> str:
        if written in self.reporting.edition.strategy.by_id:
            return f"Über {written} wird nicht berichtet."
        near = nearest(written, self.goals)
        advice = f" Gemeint ist vermutlich «{near}»." if near else ""
        return f"Die Kennung «{written}» gibt es in der Strategie nicht.{advice}"

    def _other_wording(self, identity: str, wording: str, meant: list[str]) -> None:
        if meant:
            raise UnfitError(
                f"Neben der Kennung {identity} steht der Wortlaut von {', '.join(meant)}; die Zeile ist verrutscht.",
                WORDING,
            )
        if not _alike(wording, _even(sent_wording(self.goals[identity]))):
            raise UnfitError(
                f"Neben der Kennung {identity} steht ein anderer Wortlaut als in der Strategie.",
                WORDING,
            )

    def reworded(self, identity: str, row: SheetRow) -> bool:
        """Whether the wording beside an ID is not the one of the strategy."""
        wording = _even(row.text(WORDING))
        return bool(wording) and wording != _even(sent_wording(self.goals[identity]))

    @cached_property
    def _bodies(self) -> dict[str, str]:
        """What a body is called, now and formerly, to its key; the key too."""
        bodies = self.reporting.edition.strategy.akteure
        found = {_even(f.name): body.id for body in bodies for f in body.frueher}
        found |= {_even(body.kurz or body.id): body.id for body in bodies}
        found |= {_even(body.id): body.id for body in bodies}
        found |= {_even(body.name): body.id for body in reversed(bodies)}
        return found

    def body(self, row: SheetRow, sent_to: str, identity: str) -> str | None:
        """Who reports: ``sent_to`` is the key of whose sheet it is, "" where it is nobody's own."""
        written = row.text(BODY)
        named = self._bodies.get(_even(written))
        if written and named is None:
            raise UnfitError(f"Die Stelle «{written}» gibt es in actors.yaml nicht.", BODY)
        if sent_to and named and named != sent_to:
            raise UnfitError(
                f"Der Bogen ist der von «{self.called(sent_to)}», in der Zeile steht «{written}».",
                BODY,
            )
        body = named or sent_to or self._only(identity)
        if body and not self.reporting.may_report(identity, body):
            raise UnfitError(f"«{self.called(body)}» ist für {identity} nicht zuständig.", BODY)
        return body

    def _only(self, identity: str) -> str | None:
        bodies = self.reporting.bodies(identity)
        if len(bodies) > 1:
            raise UnfitError("Die Stelle fehlt, und zuständig sind mehrere.", BODY)
        return bodies[0] if bodies else None

    def called(self, body: str) -> str:
        """The name of a body by its key."""
        names = {one.id: one.name for one in self.reporting.edition.strategy.akteure}
        return names.get(body, body)

    def state(self, written: str) -> tuple[str, str | None]:
        """The key of a state and what completes its name, None where nothing does."""
        column = heading("stand")
        if not written:
            raise UnfitError(f"«{column}» ist leer; ohne Stand ist es kein Bericht.", column)
        folded = _even(written)
        known = {_even(s.name): s.schluessel for s in self.reporting.course.scale}
        known |= {_even(s.schluessel): s.schluessel for s in self.reporting.course.scale}
        if folded in known:
            return known[folded], None
        for state in self.reporting.course.scale:
            begin = _even(state.name.removesuffix(LEFT_OPEN))
            if state.name.endswith(LEFT_OPEN) and folded.startswith(f"{begin} "):
                return state.schluessel, " ".join(written.split())[len(begin) :].strip()
        near = nearest(written, [s.name for s in self.reporting.course.scale])
        advice = (
            f"Gemeint ist vermutlich «{near}»."
            if near
            else f"Es gibt: {', '.join(s.name for s in self.reporting.course.scale)}."
        )
        raise UnfitError(f"Der Stand «{written}» steht nicht in der Skala. {advice}", column)


def _key(written: str) -> str:
    """An ID without capitals, spaces and signs that cannot be seen; it has none of them."""
    return "".join(
        s for s in written.casefold() if not s.isspace() and unicodedata.category(s) != "Cf"
    )


def _even(text: str) -> str:
    """Without differences that nobody means: capitals, white space, kinds of quotation marks and dashes."""
    folded = " ".join(text.casefold().split())
    return _SIGNS.sub(lambda found: '"' if found[0] in _QUOTES else "-", folded)


def _alike(one: str, other: str) -> bool:
    first, second = Counter(one.split()), Counter(other.split())
    return 2 * (first & second).total() >= SAME_WORDING * (first.total() + second.total())
