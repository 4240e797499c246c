"""Running text to the counts it claims: "13 kommunale Leitziele", "dreiundzwanzig Prozessziele".

A claim is a number before the name of something that can be counted, with at most two
adjectives between, or right after it ("Leitziele: 13", "Leitziele (13)"). No claims are
parts ("drei der Leitziele", "die ersten drei Leitziele", "zwei neue Leitziele"), ranges,
estimates ("rund 60 Ergebnisziele", "je drei Leitziele"), numbers of sections and years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.checks import claim_words as words
from generator.checks.numerals import number

_WINDOW = 160  # characters before a name in which its number is looked for
_ADJECTIVES = 2
_TOKEN = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BETWEEN = ' \n\t*_„“"»«\u00a0\u00ad'
"""What may stand between two words of a claim: white space, emphasis, quotation marks."""
# Patterns that few texts need are strings: re compiles them on first use.
_NUMBER = r"[*_]*(?P<number>\d+(?:\.\d{3})*|[^\W\d_]+)[*_]*"
_AFTER = rf"[*_]*\s*[:(|]\s*{_NUMBER}(?=\s*(?:[);,|]|\.?\s*(?:\n|$)))"
_VERB = rf"[*_]*\s+(?:beträgt|betrug|liegt\s+bei|lag\s+bei|ist|war)\s+{_NUMBER}(?![\w.,]\w)"
_RANGED = re.compile(r"[§/]\s*$|(?:[^\s]|[^\s][ ])[-–+]\s*$")
"""What makes a number part of a range or a name: "3–5", "10 - 12", "§ 3"; a bullet does not."""
_BOTH_FORMS = r"(?<![\d.,])(?P<number>\d+)\s\((?:[^\W\d_]+)\)\s$"
_NUMBER_OF = r"[Zz]ahl\s+(?:der|aller)\s+(?:[a-zäöüß-]+\s+){0,2}$"
_LINKED = r",|\s+(?:und|sowie|bzw\.|oder)\s"


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


def countables(levels: Mapping[str, tuple[str, str]]) -> list[Countable]:
    """Kinds of node with singular and plural name."""
    return [Countable(kind, one, many) for kind, (one, many) in levels.items()]


class Counting:
    """Finds claims about the given countables; made once, asked for every text.

    ``occurs`` may say of a part of a word that no text holds it.
    """

    def __init__(
        self, countables: list[Countable], occurs: Callable[[str], bool] = lambda _: True
    ) -> None:
        names = (*map(_Name, countables), *_shortened(countables))
        self.names = [name for name in names if occurs(name.stem)]

    def claims(self, text: str, begin: int = 0) -> Iterator[Claim]:
        """All claims of a text from ``begin`` on, in the order of names."""
        for name in self.names:
            start = text.find(name.stem, begin)
            while start >= 0:
                end = name.end(text, start)
                if end is not None and not _inside_word(text, start):
                    yield from _claims_at(text, start, end, name)
                start = text.find(name.stem, start + 1)


class _Name:
    """How a countable may be written: its stem to search for, all its forms, words before it."""

    def __init__(self, countable: Countable) -> None:
        *before, singular = countable.singular.split()
        plural = countable.plural.split()[-1]
        self.kind = countable.kind
        self.stem = singular[: _shared(singular, plural)] or singular
        self.forms = {
            plural,
            f"{plural}n",
            *(singular + e for e in ("", "e", "s", "es", "n", "en")),
        }
        self.before = [re.sub(r"e[rsnm]?$", "", word) for word in before]

    def end(self, text: str, start: int) -> int | None:
        """Where the name ends that starts here; None if another word does."""
        word = _WORD.match(text, start)
        return word.end() if word and word[0] in self.forms else None


class _ShortName(_Name):
    """The "Leit-" of "13 Leit-, 23 Prozess- und 59 Ergebnisziele"."""

    def __init__(self, countable: Countable, stem: str) -> None:
        super().__init__(countable)
        self.stem = f"{stem}-"

    def end(self, text: str, start: int) -> int | None:
        end = start + len(self.stem)
        return end if re.compile(_LINKED).match(text, end) else None


def _shortened(countables: list[Countable]) -> Iterator[_Name]:
    for one in countables:
        if " " not in one.singular:
            shared = {_suffix(one.singular, o.singular) for o in countables if o != one}
            shared |= {length - 1 for length in shared}  # "Ergebnis-s-ziel": the s is the stem's
            stems = {one.singular[:-length] for length in shared if length >= 4}
            yield from (_ShortName(one, stem) for stem in sorted(stems - {""}))


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
    found = _Backwards(text, start).claim(name.before) if _may_count(text, start) else None
    if found is not None:
        yield Claim(name.kind, found[0], found[1], end)
        return
    if text[start - 2 : start - 1] == ")" and (
        said := re.search(_BOTH_FORMS, text[max(0, start - _WINDOW) : start])
    ):
        begin = start - len(said[0])
        yield Claim(name.kind, int(said["number"]), begin, end)
        return
    after = None
    if any(sign in text[end : end + 6] for sign in ":(|"):
        after = re.compile(_AFTER).match(text, end)
    elif "ahl" in text[max(0, start - 60) : start] and re.search(
        _NUMBER_OF, text[max(0, start - 60) : start]
    ):
        after = re.compile(_VERB).match(text, end)
    value = number(after["number"]) if after and _preceded(text, start, name) else None
    if after and value is not None:
        yield Claim(name.kind, value, after.start("number"), after.end("number"))


def _may_count(text: str, start: int) -> bool:
    """Whether the word before a name may be its number or belong to it: few are, most are "die"."""
    before = text[max(0, start - _WINDOW // 2) : start].rstrip(_BETWEEN + ",")
    word = before[max(map(before.rfind, (" ", "\n", "\u00a0"))) + 1 :].strip(_BETWEEN + "(|-–,")
    lower = word.lower()
    return (
        lower in words.ONE
        or lower == "dutzend"
        or words.is_adjective(lower)
        or bool(word and number(word.rpartition("-")[2] or word) is not None)
        or word[-1:].isdigit()
    )


def _preceded(text: str, start: int, name: _Name) -> bool:
    """Whether the other words of a name ("strategische Ziele") stand before its last one."""
    words_before = _WORD.findall(text, max(0, start - _WINDOW), start)[-len(name.before) :]
    return not name.before or _same_words(words_before, name.before)


def _same_words(found: list[str], stems: list[str]) -> bool:
    pairs = zip(found, stems, strict=False)
    return len(found) == len(stems) and all(w.lower().startswith(s.lower()) for w, s in pairs)


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
            if not _joins(gap.replace(",", " ", 1) if adjectives else gap):
                return None
            self.limit = token.start()
            value = number(word)
            if value is None and word.lower() in words.ONE and self._only(index, adjectives):
                value = 1
            if value is not None:
                counted = self._matches(required, adjectives) and "," not in gap
                whole = counted and self._whole(index, adjectives)
                return (value, token.start()) if whole else None
            if word.lower() == "dutzend":
                return self._dozens(index)
            own = len(adjectives) < len(required)  # a name may be written "Strategische Ziele"
            if len(adjectives) == _ADJECTIVES + len(required) or not (
                words.is_adjective(word) or (own and words.is_adjective(word.lower()))
            ):
                return None
            adjectives.append(word)
        return None

    def _matches(self, required: list[str], adjectives: list[str]) -> bool:
        return _same_words(adjectives[: len(required)][::-1], required)

    def _word(self, index: int) -> str:
        return self.tokens[index][0].lower() if index >= 0 else ""

    def _only(self, index: int, adjectives: list[str]) -> bool:
        single = any(word.startswith("einzige") for word in adjectives)
        return single or self._word(index - 1) in words.ONLY

    def _whole(self, index: int, adjectives: list[str]) -> bool:
        """Whether the number counts all there are, exactly."""
        place = self.tokens[index].start()
        if any(words.inflected(word, words.PART_STEMS) for word in adjectives):
            return False
        between = self.text[self.tokens[index - 1].end() : place] if index else ""
        if not _joins(between.replace(".", " ", 1)):  # another clause, or "3–5", "§ 3"
            return not _RANGED.search(self.text[max(0, place - 12) : place])
        previous, second = self._word(index - 1), self._word(index - 2)
        if previous in words.VAGUE | words.PART_BEFORE | words.LABELS:
            return False
        if words.inflected(previous, words.PART_STEMS) or second in ("je", "pro"):
            return False
        between_two = previous == "und" and self._word(index - 3) == "zwischen"
        return not between_two and (second, previous) not in words.VAGUE_PAIRS

    def _dozens(self, index: int) -> tuple[int, int] | None:
        word = self._word(index - 1)
        times = 1 if word in ("ein", "einem", "das", "dem") else number(word or "-")
        return (12 * times, self.tokens[index - 1].start()) if times else None


def _joins(gap: str) -> bool:
    """Whether two words with this between them belong to one phrase."""
    spaced = any(sign.isspace() for sign in gap)
    return spaced and not gap.strip(_BETWEEN) and gap.count("\n") < 2
