"""``strategie init`` founds a project without a mistake that is built, or writes nothing at all."""

import io
import itertools
import json
import os
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.as_user import strategie
from tests.filled_in import filled

LEVELS = {
    1: ["Maßnahme", "Leuchtturm/Leuchttürme"],
    2: ["Leitziel,Maßnahme", "strategisches Ziel,operatives Ziel"],
    3: ["", "Leitlinie,Handlungsschwerpunkt,Projekt"],
    4: ["Wirkungsziel,Teilziel,Maßnahme,Arbeitsschritt", "Leitbild,Säule,Meilenstein,To-do/To-dos"],
}
KINDS = {
    "landkreis": ("Kreistag", "Landratsamt"),
    "stadt": ("Stadtrat", "Stadtverwaltung"),
    "gemeinde": ("Gemeinderat", "Gemeindeverwaltung"),
    "verband": ("Verbandsversammlung", "Geschäftsstelle"),
}
CASES = [
    (art, number, words)
    for art, (number, sets) in itertools.product(KINDS, LEVELS.items())
    for words in sets
]


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def init(*words: str) -> int:
    return main(["init", "neu", *words])


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("art", "number", "words"), CASES)
def test_every_kind_of_body_with_any_levels_is_without_mistake_and_read_as_wished(
    art: str, number: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init("--art", art, *(["--stufen", words] if words else [])) == 0
    capsys.readouterr()
    assert main(["check", "--strict", "--format", "json", "--strategy", "neu/strategy"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {(one["rule"], one["severity"]) for one in found} == {("Z505", "hint")}
    strategy = read_strategy(Folder(Path("neu/strategy"))).strategy
    assert strategy is not None
    body = strategy.kopf.koerperschaft
    assert (body.art, body.gremium, body.verwaltung) == (art, *KINDS[art])
    assert len(strategy.kopf.stufen) == len(list(strategy.goals())) == number
    named = [word.split("/")[0] for word in words.split(",")] if words else []
    assert [level.name for level in strategy.kopf.stufen] == named or not named


@pytest.mark.parametrize(
    "words",
    [("--art", "landkreis"), ("--name", "Stadt Au", "--stufen", "Leuchtturm/Leuchttürme"),
     ("--art", "verband", "--stufen", LEVELS[4][1], "--handlungsfelder", "Wasser; Boden")],
    ids=["three levels", "one level", "four levels"],
)  # fmt: skip
def test_all_products_are_built_in_the_new_folder(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert init(*words) == 0
    monkeypatch.chdir(tmp_path / "neu")
    assert main(["build", "--pages", "off"]) == 0
    assert {"strategie.docx", "zielgraph.svg"} <= files(Path("output"))


def test_a_picture_that_the_program_draws_needs_nothing_in_the_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert init("--name", "Stadt Au") == 0
    monkeypatch.chdir(tmp_path / "neu")
    Path("strategy/figures.yaml").write_text(
        "abbildungen: [{id: ABB1, art: ablauf, titel: Weg, alternativtext: Zwei Schritte.,"
        " stationen: [{titel: Planen}, {titel: Handeln}]}]\n",
        "utf-8",
    )
    text = Path("strategy/texts/einleitung.md")
    text.write_text(f"{text.read_text('utf-8')}\n![[ABB1]]\n", "utf-8")
    assert main(["build", "--pages", "off", "--only", "strategie"]) == 0
    with zipfile.ZipFile("output/strategie.docx") as archive:
        assert [name for name in archive.namelist() if name.endswith(".png")]


FREEZE = ["freeze", "2027", "--beschluss", "1/27", "--datum", "2027-03-01"]


def test_a_new_strategy_can_be_adopted_once_it_is_filled_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert init("--name", "Stadt Au", "--stufen", "Ziel") == 0
    monkeypatch.chdir(tmp_path / "neu")
    filled(Path("strategy"))
    assert main(["check", "--strict"]) == 0
    assert main(FREEZE) == 0
    assert main(["build", "--pages", "off"]) == 0
    assert {"synopse.docx", "aenderungsfassung.docx"} <= files(Path("output"))


@pytest.mark.parametrize(
    "file", ["goals.yaml", "strategy.yaml", "texts/einleitung.md", "texts/HF1.md"]
)
def test_what_still_is_the_text_of_init_is_not_sealed(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file is as it was: the seal names it and nothing is written."""
    assert init("--name", "Stadt Au", "--stufen", "Ziel") == 0
    monkeypatch.chdir(tmp_path / "neu")
    before = Path("strategy", file).read_bytes()
    filled(Path("strategy"))
    Path("strategy", file).write_bytes(before)
    there = files(Path("strategy"))
    capsys.readouterr()
    assert main(FREEZE) == 2
    assert (
        f"steht noch etwas, das vor dem Siegeln weg muss, zuerst strategy/{file}:"
        in capsys.readouterr().err
    )
    assert files(Path("strategy")) == there


def test_who_wants_the_text_of_init_in_the_edition_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert init("--name", "Stadt Au", "--stufen", "Ziel") == 0
    monkeypatch.chdir(tmp_path / "neu")
    head = Path("strategy/strategy.yaml")
    before = re.search("titel: Unsere Strategie", head.read_text("utf-8"))
    filled(Path("strategy"))
    assert before
    text = head.read_text("utf-8").replace("Schwimmen in Au", "Unsere Strategie")
    head.write_text(
        text + "abweichungen: [{regel: Z505, id: strategie, grund: So will es der Rat.}]\n", "utf-8"
    )
    assert main(FREEZE) == 0


def test_each_file_of_the_strategy_explains_itself() -> None:
    assert init() == 0
    for file in Path("neu/strategy").glob("*.yaml"):
        lines = file.read_text("utf-8").splitlines()
        assert len(list(itertools.takewhile(lambda line: line.startswith("# "), lines))) > 2, file


def test_the_project_holds_the_templates_and_what_git_leaves_out() -> None:
    assert init("--ci", "gitlab") == 0
    there = files(Path("neu"))
    assert {"templates/kreistag.docx", "templates/dokument.html.j2", "templates/dokument.md.j2",
            ".gitignore", ".gitlab-ci.yml"} <= there  # fmt: skip
    assert ".github/workflows/strategie.yml" not in there
    ignored = Path("neu/.gitignore").read_text("utf-8")
    assert "/strategy/stellungnahmen.yaml\n" in ignored
    assert "/output/\n" in ignored


@pytest.mark.parametrize(
    ("forge", "file"), [("github", ".github/workflows/strategie.yml"), ("gitlab", ".gitlab-ci.yml")]
)
def test_who_asks_for_a_pipeline_is_told_where_to_say_whence_the_program_comes(
    forge: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init("--ci", forge) == 0
    assert f"4. In {file} unter STRATEGIE" in capsys.readouterr().out
    assert "STRATEGIE: " in Path("neu", file).read_text("utf-8")


GOALS = """# Arbeit
- Alle finden Arbeit
  - Beratung ausbauen
# Wohnen: gut & günstig
- Alle wohnen gut
  - Bauland "sichern"
  - 100 Wohnungen: bauen
"""


@pytest.mark.parametrize("pasted", [False, True])
def test_a_pasted_list_becomes_goals_word_for_word(
    pasted: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ziele.txt").write_text(GOALS, "utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOALS.encode())))
    words = ("--stufen", "Ziel,Maßnahme", "--ziele", "-" if pasted else "ziele.txt")
    assert init(*words, "--handlungsfelder", "Klima;Arbeit") == 0
    assert "5 Ziele übernommen" in capsys.readouterr().out
    strategy = read_strategy(Folder(Path("neu/strategy"))).strategy
    assert strategy is not None
    assert [
        (field.titel, [(g.id, g.text, [(k.id, k.text) for k in g.kinder]) for g in field.kinder])
        for field in strategy.ziele.handlungsfelder
    ] == [
        ("Klima", []),
        ("Arbeit", [("ZI01", "Alle finden Arbeit", [("MA01", "Beratung ausbauen")])]),
        ("Wohnen: gut & günstig", [("ZI02", "Alle wohnen gut", [
            ("MA02", 'Bauland "sichern"'), ("MA03", "100 Wohnungen: bauen")])]),
    ]  # fmt: skip
    assert [body.art for body in strategy.akteure] == ["unbestimmt"]
    assert main(["check", "--strategy", "neu/strategy"]) == 0


def asked(answers: list[tuple[str, str]]) -> list[str]:
    """Runs init with somebody who answers these questions in this order; what was asked."""
    from generator.arguments import parse
    from generator.commands.init import run

    questions = []

    def ask(question: str) -> str:
        start, answer = answers[len(questions)]
        questions.append(question)
        assert question.splitlines()[-1].startswith(start)
        return answer

    run(parse(["init", "neu"]), date(2027, 2, 3), ask, bytes)
    assert len(questions) == len(answers)
    return questions


def test_what_the_options_leave_open_is_asked_on_a_terminal() -> None:
    asked(
        [("Name", "Jena"), ("Art", "stadt"), ("Wer", ""), ("Stufen", "Ziel"), ("Handl", "Klima; A")]
    )
    head = Path("neu/strategy/strategy.yaml").read_text("utf-8")
    assert "name: Jena" in head
    assert "gremium: Stadtrat" in head
    assert "stand: 2027-02-03" in head


def test_only_what_the_name_does_not_tell_is_asked() -> None:
    asked([("Name", "Stadt Jena"), ("Wer", "Rat"), ("Stufen", ""), ("Handl", "")])


def test_who_only_presses_enter_gets_what_is_usual() -> None:
    asked([("Name", ""), ("Art", ""), ("Wer", ""), ("Stufen", ""), ("Handl", "")])
    assert main(["check", "--strict", "--strategy", "neu/strategy"]) == 0


def test_an_answer_that_cannot_be_is_asked_anew_with_the_reason() -> None:
    questions = asked(
        [("Name", "Jena"), ("Art", "dorf"), ("Art", "stadt"), ("Wer", "Verwaltung"), ("Wer", ""),
         ("Stufen", "Turm"), ("Stufen", "Turm/Türme"), ("Handl", "A;A"), ("Handl", "A;B")]
    )  # fmt: skip
    told = [question.splitlines()[0] for question in questions if "\n" in question]
    assert [line.split(".")[0] for line in told] == [
        "Eine Art «dorf» von Körperschaft gibt es hier nicht",
        "«Verwaltung» kann kein Gremium bezeichnen",
        "Die Mehrzahl von «Turm» ist nicht bekannt",
        "Das Handlungsfeld «A» ist zweimal genannt",
    ]


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminal there")
def test_on_a_real_terminal_the_end_of_the_input_writes_nothing(tmp_path: Path) -> None:
    import pty
    import subprocess
    import sys

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "init", "neu"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:  # fmt: skip
        os.close(theirs)
        os.write(ours, b"Stadt Au\n\x04")
        out, err = process.communicate(timeout=60)
        os.close(ours)
    assert process.returncode == 2
    assert "Name der Körperschaft" in (out + err).decode()
    assert "es ist nichts geschrieben" in err.decode()
    assert not (tmp_path / "neu").exists()


REFUSED = [
    (("--art", "bezirk"), "Eine Art «bezirk»"),
    (("--name", "Jena"), "«Jena» sagt nicht"),
    (("--stufen", "Leuchtturm"), "Die Mehrzahl von «Leuchtturm»"),
    (("--stufen", "Ziel,,Maßnahme"), "ist eine Angabe leer"),
    (("--stufen", "Ziel,Ziel"), "zweimal genannt"),
    (("--stufen", "Empfehlung"), "«empfehlungen» hat schon eine andere Bedeutung"),
    (("--stufen", "Wort/Text"), "«text» hat schon eine andere Bedeutung"),
    (("--stufen", "Nummer/Id"), "«id» hat schon eine andere Bedeutung"),
    (("--handlungsfelder", "Klima;Klima"), "zweimal genannt"),
    (("--gremium", "ungeregelt"), "kann kein Gremium bezeichnen"),
    (("--gremium", "§"), "kann kein Gremium bezeichnen"),
    (("--ci", "jenkins"), "«jenkins» gibt es hier nicht"),
    (("--ziele", "fehlt.txt"), "Die Datei fehlt.txt gibt es nicht"),
    (("--ziele", "."), "ist ein Ordner und wird nicht gelesen"),
    (("--ziele", "/dev/zero"), "keine gewöhnliche Datei"),
    (("--name", "Stadt\x07"), "Steuerzeichen"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_written(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(*words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert len(told.err.strip().splitlines()) <= 2
    assert not Path("neu").exists()


@pytest.mark.skipif(os.name == "nt", reason="no such device there")
def test_an_endless_input_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        assert init("--ziele", "-") == 2
    assert "größer als 16 MB" in capsys.readouterr().err
    assert not Path("neu").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["x" * 300, "schleife", "bricht"])
def test_a_name_that_can_be_no_folder_is_one_sentence(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("schleife").symlink_to("schleife")
    Path("bricht").symlink_to("nirgends")
    assert main(["init", name]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) <= 2


def test_a_folder_in_which_something_lies_stays_as_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("neu").mkdir()
    Path("neu/notiz.txt").write_text("bleibt", "utf-8")
    assert init() == 2
    assert "nicht leer (darin liegt notiz.txt)" in capsys.readouterr().err
    assert files(Path("neu")) == {"notiz.txt"}


def test_an_empty_folder_is_taken() -> None:
    Path("neu").mkdir()
    assert init() == 0
    assert Path("neu/strategy/goals.yaml").is_file()


def test_a_file_in_the_place_of_the_folder_stays(capsys: pytest.CaptureFixture[str]) -> None:
    Path("neu").write_text("bleibt", "utf-8")
    assert init() == 2
    assert "neu ist kein Ordner" in capsys.readouterr().err
    assert main(["init", "neu/darin"]) == 2
    assert "In den Ordner neu/darin lässt sich nicht schreiben" in capsys.readouterr().err
    assert Path("neu").read_text("utf-8") == "bleibt"


@pytest.mark.skipif(os.name == "nt", reason="rights are others there")
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_without_the_right_to_write_there_is_one_sentence_and_no_trace(
    mode: int, tmp_path: Path
) -> None:
    closed = tmp_path / "zu"
    closed.mkdir()
    closed.chmod(mode)
    try:
        ended = strategie(tmp_path, "init", "zu/neu")
        same = strategie(tmp_path, "init", "zu")
    finally:
        closed.chmod(0o700)
    for one in (ended, same):
        assert one.returncode == 2
        assert len(one.stderr.decode().strip().splitlines()) <= 2
        assert b"Traceback" not in one.stderr
    assert not list(closed.iterdir())


def test_what_fails_while_writing_leaves_no_half_project(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.replace
    calls = itertools.count()

    def full(source: Any, target: Any) -> None:
        if next(calls) == 4:
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr("generator.write.os.replace", full)
    assert init() == 2
    assert "kein Platz mehr" in capsys.readouterr().err
    assert not Path("neu").exists()
