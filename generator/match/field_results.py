"""Results of fields that a program has set anew, to what was printed there.

LibreOffice and Word count references and figures again: where a chapter is gone, "Punkt 4.5"
becomes "Punkt 4.4" or an error. That is nothing that a reviewer has done.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import count

from msgspec.structs import replace

from generator.match.normal_text import plain
from generator.receive.story import StoryParagraph
from generator.receive.views import ViewLine

_RESULT = "\ue000"
"""Stands for a result while words are compared; whoever typed it has typed another sign then."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_WORD = re.compile(rf"\s*{_NUMBER.pattern}|\s*\w+|\s*[^\w\s]")
_WORDS = re.compile(r"[^\W\d_]+")
SENTENCE = 4
"""Words from which on a result is no number with its label, but repeats a heading."""
_LETTER = re.compile(r"[^\W\d_]")


def printed_results(
    line: ViewLine, printed: str, said: Container[str] = frozenset()
) -> dict[int, str]:
    """Numbers of computed pieces to what stood there in ``printed``.

    Left out are those with no place in it, and those beside or in which somebody typed: a program
    sets into a field that repeats a sentence only what the file says elsewhere (``said``).
    """
    computed = [number for number, piece in line.pieces if piece.computed]
    if not computed or plain(line.text) == plain(printed):
        return {}
    text = "".join(_RESULT if p.computed else _without(p.text) for _, p in line.pieces)
    old, words = _WORD.findall(plain(_without(printed))), _WORD.findall(plain(text))
    results: list[str | None] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, words, autojunk=False).get_opcodes():
        if tag != "equal":
            results += _results("".join(old[i:i_end]).strip(), words[j:j_end])
    now = dict(line.pieces)
    found = zip(computed, results, strict=True)
    return {
        number: text
        for number, text in found
        if text is not None
        and not _is_typed_into(now[number].text, text)
        and not (plain(now[number].text) not in said and _is_rewritten(now[number].text, text))
        and not _is_no_number(now[number].text, text)
    }


def _is_typed_into(now: str, printed: str) -> bool:
    """Whether the printed result is there still, with words beside it that no program sets."""
    before, found, behind = plain(now).partition(printed)
    return bool(printed and found) and bool(_LETTER.search(before + behind))


def _is_rewritten(now: str, printed: str) -> bool:
    """Whether a printed result of several words stands there with other words among them."""
    words, others = _WORDS.findall(plain(now)), _WORDS.findall(plain(printed))
    common = Counter(words) & Counter(others)
    return len(others) >= SENTENCE and 2 * sum(common.values()) >= len(others)


def _is_no_number(now: str, printed: str) -> bool:
    """Whether a number stands there that was counted of nothing like it: of another text, then."""
    return bool(printed and _NUMBER.search(now)) and not _NUMBER.search(printed)


def _without(text: str) -> str:
    return text.replace(_RESULT, "\ufffd")


def _results(gone: str, come: Sequence[str]) -> Iterator[str | None]:
    """What of the printed words that are gone each result among those that came stands for.

    All of them where nothing was typed beside it; else a number, for a reviewer may have
    written over the words around it.
    """
    alone = all(_RESULT in word for word in come)
    parts = iter([gone] if alone or not _NUMBER.search(gone) else _NUMBER.findall(gone))
    for word in come:
        if _RESULT in word:
            yield next(parts, "") if gone else None


def reads(line: ViewLine, printed: str) -> str:
    """The text of a line with the results that were printed."""
    results = printed_results(line, printed)
    return "".join(results.get(number, piece.text) for number, piece in line.pieces)


def with_results(
    group: Sequence[StoryParagraph], results: Mapping[int, str]
) -> tuple[StoryParagraph, ...]:
    """The paragraphs with other texts of pieces, by their numbers in the group."""
    numbers = count()
    return tuple(
        replace(
            paragraph,
            pieces=tuple(
                replace(piece, text=results.get(number, piece.text))
                for piece, number in zip(paragraph.pieces, numbers, strict=False)
            ),
        )
        for paragraph in group
    )
