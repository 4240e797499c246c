"""A returned Word file to its story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from types import MappingProxyType

from generator.receive.comments import read_comments
from generator.receive.package_reader import Package, is_whole, open_package, root_of, stray_root
from generator.receive.page_frames import frame
from generator.receive.part_reader import Numbers, PartReader, notes_of
from generator.receive.story import Comment, Story
from generator.render.formats.docx.xml import XmlElement, w

FOREIGN = (
    "Im Dokument ist eine andere Datei eingebettet, deren Text erst Word einfügt; er wurde nicht "
    "gelesen. In Word öffnen, speichern und noch einmal versuchen."
)


_NOTES = {"footnote": ("Fußnoten", "footnotes.xml"), "endnote": ("Endnoten", "endnotes.xml")}
_LOSSES = ("footnotes.xml", "endnotes.xml", "comments.xml")
NOTES_LOST = (
    "Die {} der Datei fehlen oder sind beschädigt (word/{}); sie gelten nicht als gestrichen, und was "
    "darin ohne Änderungsverfolgung geändert ist, lässt sich nicht sagen. Um eine neue Datei bitten."
)
REMARKS_LOST = (
    "Anmerkungen der Datei fehlen oder sind beschädigt (word/comments.xml); an {} Stellen im Text ist "
    "nicht zu lesen, was angemerkt ist. Um eine neue Datei bitten."
)
REMARK_LOST = (
    "Eine Anmerkung der Datei fehlt oder ist beschädigt (word/comments.xml); im Text steht noch, dass "
    "es sie gibt. Um eine neue Datei bitten."
)


def story(path: Path) -> Story:
    """The story of a Word file; GeneratorError with one sentence where it cannot be read."""
    package = open_package(path)
    numbers = Numbers()
    notes = {kind: part for kind in _NOTES for part in package.related(f"{kind}s")}
    text = PartReader(notes_of({kind: root_of(part) for kind, part in notes.items()}), numbers)
    body = root_of(package.main).find(w("body"))
    paragraphs = [] if body is None else list(text.read(body, "text"))
    foreign = text.foreign
    for kind, root in frame(package):
        part = PartReader({}, numbers)
        paragraphs += part.read(root, kind)
        foreign += part.foreign
    comments = _comments(package)
    torn = [kind for kind, names in _NOTES.items() if _is_torn(kind, names[1], package, text)]
    lost = [NOTES_LOST.format(*_NOTES[kind]) for kind in torn]
    lost += _lost_remarks(text.paragraphs.referred.keys() - {one.id for one in comments})
    return Story(
        tuple(paragraphs),
        comments,
        _properties(package),
        _printed(package),
        package.digest,
        (*_once(package.notes, lost), *([FOREIGN] if foreign else [])),
        bool(torn),
        text.paragraphs.fields.paged,
    )


def _is_torn(kind: str, name: str, package: Package, text: PartReader) -> bool:
    """Whether notes of a kind are lost, all or some or the end of one."""
    if any(of == kind for of, _ in text.lost) or any(name in note for note in package.notes):
        return True
    return not all(map(is_whole, package.related(f"{kind}s")))


def _lost_remarks(identities: Set[str]) -> list[str]:
    if len(identities) == 1:
        return [REMARK_LOST]
    return [REMARKS_LOST.format(len(identities))] if identities else []


def _once(found: Iterable[str], lost: Sequence[str]) -> Iterator[str]:
    """What was wrong with the parts of the file; what was lost of one says all there is to say."""
    for note in found:
        if not any(name in note and name in one for name in _LOSSES for one in lost):
            yield note
    yield from lost


def _comments(package: Package) -> tuple[Comment, ...]:
    root = _first(package, "comments")
    root = stray_root(package) if root is None else root
    return () if root is None else read_comments(root, _first(package, "commentsExtended"))


def _first(package: Package, kind: str) -> XmlElement | None:
    return next((root_of(part) for part in package.related(kind)), None)


def _properties(package: Package) -> Mapping[str, str]:
    """The custom properties by name."""
    part = package.properties()
    entries: Iterator[XmlElement] = iter(()) if part is None else iter(root_of(part))
    found = {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in entries}
    return MappingProxyType(found)


def _printed(package: Package) -> bytes | None:
    """The part that holds our map, known by its namespace alone: programs rename parts."""
    for part in package.related("customXml"):
        if MAP.encode() in part.blob:
            return part.blob
    return None


MAP = "urn:strategie-generator:druck"
