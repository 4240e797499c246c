"""Remarks at the margin to Word's comments: where each stands in the text, and their part."""

from __future__ import annotations

from msgspec import Struct, field

from generator.render.blocks import Mark
from generator.render.formats.docx.inline_writer import text_run
from generator.render.formats.docx.marks import Marks
from generator.render.formats.docx.xml import HEAD, ROOT_NAMESPACES, attribute

COMMENTS = "comments.xml"


class MarginNotes(Struct):
    """Writes comments by the author of the marks beside which they stand (ECMA-376 part 1, 17.13.4)."""

    marks: Marks
    written: list[str] = field(default_factory=list)

    def beside(self, content: str, note: str, mark: Mark) -> str:
        """What a paragraph holds, with its remark; it goes and comes with text of that mark."""
        if not note:
            return content
        number = len(self.written) + 1
        initials = "R" if self.marks.editorial else "F"
        lines = "".join(f"<w:p>{text_run(line)}</w:p>" for line in note.split("\n"))
        self.written.append(
            f'<w:comment w:id="{number}" w:author="{attribute(self.marks.author)}"'
            f' w:date="{self.marks.date[:10]}T00:00:00Z" w:initials="{initials}">{lines}</w:comment>'
        )
        sign = self.marks.around(f'<w:r><w:commentReference w:id="{number}"/></w:r>', mark)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}'
            f'<w:commentRangeEnd w:id="{number}"/>{sign}'
        )

    def part(self) -> bytes:
        """All of them, as the part of the package that holds comments."""
        body = "".join(self.written)
        return f"{HEAD}<w:comments {ROOT_NAMESPACES}>{body}</w:comments>".encode()
