"""What a document prints, noted paragraph by paragraph while it is written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct, field

from generator.render.blocks import Address, Mark
from generator.render.formats.docx.printed_map import PrintedParagraph


class Printout(Struct):
    """Collects the text of one paragraph after the other, and that of the notes in it."""

    paragraphs: list[PrintedParagraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """The text so far of the paragraph that is being written."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    cell: int | None = None
    """The cell that is being written, of a table with two editions side by side."""

    def add(self, text: str, mark: Mark) -> None:
        """More text of the paragraph; what is deleted is not printed."""
        if mark != "deleted":
            self.pieces.append(text)

    @contextmanager
    def note(self, number: int) -> Iterator[None]:
        """What is added inside is the text of a footnote."""
        around, self.pieces = self.pieces, []
        yield
        self.notes.append((number, "".join(self.pieces)))
        self.pieces = around

    def end(self, address: Address | None, joined: bool = False) -> None:
        """The paragraph ends; white space alone prints nothing.

        ``joined`` to the next one by a deleted end, it is one paragraph with that.
        """
        if joined:
            return
        text = "".join(self.pieces)
        if text and not text.isspace():
            self.paragraphs.append(PrintedParagraph(text, address, None, self.cell))
        for number, note in self.notes:
            if note and not note.isspace():
                self.paragraphs.append(PrintedParagraph(note, address, number))
        self.pieces, self.notes = [], []
