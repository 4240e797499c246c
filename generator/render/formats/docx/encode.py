"""A document of blocks and a Word template to the bytes of a .docx file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, relpath

from lxml import etree
from msgspec.structs import replace

from generator.errors import GeneratorError
from generator.render.blocks import Document
from generator.render.entries import anchored
from generator.render.formats import png
from generator.render.formats.docx import (
    custom_xml,
    package_writer,
    printed_map,
    sections,
    settings,
    template_fields,
)
from generator.render.formats.docx.body import Body, write_body
from generator.render.formats.docx.house_package import WORD, Relationship
from generator.render.formats.docx.margin_notes import COMMENTS
from generator.render.formats.docx.printed_map import PrintedMap, PrintedParagraph
from generator.render.formats.docx.printed_text import printed_texts
from generator.render.formats.docx.template import Template, read_template
from generator.render.formats.docx.template_frame import Frame, frame_of
from generator.render.formats.docx.xml import CONTROL, HEAD, ROOT_NAMESPACES, XmlElement, w
from generator.render.visitor import flat


def encode(
    document: Document,
    template: Path,
    pages: Mapping[str, int] | None = None,
    fonts: Path | None = None,
    raster: bool = True,
    fields: bool = True,
    cache: Path | None = None,
) -> bytes:
    """The document in the house's template.

    ``pages`` gives the page of each bookmark; without it entries and references are
    links without numbers. ``fonts`` is the folder of the font for raster pictures, that of
    ``png.font_folder`` unless given. Without ``raster`` pictures are vector
    graphics alone: for LibreOffice, which else takes the raster one into its PDF. Without
    ``fields`` references are links with the same words: what LibreOffice makes of a field is a
    link that its PDF's structure does not know (ISO 14289-1, 7.18.5).
    ``cache`` is a folder that keeps drawn pictures.
    Same arguments, same bytes.
    GeneratorError when the template lacks something.
    """
    document = replace(document, blocks=anchored(flat(document.blocks)))
    house = read_template(template)
    frame = frame_of(house)
    if not document.cover:
        frame.without_cover()
    if document.numbered_lines:
        frame.number_lines()
    drawn = partial(png.encode, fonts=fonts or png.font_folder(template.parent), cache=cache)
    body = write_body(document, house, frame.sections, pages, drawn if raster else None, fields)
    return package_writer.zipped(_Assembly(document, house, frame, body).files())


class _Assembly:
    """Puts frame, body and the other parts together."""

    def __init__(self, document: Document, house: Template, frame: Frame, body: Body) -> None:
        self.document, self.frame, self.body = document, frame, body
        self.name, self.house, self.stylesheet = house.name, house.package, house.stylesheet
        self.values = template_fields.values(document)
        self.added: list[Relationship] = []
        self.types: dict[str, str] = dict(package_writer.PROPERTY_TYPES)
        self.printed: list[PrintedParagraph] = []
        self.even = False
        self.notes = f"{house.package.main.rpartition('/')[0]}/footnotes.xml"

    def files(self) -> dict[str, bytes]:
        house = self.house
        files = dict(house.files)
        for path, entries in house.relationships.items():
            if entries:
                files[package_writer.relationships_path(path)] = package_writer.relationships(
                    entries
                )
        self._finish_parts()
        files.update((path, package_writer.serialised(tree)) for path, tree in house.trees.items())
        files[house.main] = self._main()
        files.update(self._headers())
        files.update(self._footnotes())
        files.update(self._margin())
        files.update(self._map(files))
        files.update(self.body.pictures.files)
        self.types.update(self.body.pictures.types)
        files.update(package_writer.properties(self.document))
        links, images = self.body.inlines.links, self.body.pictures.relationships
        self.added += [(key, "hyperlink", address, True) for address, key in links.items()]
        self.added += [(key, "image", target, False) for key, target in images.items()]
        related = (*house.relationships[house.main], *self.added)
        files[package_writer.relationships_path(house.main)] = package_writer.relationships(related)
        files["_rels/.rels"] = package_writer.root_relationships(house.main)
        files["[Content_Types].xml"] = package_writer.content_types(house, self.types)
        return files

    def _finish_parts(self) -> None:
        house = self.house
        settings.finish_styles(self.stylesheet, self.document.language)
        root = house.trees.get(house.related("settings") or "")
        if root is not None:
            self.even = root.find(w("evenAndOddHeaders")) is not None
            if self.document.draft:
                frame = self.frame
                sections.check_draft_mark(frame.every, frame.parts, self.even, self.name)
            settings.finish_settings(root, self.document.language, self.document.tracked)
        numbering = house.trees.get(house.related("numbering") or "")
        if numbering is not None:
            self._finish_numbering(numbering)

    def _finish_numbering(self, root: XmlElement) -> None:
        """The new w:num elements stand after the template's own."""
        new = "".join(self.body.numbering.added)
        last = root.findall(w("num"))[-1]
        for element in reversed(etree.fromstring(f"<n {ROOT_NAMESPACES}>{new}</n>")):
            last.addnext(element)
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])

    def _main(self) -> bytes:
        """Template up to the slot, contents as text, the rest of the template."""
        frame = self.frame
        template_fields.fill(frame.root, self.values, self.name)
        marker = etree.Comment("inhalt")
        frame.body.replace(frame.slot, marker)
        if self.body.last_section is not None and marker.getnext() is frame.sections.base:
            frame.body.replace(frame.sections.base, self.body.last_section)
        self.printed = self._printed(list(frame.body), marker)
        text = etree.tostring(frame.root, encoding="unicode")
        before, _, after = text.partition("<!--inhalt-->")
        data = (HEAD + before + self.body.text + after).encode()
        if len(data.translate(None, CONTROL)) != len(data):
            raise GeneratorError(
                f"Das Dokument «{self.document.title}» enthält ein unsichtbares Steuerzeichen.",
                "«strategie check» nennt die Stelle.",
            )
        return data

    def _printed(self, template: list[XmlElement], slot: XmlElement) -> list[PrintedParagraph]:
        """The contents between what the template prints itself."""
        at = template.index(slot)
        before, after = map(printed_texts, (template[:at], template[at:]))
        inside = self.body.inlines.printout.paragraphs
        return [*map(PrintedParagraph, before), *inside, *map(PrintedParagraph, after)]

    def _map(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """What is printed, with the digest of the parts that print it."""
        self.types.update(custom_xml.TYPES)
        target = relpath(custom_xml.ITEM, dirname(self.house.main))
        self.added.append(("rIdDruck", "customXml", target, False))
        properties = self.document.properties
        printed = PrintedMap(
            self.document.product,
            properties.get("Fassung", ""),
            properties.get("Prüfsumme", ""),
            sha256(files[self.house.main] + files[self.notes]).hexdigest(),
            tuple(self.printed),
            tuple(dict.fromkeys(self._frame_texts())),
        )
        return custom_xml.custom_parts(printed_map.encode(printed))

    def _frame_texts(self) -> Iterator[str]:
        """What headers and footers of pages that there are print, once they are filled."""
        frame = self.frame
        every = frame.every if self.document.cover else [frame.sections.base]
        for section in every:
            for keys in sections.shown(frame.every, section, self.even):
                for key in keys:
                    yield from printed_texts([frame.parts[key]])

    def _headers(self) -> dict[str, bytes]:
        """Filled headers and footers; wider copies of them where pages are turned."""
        frame, result = self.frame, {}
        for key, part in frame.parts.items():
            template_fields.fill(part, self.values, self.name)
            path = frame.targets[key]
            result[path] = package_writer.serialised(part)
            if frame.sections.landscape and key in frame.sections.references.values():
                result.update(self._wide(key, path, part))
        return result

    def _wide(self, key: str, path: str, part: XmlElement) -> dict[str, bytes]:
        folder, _, name = path.rpartition("/")
        copy = f"{folder}/quer_{name}"
        portrait, landscape = self.frame.sections.room(), self.frame.sections.room("landscape")
        wide = sections.widened(part, self.stylesheet, landscape[0] / portrait[0])
        kind = "header" if part.tag == w("hdr") else "footer"
        self.added.append((sections.COPY + key, kind, f"quer_{name}", False))
        self.types[copy] = f"{WORD}{kind}+xml"
        result = {copy: package_writer.serialised(wide)}
        if related := self.house.relationships[path]:
            result[package_writer.relationships_path(copy)] = package_writer.relationships(related)
        return result

    def _footnotes(self) -> dict[str, bytes]:
        notes, links = self.body.inlines.notes, self.body.inlines.note_links
        path = self.notes
        self.types[path] = f"{WORD}footnotes+xml"
        self.added.append(("rIdFootnotes", "footnotes", "footnotes.xml", False))
        text = f"{HEAD}<w:footnotes {ROOT_NAMESPACES}>{SEPARATORS}{''.join(notes)}</w:footnotes>"
        result = {path: text.encode()}
        if links:
            entries = [(key, "hyperlink", address, True) for address, key in links.items()]
            result[package_writer.relationships_path(path)] = package_writer.relationships(entries)
        return result

    def _margin(self) -> dict[str, bytes]:
        """Remarks at the margin, where there are some."""
        margin, folder = self.body.margin, dirname(self.house.main)
        if not margin.written:
            return {}
        path = f"{folder}/{COMMENTS}"
        self.types[path] = f"{WORD}comments+xml"
        self.added.append(("rIdComments", "comments", COMMENTS, False))
        return {path: margin.part()}


SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"'
    f' w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for number, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)
"""Without footnoteRef: Word repairs a file whose separators hold one."""
