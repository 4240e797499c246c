"""A reporting period to a closed one: its reports sealed, and the file that says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.checking import check, not_sealed
from generator.edit.rewrite import rewritten
from generator.edits import edit_all
from generator.errors import GeneratorError
from generator.graph.reporting import Reporting, reporting
from generator.model.kinds import PROGRESS
from generator.model.progress import Zeitraum
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.period_seals import seal_bytes, seal_name
from generator.read.spelling import suggestion
from generator.write import recover


class Closed(Struct, frozen=True):
    """A period that is closed now: its seal, how many reports it holds, what is doubtful, the way back."""

    seal: Path
    reports: int
    notes: tuple[str, ...]
    way_back: str


def close_period(folder: Path, name: str) -> Closed:
    """Close a reporting period; written together or not at all.

    GeneratorError for a period that there is not, that is closed already or that nobody
    reported in, and for a strategy with errors.
    """
    recover(folder)
    checked = check(folder, quick=True)
    if checked.edition is None or checked.errors:
        raise not_sealed(
            f"Die Strategie hat {len(checked.errors)} Fehler; so wird kein Zeitraum geschlossen",
            checked.errors,
        )
    strategy = checked.edition.strategy
    period = _open_period(strategy, name)
    reports = [report for report in strategy.berichte if report.zeitraum == name]
    if not reports:
        raise GeneratorError(
            f"Im Zeitraum {name} hat noch niemand berichtet; zu schließen gibt es nichts.",
            "Berichte stehen in progress.yaml unter «berichte».",
        )
    closed = period.model_copy(update={"geschlossen": True})
    periods = tuple(closed if one is period else one for one in strategy.zeitraeume)
    wanted = strategy.model_copy(update={"zeitraeume": periods})
    origin = Folder(folder)
    names = [n for n in origin.names() if n.endswith((".yaml", ".md"))]
    changed = rewritten({n: origin.read(n) or b"" for n in names}, wanted)
    if others := sorted(changed.keys() - {PROGRESS}):
        raise GeneratorError(
            f"{', '.join(others)}: Während des Schließens wurde hier etwas geändert.",
            "Alle Dateien speichern und schließen, dann noch einmal aufrufen.",
        )
    edited = edit_all(folder, changed | {seal_name(name): seal_bytes(wanted, closed)})
    notes = tuple(_doubts(reporting(checked.edition, period, former=checked.former)))
    return Closed(folder / seal_name(name), len(reports), notes, edited.way_back)


def _open_period(strategy: Strategy, name: str) -> Zeitraum:
    found = {period.kennung: period for period in strategy.zeitraeume}
    if name not in found:
        raise GeneratorError(
            f"Einen Berichtszeitraum «{name}» gibt es nicht.",
            suggestion(name, found) or "In progress.yaml steht noch keiner.",
        )
    if found[name].geschlossen:
        raise GeneratorError(
            f"Der Zeitraum {name} ist schon geschlossen.",
            "Neues gehört in den nächsten Zeitraum: ihn unter «zeitraeume» anlegen.",
        )
    return found[name]


def _doubts(told: Reporting) -> Iterator[str]:
    if told.rest:
        one = len(told.rest) == 1
        what = "einem Element" if one else f"{len(told.rest)} Elementen"
        yield f"Zu {what} fehlt ein Bericht; «strategie status» nennt sie."
