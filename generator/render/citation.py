"""Cited works to the short form of a footnote and the entry of the bibliography.

Short title form as in German administrative usage: "Herausgeber (Hrsg.) 2017, S. 24."
Several works of one author and year are told apart by letters (2017a, 2017b); a work without an
author goes by its title, a page without one by its web address.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from generator.model.register import Quelle
from generator.render import short_citations
from generator.render.blocks import Inline, Link, Run
from generator.render.short_citations import NBSP, NO_TITLE, names
from generator.render.visitor import text_in

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
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
    """ID to "Urheber (Hrsg.) 2017", title or web address; no two alike."""
    return short_citations.short_forms(bibliography_order(works))


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
    shown = "".join(map(text_in, content))
    return shown.removesuffix(".")


def bibliography_order(works: Collection[Quelle]) -> list[Quelle]:
    """The works by author (else title, else domain), year and title."""
    return sorted(
        works,
        key=lambda w: (
            sort_key(w.urheber or names(w)[0]),
            w.jahr or "~",
            sort_key(w.titel or ""),
            w.id,
        ),
    )


def entry(work: Quelle, short_form: str) -> tuple[Inline, ...]:
    """One entry of the bibliography, beginning with the short form that footnotes use."""
    parts = [*_head(work, short_form)]
    if work.ort:
        parts.append(Run(f". {work.ort}"))
    if work.adresse:
        parts += [Run(". ")] if parts else []
        parts.append(Link(work.adresse, work.adresse))
    if work.abgerufen:
        parts.append(Run(f", abgerufen am {german_date(work.abgerufen)}"))
    return (*parts, Run("."))


def _head(work: Quelle, short_form: str) -> Iterator[Inline]:
    """Short form and title, each once; an address alone prints as itself where that says it all."""
    if work.titel and short_form.startswith(work.titel):
        yield Run(work.titel, italic=True)
        yield Run(short_form.removeprefix(work.titel))
    elif work.titel or work.urheber:
        yield Run(f"{short_form}: ")
        yield Run(work.titel, italic=True) if work.titel else Run(NO_TITLE)
    elif not work.adresse or short_form not in work.adresse:
        yield Run(short_form)
