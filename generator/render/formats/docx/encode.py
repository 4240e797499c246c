"""A document of blocks and a Word template to the bytes of a .docx file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from lxml import etree

from generator.errors import GeneratorError
from generator.render.blocks import Document
from generator.render.formats import png
from generator.render.formats.docx import fields, package, sections, settings
from generator.render.formats.docx.body import Body, write_body
from generator.render.formats.docx.house_package import REMEDY, WORD, Relationship
from generator.render.formats.docx.targets import anchored
from generator.render.formats.docx.template import Template, read_template
from generator.render.formats.docx.xml import CONTROL, HEAD, ROOT_NAMESPACES, w

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
    document = replace(document, blocks=anchored(document.blocks))
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
        self.targets = house.package.targets[house.package.main]
        self.parts = {
            key: self._part(key, house)
            for section in every
            for key in sections.effective_references(every, section).values()
        }
        self.every = every

    def _part(self, key: str, house: Template) -> Element:
        """A header or footer."""
        part = house.package.trees.get(self.targets.get(key, ""))
        if part is None:
            raise GeneratorError(
                f"Die Vorlage {house.name} nennt eine Kopf- oder Fußzeile ({key}), die sie nicht hat.",
                REMEDY,
            )
        return part

    def without_cover(self) -> None:
        """Only the slot and what follows it."""
        for element in list(self.slot.itersiblings(preceding=True)):
            self.body.remove(element)


def _frame(house: Template) -> _Frame:
    root = house.package.trees[house.package.main]
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
        self.document, self.frame, self.body = document, frame, body
        self.name, self.house, self.stylesheet = house.name, house.package, house.stylesheet
        self.values = fields.values(document)
        self.added: list[Relationship] = []
        self.types: dict[str, str] = dict(package.PROPERTY_TYPES)

    def files(self) -> dict[str, bytes]:
        house = self.house
        files = dict(house.files)
        for path, entries in house.relationships.items():
            if entries:
                files[package.relationships_path(path)] = package.relationships(entries)
        self._finish_parts()
        files.update((path, package.serialised(tree)) for path, tree in house.trees.items())
        files[house.main] = self._main()
        files.update(self._headers())
        files.update(self._footnotes())
        files.update(self.body.pictures.files)
        files.update(package.properties(self.document))
        self._relate()
        related = (*house.relationships[house.main], *self.added)
        files[package.relationships_path(house.main)] = package.relationships(related)
        files["_rels/.rels"] = package.root_relationships(house.main)
        files["[Content_Types].xml"] = package.content_types(house, self.types)
        return files

    def _finish_parts(self) -> None:
        house = self.house
        settings.finish_styles(self.stylesheet, self.document.language)
        root = house.trees.get(house.related("settings") or "")
        if root is not None:
            self._check_draft(root.find(w("evenAndOddHeaders")) is not None)
            settings.finish_settings(root, self.document.language)
        numbering = house.trees.get(house.related("numbering") or "")
        if numbering is not None:
            self._finish_numbering(numbering)

    def _check_draft(self, even: bool) -> None:
        if self.document.draft:
            frame = self.frame
            sections.check_draft_mark(frame.every, frame.parts, even, self.name)

    def _finish_numbering(self, root: Element) -> None:
        """The new w:num elements stand after the template's own."""
        new = "".join(self.body.numbering.added)
        last = root.findall(w("num"))[-1]
        for element in reversed(etree.fromstring(f"<n {ROOT_NAMESPACES}>{new}</n>")):
            last.addnext(element)
        etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"])

    def _main(self) -> bytes:
        """Template up to the slot, contents as text, the rest of the template."""
        frame = self.frame
        fields.fill(frame.root, self.values, self.name)
        marker = etree.Comment("inhalt")
        frame.body.replace(frame.slot, marker)
        if self.body.last_section is not None and marker.getnext() is frame.sections.base:
            frame.body.replace(frame.sections.base, self.body.last_section)
        text = etree.tostring(frame.root, encoding="unicode")
        before, _, after = text.partition("<!--inhalt-->")
        data = (HEAD + before + self.body.text + after).encode()
        if len(data.translate(None, CONTROL)) != len(data):
            raise GeneratorError(
                f"Das Dokument «{self.document.title}» enthält ein unsichtbares Steuerzeichen.",
                "«strategie check» nennt die Stelle.",
            )
        return data

    def _headers(self) -> dict[str, bytes]:
        """Filled headers and footers; wider copies of them where pages are turned."""
        frame, result = self.frame, {}
        for key, part in frame.parts.items():
            fields.fill(part, self.values, self.name)
            path = frame.targets[key]
            result[path] = package.serialised(part)
            if frame.sections.landscape and key in frame.sections.references.values():
                result.update(self._wide(key, path, part))
        return result

    def _wide(self, key: str, path: str, part: Element) -> dict[str, bytes]:
        folder, _, name = path.rpartition("/")
        copy = f"{folder}/quer_{name}"
        wide = sections.widened(part, self.stylesheet, self.frame.sections.stretch())
        kind = "header" if part.tag == w("hdr") else "footer"
        self.added.append((sections.COPY + key, kind, f"quer_{name}", False))
        self.types[copy] = f"{WORD}{kind}+xml"
        result = {copy: package.serialised(wide)}
        if related := self.house.relationships[path]:
            result[package.relationships_path(copy)] = package.relationships(related)
        return result

    def _footnotes(self) -> dict[str, bytes]:
        notes, story = self.body.inlines.notes, self.body.inlines.notes_story
        folder = self.house.main.rpartition("/")[0]
        path = f"{folder}/footnotes.xml"
        self.types[path] = f"{WORD}footnotes+xml"
        self.added.append(("rIdFootnotes", "footnotes", "footnotes.xml", False))
        text = f"{HEAD}<w:footnotes {ROOT_NAMESPACES}>{SEPARATORS}{''.join(notes)}</w:footnotes>"
        result = {path: text.encode()}
        if story.links:
            entries = [(key, "hyperlink", address, True) for address, key in story.links.items()]
            result[package.relationships_path(path)] = package.relationships(entries)
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
