"""The handbook's chapter on reports and the council paper, walked step by step with the example county."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document

from generator.cli import main
from tests.judges import ROOT, program
from tests.render.formats.docx_checks import faults

ADOPTED = ROOT / "examples" / "auental" / "editions" / "2023"
STRATEGY = Path("strategy")
PROGRESS, COUNCIL = STRATEGY / "progress.yaml", STRATEGY / "council.yaml"
FIRST = """# Was im Auental aus den Arbeitsschritten wurde; alles ist erfunden.
zeitraeume:
- {kennung: "2023", stichtag: 2023-12-31}
berichte:
# 2023
- {id: AS01, zeitraum: "2023", stand: begonnen, stelle: wohnberatung, datum: 2023-11-12, text: Vier von neun Gemeinden haben einen Raum benannt.}
- {id: AS03, zeitraum: "2023", stand: abgeschlossen, stelle: wohnberatung, datum: 2023-11-12, beleg: Leihvertrag vom 4. März 2023}
- {id: AS10, zeitraum: "2023", stand: fortgeschritten, stelle: verkehr, datum: 2023-12-05, frage: Wer zahlt die Auswertung?}
- {id: AS18, zeitraum: "2023", stand: daueraufgabe, stelle: landratsamt, datum: 2023-12-01}
angaben:
- {id: AS10, frist: 2024-08-31, kosten: 86.000 Euro, finanzierung: [{foerdergeber: Land, betrag: 60.000 Euro, bis: 2025-12-31}]}
werte:
- {id: MA07, groesse: Fahrgäste im Rufbus, start: "8.200", ziel: "12.000", gemessen: [{wert: "8.650", stichtag: 2023-12-31, herkunft: Zählung der AVG}]}
versand:
- {id: EM02, an: land, datum: 2023-09-08, antwort: Im Haushalt sind keine Mittel vorgesehen., antwort_am: 2023-11-17}
"""
SECOND = """# 2024
- {id: AS01, zeitraum: "2024", stand: abgeschlossen, stelle: wohnberatung, datum: 2024-11-11, beleg: "Liste der Räume, Oktober 2024"}
- {id: AS10, zeitraum: "2024", stand: begonnen, stelle: verkehr, datum: 2024-12-04, hindernis: Die Förderung ist noch nicht bewilligt.}
"""
REASONS = """aenderungen:
- {id: WZ02, art: umformuliert, einstufung: inhaltlich, begruendung: "Auch wer pflegt, braucht Hilfe."}
- {id: MA02, art: entfallen, einstufung: inhaltlich, begruendung: Die Ausstellung wurde kaum besucht.}
- {id: AS03, art: entfallen, einstufung: inhaltlich, begruendung: Der Arbeitsschritt ist getan.}
- {id: AS10, art: umformuliert, einstufung: inhaltlich, begruendung: Die Erprobung braucht länger.}
"""
PAPER = """vorlage:
  nummer: "118/2025"
  einreicher: Landrat
  federfuehrung: Seniorenbüro
  aktenzeichen: "50.3-12/26"
  begruendung: ["Zweimal wurde berichtet; was zu ändern war, ist eingegangen."]
  alternativen: [Die Fassung von 2023 gilt weiter.]
