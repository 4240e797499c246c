"""The files of a strategy as they were before an edit, kept in a folder beside it until the next one."""

import contextlib
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.errors import GeneratorError, system_reason

SUFFIX, NOTE = ".vorher", "LIESMICH.txt"
_OURS = "Der Stand vor der letzten Änderung"
"""How the note begins by which a folder is known as one of this program."""


class Former:
    """Keeps what an edit replaces while it is written; takes that back if the edit fails.

    ``changed`` are the names of the files that the edit writes or removes, ``sealed`` those
    of a new edition.
    """

    def __init__(self, strategy: Path, changed: Sequence[str], sealed: Sequence[str] = ()) -> None:
        self.strategy, self.changed, self.sealed = strategy, changed, sealed
        place = strategy.resolve()  # "." and links have no name of their own
        self.name = place.name or "Strategie"
        self.kept = place.with_name(f"{place.name}{SUFFIX}") if place.name else place / SUFFIX
        self.fresh, self.older = (self.kept.with_name(self.kept.name + s) for s in (".neu", ".alt"))

    @property
    def way_back(self) -> str:
        """The sentence that says where the former files are."""
        return (
            f"Die bisherigen Dateien liegen bis zur nächsten Änderung in {_shown(self.kept)}; "
            f"wie es zurückgeht, steht dort in {NOTE}."
        )

    def __enter__(self) -> None:
        if self.kept.exists() and not self._ours():
            raise GeneratorError(
                f"{_shown(self.kept)} gibt es schon, und das Programm hat es nicht angelegt.",
                "Dort sollen die bisherigen Dateien liegen, bis sie niemand mehr braucht: umbenennen.",
            )
        try:
            self._fill()
            self._exchange()
        except OSError as error:
            shutil.rmtree(self.fresh, ignore_errors=True)
            raise GeneratorError(
                f"Die bisherigen Dateien lassen sich nicht in {_shown(self.kept)} aufbewahren: {system_reason(error)}.",
                "Die Rechte prüfen, und ob dort eine Datei geöffnet ist. Die Strategie ist unverändert.",
            ) from error

    def __exit__(self, failed: object, *_: object) -> None:
        if failed:
            shutil.rmtree(self.kept, ignore_errors=True)
            if self.older.exists():
                os.replace(self.older, self.kept)
        shutil.rmtree(self.older, ignore_errors=True)

    def _ours(self) -> bool:
        with contextlib.suppress(OSError, ValueError):
            return (self.kept / NOTE).read_text("utf-8").startswith(_OURS)
        return False

    def _fill(self) -> None:
        shutil.rmtree(self.fresh, ignore_errors=True)
        self.fresh.mkdir()
        (self.fresh / ".gitignore").write_text("*\n", "utf-8")
        there = [name for name in self.changed if (self.strategy / name).is_file()]
        for name in there:
            (self.fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self.strategy / name, self.fresh / name)
        (self.fresh / NOTE).write_text(self._note(there), "utf-8")

    def _exchange(self) -> None:
        """The fresh folder in place of the one before, which is set aside."""
        shutil.rmtree(self.older, ignore_errors=True)
        if self.kept.exists():
            os.replace(self.kept, self.older)
        try:
            os.replace(self.fresh, self.kept)
        except OSError:
            if self.older.exists():
                os.replace(self.older, self.kept)
            raise

    def _note(self, there: Sequence[str]) -> str:
        """What someone reads who wants to go back."""
        editions = {name.split("/")[1] for name in self.sealed}
        new = [name for name in self.changed if name not in there]
        new += [f"editions/{edition} (den ganzen Ordner)" for edition in sorted(editions)]
        lines = [f"{_OURS} der Strategie «{self.name}» durch das Programm", ""]
        if there:
            lines += [
                f"Um dahin zurückzugehen, diese Dateien von hier nach «{self.name}» kopieren, jede an ihre alte Stelle:"
            ]
            lines += ["", *(f"  {name}" for name in there), ""]
        if new:
            lines += [f"In «{self.name}» löschen; das gab es vorher nicht:"]
            lines += ["", *(f"  {name}" for name in new), ""]
        lines += [
            "Die nächste Änderung durch das Programm ersetzt diesen Ordner. In git erscheint er nicht."
        ]
        return "".join(f"{line}\n" for line in lines)


def _shown(path: Path) -> str:
    """Relative to the current directory where that is possible."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # Windows: another drive
        return path.as_posix()
