"""Schemas beside a strategy: told where they are for other levels, and no part of a sealed edition."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.json_schema.file_schemas import NAMES
from tests.filled_in import filled


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "neu", "--name", "Stadt Au", "--stufen", "Ziel,Maßnahme"]) == 0
    monkeypatch.chdir(tmp_path / "neu")
    return tmp_path / "neu"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    main(["check", *words])
    return capsys.readouterr().out


def test_what_init_writes_is_what_the_command_shows(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """So whoever writes them anew gets the same, and all but the heads of texts have one."""
    written = {path.stem: path.read_text("utf-8") for path in (project / "schema").iterdir()}
    assert set(written) == set(NAMES) - {"texts"}
    for name, text in written.items():
        capsys.readouterr()
        assert main(["schema", name]) == 0
        assert capsys.readouterr().out == text


def renamed(project: Path, *folder: str) -> None:
    """A level with another key, where its goals stand too."""
    for name in ("strategy", "goals"):
        file = project.joinpath(*folder, f"{name}.yaml")
        file.write_text(file.read_text("utf-8").replace("massnahmen", "schritte"), "utf-8")


def test_schemas_for_other_levels_are_named_with_the_command_that_mends_them(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Z020" not in told(capsys)
    renamed(project, "strategy")
    said = told(capsys, "--format", "json")
    assert said.count('"Z020"') == 1
    assert '"file": "schema/strategy.json"' in said
    for name in ("goals", "strategy"):
        command = f"strategie schema {name} --output schema/{name}.json"
        assert command in said
        assert main(command.split()[1:]) == 0
    assert "Z020" not in told(capsys)


def test_levels_that_contradict_themselves_are_told_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the schemas nor the lists in goals.yaml are wrong then."""
    head = project / "strategy/strategy.yaml"
    text = head.read_text("utf-8")
    for below in ("[]", "[massnahmen]", "[zielle]"):
        head.write_text(text.replace("praefix: MA,", f"praefix: MA, unter: {below},"), "utf-8")
        said = told(capsys)
        assert "Z501" in said
        assert "Z020" not in said
        assert "Z102" not in said


def test_the_command_names_the_folder_where_it_is_another(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "plan").mkdir()
    (project / "strategy").rename(project / "plan/kreis")
    (project / "schema").rename(project / "plan/schema")
    renamed(project, "plan", "kreis")
    said = told(capsys, "--strategy", "plan/kreis")
    assert "schema goals --strategy plan/kreis --output plan/schema/goals.json" in said


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe\x00", b'{"$comment": "Eigenes"}', None])
def test_what_we_did_not_write_there_is_not_judged(
    content: bytes | None, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("goals", "strategy"):
        path = project / f"schema/{name}.json"
        path.unlink()
        if content is None:
            path.mkdir()
        else:
            path.write_bytes(content)
    renamed(project, "strategy")
    assert "Z020" not in told(capsys)


def test_a_sealed_edition_names_no_schema_and_the_draft_goes_on_naming_its_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the edition lies, the way to the schema would lead nowhere."""
    filled(project / "strategy")
    words = ["freeze", "2027", "--beschluss", "1/27", "--datum", "2027-03-01"]
    assert main(words) == 0
    for file in (project / "strategy/editions/2027").glob("*.yaml"):
        assert b"yaml-language-server" not in file.read_bytes()
        if file.name not in ("changes.yaml", "strategy.yaml"):
            draft = (project / "strategy" / file.name).read_text("utf-8")
            line = f"# yaml-language-server: $schema=../schema/{file.stem}.json\n"
            assert draft.replace(line, "") == file.read_text("utf-8")
            assert line in draft
    assert "Z014" not in told(capsys)
    assert main(["check", "--strategy", "strategy/editions/2027"]) == 0
