"""Geprüft wird, ob im fertigen Dokument Zeichen einer Auszeichnung stehen, die nicht gewirkt hat und deshalb
wie Buchstaben gedruckt würde: Sternchen für fett und kursiv, ~~, ein Link, dessen Adresse nicht gelesen
wird, eine Fußnote anderer Programme, Unterstreichungen mit ====, ein # ohne Leerzeichen dahinter.

In Zielen, Empfehlungen, Titeln und Verzeichnissen wirkt keine Auszeichnung: Ihr Wortlaut wird so
gedruckt und beschlossen, wie er dasteht.

Beheben: Sternchen stehen unmittelbar vor dem ersten und hinter dem letzten Wort, außen mit Leerzeichen
oder Satzzeichen; der Doppelpunkt kommt hinter die Sternchen. In Zielen die Zeichen löschen. Ist das
Zeichen gewollt, kann die Warnung stehen bleiben oder in strategy.yaml mit Grund anerkannt werden.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.print_gap import PrintGap

CODE = "Z316"
SEVERITY = Severity.WARNING
TITLE = "Auszeichnung wird gedruckt"
AFTER = frozenset({"Z101"})

_ADVICE = (
    ("*", "Die Sternchen wirken hier nicht. Sie gehören unmittelbar vor und hinter die Wörter, außen mit Leerzeichen oder Satzzeichen; sonst löschen."),
    ("~~", "Durchgestrichenes gibt es hier nicht. Die Zeichen löschen."),
    ("](", "Der Link wird so nicht gelesen. Seine Adresse beginnt mit https:// oder mailto: und hat keine Leerzeichen (dafür %20)."),
    ("@", "Eine Fußnote hat die Form [@quelle, S. 24]; ein «vgl.» kommt in den Satz davor."),
    ("[", "Links dieser Form werden nicht gelesen: [Text](https://adresse) schreiben."),
    ("]", "Links dieser Form werden nicht gelesen: [Text](https://adresse) schreiben."),
    ("=", "Überschriften beginnen mit # und einem Leerzeichen; eine Linie darunter wird gedruckt. Sie löschen."),
    ("#", "Eine Überschrift braucht hinter # ein Leerzeichen und davor eine leere Zeile."),
    ("`", "Das Zeichen ` wirkt hier nicht. Es löschen."),
    ("<", "Hier stehen Zeichen eines Konflikts aus git. Eine der beiden Fassungen wählen und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen."),
    (">", "Hier stehen Zeichen eines Konflikts aus git. Eine der beiden Fassungen wählen und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen."),
)  # fmt: skip


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each line."""
    told: set[tuple[str, int]] = set()
    for gap in context.printout.gaps:
        if gap.kind != "markup":
            continue
        finding = context.at_gap(CODE, SEVERITY, gap, _said(gap))
        place = (finding.position.file, finding.position.line)
        if place not in told:
            told.add(place)
            yield finding


def _said(gap: PrintGap) -> str:
    if not gap.stelle:
        return f"«{gap.typed}» würde so gedruckt («{gap.printed}»); im Wortlaut wirkt keine Auszeichnung. Die Zeichen löschen."
    if set(gap.typed) == {"="} and len(gap.typed) == 7:
        advice = dict(_ADVICE)["<"]
    else:
        advice = next(said for sign, said in _ADVICE if sign in gap.typed)
    return f"Gedruckt würde «{gap.printed}». {advice}"
