"""What a reviewer did to a list of bodies (Zuständigkeit, Adressaten) to entries of the register."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.match.normal_text import plain
from generator.match.rows import BETWEEN
from generator.match.verdicts import GONE
from generator.model.address import Address
from generator.model.goal import Zustaendigkeit
from generator.model.review import Statement
from generator.reviewing.draft import Draft
from generator.reviewing.register_names import Register
from generator.reviewing.undecided import StandsError, UndecidedError

NOT_THERE = "«{}» steht bei {} nicht (mehr) unter «{}»."
_PARTS = re.compile(r"(\s*[;,]\s*|\s+und\s+)")


def bodies_changed(draft: Draft, one: Statement, address: Address) -> None:
    """Make it; StandsError where the list is so already, UndecidedError where it is a question."""
    record = draft.record(address.element)
    if record is None or not hasattr(record, address.field):
        raise UndecidedError(GONE.format(address.element))
    entries: list[Zustaendigkeit] = list(getattr(record, address.field))
    register = draft.ground.register
    if BETWEEN in one.old and not plain(one.new):  # the whole row with its label
        if not entries:
            raise StandsError
        draft.change(address.element, address.field, ())
        return
    old, new = list(_cut(one.old, register)), list(_cut(one.new, register))
    bodies = [register.body(name, address.element, old) for name in new]
    gone = [register.entry(name, entries) for name in old]
    places = [at for at in gone if at is not None]
    if len(places) < len(old) and not all(_has(entries, body) for body in bodies):
        missing = next(name for name, at in zip(old, gone, strict=True) if at is None)
        raise UndecidedError(NOT_THERE.format(missing, address.element, address.field))
    kept = [entry for at, entry in enumerate(entries) if at not in places]
    at = min(places) if places else _behind(one, entries, register, address)
    made = [_keeping(body, entries, places) for body in bodies if not _has(kept, body)]
    wanted = (*kept[:at], *made, *kept[at:])
    if wanted == tuple(entries):
        raise StandsError
    draft.change(address.element, address.field, wanted)


def _cut(text: str, register: Register) -> Iterator[str]:
    """The bodies in one line: one, or several parted by commas where each of them is known."""
    words = plain(text)
    pieces = _PARTS.split(words)
    found: list[str] = []
    at = 0
    while at < len(pieces):  # the longest name first: some hold commas themselves
        ends = (end for end in range(len(pieces), at, -2) if register.find("".join(pieces[at:end])))
        end = next(ends, None)
        if end is None:
            yield from [words] if words else []
            return
        found.append("".join(pieces[at:end]))
        at = end + 1
    yield from found


def _has(entries: list[Zustaendigkeit], body: Zustaendigkeit) -> bool:
    return any((e.akteur, e.rolle) == (body.akteur, body.rolle) for e in entries)


def _keeping(
    body: Zustaendigkeit, entries: list[Zustaendigkeit], places: list[int]
) -> Zustaendigkeit:
    """The entry as it was, where only its role became another."""
    was = next((entries[at] for at in places if entries[at].akteur == body.akteur), None)
    return body if was is None else was.model_copy(update={"rolle": body.rolle})


def _behind(
    one: Statement, entries: list[Zustaendigkeit], register: Register, address: Address
) -> int:
    """Where new entries belong: behind the one that stands above them."""
    above = register.entry(plain(one.beside), entries) if one.beside else None
    if above is not None:
        return above + 1
    return min(address.index or 0, len(entries))
