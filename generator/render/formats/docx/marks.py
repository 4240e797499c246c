"""Word's tracked changes: what is inserted or deleted, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.render.blocks import Mark
from generator.render.formats.docx.xml import attribute


@dataclass(slots=True)
class Marks:
    """Writes w:ins and w:del with running ids; author and date are given, not the clock's.

    Each mark has its own second: LibreOffice merges adjacent insertions of the same
    author and date across an untracked paragraph mark.
    """

    author: str
    date: str
    count: int = 0
    note: str = ""
    """What Word shows behind the author ("verschoben nach LZ02"): the one text in a tracked
    change that neither accepting nor rejecting it leaves in the document."""

    def attributes(self, own: bool = False) -> str:
        """The attributes of the next mark, ``own`` without the note."""
        moment = datetime.fromisoformat(self.date) + timedelta(seconds=self.count)
        self.count += 1
        author = f"{self.author} ({self.note})" if self.note and not own else self.author
        return (
            f' w:id="{900_000 + self.count}" w:author="{attribute(author)}"'
            f' w:date="{moment:%Y-%m-%dT%H:%M:%SZ}"'
        )

    def around(self, runs: str, mark: Mark, own: bool = False) -> str:
        """Runs as inserted or deleted; deleted text and instructions get their own names.

        ``own`` words of what moved are no part of the move. Where it comes, those that went are
        inserted and deleted again, so that neither edition has them there.
        """
        if mark == "plain" or not runs:
            return runs
        if mark == "inserted":
            return f"<w:ins{self.attributes(own)}>{runs}</w:ins>"
        for name, deleted in (("t", "delText"), ("instrText", "delInstrText")):
            runs = runs.replace(f"<w:{name} ", f"<w:{deleted} ")
            runs = runs.replace(f"</w:{name}>", f"</w:{deleted}>")
        return f"<w:del{self.attributes(own)}>{runs}</w:del>"

    def flag(self, mark: Mark) -> str:
        """The empty element that marks a paragraph's end or a table row."""
        if mark == "plain":
            return ""
        return f"<w:{'ins' if mark == 'inserted' else 'del'}{self.attributes()}/>"

    def paragraph_end(self, mark: Mark) -> str:
        """What stands last in the properties of a marked paragraph."""
        return "" if mark == "plain" else f"<w:rPr>{self.flag(mark)}</w:rPr>"
