"""The wheel in a fresh environment, far from the checkout, does everything that the commands promise."""

import json
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.filled_in import filled
from tests.installed.conftest import ROOT, ran, skipped_without_index


@pytest.fixture(scope="module")
def strategie(built: Path, pinned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment into which pip has put the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("fresh")
    ran(folder, sys.executable, "-m", "venv", "umgebung")
    programs = folder / "umgebung" / ("Scripts" if sys.platform == "win32" else "bin")
    (wheel,) = built.glob("*.whl")
    install = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", pinned, wheel)
    skipped_without_index(ran(folder, programs / "python", *install, code=None))
    return programs / "strategie"


def test_the_wheel_does_everything(strategie: Path, tmp_path: Path) -> None:
    def told(*words: str, code: int = 0) -> str:
        where = tmp_path / "musterau" if (tmp_path / "musterau").is_dir() else tmp_path
        # Elsewhere nothing of the checkout is found, and no state of another run.
        home = str(tmp_path / "heim")
        return ran(where, strategie, *words, code=code, PYTHONPATH="", HOME=home).stdout

    assert told("--version").startswith("strategie 0.")
    assert "Angelegt" in told("init", "musterau", "--name", "Stadt Musterau", "--ci", "gitlab")
    there = tmp_path / "musterau"
    assert (there / ".gitlab-ci.yml").is_file()
    assert "Bestanden" in told("check", "--strict")
    filled(there / "strategy")
    assert json.loads(told("check", "--format", "json"))["findings"] == []
    assert json.loads(told("schema", "goals"))["title"] == "goals.yaml"
    assert "Z110" in told("explain")
    told("freeze", "2027", "--beschluss", "1/27", "--datum", "2027-03-01")
    goals = there / "strategy/goals.yaml"
    goals.write_text(goals.read_text("utf-8").replace("hat ein Bad", "hat zwei Bäder"), "utf-8")
    assert "umformuliert" in told("diff")
    told("build", "--pages", "off")
    made = {path.name for path in (there / "output").iterdir()}
    assert made >= {"strategie.docx", "synopse.docx", "aenderungsfassung.docx", "aenderungen.html",
                    "aenderungen.md", "aenderungen.json", "zielgraph.svg",
                    "strategie.html", "synopse.html"}  # fmt: skip
    assert "Keine Änderungen" in told("review", "output/strategie.docx")
    assert "unverändert" in told("verify", "output/strategie.docx")


def test_its_own_templates_and_fonts_serve_a_strategy_that_has_none(
    strategie: Path, tmp_path: Path
) -> None:
    """A drawn figure needs the fonts, a document the Word template."""
    ran(tmp_path, strategie, "build", "--pages", "off", "--strategy", ROOT / "examples/auental",
        "--only", "strategie,aenderungen-html", PYTHONPATH="")  # fmt: skip
    with zipfile.ZipFile(tmp_path / "output/strategie.docx") as word:
        assert any(name.endswith(".png") for name in word.namelist())


def test_both_packages_hold_what_is_no_program_too(built: Path) -> None:
    (wheel,), (source,) = built.glob("*.whl"), built.glob("*.tar.gz")
    needed = {path.relative_to(ROOT / "templates").as_posix() for path in
              (ROOT / "templates").rglob("*") if path.is_file()}  # fmt: skip
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"generator/_templates/{name}" for name in needed} <= names
    assert "generator/json_schema/examples.json" in names
    assert not [name for name in names if name.startswith(("tests/", "tools/", "strategy/"))]
    with tarfile.open(source) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"templates/{name}" for name in needed} <= inside
    assert {
        "requirements.lock",
        ".pre-commit-hooks.yaml",
        "tests/installed/test_wheel.py",
    } <= inside


def test_building_twice_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    ran(ROOT, sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path)
    (first,), (second,) = built.glob("*.whl"), tmp_path.glob("*.whl")
    assert first.read_bytes() == second.read_bytes()
