"""Bytes to a folder, all or nothing; the only module that writes.

A build first puts every file into a folder beside its targets, and only then
swaps them in. Whatever fails before leaves the previous output untouched, what
fails while swapping is undone; what was killed while swapping is undone by the next build.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import GeneratorError

STAGING, KEPT = ".neu-", ".alt"


def write_all(folder: Path, files: Mapping[str, bytes], stale: tuple[str, ...] = ()) -> list[Path]:
    """Write ``files`` (name -> content) into ``folder`` and remove the ``stale`` names.

    Returns the written paths in order. GeneratorError if a target is locked (open in
    Word) or the folder cannot be written; the previous files are then all still there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _recover(folder)
        staging = Path(tempfile.mkdtemp(prefix=f"{STAGING}{os.getpid()}-", dir=folder))
    except OSError as error:
        raise GeneratorError(
            f"In den Ordner {folder} lässt sich nicht schreiben: {error.strerror}.",
            "Mit «--output ORDNER» einen anderen Ordner wählen.",
        ) from error
    try:
        for name, content in files.items():
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).write_bytes(content)
        _swap(folder, staging, list(files), stale)
    except OSError as error:
        name = Path(error.filename).name if error.filename else str(folder)
        raise GeneratorError(
            f"Die Datei {name} lässt sich nicht ersetzen: {error.strerror}.",
            "Ist sie in Word geöffnet? Schließen und noch einmal versuchen. "
            "Die bisherigen Dateien sind unverändert.",
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [folder / name for name in files]


def _recover(folder: Path) -> None:
    """Put back what a build that was killed while swapping had replaced; remove its traces."""
    for left_over in folder.glob(f"{STAGING}*"):
        if _at_work(left_over):
            continue
        kept = left_over / KEPT
        for file in kept.rglob("*"):
            if file.is_file():
                os.replace(file, folder / file.relative_to(kept))
        shutil.rmtree(left_over, ignore_errors=True)


def _at_work(staging: Path) -> bool:
    """Whether the build of a staging folder still runs; its process number stands in the name."""
    number = staging.name.removeprefix(STAGING).partition("-")[0]
    if os.name == "nt" or not number.isdigit():  # there, asking for a process would end it
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return int(number) != os.getpid()


def _swap(folder: Path, staging: Path, names: list[str], stale: tuple[str, ...]) -> None:
    """Replace file by file; each target exists at every moment, a failure restores the old ones."""
    kept = staging / KEPT
    changed: list[str] = []
    try:
        for name in [*names, *(s for s in stale if (folder / s).exists())]:
            target = folder / name
            if target.exists():
                (kept / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(target, kept / name)
            changed.append(name)
            if name in names:
                target.parent.mkdir(parents=True, exist_ok=True)
                os.replace(staging / name, target)
            else:
                target.unlink()
    except BaseException:
        for name in changed:
            if (kept / name).exists():
                os.replace(kept / name, folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
                _remove_empty(folder, folder / name)
        raise


def _remove_empty(folder: Path, file: Path) -> None:
    """The folders below ``folder`` that held nothing but that file."""
    for parent in file.parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except OSError:  # not empty
            return
