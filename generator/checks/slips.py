"""Words to those that differ from them by one letter, as by a slip of the hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.likeness import LONGEST_NAME, SLIP_BEFORE_END, SLIP_IN

_UMLAUTS = frozenset({"aä", "oö", "uü"})
"""Letters that change with the number: "Garten", "Gärten"."""


def is_slip(one: str, other: str) -> bool:
    """Whether two different words are one, with a letter left out, put in, exchanged or swapped.

    In short words and at their ends a letter makes another word or form.
    """
    if min(len(one), len(other)) < SLIP_IN or abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    start = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if not start or len(short) - start <= SLIP_BEFORE_END:
        return False
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return "".join(sorted((short[start], long[start]))) not in _UMLAUTS
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return swapped and short[start + 2 :] == long[start + 2 :]


def slips_among(words: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of the words with the first of the known ones that it is a slip of."""
    index: dict[str, list[str]] = {}
    for word in known:
        if SLIP_IN <= len(word) <= LONGEST_NAME:
            for key in _keys(word):
                index.setdefault(key, []).append(word)
    for word in words:
        if SLIP_IN <= len(word) <= LONGEST_NAME:
            near = (k for key in _keys(word) for k in index.get(key, ()) if is_slip(word, k))
            if found := next(near, None):
                yield word, found


def _keys(word: str) -> Iterator[str]:
    """The word, and it with one letter left out: words that differ by one letter share one of them."""
    yield word
    yield from (word[:i] + word[i + 1 :] for i in range(1, len(word)))
