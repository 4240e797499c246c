"""A returned Word file to its story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.receive.body import Notes, Numbers, Part, notes_of
from generator.receive.comments import read_comments
from generator.receive.frame import frame
from generator.receive.markup import Element
from generator.receive.package import Package, open_package, root_of
from generator.receive.story import Comment, Story
from generator.render.formats.docx.xml import w

FOREIGN = (
    "Im Dokument ist eine andere Datei eingebettet, deren Text erst Word einfügt; er wurde nicht "
    "gelesen. In Word öffnen, speichern und noch einmal versuchen."
)


def story(path: Path) -> Story:
    """The story of a Word file; GeneratorError with one sentence where it cannot be read."""
    package = open_package(path)
    numbers = Numbers()
    text = Part(_notes(package), numbers)
    body = root_of(package.main).find(w("body"))
    paragraphs = [] if body is None else list(text.read(body, "text"))
    foreign = text.foreign
    for kind, root in frame(package):
        part = Part({}, numbers)
        paragraphs += part.read(root, kind)
        foreign += part.foreign
    return Story(
        tuple(paragraphs),
        _comments(package),
        _properties(package),
        _printed(package),
        package.digest,
        (*package.notes, *([FOREIGN] if foreign else [])),
        text.paragraphs.fields.paged,
    )


def _notes(package: Package) -> Notes:
    kinds = ("footnote", "endnote")
    found = ((kind, part) for kind in kinds for part in package.related(f"{kind}s"))
    return notes_of({kind: root_of(part) for kind, part in found})


def _comments(package: Package) -> tuple[Comment, ...]:
    root = _first(package, "comments")
    return () if root is None else read_comments(root, _first(package, "commentsExtended"))


def _first(package: Package, kind: str) -> Element | None:
    return next((root_of(part) for part in package.related(kind)), None)


def _properties(package: Package) -> Mapping[str, str]:
    """The custom properties by name."""
    part = package.properties()
    entries: Iterator[Element] = iter(()) if part is None else iter(root_of(part))
    found = {entry.get("name", ""): "".join(map(str, entry.itertext())) for entry in entries}
    return MappingProxyType(found)


def _printed(package: Package) -> bytes | None:
    """The part that holds our map, known by its namespace alone: programs rename parts."""
    for part in package.related("customXml"):
        if MAP.encode() in part.blob:
            return part.blob
    return None


MAP = "urn:strategie-generator:druck"
