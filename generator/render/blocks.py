"""The one document vocabulary between what is published and how it is encoded.

A document is a tuple of blocks; a block holds inlines, which running_text.py has. A redline is the
same vocabulary with marked inlines, rows and blocks. Lengths are millimetres. Bookmarks are element
IDs. ``address`` says whose wording a paragraph is, None where it is computed; it makes no two blocks
differ. ``owner`` is the ID of the element that a block moves with, None for that of its address.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from generator.model.address import Address as Address
from generator.model.mark import Mark as Mark
from generator.model.partly_compared import PartlyCompared
from generator.render.drawing import Drawing, ShownPicture
from generator.render.filtering import Filter
from generator.render.running_text import Footnote as Footnote
from generator.render.running_text import Inline as Inline
from generator.render.running_text import LineBreak as LineBreak
from generator.render.running_text import Link as Link
from generator.render.running_text import Reference as Reference
from generator.render.running_text import Run as Run

ParagraphStyle = Literal[
    "text",  # running text
    "lead",  # the sentence that opens a section
    "note",  # an editorial note, set off (Prüfvermerk, provenance)
    "source",  # the source line below a figure or table
    "small",  # small print (imprint)
    "brief",  # running text of a page that is to hold much
    "framed",  # the same, set off by a frame around it
    "cell",  # text in a table cell
    "cell_label",  # the left-hand label of a goal table ("Leitziel")
    "cell_id",  # the visible ID in a table
    "reason",  # what happened and why, beside both editions
    "detail",  # what is said below it, in small print
    "cell_wording",  # a wording below its title, which is set off by being bold
    "goal_label",  # level and ID above the heading that a goal is
    "goal_wording",  # its wording below that heading, where it has a title
    "quote",
    "bibliography",
]


class Addressed(PartlyCompared, frozen=True):
    """What says whose wording it is: that makes no two of them differ."""

    beside = frozenset({"address"})


class Paragraph(Addressed, frozen=True):
    """A paragraph; ``mark`` concerns the paragraph itself (its end), not only its text.

    ``end`` is the mark of its end where that differs, as in a table cell, whose last end
    cannot go. ``note`` is a remark at the margin ("Verschoben nach LZ02."), a paragraph a line;
    ``editorial`` says that its marks leave the meaning as it is. Both here and in other blocks.
    """

    content: tuple[Inline, ...]
    style: ParagraphStyle = "text"
    bookmark: str | None = None
    keep_with_next: bool = False
    mark: Mark = "plain"
    end: Mark | None = None
    note: str = ""
    editorial: bool = False
    level: int = 0
    """How many lists it stands in: it is indented like the text of their items."""
    owner: str | None = None
    address: Address | None = None


class Heading(Addressed, frozen=True):
    """A heading of level 1 to 6; ``number`` is the computed number ("4.2"), "" for none."""

    level: int
    content: tuple[Inline, ...]
    number: str = ""
    bookmark: str | None = None
    listed: bool = True
    """Whether the table of contents lists it."""
    goal: bool = False
    """Whether it is the wording or title of a goal, set off from the headings of sections."""
    compact: bool = False
    """Whether it takes little room, on a page that is to hold much."""
    mark: Mark = "plain"
    note: str = ""
    editorial: bool = False
    owner: str | None = None
    address: Address | None = None


class Item(Addressed, frozen=True):
    """One entry of a list, with a list below it where there is one; ``end`` as of a paragraph."""

    content: tuple[Inline, ...]
    below: Listing | None = None
    mark: Mark = "plain"
    end: Mark | None = None
    address: Address | None = None


class Listing(Struct, frozen=True):
    """A bullet list or a numbered list (numbers start anew at ``start``).

    ``level``: how many lists it stands in, where something else than a list stands between.
    """

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    note: str = ""
    editorial: bool = False
    owner: str = ""
    level: int = 0
    brief: bool = False
    """Whether its items stand close, on a page that is to hold much."""


CellStyle = Literal["plain", "head", "first", "second", "third", "actors", "total", "side", "light"]
"""Appearance by meaning: first, second, third are the levels of goals, side and light text and head
of two editions side by side."""

Align = Literal["", "left", "center", "right"]
"""The side that text is aligned to, "" where the format has its own mind."""


class Cell(Struct, frozen=True):
    """A table cell; ``header`` marks it as heading of its row or column."""

    content: tuple[Paragraph | Listing, ...]
    style: CellStyle = "plain"
    header: bool = False
    span: int = 1
    align: Align = ""


class Row(Struct, frozen=True):
    """A table row; the spans of its cells add up to the number of columns."""

    cells: tuple[Cell, ...]
    header: bool = False
    bookmark: str | None = None
    wording: int = 0
    """The cell with the wording, around which the bookmark stands."""
    keep_with_next: bool = False
    mark: Mark = "plain"
    breakable: bool = False  # whether it may go on on the next page: as long as a page
    note: str = ""
    editorial: bool = False
    owner: str = ""


class Table(Struct, frozen=True):
    """A table with column widths in mm; ``summary`` tells a blind reader what it holds."""

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    summary: str
    style: Literal["goals", "grid", "matrix", "synopsis"] = "grid"
    owner: str = ""
    title: str = ""
    """What it is called where it has no caption, in other words than ``summary``."""
    fitted: bool = False
    """Whether the columns are as wide as their texts need, so that other words may change them."""


class Figure(Struct, frozen=True):
    """A drawing or a picture from a file, with its alternative text."""

    drawing: Drawing | ShownPicture
    alternative: str
    mark: Mark = "plain"
    note: str = ""
    editorial: bool = False
    owner: str = ""


class Caption(Addressed, frozen=True):
    """ "Abbildung 1: …" or "Tabelle 2: …"; the number is computed and counted by a field."""

    kind: Literal["Abbildung", "Tabelle"]
    number: int
    content: tuple[Inline, ...]
    bookmark: str | None = None
    mark: Mark = "plain"
    note: str = ""
    editorial: bool = False
    owner: str | None = None
    address: Address | None = None


class Contents(Struct, frozen=True):
    """A computed list of headings, figures or tables with page numbers."""

    of: Literal["headings", "figures", "tables"]
    depth: int = 3
    goals: bool = False
    """Whether headings that are goals are listed, whatever their level."""
    numbered: bool = True
    """Whether headings are listed with their numbers."""


class PageBreak(Struct, frozen=True):
    """The next block starts a new page."""


class Gap(Struct, frozen=True):
    """Keeps two tables apart where they touch; only a redline says so, to mark it."""

    mark: Mark = "plain"


class Section(Struct, frozen=True):
    """What follows stands on pages of this orientation."""

    orientation: Literal["portrait", "landscape"]
    narrow: bool = False
    """Whether its margins are small, for a table as wide as can be."""


class Group(Struct, frozen=True):
    """Blocks that belong together; ``beside``: the groups in it stand side by side, if there is room.

    ``facets`` are words by which a reader may look for it, see Filter.
    """

    content: tuple[Block, ...]
    facets: tuple[str, ...] = ()
    beside: bool = False


Block = (
    Heading | Paragraph | Listing | Table | Figure | Caption | Contents | PageBreak | Gap | Section
    | Group | Filter
)  # fmt: skip


class Document(Struct, frozen=True):
    """A document ready to be encoded.

    ``fields`` fill the placeholders of the house's template on cover, header and
    footer ({{ titel }}, {{ fassung }}, {{ status }} …); ``properties`` are custom
    document properties, of which "Fassung" and "Prüfsumme" name the edition; ``product`` is its
    name among the products; ``draft`` asks for the mark on every page.
    """

    title: str
    blocks: tuple[Block, ...]
    fields: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    subject: str = ""
    author: str = ""
    date: str = "1980-01-01"
    language: str = "de-DE"
    hands: tuple[str, str] | None = None
    """Whose the tracked changes and the remarks at the margin are, and whose the editorial ones."""
    draft: str = ""
    """The word for the mark on every page ("Entwurf"), "" for none."""
    cover: bool = True
    """Whether the template's cover stands in front."""
    light: bool = False
    """Whether no cell is filled, for words whose colour (of a change) a reader's program chooses."""
    tracked: bool = False
    """Whether a text program is to record what a reader changes."""
    numbered_lines: bool = False
    """Whether the lines are numbered in the margin, through the document."""
    product: str = ""
