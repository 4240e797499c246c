"""Any document to one web page, in the frame of the house's template (templates/dokument.html.j2).

The page needs no network and no script: without one it is complete, with one its groups can be
filtered. Notes stand at its end; a list of contents shows what it can link to.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import takewhile
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from generator.render.blocks import (
    Caption,
    Cell,
    Contents,
    Document,
    Figure,
    Footnote,
    Group,
    Heading,
    Inline,
    Item,
    LineBreak,
    Link,
    Listing,
    Mark,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
)
from generator.render.cell_roles import Role, role
from generator.render.drawing import ShownPicture
from generator.render.entries import anchored, entries
from generator.render.filtering import Filter
from generator.render.formats import svg
from generator.render.formats.house_templates import fill
from generator.render.formats.html_frame import (
    contents_list,
    draft_mark,
    note_list,
    note_sign,
    title_block,
)
from generator.render.plain import is_number
from generator.render.visitor import Node, Visitor, bookmark_of, walk

DEEPEST = 6
"""The last level of headings in HTML."""
WIDE = 4
"""Columns from which on a table can be scrolled by itself."""
STYLES = {"goals": "ziele", "matrix": "matrix"}
"""The class of a table by its style."""
LOOKS = {"right": "zahl", "center": "mitte"}
"""The class of a cell by the side that its text is aligned to."""
SCOPES = {"column": ' scope="col"', "row": ' scope="row"'}
TAGS = {"deleted": "del", "inserted": "ins"}


def encode(document: Document, template: Path) -> bytes:
    """The page in UTF-8; ``template`` is the house's frame."""
    writer = _Page(replace(document, blocks=anchored(document.blocks)))
    values = {
        "titel": document.title,
        "sprache": document.language,
        "sprung": next((f.skip for f in document.blocks if isinstance(f, Filter)), ""),
        "entwurf": document.draft,
        "inhalt": writer.page(),
    }
    return fill(template.parent, template.name, values, html=True).encode()


def _name(node: Node) -> str:
    name = bookmark_of(node)
    return f' id="{name}"' if name else ""


