"""The blocks of a document to the text of w:body, with what other parts need of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lxml import etree
from msgspec import Struct, field

from generator.render.blocks import (
    Block,
    Caption,
    Contents,
    Document,
    Figure,
    Gap,
    Heading,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from generator.render.entries import entries
from generator.render.formats.docx.contents import contents_list
from generator.render.formats.docx.inline_writer import InlineWriter
from generator.render.formats.docx.left_behind import end_of, first_of_inserted
from generator.render.formats.docx.list_numbers import ListNumbers
from generator.render.formats.docx.margin_notes import MarginNotes
from generator.render.formats.docx.marks import Marks, Neither
from generator.render.formats.docx.paragraph_writer import ParagraphWriter
from generator.render.formats.docx.pictures import Pictures
from generator.render.formats.docx.sections import Orientation, Sections
from generator.render.formats.docx.table_writer import Tables
from generator.render.formats.docx.template import Template
from generator.render.formats.docx.xml import XmlElement, twips
from generator.render.targets import accepted_text, targets
from generator.render.visitor import Visitor

FIRST_BOOKMARK = 10_000
"""Above the ids of bookmarks that a template brings along."""

GAP = (
    '<w:p><w:pPr><w:pStyle w:val="{}"/>{}<w:suppressLineNumbers/>'
    '<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>{}</w:pPr></w:p>'
)
"""Word joins two tables that touch, and a section ends in a paragraph: the one place
where an empty paragraph is needed. No line to be numbered; its height in twips."""

TABLE_GAP = 240

Near = Block | None
"""The block before or after the one that is written; None at the ends."""


class Body(Struct, frozen=True):
    """The text of the contents and what it refers to in other parts."""

    inlines: InlineWriter
    numbering: ListNumbers
    pictures: Pictures
    margin: MarginNotes
    text: str
    last_section: XmlElement | None
    """What stands for the template's section when the document ends on a turned page."""


def write_body(
    document: Document,
    house: Template,
    sections: Sections,
    pages: Mapping[str, int] | None,
    raster: Callable[[str, float], bytes] | None,
    fields: bool = True,
) -> Body:
    """Write all blocks in order; without ``raster`` pictures have no fallback of pixels.

    Without ``fields`` references are links with the same words.
    """
    sections.narrow = any(isinstance(b, Section) and b.narrow for b in document.blocks)
    author = document.author or "Verwaltung"
    marks = Marks(document.hands or (author, author), document.date)
    inlines = InlineWriter(house.styles, targets(document.blocks), pages, marks, fields=fields)
    numbering = ListNumbers(house.numberings, house.highest_number)
    pictures = Pictures(raster, sections.room())
    paragraphs = ParagraphWriter(
        house.styles,
        inlines,
        numbering,
        pictures,
        MarginNotes(marks),
        bookmarks=FIRST_BOOKMARK,
        light=document.light,
    )
    tables = Tables(paragraphs, house.looks, document.light, twips(sections.room()[0]))
    writer = _Writer(document.blocks, pages, sections, paragraphs, tables)
    text = writer.write()
    last = sections.element("landscape") if writer.orientation == "landscape" else None
    return Body(inlines, numbering, pictures, paragraphs.margin, text, last)


class _Writer(Visitor[Iterable[str]], Struct):
    blocks: tuple[Block, ...]
    pages: Mapping[str, int] | None
    sections: Sections
    paragraphs: ParagraphWriter
    tables: Tables
    orientation: Orientation = "portrait"
    parts: list[str] = field(default_factory=list)

    def write(self) -> str:
        for position, block in enumerate(self.blocks):
            before = self.blocks[position - 1] if position else None
            after = self.blocks[position + 1] if position + 1 < len(self.blocks) else None
            self.paragraphs.inlines.marks.editorial = getattr(block, "editorial", False)
            self.paragraphs.unnumbered = first_of_inserted(self.blocks, position)
            self.parts += filter(None, self.visit(block, before, after))
            if isinstance(after, Table) and end_of(block) == "deleted":
                self.parts.append(self._gap(mark="neither", keep=True))
        if self.blocks and isinstance(self.blocks[-1], Table):
            self.parts.append(self._gap())
        return "".join(self.parts)

    def _gap(self, height: int = 20, mark: Mark | Neither = "plain", keep: bool = False) -> str:
        end = self.paragraphs.inlines.marks.paragraph_end(mark)
        kept = "<w:keepNext/>" if keep else ""
        return GAP.format(self.paragraphs.styles["text"], kept, height, end)

    def rest(self, node: Any) -> Iterable[str]:
        return ()

    def paragraph(self, block: Paragraph, before: Near, after: Near) -> Iterable[str]:
        return [self.paragraphs.paragraph(block, keep=isinstance(after, Listing))]

    def table(self, block: Table, before: Near, after: Near) -> Iterable[str]:
        if isinstance(before, Table) and _touch(before, block):
            yield self._gap(TABLE_GAP, keep=before.rows[-1].keep_with_next)
        caption = accepted_text(before.content) if isinstance(before, Caption) else ""
        yield self.tables.table(block, caption)

    def heading(self, block: Heading, before: Near, after: Near) -> Iterable[str]:
        next_goal = isinstance(after, Paragraph) and after.style == "goal_label"
        return [self.paragraphs.heading(block, next_goal or isinstance(after, Heading))]

    def listing(self, block: Listing, before: Near, after: Near) -> Iterable[str]:
        return self.paragraphs.listing(block)

    def figure(self, block: Figure, before: Near, after: Near) -> Iterable[str]:
        return [self.paragraphs.figure(block)]

    def caption(self, block: Caption, before: Near, after: Near) -> Iterable[str]:
        source = isinstance(after, Paragraph) and after.style == "source"
        return [self.paragraphs.caption(block, keep=block.kind == "Tabelle" or source)]

    def contents(self, block: Contents, before: Near, after: Near) -> Iterable[str]:
        return contents_list(block, entries(self.blocks, block), self.paragraphs, self.pages)

    def page_break(self, block: PageBreak, before: Near, after: Near) -> Iterable[str]:
        self.paragraphs.page_break = not isinstance(before, Section)
        return ()

    def gap(self, block: Gap, before: Near, after: Near) -> Iterable[str]:
        kept = isinstance(before, Table) and before.rows[-1].keep_with_next
        return [self._gap(TABLE_GAP, block.mark, kept)]

    def section(self, section: Section, before: Near, after: Near) -> Iterable[str]:
        """End the section before; its properties stand in its last paragraph."""
        if section.orientation == self.orientation:
            return ()
        if self.parts:
            ended = self.sections.element(self.orientation)
            etree.cleanup_namespaces(ended)
            section_text = etree.tostring(ended, encoding="unicode")
            if not self.parts[-1].startswith("<w:p>"):
                self.parts.append(self._gap())
            self.parts[-1] = self.parts[-1].replace("</w:pPr>", f"{section_text}</w:pPr>", 1)
        self.orientation = section.orientation
        self.paragraphs.page_break = self.paragraphs.begun = False
        room = self.sections.room(section.orientation)
        self.tables.room = twips(room[0])
        self.paragraphs.pictures.room = room
        return ()


def _touch(one: Table, other: Table) -> bool:
    """Whether the two stand there at the same time: not a table put in for one that goes."""
    marks = [{row.mark for row in table.rows} for table in (one, other)]
    return any(all(seen - {gone} for seen in marks) for gone in ("deleted", "inserted"))
