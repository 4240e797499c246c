"""Writing is all or nothing: whatever happens, the previous output is whole."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.write import write_all


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
