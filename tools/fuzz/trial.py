"""One spoiled strategy and one command to what may never happen: a crash, a hang, a flood, silence."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from msgspec import Struct

from generator.cli import main
from tools.fuzz.mutations import Spoiled, spoil

ROOT = Path(__file__).parents[2]
COUNTIES = (ROOT / "strategy", ROOT / "examples" / "auental")
SECONDS, MEBIBYTES, OUTPUT = 10, 500, 1_000_000
COMMANDS = (
    *[("check", "--format", form) for form in ("text", "text", "text", "json", "github", "gitlab", "sarif", "junit")] * 2,
    ("diff",), ("diff", "--format", "json"), ("diff", "--format", "markdown"),
    ("build", "--pages", "off", "--trotz-fehlern"), ("schema", "goals"),
)  # fmt: skip


class Outcome(Struct, frozen=True):
    """What a trial showed; ``wrong`` is empty where all is well."""

    number: int
    command: tuple[str, ...]
    done: tuple[str, ...]
    code: int
    seconds: float
    wrong: str


def files_of(county: Path) -> dict[str, bytes]:
    """All files of a strategy, its editions included."""
    names = (path for path in sorted(county.rglob("*")) if path.is_file())
    return {path.relative_to(county).as_posix(): path.read_bytes() for path in names}


class Trials:
    """Trials of one seed in a working folder of their own; number and seed decide everything."""

    def __init__(self, seed: int, work: Path) -> None:
        self.seed, self.work = seed, work
        self.counties = [files_of(county) for county in COUNTIES]
        os.environ["XDG_STATE_HOME"] = str(work / "zustand")  # logs of crashes, for who looks
        os.environ["XDG_CACHE_HOME"] = str(work / "vorrat")

    def run(self, number: int) -> Outcome:
        """The trial of that number."""
        random = Random(f"{self.seed}-{number}")
        spoiled = spoil(random.choice(self.counties), random)
        command = random.choice(COMMANDS)
        with self._laid_out(spoiled) as folder:
            before = time.process_time()  # the machine may be busy with others
            code, out, err = _told([*command, "--strategy", str(folder), *self._output(command)])
            seconds = time.process_time() - before
        return Outcome(
            number, command, spoiled.done, code, seconds, _wrong(code, out, err, seconds)
        )

    def _output(self, command: tuple[str, ...]) -> tuple[str, ...]:
        return ("--output", str(self.work / "output")) if command[0] == "build" else ()

    @contextlib.contextmanager
    def _laid_out(self, spoiled: Spoiled) -> Iterator[Path]:
        folder = self.work / "strategy"
        try:
            for name, content in spoiled.files.items():
                _lay(folder / name, content)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _lay(path: Path, content: bytes | None) -> None:
    with contextlib.suppress(NotADirectoryError, FileExistsError, IsADirectoryError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(content)


def _told(arguments: list[str]) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


def _wrong(code: int, out: str, err: str, seconds: float) -> str:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if code == 3:
        return f"crash: {err.strip()[-300:]}"
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if seconds > SECONDS:
        return f"{seconds:.0f} s"
    if peak > MEBIBYTES:
        return f"{peak} MiB"
    if code and not (out + err).strip():
        return f"exit code {code} without a word"
    if len(out) + len(err) > OUTPUT:
        return f"{len(out) + len(err)} characters of output"
    return "Traceback" if "Traceback" in out + err else ""
