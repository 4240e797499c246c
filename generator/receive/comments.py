"""The parts with remarks to Comment records, with replies where the file tells of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.receive.markup import attribute
from generator.receive.part_reader import Numbers, PartReader
from generator.receive.story import Comment, StoryPiece
from generator.render.formats.docx.xml import XmlElement, w

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def read_comments(root: XmlElement, extended: XmlElement | None) -> tuple[Comment, ...]:
    """In the order of the file; ``extended`` is the part commentsExtended, which names replies."""
    found = list(root.iterfind(w("comment")))
    names = {_last_paragraph(comment): attribute(comment, "id") for comment in found}
    parents, done = _extended(extended)
    return tuple(
        Comment(
            attribute(comment, "id"),
            attribute(comment, "author"),
            comment.get(w("date")),
            _text(comment),
            names.get(parents.get(_last_paragraph(comment), "")) if parents else None,
            _last_paragraph(comment) in done,
        )
        for comment in found
    )


def _last_paragraph(comment: XmlElement) -> str:
    """The id by which Word links remarks: that of the last paragraph (MS-DOCX 2.5.4.1)."""
    paragraphs = comment.findall(w("p"))
    return paragraphs[-1].get(f"{{{W14}}}paraId", "") if paragraphs else ""


def _extended(root: XmlElement | None) -> tuple[dict[str, str], set[str]]:
    """Paragraph id to that of the remark it answers, and the ids of what is settled."""
    parents: dict[str, str] = {}
    done: set[str] = set()
    for entry in () if root is None else root.iterfind(f"{{{W15}}}commentEx"):
        name = entry.get(f"{{{W15}}}paraId", "")
        parent = entry.get(f"{{{W15}}}paraIdParent")
        if name and parent:
            parents[name] = parent
        if entry.get(f"{{{W15}}}done") in ("1", "true"):
            done.add(name)
    return parents, done


def _text(comment: XmlElement) -> str:
    """The remark as it reads now, its paragraphs in lines."""
    paragraphs = PartReader({}, Numbers()).read(comment, "comment")
    lines = ("".join(_shown(p.pieces)).strip() for p in paragraphs)
    return "\n".join(line for line in lines if line)


def _shown(pieces: tuple[StoryPiece, ...]) -> Iterator[str]:
    return (piece.text for piece in pieces if piece.deleted is None)
