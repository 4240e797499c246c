"""Lines of a text to its pages, without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from generator.receive.foreign import AsideLine, ForeignLine

Keep = Callable[[str], bool]
"""Whether a line may be one of the strategy's own, however often it is repeated."""

_FEED = "\f"
_ONE_BLANK = re.compile(r" (?=\S)")
_NUMBER = re.compile(
    r"\s*(?:Seite\s+)?[-–|]?\s*(?P<number>\d{1,4})\s*[-–|]?(?:\s*(?:von|/)\s*\d{1,4})?\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*(?:(?P<before>\d{1,4})\s{3,})?(?P<text>\S.*?\S)(?:\s{3,}(?P<after>\d{1,4}))?\s*"
)
_FEW_LINES = 12
"""Lines that a page has at least, where a single blank is to tell that one begins."""
EDGE = 3
"""Lines from the edge of a page in which its running head stands."""
_PRINTED = 5
"""On one page in so many its number was found at least, where they are not those of a chart."""
_TOKEN = re.compile(r"\d{1,4}")


class PagedText(Struct, frozen=True):
    """Lines with their pages; ``starts`` are the indexes of lines that begin a page."""

    lines: tuple[ForeignLine, ...]
    starts: frozenset[int]
    asides: tuple[AsideLine, ...]


def paged(raw: Sequence[str], keep: Keep) -> PagedText:
    """The pages of a text: form feeds tell them, else the blank that a form feed became."""
    starts = _starts(raw)
    plain = [line.lstrip(_FEED).rstrip() for line in raw]
    numbers = dict(_page_numbers(plain, starts))
    fed = any(line.startswith(_FEED) for line in raw)
    if not fed:  # else the pages are known
        near = {start + step for start in starts for step in range(-EDGE, EDGE + 1)}
        starts = sorted({*starts, *(at for at in numbers if at not in near)})
    first = [0, *(start for start in starts if start)]
    pages = _printed(first, numbers, len(plain), bool(starts))
    if fed:  # other numbers are those of a chart
        numbers = {at: number for at, number in numbers.items() if number == pages[at]}
    edges = {at + step for at in (*first, len(plain)) for step in range(-EDGE - 2, EDGE + 2)}
    lines = [
        ForeignLine(_unnumbered(text, page, at in edges), at + 1, page)
        for at, (text, page) in enumerate(zip(plain, pages, strict=True))
    ]
    what = dict.fromkeys(numbers, "Seitenzahl")
    for at in _running_heads(plain, first, keep) if len(first) > 2 else ():
        what.setdefault(at, "Kopf- oder Fußzeile")
    kept = [line for at, line in enumerate(lines) if at not in what]
    index = {line.number: at for at, line in enumerate(kept)}
    begun = (_next_kept(start, what, index, len(plain)) for start in starts)
    asides = (AsideLine(lines[at], why) for at, why in sorted(what.items()))
    return PagedText(tuple(kept), frozenset(at for at in begun if at is not None), tuple(asides))


def _unnumbered(text: str, page: int | None, edge: bool) -> str:
    """A line without the number of its page, where the layout set that beside it."""
    if page is None or not edge:
        return text
    found = _BESIDE.fullmatch(text)
    if found is None or str(page) not in (found["before"], found["after"]):
        return text
    number = "before" if found["before"] == str(page) else "after"
    return found["text"] if not found["before" if number == "after" else "after"] else text


def _next_kept(start: int, gone: dict[int, str], index: dict[int, int], end: int) -> int | None:
    at = next((at for at in range(start, end) if at not in gone), None)
    return None if at is None else index[at + 1]


def _starts(raw: Sequence[str]) -> list[int]:
    """Indexes of the lines that begin a page."""
    fed = [at for at, line in enumerate(raw) if line.startswith(_FEED)]
    if fed:
        return fed
    blank = [at for at, line in enumerate(raw) if _ONE_BLANK.match(line)]
    gaps = [after - before for before, after in pairwise(blank)]
    return blank if gaps and median(gaps) >= _FEW_LINES else []


def _page_numbers(lines: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Lines that hold a number and nothing else, between blank lines or at the edge of a page."""
    edges = {*starts, *(start - 1 for start in starts)}
    found = {
        at: int(m["number"]) for at, line in enumerate(lines) if (m := _NUMBER.fullmatch(line))
    }
    rising = set(_rising(found))
    for at, number in found.items():
        before, after = _blank(lines, at, -1), _blank(lines, at, 1)
        if at in edges or (before and after and (before + after > 2 or at in rising)):
            yield at, number


def _rising(found: dict[int, int]) -> Iterator[int]:
    """Numbers that go on from the one before and into the one behind, as those of pages do."""
    places = list(found)
    for before, at, after in zip(places, places[1:], places[2:], strict=False):
        if found[before] + 1 == found[at] == found[after] - 1:
            yield from (before, at, after)


def _blank(lines: Sequence[str], at: int, step: int) -> int:
    """How many blank lines stand beside one, two at most; beside the first and last there are two."""
    beside = [lines[i] for i in (at + step, at + 2 * step) if 0 <= i < len(lines)]
    if len(beside) < 2:
        return 2
    return 0 if beside[0].strip() else 1 if beside[1].strip() else 2


def _printed(
    first: Sequence[int], numbers: dict[int, int], count: int, known: bool
) -> list[int | None]:
    """The page of each line: as counted, moved by what most printed numbers say, if enough say so."""
    if not known:
        return [None] * count
    pages = [0] * count
    for page, (start, end) in enumerate(zip(first, [*first[1:], count], strict=True), 1):
        pages[start:end] = [page] * (end - start)
    moved = Counter(number - pages[at] for at, number in numbers.items())
    often = moved.most_common(1)
    offset = often[0][0] if often and often[0][1] * _PRINTED >= len(first) else 0
    return [page + offset for page in pages]


def _running_heads(lines: Sequence[str], first: Sequence[int], keep: Keep) -> Iterator[int]:
    """Lines near the edges of pages that are the same on most, but for the number of the page."""
    keys: dict[tuple[str, int], list[int]] = {}
    for page, (start, end) in enumerate(zip(first, [*first[1:], len(lines)], strict=True)):
        there = [at for at in range(start, end) if lines[at].strip()]
        for at in dict.fromkeys([*there[:EDGE], *there[-EDGE:]]):
            if not keep(lines[at]):
                for key in _keys(" ".join(lines[at].split()), page):
                    keys.setdefault(key, []).append(at)
    for places in keys.values():
        if len(places) >= 3 and len(places) * 3 >= len(first):
            yield from places


def _keys(text: str, page: int) -> Iterator[tuple[str, int]]:
    yield text, -1
    for token in _TOKEN.finditer(text):
        yield f"{text[: token.start()]}#{text[token.end() :]}", int(token[0]) - page + 10_000
