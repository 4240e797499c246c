"""A strategy to the workbooks of its offices, with the columns of their own that came back before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.archive import NoArchiveError, archive_bytes
from generator.checking import Checked, check
from generator.errors import GeneratorError
from generator.graph.reporting import Reporting, reporting
from generator.model.course import Course
from generator.model.progress import Zeitraum
from generator.model.sheet import OfficeSheet, OwnColumns
from generator.outputs import put_out
from generator.read.seals import former_ids, read_seals
from generator.render.sheets.office_rows import office_sheets

NO_PERIOD = 'In progress.yaml eintragen: zeitraeume: [{kennung: "2026", stichtag: 2026-12-31}]'


class Sent(Struct, frozen=True):
    """The files that were written, each with how many rows it asks, and what is to be said."""

    written: tuple[tuple[Path, int], ...]
    notes: tuple[str, ...]


def send(folder: Path, output: Path, former: Iterable[Path]) -> tuple[Checked, Sent | None]:
    """Write one workbook a body and one for all; nothing where the strategy has errors.

    ``former`` are sheets that came back: their own columns go on, as do those of sheets of the same
    names in ``output``. GeneratorError where no period is open or nobody is asked anything.
    """
    from generator.render.sheets.workbook import encode

    checked = check(folder, quick=True)
    if checked.edition is None or checked.errors:
        return checked, None
    _, _, sheets = asked_of(checked, folder)
    if not sheets[-1].reports:
        raise GeneratorError(
            "Kein Ziel, über das berichtet wird, hat eine zuständige Stelle; es gibt nichts zu verschicken.",
            "In goals.yaml unter «zustaendig» eintragen, wer berichtet.",
        )
    own = dict(_own_columns([*former, *_there(output, sheets)]))
    day = checked.edition.strategy.kopf.fassung.stand
    files = {sheet.file: encode(sheet, _for(own, sheet), day) for sheet in sheets}
    done = put_out(output, files, None)
    written = tuple((output / sheet.file, len(sheet.reports)) for sheet in sheets)
    return checked, Sent(written, (*_lost(own, sheets), *done.notes))


def asked_of(checked: Checked, folder: Path) -> tuple[Reporting, Zeitraum, tuple[OfficeSheet, ...]]:
    """The reports at the end of the last period, and the sheets; GeneratorError where that is not open."""
    assert checked.edition is not None
    strategy = checked.edition.strategy
    period = Course(strategy).current
    if period is None:
        raise GeneratorError("Es gibt noch keinen Berichtszeitraum.", NO_PERIOD)
    if period.geschlossen:
        raise GeneratorError(
            f"Der letzte Berichtszeitraum («{period.genannt}») ist geschlossen.",
            "In progress.yaml unter «zeitraeume» den nächsten eintragen.",
        )
    fassung = strategy.kopf.fassung
    before = former_ids(folder, read_seals(folder), fassung.vorgaenger)
    adopted = before if before and fassung.status == "entwurf" else None
    seen = reporting(checked.edition, period)
    return seen, period, office_sheets(seen, period, adopted)


_Own = Mapping[str, OwnColumns]


def _there(output: Path, sheets: Iterable[OfficeSheet]) -> list[Path]:
    return [output / sheet.file for sheet in sheets if (output / sheet.file).is_file()]


def _own_columns(files: Iterable[Path]) -> Iterator[tuple[str, OwnColumns]]:
    """By worksheet: all own columns of all files, the first file first; a file that is no sheet has none."""
    from generator.collecting.own_columns import own_columns
    from generator.receive.workbook_reader import read_workbook
    from generator.render.formats.docx.libreoffice import xlsx

    returned = []
    for file in files:
        try:
            returned.append(read_workbook(archive_bytes(file), file.name, xlsx))
        except (GeneratorError, NoArchiveError, OSError):  # told by collect, not here
            continue
    yield from own_columns(returned).items()


def _for(own: _Own, sheet: OfficeSheet) -> _Own:
    """Those of the rows of one sheet; columns without a cell in it are left out."""
    keys = {row.key for row in (*sheet.reports, *sheet.figures)}
    found = {}
    for name, columns in own.items():
        cells = {key: values for key, values in columns.cells.items() if key in keys}
        used = {heading for values in cells.values() for heading in values}
        kept = tuple(heading for heading in columns.headings if heading in used)
        found[name] = OwnColumns(kept, cells)
    return found


def _lost(own: _Own, sheets: tuple[OfficeSheet, ...]) -> Iterator[str]:
    keys = {row.key for sheet in sheets for row in (*sheet.reports, *sheet.figures)}
    lost = {key[0] for columns in own.values() for key in columns.cells if key not in keys}
    gone = sorted(identity or "Zeilen ohne Kennung" for identity in lost)
    if gone:
        yield (
            f"Eigene Spalten zu {', '.join(gone)} sind nicht übernommen: Danach wird nicht mehr gefragt. "
            "Sie stehen weiter in den früheren Bögen."
        )
