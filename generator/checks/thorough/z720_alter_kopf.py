"""Geprüft wird, ob Titel, Bezeichnung und Texte der Fortschreibung noch die Vorgängerfassung meinen: dasselbe Jahr im
Titel, dieselbe Bezeichnung, der frühere Titel im Text, «diese Strategie 2018», «die vorliegende Fassung 2018».

Wer den alten Ordner fortschreibt, ändert die Ziele zuerst und den Kopf zuletzt. Auf dem Deckblatt, in der Kopfzeile
und im Vorwort steht dann das Jahr der Fassung, die abgelöst wird.

Sätze über die Vorgängerfassung («die Strategie von 2018», «der bisherige Titel») sind richtig und werden nicht
gemeldet.

Beheben: Titel, Kurztitel und Bezeichnung in strategy.yaml und die genannten Stellen erneuern. Ist die
Vorgängerfassung gemeint, kann der Hinweis stehen bleiben.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.uses import finding, uses
from generator.compare.comparison import Comparison
from generator.finding import Finding, Severity
from generator.model.head import Kopf
from generator.model.kinds import STRATEGY

CODE = "Z720"
SEVERITY = Severity.HINT
TITLE = "Kopf oder Text meint noch die Vorgängerfassung"
COMPARES = True

_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_RUNNING = rf"({_YEAR})\s*(?:[-–/]|bis)\s*({_YEAR})"
_ABOUT_BEFORE = (
    r"(?i)bisherig|früher|damalig|vorherig|vorgänger|vorig|abgelöst|fortgeschrieben|fortschreibung|erste[nrs]? fassung"
    r"|ursprünglich|seinerzeit|gegenüber|seit|beschlossen"
)
"""Words of a sentence that speaks of the former edition."""
_THIS = r"(?:[Vv]orliegende[nr]?|[Dd]ies(?:e[rs]?|em|en)|[Aa]ktuelle[nr]?|[Nn]eue[nr]?)"
_KIND = r"(?:[\w-]*(?:[sS]trategie|[kK]onzepts?|[pP]lans?|[bB]erichts?|[fF]assung|[fF]ortschreibung|[lL]eitbilds?|[pP]rogramms?))"
_LONG_ENOUGH = 12
"""Letters of a former title that is told from other words."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each field of the head and each place."""
    comparison = context.comparison
    if comparison is None or not context.judges_reasons:
        return
    yield from _in_head(context, comparison)
    yield from _former_titles(context, comparison)
    yield from _this_one(context, comparison)


def _in_head(context: CheckContext, comparison: Comparison) -> Iterator[Finding]:
    old, new = comparison.old.kopf, comparison.new.kopf
    name = old.fassung.kennung
    for field in ("titel", "kurztitel"):
        own = f"{name} {old.fassung.bezeichnung} {old.fassung.stand.year}"
        stale = _stale_years(f"{getattr(old, field)} {own}", own, getattr(new, field) or "", new)
        if stale:
            message = (
                f"Der {Kopf.label(field)} nennt noch {' und '.join(stale)} wie die Fassung {name}; der Stand ist "
                f"{new.fassung.stand.year}. Das Jahr erneuern."
            )
            yield context.at_head(CODE, Severity.WARNING, STRATEGY, message, field)
    if old.fassung.bezeichnung == new.fassung.bezeichnung:
        message = (
            f"Die Bezeichnung «{new.fassung.bezeichnung}» ist noch die der Fassung {name}; sie steht auf dem "
            "Deckblatt. Erneuern."
        )
        yield context.at_head(CODE, Severity.WARNING, STRATEGY, message, "fassung", "bezeichnung")


def _stale_years(old: str, own: str, new: str, head: Kopf) -> list[str]:
    """The years that both name and that have passed, where the new one tells of no other edition.

    Beside a year that is still to come only those of the former edition itself (``own``) are stale:
    "Konzept 2030 – Bericht 2015/2016". A span that still runs names no past year.
    """
    now = head.fassung.stand.year
    if re.search(_ABOUT_BEFORE, new):
        return []
    spans = [m.groups() for m in re.finditer(_RUNNING, new)]
    years = [
        y
        for y in dict.fromkeys(re.findall(_YEAR, new))
        if not any(y in s and int(s[1]) >= now for s in spans)
    ]
    passed = [year for year in years if int(year) < now]
    known = re.findall(_YEAR, old if passed == years else own)
    return [year for year in passed if year in known]


def _former_titles(context: CheckContext, comparison: Comparison) -> Iterator[Finding]:
    """The title of the former edition, where the new one has another."""
    old, new = comparison.old.kopf, comparison.new.kopf
    kept = f"{new.titel}\n{new.kurztitel}"
    for title in dict.fromkeys((old.titel, old.kurztitel)):
        if title and len(title) >= _LONG_ENOUGH and title not in kept:
            pattern = r"\s+".join(map(re.escape, title.split()))
            for use in uses(context, title.split()[0], rf"(?<!\w){pattern}(?!\w)", quoted=True):
                if not _about_before(context.plain.of(use.source), use.offset):
                    message = (
                        f"«{title}» ist der Titel der Fassung {old.fassung.kennung}; jetzt heißt sie "
                        f"«{new.titel}». Erneuern, wenn diese Fassung gemeint ist."
                    )
                    yield finding(context, CODE, SEVERITY, use, message)


def _this_one(context: CheckContext, comparison: Comparison) -> Iterator[Finding]:
    """What calls itself this strategy, with a year of the former one."""
    old, new = comparison.old.kopf, comparison.new.kopf
    told = f"{old.titel} {old.kurztitel} {old.fassung.kennung} {old.fassung.bezeichnung} {old.fassung.stand.year}"
    now = f"{new.titel} {new.kurztitel} {new.fassung.bezeichnung}"
    years = {year for year in re.findall(_YEAR, told) if int(year) < new.fassung.stand.year}
    for year in sorted(years.difference(re.findall(_YEAR, now))):
        pattern = (
            rf"{_THIS}\s+{_KIND}\s+(?:für\s+|der Jahre\s+)?(?:\d{{4}}\s*[-–/]\s*)?{year}(?!\d)"
        )
        for use in uses(context, year, pattern, around=True):
            message = (
                f"«{' '.join(use.words.split())}» nennt das Jahr der Fassung {old.fassung.kennung}; der Stand ist "
                f"{new.fassung.stand.year}. Erneuern, wenn diese Fassung gemeint ist."
            )
            yield finding(context, CODE, SEVERITY, use, message)


def _about_before(text: str, offset: int) -> bool:
    start = max(text.rfind(". ", 0, offset), text.rfind("\n\n", 0, offset)) + 1
    end = text.find(". ", offset)
    return bool(re.search(_ABOUT_BEFORE, text[start : end if end >= 0 else len(text)]))
