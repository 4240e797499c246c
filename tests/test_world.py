"""Faults of the world: odd paths, a folder that may not be written, two runs at once, a wrong clock."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main
from tests.as_user import ROOT, strategie
from tests.judges import program

ODD = ("Über uns", "Amt & Co. (neu) #1 100%", "O'Brien „x“", "日本 😀")


def products(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


@pytest.mark.parametrize("name", ODD)
def test_folders_with_blanks_umlauts_and_signs_make_no_difference(
    auental: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--pages", "off"]) == 0
    odd = tmp_path / name / "mein Ordner"
    shutil.copytree(auental, odd / "strategy")
    shutil.copytree(ROOT / "templates", odd / "templates")
    monkeypatch.chdir(odd)
    assert main(["check", "--strict"]) == 0
    assert main(["build", "--pages", "off", "--output", f"{name}/aus gabe"]) == 0
    assert products(odd / name / "aus gabe") == products(tmp_path / "output")


def test_libreoffice_lays_out_from_a_folder_with_blanks_and_umlauts(
    auental: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("soffice")
    odd = tmp_path / ODD[1] / ODD[0]
    odd.mkdir(parents=True)
    monkeypatch.setenv("TMPDIR", str(odd))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(odd / "vorrat"))
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--pages", "require", "--only", "strategie"]) == 0


def bound(folder: Path, mode: int) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(mode if path.is_dir() else mode & 0o666)


@pytest.mark.skipif(os.name == "nt", reason="permissions of Unix")
def test_a_checkout_that_may_only_be_read_is_checked_and_built_elsewhere(
    auental: Path, tmp_path: Path
) -> None:
    project = tmp_path / "projekt"
    shutil.copytree(auental, project / "strategy")
    bound(project, 0o555)
    try:
        assert strategie(project, "check", HOME=str(tmp_path)).returncode == 0
        done = strategie(project, "build", "--pages", "off", HOME=str(tmp_path))
        assert done.returncode == 2
        said = done.stderr.decode()
        assert "In den Ordner output lässt sich nicht schreiben: der Zugriff ist nicht erlaubt." in said  # fmt: skip
        elsewhere = ["--output", str(tmp_path / "aus"), "--pages", "off"]
        assert strategie(project, "build", *elsewhere, HOME=str(tmp_path)).returncode == 0
        frozen = strategie(
            project, "freeze", "2027", "--beschluss", "1", "--datum", "2027-01-01", HOME=str(tmp_path),
        )  # fmt: skip
        assert frozen.returncode == 2
        assert "nicht erlaubt" in frozen.stderr.decode()
    finally:
        bound(project, 0o755)
    assert (tmp_path / "aus" / "strategie.docx").is_file()


@pytest.mark.skipif(os.name == "nt", reason="permissions of Unix")
def test_an_output_that_may_not_be_written_keeps_what_is_in_it(
    auental: Path, tmp_path: Path
) -> None:
    assert strategie(tmp_path, "build", "--pages", "off", "--only", "zielgraph").returncode == 0
    before = products(tmp_path / "output")
    bound(tmp_path / "output", 0o555)
    try:
        done = strategie(tmp_path, "build", "--pages", "off", "--only", "zielgraph")
    finally:
        bound(tmp_path / "output", 0o755)
    assert done.returncode == 2
    assert products(tmp_path / "output") == before


def test_two_builds_at_once_leave_the_products_of_one(auental: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", "--pages", "off", "--only", "zielgraph,aenderungen"]  # fmt: skip
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    running = [subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL) for _ in range(3)]  # fmt: skip
    assert [process.wait(60) for process in running] == [0, 0, 0]
    together = products(tmp_path / "output")
    subprocess.run(
        [*command, "--output", "allein"], cwd=tmp_path, env=environment, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    assert together == products(tmp_path / "allein")


@pytest.mark.parametrize("now", [0.0, 86_400.0, 4_102_444_800.0])
def test_a_clock_that_is_wrong_changes_no_byte(
    auental: Path, tmp_path: Path, now: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build", "--pages", "off"]) == 0
    with monkeypatch.context() as patch:
        patch.setattr(time, "time", lambda: now)
        patch.setattr(time, "localtime", lambda *_: time.gmtime(now))
        assert main(["check", "--strict"]) == 0
        assert main(["build", "--pages", "off", "--output", "spaeter"]) == 0
    assert products(tmp_path / "spaeter") == products(tmp_path / "output")
    for path in auental.rglob("*"):
        os.utime(path, (now, now))
    assert main(["build", "--pages", "off", "--output", "alt"]) == 0
    assert products(tmp_path / "alt") == products(tmp_path / "output")
