"""An edit of a strategy is all or nothing, and the former files stay beside it until the next one."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.edits import edit_all
from generator.errors import GeneratorError
from generator.write import recover, write_all


def content(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


KILLED = """
    import os, sys
    from pathlib import Path
    from generator.edits import edit_all
    swap = os.replace
    def killed(source, target):
        if Path(target).name == "c.yaml":
            os.kill(os.getpid(), 9)
        swap(source, target)
    os.replace = killed
    changes = {"a.yaml": b"neu", "texts/neu.md": b"neu", "c.yaml": b"neu", "d.md": None}
    edit_all(Path(sys.argv[1]), changes)
"""


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    """A folder of files that are called like those of a strategy."""
    folder = tmp_path / "strategie"
    write_all(folder, {"a.yaml": b"alt", "c.yaml": b"alt", "d.md": b"alt"})
    return folder


def killed_edit(folder: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(KILLED), str(folder)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert (folder / "a.yaml").read_bytes() == b"neu"


def test_an_edit_that_was_killed_is_undone_with_what_it_had_created(strategy: Path) -> None:
    before = content(strategy)
    killed_edit(strategy)
    recover(strategy)
    assert content(strategy) == before
    assert not (strategy / "texts").exists()


def test_what_someone_changed_after_a_killed_edit_is_not_undone(strategy: Path) -> None:
    killed_edit(strategy)
    (strategy / "a.yaml").write_bytes(b"von Hand")
    recover(strategy)
    assert content(strategy) == {"a.yaml": b"von Hand", "c.yaml": b"alt", "d.md": b"alt"}


def test_an_edit_replaces_creates_and_removes_files_and_keeps_the_former_ones(
    strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(strategy.parent)
    edited = edit_all(strategy, {"a.yaml": b"neu", "texts/neu.md": b"neu", "d.md": None})
    assert content(strategy) == {"a.yaml": b"neu", "c.yaml": b"alt", "texts/neu.md": b"neu"}
    assert edited.written == [strategy / "a.yaml", strategy / "texts/neu.md"]
    assert edited.removed == [strategy / "d.md"]
    kept = content(strategy.parent / "strategie.vorher")
    note = kept.pop("LIESMICH.txt").decode()
    assert kept == {"a.yaml": b"alt", "d.md": b"alt", ".gitignore": b"*\n"}
    assert "  a.yaml\n  d.md\n" in note
    assert "löschen; das gab es vorher nicht:\n\n  texts/neu.md\n" in note
    assert "in strategie.vorher; wie es zurückgeht, steht dort in LIESMICH.txt" in edited.way_back


def test_the_note_beside_the_former_files_leads_back(strategy: Path) -> None:
    """Whoever does what it says has the strategy of before."""
    before = content(strategy)
    edit_all(strategy, {"a.yaml": b"neu", "texts/neu.md": b"neu", "d.md": None})
    kept = strategy.parent / "strategie.vorher"
    copied, deleted = (kept / "LIESMICH.txt").read_text("utf-8").split("löschen;")
    for line in copied.splitlines():
        if line.startswith("  "):
            (strategy / line.strip()).write_bytes((kept / line.strip()).read_bytes())
    for line in deleted.splitlines():
        if line.startswith("  "):
            (strategy / line.strip()).unlink()
    assert content(strategy) == before


def test_the_former_files_are_those_before_the_last_edit(strategy: Path) -> None:
    edit_all(strategy, {"a.yaml": b"zwei"})
    edit_all(strategy, {"c.yaml": b"drei"})
    kept = strategy.parent / "strategie.vorher"
    assert set(content(kept)) == {"c.yaml", ".gitignore", "LIESMICH.txt"}
    assert [p.name for p in sorted(strategy.parent.iterdir())] == ["strategie", "strategie.vorher"]


def test_git_does_not_see_the_former_files(strategy: Path) -> None:
    git = ["git", "-C", str(strategy.parent)]
    subprocess.run([*git, "init", "-q"], check=True)
    edit_all(strategy, {"a.yaml": b"neu"})
    status = [*git, "status", "--porcelain", "--untracked-files=all"]
    seen = subprocess.run(status, check=True, capture_output=True, text=True).stdout
    assert "strategie/a.yaml" in seen
    assert "vorher" not in seen


def test_a_failed_edit_changes_nothing_and_keeps_the_former_files(
    strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_all(strategy, {"a.yaml": b"zwei"})
    before, kept = content(strategy), content(strategy.parent / "strategie.vorher")
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(target).name == "c.yaml" and ".alt" not in str(source):
            raise PermissionError(13, "Zugriff verweigert", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(GeneratorError, match=r"c\.yaml") as caught:
        edit_all(strategy, {"a.yaml": b"drei", "c.yaml": b"drei"})
    assert "Die bisherigen Dateien sind unverändert" in caught.value.hint
    assert content(strategy) == before
    assert content(strategy.parent / "strategie.vorher") == kept


def test_former_files_that_cannot_be_kept_stop_the_edit(
    strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows where a file in the folder of former files is open."""
    edit_all(strategy, {"a.yaml": b"zwei"})
    everything = content(strategy.parent)
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(source).name == "strategie.vorher":
            raise PermissionError(13, "Zugriff verweigert", str(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(GeneratorError, match=r"nicht in .*strategie\.vorher aufbewahren"):
        edit_all(strategy, {"a.yaml": b"drei"})
    assert content(strategy.parent) == everything


def test_a_folder_that_only_looks_like_one_of_former_files_is_not_touched(strategy: Path) -> None:
    mine = strategy.parent / "strategie.vorher"
    mine.mkdir()
    (mine / "a.yaml").write_bytes(b"meine Sicherung")
    everything = content(strategy.parent)
    with pytest.raises(GeneratorError, match=r"strategie\.vorher gibt es schon"):
        edit_all(strategy, {"a.yaml": b"neu"})
    assert content(strategy.parent) == everything


def test_a_strategy_may_be_the_current_folder_or_a_link(
    strategy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(strategy)
    assert "in ../strategie.vorher;" in edit_all(Path(), {"a.yaml": b"zwei"}).way_back
    link = strategy.parent / "verweis"
    link.symlink_to(strategy, target_is_directory=True)
    edit_all(link, {"a.yaml": b"drei"})
    assert (strategy / "a.yaml").read_bytes() == b"drei"
    assert (strategy.parent / "strategie.vorher" / "a.yaml").read_bytes() == b"zwei"
    assert not (strategy.parent / "verweis.vorher").exists()


@pytest.mark.parametrize("where", ["editions/2018", "gesiegelt"])
def test_a_sealed_edition_is_never_edited(strategy: Path, where: str) -> None:
    """Nor a folder beside them, nor one that is reached by a link."""
    edition = strategy / where
    files = {"goals.yaml": b"alt", "texts/A.md": b"alt"}
    write_all(edition, files if where.startswith("editions") else {**files, "manifest.json": b"{}"})
    (strategy / "texts").symlink_to(edition / "texts", target_is_directory=True)
    before = content(strategy.parent)
    for folder, name in (
        (edition, "goals.yaml"), (strategy, "texts/A.md"), (edition, "texts/A.md"), (edition, "texts/B.md"),
    ):  # fmt: skip
        with pytest.raises(GeneratorError, match="gehört zu einer gesiegelten Fassung"):
            edit_all(folder, {"strategy.yaml": b"neu", name: b"neu"})
    assert content(strategy.parent) == before


def test_the_rights_of_a_file_stay(strategy: Path) -> None:
    (strategy / "a.yaml").chmod(0o664)
    edit_all(strategy, {"a.yaml": b"neu"})
    assert (strategy / "a.yaml").stat().st_mode & 0o777 == 0o664
