"""The states of the strategy that are at hand, each with what its documents print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.edit.given_files import GivenFiles
from generator.former import Former
from generator.match.basis import PrintedState
from generator.model.strategy import Strategy
from generator.pipeline import digest
from generator.read.editions import edition_names, editions_folder, is_draft
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.reviewing.reprint import printed


class PrintedSources:
    """The strategy as it is and was before the last edit, then its editions.

    Each is read only where those before are not the one.
    """

    def __init__(self, folder: Path, strategy: Strategy | None) -> None:
        self.folder, self.strategy = folder, strategy
        self._known: list[PrintedState] = []
        self._more = self._sources()

    def __iter__(self) -> Iterator[PrintedState]:
        yield from self._known
        for source in self._more:
            self._known.append(source)
            yield source

    def _sources(self) -> Iterator[PrintedState]:
        if self.strategy is not None:
            yield _source(self.folder, self.strategy)
            yield from self._former()
        for name in edition_names(self.folder):
            folder = editions_folder(self.folder) / name
            strategy = read_strategy(Folder(folder)).strategy
            if strategy is not None:
                yield _source(folder, strategy)

    def _former(self) -> Iterator[PrintedState]:
        """Before the last edit: a file sent out then may come back more than once."""
        kept, now = Former(self.folder, ()).kept, Folder(self.folder)
        before = Folder(kept) if kept.is_dir() else None
        if before is None:
            return
        names = {*now.names(), *before.names()}
        found = {name: before.read(name) or now.read(name) or b"" for name in names}
        strategy = read_strategy(GivenFiles(found)).strategy
        if strategy is not None:
            yield _source(self.folder, strategy)


def _source(folder: Path, strategy: Strategy) -> PrintedState:
    return PrintedState(
        strategy.kopf.fassung.kennung,
        digest(strategy),
        not is_draft(folder),
        lambda product, paged: printed(folder, strategy, product, paged),
    )
