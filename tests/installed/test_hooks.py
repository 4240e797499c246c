"""The hooks of .pre-commit-hooks.yaml, installed by pre-commit from a copy of this project and run by git."""

import re
import tarfile
from pathlib import Path

import pytest

from generator.cli import main
from tests.filled_in import filled
from tests.installed.conftest import ran, skipped_without_index
from tests.judges import program

HOOKS = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: strategie-check
      - id: strategie-fassungen
"""


@pytest.fixture
def project(built: Path, pinned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new strategy under git whose commits pass through the hooks; 2027 is sealed in it."""
    pre_commit = program("pre-commit")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "umgebungen"))
    monkeypatch.setenv("PIP_CONSTRAINT", str(pinned))
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path / "quelle", filter="data")
    (repository,) = (tmp_path / "quelle").iterdir()
    committed(repository, "Programm")
    revision = ran(repository, "git", "rev-parse", "HEAD").stdout.strip()
    monkeypatch.chdir(tmp_path)
    assert main(["init", "musterau", "--name", "Stadt Musterau"]) == 0
    there = tmp_path / "musterau"
    monkeypatch.chdir(there)
    filled(there / "strategy")
    assert main(["freeze", "2027", "--beschluss", "1/27", "--datum", "2027-03-01"]) == 0
    config = HOOKS.format(repository=repository.as_posix(), revision=revision)
    Path(".pre-commit-config.yaml").write_text(config, "utf-8")
    committed(there, "Anfang")
    ran(there, pre_commit, "install")
    skipped_without_index(ran(there, pre_commit, "install-hooks", code=None))
    return there


def committed(folder: Path, message: str, code: int = 0) -> str:
    """Commit all that is there; what was said."""
    ran(folder, "git", "init", "-q")
    ran(folder, "git", "add", "-A")
    done = ran(folder, "git", "commit", "-m", message, code=code)
    return done.stdout + done.stderr


def test_a_mistake_is_stopped_at_the_commit_and_passes_once_it_is_mended(project: Path) -> None:
    goals = project / "strategy/goals.yaml"
    right = goals.read_text("utf-8")
    goals.write_text(right.replace("zustaendig:", "zustaendik:", 1), "utf-8")
    said = committed(project, "Ein Fehler", code=1)
    assert "Strategie prüfen" in said
    assert "Z007" in said
    assert "Gemeint ist vermutlich «zustaendig»" in said
    goals.write_text(right.replace("hat ein Bad", "hat zwei Bäder"), "utf-8")
    assert "Passed" in committed(project, "Berichtigt")

    ran(project, "git", "rm", "-q", "strategy/actors.yaml")
    assert "actors.yaml" in committed(project, "Nur gelöscht", code=1)
    ran(project, "git", "checkout", "HEAD", "--", "strategy")

    sealed = project / "strategy/editions/2027/goals.yaml"
    text = sealed.read_text("utf-8")
    for spoil in (
        lambda: sealed.write_text(text.replace("hat ein Bad", "hatte ein Bad"), "utf-8"),
        sealed.unlink,
    ):
        spoil()
        said = committed(project, "Eine gesiegelte Fassung", code=1)
        assert "Z014" in said
        assert re.search(r"Strategie prüfen\.+Failed", said)
        named = "Failed" if sealed.exists() else "Skipped"  # who chooses by names is not asked
        assert re.search(rf"Gesiegelte Fassungen prüfen\.+.*{named}", said)
        ran(project, "git", "checkout", "HEAD", "--", "strategy/editions")
    assert ran(project, "git", "status", "--porcelain").stdout == ""
