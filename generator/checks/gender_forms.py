"""The texts of a house to the forms in which they name women and men, each with its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.check_context import CheckContext
from generator.checks.uses import Use, is_own, word_uses

PAIRED = "paarform"
SIGNS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "stern": ("mit Stern", ("*in",), r"\\?\*in(?:nen)?"),
    "doppelpunkt": ("mit Doppelpunkt", (":in",), r":in(?:nen)?"),
    "unterstrich": ("mit Unterstrich", ("_in",), r"\\?_in(?:nen)?"),
    "binnen-i": ("mit großem I", ("Innen",), r"(?<=[a-zäöüß])Innen"),
    "schraegstrich": ("mit Schrägstrich", ("/in", "/-in"), r"/-?in(?:nen)?"),
    "klammer": ("mit Klammer", ("(in",), r"\((?:in|innen)\)"),
    "mittelpunkt": ("mit Mittelpunkt", ("·in",), r"·in(?:nen)?"),
}
"""Each form that inserts a sign: what it is called, what is part of it, and how a word ends in it."""
NAMES: Mapping[str, str] = {
    PAIRED: "als Paarform",
    **{key: name for key, (name, *_) in SIGNS.items()},
}
_STEM, _END = r"[^\W\d_][\w-]{2,}", r"(?![^\W_])"
_JOINT = r"(?:und|oder|bzw\.|beziehungsweise|sowie|/)"
_SHARED = 3
"""Letters with which both words of a pair begin."""
_REACH = 60
_PLAIN = str.maketrans("äöü", "aou")


def signs(context: CheckContext) -> dict[str, list[Use]]:
    """The forms with a sign that occur, with every place of each."""
    found: dict[str, list[Use]] = {}
    for key, (_, parts, ending) in SIGNS.items():
        if not any(part in context.vocabulary.words for part in parts):
            continue
        words = re.findall(rf"(?<![\w-]){_STEM}{ending}{_END}", context.vocabulary.words)
        places = [use for word in dict.fromkeys(words) for use in word_uses(context, word)]
        if own := [use for use in places if is_own(use.source)]:
            found[key] = own
    return found


def pairs(context: CheckContext) -> list[Use]:
    """Every place where both words stand: "Bürgerinnen und Bürger"."""
    text = context.corpus.text
    found = (_pair_at(text, match.end()) for match in re.finditer(r"innen\b", text))
    return [use for match in found if match for use in _as_use(context, match)]


def _pair_at(text: str, end: int) -> re.Match[str] | None:
    """The pair whose female word ends there, whichever of the two comes first."""
    start, first = end, max(0, end - _REACH)
    while start > first and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    stem = _begin(text[start:end])
    behind = re.compile(rf"\w+\s*{_JOINT}\s*(\w+)").match(text, start, end + _REACH)
    if behind and _begin(behind[1]) == stem and behind.start(1) > end:
        return behind
    before = list(
        re.compile(rf"(\w+)\s*{_JOINT}\s*\w+innen\b").finditer(text, max(0, start - _REACH), end)
    )
    fits = bool(before) and before[-1].end() == end and _begin(before[-1][1]) == stem
    return before[-1] if fits else None


def _begin(word: str) -> str:
    return word.lower().translate(_PLAIN)[:_SHARED]


def _as_use(context: CheckContext, match: re.Match[str]) -> Iterator[Use]:
    source, start = context.corpus.source_at(match.start())
    offset = match.start() - start
    if is_own(source) and context.plain.own(source).startswith(match[0], offset):
        yield Use(match[0], source, offset)
