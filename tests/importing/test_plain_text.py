"""A text as it comes out of a PDF becomes a strategy word for word, and every line is accounted for."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.importing.sources import TEXT


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("alt.txt").write_text(TEXT, "utf-8")


def strategy() -> Strategy:
    found = read_strategy(Folder(Path("neu"))).strategy
    assert found is not None
    return found


@pytest.fixture
def imported(_folder: None) -> Strategy:
    assert main(["import", "alt.txt", "--output", "neu"]) == 0
    return strategy()


def test_wordings_are_verbatim_but_for_ends_of_lines(imported: Strategy) -> None:
    assert [goal.text for goal in imported.goals()] == [
        "Alle Menschen im Landkreis wohnen in Häusern, die zu ihnen passen und die sie sich leisten können.",
        "Der Landkreis baut eine Beratungsstelle auf.",
        "Die Wohnungsbörse wird fortgeführt und um die Ilm-Region erweitert.",
        "Niemand verliert seine Wohnung ohne Hilfe.",
        "Wohnungslose erhalten Beratung an einem Ort.",
        "Kinder lernen, was sie können.",
        "In jeder Schule gibt es eine Bücherei.",
        "In jeder Kita wird vorgelesen.",
        "In jeder Schule wird gerechnet.",
    ]


def test_goals_stand_below_their_handlungsfelder_and_headings(imported: Strategy) -> None:
    assert [f.titel for f in imported.ziele.handlungsfelder] == ["Wohnen und Leben", "Lernen"]
    lesen = imported.ziele.handlungsfelder[1].kinder[0]
    assert [(child.gruppe, child.stufe) for child in lesen.kinder][:2] == [
        ("Lesen", "massnahmen"),
        ("Sprechen", "massnahmen"),
    ]
    assert [k.titel for k in imported.kopf.kapitel] == [
        "Vorwort",
        "Ziele des Landkreises",
        "Empfehlungen an andere",
        "Ausblick",
    ]


def test_bodies_are_one_entry_whatever_their_spelling(imported: Strategy) -> None:
    names = {body.id: body.name for body in imported.akteure}
    second = next(goal for goal in imported.goals() if "verliert" in goal.text)
    shown = [link.wortlaut or names[link.akteur] for link in second.kinder[0].zustaendig]
    assert shown == ["Sozialamt Birkenau", "Jobcenter"]
    assert sum("Sozialamt" in name for name in names.values()) == 1
    first = next(goal for goal in imported.goals() if "Häusern" in goal.text)
    said = [names[z.akteur] for goal in (first, *first.kinder) for z in goal.zustaendig]
    assert said == [
        "Bauamt",
        "Gleichstellungs-, Ausländer- und Behindertenbeauftragte",
        "Städte und Gemeinden",
    ]


def test_recommendations_go_to_their_addressees(imported: Strategy) -> None:
    assert [(t.titel, [e.text for e in t.empfehlungen]) for t in imported.themen] == [
        ("Geld", ["Das Land finanziert die Büchereien dauerhaft.", "Der Bund zahlt mehr Wohngeld."])
    ]
    kinds = {body.name: body.art for body in imported.akteure}
    assert (kinds["Bund"], kinds["Freistaat"]) == ("bund", "land")


def test_prose_is_that_of_the_source_and_its_notes_are_footnotes(imported: Strategy) -> None:
    texts = {text.id: text.inhalt for text in imported.texte}
    vorwort = texts["vorwort"]
    assert "die Lern- und Lebensorte im Landkreis" in vorwort
    assert "2025 mitgewirkt.[@statistisches_amt_birkenau_2025, S. 12] Der Kreistag dankt" in vorwort
    assert "Stück für Stück umsetzen." in vorwort
    lesen = next(goal for goal in imported.goals() if "Bücherei" in goal.text)
    assert texts[lesen.id].endswith("von allem.^[Ein Hinweis der Schulen, der keine Quelle nennt]")


def test_the_receipt_names_what_is_unsure_and_where_each_line_is(
    imported: Strategy, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["import", "alt.txt", "--output", "zwei", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    questions = {(one["line"], one["question"]) for one in told["unsure"]}
    moved = TEXT.splitlines().index("Maßnahme In jeder Schule wird gerechnet.") + 1
    lonely = TEXT.splitlines().index("Rechnen") + 1
    assert any(line == moved and "unter den Fußnoten" in said for line, said in questions)
    assert any(line == lonely and f"Maßnahme in Zeile {moved}" in said for line, said in questions)
    claimed = {(c["text"], c["claimed"], c["counted"]) for c in told["claimed"]}
    assert claimed == {
        ("drei Leitziele", 3, 3),
        ("sechs Maßnahmen", 6, 6),
        ("sieben Maßnahmen", 7, 6),
    }
    unplaced = TEXT.splitlines().index("3 Ebenda") + 1
    assert any(line == unplaced and "Fußnote 3" in said for line, said in questions)
    report = Path("neu/bericht.md").read_text("utf-8")
    for number, line in enumerate(TEXT.splitlines(), 1):
        assert not line.strip() or _accounted(report, number), (number, line)


def _accounted(report: str, number: int) -> bool:
    rows = report.rpartition("| Im Ergebnis |")[2]
    for row in rows.splitlines():
        span = row.strip("| ").split(" | ")[0]
        first, _, last = span.partition("–")
        if first.isdigit() and int(first) <= number <= int(last or first):
            return True
    return False


def test_the_folder_is_read_without_a_structural_error_and_said_twice_the_same(
    imported: Strategy, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(["check", "--strategy", "neu", "--format", "json"])
    out = capsys.readouterr().out
    findings = json.loads(out)["findings"]
    assert [f for f in findings if f["rule"].startswith("Z0")] == []
    assert main(["import", "alt.txt", "--output", "zwei"]) == 0
    names = sorted(p.relative_to("neu") for p in Path("neu").rglob("*") if p.is_file())
    assert all((Path("neu") / n).read_bytes() == (Path("zwei") / n).read_bytes() for n in names)


def test_a_corrected_profile_is_obeyed(imported: Strategy) -> None:
    profile = Path("neu/profil.yaml").read_text("utf-8")
    Path("profil.yaml").write_text(
        profile.replace(
            'stufe: "Maßnahme", mehrzahl: "Maßnahmen"', "stufe: Vorhaben, mehrzahl: Vorhaben"
        ),
        "utf-8",
    )
    assert main(["import", "alt.txt", "--output", "drei", "--profil", "profil.yaml"]) == 0
    found = read_strategy(Folder(Path("drei"))).strategy
    assert found is not None
    assert [s.name for s in found.kopf.stufen] == ["Leitziel", "Vorhaben"]


@pytest.mark.parametrize(
    "wrong", ["- keine\n", "stufen: 7\n", "stufen: [{stufe: A}]\n", "{", "unbekannt: 1\n", "\udcff"]
)
def test_a_wrong_profile_is_one_sentence_and_nothing_is_written(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("profil.yaml").write_bytes(wrong.encode("utf-8", "surrogateescape"))
    assert main(["import", "alt.txt", "--output", "neu", "--profil", "profil.yaml"]) == 2
    assert "Profil" in capsys.readouterr().err
    assert not Path("neu").exists()


CODED = """\
1. Ziele

