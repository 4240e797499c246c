"""Geprüft wird, ob Anteile, die in einem Absatz, einer Aufzählung oder einer Tabelle stehen, zu derselben Gesamtzahl
gehören können: «4.608 Personen (10,4 %)» sind ein Teil von rund 44.300, «5.283 Personen (12,1 %)» einer von rund
43.700. Gerechnet wird mit dem Spielraum, den das Runden lässt.

Gemeldet wird nur, wenn die Gesamtzahlen um höchstens fünf Prozent auseinanderliegen; sonst gehören die Anteile
vermutlich zu Verschiedenem. Angaben mit «rund» oder «etwa» und Angaben aus verschiedenen Jahren zählen nicht.

Meist ist eine der Zahlen erneuert worden und die andere nicht, oder ein Anteil ist verrechnet.

Beheben: Zahlen und Anteile mit der Quelle vergleichen. In key_figures.yaml rechnet das Programm einen Anteil
nach («rechnung»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.checks.uses import Use, finding
from generator.finding import Finding, Severity
from generator.likeness import SAME_TOTAL

CODE = "Z341"
SEVERITY = Severity.HINT
TITLE = "Anteile passen nicht zu einer Gesamtzahl"

_WHOLE = r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d{2,})"
_SHARE = r"(?P<share>\d{1,2}(?:,\d+)?)\s?(?:%|Prozent)"
_PART_FIRST = rf"(?<![\d.,]){_WHOLE}(?:\s+[^\W\d]+){{0,4}}\s*(?:\(|=|,?\s*(?:das sind|das entspricht|entspricht|also)|\|)\s*(?:=\s*)?{_SHARE}"
_SHARE_FIRST = rf"(?<![\d.,]){_SHARE}\s*\(\s*{_WHOLE}(?:\s+[^\W\d]+){{0,3}}\s*\)"
_YEAR = r"(?<![\d.])(?:19|20)\d\d(?![\d.,])"
_LONGEST = 400
"""Signs to either side of a share among which its sentence ends."""
_MOST = 50
"""Shares before one with which it is compared."""
_ROUNDED = r"\b(?:rund|etwa|ca\.|circa|knapp|gut|fast|über)\s*$"


class _Share(Struct, frozen=True):
    """A number and its share, and between which totals the whole lies."""

    use: Use
    least: float
    most: float
    years: frozenset[str]

    @property
    def total(self) -> float:
        """In the middle of both."""
        return (self.least + self.most) / 2


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each paragraph, at the first share that does not fit one before it."""
    for prose in context.prose:
        if "%" not in prose.raw and "Prozent" not in prose.raw:
            continue
        start = prose.body_start
        for paragraph in prose.raw[start:].split("\n\n"):
            if paragraph.count("%") + paragraph.count("Prozent") > 1:
                yield from _in_paragraph(context, prose, start, paragraph)
            start += len(paragraph) + 2


def _in_paragraph(
    context: CheckContext, prose: Prose, start: int, paragraph: str
) -> Iterator[Finding]:
    found = sorted(_shares(context, prose, start, paragraph), key=lambda share: share.use.offset)
    for index, share in enumerate(found):
        for other in found[max(0, index - _MOST) : index]:
            if share.years == other.years and _contradict(share, other):
                yield _finding(context, share, other)
                return


def _shares(context: CheckContext, prose: Prose, start: int, paragraph: str) -> Iterator[_Share]:
    plain = context.plain.own(prose)[start : start + len(paragraph)]
    for pattern in (_PART_FIRST, _SHARE_FIRST):
        for match in re.finditer(pattern, plain):
            if re.fullmatch(_YEAR, match["whole"]) or re.search(
                _ROUNDED, plain[: match.start()][-12:]
            ):
                continue
            share = float(match["share"].replace(",", "."))
            step = 1 / (2 * 10 ** len(match["share"].partition(",")[2]))
            if share > step:
                part = int(match["whole"].replace(".", ""))
                line = plain[plain.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
                sentence = _sentence(plain, match) if "|" not in line else line
                yield _Share(
                    Use(match[0], prose, start + match.start()),
                    100 * part / (share + step),
                    100 * part / (share - step),
                    frozenset(re.findall(_YEAR, sentence)),
                )


def _sentence(text: str, match: re.Match[str]) -> str:
    first, last = max(0, match.start() - _LONGEST), match.end() + _LONGEST
    ends = re.compile(r"[.;!?](?:\s|$)")
    begin = max((m.end() for m in ends.finditer(text, first, match.start())), default=first)
    end = ends.search(text, match.end(), last)
    return text[begin : end.start() if end else last]


def _contradict(one: _Share, other: _Share) -> bool:
    """Whether no total fits both, though both speak of about the same."""
    apart = one.most < other.least or other.most < one.least
    return apart and max(one.total, other.total) / min(one.total, other.total) <= 1 + SAME_TOTAL


def _finding(context: CheckContext, share: _Share, other: _Share) -> Finding:
    message = (
        f"«{_shown(share)}» ist Teil von rund {_number(share.total)}, «{_shown(other)}» davor von rund "
        f"{_number(other.total)}. Gehören beide zu derselben Gesamtzahl, eine der Angaben berichtigen."
    )
    return finding(context, CODE, SEVERITY, share.use, message)


def _shown(share: _Share) -> str:
    words = " ".join(share.use.words.split())
    return f"{words})" if words.count("(") > words.count(")") else words


def _number(value: float) -> str:
    """Rounded to what can be told from a share: "44.300"."""
    digits = max(0, len(str(int(value))) - 3)
    return f"{round(value, -digits):,.0f}".replace(",", ".")
