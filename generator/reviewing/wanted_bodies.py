"""What a reviewer did to a list of bodies (Zuständigkeit, Adressaten) to entries of the register."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.likeness import MEANT
from generator.match.normal_text import plain
from generator.match.rows import BETWEEN
from generator.match.verdicts import GONE
from generator.model.address import Address
from generator.model.goal import Zustaendigkeit
from generator.model.register import Akteur
from generator.model.review import Statement
from generator.render.documents.chapters.goal_tables import ROLES
from generator.reviewing.draft import Draft
from generator.reviewing.undecided import StandsError, UndecidedError

UNKNOWN = (
    "«{}» steht nicht in actors.yaml.{} Die Stelle dort aufnehmen oder die gemeinte eintragen."
)
MEANT_ONE = " Gemeint ist vielleicht «{}» ({})."
SAME_BODY = (
    "«{}» ist vielleicht nur eine andere Schreibweise von «{}» ({}). Soll sie hier so gedruckt werden, "
    "bei {} «wortlaut» eintragen; gilt sie überall, den Namen in actors.yaml ändern."
)
NOT_THERE = "«{}» steht bei {} nicht (mehr) unter «{}»."
_ROLE = re.compile(r"\s*\((?P<role>[^()]*)\)\s*$")
_PARTS = re.compile(r"(\s*[;,]\s*|\s+und\s+)")


def bodies_changed(draft: Draft, one: Statement, address: Address) -> None:
    """Make it; StandsError where the list is so already, UndecidedError where it is a question."""
    record = draft.record(address.element)
    if record is None or not hasattr(record, address.field):
        raise UndecidedError(GONE.format(address.element))
    entries: list[Zustaendigkeit] = list(getattr(record, address.field))
    register = Register(draft)
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


class Register:
    """Finds bodies by what is printed of them."""

    def __init__(self, draft: Draft) -> None:
        records = draft.content.records.values()
        self.actors = [record for record in records if isinstance(record, Akteur)]
        self.spelt: dict[str, str] = {}
        for record in records:
            for field in ("zustaendig", "adressaten"):
                for entry in getattr(record, field, ()):
                    if entry.wortlaut:
                        self.spelt.setdefault(_key(entry.wortlaut), entry.akteur)

    def find(self, words: str) -> Zustaendigkeit | None:
        """The entry that prints these words, role included; None where no body is called so."""
        found = _ROLE.search(words)
        role = next((key for key, label in ROLES.items() if found and label == found["role"]), None)
        name = words[: found.start()] if found and role else words
        whose = next((a.id for a in self.actors if _key(name) in _names(a)), None)
        if whose is not None:
            return Zustaendigkeit.model_validate({"akteur": whose, "rolle": role})
        if (known := self.spelt.get(_key(name))) is None:
            return None
        return Zustaendigkeit.model_validate({"akteur": known, "rolle": role, "wortlaut": name})

    def body(self, words: str, element: str, old: list[str]) -> Zustaendigkeit:
        """The same; UndecidedError that proposes the nearest one where no body is called so."""
        found = self.find(words)
        if found is not None:
            return found
        near = self.nearest(words)
        before = [body.akteur for body in map(self.find, old) if body]
        if near is not None and near.id in before:
            raise UndecidedError(SAME_BODY.format(words, near.name, near.id, element))
        meant = "" if near is None else MEANT_ONE.format(near.name, near.id)
        raise UndecidedError(UNKNOWN.format(words, meant))

    def nearest(self, words: str) -> Akteur | None:
        """The body whose name is most alike."""
        weighed = [
            (SequenceMatcher(None, _key(words), name, autojunk=False).ratio(), actor.id, actor)
            for actor in self.actors
            for name in _names(actor)
        ]
        best = max(weighed, key=lambda entry: entry[:2], default=None)
        return best[2] if best and best[0] >= MEANT else None

    def entry(self, words: str, entries: list[Zustaendigkeit]) -> int | None:
        """Which entry of a list prints these words."""
        found = self.find(plain(words))
        if found is None:
            return None
        exact = (
            n for n, e in enumerate(entries) if (e.akteur, e.rolle) == (found.akteur, found.rolle)
        )
        same = (n for n, e in enumerate(entries) if e.akteur == found.akteur)
        return next(exact, next(same, None))


def _names(actor: Akteur) -> list[str]:
    former = [name.name for name in actor.frueher]
    return [_key(name) for name in (actor.name, actor.kurz, *former) if name]


def _key(name: str) -> str:
    return plain(name).casefold()
