"""The commands as people and scripts use them: output, exit codes, and what they leave alone."""

import gc
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.cli import _COMMANDS, main
from tests.judges import program

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "auental"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped strategy as current directory."""
    shutil.copytree(ROOT / "strategy", tmp_path / "strategy")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("collecting", [True, False])
@pytest.mark.parametrize("arguments", [["explain"], ["explain", "--nothing"], []])
def test_a_program_that_calls_commands_has_its_garbage_collector_as_it_was(
    arguments: list[str], collecting: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    during: list[bool] = []

    def command(_: object) -> tuple[int, object]:
        during.append(gc.isenabled())
        return 0, None

    monkeypatch.setitem(_COMMANDS, "explain", command)
    before = gc.isenabled()
    (gc.enable if collecting else gc.disable)()
    main(arguments)
    after = gc.isenabled()
    (gc.enable if before else gc.disable)()
    assert after == collecting
    assert not any(during), "one command alone is quicker without"
    assert bool(during) == (arguments == ["explain"])


def fingerprint(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {
        str(p): f"{hashlib.sha256(p.read_bytes()).hexdigest()} {p.stat().st_mtime_ns}"
        for p in files
    }


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict]:
    code = main(["check", "--format", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)


def test_the_shipped_strategy_passes_strictly(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report = checked(capsys, "--strict")
    assert code == 0
    counts = {"leitziele": 12, "prozessziele": 24, "ergebnisziele": 59, "empfehlungen": 16}
    assert report["counts"] == counts


def test_the_printed_contradictions_are_shown_as_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report = checked(capsys, "--strategy", "strategy/editions/2018")
    assert code == 0
    accepted = [f for f in report["findings"] if f["accepted"]]
    found = {(f["rule"], f["id"], f["file"].rsplit("/", 1)[1]) for f in accepted}
    assert found >= {
        ("Z110", "fazit", "fazit.md"),
        ("Z110", "prozess", "prozess.md"),
        ("Z111", "leitziele", "strategy.yaml"),
        ("Z111", "prozessziele", "strategy.yaml"),
    }
    assert all(f["reason"] for f in accepted)


def test_without_the_acceptance_the_same_two_counts_are_errors(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = project / "kopie"
    shutil.copytree(project / "strategy" / "editions" / "2018", copy)
    head = (copy / "strategy.yaml").read_text("utf-8")
    start, end = head.index("abweichungen:"), head.index("beschlussregeln:")
    (copy / "strategy.yaml").write_text(head[:start] + head[end:], "utf-8")
    code, report = checked(capsys, "--strategy", "kopie")
    assert code == 1
    errors = [f for f in report["findings"] if f["severity"] == "error"]
    prose = {
        (f["file"], f["line"], f["message"].split("«")[1].split("»")[0])
        for f in errors
        if f["id"] == "fazit"
    }
    lines = (copy / "texts" / "fazit.md").read_text("utf-8").splitlines()
    for file, line, quoted in prose:
        assert file == "kopie/texts/fazit.md"
        assert quoted in lines[line - 1]
    assert {quoted for _, _, quoted in prose} == {"13 kommunale Leitziele", "23 Prozessziele"}


def test_check_diff_and_explain_write_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "strategy" / "goals.yaml", "id: LZ02", "id: LZ01")
    before = fingerprint(project)
    for form in ("text", "json", "github", "gitlab", "sarif", "junit"):
        assert main(["check", "--format", form]) == 1
    for form in ("text", "markdown", "json"):
        main(["diff", "2018", "--format", form])
    assert main(["explain"]) == 0
    assert main(["explain", "Z110"]) == 0
    assert main(["schema"]) == main(["schema", "goals"]) == 0
    assert fingerprint(project) == before


@pytest.mark.parametrize(
    ("arguments", "fragment"),
    [
        (["chek"], "«chek»"),
        ([], "BEFEHL"),
        (["check", "--strategy", "gibt-es-nicht"], "gibt-es-nicht/strategy.yaml fehlt"),
        (["check", "--format", "html"], "«html»"),
        (["check", "--fromat", "json"], "--fromat"),
        (["diff", "2081"], "«2081»"),
        (["diff", "git:nirgends"], "git:nirgends"),
        (["build", "--only", "synopsis"], "«synopsis»"),
        (["build", "--against", "1999"], "«1999»"),
        (["explain", "Z999"], "«Z999»"),
        (["freeze", "2027", "--beschluss", "1/27", "--datum", "morgen"], "«morgen»"),
        (["freeze", "2018", "--beschluss", "1/27", "--datum", "2027-01-01"], "gibt es schon"),
        (["freeze", "../2027", "--beschluss", "1/27", "--datum", "2027-01-01"], "«../2027»"),
        (["freeze", "CON", "--beschluss", "1/27", "--datum", "2027-01-01"], "«CON»"),
    ],
)
def test_wrong_usage_is_one_german_message_and_exit_code_2(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], fragment: str
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert fragment in captured.err
    assert "Traceback" not in captured.err
    assert captured.out == ""


def test_a_build_lists_what_it_wrote(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--pages", "off"]) == 0
    listed = {
        line.split("  ")[0]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("output/")
    }
    written = {p.relative_to(project).as_posix() for p in (project / "output").iterdir()}
    assert listed == written - {"output/.strategie"}
    assert written >= {
        "output/strategie.docx",
        "output/zielgraph.svg",
        "output/aenderungen.md",
        "output/aenderungen.json",
    }


def test_a_strategy_with_errors_is_not_built_and_the_old_output_stays(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--pages", "off", "--only", "zielgraph,aenderungen"]) == 0
    before = fingerprint(project / "output")
    replace(project / "strategy" / "goals.yaml", "- jobcenter", "- jobcentre")
    assert main(["build", "--pages", "off"]) == 1
    assert fingerprint(project / "output") == before
    assert "jobcenter" in capsys.readouterr().out
    assert main(["build", "--pages", "off", "--trotz-fehlern", "--only", "zielgraph"]) == 1
    assert fingerprint(project / "output") != before


def test_without_a_predecessor_the_comparing_products_are_left_out_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--strategy", "strategy/editions/2018", "--pages", "off"]) == 0
    out = capsys.readouterr().out
    assert sum("Vorgänger" in line for line in out.splitlines()) == 1
    assert not (project / "output" / "aenderungen.md").exists()


def test_products_out_of_date_do_not_stay(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--pages", "off", "--only", "aenderungen"])
    main(["build", "--strategy", "strategy/editions/2018", "--pages", "off"])
    assert not (project / "output" / "aenderungen.md").exists()


def test_a_build_leaves_what_somebody_saved_into_its_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--pages", "off", "--only", "zielgraph"]) == 0
    (project / "output" / "strategie.pdf").write_text("aus Word", "utf-8")
    (project / "output" / "zielgraph.svg").write_text("von Hand", "utf-8")
    capsys.readouterr()
    assert main(["build", "--pages", "off"]) == 0
    said = capsys.readouterr().out
    assert "«strategie.pdf»" in said
    assert "«zielgraph (von Hand geändert).svg»" in said
    assert (project / "output" / "strategie.pdf").read_text("utf-8") == "aus Word"


def test_the_diff_against_2018_is_editorial(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "2018", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["version"], report["from"], report["to"]) == (1, "2018", "2026-entwurf")
    assert report["decision"] == "verwaltung"
    assert report["changes"]
    for change in report["changes"]:
        assert change["editorial"], change
        assert change["reason"], change
    assert main(["diff", "2018", "--exit-code"]) == 1


def test_a_reworded_leitziel_goes_to_the_kreistag(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(
        project / "strategy" / "goals.yaml",
        "Arbeitslose Personen werden",
        "Langzeitarbeitslose werden",
    )
    main(["diff", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["decision"] == "kreistag"
    change = next(c for c in report["changes"] if c["id"] == "LZ02")
    assert (change["kind"], change["level"], change["approval"]) == (
        "reworded",
        "leitziel",
        "kreistag",
    )


def test_a_strategy_compared_with_itself_has_no_changes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "strategy", "--format", "json", "--exit-code"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["decision"], report["changes"]) == ("keine", [])


@pytest.mark.parametrize("edition", [EXAMPLE, EXAMPLE / "editions" / "2023"])
def test_the_example_county_passes_and_is_built(
    edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--strategy", str(edition)]) == 0
    assert (
        main(["build", "--strategy", str(edition), "--output", str(tmp_path), "--pages", "off"])
        == 0
    )
    assert (tmp_path / "strategie.docx").stat().st_size > 10_000


def test_a_bug_is_logged_outside_the_project(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("innerer Fehler")

    monkeypatch.setenv("XDG_STATE_HOME", str(project / "zustand"))
    monkeypatch.setattr("generator.pipeline.check", broken)
    assert main(["check"]) == 3
    error = capsys.readouterr().err
    assert "Traceback" not in error
    log = Path(error.split("liegt in ")[1].split(";")[0])
    assert "innerer Fehler" in log.read_text("utf-8")
    assert project / "strategy" not in log.parents


def test_freezing_seals_the_draft_and_prepares_the_next(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {p.name: p.read_bytes() for p in (project / "strategy" / "texts").iterdir()}
    goals = (project / "strategy" / "goals.yaml").read_bytes()
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    edition = project / "strategy" / "editions" / "2026"
    assert {p.name: p.read_bytes() for p in (edition / "texts").iterdir()} == texts
    assert (edition / "goals.yaml").read_bytes() == goals
    capsys.readouterr()
    assert main(["check", "--strategy", str(edition)]) == 0
    assert main(["check"]) == 0
    capsys.readouterr()
    main(["diff", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["from"] == "2026"
    assert [c["kind"] for c in report["changes"]] in (["edition"], [])


def test_freezing_says_how_to_go_back_and_so_it_goes(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p: p.read_bytes() for p in (project / "strategy").rglob("*") if p.is_file()}
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    said = capsys.readouterr().out
    number = len(list((project / "strategy" / "editions" / "2026").rglob("*.*")))
    assert f"Fassung 2026 gesiegelt: strategy/editions/2026 ({number} Dateien).\n" in said
    assert "vorbereitet: strategy/strategy.yaml, strategy/changes.yaml.\n" in said
    assert "liegen bis zur nächsten Änderung in strategy.vorher; wie es zurückgeht" in said
    kept = project / "strategy.vorher"
    note = (kept / "LIESMICH.txt").read_text("utf-8")
    assert "  editions/2026 (den ganzen Ordner)\n" in note
    for name in ("strategy.yaml", "changes.yaml"):
        assert f"  {name}\n" in note
        shutil.copy(kept / name, project / "strategy" / name)
    shutil.rmtree(project / "strategy" / "editions" / "2026")
    assert {p: p.read_bytes() for p in (project / "strategy").rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    "head",
    [
        lambda text: text.replace("titel: Arm", "titel: Gut\u2028 Arm", 1),
        lambda text: "".join(f"  {line}" for line in text.splitlines(keepends=True)),
        lambda text: text.replace("\n", "\r\n").replace("fassung:", '"fassung" : # nun', 1),
    ],
    ids=["a line separator in the title", "an indented head", "CRLF and a quoted key"],
)
def test_freezing_leaves_two_sound_strategies_however_the_head_is_written(
    project: Path, head: Callable[[str], str]
) -> None:
    path = project / "strategy" / "strategy.yaml"
    path.write_bytes(head(path.read_text("utf-8")).encode())
    assert main(["check"]) == 0
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    assert main(["check"]) == 0
    assert main(["check", "--strategy", "strategy/editions/2026"]) == 0


def test_a_predecessor_that_is_not_there_is_one_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "strategy" / "strategy.yaml", 'vorgaenger: "2018"', 'vorgaenger: "2017"')
    code, report = checked(capsys)
    errors = [f for f in report["findings"] if f["severity"] == "error"]
    assert code == 1
    assert [(f["rule"], f["line"]) for f in errors] == [("Z016", 15)]
    assert "«2018»" in errors[0]["message"]


def test_a_file_of_the_predecessor_that_is_gone_is_one_error(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "strategy" / "recommendations.yaml").unlink()
    shutil.rmtree(project / "strategy" / "texts")
    _, report = checked(capsys)
    gone = [f for f in report["findings"] if f["rule"] == "Z017"]
    assert [f["message"].split(";")[0] for f in gone] == [
        "recommendations.yaml fehlt", "Der Ordner texts fehlt oder ist leer",
    ]  # fmt: skip
    assert [f["rule"] for f in report["findings"] if f["severity"] == "error"] == ["Z017", "Z017"]


def test_a_list_given_twice_does_not_make_anything_look_superfluous(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goals = project / "strategy" / "goals.yaml"
    replace(goals, "      - id: LZ02\n", "      - id: LZ02\n        prozessziele: []\n")
    _, report = checked(capsys)
    errors = [f for f in report["findings"] if f["severity"] != "hint"]
    assert "Z006" in {f["rule"] for f in errors}
    assert not any("löschen oder" in f["message"] for f in errors if f["rule"] == "Z305")
    assert not {"Z203", "Z304", "Z305"} & {f["rule"] for f in errors}


def test_a_seal_that_is_gone_is_reported(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "strategy" / "editions" / "2018" / "manifest.json").unlink()
    _, report = checked(capsys)
    assert [f["id"] for f in report["findings"] if f["rule"] == "Z014"] == ["2018"]


@pytest.mark.parametrize(
    ("number", "day"),
    [(" ", "2026-12-09"), ("17/26", "2016-12-09")],
    ids=["no number", "too early"],
)
def test_an_impossible_decision_is_not_sealed(
    project: Path, capsys: pytest.CaptureFixture[str], number: str, day: str
) -> None:
    before = fingerprint(project)
    assert main(["freeze", "2026", "--beschluss", number, "--datum", day]) == 2
    assert fingerprint(project) == before


def test_a_touched_edition_is_an_error_that_names_the_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    edition = project / "strategy" / "editions" / "2026"
    crlf = (edition / "actors.yaml").read_bytes().replace(b"\n", b"\r\n")
    (edition / "actors.yaml").write_bytes(crlf)
    capsys.readouterr()
    assert checked(capsys)[0] == 0
    replace(edition / "goals.yaml", "Arbeitslose Personen", "Arbeitslose Menschen")
    (edition / "texts" / "PZ04.md").unlink()
    (edition / "texts" / "LZ07.md").write_text("Neu.\n", "utf-8")
    code, report = checked(capsys)
    errors = [f for f in report["findings"] if f["severity"] == "error"]
    assert code == 1
    assert {f["file"].rsplit("/", 1)[1] for f in errors} == {"goals.yaml", "PZ04.md", "LZ07.md"}


def test_a_touched_edition_says_what_differs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = project / "strategy" / "editions" / "2018"
    text = edition / "texts" / "LZ01.md"
    lines = text.read_text("utf-8").split("\n")
    lines[4] = lines[4].replace("e", "a", 1)
    del lines[6]
    text.write_text("\n".join([*lines, "Nachtrag.", ""]), "utf-8")
    _, report = checked(capsys)
    (found,) = [f for f in report["findings"] if f["rule"] == "Z014"]
    assert (found["file"], found["line"]) == ("strategy/editions/2018/texts/LZ01.md", 5)
    assert "Zeile 5 verändert, nach Zeile 6 fehlt eine Zeile" in found["message"]
    assert "hinzugekommen" in found["message"]


def test_a_seal_from_before_lines_were_kept_still_holds(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = project / "strategy" / "editions" / "2018"
    seal = json.loads((edition / "manifest.json").read_text("utf-8"))
    del seal["lines"], seal["seal"], seal["former"]
    (edition / "manifest.json").write_text(json.dumps(seal), "utf-8")
    assert checked(capsys)[0] == 0
    replace(edition / "goals.yaml", "Arbeitslose Personen", "Arbeitslose Menschen")
    _, report = checked(capsys)
    (found,) = [f for f in report["findings"] if f["rule"] == "Z014"]
    assert "goals.yaml wurde nach dem Beschluss verändert. Den alten Stand" in found["message"]


@pytest.mark.parametrize(
    ("touch", "fragment"),
    [
        (lambda edition: (edition / "notiz.txt").write_text("Neu.", "utf-8"), "notiz.txt ist seit dem Beschluss"),
        (lambda edition: (edition / "strategy.yaml").unlink(), "strategy.yaml fehlt"),
        (lambda edition: edition.rename(edition.with_name("2018x")), "Ihr Ordner heißt jetzt 2018x"),
        (lambda edition: replace(edition / "manifest.json", '"LZ01"', '"LZ99"'), "Das Siegel selbst"),
    ],
    ids=["a file more", "no head", "another name", "the seal itself"],
)  # fmt: skip
def test_whatever_is_touched_in_a_sealed_edition_is_an_error(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    touch: Callable[[Path], object],
    fragment: str,
) -> None:
    touch(project / "strategy" / "editions" / "2018")
    code, report = checked(capsys)
    assert code == 1
    assert any(f["rule"] == "Z014" and fragment in f["message"] for f in report["findings"])


def test_a_seal_that_is_no_seal_is_one_sentence(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "strategy" / "editions" / "2018" / "manifest.json").write_text("[]", "utf-8")
    assert main(["check"]) == 2
    assert "Das Siegel" in capsys.readouterr().err


def test_an_id_of_an_edition_that_is_gone_is_still_taken(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The seal of the latest edition remembers every ID ever used."""
    goals = project / "strategy" / "goals.yaml"
    last = goals.read_text("utf-8")
    taken = last[last.rindex("              - id: EZ59") :]
    replace(goals, taken, "")
    replace(project / "strategy" / "strategy.yaml", "ergebnisziele: 59", "ergebnisziele: 58")
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    assert main(["freeze", "2030", "--beschluss", "3/30", "--datum", "2030-02-01"]) == 0
    for edition in ("2018", "2026"):
        shutil.rmtree(project / "strategy" / "editions" / edition)
    goals.write_text(last, "utf-8")
    capsys.readouterr()
    _, report = checked(capsys)
    assert [f["id"] for f in report["findings"] if f["rule"] == "Z105"] == ["EZ59"]
    assert main(["freeze", "2034", "--beschluss", "3/34", "--datum", "2034-02-01"]) == 2


