"""A command to what it cost: CPU seconds and peak memory of the whole process."""

import os
import resource
import subprocess
from pathlib import Path

from msgspec import Struct


class Cost(Struct, frozen=True, order=True):
    """CPU seconds (user + system) and peak memory in MiB of a process and those it started.

    ``stopped``: it was ended at its limit, the true cost is higher.
    """

    cpu: float
    memory: float
    stopped: bool = False

    @property
    def shown(self) -> str:
        """The seconds as the table prints them."""
        return f"{'>' if self.stopped else ''}{self.cpu:.2f}"


def run(command: list[str], folder: Path, root: Path, limit: float = 0) -> Cost:
    """Run a command in ``folder`` with ``root`` on its path; SystemExit where it fails.

    ``limit``: CPU seconds after which each of its processes is stopped (0: never).
    """
    path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH", ""))))

    def limited() -> None:
        if limit:
            seconds = int(limit) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=limited,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    stopped = bool(limit) and cpu >= limit and process.returncode != 0
    if process.returncode not in (0, 1) and not stopped:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(cpu, usage.ru_maxrss / 1024, stopped)
