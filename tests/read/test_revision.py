"""A strategy at a revision of git: read like the folder, and what prevents it is said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.model.strategy import Strategy
from generator.read.editions import origin_of
from generator.read.origin import Folder
from generator.read.reading import read_strategy

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "auental"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Planung", "-c", "user.email=planung@example.org"]
    command = ["git", "-C", str(folder), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def at(folder: Path, revision: str) -> Strategy:
    reading = read_strategy(origin_of(f"git:{revision}", folder))
    assert reading.findings == ()
    assert reading.strategy is not None
    return reading.strategy


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A git project of two commits with the example county in strategy/."""
    project = tmp_path / "größeres projekt"
    shutil.copytree(EXAMPLE, project / "strategy")
    git(tmp_path, "init", "-q", "-b", "main", str(project))
    commit(project)
    git(project, "commit", "-q", "--allow-empty", "-m", "Noch ein Stand")
    return project


def commit(project: Path) -> None:
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Ein Stand")


def refused(folder: Path, revision: str) -> GeneratorError:
    with pytest.raises(GeneratorError) as caught:
        read_strategy(origin_of(f"git:{revision}", folder))
    return caught.value


def moved(project: Path, name: str, link: str) -> None:
    """Moves a file or folder of the strategy out of it, and puts a link in its place."""
    place = project / "strategy" / name
    target = place.parent / link
    target.parent.mkdir(parents=True, exist_ok=True)
    place.rename(target)
    place.symlink_to(link)


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("actors.yaml", "../gemeinsam/actors.yaml"),
        ("goals.yaml", "ablage/ziele.yaml"),
        ("texts/WZ05.md", "../../gemeinsam/WZ05.md"),
        ("texts", "../gemeinsam/texte"),
    ],
)
def test_links_inside_the_project_are_followed_in_folder_and_revision(
    project: Path, name: str, link: str
) -> None:
    before = at(project / "strategy", "HEAD")
    moved(project, name, link)
    commit(project)
    folder = project / "strategy"
    assert read_strategy(Folder(folder)).strategy == before
    assert at(folder, "HEAD") == before
    assert at(folder, "HEAD:strategy") == before
    assert at(folder, "HEAD~1") == before


@pytest.mark.parametrize("name", ["actors.yaml", "texts/WZ05.md", "texts"])
def test_a_link_out_of_the_project_is_refused_everywhere(
    project: Path, name: str, tmp_path: Path
) -> None:
    """What it shows could be anybody's file, and another checkout does not have it."""
    outside = tmp_path / "draußen"
    (project / "strategy" / name).rename(outside)
    (project / "strategy" / name).symlink_to(outside)
    commit(project)
    with pytest.raises(GeneratorError, match="aus dem Projekt"):
        read_strategy(Folder(project / "strategy"))
    assert name in refused(project / "strategy", "HEAD").message


@pytest.mark.parametrize("target", ["nirgends.yaml", "actors.yaml"], ids=["nowhere", "itself"])
def test_a_link_to_nowhere_is_told_as_that(project: Path, target: str) -> None:
    actors = project / "strategy" / "actors.yaml"
    actors.unlink()
    actors.symlink_to(target)
    commit(project)
    with pytest.raises(GeneratorError, match="Verweis"):
        read_strategy(Folder(project / "strategy"))
    assert "Verweis" in refused(project / "strategy", "HEAD").message


def test_a_submodule_in_place_of_the_texts_is_not_silently_empty(project: Path) -> None:
    shutil.move(project / "strategy" / "texts", project.parent / "texte")
    git(project, "rm", "-rq", "--cached", "strategy/texts")
    texts = project / "strategy" / "texts"
    git(project.parent, "init", "-q", "-b", "main", str(texts))
    for file in (project.parent / "texte").iterdir():
        shutil.copy(file, texts)
    commit(texts)
    commit(project)
    assert "Submodul" in refused(project / "strategy", "HEAD").message


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root gives files away")
def test_a_project_of_another_owner_is_named_as_that(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "leer"))
    subprocess.run(["chown", "-R", "12345", str(project)], check=True)
    error = refused(project / "strategy", "HEAD")
    assert "anderen Eigentümer" in error.message
    assert "safe.directory" in error.hint


def test_a_shallow_clone_says_that_it_is_one(project: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), "flach")
    assert at(tmp_path / "flach" / "strategy", "HEAD") == at(project / "strategy", "HEAD")
    error = refused(tmp_path / "flach" / "strategy", "HEAD~1")
    assert "flach" in error.message
    assert "fetch-depth: 0" in error.hint


