"""An edition to the words that its documents, covers and pages call it by."""

from __future__ import annotations

from generator.model.head import Fassung, Kopf
from generator.render.citation import german_date
from generator.render.names import NBSP


def mark(fassung: Fassung, faulty: bool) -> str:
    """The word on every page: "Entwurf" for a draft, "" for none."""
    if faulty:  # built in spite of errors
        return "Enthält Fehler"
    return "Entwurf" if fassung.status == "entwurf" else ""


def cover_fields(kopf: Kopf) -> dict[str, str]:
    """The placeholders of cover, header and footer of the house's template."""
    fassung = kopf.fassung
    return {
        "titel": kopf.titel,
        "untertitel": "",
        "kurztitel": kopf.kurztitel or kopf.titel,
        "koerperschaft": kopf.koerperschaft.name or "",
        "landkreis": kopf.koerperschaft.name or "",  # as templates of format 1 call it
        "gremium": kopf.koerperschaft.gremium,
        "verwaltung": kopf.koerperschaft.verwaltung,
        "fassung": fassung.bezeichnung,
        "kennung": fassung.kennung,
        "status": status(fassung),
        "stand": german_date(fassung.stand),
        "beschluss": "",  # part of the status
        "hinweis": " ".join(kopf.hinweise),
    }


def status(fassung: Fassung) -> str:
    """ "Entwurf, Stand 22. November 2026" or "Beschluss 314/18 vom 5. September 2018"."""
    if fassung.status == "entwurf":
        return f"Entwurf, Stand {german_date(fassung.stand)}"
    number = f"Beschluss{NBSP}{fassung.beschluss}" if fassung.beschluss else "Beschlossen"
    day = f" vom {german_date(fassung.beschlossen_am)}" if fassung.beschlossen_am else ""
    if not fassung.beschluss and fassung.beschlossen_am:
        day = f" am {german_date(fassung.beschlossen_am)}"
    return number + day
