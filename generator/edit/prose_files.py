"""A text file and the text it is to hold to its new content; paragraphs that stay keep their lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct

from generator.edit.form import Entries
from generator.edit.habits import Habits
from generator.edit.keys import Levels
from generator.edit.nodes import parsed
from generator.edit.source import FileText, spliced
from generator.edit.sync import Sync
from generator.edit.wrapping import filled, rewrapped
from generator.errors import GeneratorError
from generator.likeness import SAME_PARAGRAPH
from generator.model.text import Prosatext, Textangaben
from generator.read.texts import unwrap, unwrap_paragraph

_FRONT = re.compile(
    r"---[ ]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?:(?<=[\r\n])|\A)---[ ]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)
_RULE = "---"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
WIDTH = 90
"""Columns to which the shipped texts are wrapped."""
_ENDLESS = 10**6


class ProseParagraph(Struct, frozen=True):
    """Lines without a blank one between them (inside code with): as written and as read."""

    raw: str
    read: str
    after: str = ""
    """What stands between it and the next."""


def new_text(text: Prosatext, newline: str = "\n", width: int = WIDTH) -> str:
    """The content of a text file that did not exist; it says whose wording it is."""
    body = "\n\n".join(filled(p.read, width) for p in paragraphs(text.inhalt))
    return _new_head(text, newline) + f"{_checked(body, text)}\n".replace("\n", newline)


def edited_text(raw: str, old: Prosatext, new: Prosatext) -> str:
    """The content of a text file with another text or ``wortlaut``; ``raw`` without byte order mark.

    GeneratorError where the new text is none that a file can hold.
    """
    newline = FileText(raw).newline
    front = _FRONT.match(raw)
    start = front.end() if front else 0
    head, body = raw[:start], raw[start:]
    if old.inhalt != new.inhalt:
        body = _edited_body(body, new, newline)
    if front is None and (old.wortlaut != new.wortlaut or body.startswith(_RULE)):
        head = _new_head(new, newline)
    elif front and old.wortlaut != new.wortlaut:
        head = _edited_head(front, old, new)
    return head + body


def text_width(raws: Sequence[str]) -> int:
    """To how many columns the texts of a strategy are usually wrapped."""
    longest = [max(map(len, lines)) for raw in raws if len(lines := raw.splitlines()) > 2]
    likely = sorted(length for length in longest if 60 <= length <= 120)
    return likely[len(likely) // 2] if likely else WIDTH


def paragraphs(body: str) -> list[ProseParagraph]:
    """A text by paragraphs; what it begins with that is blank belongs to none."""
    spans = list(_spans(body))
    if not spans:
        return []
    ends = [start for start, _ in spans[1:]] + [len(body)]
    return [
        ProseParagraph(body[start:end], _read(body[start:end]), body[end:after])
        for (start, end), after in zip(spans, ends, strict=True)
    ]


def _spans(body: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without its last line end."""
    start: int | None = None
    end, fenced = 0, False
    for match in _LINE.finditer(body):
        stripped = match[0].strip()
        if not stripped and not fenced:
            if start is not None:
                yield start, end
            start = None
            continue
        if start is None:
            start = match.start()
        fenced ^= stripped.startswith(("```", "~~~"))
        end = match.start() + len(match[0].rstrip("\r\n"))
    if start is not None:
        yield start, end


def _read(raw: str) -> str:
    plain = raw.replace("\r\n", "\n").replace("\r", "\n")
    return unwrap_paragraph(unicodedata.normalize("NFC", plain))


def _new_head(text: Prosatext, newline: str) -> str:
    """The lines above a text that say what kind it is; a rule that begins a text needs them too."""
    return newline.join([_RULE, f"wortlaut: {text.wortlaut}", _RULE, "", ""])


def _edited_head(front: re.Match[str], old: Prosatext, new: Prosatext) -> str:
    source = FileText(front["yaml"])
    was, is_now = (Entries({"wortlaut": text.wortlaut}, record=Textangaben) for text in (old, new))
    splices = Sync(source, parsed(source), was, is_now, Habits(), Levels()).splices()
    start, end = front.span("yaml")
    return front.string[:start] + spliced(source.text, splices) + front.string[end : front.end()]


