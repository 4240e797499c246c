"""Bytes to a folder, all or nothing; the only module that writes.

Every file is first put into a folder beside its targets, and only then swapped in. Whatever
fails before leaves the previous files untouched, what fails while swapping is undone; what
was killed while swapping is undone by the next writer. Of two writers the second waits.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import GeneratorError, system_reason

STAGING, KEPT, PLAN = ".neu-", ".alt", ".plan"
TRIES, PAUSE = 300, 0.1
"""How often, and after how many seconds, a writer looks whether the one before has finished."""


def write_all(folder: Path, files: Mapping[str, bytes], stale: tuple[str, ...] = ()) -> list[Path]:
    """Write ``files`` (name -> content) into ``folder`` and remove the ``stale`` names.

    Returns the written paths in order. GeneratorError if a target is locked (open in
    Word) or the folder cannot be written; the previous files are then all still there.
    """
    with alone_in(folder):
        return swap_in(folder, files, stale)


def recover(folder: Path) -> None:
    """Undo what was killed while swapping in a folder, if there is that folder."""
    if folder.is_dir():
        with alone_in(folder):
            pass


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Makes the folder, waits for another writer in it, and undoes what a killed one left half done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock_when_free(folder)
    except OSError as error:
        raise _no_folder(folder, error) from error
    try:
        _recover(folder)
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lock_when_free(folder: Path) -> int | None:
    for _ in range(TRIES):
        try:
            return _lock(folder)
        except (BlockingIOError, FileExistsError, PermissionError) as error:
            if isinstance(error, PermissionError) and sys.platform != "win32":
                raise
            time.sleep(PAUSE)
    raise GeneratorError(
        f"In den Ordner {folder} schreibt gerade ein anderer Lauf.",
        "Warten, bis er fertig ist, und noch einmal versuchen.",
    )


if sys.platform == "win32":

    def _lock(folder: Path) -> int | None:
        """A file that goes with the process that made it."""
        flags = os.O_CREAT | os.O_EXCL | os.O_TEMPORARY | os.O_RDWR
        return os.open(folder / ".schreibt", flags)

else:

    def _lock(folder: Path) -> int | None:
        """The folder itself, locked while the process lives; None where its drive knows no locks."""
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise
        except OSError:
            os.close(handle)
            return None
        return handle


def swap_in(folder: Path, files: Mapping[str, bytes], stale: tuple[str, ...] = ()) -> list[Path]:
    """``write_all`` for who is already alone in the folder."""
    try:
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder))
    except OSError as error:
        raise _no_folder(folder, error) from error
    name = ""
    try:
        for name, content in files.items():
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).write_bytes(content)
        plan = _planned(folder, files, stale)
        (staging / PLAN).write_text(json.dumps(plan), "utf-8")
        _swap(folder, staging, plan)
        (staging / PLAN).unlink()  # from here on the new files count
    except BaseException as error:
        undone = _undo(folder, staging)
        if isinstance(error, OSError):
            raise _refused(folder, str(error.filename or folder / name), error, undone) from error
        raise
    shutil.rmtree(staging, ignore_errors=True)
    return [folder / name for name in files]


SwapPlan = dict[str, tuple[str | None, bool]]
"""Name -> digest of what comes (None: it is removed), and whether there was nothing before."""


def _planned(folder: Path, files: Mapping[str, bytes], stale: tuple[str, ...]) -> SwapPlan:
    coming = {name: digest(content) for name, content in files.items()}
    going = [name for name in stale if os.path.lexists(folder / name)]
    return {
        name: (value, not os.path.lexists(folder / name))
        for name, value in (coming | dict.fromkeys(going)).items()
    }


def digest(content: bytes) -> str:
    """SHA-256; 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def _swap(folder: Path, staging: Path, plan: SwapPlan) -> None:
    """Replace file by file; each target exists at every moment."""
    for name, (new, _) in plan.items():
        target, kept = folder / name, staging / KEPT / name
        if os.path.lexists(target):
            kept.parent.mkdir(parents=True, exist_ok=True)
            half = kept.with_name(f"{kept.name}.halb")  # a copy counts once it is whole
            shutil.copy2(target, half, follow_symlinks=False)
            os.replace(half, kept)
        if new is None:
            target.unlink()
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_file():
                shutil.copymode(target, staging / name)
            os.replace(staging / name, target)


def _undo(folder: Path, staging: Path) -> bool:
    """Whether everything is as before; else what was replaced stays in the staging folder."""
    try:
        plan = json.loads((staging / PLAN).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        plan = {}  # without a whole plan nothing was swapped yet
    try:
        for name, (new, fresh) in plan.items():
            _put_back(folder, folder / name, staging / KEPT / name, new, fresh)
        (staging / PLAN).unlink(missing_ok=True)
    except OSError:
        return False
    shutil.rmtree(staging, ignore_errors=True)
    return True


def _put_back(folder: Path, target: Path, kept: Path, new: str | None, fresh: bool) -> None:
    """One file as it was, unless somebody has touched it since."""
    now = digest(target.read_bytes()) if target.is_file() else None
    if now != new:
        return
    if os.path.lexists(kept):
        os.replace(kept, target)
    elif fresh and new is not None:
        target.unlink()
        _remove_empty(folder, target)


def _recover(folder: Path) -> None:
    """Undo what was killed, and remove its traces."""
    for left_over in folder.glob(f"{STAGING}*"):
        if not _undo(folder, left_over):
            raise GeneratorError(
                f"In {folder} wurde ein Lauf abgebrochen, und {left_over.name} lässt sich nicht zurücklegen.",
                "Sind Dateien des Ordners in einem anderen Programm geöffnet? Schließen und noch einmal versuchen.",
            )


def _remove_empty(folder: Path, file: Path) -> None:
    """The folders below ``folder`` that held nothing but that file."""
    for parent in file.parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:  # not empty
            return


def _no_folder(folder: Path, error: OSError) -> GeneratorError:
    return GeneratorError(
        f"In den Ordner {folder} lässt sich nicht schreiben: {system_reason(error)}.",
        "Die Rechte an dem Ordner prüfen, oder mit «--output» einen anderen Ort wählen.",
    )


def _refused(folder: Path, path: str, error: OSError, undone: bool) -> GeneratorError:
    open_elsewhere = isinstance(error, PermissionError)
    rest = (
        "Die bisherigen Dateien sind unverändert."
        if undone
        else f"Ein Teil der Dateien ist schon ersetzt; der nächste Lauf stellt sie aus {folder}/{STAGING}… wieder her."
    )
    asked = (
        "Ist sie in Word oder einem anderen Programm geöffnet? Schließen und noch einmal versuchen. "
        if open_elsewhere
        else ""
    )
    return GeneratorError(
        f"Die Datei {Path(path).name} lässt sich nicht schreiben: {system_reason(error)}.",
        f"{asked}{rest}",
    )
