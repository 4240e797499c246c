"""The seals of editions to what was touched since: files, the folder, the seal itself."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from generator.finding import Finding, Position, Severity
from generator.read.editions import edition_names, editions_folder
from generator.read.files import left_by_system, printable
from generator.read.origin import Folder
from generator.read.seals import LINE, MANIFEST, Seals, content_digest, line_digests, own_digest

_SHOWN = 3


def broken_seals(strategy: Path, seals: Seals) -> list[Finding]:
    """A finding for each file of a sealed edition that is no longer as it was adopted."""
    findings: list[Finding] = []
    for name, manifest in seals.items():
        folder = Folder(editions_folder(strategy) / name)
        findings += _touched_seal(folder, name, manifest)
        findings += _touched_files(folder, name, manifest)
    for name in edition_names(strategy):
        if name not in seals:
            message = (
                f"Fassung {name}: Das Siegel ({MANIFEST}) fehlt; ob die Fassung noch so ist, wie sie "
                "beschlossen wurde, lässt sich nicht prüfen. Die Datei aus der Sicherung zurückholen."
            )
            place = Position(Folder(editions_folder(strategy) / name).shown(MANIFEST), 1, 1)
            findings.append(Finding("Z014", Severity.WARNING, message, place, name))
    return findings


def _touched_seal(folder: Folder, name: str, manifest: dict[str, Any]) -> Iterator[Finding]:
    sealed = manifest.get("edition", name)
    if sealed != name:
        message = (
            f"Gesiegelte Fassung {sealed}: Ihr Ordner heißt jetzt {name}. Ihn zurückbenennen, sonst findet "
            "die Fortschreibung sie nicht."
        )
        yield _finding(folder, MANIFEST, message, sealed)
    if "seal" in manifest and manifest["seal"] != own_digest(manifest):
        message = (
            f"Gesiegelte Fassung {sealed}: Das Siegel selbst ({MANIFEST}) wurde verändert. Die Datei aus "
            "git oder der Sicherung zurückholen."
        )
        yield _finding(folder, MANIFEST, message, sealed)


def _touched_files(folder: Folder, edition: str, manifest: dict[str, Any]) -> Iterator[Finding]:
    sealed: dict[str, str] = manifest["files"]
    present = set(_files(folder.root))
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
            line, where = _place(manifest.get("lines", {}).get(file, ""), data)
            what = f"wurde nach dem Beschluss verändert{where}. Den alten Stand zurückholen"
        message = f"Gesiegelte Fassung {edition}: {printable(file)} {what}; Änderungen gehören in die Fortschreibung."
        yield _finding(folder, file, message, edition, line)


def _files(root: Path) -> Iterator[str]:
    """All files of an edition but its seal and what systems leave behind."""
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if path.is_file() and not left_by_system(path.name) and name != MANIFEST:
            yield name


def _finding(folder: Folder, file: str, message: str, edition: str, line: int = 1) -> Finding:
    place = Position(folder.shown(file), line, 1)
    return Finding("Z014", Severity.ERROR, message, place, edition)


def _place(before: str, data: bytes) -> tuple[int, str]:
    """The first line that is no longer that of the seal, and words for all such places."""
    places = list(_differences(before, data))
    told = ", ".join(words for _, words in islice(places, _SHOWN))
    more = " und an weiteren Stellen" if len(places) > _SHOWN else ""
    return (places[0][0], f" ({told}{more})") if places else (1, "")


def _differences(before: str, data: bytes) -> Iterator[tuple[int, str]]:
    """Line and words for each place where the lines are no longer those of the seal."""
    from difflib import SequenceMatcher  # only where a seal is broken

    after = line_digests(data)
    old, new = ([text[k : k + LINE] for k in range(0, len(text), LINE)] for text in (before, after))
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
