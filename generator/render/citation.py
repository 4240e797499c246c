"""Cited works to the short form of a footnote and the entry of the bibliography.

Short title form as in German administrative usage: "Herausgeber (Hrsg.) 2017, S. 24."
Several works of one author and year are told apart by letters (2017a, 2017b).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from generator.model.register import Quelle
from generator.render.blocks import Inline, Link, Run

NO_TITLE = "[Titel nicht angegeben]"
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
NBSP = "\u00a0"
_GERMAN = str.maketrans(
    {"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e", "è": "e", "á": "a", "à": "a", "ç": "c"}
)


def german_date(day: date) -> str:
    """5. September 2018, with a no-break space after the day."""
    return f"{day.day}.{NBSP}{MONTHS[day.month - 1]} {day.year}"


def sort_key(text: str) -> tuple[str, str]:
    """Order of German registers (DIN 5007, variant 1: ä like a), capitals without weight."""
    return text.casefold().translate(_GERMAN), text


def short_forms(works: Collection[Quelle]) -> dict[str, str]:
    """ID to "Urheber (Hrsg.) 2017"; without a year "o. J."."""
    ordered = bibliography_order(works)
    shared = Counter((work.urheber, work.jahr) for work in ordered)
    seen: Counter[tuple[str, str | None]] = Counter()
    forms: dict[str, str] = {}
    for work in ordered:
        key = (work.urheber, work.jahr)
        letter = ""
        if shared[key] > 1:
            letter = _letter(seen[key])
            seen[key] += 1
        forms.setdefault(work.id, f"{_author(work)} {_year(work, letter)}")
    return forms


def citations(works: Collection[Quelle]) -> dict[str, str]:
    """ID to what a footnote calls the work: the printed form of an adopted edition, if kept."""
    forms = short_forms(works)
    return forms | {work.id: work.wortlaut for work in works if work.wortlaut}


def full_citations(works: Collection[Quelle]) -> dict[str, str]:
    """ID to all that is known of a work, for footnotes of a document without a bibliography."""
    forms = short_forms(works)
    full = {work.id: _plain(entry(work, forms[work.id])) for work in works if work.titel}
    return citations(works) | full


def _plain(content: tuple[Inline, ...]) -> str:
    shown = "".join(part.text for part in content if isinstance(part, Run | Link))
    return shown.removesuffix(".")


def bibliography_order(works: Collection[Quelle]) -> list[Quelle]:
    """The works by author, year and title."""
    return sorted(
        works, key=lambda w: (sort_key(w.urheber), w.jahr or "~", sort_key(w.titel or ""), w.id)
    )


def entry(work: Quelle, short_form: str) -> tuple[Inline, ...]:
    """One entry of the bibliography, beginning with the short form that footnotes use."""
    parts: list[Inline] = [Run(f"{short_form}: ")]
    parts.append(Run(work.titel, italic=True) if work.titel else Run(NO_TITLE))
    if work.ort:
        parts.append(Run(f". {work.ort}"))
    if work.adresse:
        parts += [Run(". "), Link(work.adresse, work.adresse)]
    if work.abgerufen:
        parts.append(Run(f", abgerufen am {german_date(work.abgerufen)}"))
    return (*parts, Run("."))


def _author(work: Quelle) -> str:
    return f"{work.urheber} (Hrsg.)" if work.herausgeber else work.urheber


def _year(work: Quelle, letter: str) -> str:
    return f"{work.jahr}{letter}" if work.jahr else f"o.{NBSP}J.{letter}"


def _letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    first, last = divmod(index, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)
