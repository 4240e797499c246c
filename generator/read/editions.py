"""Where earlier editions are found."""

from pathlib import Path

from generator.errors import GeneratorError
from generator.read.origin import Folder, Origin, Revision
from generator.read.spelling import suggestion

EDITIONS = "editions"


def editions_folder(strategy: Path) -> Path:
    """The folder of editions that belongs to a strategy, or to one of its editions."""
    if not is_draft(strategy):
        return strategy / ".." if strategy.name in ("", ".", "..") else strategy.parent
    return strategy / EDITIONS


def is_draft(strategy: Path) -> bool:
    """Whether a folder is not one of the editions."""
    return strategy.resolve().parent.name != EDITIONS


def edition_names(strategy: Path) -> list[str]:
    """Names of the editions beside a strategy, sorted."""
    folder = editions_folder(strategy)
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if (p / "strategy.yaml").is_file())


def origin_of(side: str, strategy: Path) -> Origin:
    """One side of a comparison: an edition's name, a folder, or ``git:REV``.

    GeneratorError names the editions there are if it is none of them.
    """
    if side.startswith("git:"):
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
