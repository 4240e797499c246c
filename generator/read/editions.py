"""Where earlier editions are found."""

from pathlib import Path

from generator.errors import GeneratorError, system_reason
from generator.read.files import EDITIONS as EDITIONS  # the name of the folder
from generator.read.files import printable
from generator.read.origin import Folder, Origin
from generator.read.spelling import suggestion


def editions_folder(strategy: Path) -> Path:
    """The folder of editions that belongs to a strategy, or to one of its editions."""
    if not is_draft(strategy):
        return strategy / ".." if strategy.name in ("", ".", "..") else strategy.parent
    return strategy / EDITIONS


def is_draft(strategy: Path) -> bool:
    """Whether a folder is not one of the editions."""
    return strategy.resolve().parent.name != EDITIONS


def edition_names(strategy: Path, holding: str = "strategy.yaml") -> list[str]:
    """Names of the folders of editions beside a strategy that hold a file of that name, sorted."""
    folder = editions_folder(strategy)
    try:
        if not folder.is_dir():
            return []
        return sorted(p.name for p in folder.iterdir() if _holds(p, holding))
    except OSError as error:
        raise GeneratorError(
            f"Der Ordner {printable(folder.as_posix())} lässt sich nicht lesen: {system_reason(error)}.",
            "Die Rechte an dem Ordner prüfen.",
        ) from error


def _holds(folder: Path, name: str) -> bool:
    try:
        (folder / name).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def origin_of(side: str, strategy: Path) -> Origin:
    """One side of a comparison: an edition's name, a folder, or ``git:REV``.

    GeneratorError names the editions there are if it is none of them.
    """
    if side.startswith("git:"):
        from generator.read.revision import Revision  # few ask git

        return Revision(strategy, side.removeprefix("git:"))
    names = edition_names(strategy)
    if side in names:
        return Folder(editions_folder(strategy) / side)
    if (Path(side) / "strategy.yaml").is_file():
        return Folder(Path(side))
    raise GeneratorError(
        f"Eine Fassung oder einen Ordner «{side}» gibt es nicht.",
        suggestion(side, names) or "Es gibt noch keine früheren Fassungen.",
    )