beratungsfolge:
- {gremium: Kreisausschuss, termin: 2025-12-08, oeffentlich: false, zustaendigkeit: Vorberatung}
- {gremium: Kreistag, termin: 2025-12-16, top: "7", zustaendigkeit: Entscheidung}
finanzen: {auswirkungen: nein}
"""


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the county was about to adopt in 2023, before there was any edition."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ADOPTED, STRATEGY, ignore=shutil.ignore_patterns("manifest.json"))
    change("strategy.yaml", "status: beschlossen", "status: entwurf")
    change("strategy.yaml", "  beschluss: KT-2023/017\n  beschlossen_am: 2023-06-14\n", "")


def change(name: str, old: str, new: str) -> None:
    """What the coordinator types."""
    text = (STRATEGY / name).read_text("utf-8")
    assert old in text
    (STRATEGY / name).write_text(text.replace(old, new, 1), "utf-8")


def run(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    capsys.readouterr()
    found = main(list(words))
    out = " ".join(capsys.readouterr().out.split())
    assert found == code, out
    return out


def built(capsys: pytest.CaptureFixture[str], *words: str) -> None:
    """Everything; what Word opens is clean for all judges."""
    run(capsys, "build", "--pages", "off", *words)
    for paper in sorted(Path("output").glob("*.docx")):
        assert faults(paper.read_bytes()) == [], paper
    for name in ("umsetzungsstand", "beschlussvorlage"):
        for path in Path("output").glob(f"{name}.docx"):
            judge = [program("ooxml-validator"), str(path)]
            report = subprocess.run(judge, capture_output=True, check=False)
            assert json.loads(report.stdout)["errors"] == []
            judge = [program("ooxml-integrity"), "check", "--fail-on", "warn", str(path)]
            assert subprocess.run(judge, capture_output=True, check=False).returncode == 0


def said(name: str) -> str:
    """All words of a document that was built, a line a paragraph, a row of a table in one."""
    document = Document(f"output/{name}.docx")
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [" | ".join(c.text for c in row.cells) for t in document.tables for row in t.rows]
    return (
        "\n".join(lines)
        .replace("\N{NO-BREAK SPACE}", " ")
        .replace("\N{NARROW NO-BREAK SPACE}", " ")
    )


@pytest.mark.usefixtures("draft")
def test_from_a_decision_over_two_periods_to_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    # 1. The Kreistag adopts the strategy. What is sealed is word for word what it had before it.
    run(capsys, "freeze", "2023", "--beschluss", "KT-2023/017", "--datum", "2023-06-14")
    sealed = STRATEGY / "editions" / "2023"
    assert (sealed / "goals.yaml").read_bytes() == (ADOPTED / "goals.yaml").read_bytes()
    assert "Zu dieser Strategie gibt es noch keine Berichte" in run(capsys, "status")

    # 2. The offices report for the first time. The check finds what is wrong, status says where it stands.
    PROGRESS.write_text(FIRST.replace("stelle: landratsamt", "stelle: vhsx"), "utf-8")
    out = run(capsys, "check", code=1)
    assert "Z901 Bericht zu AS18: Eine Stelle «vhsx» gibt es in actors.yaml nicht." in out
    PROGRESS.write_text(FIRST, "utf-8")
    run(capsys, "check", "--strict")
    out = run(capsys, "status")
    assert "Erledigt ist 1 von 18 Arbeitsschritten." in out
    assert "Von 18 fälligen Berichten liegen vier vor." in out
    assert "AS10 fortgeschritten · AVG" in run(capsys, "status", "--akteur", "verkehr")

    # 3. The committee gets the Umsetzungsstand; with nothing before it, nothing is compared.
    built(capsys)
    stand = said("umsetzungsstand")
    assert "AS03 | Mit Sanitätshäusern wird die Leihe" in stand
    assert "Auentaler Verkehrsgesellschaft mbH | 3 | 1 | AS09, AS11" in stand
    assert "31.12.2023: 8.650\n12 % des Weges zum Ziel" in stand
    assert "seit dem" not in stand.lower()
    assert "Erledigt ist 1 von 18 Arbeitsschritten." in Path(
        "output/umsetzungsstand.html"
    ).read_text("utf-8")

    # 4. The period is closed: from now on its reports are as they are.
    out = run(capsys, "freeze", "--zeitraum", "2023")
    assert "Zeitraum 2023 geschlossen" in out
    assert "Zu 14 Elementen fehlt ein Bericht" in out
    kept = PROGRESS.read_bytes()
    change("progress.yaml", "Vier von neun", "Fünf von neun")
    assert "Z021 Geschlossener Zeitraum 2023: Der Bericht zu AS01" in run(capsys, "check", code=1)
    PROGRESS.write_bytes(kept)

    # 5. A year later they report again. A step back needs a word, a question its answer.
    change("progress.yaml", "berichte:\n", '- {kennung: "2024", stichtag: 2024-12-31}\nberichte:\n')
    change("progress.yaml", "angaben:\n", f"{SECOND}angaben:\n")
    out = run(capsys, "check", "--strict", code=1)
    assert (
        "Die Frage aus dem Bericht 2023 ist nicht beantwortet: «Wer zahlt die Auswertung?»" in out
    )
    assert "Z904 Arbeitsschritt AS10: Die Frist (31.08.2024) ist am 31.12.2024 verstrichen" in out
    assert "Z902" not in out  # what holds it up is said
    change("progress.yaml", ", hindernis:", ", antwort: Das Land ist gefragt., hindernis:")
    run(capsys, "check", "--strict")
    built(capsys)
    stand = said("umsetzungsstand")
    assert (
        "AS01 | Die Gemeinden benennen barrierefreie Räume für die Sprechstunde. | begonnen | abgeschlossen"
        in stand
    )
    assert re.search(
        r"AS10 \| [^|]+ \| begonnen \| 31\.08\.2024 \(verstrichen\) \| Die Förderung ist", stand
    )
    run(capsys, "build", "--pages", "off", "--only", "umsetzungsstand", "--zeitraum", "2023")
    assert "Erledigt ist 1 von 18" in said("umsetzungsstand")
    run(capsys, "freeze", "--zeitraum", "2024")

    # 6. The Fortschreibung: one Maßnahme is done and goes, a Wirkungsziel and a step get another wording.
    change(
        "strategy.yaml",
        "bezeichnung: Entwurf nach Fassung 2023",
        "bezeichnung: Erste Fortschreibung",
    )
    change("strategy.yaml", "stand: 2023-06-14", "stand: 2025-11-22")
    goals = (STRATEGY / "goals.yaml").read_text("utf-8")
    start, end = goals.index("      - id: MA02"), goals.index("    - id: TZ02")
    (STRATEGY / "goals.yaml").write_text(goals[:start] + goals[end:], "utf-8")
    change(
        "goals.yaml",
        "Wer Pflege braucht, erhält sie rechtzeitig und",
        "Wer Pflege braucht oder leistet, erhält rechtzeitig Hilfe",
    )
    change("goals.yaml", "zwölf Monate lang", "zwei Jahre lang")
    change(
        "strategy.yaml",
        "massnahmen: 14, arbeitsschritte: 18",
        "massnahmen: 13, arbeitsschritte: 17",
    )
    (STRATEGY / "changes.yaml").write_text(REASONS, "utf-8")
    run(capsys, "check", "--strict")

    # 7. The comparison knows what became of what is dropped and of what goes on.
    out = run(capsys, "diff")
    assert "Arbeitsschritt AS03: entfallen (abgeschlossen 2023)" in out
    assert "Stand 2024: begonnen" in out
    assert "noch offen" not in out

    # 8. The council paper: what only people know is asked for, and until then no page hides it.
    COUNCIL.write_text('vorlage: {nummer: "118/2025"}\n', "utf-8")
    out = run(capsys, "check", "--strict", code=1)
    asked = set(re.findall(r"Z910 Vorlage, ([^:]+):", out))
    assert asked >= {"Einreicher", "Beratungsfolge", "Begründung", "Finanzielle Auswirkungen"}
    built(capsys)
    assert "Einreicher | [noch einzutragen: Einreicher]" in said("beschlussvorlage")
    COUNCIL.write_text(PAPER, "utf-8")
    run(capsys, "check", "--strict")
    built(capsys)
    paper, text = said("beschlussvorlage"), Path("output/beschlussvorlage.txt").read_text("utf-8")
    for told in (paper, text.replace("\N{NO-BREAK SPACE}", " ")):
        assert "noch einzutragen" not in told
        assert (
            "Der Kreistag des Landkreises Auental beschließt die Erste Fortschreibung der Strategie „Gut älter werden im "
            "Landkreis Auental“ (Stand 22. November 2025, Anlage 1)."
        ) in told
        assert "1 Maßnahme entfallen; 1 Arbeitsschritt entfallen, 1 umformuliert" in told
        assert "Wirkungsziel WZ02: umformuliert. „Wer Pflege braucht oder leistet, erhält" in told
        assert (
            "4 Änderungen, darunter 1 redaktionelle, brauchen nach den Beschlussregeln keinen"
            in told
        )
    assert "Kreistag | 16.12.2025 | 7 | öffentlich | Entscheidung" in paper
    stand = said("umsetzungsstand")
    assert "AS03: abgeschlossen (12.11.2023)." in stand

    # 9. The Kreistag adopts it. Reports and paper are no part of the edition; the paper is not taken for the next one.
    run(capsys, "freeze", "2025", "--beschluss", "KT-2025/031", "--datum", "2025-12-16")
    names = {path.name for path in (STRATEGY / "editions" / "2025").iterdir()}
    assert "goals.yaml" in names
    assert not names & {"progress.yaml", "council.yaml", "zeitraeume"}
    out = run(capsys, "check")
    assert (
        "Z911 Vorlage, Beratungsfolge: Kein Termin liegt nach dem Stand des Entwurfs (16.12.2025)"
        in out
    )

    # 10. What was reported goes on: the next period asks for what is not done yet.
    change("progress.yaml", "berichte:\n", '- {kennung: "2025", stichtag: 2025-12-31}\nberichte:\n')
    found = json.loads(run(capsys, "status", "--zeitraum", "2025", "--format", "json"))
    assert len(found["rest"]) == 15
    assert not {"AS01", "AS03", "AS18"} & set(found["rest"])
    assert "Gezählt" in run(capsys, "check", "--strategy", "strategy/editions/2025")
