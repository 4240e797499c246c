"""The levels of a profile to those of a strategy, as they really stand below each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.match.recognised.outline import Outline, OutlineNode
from generator.match.recognised.profile import ImportProfile
from generator.model.stufe import HANDLUNGSFELD, Stufe, default_levels
from generator.starting.wishes import levels

_MOSTLY = 2
"""One of so many goals names a body: then its level carries them."""


def levels_of(
    profile: ImportProfile, outline: Outline, former: Sequence[Stufe] = ()
) -> tuple[Stufe, ...]:
    """The levels that are used, with the keys that they had; without any, those of every strategy."""
    used = [sign for sign in profile.stufen if any(g.level == sign for g in outline.goals())]
    if not used:
        return default_levels()
    made = levels([f"{_plain(sign.stufe)}/{_plain(sign.mehrzahl)}" for sign in used])
    known = {stufe.name: stufe for stufe in former}
    made = tuple(_as_before(stufe, known.get(stufe.name)) for stufe in made)
    by_sign = {sign.stufe: stufe.schluessel for sign, stufe in zip(used, made, strict=True)}
    above = _above(outline, by_sign)
    carried = {sign.stufe: _carries(outline, sign.stufe) for sign in used}
    return tuple(
        stufe.model_copy(update=_settings(at, stufe, made, above, carried[sign.stufe]))
        for at, (sign, stufe) in enumerate(zip(used, made, strict=True))
    )


def _as_before(stufe: Stufe, known: Stufe | None) -> Stufe:
    if known is None:
        return stufe
    kept = {"schluessel": known.schluessel, "praefix": known.praefix, "mehrzahl": known.mehrzahl}
    return stufe.model_copy(update=kept)


def _plain(word: str) -> str:
    return " ".join(word.replace("/", " ").split())


def _settings(
    at: int, stufe: Stufe, made: tuple[Stufe, ...], above: Mapping[str, set[str]], carries: bool
) -> dict[str, Any]:
    usual = {made[at - 1].schluessel} if at else {HANDLUNGSFELD}
    found = above.get(stufe.schluessel, usual)
    order = [HANDLUNGSFELD, *(one.schluessel for one in made)]
    unter = None if found <= usual else tuple(key for key in order if key in found)
    last = at == len(made) - 1
    traegt = (*(("zustaendigkeit",) if carries else ()), *(("umsetzungsstand",) if last else ()))
    return {"unter": unter, "traegt": traegt}


def _above(outline: Outline, by_sign: Mapping[str, str]) -> dict[str, set[str]]:
    """What the goals of each level stand below."""
    found: dict[str, set[str]] = {}
    waiting: list[tuple[OutlineNode, str]] = [(node, HANDLUNGSFELD) for node in outline.outside]
    waiting += [(node, HANDLUNGSFELD) for field in outline.fields for node in field.children]
    while waiting:
        node, parent = waiting.pop()
        assert node.level is not None
        key = by_sign[node.level.stufe]
        found.setdefault(key, set()).add(parent)
        waiting += [(child, key) for child in node.children]
    return found


def _carries(outline: Outline, stufe: str) -> bool:
    goals = [g for g in outline.goals() if g.level and g.level.stufe == stufe]
    named = [g for g in goals if any(f.role != "angaben" for f in g.fields)]
    return len(named) * _MOSTLY > len(goals)
