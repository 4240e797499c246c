"""Where the files of a strategy come from; here a folder, in revision.py a revision of git."""

import os
from functools import cached_property
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from generator.errors import GeneratorError, system_reason
from generator.read.files import (
    content,
    left_by_system,
    printable,
    project_of,
    refuse_leading_out,
)


class Origin(Protocol):
    """A readable set of files below one root."""

    def names(self) -> list[str]:
        """Names of the files of this strategy, sorted, with forward slashes."""

    def folders(self) -> list[str]:
        """Names of the folders beside those files, and of those in texts and bilder; sorted."""

    def read(self, name: str) -> bytes | None:
        """The bytes of one file, None if there is none."""

    def is_link(self, name: str) -> bool:
        """Whether a file or folder is a symbolic link."""

    def shown(self, name: str) -> str:
        """How a message names that file."""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link round in a circle: said where it is read
        return False


class Folder(Struct, frozen=True, dict=True):
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
        """Name and whether it is a folder, of all that lies in the folder, in texts and in bilder."""
        found = []
        for folder, prefix in (("", ""), ("texts", "texts/"), ("bilder", "bilder/")):
            path = self._path(folder)
            try:
                if folder:
                    self._refuse_leading_out(folder)
                for entry in os.scandir(path) if Path(path).is_dir() else ():
                    if not left_by_system(entry.name):
                        found.append((prefix + entry.name, _is_folder(entry)))
            except OSError as error:
                raise GeneratorError(
                    f"Der Ordner {self.shown(folder) or printable(path)} lässt sich nicht lesen: "
                    f"{system_reason(error)}.",
                    "Die Rechte an dem Ordner prüfen.",
                ) from error
        return found

    def _path(self, name: str) -> str:
        return f"{self.root}{os.sep}{name}"

    def _refuse_leading_out(self, name: str) -> None:
        if os.path.islink(self._path(name)):  # noqa: PTH114 - a Path for each text costs as much as reading it
            refuse_leading_out(self._path(name), self.shown(name), project_of(self.root))

    def read(self, name: str) -> bytes | None:
        """See Origin."""
        self._refuse_leading_out(name)
        return content(self._path(name), self.shown(name))

    def is_link(self, name: str) -> bool:
        """See Origin."""
        return Path(self._path(name)).is_symlink()

    def shown(self, name: str) -> str:
        """Relative to the current directory where that is possible."""
        return self._shown_root + printable(name)

    @cached_property
    def _shown_root(self) -> str:
        try:
            shown = Path(os.path.relpath(self.root)).as_posix()
        except ValueError:  # Windows: another drive
            shown = self.root.as_posix()
        return "" if shown == "." else f"{printable(shown)}/"
