"""Whatever ends a command: one true German sentence, the right exit code, never a traceback."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.as_user import ROOT, strategie

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is full")


def run_into(cwd: Path, *arguments: str, out: object = None, err: object = None):
    command = [sys.executable, "-m", "generator", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=cwd, env=environment, stdout=out, stderr=err, check=False, timeout=60)  # fmt: skip


@needs_full
def test_documents_are_said_to_be_finished_where_only_the_saying_failed(auental: Path) -> None:
    with FULL.open("w") as full:
        done = run_into(auental.parent, "build", "--pages", "off", out=full, err=subprocess.PIPE)
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "ließ sich nicht ausgeben: auf dem Datenträger ist kein Platz mehr" in said
    assert "Die Dokumente in output sind fertig." in said
    assert "Nichts" not in said
    assert "Programm" not in said
    assert (auental.parent / "output" / "strategie.docx").is_file()


@needs_full
@pytest.mark.parametrize(
    "command",
    [["check"], ["check", "--format", "json"], ["diff"], ["explain"]],
)  # fmt: skip
def test_a_report_that_could_not_be_written_is_no_success(
    auental: Path, command: list[str]
) -> None:
    with FULL.open("w") as full:
        done = run_into(auental.parent, *command, out=full, err=subprocess.PIPE)
    assert done.returncode == 2
    assert "ließ sich nicht ausgeben" in done.stderr.decode()


@needs_full
def test_a_seal_is_said_to_be_made_where_only_the_saying_failed(auental: Path) -> None:
    with FULL.open("w") as full:
        done = run_into(
            auental.parent, "freeze", "2027", "--beschluss", "1/27", "--datum", "2027-01-01", out=full, err=subprocess.PIPE,
        )  # fmt: skip
    assert "Die Fassung 2027 ist gesiegelt." in done.stderr.decode()
    assert (auental / "editions" / "2027" / "manifest.json").is_file()


@needs_full
@pytest.mark.parametrize("code", [0, 2])
def test_a_terminal_that_is_gone_changes_no_exit_code(auental: Path, code: int) -> None:
    command = ["check"] if code == 0 else ["check", "--strategy", "nirgends"]
    with FULL.open("w") as full:
        done = run_into(auental.parent, *command, out=subprocess.DEVNULL, err=full)
    assert done.returncode == code


@pytest.mark.skipif(os.name == "nt", reason="closed streams of a Unix shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams_are_no_fault_of_the_program(auental: Path, closed: str) -> None:
    script = f'"{sys.executable}" -m generator check --strict {closed}'
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    assert subprocess.run(["sh", "-c", script], cwd=auental.parent, env=environment, check=False, capture_output=True).returncode == 0  # fmt: skip


def test_a_reader_that_stops_reading_is_no_failure(auental: Path) -> None:
    script = f'"{sys.executable}" -m generator explain | head -1; exit 0'
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", script], cwd=auental.parent, env=environment, check=True, capture_output=True)  # fmt: skip
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "strategy/x"), "Auf strategy/x lässt sich nicht zugreifen: der Zugriff ist nicht erlaubt."),
        (OSError(errno.ELOOP, "Too many levels of symbolic links", "a/b"), "Auf a/b lässt sich nicht zugreifen"),
        (MemoryError(), "Der Arbeitsspeicher reicht nicht aus."),
    ],
)  # fmt: skip
def test_what_the_world_does_is_no_fault_of_the_program(
    auental: Path, error: Exception, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("generator.pipeline.check", fail)
    assert main(["check", "--strategy", str(auental)]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "denied" not in said


@pytest.mark.parametrize("error", [RuntimeError("innen"), KeyboardInterrupt()])
def test_that_nothing_was_changed_is_said_before_anything_was_written_and_not_after(
    auental: Path, error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    monkeypatch.chdir(auental.parent)
    monkeypatch.setenv("XDG_STATE_HOME", str(auental.parent / "zustand"))

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.check", fail)
        assert main(["build", "--pages", "off"]) in (2, 3)
    before = capsys.readouterr().err
    assert "Nichts wurde verändert." in before or "sind unverändert" in before
    assert not (auental.parent / "output").exists()
    monkeypatch.setattr("generator.cli._size", fail)
    assert main(["build", "--pages", "off"]) in (2, 3)
    after = capsys.readouterr().err
    assert "Die Dokumente in output sind fertig." in after
    assert "unverändert" not in after
    assert "Nichts wurde verändert" not in after


@pytest.mark.parametrize(
    "command",
    [
        ["build", "--revision", "v1\x01"],
        ["build", "--revision", "v1\nzwei"],
        ["build", "--revision", "v1\x9b0m"],
        ["build", "--revision", "v1\u2028"],
        ["build", "--revision", "v1\uffff"],
        ["build", "--revision", os.fsdecode(b"v1\xe4")],
        ["build", "--revision", "x" * 5_000_000],
        ["build", "--output", "aus\tgabe"],
        ["freeze", "2027", "--beschluss", "17\x07", "--datum", "2027-01-01"],
        ["freeze", "2027", "--beschluss", os.fsdecode(b"17/\xfc"), "--datum", "2027-01-01"],
        ["freeze", "2027\n", "--beschluss", "17", "--datum", "2027-01-01"],
        ["diff", "git:HEAD\x1b[2J"],
        ["explain", "Z110\x00"],
        ["check", "--strategy", "strategy\r"],
    ],
)
def test_what_no_document_can_hold_is_refused_on_the_command_line(
    auental: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    monkeypatch.chdir(auental.parent)
    assert main(command) == 2
    said = capsys.readouterr().err
    assert len(said) < 1000
    assert "strategie: «" in said
    assert all(sign.isprintable() or sign == "\n" for sign in said)
    assert not (auental.parent / "output").exists()


def test_a_revision_in_any_words_of_a_person_is_kept(auental: Path) -> None:
    done = strategie(auental.parent, "build", "--pages", "off", "--only", "strategie", "--revision", "Stand „v1“ & <2>")  # fmt: skip
    assert done.returncode == 0


@pytest.mark.parametrize("command", [["explain", "x" * 1_000_000], ["diff", "x" * 100_000], ["x" * 1_000_000]])  # fmt: skip
def test_no_message_is_longer_than_a_screen(
    auental: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    monkeypatch.chdir(auental.parent)
    assert main(command) == 2
    assert len(capsys.readouterr().err) < 5000
