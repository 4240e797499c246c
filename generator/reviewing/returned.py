"""The files that were handed in to a review, and each to the state that it is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import GeneratorError
from generator.match.basis import basis
from generator.match.reviewed import Returned, review, tell
from generator.model.review import FileState, Review
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.receive.reader import story
from generator.render.formats.docx.libreoffice import docx
from generator.render.planner_names import called
from generator.reviewing.deciding import DecidedEntries, Decisions
from generator.reviewing.opinion_entries import named_from
from generator.reviewing.sources import PrintedSources
from generator.reviewing.wanted import Writable

OTHER_STATE = (
    "Der Stand der Strategie, aus dem die Datei entstand, liegt hier nicht; verglichen wurde mit "
    "dem heutigen."
)


class Reviewed(Struct, frozen=True):
    """A review, the strategy that it concerns, and what its elements are called.

    ``files`` are the stories that the review was made of, ``entries`` what is decided, by ID.
    """

    review: Review
    strategy: Strategy
    labels: Mapping[str, str]
    files: tuple[Returned, ...]
    entries: DecidedEntries


def reviewed(folder: Path, paths: Sequence[Path]) -> Reviewed:
    """What the files say; GeneratorError where one of them or the strategy cannot be read."""
    strategy = readable(folder)
    files = tuple(_returned(paths, PrintedSources(folder, strategy)))
    return _reviewed(folder, files, strategy)


def again(folder: Path, found: Reviewed, strategy: Strategy) -> Reviewed:
    """The same files beside a strategy that has been edited."""
    return _reviewed(folder, found.files, strategy)


def _reviewed(folder: Path, files: tuple[Returned, ...], strategy: Strategy) -> Reviewed:
    decisions = Decisions(strategy.runden, named_from(folder))
    judge = Writable(folder, strategy).why
    made = decisions.settled(review(files, strategy, judge, decisions.decided))
    return Reviewed(made, strategy, called(strategy), files, decisions.entries)


def readable(folder: Path) -> Strategy:
    """The strategy; GeneratorError where a file of it cannot be understood."""
    strategy = read_strategy(Folder(folder)).strategy
    if strategy is None:
        raise GeneratorError(
            f"Die Strategie in {folder.as_posix()} lässt sich nicht lesen.",
            "«strategie check» nennt die Stellen; erst diese Fehler beheben.",
        )
    return strategy


def verified(folder: Path, paths: Sequence[Path]) -> tuple[FileState, ...]:
    """What became of each file; the strategy is only needed where a file has lost its map."""
    there = (folder / "strategy.yaml").is_file()
    sources = PrintedSources(folder, read_strategy(Folder(folder)).strategy if there else None)
    return tuple(_state(file) for file in _returned(paths, sources))


def _returned(paths: Sequence[Path], sources: PrintedSources) -> Iterator[Returned]:
    for path in paths:
        read = story(path, docx)
        yield Returned(path.as_posix(), read, basis(read, sources))


def _state(file: Returned) -> FileState:
    """Remarks change no word. Those that stand in a text as we wrote it were there from the start."""
    read, of = file.story, file.basis
    notes = (*read.mended, *([OTHER_STATE] if of.ours and of.kind == "rejected" else []))
    told = FileState(file.file, of.edition, of.digest, "foreign", 0, len(read.comments), notes)
    if not of.ours:
        return told
    found = tell(replace(file, basis=replace(of, kind="source")))
    changes = sum(one.kind != "comment" for one in found.statements) + len(found.notes)
    if changes or read.torn:
        return replace(told, state="changed", changes=changes)
    if of.made == read.digest and all(one.placed for one in found.statements):
        return replace(told, state="unchanged", comments=0)
    return replace(told, state="resaved")
