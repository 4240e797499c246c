"""Writing is all or nothing: whatever happens, the previous output is whole."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from generator.errors import GeneratorError
from generator.write import alone_in, write_all


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


OLD = {"a.docx": b"alt", "texte/b.md": b"alt", "weg.pdf": b"alt", ".strategie": b"alt"}
NEW = {"a.docx": b"neu", "texte/b.md": b"neu", "neu/c.svg": b"neu", ".strategie": b"neu"}


class Failing:
    """Counts the operations that write, and lets one fail as on a full disk: half done."""

    operations: tuple[tuple[Any, str], ...] = (
        (Path, "write_bytes"),
        (Path, "write_text"),
        (Path, "unlink"),
        (shutil, "copy2"),
        (os, "replace"),
    )

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.count, self.at = 0, at
        for owner, name in self.operations:
            monkeypatch.setattr(owner, name, self.counted(getattr(owner, name)))

    @staticmethod
    def half_done(operation, arguments) -> None:
        if operation.__name__ in ("write_bytes", "write_text", "copy2"):
            Path(arguments[operation.__name__ == "copy2"]).touch()

    def counted(self, operation):
        def run(*arguments, **settings):
            self.count += 1
            if self.count != self.at:
                return operation(*arguments, **settings)
            self.half_done(operation, arguments)
            raise OSError(errno.ENOSPC, "No space left on device", str(arguments[0]))

        return run


def test_a_disk_that_is_full_at_any_write_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in count(1):
        folder = tmp_path / str(at)
        write_all(folder, OLD)
        with monkeypatch.context() as patch:
            failing = Failing(patch, at)
            try:
                write_all(folder, NEW, stale=("weg.pdf",))
            except GeneratorError as error:
                said = error
        if failing.count < at:
            break
        assert "kein Platz" in said.message
        assert "unverändert" in said.hint
        assert "Word" not in said.hint
        assert content(folder) == OLD
    assert at > 12
    assert content(folder) == NEW


def test_where_even_undoing_fails_nothing_is_lost_and_the_next_run_puts_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, OLD)
    replace = os.replace
    dead: list[Path] = []

    def dying(source: Path, target: Path) -> None:
        if dead or Path(target) == tmp_path / "texte" / "b.md":
            dead.append(target)
            raise OSError(errno.EIO, "Input/output error", str(target))
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", dying)
        with pytest.raises(GeneratorError) as caught:
            write_all(tmp_path, NEW, stale=("weg.pdf",))
    assert "unverändert" not in caught.value.hint
    assert "stellt sie" in caught.value.hint
    write_all(tmp_path, {})
    assert content(tmp_path) == OLD


def killed_at(folder: Path, moment: int) -> bool:
    """Whether a writer was killed just before, or in the middle of, its n-th operation."""
    child = os.fork()
    if child == 0:
        with pytest.MonkeyPatch.context() as patch:
            Killing(patch, moment)
            write_all(folder, NEW, stale=("weg.pdf",))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


class Killing(Failing):
    """Two moments for each operation: before it, and with it half done."""

    operations = (*Failing.operations, (Path, "rmdir"), (os, "rmdir"), (os, "unlink"))

    def counted(self, operation):
        def run(*arguments, **settings):
            self.count += 1
            if self.count == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
            self.count += 1
            if self.count == self.at:
                self.half_done(operation, arguments)
                os.kill(os.getpid(), signal.SIGKILL)
            return operation(*arguments, **settings)

        return run


def test_a_writer_killed_at_any_moment_leaves_whole_files_and_the_next_one_the_former_state(
    tmp_path: Path,
) -> None:
    seen = set()
    for moment in count(1):
        folder = tmp_path / str(moment)
        write_all(folder, OLD)
        killed = killed_at(folder, moment)
        assert (folder / "a.docx").read_bytes() in (b"alt", b"neu")
        write_all(folder, {})
        after = content(folder)
        assert after in (OLD, NEW)
        seen.add((killed, after == NEW))
        if not killed:
            break
    assert seen == {(True, False), (True, True), (False, True)}


def test_what_somebody_did_after_a_killed_run_is_not_undone_with_it(tmp_path: Path) -> None:
    write_all(tmp_path, OLD)
    assert killed_at(tmp_path, 27)
    assert (tmp_path / "a.docx").read_bytes() == b"neu"
    (tmp_path / "a.docx").write_bytes(b"von Hand")
    write_all(tmp_path, {})
    assert content(tmp_path) == {**OLD, "a.docx": b"von Hand"}


def test_of_two_writers_the_second_waits(tmp_path: Path) -> None:
    """Each file is then of the same run, whoever was last."""
    contents = [{name: str(run).encode() for name in ("a", "b", "c")} for run in range(8)]
    writers = [threading.Thread(target=write_all, args=(tmp_path, files)) for files in contents]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert content(tmp_path) in contents


def test_a_writer_that_never_finishes_is_not_waited_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.write.TRIES", 2)
    monkeypatch.setattr("generator.write.PAUSE", 0.01)
    with (
        alone_in(tmp_path),
        pytest.raises(GeneratorError, match="ein anderer Lauf"),
    ):
        write_all(tmp_path, {"a.docx": b"neu"})
    assert content(tmp_path) == {}


def test_a_folder_in_place_of_a_file_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    (tmp_path / "a.docx" / "notiz").write_text("meine", "utf-8")
    with pytest.raises(GeneratorError, match="ein Ordner"):
        write_all(tmp_path, {"a.docx": b"neu"})
    assert content(tmp_path) == {"a.docx/notiz": b"meine"}


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
