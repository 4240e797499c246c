"""Files that came back to what of them is written into progress.yaml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator.archive import NoArchiveError, archive_bytes
from generator.checking import Checked, check
from generator.collecting.judging import judged
from generator.collecting.sending import asked_of
from generator.edit.rewrite import rewritten
from generator.edits import edit_all
from generator.errors import GeneratorError, system_reason
from generator.model.collected import Collected, CollectedFile
from generator.model.sheet import ReturnedSheet
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.receive.workbook_reader import read_workbook
from generator.render.formats.docx.libreoffice import xlsx


class Noted(Struct, frozen=True):
    """What was written, and how to go back; nothing where nothing was to be written."""

    written: tuple[str, ...] = ()
    way_back: str = ""


def collect(folder: Path, files: Sequence[Path], today: date) -> tuple[Strategy, Collected]:
    """What the files say; GeneratorError where the strategy cannot be read or asks nothing."""
    checked = check(folder, quick=True)
    if checked.edition is None:
        raise _unreadable(checked)
    seen, _, sheets = asked_of(checked, folder)
    digests = [sheet.stamp["Bogen"] for sheet in sheets]
    returned = [_read(file, name) for file, name in _named(files).items()]
    return checked.edition.strategy, judged(returned, seen, today, digests)


def note(folder: Path, strategy: Strategy, found: Collected) -> Noted:
    """Write what fits; GeneratorError where the folder is not to be changed."""
    wanted = strategy.model_copy(update={"berichte": found.berichte, "werte": found.werte})
    if wanted == strategy:
        return Noted()
    origin = Folder(folder)
    names = [n for n in origin.names() if n.endswith(".yaml") or n.startswith("texts/")]
    given = {name: data for name in names if (data := origin.read(name)) is not None}
    edited = edit_all(folder, rewritten(given, wanted))
    return Noted(tuple(path.as_posix() for path in edited.written), edited.way_back)


def _unreadable(checked: Checked) -> GeneratorError:
    first = checked.findings[0]
    return GeneratorError(
        f"Die Strategie lässt sich nicht lesen, zuerst {first.position.file}:{first.position.line}: {first.message}",
        "«strategie check» zeigt alle Stellen. Erst beheben.",
    )


def _named(files: Sequence[Path]) -> dict[Path, str]:
    """Each file once, by what it is called; with its folder where two are called alike."""
    once = {file.resolve(): file for file in reversed(files)}.values()
    often = Counter(file.name for file in once)
    return {
        file: file.name if often[file.name] == 1 else file.as_posix() for file in reversed(once)
    }


def _read(file: Path, name: str) -> ReturnedSheet | CollectedFile:
    """A file that is no sheet is told with the others; it stops none of them."""
    try:
        return read_workbook(archive_bytes(file), name, xlsx)
    except GeneratorError as error:
        fault = f"{error.message} {error.hint}".strip()
    except NoArchiveError as error:
        fault = f"{name} wird nicht gelesen: {error}."
    except IsADirectoryError:
        fault = f"{name} ist ein Ordner. Die Dateien darin angeben: {file.as_posix()}/*.xlsx"
    except OSError as error:
        fault = f"{file.as_posix()} lässt sich nicht lesen: {system_reason(error)}."
    return CollectedFile(name, "", "", fault=fault)
