"""Geprüft wird, ob ein Text in Klammern ein Werk anführt, das nicht in sources.yaml steht: «(Zelt, 2020)»,
«(vgl. Zelt 2020, S. 5)», «(Zelt & Amt 2020)», «(Zelt et al. 2020)». Als Werk zählt, was wie ein Name mit Jahr
aussieht; «(Stand 2020)», «(Haushalt 2024)» und «(März 2020)» sind keines.

Wer nachschlägt, findet im Quellenverzeichnis nichts. Meist kam der Absatz aus einem anderen Text, und die Liste
der Quellen blieb dort.

Beheben: das Werk in sources.yaml eintragen und im Text mit [@Kennung, S. 5] anführen; das Programm druckt Fußnote
und Verzeichnis. Ist kein Werk gemeint, kann der Hinweis stehen bleiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose
from generator.checks.uses import Use, finding
from generator.finding import Finding, Severity
from generator.model.koerperschaft import key_of

CODE = "Z339"
SEVERITY = Severity.HINT
TITLE = "Quelle im Text ohne Eintrag"

_BRACKETS = r"\(([^()]{4,160}?(?:19|20)\d\d[^()]{0,60})\)"
_LEAD = r"(?:(?:vgl|s|siehe|ebd|zit|zitiert|nach|auch|dazu|hierzu|so|u\. ?a)\b\.?:?\s*)*"
_NAME = r"[A-ZÄÖÜ][\w’'-]*\w"
_CITED = (
    rf"\s*(?P<lead>{_LEAD})(?P<name>{_NAME}(?:(?:\s*[,&/]\s*|\s+und\s+|\s+)(?:{_NAME}|von|de|van))*)"
    r"(?P<more>\s+(?:et al\.?|u\. ?a\.))?(?P<comma>,|\s*\(?Hrsg\.?\)?,?)?\s+(?P<year>(?:19|20)\d\d)[a-z]?"
    r"(?P<page>\s*[,:]\s*(?:S\.|Seiten?|Kap|Abb|Tab|Bd)[^;]*|:\s*\d+[^;]*)?\s*"
)
_NO_WORK = (
    r"(?i)(?:\b(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling"
    r"|sommer|herbst|winter|stand|ende|anfang|mitte|beginn|start|seit|agenda|ziel|quartal|sgb|drucksache|beschluss)"
    r"|(?:gesetz|gesetzbuch|plan|konzept|haushalt|programm|strategie|stichtag|jahr|semester|fassung|phase|konferenz"
    r"|wahl|wahlen|krise|pandemie|zensus|reform|verordnung|befragung|umfrage|erhebung|ordnung|richtlinie|projekt"
    r"|förderung|zeitraum|preis|tag|woche|forum|werkstatt|workshop))$"
)
"""Last words of what has a year and is no work of an author."""
_LAWS = frozenset(
    [
        "AGG",
        "AO",
        "ASR",
        "BGB",
        "BTHG",
        "EEG",
        "EWG",
        "GEG",
        "GG",
        "GRG",
        "KAG",
        "KHG",
        "KWKG",
        "LHO",
        "OZG",
        "SGB",
        "StVO",
        "TKG",
        "TVG",
        "UVPG",
        "VOB",
        "VOL",
        "WHG",
    ]
)
"""Laws in capitals; those that have small letters (BauGB, EnEV) are known by them."""
_FEW = 4
"""Words that a name has at most."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each work, at its first place."""
    judged: dict[tuple[str, str], bool] = {}
    for use, part in _cited(context):
        key = part["name"], part["year"]
        if key not in judged:
            judged[key] = _is_work(context, part) and not _entered(context, part)
            if judged[key]:
                yield finding(context, CODE, SEVERITY, use, _message(context, part))


def _cited(context: CheckContext) -> Iterator[tuple[Use, re.Match[str]]]:
    """Every name with a year that stands in brackets, where nothing else does."""
    for match in re.finditer(_BRACKETS, context.corpus.text):
        parts = [re.fullmatch(_CITED, part) for part in match[1].split(";")]
        if not all(parts):
            continue
        source, start = context.corpus.source_at(match.start())
        use = Use(match[0], source, match.start() - start)
        if isinstance(source, Prose) and context.plain.own(source).startswith(match[0], use.offset):
            yield from ((use, part) for part in parts if part)


def _is_work(context: CheckContext, part: re.Match[str]) -> bool:
    """Whether a name with a year is a work, by its form or because the name stands nowhere else."""
    name = part["name"]
    words = re.split(r"[\s,&/]+", name)
    if len(words) > _FEW + (name.count("&") + name.count(",")) or re.search(_NO_WORK, words[-1]):
        return False
    if part["lead"] or part["more"] or part["page"] or "&" in name or "/" in name:
        return True
    if re.search(r"[a-zäöüß][A-ZÄÖÜ]", name) or name in _LAWS:  # an abbreviation, as of a law
        return False
    return bool(part["comma"] or len(words) == 1) and not _elsewhere(context, words[-1])


def _elsewhere(context: CheckContext, word: str) -> bool:
    """Whether a word stands anywhere but before a year."""
    named = rf"(?<![\w-]){re.escape(word)}(?![\w-])(?!\W{{1,3}}(?:19|20)\d\d|\s+et al|\s+&)"
    return next(context.corpus.beginning(word, re.compile(named)), None) is not None


def _entered(context: CheckContext, part: re.Match[str]) -> bool:
    """Whether sources.yaml has a work of that author and year."""
    first = re.split(r"[\s,&/]+", part["name"])[0]
    return any(
        first in f"{source.urheber} {source.wortlaut} {source.titel}"
        and source.jahr in (None, part["year"])
        for source in context.strategy.quellen
    )


def _message(context: CheckContext, part: re.Match[str]) -> str:
    first = re.split(r"[\s,&/]+", part["name"])[0]
    years = [
        s.jahr for s in context.strategy.quellen if s.jahr and first in f"{s.urheber} {s.wortlaut}"
    ]
    known = f" (dort hat {first} das Jahr {', '.join(years)})" if years else ""
    identity = f"{key_of(first)}{part['year']}"
    return (
        f"«{' '.join(part[0].split())}» führt ein Werk an, das nicht in sources.yaml steht{known}. Dort eintragen "
        f"und im Text mit [@⟨Kennung⟩] anführen, etwa [@{identity}]."
    )
