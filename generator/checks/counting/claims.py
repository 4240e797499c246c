"""Running text to the counts it claims: "13 kommunale Leitziele", "dreiundzwanzig Prozessziele".

A claim is a number before the name of something that can be counted, with at most two
adjectives between, or right after it ("Leitziele: 13", "Leitziele (13)"). What its words show
to be no count of all there are comes with that excuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from msgspec import Struct

from generator.checks.counting import claim_words as words
from generator.checks.counting.excuses import Excuse
from generator.checks.counting.numerals import number

_WINDOW = 160  # characters before a name in which its number is looked for
_ADJECTIVES = 2
_TOKEN = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BETWEEN = ' \n\t*_„“"»«\u00a0\u00ad'
"""What may stand between two words of a claim: white space, emphasis, quotation marks."""
_NUMBER = r"[*_]*(?P<number>\d+(?:\.\d{3})*|[^\W\d_]+)[*_]*"
_AFTER = re.compile(rf"[*_]*\s*[:(|]\s*{_NUMBER}(?=\s*(?:[);,|]|\.?\s*(?:\n|$)))")
_VERB = re.compile(
    rf"[*_]*\s+(?:beträgt|betrug|liegt\s+bei|lag\s+bei|ist|war)\s+{_NUMBER}(?![\w.,]\w)"
)
_RANGED = re.compile(r"[§/]\s*$|(?:[^\s]|[^\s][ ])[-–+]\s*$")
"""What makes a number part of a range or a name: "3–5", "10 - 12", "§ 3"; a bullet does not."""
_BOTH_FORMS = re.compile(r"(?<![\d.,])(?P<number>\d+)\s\((?:[^\W\d_]+)\)\s$")
_NUMBER_OF = re.compile(r"[Zz]ahl\s+(?:der|aller)\s+(?:[a-zäöüß-]+\s+){0,2}$")
_UNQUALIFIED = re.compile(r"(?:^|[\n|*#>.:;,-]|\b(?:[Dd]er|[Aa]ller|[Dd]ie))\s*$")
"""What stands before a name that is not narrowed: unlike "Umgesetzte Maßnahmen: 3"."""
_LINKED = re.compile(r",|\s+(?:und|sowie|bzw\.|oder)\s")


class Claim(Struct, frozen=True):
    """``start`` is where the number stands, ``end`` where the name ends.

    ``whole``: its form says that it is that of all ("Leitziele: 13").
    """

    kind: str
    number: int
    start: int
    end: int
    excuse: Excuse | None = None
    whole: bool = False


class Name:
    """How a kind of node may be written: its stem to search for, all its forms, words before it."""

    def __init__(self, kind: str, singular: str, plural: str) -> None:
        *before, self.singular = singular.split()
        self.plural = plural.split()[-1]
        self.kind = kind
        self.stem = self.singular[: _shared(self.singular, self.plural)] or self.singular
        inflected = (self.singular + ending for ending in ("", "e", "s", "es", "n", "en"))
        self.forms = {self.plural, f"{self.plural}n", *inflected}
        self.before = [re.sub(r"e[rsnm]?$", "", word) for word in before]

    def end(self, text: str, start: int) -> int | None:
        """Where the name ends that starts here; None if another word does."""
        word = _WORD.match(text, start)
        return word.end() if word and word[0] in self.forms else None


class ShortName(Name):
    """The "Leit-" of "13 Leit-, 23 Prozess- und 59 Ergebnisziele"."""

    def __init__(self, name: Name, stem: str) -> None:
        super().__init__(name.kind, name.singular, name.plural)
        self.stem = f"{stem}-"

    def end(self, text: str, start: int) -> int | None:
        """Where it ends if another name follows."""
        end = start + len(self.stem)
        return end if _LINKED.match(text, end) else None


def shortened(names: list[Name]) -> Iterator[Name]:
    """The short names of those that end alike."""
    for one in names:
        if not one.before:
            turned = one.singular.lower()[::-1]
            shared = {_shared(turned, o.singular.lower()[::-1]) for o in names if o != one}
            shared |= {length - 1 for length in shared}  # "Ergebnis-s-ziel": the s is the stem's
            stems = {one.singular[:-length] for length in shared if length >= 4}
            yield from (ShortName(one, stem) for stem in sorted(stems - {""}))


def _shared(one: str, other: str) -> int:
    """How many characters two words begin with in common."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def claims(text: str, names: Iterable[Name]) -> Iterator[Claim]:
    """All claims of a text, in the order of names."""
    for name in names:
        start = text.find(name.stem)
        while start >= 0:
            end = name.end(text, start)
            if end is not None and not _inside_word(text, start):
                yield from _claims_at(text, start, end, name)
            start = text.find(name.stem, start + 1)


