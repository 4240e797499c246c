"""The seals of closed reporting periods: what was reported when they were closed, and what became other since.

A seal is the file zeitraeume/⟨Kennung⟩.json beside the strategy. It holds the reports of the period, the
states they name and the values measured up to its Stichtag, word for word, so that what was
touched can be put back, and a digest over all of that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.model.course import Course
from generator.model.kinds import PROGRESS
from generator.model.progress import Zeitraum
from generator.model.strategy import Strategy
from generator.read.files import content, printable
from generator.read.positions import Positions
from generator.read.seals import own_digest

FOLDER = "zeitraeume"
"""In the folder of the strategy."""
CODE = "Z021"
_BACK = "Die Datei aus git oder der Sicherung zurückholen."


def seal_name(period: str) -> str:
    """The file that seals a period, in the folder of the strategy."""
    return f"{FOLDER}/{period}.json"


def sealed_content(strategy: Strategy, period: Zeitraum) -> dict[str, Any]:
    """What the seal of a period holds, but for its digest."""
    reports = [r for r in strategy.berichte if r.zeitraum == period.kennung]
    named = {report.stand for report in reports}
    scale = [state for state in Course(strategy).scale if state.schluessel in named]
    return {
        "format": 1,
        "zeitraum": period.kennung,
        "stichtag": period.stichtag.isoformat(),
        "skala": [_plain(state) for state in scale],
        "berichte": [_plain(report) for report in reports],
        "werte": [
            {"id": figure.id, "groesse": figure.groesse, **_plain(measured)}
            for figure in strategy.werte
            for measured in figure.gemessen
            if measured.stichtag <= period.stichtag
        ],
    }


def seal_bytes(strategy: Strategy, period: Zeitraum) -> bytes:
    """The file that seals a period."""
    held = sealed_content(strategy, period)
    held["seal"] = own_digest(held)
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(record: Any) -> dict[str, Any]:
    plain: dict[str, Any] = record.model_dump(mode="json", exclude_none=True)
    return plain


def broken_periods(folder: Path, strategy: Strategy, positions: Positions) -> list[Finding]:
    """A finding for all that is no longer as it was when its period was closed."""
    path = folder / FOLDER
    names = sorted(p.stem for p in path.glob("*.json")) if path.is_dir() else []
    closed = [period.kennung for period in strategy.zeitraeume if period.geschlossen]
    found = [_unsealed(positions, strategy, name) for name in closed if name not in names]
    for name in names:
        file = path / f"{name}.json"
        shown = printable(file.as_posix())
        seal = _read(file, shown)
        if seal is None or seal.get("seal") != own_digest(seal) or seal["zeitraum"] != name:
            message = f"Zeitraum {name}: Sein Siegel {shown} wurde verändert. {_BACK}"
            found.append(Finding(CODE, Severity.ERROR, message, Position(shown, 1, 1), name))
        else:
            found += _Opened(strategy, positions, seal).findings()
    return found


def _unsealed(positions: Positions, strategy: Strategy, name: str) -> Finding:
    number = [period.kennung for period in strategy.zeitraeume].index(name)
    message = (
        f"Zeitraum {name}: Er heißt geschlossen, ist aber nicht gesiegelt. Die Zeile «geschlossen: true» löschen und "
        f"«strategie freeze --zeitraum {name}» aufrufen; fehlt {seal_name(name)}, die Datei zurückholen."
    )
    place = positions.at(PROGRESS, "zeitraeume", number, "geschlossen")
    return Finding(CODE, Severity.ERROR, message, place, name)


def _read(file: Path, shown: str) -> dict[str, Any] | None:
    """A seal, None for what has not its shape."""
    try:
        seal = json.loads((content(str(file), shown) or b"").decode("utf-8-sig"))
    except (ValueError, RecursionError, GeneratorError):
        return None
    lists = ("skala", "berichte", "werte")
    if not isinstance(seal, dict) or not {"zeitraum", "stichtag", *lists} <= seal.keys():
        return None
    entries = (entry for name in lists for entry in seal[name])
    whole = all(isinstance(seal[name], list) for name in lists)
    return seal if whole and all(isinstance(entry, dict) for entry in entries) else None


class _Opened:
    """One whole seal beside what the files say now."""

    def __init__(self, strategy: Strategy, positions: Positions, seal: Mapping[str, Any]) -> None:
        self.strategy, self.positions, self.seal = strategy, positions, seal
        self.name = str(seal["zeitraum"])

    def findings(self) -> Iterator[Finding]:
        periods = {p.kennung: (n, p) for n, p in enumerate(self.strategy.zeitraeume)}
        number, period = periods.get(self.name, (0, None))
        if period is None:
            said = "Er fehlt unter «zeitraeume». Die Zeile zurückholen."
            yield self._finding(said, self.name, "zeitraeume")
            return
        if not period.geschlossen or period.stichtag.isoformat() != self.seal["stichtag"]:
            said = (
                f"Er ist seit dem Stichtag {self.seal['stichtag']} geschlossen; so steht es nicht mehr da. "
                "«geschlossen: true» und den Stichtag wieder eintragen."
            )
            yield self._finding(said, self.name, "zeitraeume", number, "kennung")
            return
        now = sealed_content(self.strategy, period)
        yield from self._reports(now)
        yield from self._lost("werte", ("id", "groesse", "stichtag"), now)
        scale = [_plain(state) for state in Course(self.strategy).scale]
        yield from self._lost("skala", ("schluessel",), {"skala": scale})

    def _reports(self, now: Mapping[str, Any]) -> Iterator[Finding]:
        """Reports that were added, changed or taken out."""
        sealed = list(self.seal["berichte"])
        places = [n for n, r in enumerate(self.strategy.berichte) if r.zeitraum == self.name]
        for number, report in zip(places, now["berichte"], strict=True):
            if report in sealed:
                sealed.remove(report)
                continue
            said = (
                f"Der Bericht zu {report['id']} kam nach dem Schließen hinzu oder wurde verändert. Den alten Stand "
                f"aus {seal_name(self.name)} zurückholen; Neues gehört in den nächsten Zeitraum."
            )
            yield self._finding(said, report["id"], "berichte", number, "id")
        there = {report["id"] for report in now["berichte"]}
        for report in sealed:
            if report.get("id") not in there:
                said = f"Der Bericht zu {report.get('id')} fehlt. Ihn aus {seal_name(self.name)} zurückholen."
                yield self._finding(said, str(report.get("id")), "berichte")

    def _lost(self, name: str, keys: tuple[str, ...], now: Mapping[str, Any]) -> Iterator[Finding]:
        """Sealed values or states that are no longer there as they were; new ones may come."""
        for entry in self.seal[name]:
            if entry not in now[name]:
                about = ", ".join(str(entry.get(key, "")) for key in keys)
                what = "Der gemessene Wert" if name == "werte" else "Der Stand der Skala"
                said = (
                    f"{what} «{about}» ist nicht mehr der, der beim Schließen galt. Ihn aus "
                    f"{seal_name(self.name)} zurückholen."
                )
                yield self._finding(said, str(entry.get("id", self.name)), name)

    def _finding(self, said: str, about: str, *path: str | int) -> Finding:
        place = self.positions.at(PROGRESS, *path)
        message = f"Geschlossener Zeitraum {self.name}: {said}"
        return Finding(CODE, Severity.ERROR, message, place, about)
