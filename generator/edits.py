"""Changed files of a strategy to its folder: all or none, the former ones kept beside it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from generator.errors import GeneratorError
from generator.former import Former
from generator.read.seals import belongs_to_edition
from generator.write import alone_in, swap_in


class Edited(Struct, frozen=True):
    """What an edit wrote and removed, and the sentence that says how to go back."""

    written: list[Path]
    removed: list[Path]
    way_back: str


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
    gone = tuple(name for name, data in changes.items() if data is None)
    former = Former(folder, list(changes), list(sealed))
    with alone_in(folder), former:
        written = swap_in(folder, {**sealed, **files}, gone)
    return Edited(written, [folder / name for name in gone], former.way_back)


def _refuse_sealed(folder: Path, name: str) -> None:
    """GeneratorError for a file that lies in an edition, by whatever way."""
    parent = (folder / name).parent.resolve()
    if belongs_to_edition(parent) or belongs_to_edition((folder / name).resolve().parent):
        raise GeneratorError(
            f"{(folder / name).as_posix()} gehört zu einer gesiegelten Fassung; dort wird nichts geändert.",
            "Geändert wird der Entwurf: mit «--strategy ORDNER» seinen Ordner angeben.",
        )
