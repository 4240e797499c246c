"""A council paper to what only people know of it and nobody has filled in yet, or not anew."""

from __future__ import annotations

from datetime import date

from generator.model.council import HEAD_FIELDS, Ratsvorlage, Vorlage

MISSING = "noch einzutragen"
OpenPoint = tuple[str, str, tuple[str | int, ...]]
"""Key of a field, what is missing in it, and the way to it in the file."""


def gaps(paper: Ratsvorlage) -> tuple[OpenPoint, ...]:
    """What only people know and nobody has filled in yet, in the order of the paper."""
    vorlage = paper.vorlage or Vorlage()
    checks = {check.schluessel: n for n, check in enumerate(paper.pruefungen)}
    found: list[OpenPoint] = []
    for key in vorlage.order:
        if (key in HEAD_FIELDS and key != "art" and not getattr(vorlage, key)) or (
            key in ("begruendung", "alternativen") and not getattr(vorlage, key)
        ):
            found.append((key, vorlage.called(key), ("vorlage", key)))
        elif key == "beratungsfolge":
            found += _stations(paper, vorlage)
        elif key == "finanzen":
            found += _money(paper, vorlage)
        elif key in checks and not paper.pruefungen[checks[key]].ergebnis:
            at = checks[key]
            found.append((key, paper.pruefungen[at].titel, ("pruefungen", at, "ergebnis")))
    return tuple(found)


def is_over(paper: Ratsvorlage, stand: date) -> bool:
    """Whether every Termin had passed at the Stand of the draft: then the paper is of an edition before it."""
    days = [station.termin for station in paper.beratungsfolge if station.termin]
    return bool(days) and max(days) <= stand


def _stations(paper: Ratsvorlage, vorlage: Vorlage) -> list[OpenPoint]:
    if not paper.beratungsfolge:
        return [("beratungsfolge", vorlage.called("beratungsfolge"), ("beratungsfolge",))]
    return [
        ("beratungsfolge", f"Termin ({one.gremium})", ("beratungsfolge", at, "termin"))
        for at, one in enumerate(paper.beratungsfolge)
        if one.termin is None
    ]


def _money(paper: Ratsvorlage, vorlage: Vorlage) -> list[OpenPoint]:
    """Whether it costs anything; where it does, how much, from where and in which year."""
    money = paper.finanzen
    if money is None or money.auswirkungen is None:
        return [("finanzen", vorlage.called("finanzen"), ("finanzen",))]
    if money.auswirkungen == "nein":
        return []
    needed = ("haushaltsjahr", "planung", "haushaltsstelle", "summe", "deckung", "folgekosten")
    return [
        ("finanzen", money.label(name), ("finanzen", name))
        for name in needed
        if getattr(money, name) is None and not (name == "haushaltsstelle" and money.produkt)
    ]
