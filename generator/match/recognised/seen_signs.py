"""Passages to the signs that stand in them: words, labels, codes, lists and columns, each with its places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.match.recognised.sign_words import (
    ASIDE,
    BODIES,
    CODE,
    HELPING,
    LEADING,
    NO_CODES,
    is_level,
    is_many,
    is_sentence,
    label,
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


@dataclass(slots=True)
class SeenSign:
    """What was counted of one sign: where, and in which form."""

    places: list[int] = field(default_factory=list)
    numbered: int = 0
    closed: int = 0
    in_rows: int = 0


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
    table = 0
    for at, passage in enumerate(passages):
        for text, row in _starts(passage):
            _word(words, text, passage, row)
            _code(codes, text, passage)
            labels.update(_labels(text, row))
        if passage.kind == "row" and passage.table != table:
            table = passage.table
            _heads(columns, labels, passage)
        if passage.kind in ("heading", "text") and len(passage.lines) == 1:
            behind = passages[at + 1] if at + 1 < len(passages) else None
            if behind is not None and behind.kind == "item" and is_many(passage.lines[0].text):
                text = " ".join(passage.lines[0].text.strip().rstrip(":").split())
                lists[text].places.append(passage.number)
    return (
        {w: s for w, s in words.items() if len(s.places) >= _LEAST},
        _fields(labels),
        {c: s for c, s in codes.items() if _is_series(s)},
        {t: s for t, s in lists.items() if len(s.places) >= _LEAST},
        dict(columns),
    )


def _starts(passage: Passage) -> Iterator[tuple[str, bool]]:
    """The texts of a passage that may begin with a sign, and whether it is the first cell of a row."""
    if passage.cells:
        yield " ".join(line.text for line in passage.cells[0]).strip(), True
    else:
        for line in passage.lines:
            yield line.text, False


def _word(words: Seen, text: str, passage: Passage, row: bool) -> None:
    found = label(text)
    if found is None:
        return
    rest, sign = found["rest"].strip(), (found["sign"] or "").strip()
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


def _code(codes: Seen, text: str, passage: Passage) -> None:
    found = CODE.fullmatch(text)
    if found is None or found["prefix"] in NO_CODES or not found["rest"][:1].isupper():
        return
    codes[found["prefix"]].places.append(passage.number)
    codes[found["prefix"]].numbered += 1


def _is_series(seen: SeenSign) -> bool:
    return len(seen.places) > _LEAST


def _labels(text: str, row: bool) -> Iterator[tuple[str, str]]:
    """The label of what is said of a goal at the start of a line."""
    found = _FIELD.fullmatch(text)
    bare = None if found else _BARE_FIELD.fullmatch(text)
    for match in (found, bare):
        if match is not None:
            role = next((r for r, p in _FIELD_WORDS.items() if p.fullmatch(match["label"])), None)
            if role and not (match is bare and (is_sentence(match["rest"]) or role == "angaben")):
                yield role, match["label"]
    _ = row


def _fields(labels: Counter[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for (role, name), count in labels.items():
        if count >= _LEAST and name.lower() not in map(str.lower, found[role]):
            found[role].append(name)
    return {role: tuple(names) for role, names in found.items()}


def _heads(columns: Seen, labels: Counter[tuple[str, str]], row: Passage) -> None:
    """The heads of a table that tell goals and what is said of them, at least two of them."""
    heads = [" ".join(line.text for line in cell).strip() for cell in row.cells]
    named = [head for head in heads if is_level(head) or is_many(head)] if heads else []
    said = [(head, pair) for head in heads for pair in _labels(f"{head}:", True)]
    if not named or len(named) + len(said) < 2 or len(heads) < 2:
        return
    for head in named:
        columns[head].places.append(row.number)
    for _, pair in said:
        labels[pair] += _LEAST
