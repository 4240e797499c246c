"""Notes of a source to works cited and to our markup of footnotes, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.importing.names_given import GivenIds
from generator.importing.prose import escaped
from generator.model.register import Quelle
from generator.receive.foreign import ForeignNote, without_signs
from generator.receive.line_joints import LineJoiner

_WORK = re.compile(
    r"(?P<short>(?P<author>[^()]{2,120}?)\s*(?P<editor>\(Hrsg\.\))?\s*\(?(?P<year>(?:19|20)\d{2,3}[a-z]?)\)?)"
    r"\s*(?P<joint>[,:;]|$)\s*(?P<rest>.*)"
)
_PAGE = re.compile(
    r"(?:S\.|Seiten?|letzter (?:Aufruf|Zugriff)|abgerufen|Stand|Rn\.|Rdnr\.|Kap\.|Abb\.|Tab\.|ebd\.)"
)
_NO_YEAR = re.compile(r"(?P<short>[^()]{3,120}?),\s*(?P<rest>(?:S\.|Seiten?|letzter|abgerufen).*)")
_LONGEST = 90


class CitedNotes:
    """Takes notes one by one; a work cited again is the same one."""

    def __init__(self, ids: GivenIds, joiner: LineJoiner, known: Iterable[Quelle] = ()) -> None:
        self._ids = ids
        self._joiner = joiner
        self._known = {work.wortlaut or work.kurz: work for work in known}
        self._works: dict[str, Quelle] = {}
        self.cited: dict[int, str] = {}
        """Number of a note -> the ID of its work."""

    @property
    def works(self) -> tuple[Quelle, ...]:
        """The works in the order in which they are cited first."""
        return tuple(self._works.values())

    def markup(self, note: ForeignNote) -> str:
        """The footnote in our markup; a note that cites no work is an explanation, word for word."""
        text = without_signs(self._joiner.joined(line.text for line in note.lines))
        found = _WORK.fullmatch(text) or _NO_YEAR.fullmatch(text)
        if found is None or not self._is_place(found["rest"]):
            return f"^[{_noted(text)}]"
        work = self._work(found)
        self.cited[note.number] = work.id
        place = found["rest"].strip().rstrip(".")
        return f"[@{work.id}, {place}]" if place else f"[@{work.id}]"

    def _is_place(self, rest: str) -> bool:
        if re.search(r"[\[\]{}]", rest) or len(rest) > _LONGEST:
            return False
        return not rest or _PAGE.match(rest) is not None

    def _work(self, found: re.Match[str]) -> Quelle:
        short = " ".join(found["short"].split())
        if short in self._known:
            self._works[short] = self._known[short]
        if short not in self._works:
            groups = found.groupdict()
            author, year = groups.get("author") or short, groups.get("year")
            self._works[short] = Quelle(
                id=self._ids.named(f"{author.split(',')[0]} {year or ''}", "quelle"),
                urheber=author.strip(" ,"),
                herausgeber=bool(groups.get("editor")),
                jahr=year,
                wortlaut=short,
            )
        return self._works[short]


def _noted(text: str) -> str:
    return escaped(text).replace("[", "&#91;").replace("]", "&#93;")
