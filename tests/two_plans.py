"""Two plans of one fictional county, a folder each, that refer to each other."""

from pathlib import Path

_HEAD = """format: 2
titel: {title}
koerperschaft: {{name: Landkreis Auental, art: landkreis, gremium: Kreistag, verwaltung: Landratsamt Auental}}
fassung: {{kennung: entwurf, bezeichnung: Entwurf, status: entwurf, stand: 2026-05-04}}
stufen:
  - {{schluessel: handlungsziele, name: Handlungsziel, mehrzahl: Handlungsziele, praefix: HZ}}
  - {{schluessel: vorhaben, name: Vorhaben, mehrzahl: Vorhaben, praefix: VO, traegt: [zustaendigkeit]}}
"""
_FAMILY = """handlungsfelder:
  - id: HF1
    titel: Beraten und begleiten
    handlungsziele:
      - id: HZ1
        text: Familien finden nah an ihrer Wohnung Rat.
        vorhaben:
          - id: VO1
            text: Das Landratsamt führt die Elternkurse weiter.
            zustaendig: [jugendamt, verein]
            verweise_auf: [{plan: armut, ziel: HZ1}]
      - {id: HZ3, text: Eltern und Kinder begegnen sich auch ohne Anlass.}
"""
_POVERTY = """handlungsfelder:
  - id: HF1
    titel: Teilhabe
    handlungsziele:
      - id: HZ1
        text: Kinder nehmen teil, auch wenn das Geld knapp ist.
        vorhaben:
          - id: VO1
            text: Im Bahnhof öffnet an zwei Nachmittagen ein Familiencafé.
            zustaendig: [jugendamt, verein]
            verweise_auf: [{plan: familienplan, ziel: HZ3}, {plan: familienplan, ziel: HZ1}]
          - id: VO2
            text: Ein Verleih gibt Spiele und Sportgeräte aus.
            zustaendig: [verein]
            verweise_auf: [{plan: familienplan, ziel: HZ3}]
          - {id: VO3, text: Anträge werden in einfacher Sprache erklärt., zustaendig: [jugendamt]}
"""
_BODIES = "akteure: [{id: jugendamt, name: Jugendamt, art: intern}, {id: verein, name: Verein Bahnhofstreff, art: extern}]\n"
_PLAN = "plaene: [{{id: {id}, titel: {title}, ordner: ../{folder}}}]\n"


def two_plans(folder: Path) -> tuple[Path, Path]:
    """The folders "teilhabe", whose Vorhaben serve goals of the other, and "familie", which serves one back."""
    plans = {
        "teilhabe": ("Teilhabe im Auental", _POVERTY, ("familienplan", "Familienplan", "familie")),
        "familie": ("Familienplan", _FAMILY, ("armut", "Teilhabe im Auental", "teilhabe")),
    }
    for name, (title, goals, (key, other, place)) in plans.items():
        (folder / name).mkdir()
        files = {
            "strategy.yaml": _HEAD.format(title=title),
            "goals.yaml": goals,
            "actors.yaml": _BODIES,
            "sources.yaml": _PLAN.format(id=key, title=other, folder=place),
        }
        for file, content in files.items():
            (folder / name / file).write_text(content, "utf-8")
    return folder / "teilhabe", folder / "familie"
