"""Printed names of bodies to the bodies in the register: by name, short, former or printed spelling."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.likeness import MEANT
from generator.match.normal_text import plain
from generator.model.goal import Zustaendigkeit
from generator.model.register import Akteur
from generator.model.strategy import Strategy
from generator.render.documents.chapters.goal_tables import ROLES
from generator.reviewing.undecided import UndecidedError

UNKNOWN = (
    "«{}» steht nicht in actors.yaml.{} Die Stelle dort aufnehmen oder die gemeinte eintragen."
)
MEANT_ONE = " Gemeint ist vielleicht «{}» ({})."
SAME_BODY = (
    "«{}» ist vielleicht nur eine andere Schreibweise von «{}» ({}). Soll sie hier so gedruckt werden, "
    "bei {} «wortlaut» eintragen; gilt sie überall, den Namen in actors.yaml ändern."
)
_ROLE = re.compile(r"\s*\((?P<role>[^()]*)\)\s*$")


class Register:
    """Finds bodies by what is printed of them."""

    def __init__(self, strategy: Strategy) -> None:
        self.actors = strategy.akteure
        self.spelt: dict[str, str] = {}
        for record in strategy.elements():
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