def _inside_word(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before.isalnum() or (before in ("-", "_") and text[start - 2 : start - 1].isalnum())


def _claims_at(text: str, start: int, end: int, name: Name) -> Iterator[Claim]:
    if claim := _Backwards(text, start).claim(name, end):
        yield claim
        if claim.excuse is None:
            return
    before = text[max(0, start - _WINDOW) : start]
    if said := _BOTH_FORMS.search(before):
        yield Claim(name.kind, int(said["number"]), start - len(said[0]), end)
        return
    after = _AFTER.match(text, end) or (_NUMBER_OF.search(before) and _VERB.match(text, end))
    value = number(after["number"]) if after and _preceded(text, start, name) else None
    if after and value is not None:
        whole = _UNQUALIFIED.search(before) is not None
        yield Claim(name.kind, value, after.start("number"), after.end("number"), whole=whole)


def _preceded(text: str, start: int, name: Name) -> bool:
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

    def claim(self, name: Name, end: int) -> Claim | None:
        """The claim that ends with this name; None if the name is not counted."""
        adjectives: list[str] = []
        for index in range(len(self.tokens) - 1, -1, -1):
            token = self.tokens[index]
            word = token[0]
            gap = self.text[token.end() : self.limit]
            if not _joins(gap.replace(",", " ", 1) if adjectives else gap):
                return None
            self.limit = token.start()
            value = 1 if word.lower() in words.ONE else number(word)
            if value is not None:
                counted = _same_words(adjectives[: len(name.before)][::-1], name.before)
                excuse = self._excuse(index, adjectives)
                whole = counted and "," not in gap
                return Claim(name.kind, value, token.start(), end, excuse) if whole else None
            if word.lower() == "dutzend":
                return self._dozens(name, index, end)
            own = len(adjectives) < len(name.before)  # a name may be written "Strategische Ziele"
            if len(adjectives) == _ADJECTIVES + len(name.before) or not (
                words.is_adjective(word) or (own and words.is_adjective(word.lower()))
            ):
                return None
            adjectives.append(word)
        return None

    def _word(self, index: int) -> str:
        return self.tokens[index][0].lower() if index >= 0 else ""

    def _only(self, index: int, adjectives: list[str]) -> bool:
        single = any(word.startswith("einzige") for word in adjectives)
        return single or self._word(index - 1) in words.ONLY

    def _excuse(self, index: int, adjectives: list[str]) -> Excuse | None:
        """What keeps the number from counting all there are, exactly."""
        place = self.tokens[index].start()
        if self._word(index) in words.ONE and not self._only(index, adjectives):
            return Excuse.ARTICLE
        if any(map(words.singles_out, adjectives)):
            return Excuse.PART
        if any(words.inflected(word, words.OTHERS_STEMS) for word in adjectives):
            return Excuse.OTHERS
        between = self.text[self.tokens[index - 1].end() : place] if index else ""
        if not _joins(between.replace(".", " ", 1)):  # another clause, or "3–5", "§ 3"
            ranged = _RANGED.search(self.text[max(0, place - 12) : place])
            return Excuse.RANGE if ranged else None
        previous, second = self._word(index - 1), self._word(index - 2)
        if previous in words.PART_BEFORE or words.singles_out(previous):
            return Excuse.PART
        if previous in words.LABELS:
            return Excuse.LABEL
        between_two = previous == "und" and self._word(index - 3) == "zwischen"
        vague = previous in words.VAGUE or (second, previous) in words.VAGUE_PAIRS
        return Excuse.VAGUE if vague or between_two or second in ("je", "pro") else None

    def _dozens(self, name: Name, index: int, end: int) -> Claim | None:
        word = self._word(index - 1)
        times = 1 if word in ("ein", "einem", "das", "dem") else number(word or "-")
        start = self.tokens[index - 1].start()
        return Claim(name.kind, 12 * times, start, end) if times else None


def _joins(gap: str) -> bool:
    """Whether two words with this between them belong to one phrase."""
    spaced = any(sign.isspace() for sign in gap)
    return spaced and not gap.strip(_BETWEEN) and gap.count("\n") < 2
