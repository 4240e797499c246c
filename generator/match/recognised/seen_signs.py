"""Passages to the signs that stand in them: words, labels, codes, lists and columns, each with its places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from msgspec import Struct, field

from generator.match.recognised.numbered_places import counted_place
from generator.match.recognised.sign_words import (
    ASIDE,
    BODIES,
    CODE,
    HELPING,
    LEADING,
    NO_CODES,
    is_code,
    is_level,
    is_many,
    is_mention,
    is_sentence,
    label,
    labelled_by,
)
from generator.receive.foreign import Passage

_LEAST = 2
"""Times that a sign occurs at least: what stands once is no pattern."""
_FIELD_WORDS = {
    "stellen": re.compile(BODIES, re.IGNORECASE),
    "federfuehrung": re.compile(LEADING, re.IGNORECASE),
    "mitwirkung": re.compile(HELPING, re.IGNORECASE),
    "angaben": re.compile(ASIDE, re.IGNORECASE),
}
_FIELD = re.compile(r"\s*(?P<label>[A-ZÄÖÜ][\w/-]*(?:\s[\w/-]+){0,2}?)\s*(?::(?P<rest>.*)|$)")
_BARE_FIELD = re.compile(r"\s*(?P<label>[A-ZÄÖÜ][\w/-]*)(?P<rest>\s.*)")


class SeenSign(Struct):
    """What was counted of one sign: where, and in which form."""

    places: list[int] = field(default_factory=list)
    numbered: int = 0
    closed: int = 0
    in_rows: int = 0
    coded: int = 0
    coded_places: list[int] = field(default_factory=list)


Seen = dict[str, SeenSign]


def seen_signs(
    passages: Sequence[Passage],
) -> tuple[Seen, Mapping[str, tuple[str, ...]], Seen, Seen, Seen]:
    """Words, labels of what is said of goals, codes, lists and columns, each with their places."""
    words: Seen = defaultdict(SeenSign)
    codes: Seen = defaultdict(SeenSign)
    lists: Seen = defaultdict(SeenSign)
    columns: Seen = defaultdict(SeenSign)
    labels: Counter[tuple[str, str]] = Counter()
    table, heads = 0, list[str]()
    for at, passage in enumerate(passages):
        if passage.kind == "row" and passage.table != table:
            table, heads = passage.table, _heads(labels, passage)
            if heads:
                continue
        elif passage.kind == "row":
            for head, cell in zip(heads, passage.cells, strict=False):
                if head and any(line.text.strip() for line in cell):
                    columns[head].places.append(passage.number)
        elif passage.kind in ("heading", "text") and len(passage.lines) == 1:
            _list(lists, passages, at)
        for text, row in _starts(passage):
            _word(words, text, passage, row)
            _code(codes, text, passage)
            labels.update(_labels(text))
    for word in words.values():
        if word.coded * 2 > len(word.places):
            word.places = word.coded_places  # rows without a code explain the word
    return (
        {w: s for w, s in words.items() if len(s.places) >= _LEAST},
        _fields(labels),
        {c: s for c, s in codes.items() if _is_series(s)},
        {t: s for t, s in lists.items() if s.closed >= _LEAST},
        dict(columns),
    )


def _starts(passage: Passage) -> Iterator[tuple[str, bool]]:
    """The texts of a passage that may begin with a sign, and whether it is the first cell of a row."""
    if passage.cells:
        yield row_code(passage) or " ".join(line.text for line in passage.cells[0]).strip(), True
    else:
        for line in passage.lines:
            yield line.text, False


def _word(words: Seen, text: str, passage: Passage, row: bool) -> None:
    found = label(text) or (_coded_row(text, passage) if row else None)
    if found is None or (is_many(found["word"]) and not found["number"]):
        return
    rest, sign = found["rest"].strip(), (found["sign"] or "").strip()
    if is_mention(rest):
        return
    closed = sign not in ("", ".") or (
        bool(found["number"]) and (not rest or passage.kind == "heading")
    )
    if not closed and not row and (rest[:1].islower() or is_sentence(rest) or sign == "."):
        return
    if row and not (not rest or closed):
        return
    seen = words[found["word"]]
    seen.places.append(passage.number)
    seen.numbered += bool(found["number"])
    seen.closed += closed
    seen.in_rows += row
    if row and has_code(passage):
        seen.coded += 1
        seen.coded_places.append(passage.number)


_WORD_ALONE = labelled_by([r"[A-ZÄÖÜ][\w-]+"], escape=False)


def _coded_row(text: str, passage: Passage) -> re.Match[str] | None:
    """Whatever word stands alone before a code with letters and a wording calls a level."""
    found = _WORD_ALONE.fullmatch(text) if _WORD_ALONE and has_code(passage) else None
    cells = [cell for cell in passage.cells if any(line.text.strip() for line in cell)]
    return found if found and re.match(r"\s*[A-Za-zÄÖÜ]", cells[1][0].text) else None


def has_code(row: Passage) -> bool:
    """Whether a row holds a code of its own between its first cell and its wording."""
    cells = [cell for cell in row.cells if any(line.text.strip() for line in cell)]
    return len(cells) > 2 and is_code(cells[1][0].text)


def row_code(row: Passage) -> str:
    """The code that the first cell of a row ends with, and the cell behind it, on two lines; "" where there is none."""
    begin = row_start(row)
    return begin if begin[:1].isalpha() and is_code(begin.partition("\n")[0]) else ""


def row_start(row: Passage) -> str:
    """The last line of the first cell, a line end, and the cell behind it; "" where there are no two."""
    cells = [cell for cell in row.cells if any(line.text.strip() for line in cell)]
    if len(cells) < 2 or cells[0] is not row.cells[0]:
        return ""
    last = next(line.text.strip() for line in reversed(cells[0]) if line.text.strip())
    return f"{last}\n{' '.join(line.text.strip() for line in cells[1]).strip()}"


def _code(codes: Seen, text: str, passage: Passage) -> None:
    found = CODE.fullmatch(text)
    if found is None or found["prefix"] in NO_CODES:
        return
    if not (found["rest"][:1].isupper() or passage.cells):
        return
    seen = codes[found["prefix"]]
    place = counted_place("", found["code"]) if passage.cells else None
    if place is not None:
        seen.coded += seen.numbered and place.number == seen.numbered + 1
        seen.in_rows, seen.numbered = seen.in_rows + 1, place.last
    seen.places.append(passage.number)


def _is_series(seen: SeenSign) -> bool:
    """Whether codes stand often enough, and count on where they stand in rows: a table of values does not."""
    return len(seen.places) > _LEAST and seen.coded * 2 >= seen.in_rows - 1


def _labels(text: str) -> Iterator[tuple[str, str]]:
    """The label of what is said of a goal at the start of a line."""
    found = _FIELD.fullmatch(text)
    bare = None if found else _BARE_FIELD.fullmatch(text)
    for match in (found, bare):
        if match is not None:
            role = next((r for r, p in _FIELD_WORDS.items() if p.fullmatch(match["label"])), None)
            if role and not (match is bare and (is_sentence(match["rest"]) or role == "angaben")):
                yield role, match["label"]


def _fields(labels: Counter[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for (role, name), count in labels.items():
        if count >= _LEAST and name.lower() not in map(str.lower, found[role]):
            found[role].append(name)
    return {role: tuple(names) for role, names in found.items()}


def _heads(labels: Counter[tuple[str, str]], row: Passage) -> list[str]:
    """The heads of a table that tell goals and what is said of them, at least two; "" for others."""
    heads = [" ".join(line.text for line in cell).strip() for cell in row.cells]
    named = (
        [head if is_level(head) or is_many(head) else "" for head in heads if head]
        if all(heads)
        else []
    )
    said = [pair for head in heads for pair in _labels(f"{head}:")]
    if not any(named) or sum(map(bool, named)) + len(said) < 2:
        return []
    for pair in said:
        labels[pair] += _LEAST
    return named


def _list(lists: Seen, passages: Sequence[Passage], at: int) -> None:
    """A heading that only names many of a level, with the items below it."""
    text = " ".join(passages[at].lines[0].text.strip().rstrip(":").split())
    if not is_many(text):
        return
    items = takewhile(lambda passage: passage.kind == "item", islice(passages, at + 1, None))
    places = [item.number for item in items]
    if places:
        lists[text].places += places
        lists[text].closed += 1
