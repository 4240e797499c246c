"""LibreOffice for tests: a script run by the system's Python inside of it, and files saved by it."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.judges import program

PYTHON = "/usr/bin/python3"
FILTERS = {"docx": "docx:MS Word 2007 XML", "odt": "odt", "doc": "doc:MS Word 97"}


def scripted(folder: Path, script: Path, arguments: Sequence[str], patience: int = 600) -> str:
    """What a script prints that drives LibreOffice through a pipe, the first of its arguments.

    Skips where LibreOffice or the system's Python for it is missing. ``folder`` gets a profile; ``patience`` in seconds.
    """
    office = program("soffice")
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("needs the program python3-uno (see .ci/run)")
    pipe = f"strategie{os.getpid()}"
    command = [office, "--headless", "--norestore", _profile(folder)]
    running = subprocess.Popen(
        [*command, f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        call = [PYTHON, str(script), pipe, *arguments]
        found = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}  # office_pipe.py
        run = subprocess.run(
            call, capture_output=True, text=True, timeout=patience, check=False, env=found
        )
        assert run.returncode == 0, f"{run.returncode}: {run.stderr}"
        return run.stdout
    finally:
        try:
            running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)


def saved(folder: Path, files: Sequence[Path], *kinds: str) -> list[Path]:
    """The files opened and saved by LibreOffice as each of the kinds, one after the other."""
    office = program("soffice")
    found = list(files)
    for number, kind in enumerate(kinds):
        out = folder / f"gespeichert{number}"
        command = [office, "--headless", "--norestore", _profile(folder), "--convert-to"]
        call = [*command, FILTERS[kind], "--outdir", str(out), *map(str, found)]
        subprocess.run(call, capture_output=True, timeout=300, check=True)
        found = [out / f"{file.stem}.{kind}" for file in found]
    return found


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'profil').as_uri()}"
