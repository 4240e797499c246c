"""Where the files of a strategy come from: a folder or a revision of the repository."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from generator.errors import GeneratorError


class Origin(Protocol):
    """A readable set of files below one root."""

    def names(self) -> list[str]:
        """Names of the files of this strategy, sorted, with forward slashes."""

    def folders(self) -> list[str]:
        """Names of the folders beside those files, and of those in texts; sorted."""

    def read(self, name: str) -> bytes | None:
        """The bytes of one file, None if there is none."""

    def shown(self, name: str) -> str:
        """How a message names that file."""


def _belongs(name: str) -> bool:
    """Whether a file is part of the strategy itself and not of an earlier edition."""
    parts = name.split("/")
    return len(parts) == 1 or (len(parts) == 2 and parts[0] == "texts")


@dataclass(frozen=True)
class Folder:
    """A strategy in a folder of the file system."""

    root: Path

    def names(self) -> list[str]:
        """See Origin."""
        found = []
        for folder in ("", "texts"):
            path = self.root / folder
            if path.is_dir():
                prefix = f"{folder}/" if folder else ""
                found += [prefix + entry.name for entry in os.scandir(path) if entry.is_file()]
        return sorted(found)

    def folders(self) -> list[str]:
        """See Origin."""
        found = []
        for folder in ("", "texts/"):
            path = self.root / folder
            if path.is_dir():
                inside = [e.name for e in os.scandir(path) if e.is_dir() and e.name[0] != "."]
                found += [folder + name for name in inside]
        return sorted(found)

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        try:
            with open(f"{self.root}{os.sep}{name}", "rb", buffering=0) as file:  # noqa: PTH123 (speed)
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise GeneratorError(
                f"Die Datei {self.shown(name)} lässt sich nicht lesen: {error.strerror}.",
                "Ist die Datei in einem anderen Programm geöffnet oder gesperrt?",
            ) from error

    def shown(self, name: str) -> str:
        """Relative to the current directory where that is possible."""
        return f"{self._shown_root}{name}"

    @cached_property
    def _shown_root(self) -> str:
        try:
            shown = Path(os.path.relpath(self.root)).as_posix()
        except ValueError:  # Windows: another drive
            shown = self.root.as_posix()
        return "" if shown == "." else f"{shown}/"


@dataclass(frozen=True)
class Revision:
    """A strategy as a git revision holds it; nothing is checked out."""

    root: Path
    revision: str

    @cached_property
    def _files(self) -> dict[str, bytes]:
        """All files below the folder at that revision, by one call of ``git archive``."""
        import io
        import tarfile

        if self.revision.startswith("-") or not self.revision:
            raise GeneratorError(f"«git:{self.revision}» ist kein Stand eines git-Projekts.")
        with tarfile.open(fileobj=io.BytesIO(self._archive())) as archive:
            members = [m for m in archive.getmembers() if m.isfile()]
            found = ((m.name.removeprefix("./"), archive.extractfile(m)) for m in members)
            return {name: file.read() for name, file in found if file and _belongs(name)}

    def _archive(self) -> bytes:
        import subprocess

        command = ["git", "-C", str(self.root), "archive", "--format=tar", self.revision, "."]
        try:
            done = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError as error:
            raise GeneratorError(
                "Das Programm git wurde nicht gefunden.",
                "Für «git:…» muss git installiert sein; sonst eine Fassung oder einen Ordner angeben.",
            ) from error
        if done.returncode:
            detail = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise GeneratorError(
                f"Den Stand «git:{self.revision}» gibt es in {self.root.as_posix()} nicht.",
                f"«git log --oneline» zeigt, welche Stände es gibt. Meldung von git: {' '.join(detail)}",
            )
        return done.stdout

    def names(self) -> list[str]:
        """See Origin."""
        return sorted(self._files)

    def folders(self) -> list[str]:
        """See Origin."""
        return sorted({name.split("/")[0] for name in self._files if "/" in name})

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        return self._files.get(name)

    def shown(self, name: str) -> str:
        """See Origin."""
        return f"git:{self.revision}:{name}"
