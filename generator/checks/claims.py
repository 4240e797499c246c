"""Running text to the counts it claims: "13 kommunale Leitziele", "dreiundzwanzig Prozessziele".

A claim is a number before the name of something that can be counted, with at most two
adjectives between, or right after it ("Leitziele: 13", "Leitziele (13)"). No claims are
parts ("drei der Leitziele", "die ersten drei Leitziele", "zwei neue Leitziele"), ranges,
estimates ("rund 60 Ergebnisziele", "je drei Leitziele"), numbers of sections and years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.numerals import number


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WINDOW = 160  # characters before a name in which its number is looked for
_ADJECTIVES = 2
_TOKEN = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")
_GAP = re.compile(r"(?!.*\n[ \t]*\n)[\s*_„“\"»«\u00a0\u00ad]*[\s\u00a0][\s*_„“\"»«\u00a0\u00ad]*", re.DOTALL)  # fmt: skip
_ADJECTIVE = re.compile(r"[a-zäöüß][a-zäöüß-]{2,}(?:e|en|er|es|em)")
_NUMBER = r"[*_]*(?P<number>\d+(?:\.\d{3})*|[^\W\d_]+)[*_]*"
_END = r"(?=\s*(?:[);,|]|\.?\s*(?:\n|$)))"
_AFTER = re.compile(rf"[*_]*\s*[:(|]\s*{_NUMBER}{_END}")
_VERB = re.compile(
    rf"[*_]*\s+(?:beträgt|betrug|liegt\s+bei|lag\s+bei|ist|war)\s+{_NUMBER}(?![\w.,]\w)"
)
_NUMBER_OF = re.compile(r"[Zz]ahl\s+(?:der|aller)\s+(?:[a-zäöüß-]+\s+){0,2}$")
_NO_ADJECTIVES = _words(
    "der die das den dem des dieser diese diesen dieses diesem jeder jede jedes jeden jedem aller alle "
    "allen ihrer ihre ihren ihrem seine seiner seinen unserer unsere unseren keine keiner keinen einer "
    "eine einen eines einem oder über unter sowie mehrere viele wenige einige solche welche deren hinter "
    "wurden werden würden waren wären haben hatten hätten können konnten könnten sollen sollten müssen "
    "mussten dürfen wollen stehen standen bilden umfassen umfassten enthalten enthielten gelten gehören "
    "bestehen entstanden folgen folgten heißen entsprechen ergeben ergaben zwischen gegen neben wegen "
    "außer aber immer weiter unserem eurer derer"
)
_PART = re.compile(
    r"(?:erst|letzt|nächst|übrig|ander|restlich|verbleibend|verblieben|zusätzlich|neu|bisherig|früher"
    r"|ehemalig|vormalig|entfallen|gestrichen|weggefallen|geändert|überarbeitet|ergänzt|erreicht"
    r"|abgeschlossen|umgesetzt|offen|begonnen|ausgewählt|einzeln|ober|unter)(?:e|en|er|es|em)"
)
_BEFORE_PART = _words("weitere weiteren weiterer bisher vormals früher ursprünglich damals ehemals")
_VAGUE = _words(
    "rund etwa circa zirka ca ungefähr über fast knapp mindestens höchstens maximal wenigstens gut "
    "beinahe annähernd nahezu je jeweils pro bis oder"
)
_VAGUE_PAIRS = {("mehr", "als"), ("weniger", "als"), ("bis", "zu")}
_LABELS = _words(
    "kapitel kapiteln punkt punkte abschnitt nummer nr seite s tabelle abbildung teil anlage phase stufe "
    "schritt absatz abs satz artikel art paragraf jahr jahre jahres zeile spalte band heft ziffer "
    "handlungsfeld drucksache beschluss stand agenda sgb"
)
_ONE = _words("ein eine einen einem einer eines eins")
_ONLY = _words("nur genau lediglich bloß exakt einzig")


@dataclass(frozen=True, slots=True)
class Countable:
    """Something with a name that can be counted; ``kind`` is what the graph calls it."""

    kind: str
    singular: str
    plural: str


@dataclass(frozen=True, slots=True)
class Claim:
    """``start`` is where the number stands, ``end`` where the name ends."""

    kind: str
    number: int
    start: int
    end: int


class Counting:
    """Finds claims about the given countables; made once, asked for every text."""

    def __init__(self, countables: list[Countable]) -> None:
        self.names = [*map(_Name, countables), *_shortened(countables)]

    def claims(self, text: str, begin: int = 0) -> Iterator[Claim]:
        """All claims of a text from ``begin`` on, in the order of names."""
        for name in self.names:
            start = text.find(name.stem, begin)
            while start >= 0:
                match = name.forms.match(text, start)
                if match and not _inside_word(text, start):
                    yield from _claims_at(text, start, match.end(), name)
                start = text.find(name.stem, start + 1)


class _Name:
    """How a countable may be written: its stem to search for, all its forms, words before it."""

    def __init__(self, countable: Countable) -> None:
        *self.before, singular = countable.singular.split()
        plural = countable.plural.split()[-1]
        self.kind = countable.kind
        self.stem = singular[: _shared(singular, plural)] or singular
        self.forms = re.compile(
            rf"(?:{re.escape(plural)}n?|{re.escape(singular)}(?:e?s|e?n|e)?)(?![\w-])"
        )
        self.before = [re.sub(r"(?:e[rsnm]?)$", "", word) for word in self.before]


def _shortened(countables: list[Countable]) -> Iterator[_Name]:
    """The "Leit-" of "13 Leit-, 23 Prozess- und 59 Ergebnisziele"."""
    for one in countables:
        if " " not in one.singular:
            shared = {_suffix(one.singular, o.singular) for o in countables if o != one}
            shared |= {
                length - 1 for length in shared
            }  # "Ergebnis-s-ziel": the s belongs to the stem
            for stem in sorted({one.singular[:-length] for length in shared if length >= 4} - {""}):
                name = _Name(one)
                name.stem = f"{stem}-"
                name.forms = re.compile(rf"{re.escape(stem)}-(?=,|\s+(?:und|sowie|bzw\.|oder)\s)")
                yield name


def _suffix(one: str, other: str) -> int:
    return _shared(one.lower()[::-1], other.lower()[::-1])


def _shared(one: str, other: str) -> int:
    """How many characters two words begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _inside_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before.isalnum() or (before in ("-", "_") and text[start - 2 : start - 1].isalnum())


