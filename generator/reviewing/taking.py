"""A review to the strategy with what is open and can be made, and to what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.edit.given_files import strategy_in
from generator.edits import edit_all
from generator.errors import GeneratorError
from generator.model.review import Applied
from generator.pipeline import check
from generator.read.origin import Folder
from generator.read.seals import belongs_to_edition
from generator.reviewing.applying import Outcome, applied
from generator.reviewing.returned import Reviewed


def taken_over(folder: Path, found: Reviewed) -> Applied:
    """Write what is open and in no conflict; GeneratorError where the folder is not to be changed.

    What is written has been read and printed again before. The former files are kept.
    """
    files = _files(folder)
    outcome = applied(folder, files, found.strategy, found.review.statements)
    changes = [one for one in found.review.statements if one.kind != "comment"]
    refused = {one.id: str(one.why) for one in changes if not (one.applicable or one.stands)}
    done = tuple(one.id for one in changes if one.stands)
    written, notes = _written(folder, outcome)
    return Applied(outcome.taken, refused | outcome.refused, done, written, notes)


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a strategy that may be changed and can be read without mistakes."""
    if belongs_to_edition(folder):
        raise GeneratorError(
            f"{folder.as_posix()} ist eine gesiegelte Fassung; sie wird nicht geändert.",
            "Geändert wird der Entwurf: mit «--strategy ORDNER» seinen Ordner angeben.",
        )
    origin = Folder(folder)
    files = {name: origin.read(name) or b"" for name in origin.names()}
    strategy_in(files)
    return files


def _written(folder: Path, outcome: Outcome) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the written files, and sentences on the way back and on what the check says."""
    if not outcome.files:
        return (), ()
    edited = edit_all(folder, outcome.files)
    names = tuple(path.as_posix() for path in (*edited.written, *edited.removed))
    return names, (edited.way_back, *_checked(folder))


def _checked(folder: Path) -> Iterator[str]:
    errors = len(check(folder).errors)
    if errors:
        yield f"Die Prüfung nennt jetzt {errors} Fehler; «strategie check» zeigt sie."
    else:
        yield "Die Prüfung nennt keine Fehler. «strategie build» erzeugt die Dokumente neu."