def test_a_draft_that_forgot_its_predecessor_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    head = project / "strategy" / "strategy.yaml"
    replace(head, 'vorgaenger: "2026"', 'vorgaenger: "2018"')
    capsys.readouterr()
    _, report = checked(capsys)
    assert any("folgte schon 2026" in f["message"] for f in report["findings"])
    replace(head, '  vorgaenger: "2018"\n', "")
    _, report = checked(capsys)
    (found,) = [f for f in report["findings"] if f["rule"] == "Z016"]
    assert "Die Angabe fehlt" in found["message"]
    assert found["severity"] == "warning"


def test_an_adopted_edition_is_not_sealed_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(project)
    edition = str(project / "strategy" / "editions" / "2018")
    decision = ["--beschluss", "17/26", "--datum", "2026-12-09", "--strategy", edition]
    assert main(["freeze", "2026", *decision]) == 2
    assert "schon beschlossen" in capsys.readouterr().err
    assert fingerprint(project) == before


def test_rare_words_are_listed_on_request(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = project / "strategy" / "texts" / "fazit.md"
    text.write_text(
        text.read_text("utf-8") + "\nDas ist die Aufgabe der Armutsprävetion.\n", "utf-8"
    )
    assert main(["check"]) == 0
    assert "Z342" not in capsys.readouterr().out
    assert main(["check", "--worte"]) == 0
    said = capsys.readouterr().out
    assert "fazit.md" in said
    assert "«Armutsprävetion» steht nur hier" in said


def test_what_editors_left_in_a_draft_is_a_warning_until_it_is_to_be_sealed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = project / "strategy" / "texts" / "fazit.md"
    text.write_text(text.read_text("utf-8") + "\n(Fußnoten bitte anfügen)\n", "utf-8")
    before = fingerprint(project)
    assert main(["check"]) == 0
    capsys.readouterr()
    decision = ["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]
    assert main(decision) == 2
    said = capsys.readouterr().err
    assert (
        "An 1 Stelle steht noch etwas, das vor dem Siegeln weg muss, zuerst strategy/texts/fazit.md:"
        in said
    )
    assert "«(Fußnoten bitte anfügen)» ist ein Rest aus der Bearbeitung." in said
    assert fingerprint(project) == before
    head = project / "strategy" / "strategy.yaml"
    accepted = 'abweichungen:\n  - {regel: Z333, id: fazit, grund: "Das ist ein Zitat."}\n'
    head.write_text(head.read_text("utf-8").replace("abweichungen:\n", accepted, 1), "utf-8")
    assert main(decision) == 0


def test_a_seal_that_cannot_be_finished_leaves_nothing_behind(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(project)
    swap = os.replace

    def locked(source: Path, target: Path) -> None:
        if target == Path("strategy/changes.yaml") and ".alt" not in str(source):
            raise PermissionError(13, "Zugriff verweigert", str(target))
        swap(source, target)

    monkeypatch.setattr("os.replace", locked)
    decision = ["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]
    assert main(decision) == 2
    assert fingerprint(project) == before
    monkeypatch.undo()
    monkeypatch.chdir(project)
    assert main(decision) == 0


def test_a_copy_with_line_numbers_is_written_only_on_request(project: Path) -> None:
    output = project / "output"
    assert main(["build", "--pages", "off", "--only", "zielgraph"]) == 0
    assert not list(output.glob("*zeilennummern*"))
    assert main(["build", "--pages", "off", "--only", "strategie", "--zeilennummern"]) == 0
    names = {path.name for path in output.glob("strategie*.docx")}
    assert names == {"strategie.docx", "strategie-zeilennummern.docx"}
    with ZipFile(output / "strategie-zeilennummern.docx") as word:
        assert b"<w:lnNumType " in word.read("word/document.xml")


def test_a_pdf_is_written_only_on_request_and_does_not_stay_out_of_date(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program("soffice")
    pdf = project / "output" / "strategie.pdf"
    assert main(["build", "--pages", "off", "--only", "zielgraph", "--pdf"]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "output/strategie.pdf" in capsys.readouterr().out
    assert main(["build", "--pages", "off"]) == 0
    assert not pdf.exists()


def test_without_libreoffice_a_wanted_pdf_stops_the_build_before_anything_is_written(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.PLACES", ())
    monkeypatch.setenv("PATH", "/nirgends")
    assert main(["build", "--pages", "off", "--pdf"]) == 2
    assert "kein PDF" in capsys.readouterr().err
    assert not (project / "output").exists()


def test_two_sides_may_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(project / "strategy" / "editions" / "2018", project / "früher")
    assert main(["diff", "2018", "früher", "--format", "json", "--exit-code"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["from"], report["to"], report["changes"]) == ("2018", "2018", [])


def test_freezing_says_what_still_sounds_like_a_draft(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "strategy" / "changes.yaml", "  - id: PZ05\n", "  - id: PZ06\n")
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    said = capsys.readouterr().out
    assert "«hinweise» in strategy.yaml nennen die Fassung noch einen Entwurf" in said
    assert "Prüfvermerke sind noch nicht erledigt: EZ33." in said
    assert "Änderung ohne Begründung (1)" in said
    assert main(["freeze", "2030", "--beschluss", "9/30", "--datum", "2030-05-05"]) == 0
    sealed = (project / "strategy" / "editions" / "2030" / "strategy.yaml").read_text("utf-8")
    assert "bezeichnung: Fassung 2030\n" in sealed


def test_freezing_keeps_the_line_ends_of_windows(project: Path) -> None:
    head = project / "strategy" / "strategy.yaml"
    head.write_bytes(head.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["freeze", "2026", "--beschluss", "17/26", "--datum", "2026-12-09"]) == 0
    data = head.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 50


def test_the_templates_of_the_current_folder_are_used(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "templates", project / "templates")
    template = project / "templates" / "dokument.md.j2"
    template.write_text("Hausvorlage\n" + template.read_text("utf-8"), "utf-8")
    assert main(["build", "--only", "aenderungen", "--pages", "off"]) == 0
    assert (project / "output" / "aenderungen.md").read_text("utf-8").startswith("Hausvorlage")


def test_a_house_need_not_keep_every_template(project: Path) -> None:
    """What another version of the program added is taken from there."""
    ours = shutil.ignore_patterns("*.j2")
    shutil.copytree(ROOT / "templates", project / "templates", ignore=ours)
    assert main(["build", "--pages", "off"]) == 0
    page = (project / "output" / "aenderungen.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("above", ["gibtsnicht", "ergebnisziele", "handlungsfelder"])
def test_levels_that_cannot_be_are_errors_and_no_crash(
    project: Path, capsys: pytest.CaptureFixture[str], above: str
) -> None:
    level = "praefix: PZ, "
    replace(project / "strategy" / "strategy.yaml", level, f"{level}unter: [{above}], ")
    assert main(["check"]) == 1
    assert main(["build", "--trotz-fehlern", "--pages", "off"]) == 1
