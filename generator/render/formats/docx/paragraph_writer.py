"""Headings, paragraphs, lists, captions and figures to w:p elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct, field

from generator.render.blocks import Caption, Figure, Heading, Listing, Mark, Paragraph
from generator.render.formats.docx.inline_writer import LIGHTER, InlineWriter, field_runs, text_run
from generator.render.formats.docx.list_numbers import ListNumbers
from generator.render.formats.docx.margin_notes import MarginNotes
from generator.render.formats.docx.pictures import Pictures

SPACED = ("text", "lead", "note", "small", "bullet", "number", "bibliography", "caption")
"""Styles that keep their distance from a table or list before them."""

CHARACTER = {"cell_label": "label", "cell_id": "id", "cell_wording": LIGHTER}
"""Paragraphs of cells to the style of their characters."""
GOALS = ("goal", "goal_label", "goal_wording")
"""Paragraphs on the dark colour of the house, as far as its template has styles for them."""
GOAL_LEVEL = 3
"""The level of heading that the style of goals has."""
UNNUMBERED = {
    "numbering": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
    "indent": '<w:ind w:left="0" w:firstLine="0"/>',
}
NO_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
INK = '<w:color w:val="auto"/>'
"""Black on a light ground, which is what automatic means."""
BEFORE_TITLE = 440
"""Twips above a title in the middle of a page; its style has none, as most stand at the top of one."""
AFTER_TABLE = 200
AFTER_LIST = 160
IN_LIST = 397
"""Twips by which each list indents its text in the shipped template."""
DEEPEST = 5
"""The last level that the numberings of a template have, counted from 0."""


class ParagraphWriter(Struct):
    """Writes paragraphs; holds what the next one has to begin with."""

    styles: Mapping[str, str]
    inlines: InlineWriter
    numbering: ListNumbers
    pictures: Pictures
    margin: MarginNotes
    page_break: bool = False
    begun: bool = False
    """Whether something stands already in this document, or behind its last section."""
    distance: int = 0
    """Twips that the next paragraph keeps from the table or list before it."""
    unnumbered: bool = False
    """Whether the next paragraph is to leave no number behind where it cannot go."""
    bookmarks: int = 0
    names: set[str] = field(default_factory=set)
    light: bool = False
    """Whether nothing is filled, for words whose colour (of a change) a reader's program chooses."""

    @property
    def light_goal(self) -> Mapping[str, str]:
        """What a paragraph of a goal that is a heading has besides its style."""
        return {"shading": NO_FILL} if self.light else {}

    @property
    def at_top(self) -> bool:
        """Whether the next paragraph is the first one of a page, as far as that is known here."""
        return self.page_break or not self.begun

    def open_and_close(self, name: str | None) -> tuple[str, str]:
        """The two ends of a bookmark; of two with one name the first counts, as in Word."""
        if not name or name in self.names:
            return "", ""
        self.names.add(name)
        self.bookmarks += 1
        number = self.bookmarks
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )

    def wrap(self, key: str, content: str, mark: Mark = "plain", **more: str) -> str:
        """One w:p; ``more`` holds property elements by name, put in the schema's order."""
        if self.page_break:
            more["page"] = "<w:pageBreakBefore/>"
            self.page_break = False
        self.begun = True
        if self.distance:
            if key in SPACED:
                more.setdefault("spacing", f'<w:spacing w:before="{self.distance}"/>')
            self.distance = 0
        order = ("keep", "page", "numbering", "shading", "spacing", "indent", "align", "outline")
        middle = "".join([more[name] for name in order if name in more]) if more else ""
        end = self.inlines.marks.paragraph_end(mark) if mark != "plain" else ""
        if self.unnumbered:
            end += self.inlines.marks.new_look(self.styles["text"])
            self.unnumbered = False
        style = f'<w:pStyle w:val="{self.styles[key]}"/>'
        return f"<w:p><w:pPr>{style}{middle}{end}</w:pPr>{content}</w:p>"

    def paragraph(self, paragraph: Paragraph, keep: bool = False) -> str:
        """A paragraph outside tables."""
        key = "cell" if paragraph.style in CHARACTER else paragraph.style
        more = {"keep": "<w:keepNext/>"} if keep or paragraph.keep_with_next else {}
        if paragraph.level:
            more["indent"] = f'<w:ind w:left="{IN_LIST * paragraph.level}"/>'
        with self._on_goal(key in GOALS):
            content, ended = self.line(paragraph)
        content = self.margin.beside(content, paragraph.note, paragraph.mark)
        if key in GOALS:
            more |= self.light_goal
        return self.wrap(key, content, ended, **more)

    @contextmanager
    def _on_goal(self, dark: bool) -> Iterator[None]:
        """Links look like the text around them on the dark colour; in a light document that is black."""
        self.inlines.inherit, self.inlines.ink = dark, INK if dark and self.light else ""
        yield
        self.inlines.inherit, self.inlines.ink = False, ""

    def line(self, paragraph: Paragraph, outer: Mark = "plain") -> tuple[str, Mark]:
        """What stands in a paragraph, in a row of mark ``outer``, and the mark of its end."""
        start, end = self.open_and_close(paragraph.bookmark)
        mark = paragraph.mark if paragraph.mark != "plain" else outer
        character = CHARACTER.get(paragraph.style, "")
        ended = paragraph.end or paragraph.mark
        joined = ended == "deleted"
        content = self.inlines.write(paragraph.content, paragraph.address, mark, character, joined)
        return f"{start}{content}{end}", ended

    def heading(self, heading: Heading, alone: bool = False) -> str:
        """A heading; the number comes from the style, or is suppressed.

        A goal that is ``alone``, with nothing below it, need not stay with what follows.
        """
        start, end = self.open_and_close(heading.bookmark)
        with self._on_goal(heading.goal):
            words = self.inlines.write(heading.content, heading.address, heading.mark)
        content = self.margin.beside(f"{start}{words}{end}", heading.note, heading.mark)
        if heading.goal:
            return self._goal(heading, content, alone)
        if heading.compact:
            more = {} if self.styles["compact"] != self.styles["heading2"] else UNNUMBERED
            return self.wrap("compact", content, heading.mark, **more)
        if heading.number:
            return self.wrap(f"heading{heading.level}", content, heading.mark)
        if not heading.listed and heading.level == 1:
            apart = {} if self.at_top else {"spacing": f'<w:spacing w:before="{BEFORE_TITLE}"/>'}
            return self.wrap("contents_heading", content, heading.mark, **apart)
        key = f"heading{heading.level}" if heading.listed else f"inner{heading.level}"
        return self.wrap(key, content, heading.mark, **UNNUMBERED)

    def _goal(self, heading: Heading, content: str, alone: bool) -> str:
        """Its style has one look whatever the level, which the navigation has from the paragraph."""
        more = dict(self.light_goal) | ({"keep": '<w:keepNext w:val="0"/>'} if alone else {})
        if self.styles["goal"] == self.styles["heading3"]:  # a template without the style
            more |= UNNUMBERED
        if heading.level != GOAL_LEVEL:
            more["outline"] = f'<w:outlineLvl w:val="{heading.level - 1}"/>'
        return self.wrap("goal", content, heading.mark, **more)

    def listing(self, listing: Listing, key: str = "", level: int = 0) -> Iterator[str]:
        """One w:p an item; each numbered list has a number of its own that starts anew."""
        level = min(level + listing.level, DEEPEST)
        key = "brief_bullet" if listing.brief and not key else key
        note = listing.note
        for style, properties, content, mark in self.items(listing, key, level):
            content, note = self.margin.beside(content, note, listing.items[0].mark), ""
            yield self.wrap(style, content, mark, numbering=properties)
        self.distance = AFTER_LIST

    def items(
        self, listing: Listing, key: str = "", level: int = 0, outer: Mark = "plain"
    ) -> Iterator[tuple[str, str, str, Mark]]:
        """(style, numbering, content, mark) of each item, nested ones after their parent."""
        style = key if key and not listing.ordered else "number" if listing.ordered else "bullet"
        numbered = "bullet" if style == "brief_bullet" else style
        number = self.numbering.list_number(
            numbered, level, listing.start if listing.ordered else 0
        )
        properties = (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            if level or listing.ordered
            else ""
        )
        for item in listing.items:
            mark = item.mark if item.mark != "plain" else outer
            ended = item.end or item.mark
            content = self.inlines.write(
                item.content, item.address, mark, joined=ended == "deleted"
            )
            yield style, properties, content, ended
            if item.below is not None:
                yield from self.items(item.below, key, min(level + 1, DEEPEST), outer)

    def caption(self, caption: Caption, keep: bool) -> str:
        """Label and SEQ field inside the bookmark, so that REF prints "Abbildung 1"."""
        start, end = self.open_and_close(caption.bookmark)
        number = field_runs(f"SEQ {caption.kind} \\* ARABIC", text_run(str(caption.number)))
        marks = self.inlines.marks
        label = marks.around(text_run(f"{caption.kind} ") + number, caption.mark)
        rest = marks.around(text_run(": "), caption.mark)
        self.inlines.printout.add(f"{caption.kind} {caption.number}: ", caption.mark)
        words = self.inlines.write(caption.content, caption.address, caption.mark)
        content = start + label + end + rest + words
        content = self.margin.beside(content, caption.note, caption.mark)
        more = {"keep": "<w:keepNext/>"} if keep else {}
        return self.wrap("caption", content, caption.mark, **more)

    def figure(self, figure: Figure) -> str:
        """The picture inline in a paragraph of its own, kept with its caption."""
        run = self.inlines.marks.around(self.pictures.run(figure), figure.mark)
        run = self.margin.beside(run, figure.note, figure.mark)
        return self.wrap("figure", run, figure.mark)
