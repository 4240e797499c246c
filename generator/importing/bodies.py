"""The bodies that a source names to a register: spellings that look like one body are one entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.checks.body_names import county_pattern, keys
from generator.importing.names_given import GivenIds
from generator.match.recognised.field_values import NamedBody, split_pairs
from generator.model.goal import Ziel, Zustaendigkeit
from generator.model.recommendation import Empfehlung
from generator.model.register import ActorKind, Akteur
from generator.model.strategy import Strategy

_KINDS: tuple[tuple[ActorKind, re.Pattern[str]], ...] = (
    ("bund", re.compile(r"(?:der )?Bund(?:esregierung|esministerium.*|esrepublik.*)?|Bund\b.*", re.IGNORECASE)),
    ("land", re.compile(r"(?:das )?(?:Land|Freistaat|Landesregierung)\b(?!ratsamt|kreis).*|.*\bMinisterium\b.*|.*ministerium")),
    ("extern", re.compile(r".*(?:\b(?:g?GmbH|mbH|AG|e\. ?V\.|eG|AöR)\b|jobcenter|agentur für arbeit).*", re.IGNORECASE)),
    ("gruppe", re.compile(r"(?:alle|freie|die|örtliche)\s.*|(?:Städte|Gemeinden|Vereine|Schulen|Träger|Arbeitgeber|Kommunen|Verbände|Unternehmen)\b.*")),
    ("intern", re.compile(r".*(?:amt|referat|dezernat|fachbereich|fachdienst|stabsstelle|stabstelle|sachgebiet|abteilung|beauftragter?|bauhof)\b.*", re.IGNORECASE)),
)  # fmt: skip
"""What the words of a name tell without doubt."""


class BodyRegister:
    """Knows every body; made of all mentions at once, as each helps to read the others."""

    def __init__(
        self,
        mentions: Iterable[NamedBody],
        county: str,
        ids: GivenIds,
        former: Strategy | None = None,
    ) -> None:
        counted = Counter(one.name for one in mentions)
        self._pairs = split_pairs(counted)
        pattern = county_pattern(county)
        self._county = re.compile(pattern.pattern, re.IGNORECASE)
        self._by_name: dict[str, str] = {}
        self._by_key: dict[str, str] = {}
        self.entries: dict[str, Akteur] = {}
        self._known = {} if former is None else dict(_spellings(former))
        self._known_keys = {key: a for a in self._known.values() for key in keys(a.name, pattern)}
        for name, count in counted.items():
            if name not in self._pairs:
                self._enter(name, count, list(keys(name, pattern)), counted, ids)

    def _enter(
        self, name: str, count: int, own: list[str], counted: Counter[str], ids: GivenIds
    ) -> None:
        identity = next((self._by_key[key] for key in own if key in self._by_key), None)
        if identity is None:
            earlier = self._known.get(name) or next(
                (self._known_keys[key] for key in own if key in self._known_keys), None
            )
            if earlier is not None:
                identity = earlier.id
                self.entries.setdefault(identity, earlier)
            else:
                identity = ids.named(self._county.sub(" ", name), "stelle")
                self.entries[identity] = Akteur(id=identity, name=name, art=kind_of_body(name))
        elif (
            identity not in {a.id for a in self._known.values()}
            and count > counted[self.entries[identity].name]
        ):
            self.entries[identity] = Akteur(id=identity, name=name, art=kind_of_body(name))
        self._by_name[name] = identity
        for key in own:
            self._by_key.setdefault(key, identity)

    def of(self, named: Iterable[NamedBody]) -> tuple[Zustaendigkeit, ...]:
        """The bodies of a goal, each once, with its spelling where the register has another."""
        found: dict[tuple[str, str | None], Zustaendigkeit] = {}
        for body in named:
            for name in self._pairs.get(body.name, (body.name,)):
                identity = self._by_name[name]
                spelling = None if self.entries[identity].name == name else name
                link = Zustaendigkeit(akteur=identity, wortlaut=spelling, rolle=body.role)
                found.setdefault((identity, spelling), link)
        return tuple(found.values())

    @property
    def joined(self) -> dict[str, list[str]]:
        """The entries that several spellings were joined in: ID -> spellings."""
        spellings: dict[str, list[str]] = {}
        for name, identity in self._by_name.items():
            spellings.setdefault(identity, []).append(name)
        return {identity: names for identity, names in spellings.items() if len(names) > 1}


def _spellings(former: Strategy) -> Iterator[tuple[str, Akteur]]:
    """Every way in which an earlier edition prints its bodies, and what they were called before."""
    bodies = {body.id: body for body in former.akteure}
    elements: list[Ziel | Empfehlung] = [*former.goals(), *former.recommendations()]
    for element in elements:
        for link in element.zustaendig if isinstance(element, Ziel) else element.adressaten:
            if link.wortlaut and link.akteur in bodies:
                yield link.wortlaut, bodies[link.akteur]
    for body in former.akteure:
        yield from ((earlier.name, body) for earlier in body.frueher)
        yield body.name, body


def kind_of_body(name: str) -> ActorKind:
    """What a name tells of a body; else nobody knows."""
    return next((kind for kind, words in _KINDS if words.fullmatch(name)), "unbestimmt")
