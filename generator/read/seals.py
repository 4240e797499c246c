"""The seals of earlier editions: which IDs they used, and whether they are still as adopted.

A seal is the file manifest.json of an edition. It holds every ID with its kind, and for
every file a digest (line ends normalised, so that git on Windows breaks no seal) and a
short digest of each line, so that what was touched can be named without the old text.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.read.editions import EDITIONS, edition_names, editions_folder
from generator.read.origin import Folder

MANIFEST = "manifest.json"
_LINE = 6
"""Hex digits of the digest of a line: it only helps to find the place."""
_SHOWN = 3
OPTIONAL = ("changes.yaml",)
"""What a draft may do without although its predecessor had it."""


@dataclass(frozen=True)
class FormerId:
    """An ID that an earlier edition used, and for an element of which level."""

    edition: str
    level: str


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


def missing_files(strategy: Path, predecessor: str | None) -> list[Finding]:
    """A finding for each file that the predecessor had and the draft lacks; its texts count once."""
    seal = dict(_manifests(strategy)).get(predecessor or "")
    if seal is None:
        return []
    folder = Folder(strategy)
    here = folder.names()
    gone = [name for name in seal.get("files", {}) if "/" not in name and name not in here]
    if not any(name.startswith("texts/") for name in here):
        gone += [name for name in seal.get("files", {}) if name.startswith("texts/")][:1]
    return [_missing(folder, name, str(predecessor)) for name in gone if name not in OPTIONAL]


def _missing(folder: Folder, name: str, predecessor: str) -> Finding:
    what = "Der Ordner texts fehlt oder ist leer" if "/" in name else f"{name} fehlt"
    message = (
        f"{what}; die Fassung {predecessor} hatte Einträge darin. Aus der Sicherung oder aus "
        f"{EDITIONS}/{predecessor} zurückholen."
    )
    return Finding("Z017", Severity.ERROR, message, Position(folder.shown(name), 1, 1))


def content_digest(data: bytes) -> str:
    """SHA-256 of a file without its byte order mark and with LF line ends; 64 hex digits."""
    return hashlib.sha256(_plain(data)).hexdigest()


def line_digests(data: bytes) -> str:
    """A short digest of each line, one after the other."""
    lines = _plain(data).split(b"\n")
    return "".join(hashlib.sha256(line).hexdigest()[:_LINE] for line in lines)


def _plain(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def broken_seals(strategy: Path) -> list[Finding]:
    """A finding for each file of a sealed edition that is no longer as it was adopted."""
    findings: list[Finding] = []
    sealed = dict(_manifests(strategy))
    for name, manifest in sealed.items():
        findings += _touched(Folder(editions_folder(strategy) / name), name, manifest)
    for name in edition_names(strategy):
        if name not in sealed:
            shown = Folder(editions_folder(strategy) / name).shown(MANIFEST)
            message = (
                f"Fassung {name}: Das Siegel ({MANIFEST}) fehlt; ob die Fassung noch so ist, wie sie "
                "beschlossen wurde, lässt sich nicht prüfen. Die Datei aus der Sicherung zurückholen."
            )
            findings.append(Finding("Z014", Severity.WARNING, message, Position(shown, 1, 1), name))
    return findings


def _touched(folder: Folder, edition: str, manifest: dict[str, Any]) -> Iterator[Finding]:
    sealed = manifest.get("files", {})
    present = {n for n in folder.names() if n.endswith((".yaml", ".md"))}
    for file in sorted(present | set(sealed)):
        line = 1
        if file not in sealed:
            what = "ist seit dem Beschluss hinzugekommen. Die Datei entfernen"
        elif file not in present:
            what = "fehlt. Die Datei aus git oder der Sicherung zurückholen"
        else:
            data = folder.read(file) or b""
            if content_digest(data) == sealed[file]:
                continue
            places = list(_differences(manifest.get("lines", {}).get(file, ""), data))
            line = places[0][0] if places else 1
            told = ", ".join(words for _, words in islice(places, _SHOWN))
            more = " und an weiteren Stellen" if len(places) > _SHOWN else ""
            where = f" ({told}{more})" if told else ""
            what = f"wurde nach dem Beschluss verändert{where}. Den alten Stand zurückholen"
        message = f"Gesiegelte Fassung {edition}: {file} {what}; Änderungen gehören in die Fortschreibung."
        place = Position(folder.shown(file), line, 1)
        yield Finding("Z014", Severity.ERROR, message, place, edition)


def _differences(before: str, data: bytes) -> Iterator[tuple[int, str]]:
    """Line and words for each place where the lines are no longer those of the seal."""
    from difflib import SequenceMatcher  # only where a seal is broken

    after = line_digests(data)
    old, new = (
        [text[k : k + _LINE] for k in range(0, len(text), _LINE)] for text in (before, after)
    )
    if not old:  # sealed before lines were
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lines = f"Zeile {k + 1}" if m - k == 1 else f"Zeilen {k + 1} bis {m}"
        if kind == "delete":
            missing = "fehlt eine Zeile" if j - i == 1 else f"fehlen {j - i} Zeilen"
            yield max(k, 1), f"nach Zeile {k} {missing}" if k else f"am Anfang {missing}"
        elif kind == "insert":
            yield k + 1, f"{lines} hinzugekommen"
        elif kind == "replace":
            yield k + 1, f"{lines} verändert"


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
