"""The program as others get it: built, installed outside the checkout, and in projects with git."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]
IDENTITY = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Anna Amt"), ("EMAIL", "anna@example.org"))
}


def ran(
    folder: Path, *command: str | Path, code: int | None = 0, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command; its exit code is ``code``, or any where that is None."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env=os.environ | IDENTITY | {"GIT_CONFIG_GLOBAL": os.devnull} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    assert code is None or done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that ``make dist`` fills."""
    folder = tmp_path_factory.mktemp("dist")
    ran(ROOT, sys.executable, "-m", "hatchling", "build", "-d", folder)
    return folder


@pytest.fixture(scope="session")
def pinned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The versions of requirements.lock, as constraints."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    file = tmp_path_factory.mktemp("pinned") / "constraints.txt"
    found = re.findall(r"^([\w.-]+==[^\s\\]+(?: ; [^\\\n]+)?)", text, re.MULTILINE)
    file.write_text("\n".join(found) + "\n", "utf-8")
    return file


def skipped_without_index(done: subprocess.CompletedProcess[str]) -> None:
    """No fault of ours: packages are fetched from an index, and there is none."""
    if re.search(r"NewConnectionError|Temporary failure|No matching distribution", done.stderr):
        pytest.skip("needs a package index")
    assert done.returncode == 0, done.stdout + done.stderr