@pytest.mark.parametrize("kept", ["blob:none", "tree:0"])
def test_a_partial_clone_fetches_nothing_and_says_what_is_missing(
    project: Path, tmp_path: Path, kept: str
) -> None:
    goals = project / "strategy" / "goals.yaml"
    goals.write_text(goals.read_text("utf-8") + "\n# Anmerkung\n", "utf-8")
    commit(project)
    git(project, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", f"--filter={kept}", project.as_uri(), "teil")
    assert at(tmp_path / "teil" / "strategy", "HEAD") == at(project / "strategy", "HEAD")
    error = refused(tmp_path / "teil" / "strategy", "HEAD~1")
    assert "unvollständig" in error.message


def test_a_folder_outside_git_and_a_project_without_a_commit_are_told_apart(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "strategy")
    assert "keinem git-Projekt" in refused(tmp_path / "strategy", "HEAD").message
    git(tmp_path, "init", "-q")
    assert "noch keinen Stand" in refused(tmp_path / "strategy", "HEAD").message
    commit(tmp_path)
    assert "ist kein Stand" in refused(tmp_path / "strategy", "nirgends").message
    assert "ist kein Stand" in refused(tmp_path / "strategy", "--help").message
    assert "Ordner der Strategie nicht" in refused(tmp_path / "strategy", "HEAD:alt").message


def test_a_damaged_project_is_told_in_gits_own_words(project: Path) -> None:
    for pack in (project / ".git" / "objects").glob("[0-9a-f][0-9a-f]"):
        shutil.rmtree(pack)
    error = refused(project / "strategy", "HEAD")
    assert "nicht lesen" in error.message


@pytest.mark.parametrize(
    "inherited",
    [
        {"GIT_DIR": ".git"},
        {"GIT_DIR": "{other}/.git", "GIT_WORK_TREE": "{other}"},
        {"GIT_INDEX_FILE": "/nirgends/index", "GIT_PREFIX": "strategy/"},
        {"GIT_OBJECT_DIRECTORY": "{other}/.git/objects"},
        {"GIT_NAMESPACE": "anders"},
    ],
    ids=["hook", "another project", "index", "objects", "namespace"],
)
def test_what_a_hook_inherits_leads_git_nowhere_else(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inherited: dict[str, str]
) -> None:
    other = tmp_path / "anderes"
    git(tmp_path, "init", "-q", str(other))
    before = at(project / "strategy", "HEAD")
    for name, value in inherited.items():
        monkeypatch.setenv(name, value.format(other=other))
    assert at(project / "strategy", "HEAD") == before


def test_a_real_hook_compares_with_the_last_revision(project: Path) -> None:
    """git runs pre-commit with GIT_INDEX_FILE and others set, from the top of the project."""
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m generator diff git:HEAD > verglichen\n', "utf-8"
    )
    hook.chmod(0o755)
    actors = project / "strategy" / "actors.yaml"
    actors.write_text(actors.read_text("utf-8") + "\n# Anmerkung\n", "utf-8")
    git(project, "add", "strategy")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "x"]
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
    assert "unterscheiden sich nicht" in (project / "verglichen").read_text("utf-8")


def test_files_that_systems_leave_behind_are_no_part_of_a_revision(project: Path) -> None:
    before = at(project / "strategy", "HEAD")
    for name in ("._WZ01.md", ".#WZ02.md", "~$WZ01.md", "Thumbs.db", "WZ01.md~"):
        (project / "strategy" / "texts" / name).write_bytes(b"x\xff")
    commit(project)
    assert at(project / "strategy", "HEAD") == before


def test_texts_in_a_folder_of_other_capitals_are_named_in_a_revision_too(project: Path) -> None:
    (project / "strategy" / "texts").rename(project / "strategy" / "Texts")
    commit(project)
    reading = read_strategy(origin_of("git:HEAD", project / "strategy"))
    assert any(f.rule == "Z012" and "Texts" in f.message for f in reading.findings)


def test_without_git_the_sentence_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nirgends")
    assert "git wurde nicht gefunden" in refused(project / "strategy", "HEAD").message


def test_git_that_does_not_answer_is_not_waited_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}:{os.environ['PATH']}")
    monkeypatch.setattr("generator.read.git.SECONDS", 0.2)
    assert "nicht geantwortet" in refused(project / "strategy", "HEAD").message
