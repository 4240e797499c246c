"""The path of a Word template to the parts that go along into a document, opened by python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.package import Package
from lxml import etree
from msgspec import Struct, field

from generator.archive import NoArchiveError, archive_bytes, entries
from generator.errors import GeneratorError, system_reason
from generator.render.formats.docx.leftovers import settle
from generator.render.formats.docx.xml import XmlElement, w

Relationship = tuple[str, str, str, bool]
"""Id, kind (full or the last word), target, whether it leads outside."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
STRUCTURE = frozenset(
    ["styles", "settings", "numbering", "theme", "fontTable", "webSettings", "endnotes"]
)
"""Kinds of parts that Word finds without the text naming them."""

REMEDY = "Am einfachsten von der mitgelieferten Vorlage templates/kreistag.docx ausgehen."


class HousePackage(Struct, frozen=True):
    """The parts by path: those of WordprocessingML as trees, to be changed, the others as bytes.

    ``main`` is the path of the main part, ``word/document.xml`` unless Word for the web wrote it.
    """

    main: str
    trees: dict[str, XmlElement] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, list[Relationship]] = field(default_factory=dict)
    targets: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path of a part to the paths that its relationships lead to, by their id."""

    def related(self, kind: str) -> str | None:
        """The path of the one part of this kind ("styles", "settings", "numbering")."""
        for key, name, _, outside in self.relationships[self.main]:
            if name == OFFICE + kind and not outside:
                return self.targets[self.main][key]
        return None


def open_house(path: Path) -> HousePackage:
    """What a finished document may take over from a template.

    That is its structure and what the text of a part names, without what people left there:
    no comments, names, macros, building blocks, custom parts or properties.
    GeneratorError where the file is missing, damaged or of another kind.
    """
    data = _bytes(path)
    try:
        parts = entries(data)
        main = _main(Package.open(io.BytesIO(data)))
    except NoArchiveError as error:
        raise _unreadable(path, str(error)) from error
    except Exception as error:  # python-docx has no errors of its own for what a file may lack
        raise _unreadable(path, _damage(parts, error)) from error
    if main is None:
        raise GeneratorError(f"Die Vorlage {path} ist keine Word-Datei (.docx).", REMEDY)
    house = HousePackage(main.partname.membername)
    try:
        _take(main, house)
    except etree.XMLSyntaxError as error:
        raise _unreadable(path, _damage(parts, error)) from error
    return house


def _bytes(path: Path) -> bytes:
    try:
        return archive_bytes(path)
    except NoArchiveError as error:
        raise _unreadable(path, str(error)) from error
    except FileNotFoundError:
        raise GeneratorError(f"Die Vorlage {path} gibt es nicht.", REMEDY) from None
    except OSError as error:
        raise GeneratorError(
            f"Die Vorlage {path} lässt sich nicht lesen: {system_reason(error)}.", REMEDY
        ) from None


def _unreadable(path: Path, why: str) -> GeneratorError:
    return GeneratorError(
        f"Die Vorlage {path} lässt sich nicht als Word-Datei (.docx) lesen{why and ': '}{why}.",
        "Die Datei in Word öffnen und als .docx speichern, ohne Kennwort.",
    )


def _main(package: Package) -> Part | None:
    """The part with the text; None in a workbook, say."""
    for relationship in package.rels.values():
        if relationship.reltype == OFFICE + "officeDocument" and not relationship.is_external:
            part = relationship.target_part
            return part if _tree(part).tag == w("document") else None
    return None


def _tree(part: Part) -> XmlElement:
    """The root of a part; python-docx parses only those that it knows itself."""
    known = getattr(part, "element", None)
    return known if isinstance(known, XmlElement) else parse_xml(part.blob)


def _take(part: Part, house: HousePackage) -> None:
    """A part goes along, and what its relationships lead to as far as they are needed."""
    path = part.partname.membername
    if path in house.types:
        return
    house.types[path] = part.content_type
    needed = list(part.rels.values())
    if path == house.main or part.content_type.startswith(WORD):
        house.trees[path] = _tree(part)
        settle(house.trees[path])
        named = set(_attributes(house.trees[path]))
        needed = [r for r in needed if r.rId in named or _last_word(r.reltype) in STRUCTURE]
    else:
        house.files[path] = part.blob
    inside = {r.rId: r.target_part for r in needed if not r.is_external}
    house.relationships[path] = [(r.rId, r.reltype, r.target_ref, r.is_external) for r in needed]
    house.targets[path] = {key: target.partname.membername for key, target in inside.items()}
    for target in inside.values():
        _take(target, house)


def _attributes(root: XmlElement) -> Iterator[str]:
    for element in root.iter():
        yield from map(str, element.attrib.values())


def _last_word(kind: str) -> str:
    return kind.rsplit("/", 1)[-1]


def _damage(parts: Mapping[str, bytes], error: Exception) -> str:
    """Which part is at fault, as the end of a sentence; empty where none is."""
    missing = re.search(r"no item named '(.+)' in the archive", str(error))
    if missing:
        return f"Es fehlt der Teil {missing[1]}"
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                parse_xml(data)
            except etree.XMLSyntaxError:
                return f"Der Teil {name} ist beschädigt"
    return ""
