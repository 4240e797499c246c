"""Bytes to a folder, all or nothing; the only module that writes.

A build first puts every file into a folder beside its targets, and only then
swaps them in. Whatever fails before leaves the previous output untouched, what
fails while swapping is undone; what was killed while swapping is undone by the next build.
An edit of a strategy is written in the same way, and keeps the former files beside it.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.errors import GeneratorError
from generator.former import Former
from generator.read.seals import belongs_to_edition

STAGING, KEPT, LIST = ".neu-", ".alt", ".liste"
_OUTPUT = (
    "Mit «--output ORDNER» einen anderen Ordner wählen.",
    "Ist sie in Word geöffnet? Schließen und noch einmal versuchen. "
    "Die bisherigen Dateien sind unverändert.",
)
_STRATEGY = (
    "Die Rechte an dem Ordner prüfen. Die Strategie ist unverändert.",
    "Ist sie in einem anderen Programm geöffnet? Schließen und noch einmal versuchen. "
    "Die Strategie ist unverändert.",
)
"""What to do where a folder, and where a file cannot be written."""


@dataclass(frozen=True)
class Edited:
    """What an edit wrote and removed, and the sentence that says how to go back."""

    written: list[Path]
    removed: list[Path]
    way_back: str


def write_all(
    folder: Path,
    files: Mapping[str, bytes],
    stale: Iterable[str] = (),
    hints: tuple[str, str] = _OUTPUT,
) -> list[Path]:
    """Write ``files`` (name -> content) into ``folder`` and remove the ``stale`` names.

    Returns the written paths in order. GeneratorError, with one of ``hints``, if the folder
    cannot be written or a target is locked; the previous files are then all still there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        recover(folder)
        staging = Path(tempfile.mkdtemp(prefix=f"{STAGING}{os.getpid()}-", dir=folder))
    except OSError as error:
        raise GeneratorError(
            f"In den Ordner {folder} lässt sich nicht schreiben: {error.strerror}.",
            hints[0],
        ) from error
    gone = [name for name in stale if (folder / name).exists()]
    try:
        for name, content in files.items():
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).write_bytes(content)
        listed = {name: _digest(data) for name, data in files.items()} | dict.fromkeys(gone)
        (staging / LIST).write_text(json.dumps(listed), "utf-8")
        _swap(folder, staging, list(files), gone)
    except OSError as error:
        name = Path(error.filename).name if error.filename else str(folder)
        raise GeneratorError(
            f"Die Datei {name} lässt sich nicht ersetzen: {error.strerror}.", hints[1]
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [folder / name for name in files]


def edit_all(
    folder: Path,
    changes: Mapping[str, bytes | None],
    sealed: Mapping[str, bytes] = MappingProxyType({}),
) -> Edited:
    """Write changed files of a strategy (None: to be removed), and a new edition with them.

    The former files stand in a folder beside the strategy until the next edit, out of sight
    of git. GeneratorError if anything cannot be written, or lies in a sealed edition; then
    nothing has changed, and the former files are those of the edit before.
    """
    for name in changes:
        _refuse_sealed(folder, name)
    files = {name: data for name, data in changes.items() if data is not None}
    gone = [name for name, data in changes.items() if data is None]
    former = Former(folder, list(changes), list(sealed))
    with former:
        written = write_all(folder, {**sealed, **files}, gone, _STRATEGY)
    return Edited(written, [folder / name for name in gone], former.way_back)


def recover(folder: Path) -> None:
    """Undo what was killed while swapping, as far as nobody has changed it since."""
    for left_over in folder.glob(f"{STAGING}*"):
        if _at_work(left_over):
            continue
        kept = left_over / KEPT
        for name, digest in _listed(left_over).items():
            target = folder / name
            if digest != (_digest(target.read_bytes()) if target.is_file() else None):
                continue
            if (kept / name).is_file():
                os.replace(kept / name, target)
            elif digest is not None:
                target.unlink()
                _remove_empty(folder, target)
        shutil.rmtree(left_over, ignore_errors=True)


def _listed(staging: Path) -> dict[str, str | None]:
    """What was to be swapped in, with digests; nothing where it had not come to that."""
    try:
        listed: dict[str, str | None] = json.loads((staging / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return listed


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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


def _swap(folder: Path, staging: Path, names: list[str], stale: list[str]) -> None:
    """Replace file by file; each target exists at every moment, a failure restores the old ones."""
    kept = staging / KEPT
    changed: list[str] = []
    try:
        for name in [*names, *stale]:
            target = folder / name
            if target.exists():
                (kept / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(target, kept / name)
            changed.append(name)
            if name in names:
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.exists():
                    shutil.copymode(target, staging / name)
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


def _refuse_sealed(folder: Path, name: str) -> None:
    """GeneratorError for a file that lies in an edition, by whatever way."""
    parent = (folder / name).parent.resolve()
    if belongs_to_edition(parent) or belongs_to_edition((folder / name).resolve().parent):
        raise GeneratorError(
            f"{(folder / name).as_posix()} gehört zu einer gesiegelten Fassung; dort wird nichts geändert.",
            "Geändert wird der Entwurf: mit «--strategy ORDNER» seinen Ordner angeben.",
        )
