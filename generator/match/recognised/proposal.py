"""Passages to the profile that they suggest: by how often, in which order and how deep signs occur."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from generator.match.recognised.profile import AreaSign, ImportProfile, LevelSign
from generator.match.recognised.seen_signs import SeenSign, seen_signs
from generator.match.recognised.segments import heading_of
from generator.match.recognised.sign_words import (
    is_area,
    is_many,
    level_name,
    plural_of,
    singular_of,
)
from generator.receive.foreign import Passage

_MOSTLY = 5
"""One exception in so many is still the rule."""


class Proposal(Struct, frozen=True):
    """A profile, and German sentences on what it could not decide."""

    profile: ImportProfile
    open: tuple[str, ...] = ()


def proposal(passages: Sequence[Passage]) -> Proposal:
    """What the signs of a source suggest; what is open is said and not guessed."""
    words, fields, codes, lists, columns = seen_signs(passages)
    areas = {
        word: seen for word, seen in words.items() if is_area(word) and seen.numbered + seen.closed
    }
    levels = {w: s for w, s in words.items() if not is_area(w)}
    requests = {w: s for w, s in levels.items() if w.lower().endswith("empfehlung")}
    candidates = [(_word_sign(w, s), s) for w, s in levels.items()]
    candidates += _code_signs(codes)
    candidates += [(_list_sign(t), s) for t, s in lists.items() if not _said_elsewhere(t, levels)]
    candidates += [(_column_sign(t), s) for t, s in columns.items()]
    candidates.sort(key=lambda one: one[1].places[0])
    found = [sign for sign, _ in candidates]
    request = None
    if requests and len(found) > len(requests):
        request = max(
            (s for s in found if s.wort in requests), key=lambda s: len(levels[str(s.wort)].places)
        )
        found = [s for s in found if s.wort not in requests]
    seen = {sign.stufe: one for sign, one in candidates}
    ordered = _ordered(found, seen)
    top = ordered[0] if ordered else request
    area = _area(areas, passages, seen[top.stufe].places if top else [])
    ordered = list(_placed(ordered, seen, area, passages))
    profile = ImportProfile(
        handlungsfelder=area,
        stufen=tuple(ordered[:5]),
        empfehlungen=request,
        texte=_side(ordered),
        **fields,
    )
    return Proposal(profile, tuple(_open(ordered, profile)))


def _open(ordered: Sequence[LevelSign], profile: ImportProfile) -> Iterator[str]:
    if not profile.signs:
        yield "Es ist kein Zeichen erkannt, an dem Ziele zu erkennen wären; bitte in profil.yaml unter «stufen» eintragen."
    if len(ordered) > 5:
        names = ", ".join(sign.stufe for sign in ordered)
        yield f"Es sind mehr als fünf mögliche Stufen gefunden ({names}); übernommen sind die ersten fünf."


def _word_sign(word: str, seen: SeenSign) -> LevelSign:
    count = len(seen.places)
    numbered = seen.numbered * _MOSTLY >= count * (_MOSTLY - 1)
    art = "zeile" if seen.in_rows * 2 > count else "nummer" if numbered else "wort"
    closed = seen.closed * _MOSTLY >= count * (_MOSTLY - 1)
    one = singular_of(word) if is_many(word) else word
    return LevelSign(
        stufe=one,
        mehrzahl=plural_of(one),
        art=art,
        wort=word,
        doppelpunkt=closed and art == "wort",
        mit_kuerzel=art == "zeile" and seen.coded * 2 > seen.in_rows,
    )


def _code_signs(codes: Mapping[str, SeenSign]) -> list[tuple[LevelSign, SeenSign]]:
    """Codes with whatever letters are one level: what parts "M01" from "N01" is no depth."""
    if not codes:
        return []
    together = SeenSign(sorted(place for seen in codes.values() for place in seen.places))
    letters = ", ".join(codes)
    return [
        (LevelSign(stufe="Maßnahme", mehrzahl="Maßnahmen", art="kuerzel", wort=letters), together)
    ]


def _list_sign(text: str) -> LevelSign:
    return LevelSign(stufe=singular_of(text), mehrzahl=text, art="liste", wort=text)


def _column_sign(text: str) -> LevelSign:
    one = level_name(text)
    return LevelSign(stufe=one, mehrzahl=plural_of(one), art="spalte", wort=text)


def _said_elsewhere(text: str, levels: Mapping[str, SeenSign]) -> bool:
    return singular_of(text) in levels


def _ordered(found: Sequence[LevelSign], seen: Mapping[str, SeenSign]) -> list[LevelSign]:
    """From the top: what comes first and less often stands above; beside it, what never follows one by one."""
    ordered: list[LevelSign] = []
    for sign in dict.fromkeys(found):
        if sign.stufe in {one.stufe for one in ordered}:
            continue
        if ordered and _beside(seen[ordered[-1].stufe].places, seen[sign.stufe].places):
            sign = sign.model_copy(update={"neben": True})
        ordered.append(sign)
    return ordered


def _beside(upper: Sequence[int], lower: Sequence[int]) -> bool:
    """Whether goals of the upper level come in runs before those of the lower: neither stands below."""
    runs: list[int] = []
    below = sorted([*((place, 0) for place in upper), *((place, 1) for place in lower)])
    kinds = [kind for _, kind in below]
    length = 0
    for kind, following in zip(kinds, [*kinds[1:], 0], strict=True):
        if kind == 0:
            length += 1
            if following == 1:
                runs.append(length)
                length = 0
    return len(runs) > 0 and sum(length > 1 for length in runs) * 2 > len(runs)


def _area(
    areas: Mapping[str, SeenSign], passages: Sequence[Passage], goals: Sequence[int]
) -> AreaSign:
    """What Handlungsfelder are known by: a word, else the headings that part the first goals."""
    if areas:
        word = max(areas, key=lambda name: len(areas[name].places))
        return AreaSign(art="wort", wort=word)
    above: dict[int, int] = {}
    parts: dict[int, set[int]] = defaultdict(set)
    inside: Counter[int] = Counter()
    wanted = set(goals)
    for passage, depth in with_depths(passages):
        if depth and not is_many(passage.lines[0].text):
            above = {d: p for d, p in above.items() if d < depth} | {depth: passage.number}
        if passage.number in wanted:
            for deep, place in above.items():
                parts[deep].add(place)
                inside[deep] += 1
    for deep in sorted(parts):
        if len(parts[deep]) > 1 and inside[deep] * 2 > len(wanted):
            return AreaSign(art="ueberschrift", tiefe=deep)
    return AreaSign()


def with_depths(passages: Sequence[Passage]) -> Iterator[tuple[Passage, int]]:
    """Each passage with its depth where it is a heading, 0 else."""
    guess = not any(passage.kind == "heading" for passage in passages)
    for at, passage in enumerate(passages):
        if passage.kind == "heading":
            yield passage, passage.level or 1
        else:
            behind = passages[at + 1] if at + 1 < len(passages) else None
            head = heading_of(passage, behind) if guess and passage.kind == "text" else None
            yield passage, head.depth if head else 0


def _placed(
    ordered: Sequence[LevelSign],
    seen: Mapping[str, SeenSign],
    area: AreaSign,
    passages: Sequence[Passage],
) -> Iterator[LevelSign]:
    """A level beside others stands below the one that it ends: what goes on behind it tells which."""
    bounds = sorted(
        p.number for p, depth in with_depths(passages) if depth and depth <= (area.tiefe or 1)
    )
    events = sorted(
        (place, rank) for rank, s in enumerate(ordered) for place in seen[s.stufe].places
    )
    for rank, sign in enumerate(ordered):
        behind: Counter[int] = Counter()
        for (place, own), (following, other) in pairwise(events):
            if own == rank != other and sign.neben:
                apart = any(place < bound <= following for bound in bounds)
                behind[-1 if apart else other] += 1
        nearest = behind.most_common(1)[0][0] if behind else -1
        if sign.neben and 0 <= nearest < rank - 1:
            sign = sign.model_copy(update={"neben": False, "unter": ordered[nearest].stufe})
        yield sign


def _side(ordered: Sequence[LevelSign]) -> Literal["vor", "nach"]:
    """Prose stands before goals that are labelled statements, behind those that are headings."""
    headings = ("nummer", "kuerzel", "ueberschrift")
    return "nach" if not ordered or ordered[-1].art in headings else "vor"
