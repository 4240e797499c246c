"""Two texts to one text with marked words, as a German reader would mark them with a pencil."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from generator.likeness import SENTENCE_KEPT, SENTENCE_KEPT_ROUND_ONE_CHANGE
from generator.model.mark import Mark

LARGEST = 1_000_000
"""Words of one text times words of the other up to which single words are compared."""


class Span(Struct, frozen=True):
    """A stretch of text of one mark."""

    text: str
    mark: Mark


class _Token(Struct, frozen=True):
    """A word, mark-up or punctuation sign with the white space before it."""

    space: str
    word: str

    @property
    def text(self) -> str:
        return self.space + self.word


class _Piece(Struct, frozen=True):
    """Tokens whose words are the same in both texts, or what takes the place of what."""

    old: tuple[_Token, ...]
    new: tuple[_Token, ...]
    same: bool


_TOKEN = re.compile(
    r"(?P<space>\s*)(?P<word>"
    r"\{\{.*?\}\}|!?\[\[[^\[\]\n]*\]\]|\[@[^\]]*\]"  # the mark-up of our prose is one word
    r"|[-‐‑]?\w+(?:[-‐‑.,:;/*'’]\w+)*[-‐‑]?"  # Ilm-Kreis, 13.964, und/oder, -bekämpfung, Bildungs-
    r"|[*_]+|\S|\Z)",
    re.DOTALL,
)
_PARAGRAPH = re.compile(r".+?(?:\n\n+|\Z)", re.DOTALL)
_SENTENCE = re.compile(r".+?(?:(?<=[.!?])(?=\s+[A-ZÄÖÜ„])|\Z)", re.DOTALL)


@lru_cache(maxsize=20_000)  # Synopse, web page and change list mark the same pairs of texts
def marked(old: str, new: str) -> tuple[Span, ...]:
    """The two texts in one: plain and inserted spans are ``new``, plain and deleted are ``old``.

    Whole words are marked, compounds with hyphens are one word, punctuation stands apart.
    Where most of a sentence is different, the whole sentence is replaced.
    """
    spans: list[Span] = []
    before, after = _PARAGRAPH.findall(old), _PARAGRAPH.findall(new)
    for same, a, b in _aligned(before, after):
        if same:
            spans.append(Span("".join(b), "plain"))
        elif len(a) == len(b):  # as many paragraphs as before: each is the new form of one
            for x, y in zip(a, b, strict=True):
                spans += _spans(_by_word(x, y))
        else:
            spans += _spans(_by_word("".join(a), "".join(b)))
    return _joined(spans)


def _by_word(old: str, new: str) -> list[_Piece]:
    before, after = _tokens(old), _tokens(new)
    if len(before) * len(after) > LARGEST:
        return _by_sentence(old, new)
    pieces: list[_Piece] = []
    i = j = 0
    for same, a, b in _aligned([t.word for t in before], [t.word for t in after]):
        pieces.append(_Piece(tuple(before[i : i + len(a)]), tuple(after[j : j + len(b)]), same))
        i, j = i + len(a), j + len(b)
    return _whole_sentences(_from_full_stop(_without_confetti(pieces)))


def _by_sentence(old: str, new: str) -> list[_Piece]:
    return [
        _Piece((_Token("", "".join(a)),), (_Token("", "".join(b)),), same)
        for same, a, b in _aligned(_SENTENCE.findall(old), _SENTENCE.findall(new))
    ]


def _aligned(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """(same, part of old, part of new) in order; common beginning and end are set aside first."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if head:
        yield True, old[:head], new[:head]
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield tag == "equal", a[i1:i2], b[j1:j2]
    if tail:
        yield True, old[-tail:], new[-tail:]


def _without_confetti(pieces: list[_Piece]) -> list[_Piece]:
    """A lone comma or "und" between two changes is no common text worth showing."""
    inner = range(1, len(pieces) - 1)
    return _merged(
        _Piece(p.old, p.new, False) if p.same and index in inner and _is_filler(p.new) else p
        for index, p in enumerate(pieces)
    )


def _is_filler(tokens: Sequence[_Token]) -> bool:
    if any(_ends_sentence(token) or "\n" in token.space for token in tokens):
        return False
    words = [token.word for token in tokens if _is_word(token)]
    return len(words) <= 1 and all(len(word) <= 4 and word.islower() for word in words)


def _from_full_stop(pieces: list[_Piece]) -> list[_Piece]:
    """A sentence put in or left out is marked up to its own full stop, not from the one before."""
    result: list[_Piece] = []
    rest = list(reversed(pieces))
    while rest:
        piece = rest.pop()
        slid = () if piece.same or not rest else _slid(piece, rest[-1])
        if slid:
            after = rest.pop()
            if len(after.new) > 1:
                rest.append(_Piece(after.old[1:], after.new[1:], True))
        result += [part for part in slid or (piece,) if part.old or part.new]
    return result


