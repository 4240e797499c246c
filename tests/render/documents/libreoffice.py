"""LibreOffice as a judge of tracked changes: what it leaves of files when all are settled."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.judges import program

SCRIPT = Path(__file__).with_name("libreoffice_settles.py")
PYTHON = "/usr/bin/python3"


def settled(folder: Path, files: list[tuple[bytes, str]]) -> list[dict[str, list[str]]]:
    """Paragraphs and notes of each (file, accept | reject | plain); skips where it is missing."""
    office = program("soffice")
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip("needs the program python3-uno (see .ci/run)")
    arguments = []
    for number, (data, how) in enumerate(files):
        path = folder / f"{number}.docx"
        path.write_bytes(data)
        arguments += [str(path), how]
    pipe = f"strategie{os.getpid()}"
    profile = (folder / "profil").as_uri()
    command = [office, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    running = subprocess.Popen(
        [*command, f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        script = [PYTHON, str(SCRIPT), pipe, *arguments]
        run = subprocess.run(script, capture_output=True, text=True, timeout=600, check=False)
        assert run.returncode == 0, run.stderr
        found: list[dict[str, list[str]]] = json.loads(run.stdout)
        return found
    finally:
        try:
            running.wait(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
