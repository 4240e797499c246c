"""A document of blocks and a Word template to the bytes of a .docx file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from lxml import etree

from generator.errors import GeneratorError
from generator.render.blocks import Document
from generator.render.entries import anchored
from generator.render.formats import png
from generator.render.formats.docx import fields, package, printed_map, sections, settings
from generator.render.formats.docx.body import Body, write_body
from generator.render.formats.docx.custom_xml import CustomXml
from generator.render.formats.docx.printed_map import PrintedMap, PrintedParagraph
from generator.render.formats.docx.printed_text import printed_texts
from generator.render.formats.docx.template import Template, parse, read_template, rels_path
from generator.render.formats.docx.xml import CONTROL, HEAD, ROOT_NAMESPACES, w
from generator.render.visitor import flat

Element = etree._Element
SLOT = "{{ inhalt }}"


def encode(
    document: Document,
    template: Path,
    pages: Mapping[str, int] | None = None,
    fonts: Path | None = None,
    raster: bool = True,
    cache: Path | None = None,
) -> bytes:
    """The document in the house's template.

    ``pages`` gives the page of each bookmark; without it entries and references are
    links without numbers. ``fonts`` is the folder of the font for raster pictures,
    ``fonts`` beside the template unless given. Without ``raster`` pictures are vector
    graphics alone: for LibreOffice, which else takes the raster one into its PDF.
    ``cache`` is a folder that keeps drawn pictures.
    Same arguments, same bytes.
    GeneratorError when the template lacks something.
    """
    document = replace(document, blocks=anchored(flat(document.blocks)))
    house = read_template(template)
    frame = _frame(house)
    if not document.cover:
        frame.without_cover()
    drawn = partial(png.encode, fonts=fonts or template.parent / "fonts", cache=cache)
    body = write_body(document, house, frame.sections, pages, drawn if raster else None)
    return package.zipped(_Assembly(document, house, frame, body).files())


class _Frame:
    """The template's main part, cut where the contents go."""

    def __init__(self, root: Element, slot: Element, base: Element, house: Template) -> None:
        body = slot.getparent()
        assert body is not None
        self.root, self.slot, self.body = root, slot, body
        every = sections.sections_of(body)
        self.sections = sections.Sections(base, sections.effective_references(every, base))
        self.targets = sections.relationship_targets(house)
        self.parts = {
            key: parse(house.files[self.targets[key]])
            for section in every
            for key in sections.effective_references(every, section).values()
        }
        self.every = every

    def without_cover(self) -> None:
        """Only the slot and what follows it."""
        for element in list(self.slot.itersiblings(preceding=True)):
            self.body.remove(element)


def _frame(house: Template) -> _Frame:
    root = parse(house.files[house.main])
    settings.without_traces(root)
    for paragraph in root.iterfind(f"{w('body')}/{w('p')}"):
        if "inhalt" in fields.placeholders(paragraph):
            _move_section_behind(paragraph)
            return _Frame(root, paragraph, _section_of(paragraph), house)
    raise GeneratorError(
        f"Der Vorlage {house.name} fehlt das Feld {SLOT}, an dem der Inhalt beginnt.",
        "Das Feld nach dem Deckblatt allein in einen Absatz schreiben.",
    )


def _move_section_behind(paragraph: Element) -> None:
    """The paragraph of the slot goes; a section that ends in it gets one of its own."""
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    if section is not None:
        holder = etree.Element(w("p"))
        etree.SubElement(holder, w("pPr")).append(section)
        paragraph.addnext(holder)


def _section_of(paragraph: Element) -> Element:
    """The section properties that hold for a paragraph: the next ones."""
    element: Element | None = paragraph
    while element is not None:
        if element.tag == w("sectPr"):
            return element
        inside = element.find(f"{w('pPr')}/{w('sectPr')}")
        if inside is not None:
            return inside
        element = element.getnext()
    body = paragraph.getparent()
    assert body is not None
    return etree.SubElement(body, w("sectPr"))