def _slid(piece: _Piece, after: _Piece) -> tuple[_Piece, ...]:
    """What both texts go on with is the full stop that the change begins with; else nothing."""
    old, new = after.old[:1], after.new[:1]
    if not _ends_sentence(new[0]):
        return ()
    if piece.new and piece.new[0].word == new[0].word:
        stop = _Piece(old, piece.new[:1], True)
        return _Piece(piece.old, (), False), stop, _Piece((), piece.new[1:] + new, False)
    if piece.old and piece.old[0].word == old[0].word:
        stop = _Piece(piece.old[:1], new, True)
        return _Piece((), piece.new, False), stop, _Piece(piece.old[1:] + old, (), False)
    return ()


def _whole_sentences(pieces: list[_Piece]) -> list[_Piece]:
    result: list[_Piece] = []
    sentence: list[_Piece] = []
    for piece in pieces:
        for part in _cut_at_sentence_ends(piece):
            sentence.append(part)
            if part.same and _ends_sentence(part.new[-1]):
                result += _settled(sentence)
                sentence = []
    return _merged([*result, *_settled(sentence)])


def _cut_at_sentence_ends(piece: _Piece) -> Iterator[_Piece]:
    if not piece.same:
        yield piece
        return
    start = 0
    for index, token in enumerate(piece.new):
        if _ends_sentence(token) or index == len(piece.new) - 1:
            yield _Piece(piece.old[start : index + 1], piece.new[start : index + 1], True)
            start = index + 1


def _settled(sentence: list[_Piece]) -> list[_Piece]:
    """The sentence as it is, or wholly replaced where most of its words changed."""
    changed = [piece for piece in sentence if not piece.same]
    if not any(p.old for p in changed) or not any(p.new for p in changed):
        return sentence  # words only added or only left out read well as they are
    kept = sum(_words(p.new) for p in sentence if p.same)
    length = max(sum(_words(p.old) for p in sentence), sum(_words(p.new) for p in sentence))
    least = SENTENCE_KEPT_ROUND_ONE_CHANGE if len(changed) == 1 else SENTENCE_KEPT
    if kept >= length * least:
        return sentence
    end = sentence[-1:] if sentence[-1].same and not _words(sentence[-1].new) else []
    body = sentence[: len(sentence) - len(end)]
    old = tuple(token for piece in body for token in piece.old)
    new = tuple(token for piece in body for token in piece.new)
    return [_Piece(old, new, False), *end]


def _ends_sentence(token: _Token) -> bool:
    return token.word in (".", "!", "?")


def _is_word(token: _Token) -> bool:
    return any(character.isalnum() for character in token.word)


def _words(tokens: Sequence[_Token]) -> int:
    return sum(1 for token in tokens if _is_word(token))


def _merged(pieces: Iterable[_Piece]) -> list[_Piece]:
    merged = []
    for same, group in groupby(pieces, key=lambda piece: piece.same):
        parts = list(group)
        old = tuple(token for piece in parts for token in piece.old)
        merged.append(_Piece(old, tuple(t for piece in parts for t in piece.new), same))
    return merged


def _spans(pieces: Iterable[_Piece]) -> Iterator[Span]:
    after_change = False
    for piece in pieces:
        if not piece.same:
            yield Span("".join(token.text for token in piece.old), "deleted")
            yield Span("".join(token.text for token in piece.new), "inserted")
            after_change = True
            continue
        for old, new in zip(piece.old, piece.new, strict=True):
            if old.space == new.space:
                yield Span(new.text, "plain")
                after_change = False
            elif after_change:
                yield from (Span(old.space, "deleted"), Span(new.space, "inserted"))
                yield Span(new.word, "plain")
                after_change = False
            else:  # a space alone cannot be seen: its word is marked with it
                yield from (Span(old.text, "deleted"), Span(new.text, "inserted"))
                after_change = True


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one mark as one span; of what is replaced, first the old, then the new."""
    parts: list[Span] = []
    seen = (span for span in spans if span.text)
    for plain, group in groupby(seen, key=lambda span: span.mark == "plain"):
        found = list(group)
        old, new = (
            "".join(span.text for span in found if span.mark == mark)
            for mark in ("deleted", "inserted")
        )
        parts += found if plain else _replacement(old, new)
    return tuple(
        Span("".join(part.text for part in group), mark)
        for mark, group in groupby(parts, key=lambda part: part.mark)
    )


def _replacement(old: str, new: str) -> list[Span]:
    """The space that both begin with is no change."""
    start = 0
    while old[start : start + 1] == new[start : start + 1] and old[start : start + 1].isspace():
        start += 1
    parts = (
        Span(old[:start], "plain"),
        Span(old[start:], "deleted"),
        Span(new[start:], "inserted"),
    )
    return [part for part in parts if part.text]


def _tokens(text: str) -> list[_Token]:
    found = (_Token(match["space"], match["word"]) for match in _TOKEN.finditer(text))
    return [token for token in found if token.text]
