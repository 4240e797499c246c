"""Strategies whose levels stand in every way in which they may, for tests of whatever follows from it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.strategy import Strategy
from tests.edit.editing import read

_HEAD = """
format: 2
titel: Zukunft Lindach
koerperschaft: {name: Stadt Lindach, art: stadt, gremium: Gemeinderat}
fassung: {kennung: "2", bezeichnung: Zweite Fassung, status: entwurf, stand: 2026-05-01}
teile: {uebrige: drucken}
stufen:
"""
_ZIEL = "- {schluessel: ziele, name: Ziel, mehrzahl: Ziele, praefix: ZI}"
_TEILZIEL = "- {schluessel: teilziele, name: Teilziel, mehrzahl: Teilziele, praefix: TZ}"
_MASSNAHME = (
    "- {schluessel: massnahmen, name: Maßnahme, mehrzahl: Maßnahmen, praefix: MA,"
    " traegt: [zustaendigkeit], unter: %s}"
)
_INDIKATOR = (
    "- {schluessel: indikatoren, name: Indikator, mehrzahl: Indikatoren, praefix: IN, unter: %s}"
)
_SCHRITT = "- {schluessel: schritte, name: Arbeitsschritt, mehrzahl: Arbeitsschritte, praefix: AS, unter: %s}"
_ACTORS = "akteure: [{id: bauamt, name: Bauamt, art: intern}, {id: verein, name: Sportverein, art: extern}]\n"

_SIDE_BY_SIDE = """
handlungsfelder:
  - id: HF1
    titel: Wohnen
    ziele:
      - {id: ZI01, text: Alle finden eine Wohnung.}
      - {id: ZI02, gruppe: Nachbarn, text: Nachbarn kennen sich.}
    massnahmen:
      - {id: MA01, text: Die Stadt sichert Bauland., zustaendig: [bauamt]}
      - {id: MA02, gruppe: Feste, text: Die Stadt fördert Hoffeste., zustaendig: [verein, bauamt]}
  - id: HF2
    titel: Sport
    massnahmen: [{id: MA03, text: Die Hallen öffnen in den Ferien., zustaendig: [verein]}]
"""
_BELOW_BOTH = """
handlungsfelder:
  - id: HF1
    titel: Wohnen
    massnahmen: [{id: MA01, text: Die Stadt sichert Bauland., zustaendig: [bauamt]}]
    ziele:
      - id: ZI01
        text: Alle finden eine Wohnung.
        massnahmen:
          - {id: MA02, text: Die Beratung öffnet am Abend., zustaendig: [verein]}
          - {id: MA03, text: Der Mietspiegel erscheint., zustaendig: [bauamt]}
      - {id: ZI02, text: Nachbarn kennen sich.}
uebergreifend:
  ziele: [{id: ZI03, text: Die Stadt berichtet., massnahmen: [{id: MA04, text: Ein Bericht erscheint., zustaendig: [bauamt]}]}]
"""
_TWO_LISTS = """
uebergreifend:
  ziele: [{id: ZI09, text: Niemand bleibt allein.}]
handlungsfelder:
  - id: HF1
    titel: Klima
    ziele:
      - id: ZI01
        text: Die Stadt ist klimaneutral.
        massnahmen:
          - {id: MA01, text: Schulen erhalten Solaranlagen., zustaendig: [bauamt]}
        indikatoren:
          - {id: IN01, text: Ausstoß je Kopf}
          - {id: IN02, text: Fläche der Solaranlagen}
      - {id: ZI02, text: Der Bach lebt., indikatoren: [{id: IN03, text: Güte des Wassers}]}
"""
_DEEP = """
handlungsfelder:
  - id: HF1
    titel: Klima
    indikatoren: [{id: IN01, text: Ausstoß je Kopf}]
    ziele:
      - id: ZI01
        text: Die Stadt ist klimaneutral.
        indikatoren: [{id: IN02, text: Verbrauch der Gebäude}]
        teilziele:
          - id: TZ01
            text: Gebäude sind gedämmt.
            massnahmen:
              - id: MA01
                text: Ein Programm fördert Dämmung.
                zustaendig: [bauamt]
                schritte: [{id: AS01, text: Die Richtlinie ist beschlossen.}, {id: AS02, text: Anträge sind möglich.}]
                indikatoren: [{id: IN03, text: Zahl der Anträge}]
            schritte: [{id: AS03, text: Ein Kataster liegt vor.}]
        massnahmen:
          - {id: MA02, text: Die Stadt kauft Ökostrom., zustaendig: [bauamt]}
  - {id: HF2, titel: Sport, ziele: [{id: ZI02, text: Alle bewegen sich.}]}
uebergreifend:
  indikatoren: [{id: IN04, text: Zufriedenheit}]
  ziele: [{id: ZI03, text: Die Stadt berichtet.}]
"""

FILES: Mapping[str, dict[str, bytes]] = {
    name: {
        "strategy.yaml": (_HEAD + "\n".join(f"  {line}" for line in levels) + "\n").encode(),
        "goals.yaml": goals.encode(),
        "actors.yaml": _ACTORS.encode(),
    }
    for name, levels, goals in (
        ("side by side", [_ZIEL, _MASSNAHME % "handlungsfeld"], _SIDE_BY_SIDE),
        ("below both, outside last", [_ZIEL, _MASSNAHME % "[handlungsfeld, ziele]"], _BELOW_BOTH),
        ("two lists below a goal", [_ZIEL, _MASSNAHME % "ziele", _INDIKATOR % "[ziele]"], _TWO_LISTS),
        (
            "everything at once",
            [
                _ZIEL,
                _TEILZIEL,
                _MASSNAHME % "[ziele, teilziele]",
                _SCHRITT % "[teilziele, massnahmen]",
                _INDIKATOR % "[massnahmen, ziele, handlungsfeld]",
            ],
            _DEEP,
        ),
    )
}  # fmt: skip
"""Name of a shape to the files of a strategy that has it."""


def shape(name: str) -> Strategy:
    """The strategy of a shape; its files are read without mistakes."""
    return read(FILES[name])
