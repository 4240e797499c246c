"""A text in which one change after the other is made, each only where it prints what is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from generator.match.normal_text import plain
from generator.match.word_merge import edits, set_words, tokens
from generator.model.text import Prosatext
from generator.read.texts import unwrap
from generator.reviewing.prose_blocks import (
    blocks,
    closed,
    counted_on,
    next_marker,
    number_of,
    put,
)
from generator.reviewing.prose_printer import Letter, ProseLine, ProsePrinter, source_of
from generator.reviewing.prose_splices import SEAM, LetterChange, ways
from generator.reviewing.undecided import UndecidedError

COMPUTED = (
    "«{}» setzt das Programm hier ein: {}. Dort ändern, oder im Text ausschreiben, was stehen soll."
)
NOT_WRITABLE = (
    "In Markdown ließ sich das nicht so schreiben, dass genau dieser Text gedruckt wird (Auszeichnung "
    "oder Zeichen, die etwas bedeuten). Von Hand ändern."
)
IN_TABLE = "Zeilen von Tabellen in Texten setzt das Programm nicht ein; von Hand eintragen."


class ProseDraft(Struct):
    """The text so far; ``printer`` says what it prints."""

    text: Prosatext
    printer: ProsePrinter

    @property
    def lines(self) -> list[ProseLine]:
        """Its paragraphs as they are now."""
        return self.printer.lines(self.text)

    def rewrite(self, first: int, last: int, wanted: str) -> None:
        """Let the paragraphs from ``first`` to ``last`` read as wanted; SEAM parts paragraphs.

        UndecidedError where a computed value would have to become another, or where Markdown
        cannot say it.
        """
        there = self.lines
        window = there[first : last + 1]
        letters = _joined(window)
        before, after = _printed(there[:first]), _printed(there[last + 1 :])
        now = "".join(letter.sign or letter.shown for letter in letters)
        for change in reversed(self._changes(letters, wanted)):
            now = now[: change.start] + change.words + now[change.end :]
            expected = [*before, *map(plain, now.split(SEAM)), *after]
            self._make(letters, change, window[-1].place.tail, _joint(window[0]), expected)
        now_there = self.lines[first : first + wanted.count(SEAM) + 1]
        if [plain(line.shown) for line in now_there] != [
            plain(part) for part in wanted.split(SEAM)
        ]:
            raise UndecidedError(NOT_WRITABLE)  # numbers beside it are printed in another way now
        number = number_of(window[0].place.marker)
        if number is not None and last >= first:
            line = self.lines[first + wanted.count(SEAM)].place
            made = counted_on(self.text.inhalt, line.end + 1, number + 1 + wanted.count(SEAM))
            self.text = self.other(made)

    def insert(self, behind: int, words: str, look: str) -> None:
        """Put a paragraph behind another (-1: in front of all); ``look``: "item", "heading" or ""."""
        there = self.lines
        near, follows = _around(there, behind)
        expected = _printed(there)
        expected.insert(behind + 1, plain(words))
        for block, item in blocks(words, look, near, follows, _heading(there)):
            made, end = put(self.text.inhalt, near, follows, block, item)
            if self._prints(made, expected):
                self.text = self.other(_counted(made, end, block))
                return
        raise UndecidedError(NOT_WRITABLE)

    def remove(self, first: int) -> None:
        """Take a paragraph out; of a table, what stands in the cell."""
        there = self.lines
        place, source = there[first].place, self.text.inhalt
        if place.kind == "cell":
            self.rewrite(first, first, "")
            return
        expected = _printed(there)
        del expected[first]
        made, at = closed(source[: place.start], source[place.end :])
        if not self._prints(made, expected):
            raise UndecidedError(NOT_WRITABLE)
        number = number_of(place.marker)
        if number is not None:
            made = counted_on(made, at, number)
        self.text = self.other(made)

    def move(self, first: int, behind: int) -> None:
        """Move a paragraph behind another; places are those before the move."""
        there, former = self.lines, self.text
        place, to = there[first].place, behind if behind < first else behind - 1
        expected = _printed(there)
        expected.insert(to + 1, expected.pop(first))
        block = former.inhalt[place.start : place.end]
        self.remove(first)
        near, follows = _around(self.lines, to)
        if place.kind == "item" and near is not None and near.place.kind == "item":
            block = next_marker(near.place.marker) + block[len(place.marker) :]
        made, end = put(self.text.inhalt, near, follows, block, place.kind == "item")
        if place.kind == "cell" or not self._prints(made, expected):
            self.text = former
            raise UndecidedError(NOT_WRITABLE)
        self.text = self.other(_counted(made, end, block))

    def _changes(self, letters: Sequence[Letter], wanted: str) -> list[LetterChange]:
        """What makes the wanted text of these letters; none of them inside a piece of markup."""
        shown = "".join(letter.shown for letter in letters)
        words = tokens(shown)
        ends = [0, *accumulate(map(len, set_words(shown, words)))]
        starts = [0, *accumulate(len(letter.shown) for letter in letters)]
        found = []
        for edit in edits(words, tokens(wanted)):
            span = _trimmed(shown, ends[edit.start], ends[edit.end], "".join(edit.words))
            found.append(self._change(letters, starts, *span))
        return found

    def _change(
        self, letters: Sequence[Letter], starts: Sequence[int], start: int, end: int, words: str
    ) -> LetterChange:
        touched = [
            n
            for n, letter in enumerate(letters)
            if letter.sign and starts[n] < end and starts[n + 1] > start
        ]
        whole = all(starts[n] >= start and starts[n + 1] <= end for n in touched)
        only = touched and starts[touched[0]] == start and starts[touched[-1] + 1] == end
        counted = touched and any(sign.isdigit() for sign in words)
        glued = _glued(letters, starts, start, end, words)
        if not whole or only or counted or glued:
            concerned = [letters[n] for n in touched or glued]
            shown = " … ".join(letter.shown for letter in concerned)
            raws = [self.printer.raw(letter.sign) for letter in concerned]
            raise UndecidedError(COMPUTED.format(shown, source_of(raws)))
        return LetterChange(_index(starts, start), _index(starts, end), words)

    def _make(
        self,
        letters: Sequence[Letter],
        change: LetterChange,
        tail: int,
        joint: str,
        expected: Sequence[str],
    ) -> None:
        for made in ways(self.text.inhalt, letters, change, tail, joint):
            if self._prints(made, expected):
                self.text = self.other(made)
                return
        raise UndecidedError(NOT_WRITABLE)

    def _prints(self, inhalt: str, expected: Sequence[str]) -> bool:
        """Whether a text prints these paragraphs."""
        return self.printer.prints(self.other(inhalt), expected)

    def other(self, inhalt: str) -> Prosatext:
        """The text with that content, as it is read from a file."""
        return self.text.model_copy(update={"inhalt": unwrap(inhalt)})


def _around(there: Sequence[ProseLine], behind: int) -> tuple[ProseLine | None, ProseLine | None]:
    """The paragraph behind which something is to stand, and the next; none inside a table."""
    near = there[behind] if behind >= 0 else None
    follows = there[behind + 1] if behind + 1 < len(there) else None
    if near and follows and near.place.kind == follows.place.kind == "cell":
        raise UndecidedError(IN_TABLE)
    return near, follows


def _heading(there: Sequence[ProseLine]) -> str:
    """What headings in this text begin with."""
    return next((one.place.marker for one in there if one.place.kind == "heading"), "## ")


def _counted(made: str, end: int, block: str) -> str:
    """With the numbers behind a new item of a numbered list."""
    number = number_of(block)
    return made if number is None else counted_on(made, end + 1, number + 1)


def _joined(window: Sequence[ProseLine]) -> list[Letter]:
    letters: list[Letter] = []
    for number, line in enumerate(window):
        if number:
            start = line.place.start + len(line.place.marker)
            letters.append(Letter(SEAM, window[number - 1].place.tail, start))
        letters += line.letters
    return letters


def _printed(lines: Sequence[ProseLine]) -> list[str]:
    return [line.pattern for line in lines]


def _glued(
    letters: Sequence[Letter], starts: Sequence[int], start: int, end: int, words: str
) -> list[int]:
    """The pieces of markup to which new words would be stuck: "50" of a computed "5"."""
    found = []
    for n, letter in enumerate(letters):
        if letter.sign and starts[n + 1] == start and words[:1].isalnum():
            found += [n] if letter.shown[-1:].isalnum() else []
        if letter.sign and starts[n] == end and words[-1:].isalnum():
            found += [n] if letter.shown[:1].isalnum() else []
    return found


def _index(starts: Sequence[int], at: int) -> int:
    return next(n for n, start in enumerate(starts) if start >= at)


def _trimmed(shown: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    """The change without what both sides begin and end with."""
    while start < end and words and shown[start] == words[0]:
        start, words = start + 1, words[1:]
    while start < end and words and shown[end - 1] == words[-1]:
        end, words = end - 1, words[:-1]
    return start, end, words


def _joint(line: ProseLine) -> str:
    """What parts the paragraph from the next where it is split."""
    kind, marker = line.place.kind, line.place.marker
    return (
        f"\n{next_marker(marker)}"
        if kind == "item"
        else f"\n\n{marker}"
        if kind == "quote"
        else "\n\n"
    )