def _edited_body(body: str, new: Prosatext, newline: str) -> str:
    old_parts, new_parts = paragraphs(body), paragraphs(new.inhalt)
    width = _width(old_parts)
    pieces = list(_pieces(old_parts, new_parts, newline, width))
    leading = body[: body.index(old_parts[0].raw)] if old_parts else body
    made = leading + _put_together(pieces, newline)
    if unwrap(_plain(made)) == new.inhalt:
        return made
    rewritten = (newline * 2).join(filled(p.read, width).replace("\n", newline) for p in new_parts)
    return leading + _checked(rewritten, new) + (old_parts[-1].after if old_parts else newline)


def _width(parts: Sequence[ProseParagraph]) -> int:
    """To how many columns a text is wrapped; where each line is a paragraph, to none."""
    longest = max((len(line) for p in parts for line in p.raw.splitlines()), default=0)
    if any(len(p.raw.splitlines()) > p.read.count("\n") + 1 for p in parts):
        return longest if WIDTH * 2 / 3 < longest <= WIDTH * 4 / 3 else WIDTH
    return WIDTH if longest <= WIDTH * 4 / 3 else _ENDLESS


def _put_together(pieces: Sequence[ProseParagraph], newline: str) -> str:
    """Paragraphs, each with what stood behind it where that parts it from another."""
    blank = newline * 2
    result = "".join(
        piece.raw + (piece.after if _parts(piece.after) else blank) for piece, _ in pairwise(pieces)
    )
    return result + "".join(piece.raw + piece.after for piece in pieces[-1:])


def _parts(between: str) -> bool:
    return between.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _pieces(
    old: Sequence[ProseParagraph], new: Sequence[ProseParagraph], newline: str, width: int
) -> Iterator[ProseParagraph]:
    """The new paragraphs, as far as they were there before as they were written; the end stays the end."""
    end = old[-1].after if old else newline
    found = [_piece(before, after, newline, width) for before, after in _paired(old, new)]
    for index, piece in enumerate(found):
        last = index == len(found) - 1
        after = end if last else piece.after if piece.after != end or _parts(end) else ""
        yield ProseParagraph(piece.raw, piece.read, after)


def _piece(
    before: ProseParagraph | None, after: ProseParagraph, newline: str, width: int
) -> ProseParagraph:
    if before is None:
        return ProseParagraph(filled(after.read, width).replace("\n", newline), after.read)
    if before.read == after.read:
        return before
    raw = rewrapped(before.raw, before.read, after.read, newline, width)
    return ProseParagraph(raw, after.read, before.after)


def _paired(
    old: Sequence[ProseParagraph], new: Sequence[ProseParagraph]
) -> Iterator[tuple[ProseParagraph | None, ProseParagraph]]:
    """Each new paragraph with the old one it was, if any."""
    matcher = SequenceMatcher(None, [p.read for p in old], [p.read for p in new], autojunk=False)
    opcodes = matcher.get_opcodes()
    moved = [p for tag, i, j, _, _ in opcodes if tag != "equal" for p in old[i:j]]
    for tag, i, j, k, m in opcodes:
        left = [p for p in old[i:j] if tag == "equal" or p in moved]
        for at in range(k, m):
            same = next(
                (p for p in (left if tag == "equal" else moved) if p.read == new[at].read), None
            )
            like = same or _most_alike(left, new[at], m - at)
            left = [p for p in left if p is not like]
            moved = [p for p in moved if p is not like]
            yield like, new[at]


def _most_alike(
    left: Sequence[ProseParagraph], new: ProseParagraph, remaining: int
) -> ProseParagraph | None:
    """The first of the old paragraphs that has enough words of the new one."""
    for paragraph in left:
        words = SequenceMatcher(None, paragraph.read.split(), new.read.split(), autojunk=False)
        if words.ratio() >= SAME_PARAGRAPH:
            return paragraph
    return left[0] if left and len(left) == remaining else None


def _checked(body: str, wanted: Prosatext) -> str:
    """A text without its head, if it is read as it should be."""
    if unwrap(_plain(body)) != wanted.inhalt:
        raise GeneratorError(
            f"Der Text zu {wanted.id} lässt sich als Markdown nicht so schreiben, dass er genau so gelesen wird."
        )
    return body


def _plain(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", plain)
