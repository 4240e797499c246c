"""Stellungnahmen of every kind, decided in every way, on the elements of the example county."""

from __future__ import annotations

from functools import cache

from generator.model.kinds import OPINIONS
from generator.model.stellungnahme import Runde
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.judges import ROOT

GIVEN = """\
runden:
  - runde: 1
    bezeichnung: Beteiligung der Ämter
    fassung: 2027-entwurf
    stellen: {Anna Amt: Sozialamt, zurueck/kasse.docx: Kämmerei}
    stellungnahmen:
      - {id: S001, datei: zurueck/kasse.docx, element: TZ09, art: umformuliert, alt: "Wer allein lebt, hat Menschen in der Nähe, auf die Verlass ist.",
         neu: "Wer allein lebt, hat Menschen in der Nähe.", entscheidung: abgelehnt, begruendung: "Auf den Verlass kommt es an."}
      - {id: S002, datei: zurueck/amt.docx, von: Anna Amt, datum: "2026-11-24T10:12:00Z", element: MA07, art: umformuliert,
         alt: "Der Rufbus fährt in alle Ortsteile.", neu: "Jeder Rufbus fährt in alle Ortsteile.", entscheidung: teilweise,
         fassung: "Der Rufbus fährt überall.", antwort: "Danke, so ist es klarer.", begruendung: "Es gibt nur einen."}
      - {id: S003, datei: zurueck/beirat.docx, von: Bert Beirat, datum: "2026-11-25T09:00:00Z", element: MA07, art: anmerkung, zu: Rufbus,
         text: "Wer zahlt das? ¶ Und wann?", entscheidung: uebernommen, antwort: "Die Verwaltung."}
      - {id: S004, datei: zurueck/beirat.docx, von: Carl Chef, element: MA07, art: anmerkung, text: "Das frage ich mich auch.", antwort_auf: S003, entscheidung: offen}
      - {id: S005, datei: zurueck/beirat.docx, von: Bert Beirat, bei: MA07, art: neu, neu: "Ein Nachtbus fährt.", entscheidung: offen}
      - {id: S006, datei: zurueck/alt.docx, von: Dora Dorf, element: MA09, art: entfallen, alt: "Freiwillige begleiten.", entscheidung: offen, zurueckgezogen: true}
      - {id: S007, datei: zurueck/egal.docx, element: lage, art: text, alt: "Es gibt viel <b>zu</b> tun.", neu: "Es gibt =viel zu tun.", entscheidung: uebernommen}
      - {id: S008, datei: zurueck/egal.docx, art: berechnet, alt: "12 Ziele", neu: "13 Ziele", entscheidung: offen, stelle: Beirat für Ältere}
  - runde: 2
    stellungnahmen:
      - {id: S009, datei: zurueck/zwei.docx, von: Anna Amt, element: EM04, art: anmerkung, text: "=SUMME(A1:A9)", entscheidung: offen}
"""


@cache
def rounds() -> tuple[Runde, ...]:
    """The same as records; the example county itself has none."""

    class WithOpinions(Folder):
        def names(self) -> list[str]:
            return [*super().names(), OPINIONS]

        def read(self, name: str) -> bytes | None:
            return GIVEN.encode() if name == OPINIONS else super().read(name)

    reading = read_strategy(WithOpinions(ROOT / "examples" / "auental"))
    assert reading.strategy is not None
    assert not reading.findings
    return reading.strategy.runden
