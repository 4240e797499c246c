"""Geprüft wird, ob zwei Überschriften oder Namen sich nur in einem Buchstaben unterscheiden: «Herausfoderungen» und
«Herausforderungen». Gemeint sind Überschriften in Texten, Titel von Kapiteln, Handlungsfeldern, Zielen, Themen und
Abbildungen, Zwischenüberschriften und Bezeichnungen von Kennzahlen. Namen von Akteuren prüft Z205.

Endungen («Maßnahme», «Maßnahmen»), Umlaute der Mehrzahl und kurze Wörter zählen nicht, auch nicht zwei Wörter, die
beide auch im Text stehen.

Überschriften stehen im Inhaltsverzeichnis untereinander; ein Tippfehler fällt dort zuerst auf.

Beheben: die richtige Form an beiden Stellen schreiben. Ist beides gemeint, kann der Hinweis stehen bleiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.checks.slips import is_slip, slips_among
from generator.checks.uses import Use, finding, listed, word_uses
from generator.finding import Finding, Severity
from generator.model.markdown_heading import markdown_headings

CODE = "Z332"
SEVERITY = Severity.HINT
TITLE = "Fast gleich benannt"

_FIELDS = frozenset({"titel", "gruppe", "bezeichnung"})
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 20
"""Words of a name at most: more are a sentence."""
_SERIES = 3
"""Names alike but for one word from which on they are a series: "Schule Adorf", "Schule Bdorf"."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each pair of words, at the name whose word is rarer."""
    names = _names(context)
    told: set[frozenset[str]] = set()
    for one, other in _pairs(names):
        words = _WORD.findall(one), _WORD.findall(other)
        slip = next(pair for pair in zip(*words, strict=True) if pair[0] != pair[1])
        if frozenset(slip) in told:
            continue
        told.add(frozenset(slip))
        rare, usual = sorted(slip, key=lambda word: _number(context, word))
        if not (_in_text(context, names, rare) and _in_text(context, names, usual)):
            name = one if rare in one else other
            use = names[name][0]
            right = names[other if name == one else one]
            message = (
                f"«{use.words}» unterscheidet sich nur in einem Buchstaben von «{right[0].words}» "
                f"({listed(context, right).partition('(')[2].removesuffix(')')}). «{rare}» oder «{usual}» berichtigen."
            )
            yield finding(context, CODE, SEVERITY, use, message)


def _names(context: CheckContext) -> dict[str, list[Use]]:
    """Every heading and name, to its places."""
    names: dict[str, list[Use]] = {}
    for prose in context.prose:
        if "#" in prose.raw:
            for found in markdown_headings(prose.raw, prose.body_start):
                names.setdefault(found.text, []).append(Use(found.text, prose, found.at))
    for label in context.labels:
        if label.path[-1] in _FIELDS and not label.foreign:
            names.setdefault(label.text, []).append(Use(label.text, label, 0))
    return names


def _pairs(names: dict[str, list[Use]]) -> Iterator[tuple[str, str]]:
    """Names that are alike but for a slip in one word."""
    single: dict[str, str] = {}
    alike: dict[tuple[str, ...], dict[str, str]] = {}
    for name in names:
        words = _WORD.findall(name)
        if len(words) > _LONGEST:
            continue
        if len(words) == 1:
            single.setdefault(words[0], name)
            continue
        rest = _WORD.sub("", name)  # numbers and signs must be the same
        for i, word in enumerate(words):
            alike.setdefault((rest, *words[:i], "", *words[i + 1 :]), {}).setdefault(word, name)
    for word, other in slips_among(single, single):
        yield single[word], single[other]
    for there in alike.values():
        if 1 < len(there) <= _SERIES:
            yield from ((there[a], there[b]) for a, b in combinations(there, 2) if is_slip(a, b))


def _number(context: CheckContext, word: str) -> int:
    return sum(1 for _ in word_uses(context, word))


def _in_text(context: CheckContext, names: dict[str, list[Use]], word: str) -> bool:
    """Whether a word stands in running text, not only in headings."""
    headings = {
        (id(u.source), u.offset) for name, used in names.items() if word in name for u in used
    }
    for use in word_uses(context, word):
        if isinstance(use.source, Prose):
            line = use.source.raw[use.source.raw.rfind("\n", 0, use.offset) + 1 : use.offset]
            if not line.startswith("#") and (id(use.source), use.offset) not in headings:
                return True
    return False
