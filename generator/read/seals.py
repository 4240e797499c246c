"""The seals of earlier editions: which files they hold, and every ID used so far.

A seal is the file manifest.json of an edition. It holds its IDs with their kind, those of
the editions before it, and for every file a digest (line ends normalised, so that git on
Windows breaks no seal) and a short digest of each line, so that what was touched can be
named without the old text. A digest over all of that shows that the seal itself is whole.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.errors import GeneratorError
from generator.finding import Finding, Position, Severity
from generator.read.conflict import conflicts
from generator.read.editions import EDITIONS, edition_names, editions_folder, is_draft
from generator.read.files import content, printable
from generator.read.origin import Folder
from generator.read.spelling import suggestion

MANIFEST = "manifest.json"
LONGEST_PATH = 1024
"""Signs; no sealed file has a longer one, as Windows knows no name of more than 260."""
LINE = 6
"""Hex digits of the digest of a line: it only helps to find the place."""
OPTIONAL = ("changes.yaml",)
"""What a draft may do without although its predecessor had it."""

Seals = dict[str, dict[str, Any]]
"""Name of the folder of an edition -> its manifest."""


def belongs_to_edition(folder: Path) -> bool:
    """Whether a folder is that of an edition, or that of its texts."""
    folder = folder.resolve()
    if folder.name == "texts" and belongs_to_edition(folder.parent):
        return True
    return not is_draft(folder) or (folder / MANIFEST).is_file()


class FormerId(Struct, frozen=True):
    """An ID that an earlier edition used, and for an element of which level."""

    edition: str
    level: str


def read_seals(strategy: Path) -> Seals:
    """The manifests of all editions beside a strategy; GeneratorError for one that is no manifest."""
    folder = editions_folder(strategy)
    names = edition_names(strategy, MANIFEST)
    return {name: _read(folder / name / MANIFEST) for name in names}


def _read(path: Path) -> dict[str, Any]:
    shown = printable(path.as_posix())
    data = content(str(path), shown) or b""
    remedy = "Die Datei aus der Sicherung oder aus git wiederherstellen."
    if conflicts(data):
        raise GeneratorError(
            f"Konflikt aus git: Im Siegel {shown} stehen beide Stände einer Zusammenführung.",
            remedy,
        )
    try:
        manifest = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        manifest = None
    if not is_manifest(manifest):
        raise GeneratorError(f"Das Siegel {shown} ist nicht lesbar; es wurde verändert.", remedy)
    return dict(manifest)


def is_manifest(value: Any) -> bool:
    """Whether a value has the shape of a seal; entries that older seals lack may be missing."""
    if not isinstance(value, dict) or not {"ids", "files"} <= value.keys():
        return False
    texts = all(_is_texts(value.get(key, {})) for key in ("ids", "files", "lines"))
    paths = all(len(path) <= LONGEST_PATH for path in value["files"]) if texts else False
    names = all(
        isinstance(value.get(key), str | None) for key in ("edition", "predecessor", "seal")
    )
    former = value.get("former", {})
    return (
        texts
        and paths
        and names
        and isinstance(former, dict)
        and all(isinstance(f, list) and len(f) == 2 and _are_texts(f) for f in former.values())
    )


def _is_texts(value: Any) -> bool:
    return isinstance(value, dict) and _are_texts(value.values())


def _are_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def former_ids(strategy: Path, seals: Seals, predecessor: str | None) -> dict[str, FormerId]:
    """IDs used before, with the edition that used each last; read from the seals alone.

    For an edition these are the IDs of its predecessors, for a draft those of every edition:
    one that the draft forgot to name as predecessor has used its IDs all the same.
    """
    chain = list(_chain(seals, predecessor))
    known = is_draft(strategy) and (chain or predecessor is None)
    others = [name for name in seals if name not in chain] if known else []
    found: dict[str, FormerId] = {}
    for name in (*chain, *others):
        for identity, level in seals[name]["ids"].items():
            found.setdefault(identity, FormerId(name, level))
        for identity, (edition, level) in seals[name].get("former", {}).items():
            found.setdefault(identity, FormerId(edition, level))
    return found


def _chain(seals: Seals, name: str | None) -> Iterable[str]:
    seen: dict[str, None] = {}
    while name in seals and name not in seen:
        seen[name] = None
        name = seals[name].get("predecessor")
    return seen


def wrong_predecessor(
    strategy: Path, seals: Seals, predecessor: str | None, place: Position
) -> list[Finding]:
    """A finding at ``place`` where the draft does not go back to the latest edition there is."""
    names = edition_names(strategy)
    later = [name for name, seal in seals.items() if seal.get("predecessor") == predecessor]
    severity = Severity.WARNING
    if predecessor is not None and predecessor not in names:
        rest = suggestion(predecessor, names)
        rest = rest or f"Im Ordner {editions_folder(strategy).name} liegt keine."
        message = f"vorgaenger: Eine Fassung «{predecessor}» gibt es nicht. {rest}"
        severity = Severity.ERROR
    elif is_draft(strategy) and predecessor is None and names:
        message = (
            f"vorgaenger: Die Angabe fehlt, obwohl es Fassungen gibt ({', '.join(names)}). Ohne sie entfallen "
            f'Synopse und Änderungsfassung. Die jüngste eintragen («vorgaenger: "{names[-1]}"»).'
        )
    elif is_draft(strategy) and predecessor is not None and later:
        message = (
            f"vorgaenger: Auf die Fassung {predecessor} folgte schon {', '.join(later)}. Die jüngste Fassung "
            "eintragen, sonst wird mit der falschen verglichen."
        )
    else:
        return []
    return [Finding("Z016", severity, message, place)]


def missing_files(strategy: Path, seals: Seals, predecessor: str | None) -> list[Finding]:
    """A finding for each file that the predecessor had and the draft lacks; its texts count once."""
    seal = seals.get(predecessor or "")
    if seal is None:
        return []
    folder = Folder(strategy)
    here = folder.names()
    gone = [name for name in seal["files"] if "/" not in name and name not in here]
    if not any(name.startswith("texts/") for name in here):
        gone += [name for name in seal["files"] if name.startswith("texts/")][:1]
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
    return "".join(hashlib.sha256(line).hexdigest()[:LINE] for line in lines)


def _plain(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def own_digest(manifest: dict[str, Any]) -> str:
    """SHA-256 over a manifest but for the entry that holds it; 64 hex digits."""
    rest = {key: value for key, value in manifest.items() if key != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