class _Assembly:
    """Puts frame, body and the other parts together."""

    def __init__(self, document: Document, house: Template, frame: _Frame, body: Body) -> None:
        self.document, self.house, self.frame, self.body = document, house, frame, body
        self.values = fields.values(document)
        self.added: list[package.Entry] = []
        self.types: dict[str, str] = dict(package.PROPERTY_TYPES)
        self.printed: list[PrintedParagraph] = []
        self.even = False
        self.notes = f"{house.main.rpartition('/')[0]}/footnotes.xml"

    def files(self) -> dict[str, bytes]:
        house = self.house
        gone = package.dropped_parts(house)
        files = {name: data for name, data in house.files.items() if name not in gone}
        files.update(self._changed_parts())
        files[house.main] = self._main()
        files.update(self._headers())
        files.update(self._footnotes())
        files.update(self._map(files))
        files.update(self.body.pictures.files)
        files.update(package.properties(self.document))
        self._relate()
        files[rels_path(house.main)] = package.main_relationships(house, self.added)
        files["_rels/.rels"] = package.root_relationships(house)
        types = package.content_types(house, files, self.types)
        files["[Content_Types].xml"] = types
        return files

    def _changed_parts(self) -> dict[str, bytes]:
        house, result = self.house, {}
        settings.without_traces(house.stylesheet)
        settings.finish_styles(house.stylesheet, self.document.language)
        result[house.part("styles") or ""] = package.serialised(house.stylesheet)
        path = house.part("settings")
        if path is not None:
            root = parse(house.files[path])
            self.even = root.find(w("evenAndOddHeaders")) is not None
            self._check_draft(self.even)
            settings.finish_settings(root, self.document.language, self.document.tracked)
            result[path] = package.serialised(root)
        path = house.part("numbering")
        if path is not None:
            result[path] = self._numbering(house.files[path])
        return result

    def _check_draft(self, even: bool) -> None:
        if self.document.draft:
            frame = self.frame
            sections.check_draft_mark(frame.every, frame.parts, even, self.house.name)

    def _numbering(self, data: bytes) -> bytes:
        """The new w:num elements stand after the template's own."""
        root = parse(data)
        settings.without_traces(root)
        new = "".join(self.body.numbering.added)
        last = root.findall(w("num"))[-1]
        for element in reversed(parse(f"<n {ROOT_NAMESPACES}>{new}</n>".encode())):
            last.addnext(element)
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])
        return package.serialised(root)

    def _main(self) -> bytes:
        """Template up to the slot, contents as text, the rest of the template."""
        frame = self.frame
        fields.fill(frame.root, self.values, self.house.name)
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

    def _printed(self, template: list[Element], slot: Element) -> list[PrintedParagraph]:
        """The contents between what the template prints itself."""
        at = template.index(slot)
        before, after = (
            [PrintedParagraph(text) for text in printed_texts(part) if text.strip()]
            for part in (template[:at], template[at:])
        )
        return [*before, *self.body.inlines.printout.paragraphs, *after]

    def _map(self, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """What is printed, with the digest of the parts that print it."""
        part = CustomXml(files)
        self.types.update(part.types)
        self.added.append(("rIdDruck", "customXml", part.target(self.house.main), False))
        properties = self.document.properties
        printed = PrintedMap(
            self.document.product,
            properties.get("Fassung", ""),
            properties.get("Prüfsumme", ""),
            sha256(files[self.house.main] + files[self.notes]).hexdigest(),
            tuple(self.printed),
            tuple(dict.fromkeys(self._frame_texts())),
        )
        return part.files(printed_map.encode(printed))

    def _frame_texts(self) -> Iterator[str]:
        """What headers and footers of pages that there are print, once they are filled."""
        frame = self.frame
        every = frame.every if self.document.cover else [frame.sections.base]
        for section in every:
            for keys in sections.shown(frame.every, section, self.even):
                for key in keys:
                    yield from (text for text in printed_texts([frame.parts[key]]) if text.strip())

    def _headers(self) -> dict[str, bytes]:
        """Filled headers and footers; wider copies of them where pages are turned."""
        frame, result = self.frame, {}
        for key, part in frame.parts.items():
            settings.without_traces(part)
            fields.fill(part, self.values, self.house.name)
            path = frame.targets[key]
            result[path] = package.serialised(part)
            if frame.sections.landscape and key in frame.sections.references.values():
                result.update(self._wide(key, path, part))
        return result

    def _wide(self, key: str, path: str, part: Element) -> dict[str, bytes]:
        folder, _, name = path.rpartition("/")
        copy = f"{folder}/quer_{name}"
        wide = sections.widened(part, self.house.stylesheet, self.frame.sections.stretch())
        kind = "header" if part.tag == w("hdr") else "footer"
        self.added.append((sections.COPY + key, kind, f"quer_{name}", False))
        self.types[copy] = f"{package.WORD}{kind}+xml"
        result = {copy: package.serialised(wide)}
        if rels_path(path) in self.house.files:
            result[rels_path(copy)] = self.house.files[rels_path(path)]
        return result

    def _footnotes(self) -> dict[str, bytes]:
        notes, story = self.body.inlines.notes, self.body.inlines.notes_story
        path = self.notes
        self.types[path] = f"{package.WORD}footnotes+xml"
        self.added.append(("rIdFootnotes", "footnotes", "footnotes.xml", False))
        text = f"{HEAD}<w:footnotes {ROOT_NAMESPACES}>{SEPARATORS}{''.join(notes)}</w:footnotes>"
        result = {path: text.encode()}
        if story.links:
            entries = [(key, "hyperlink", address, True) for address, key in story.links.items()]
            result[rels_path(path)] = package.relationships(entries)
        return result

    def _relate(self) -> None:
        self.added += [
            (key, "hyperlink", address, True)
            for address, key in self.body.inlines.story.links.items()
        ]
        self.added += [
            (key, "image", target, False)
            for key, target in self.body.pictures.relationships.items()
        ]


SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0"'
    f' w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{mark}/></w:r></w:p></w:footnote>'
    for number, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    )
)
"""Without footnoteRef: Word repairs a file whose separators hold one."""
