"""Where earlier editions are found, and what their manifests remember."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.read.origin import Folder, Origin, Revision
from generator.read.schema import suggestion

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class FormerId:
    """An ID that an earlier edition used, and for an element of which level."""

    edition: str
    level: str


def editions_folder(strategy: Path) -> Path:
    """The folder of editions that belongs to a strategy, or to one of its editions."""
    resolved = strategy.resolve()
    if resolved.parent.name == "editions":
        return strategy / ".." if strategy.name in ("", ".", "..") else strategy.parent
    return strategy / "editions"


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


def former_ids(strategy: Path, predecessor: str | None) -> dict[str, FormerId]:
    """IDs used by the predecessor and the editions before it, with the last that used each.

    Read from the manifests, so that old editions need not be read again.
    """
    manifests = dict(_manifests(strategy))
    found: dict[str, FormerId] = {}
    seen: set[str] = set()
    name = predecessor
    while name in manifests and name not in seen:
        seen.add(name)
        for identity, level in manifests[name].get("ids", {}).items():
            found.setdefault(identity, FormerId(name, level))
        name = manifests[name].get("predecessor")
    return found


def missing_predecessor(strategy: Path, predecessor: str | None, place: Position) -> list[Finding]:
    """A finding at ``place`` where the edition that the draft goes back to is not there."""
    names = edition_names(strategy)
    if predecessor is None or predecessor in names:
        return []
    rest = (
        suggestion(predecessor, names) or f"Im Ordner {editions_folder(strategy).name} liegt keine."
    )
    message = f"vorgaenger: Eine Fassung «{predecessor}» gibt es nicht. {rest}"
    return [Finding("Z016", Severity.ERROR, message, place)]


def content_digest(data: bytes) -> str:
    """SHA-256 of a file without its byte order mark and with LF line ends; 64 hex digits."""
    plain = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return hashlib.sha256(plain).hexdigest()


def broken_seals(strategy: Path) -> list[Finding]:
    """A finding for each file of a sealed edition that is no longer as it was adopted."""
    findings = []
    sealed_names = set()
    for name, manifest in _manifests(strategy):
        sealed_names.add(name)
        folder = Folder(editions_folder(strategy) / name)
        sealed = manifest.get("files", {})
        present = {n for n in folder.names() if n.endswith((".yaml", ".md"))}
        for file in sorted(present | set(sealed)):
            if file not in sealed:
                what = "ist seit dem Beschluss hinzugekommen. Die Datei entfernen"
            elif file not in present:
                what = "fehlt. Die Datei aus git oder der Sicherung zurückholen"
            elif content_digest(folder.read(file) or b"") != sealed[file]:
                what = "wurde nach dem Beschluss verändert. Den alten Stand zurückholen"
            else:
                continue
            message = f"Gesiegelte Fassung {name}: {file} {what}; Änderungen gehören in die Fortschreibung."
            findings.append(
                Finding("Z014", Severity.ERROR, message, Position(folder.shown(file), 1, 1), name)
            )
    for name in edition_names(strategy):
        if name not in sealed_names:
            shown = Folder(editions_folder(strategy) / name).shown(MANIFEST)
            message = (
                f"Fassung {name}: Das Siegel ({MANIFEST}) fehlt; ob die Fassung noch so ist, wie sie "
                "beschlossen wurde, lässt sich nicht prüfen. Die Datei aus der Sicherung zurückholen."
            )
            findings.append(Finding("Z014", Severity.WARNING, message, Position(shown, 1, 1), name))
    return findings


def _manifests(strategy: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in edition_names(strategy):
        path = editions_folder(strategy) / name / MANIFEST
        if path.is_file():
            try:
                yield name, json.loads(path.read_text("utf-8"))
            except (ValueError, OSError) as error:
                raise GeneratorError(
                    f"Das Siegel {path.as_posix()} ist nicht lesbar.",
                    "Die Datei wurde verändert. Aus der Sicherung oder aus git wiederherstellen.",
                ) from error
