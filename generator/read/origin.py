"""Where the files of a strategy come from: a folder or a revision of the repository."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from generator.errors import GeneratorError

_PIECE = 1 << 16


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


def _read(path: str) -> bytes:
    """All bytes of a file: half the cost of ``open`` where there are thousands of small ones."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, _PIECE)
        while more := os.read(file, _PIECE):
            data += more
        return data
    finally:
        os.close(file)


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
        return sorted(name for name, is_folder in self._entries if not is_folder)

    def folders(self) -> list[str]:
        """See Origin."""
        return sorted(name for name, is_folder in self._entries if is_folder)

    @cached_property
    def _entries(self) -> list[tuple[str, bool]]:
        """Name and whether it is a folder, of all that lies in the folder and in texts."""
        found = []
        for folder, prefix in (("", ""), ("texts", "texts/")):
            path = self.root / folder
            try:
                for entry in os.scandir(path) if path.is_dir() else ():
                    is_folder = entry.is_dir()
                    if not is_folder or entry.name[0] != ".":
                        found.append((prefix + entry.name, is_folder))
            except OSError as error:
                raise GeneratorError(
                    f"Der Ordner {self.shown(folder) or path.as_posix()} lässt sich nicht lesen: {error.strerror}.",
                    "Die Rechte an dem Ordner prüfen.",
                ) from error
        return found

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        try:
            return _read(f"{self.root}{os.sep}{name}")
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
    """A strategy as a git revision holds it; nothing is checked out.

    ``revision`` is what git calls one, with the folder behind a colon where the strategy lay
    elsewhere then (``v1:alt/strategie``, from the top of the repository).
    """

    root: Path
    revision: str

    @cached_property
    def _blobs(self) -> dict[str, str]:
        """Name -> object of the files of the strategy at that revision."""
        revision, colon, folder = self.revision.partition(":")
        tree = f"{revision}:{folder.strip('/') if colon else './'}"
        listed = None
        if revision and not revision.startswith("-"):
            listed = self._git("ls-tree", "--full-tree", "-r", "-z", tree)
        if listed is None:
            raise self._missing(revision)
        found = {}
        for line in listed.decode("utf-8", "replace").split("\0"):
            kind, _, name = line.partition("\t")
            if _belongs(name) and kind.startswith("100"):  # a file, no link and no submodule
                found[name] = kind.split()[2]
        return found

    @cached_property
    def _files(self) -> dict[str, bytes]:
        """All files, by one call of ``git cat-file``."""
        names, objects = list(self._blobs), "\n".join(self._blobs.values())
        data = self._git("cat-file", "--batch", said=objects.encode()) or b""
        files, place = {}, 0
        for name in names:  # each: "object type size", a line end, the content, a line end
            end = data.index(b"\n", place)
            size = int(data[place:end].split()[2])
            files[name] = data[end + 1 : end + 1 + size]
            place = end + size + 2
        return files

    def _git(self, *arguments: str, said: bytes = b"") -> bytes | None:
        """What git prints; None where it fails."""
        import subprocess

        command = ["git", "-C", str(self.root), *arguments]
        try:
            done = subprocess.run(command, capture_output=True, check=False, input=said)
        except FileNotFoundError as error:
            raise GeneratorError(
                "Das Programm git wurde nicht gefunden.",
                "Für «git:…» muss git installiert sein; sonst eine Fassung oder einen Ordner angeben.",
            ) from error
        return None if done.returncode else done.stdout

    def _missing(self, revision: str) -> GeneratorError:
        known = revision and not revision.startswith("-")
        if known and self._git("rev-parse", "-q", "--verify", f"{revision}^{{commit}}") is not None:
            return GeneratorError(
                f"Im Stand «git:{revision}» gibt es den Ordner der Strategie nicht.",
                "Lag sie damals in einem anderen Ordner, ihn angeben: "
                f"«git:{revision}:anderer/ordner», vom obersten Ordner des Projekts aus.",
            )
        return GeneratorError(
            f"«git:{self.revision}» ist kein Stand des git-Projekts, zu dem {self.root.as_posix()} gehört.",
            "Möglich sind etwa git:HEAD~1, ein Zweig, eine Marke oder die Nummer eines Commits; "
            "«git log --oneline» zeigt sie.",
        )

    def names(self) -> list[str]:
        """See Origin."""
        return sorted(self._blobs)

    def folders(self) -> list[str]:
        """See Origin."""
        return sorted({name.split("/")[0] for name in self._blobs if "/" in name})

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        return self._files.get(name)

    def shown(self, name: str) -> str:
        """See Origin."""
        return f"git:{self.revision}:{name}"
