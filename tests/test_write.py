"""Writing is all or nothing: whatever happens, the previous output is whole."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.write import edit_all, recover, write_all


def content(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_all_files_are_written_and_out_of_date_ones_removed(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.docx": b"alt", "synopse.docx": b"alt"})
    paths = write_all(
        tmp_path, {"a.docx": b"neu", "b.md": b"neu"}, stale=("synopse.docx", "nie.docx")
    )
    assert content(tmp_path) == {"a.docx": b"neu", "b.md": b"neu"}
    assert paths == [tmp_path / "a.docx", tmp_path / "b.md"]


def test_a_failure_half_way_restores_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, {"a.docx": b"alt", "b.docx": b"alt"})
    before = content(tmp_path)
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if Path(target) == tmp_path / "b.docx" and ".alt" not in str(source):
            raise PermissionError(13, "Zugriff verweigert", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(GeneratorError, match=r"b\.docx") as caught:
        write_all(tmp_path, {"a.docx": b"neu", "b.docx": b"neu", "c.docx": b"neu"})
    assert "Word" in caught.value.hint
    assert content(tmp_path) == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("eine Datei", "utf-8")
    with pytest.raises(GeneratorError, match="output"):
        write_all(tmp_path / "output", {"a.docx": b"neu"})


def test_a_killed_build_leaves_the_previous_output(tmp_path: Path) -> None:
    """SIGKILL while the new files are being prepared: the old ones are untouched, and the next build tidies up."""
    write_all(tmp_path, {"a.docx": b"alt"})
    program = textwrap.dedent(
        f"""
        import time
        from pathlib import Path
        import generator.write as write
        def wait(*_):
            print("bereit", flush=True)
            time.sleep(60)
        write._swap = wait
        write.write_all(Path({str(tmp_path)!r}), {{"a.docx": b"neu", "b.docx": b"neu"}})
        """
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"bereit\n"
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert (tmp_path / "a.docx").read_bytes() == b"alt"
    assert not (tmp_path / "b.docx").exists()
    write_all(tmp_path, {"a.docx": b"neu"})
    assert content(tmp_path) == {"a.docx": b"neu"}


def test_what_was_killed_while_swapping_is_put_back_by_the_next_build(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.docx": b"alt", "texte/b.md": b"alt", "c.svg": b"alt"})
    script = """
        import os, sys
        from pathlib import Path
        import generator.write as write
        swap = os.replace
        def killed(source, target):
            if Path(target).name == "c.svg":
                os.kill(os.getpid(), 9)
            swap(source, target)
        os.replace = killed
        write.write_all(Path(sys.argv[1]), {"a.docx": b"neu", "texte/b.md": b"neu", "c.svg": b"neu"})
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert (tmp_path / "a.docx").read_bytes() == b"neu"
    write_all(tmp_path, {"d.json": b"neu"})
    assert content(tmp_path) == {
        "a.docx": b"alt", "texte/b.md": b"alt", "c.svg": b"alt", "d.json": b"neu",
    }  # fmt: skip


KILLED = """
    import os, sys
    from pathlib import Path
    import generator.write as write
    swap = os.replace
    def killed(source, target):
        if Path(target).name == "c.yaml":
            os.kill(os.getpid(), 9)
        swap(source, target)
    os.replace = killed
    changes = {"a.yaml": b"neu", "texts/neu.md": b"neu", "c.yaml": b"neu", "d.md": None}
    write.edit_all(Path(sys.argv[1]), changes)
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
    assert "Die Strategie ist unverändert" in caught.value.hint
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