def _claims_at(text: str, start: int, end: int, name: _Name) -> Iterator[Claim]:
    found = _Backwards(text, start).claim(name.before)
    if found is None:
        counted = _NUMBER_OF.search(text, max(0, start - _WINDOW), start)
        after = _AFTER.match(text, end) or (counted and _VERB.match(text, end))
        value = number(after["number"]) if after else None
        if after and value is not None:
            yield Claim(name.kind, value, after.start("number"), after.end("number"))
    else:
        yield Claim(name.kind, found[0], found[1], end)


class _Backwards:
    """The words before a name, read from right to left."""

    def __init__(self, text: str, end: int) -> None:
        begin = max(0, end - _WINDOW)
        self.text = text
        self.tokens = list(_TOKEN.finditer(text, begin, end))
        if self.tokens and begin and self.tokens[0].start() == begin:
            del self.tokens[0]  # cut in the middle, perhaps
        self.limit = end

    def claim(self, required: list[str]) -> tuple[int, int] | None:
        """Number and its place; None if the name is not counted."""
        adjectives: list[str] = []
        for index in range(len(self.tokens) - 1, -1, -1):
            token = self.tokens[index]
            word = token[0]
            gap = self.text[token.end() : self.limit]
            if not _GAP.fullmatch(gap.replace(",", " ", 1) if adjectives else gap):
                return None
            self.limit = token.start()
            value = number(word)
            if value is None and word.lower() in _ONE and self._only(index, adjectives):
                value = 1
            if value is not None:
                counted = self._matches(required, adjectives) and "," not in gap
                return (
                    (value, token.start()) if counted and self._whole(index, adjectives) else None
                )
            if word.lower() == "dutzend":
                return self._dozens(index)
            if len(adjectives) == _ADJECTIVES + len(required) or not _is_adjective(word):
                return None
            adjectives.append(word)
        return None

    def _matches(self, required: list[str], adjectives: list[str]) -> bool:
        nearest = adjectives[: len(required)][::-1]
        return len(nearest) == len(required) and all(
            word.startswith(stem) for word, stem in zip(nearest, required, strict=True)
        )

    def _word(self, index: int) -> str:
        return self.tokens[index][0].lower().rstrip(".") if index >= 0 else ""

    def _only(self, index: int, adjectives: list[str]) -> bool:
        single = any(word.startswith("einzige") for word in adjectives)
        return single or self._word(index - 1) in _ONLY

    def _whole(self, index: int, adjectives: list[str]) -> bool:
        """Whether the number counts all there are, exactly."""
        token, previous, second = self.tokens[index], self._word(index - 1), self._word(index - 2)
        if any(_PART.fullmatch(word) for word in adjectives):
            return False
        between = self.text[self.tokens[index - 1].end() : token.start()] if index else ""
        if not _GAP.fullmatch(between.replace(".", " ", 1)):  # another clause, or "3–5", "§ 3"
            return not re.search(
                r"[-–/§+]\s*$", self.text[max(0, token.start() - 3) : token.start()]
            )
        if previous in _VAGUE or previous in _BEFORE_PART or _PART.fullmatch(previous):
            return False
        if (second, previous) in _VAGUE_PAIRS or second in ("je", "pro"):
            return False
        between_two = previous == "und" and self._word(index - 3) == "zwischen"
        return not between_two and previous not in _LABELS

    def _dozens(self, index: int) -> tuple[int, int] | None:
        word = self._word(index - 1)
        times = 1 if word in ("ein", "einem", "das", "dem") else number(word or "-")
        return (12 * times, self.tokens[index - 1].start()) if times else None


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.fullmatch(word)) and word not in _NO_ADJECTIVES


def countables(levels: Mapping[str, tuple[str, str]]) -> list[Countable]:
    """Kinds of node with singular and plural name, longest name first."""
    found = [Countable(kind, one, many) for kind, (one, many) in levels.items()]
    return sorted(found, key=lambda c: -len(c.singular))
