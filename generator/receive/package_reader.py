"""The path of a file to the parts of a Word package, opened by python-docx; else one German sentence.

Nothing in the file is run, and nothing that it refers to is fetched.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import posixpath
import zipfile
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree
from msgspec import Struct

from generator.archive import NoArchiveError, archive_bytes, entries
from generator.errors import GeneratorError, system_reason
from generator.receive.file_kinds import IN_WORD, older, refuse
from generator.receive.mend import mended, recovered
from generator.render.formats.docx.xml import XmlElement, w

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part


Convert = Callable[[bytes, str], bytes | None]
"""A document of another format ("odt", "doc") to a Word file; None where nothing can do that."""
CUSTOM = ("custom-properties", "customProperties")
"""The last word of the relationship in the transitional and the strict form of ISO/IEC 29500."""
CONVERTED = (
    "Eine Datei .{}: LibreOffice hat sie vor dem Lesen in ein Word-Dokument umgewandelt. Antworten auf "
    "Anmerkungen gehen dabei verloren."
)
AGAIN = "In Word öffnen, neu speichern und noch einmal versuchen; sonst um eine neue Datei bitten."


class Package(Struct, frozen=True):
    """A Word file that could be opened; ``notes`` say what was wrong with it."""

    opened: OpcPackage
    main: Part
    digest: str
    """SHA-256 of text and footnotes as they lie in the file; 64 hex digits."""
    notes: tuple[str, ...]
    stray: bytes | None = None
    """Remarks to which nothing in the file leads."""

    def related(self, *kinds: str) -> Iterator[Part]:
        """The parts that the main part names by a relationship of these kinds ("footnotes")."""
        yield from _targets(self.main, kinds)

    def properties(self) -> Part | None:
        """The custom document properties."""
        return next(_targets(self.opened, CUSTOM), None)


def stray_root(package: Package) -> XmlElement | None:
    """The root of the remarks to which nothing leads."""
    return None if package.stray is None else recovered(package.stray)


def root_of(part: Part) -> XmlElement:
    """The root of a part; python-docx parses only those that it knows itself."""
    known = getattr(part, "element", None)
    if isinstance(known, XmlElement):
        return known
    root = recovered(part.blob)
    return etree.Element("empty") if root is None else root


def is_whole(part: Part) -> bool:
    """Whether a part is well-formed XML."""
    try:
        etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return False
    return True


def open_package(path: Path, convert: Convert) -> Package:
    """GeneratorError with one sentence where the file is no Word file that can be read."""
    data, notes = _as_word(path.name, _bytes(path), convert)
    refuse(path.name, data)
    _limit(path.name, data)
    opened = _opened(data)
    main = _main(opened)
    if main is None:
        again, broken = mended(data)
        notes += broken
        opened = _opened(again)
        main = _main(opened)
    if opened is None or main is None:
        raise _damaged(path.name)
    stray = None if any(_targets(main, ("comments",))) else _stray(data, main)
    return Package(opened, main, _digest(data, main), notes, stray)


def _as_word(name: str, data: bytes, convert: Convert) -> tuple[bytes, tuple[str, ...]]:
    """A Word file of what can be made one, and that it was made; else what it is."""
    kind = older(data)
    if kind is None:
        return data, ()
    if kind == "odt":
        _limit(name, data)
    try:
        made = convert(data, kind)
    except GeneratorError as error:
        raise GeneratorError(
            f"Die Datei {name} (.{kind}) ließ sich mit LibreOffice nicht umwandeln.", IN_WORD
        ) from error
    return (data, ()) if made is None else (made, (CONVERTED.format(kind),))


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise GeneratorError(f"{path} ist ein Ordner.", "Die Dateien darin angeben: ORDNER/*.docx")
    try:
        return archive_bytes(path)
    except NoArchiveError as error:
        raise _unreadable(path.name, error) from error
    except FileNotFoundError as error:
        raise GeneratorError(
            f"Die Datei {path} gibt es nicht.", "Ordner und Namen prüfen."
        ) from error
    except OSError as error:
        raise GeneratorError(
            f"Die Datei {path} lässt sich nicht lesen: {system_reason(error)}.",
            "Ist sie in Word geöffnet? Schließen und noch einmal versuchen.",
        ) from error


def _unreadable(name: str, error: NoArchiveError) -> GeneratorError:
    return GeneratorError(f"Die Datei {name} lässt sich nicht lesen: {error}.", AGAIN)


def _damaged(name: str) -> GeneratorError:
    return GeneratorError(f"Die Datei {name} ist beschädigt und lässt sich nicht lesen.", AGAIN)


def _limit(name: str, data: bytes) -> None:
    """Refuses what is damaged, and what would fill the memory once it is unpacked."""
    try:
        entries(data)
    except NoArchiveError as error:
        raise _unreadable(name, error) from error


def _opened(data: bytes) -> OpcPackage | None:
    """None where python-docx cannot; it says so in many ways (missing parts, malformed XML)."""
    import docx  # noqa: F401  # tells the package which parts it knows
    from docx.opc.package import OpcPackage

    try:
        return OpcPackage.open(io.BytesIO(data))
    except Exception:
        return None


def _main(opened: OpcPackage | None) -> Part | None:
    """The part with the text; None also where it speaks the strict form, which is to be mended."""
    for part in () if opened is None else _targets(opened, ("officeDocument",)):
        if root_of(part).tag == w("document"):
            return part
    return None


def _targets(source: Any, kinds: Container[str]) -> Iterator[Part]:
    for relationship in source.rels.values():
        kind = str(relationship.reltype).rsplit("/", 1)[-1]
        if kind in kinds and not relationship.is_external:
            yield relationship.target_part


def _stray(data: bytes, main: Part) -> bytes | None:
    """The part that would be that of the remarks by its name."""
    name = posixpath.join(posixpath.dirname(main.partname.membername), "comments.xml")
    with contextlib.suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
    return None


def _digest(data: bytes, main: Part) -> str:
    names = [main.partname.membername]
    names += [part.partname.membername for part in _targets(main, ("footnotes",))]
    digest = hashlib.sha256()
    with contextlib.suppress(Exception), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in names:
            digest.update(archive.read(name))
    return digest.hexdigest()
