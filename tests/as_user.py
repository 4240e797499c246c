"""The program as a process of its own, as a user whom permissions bind and with a time limit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_CAPABILITIES = "-dac_override,-dac_read_search"


def strategie(
    cwd: Path, *arguments: str, seconds: float = 60, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Runs a command; fails the test if it does not end in time."""
    command = [sys.executable, "-m", "generator", *arguments]
    settings = {"PYTHONPATH": str(ROOT), "HOME": str(cwd), **environment}
    return subprocess.run(
        [*_bound(), *command],
        cwd=cwd,
        env=os.environ | settings,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
    )


def _bound() -> list[str]:
    """What takes from root the right to read and write everything."""
    if os.name == "nt" or os.geteuid() != 0:
        return []
    program = shutil.which("setpriv")
    if program is None:
        pytest.skip("root, and no setpriv to be bound by permissions")
    return [program, f"--bounding-set={_CAPABILITIES}", f"--inh-caps={_CAPABILITIES}"]
