"""Products to the output folder: what this program did not write itself is never lost.

Beside the products lies the list ``.strategie`` of what was written, in the form of
``sha256sum`` (digest, two spaces, name). A file that is no longer as listed is somebody's
work: it is kept under another name where a product takes its place, and stays where none does.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import count
from pathlib import Path, PurePosixPath

from msgspec import Struct

from generator.errors import GeneratorError, system_reason
from generator.write import alone_in, digest, swap_in

RECORD = ".strategie"
EDITED = "von Hand geändert"


class Output(Struct, frozen=True):
    """The written products in order, and what is to be said about files of others."""

    written: list[Path]
    notes: list[str]


def put_out(folder: Path, files: Mapping[str, bytes], left_out: Collection[str] | None) -> Output:
    """Write products (name -> content); ``left_out`` are names that would now be out of date.

    None: other products stay as they are. All or nothing, as ``write_all``; GeneratorError
    as there.
    """
    with alone_in(folder):
        listed = _listed(folder)
        edited = dict(_edited(folder, files, listed))
        others = {*left_out, *listed} - files.keys() if left_out is not None else set()
        there = {name: now for name in sorted(others) if (now := _now(folder / name)) is not None}
        stale = [name for name, now in there.items() if digest(now) == listed.get(name)]
        record = {name: value for name, value in listed.items() if name not in others}
        record |= {name: digest(content) for name, content in files.items()}
        lines = "".join(f"{value}  {name}\n" for name, value in sorted(record.items()))
        kept = {name: content for name, content in edited.values() if content is not None}
        swap_in(folder, {**kept, **files, RECORD: lines.encode()}, tuple(stale))
    foreign = [name for name in there if name not in stale]
    return Output([folder / name for name in files], list(_notes(folder, edited, foreign)))


def _listed(folder: Path) -> dict[str, str]:
    """Name -> digest of what was written before; nothing where the list is none."""
    data = _now(folder / RECORD) or b""
    pairs = (line.partition("  ")[::2] for line in data.decode("utf-8", "replace").splitlines())
    return {name: value for value, name in pairs if name and _inside(PurePosixPath(name))}


def _inside(name: PurePosixPath) -> bool:
    return not name.is_absolute() and ".." not in name.parts and "\\" not in str(name)


def _now(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError as error:
        raise GeneratorError(
            f"Die Datei {path} lässt sich nicht lesen: {system_reason(error)}.",
            "Ist sie in einem anderen Programm geöffnet? Schließen und noch einmal versuchen.",
        ) from error


def _edited(
    folder: Path, files: Mapping[str, bytes], listed: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, bytes | None]]]:
    """For each product whose place another file takes: where that is kept, and its content
    (None where it is kept already).
    """
    for name, content in files.items():
        now = _now(folder / name)
        if now is None or digest(now) == listed.get(name) or now == content:
            continue
        for number in count(1):
            aside = _aside(name, number)
            before = _now(folder / aside)
            if before is None or before == now:
                yield name, (aside, None if before == now else now)
                break


def _aside(name: str, number: int) -> str:
    path = PurePosixPath(name)
    words = EDITED if number == 1 else f"{EDITED} {number}"
    return str(path.with_name(f"{path.stem} ({words}){path.suffix}"))


def _notes(
    folder: Path, edited: Mapping[str, tuple[str, bytes | None]], foreign: Collection[str]
) -> Iterator[str]:
    if edited:
        told = ", ".join(f"«{aside}»" for aside, _ in edited.values())
        yield (
            f"In {folder} lagen Dateien, die von Hand geändert oder nicht von diesem Programm sind; "
            f"sie heißen jetzt {told}."
        )
    if foreign:
        yield (
            f"In {folder} bleiben Dateien, die von Hand geändert oder nicht von diesem Programm sind "
            f"und veraltet sein können: {', '.join(f'«{name}»' for name in foreign)}."
        )
