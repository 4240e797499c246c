"""A statement to what it makes of a draft: the one place that knows what can be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from generator.graph.edition import Edition
from generator.match.body_lists import BODIES
from generator.match.normal_text import plain
from generator.match.verdicts import DONE, SPACES
from generator.model.address import Address
from generator.model.review import Statement
from generator.model.strategy import Strategy
from generator.read.seals import former_ids, read_seals
from generator.render.documents.context import context_of
from generator.reviewing.computed_words import origin
from generator.reviewing.draft import Draft, Ground
from generator.reviewing.prose_printer import ProsePrinter
from generator.reviewing.undecided import StandsError, UndecidedError
from generator.reviewing.wanted_bodies import bodies_changed
from generator.reviewing.wanted_prose import prose_changed
from generator.reviewing.wanted_rows import row_added, row_moved, row_removed
from generator.reviewing.wanted_values import value_changed, wording_changed

_ROWS = ("id", "kuerzel", "text", "titel")
NO_WAY = "Was damit gemeint ist, lässt sich nicht sicher sagen; von Hand eintragen."


def make(draft: Draft, one: Statement) -> None:
    """Let a draft say what a statement wants.

    StandsError where it does already, UndecidedError with the reason where it is a question.
    """
    old, new = one.meant
    one, address = replace(one, old=old, new=new), one.address
    if one.kind == "added" and (address is None or address.field not in ("inhalt", *BODIES)):
        row_added(draft, one)
    elif address is None:
        printed = plain(one.old) and one.kind != "text"
        raise UndecidedError(origin(draft.ground.strategy, one.old) if printed else NO_WAY)
    elif _goes_along(one, address):
        raise StandsError
    elif address.field == "inhalt":
        prose_changed(draft, one, address)
    elif address.field in BODIES:
        bodies_changed(draft, one, address)
    elif one.kind == "removed" and address.field in _ROWS:
        row_removed(draft, one, address)
    elif one.kind == "moved" and address.field in _ROWS:
        row_moved(draft, one, address)
    elif one.kind == "reworded" and address.field in ("text", "titel"):
        wording_changed(draft, one, address)
    elif one.kind in ("text", "reworded", "removed"):
        value_changed(draft, one, address)
    else:
        raise UndecidedError(NO_WAY)


def _goes_along(one: Statement, address: Address) -> bool:
    """Whether it was moved as it is with its element, or within the table of that."""
    same = one.kind == "moved" and one.to is None and plain(one.old) == plain(one.new)
    return same and address.field not in _ROWS and address.element in (one.after, one.parent)


class Writable(Struct, frozen=True, dict=True):
    """Tries each statement alone on the strategy as it is."""

    folder: Path
    strategy: Strategy
    _drafts: dict[str, Draft] = field(default_factory=dict)

    @cached_property
    def ground(self) -> Ground:
        """What all drafts begin with."""
        predecessor = self.strategy.kopf.fassung.vorgaenger
        printer = ProsePrinter(context_of(Edition(self.strategy)))
        return Ground(
            self.strategy,
            printer,
            lambda: former_ids(self.folder, read_seals(self.folder), predecessor),
        )

    def why(self, one: Statement, of_file: Sequence[Statement]) -> str | None:
        """Why a statement cannot be written; None where it can. ``of_file``: all of its file."""
        draft = self.draft(of_file)
        try:
            draft.forget()
            make(draft, one)
        except StandsError:
            same = one.kind not in ("moved", "split", "merged")
            return SPACES if same and plain(one.old) == plain(one.new) else DONE
        except UndecidedError as error:
            return str(error)
        return None

    def together(self, statements: Sequence[Statement]) -> Draft:
        """A draft for all of these, of whatever files."""
        return self.ground.draft(*going(statements, self.ground))

    def draft(self, statements: Sequence[Statement]) -> Draft:
        """The one draft of a file, which knows what all of its statements together take out."""
        key = statements[0].file if statements else ""
        if key not in self._drafts:
            self._drafts[key] = self.together(statements)
        return self._drafts[key]


def going(
    statements: Iterable[Statement], ground: Ground
) -> tuple[set[str], set[tuple[str, str]], set[str]]:
    """The elements and texts that statements take out as a whole, and the elements they move."""
    elements: set[str] = set()
    moving: set[str] = set()
    paragraphs: Counter[tuple[str, str]] = Counter()
    for one in statements:
        address = one.address
        if address is not None and one.kind == "moved" and address.field in _ROWS:
            moving.add(address.element)
        if address is None or one.kind != "removed":
            continue
        if address.field in _ROWS:
            elements.add(address.element)
        elif address.field == "inhalt" and one.footnote is None:
            stelle = "nach" if address.place.startswith("nach") else "vor"
            paragraphs[address.element, stelle] += 1 + one.old.count("\n")
    texts = ground.strategy.texts_by_id
    emptied = set()
    for key, number in paragraphs.items():
        if key in texts and number >= len(ground.printer.lines(texts[key])):
            emptied.add(key)
    return elements, emptied, moving