1.1 Wohnen

Ü1 Der Landkreis baut Wohnungen.

Ü2 Der Landkreis saniert Wohnungen.

Ü3 Der Landkreis vermietet Wohnungen.

Üneu1 Der Landkreis kauft Wohnungen.

V1 Ein Verein berät alle, die eine Wohnung suchen.

Vneu Der Verein berät auch am Abend.

V2 Ein Neubau entsteht in jeder Stadt.

V3 Ein Lotse hilft bei Anträgen.
"""


@pytest.mark.usefixtures("_folder")
def test_a_code_without_a_number_of_its_own_is_asked_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("kuerzel.txt").write_text(CODED, "utf-8")
    assert main(["import", "kuerzel.txt", "--output", "mit-kuerzeln"]) == 0
    said = capsys.readouterr().out
    for line, code in ((11, "Üneu1"), (15, "Vneu")):
        assert f"Zeile {line}: «{code}» sieht aus wie ein Kürzel" in said
    assert said.count("sieht aus wie ein Kürzel") == 2
    assert "Üneu1" in Path("mit-kuerzeln/bericht.md").read_text("utf-8")


@pytest.mark.usefixtures("_folder")
def test_without_codes_of_its_own_a_source_is_asked_about_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("worte.txt").write_text(TEXT.replace("Lesen ist", "Vneu Lesen ist"), "utf-8")
    assert main(["import", "worte.txt", "--output", "ohne-kuerzel"]) == 0
    assert "sieht aus wie ein Kürzel" not in capsys.readouterr().out