class _Page(Visitor[str]):
    """Writes blocks in order; an ID of the page itself has a hyphen, which others have not."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.deeper = 1 if document.cover else 0
        """Levels that headings stand below their own: the title of a cover is the page's."""
        self.named = False
        """Whether the draft has been called one."""
        self.summaries: Counter[str] = Counter()
        self.marks: list[Mark] = ["plain"]
        self.notes: list[str] = []

    def page(self) -> str:
        """All blocks, a section for each heading of the second level, and the notes."""
        title = title_block(self.document)
        self.named = bool(title)
        return "".join([title, *self._sections(), note_list(self.notes)])

    def _sections(self) -> Iterator[str]:
        end, told = "", 2 - self.deeper
        for block in self.document.blocks:
            name = bookmark_of(block)
            begins = isinstance(block, Heading) and block.level == told and name
            if begins or isinstance(block, Filter):
                yield end
                end = "</section>\n" if begins else ""
                yield "<section>\n" if begins else ""
            yield self.visit(block)
        yield end

    def text(self, content: Iterable[Inline], mark: Mark = "plain") -> str:
        """Running text, ``mark`` for all of it that has none of its own."""
        self.marks.append(mark if mark != "plain" else self.marks[-1])
        shown = "".join(map(self.visit, content))
        self.marks.pop()
        return shown

    def marked(self, text: str, mark: Mark) -> str:
        tag = TAGS.get(mark if mark != "plain" else self.marks[-1])
        return f"<{tag}>{text}</{tag}>" if tag and text else text

    def rest(self, node: Any) -> str:
        return ""  # page breaks, gaps and sections are those of paper

    # inlines

    def run(self, run: Run) -> str:
        text = escape(run.text, quote=False)
        for tag, on in (("em", run.italic), ("strong", run.bold)):
            text = f"<{tag}>{text}</{tag}>" if on else text
        if run.shown != "plain":
            text = f'<{TAGS[run.shown]} class="gezeigt">{text}</{TAGS[run.shown]}>'
        return self.marked(text, run.mark)

    def reference(self, reference: Reference) -> str:
        if reference.page:
            return ""
        text = escape(reference.text, quote=False)
        if reference.target:
            text = f'<a href="#{reference.target}">{text}</a>'
        return self.marked(text, reference.mark)

    def link(self, link: Link) -> str:
        text = escape(link.text, quote=False)
        return self.marked(f'<a href="{escape(link.address)}">{text}</a>', link.mark)

    def footnote(self, note: Footnote) -> str:
        self.notes.append(self.text(note.content))
        return self.marked(note_sign(len(self.notes)), note.mark)

    def line_break(self, line: LineBreak) -> str:
        return "<br>"

    # blocks

    def heading(self, heading: Heading) -> str:
        number = f"{heading.number} " if heading.number else ""
        text = number + self.text(heading.content, heading.mark)
        tag = f"h{min(heading.level + self.deeper, DEEPEST)}"
        shown = f"<{tag}{_name(heading)}>{text}</{tag}>\n"
        if not self.named:
            self.named = True
            shown += draft_mark(self.document)
        return shown

    def paragraph(self, paragraph: Paragraph) -> str:
        names = ["bleibt"] if paragraph.keep_with_next else []
        names += [] if paragraph.style == "text" else [paragraph.style]
        listed = f' class="{" ".join(names)}"' if names else ""
        return f"<p{_name(paragraph)}{listed}>{self.text(paragraph.content, paragraph.mark)}</p>\n"

    def listing(self, listing: Listing) -> str:
        tag = "ol" if listing.ordered else "ul"
        start = f' start="{listing.start}"' if listing.start != 1 else ""
        return f"<{tag}{start}>\n{''.join(map(self._item, listing.items))}</{tag}>\n"

    def _item(self, item: Item) -> str:
        below = f"\n{self.listing(item.below)}" if item.below else ""
        return f"<li>{self.text(item.content, item.mark)}{below}</li>\n"

    def table(self, table: Table) -> str:
        heads = list(takewhile(lambda row: row.header, table.rows))
        rows = table.rows[len(heads) :]
        parts = "".join(
            f"<{tag}>\n{''.join(self._row(table, row) for row in group)}</{tag}>\n"
            for tag, group in (("thead", heads), ("tbody", rows))
            if group
        )
        self.summaries[table.summary] += 1
        number = self.summaries[table.summary]  # two places of a page want two names
        name = table.summary if number == 1 else f"{table.summary} ({number})"
        label = f'aria-label="{escape(name)}"'
        look = f' class="{STYLES[table.style]}"' if table.style in STYLES else ""
        if len(table.columns) < WIDE:
            return f"<table{look} {label}>\n{parts}</table>\n"
        return (
            f'<div class="rollt" role="region" {label} tabindex="0">\n'
            f"<table{look}>\n{parts}</table>\n</div>\n"
        )

    def _row(self, table: Table, row: Row) -> str:
        self.marks.append(row.mark if row.mark != "plain" else self.marks[-1])
        cells = "".join(self._cell(cell, role(table, row, cell)) for cell in row.cells)
        self.marks.pop()
        style = row.cells[0].style if table.style == "goals" else "plain"
        look = f' class="{style}"' if style != "plain" else ""
        return f"<tr{_name(row)}{look}>{cells}</tr>\n"

    def _cell(self, cell: Cell, of: Role) -> str:
        tag, told = ("th", SCOPES[of]) if of else ("td", "")
        side = cell.align or ("right" if tag == "td" and is_number(cell) else "left")
        look = f' class="{LOOKS[side]}"' if side in LOOKS else ""
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        content = "<br>".join(
            self.listing(part) if isinstance(part, Listing) else self.text(part.content, part.mark)
            for part in cell.content
        )
        return f"<{tag}{look}{told}{span}>{content}</{tag}>"

    def figure(self, figure: Figure) -> str:
        label = escape(figure.alternative)
        if isinstance(figure.drawing, ShownPicture):
            # In an <img> no drawing can run or load anything, whatever it holds.
            shown = f'<img alt="{label}" src="{_data_address(figure.drawing)}">'
            return f"<figure>\n{self.marked(shown, figure.mark)}</figure>\n"
        drawn = self.marked(svg.encode(figure.drawing), figure.mark)
        return f'<figure role="img" aria-label="{label}">\n{drawn}</figure>\n'

    def caption(self, caption: Caption) -> str:
        content = (Run(f"{caption.kind} {caption.number}: "), *caption.content)
        text = self.text(content, caption.mark)
        return f'<p{_name(caption)} class="beschriftung">{text}</p>\n'

    def contents(self, contents: Contents) -> str:
        return contents_list(contents, [*entries(self.document.blocks, contents)])

    def group(self, group: Group) -> str:
        content = "".join(map(self.visit, group.content))
        if group.facets:
            facets = escape(" ".join(group.facets))
            return f'<article data-merkmale="{facets}">\n{content}</article>\n'
        listed = ' class="nebeneinander"' if group.beside else ""
        return f"<div{listed}>\n{content}</div>\n"

    def filtering(self, question: Filter) -> str:
        count = sum(isinstance(b, Group) and bool(b.facets) for b in walk(self.document.blocks))
        fields = "".join(
            f'<div><label for="f-{number}">{escape(choice.label)}</label>\n<select id="f-{number}">'
            f'<option value="">alle</option>\n{_options(choice.answers)}</select></div>\n'
            for number, choice in enumerate(question.choices, 1)
        )
        facet, words = map(escape, question.without)
        return (
            '<form id="seite-filter" hidden aria-labelledby="seite-filtern">\n'
            f'<h2 id="seite-filtern">{escape(question.title)}</h2>\n<div class="felder">\n{fields}'
            f'<div class="haken"><input type="checkbox" id="f-ohne" value="{facet}">'
            f' <label for="f-ohne">{words}</label></div>\n'
            f'<div><button type="reset">{escape(question.reset)}</button></div>\n</div>\n'
            f'<p role="status" id="seite-treffer" data-was="{escape(question.entries)}">'
            f"{count} von {count} {escape(question.entries)}</p>\n</form>\n"
            '<div id="seite-liste" tabindex="-1"></div>\n'
        )


def _data_address(picture: ShownPicture) -> str:
    """The picture itself as an address (RFC 2397): the page needs no other file."""
    return f"data:{picture.media_type};base64,{b64encode(picture.source.inhalt).decode()}"


def _options(answers: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<option value="{escape(facet)}">{escape(words, quote=False)}</option>\n'
        for facet, words in answers
    )
