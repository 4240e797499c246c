"""Paragraphs of Markdown to lines of a width, whole or only where words changed."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from generator.edit.rewrapped import SPACE, Word, has_break, joined, respelled, wrapped
from generator.read.texts import unwrap_paragraph

_GAP = re.compile(r"\s+")
_PIECE = re.compile(r"\S+")
_MARKUP = re.compile(r"\{\{[^{}]*\}\}|\[@[^\[\]]*\]|\[\[[^\[\]]*\]\]")
"""What people keep on one line: see model/prose."""
_KEPT = "\ue000"
"""Stands for a space that is no place to break a line."""
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|\s*")


def filled(read: str, width: int) -> str:
    """A paragraph as it is read, wrapped to ``width`` columns as far as that changes nothing."""
    lines = [_filled_line(line, width) for line in read.split("\n")]
    made = "\n".join(lines)
    return made if unwrap_paragraph(made) == read else read


def _filled_line(line: str, width: int) -> str:
    """A line of a list or of running text; what may not be wrapped stays as it is."""
    marker = _MARKER.match(line)
    hanging = " " * len(marker[0]) if marker else ""
    body = line.rstrip(" ")
    tail = line[len(body) :]
    if len(body) <= width or "```" in line:
        return line
    kept = _MARKUP.sub(lambda markup: markup[0].replace(SPACE, _KEPT), body)
    lines = textwrap.wrap(
        kept, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    made = "\n".join(lines).replace(_KEPT, SPACE) + tail
    return made if unwrap_paragraph(made) == unwrap_paragraph(line) else line


def rewrapped(raw: str, old: str, new: str, newline: str, width: int) -> str:
    """A paragraph with its new wording; lines that no change concerns stay as they are."""
    words = _words(raw, old)
    if words is None:
        return filled(new, width).replace("\n", newline)
    made = respelled(words, list(_pieces(new)), str, newline)
    lead = raw[: len(raw) - len(raw.lstrip())]
    new_lead = new[: len(new) - len(new.lstrip())]
    lead = lead if not old.startswith((SPACE, "\t")) and not new_lead else new_lead
    tail = "  " if new.endswith("  ") else ""
    broken = wrapped(
        made,
        len(lead),
        max(width, *map(len, raw.splitlines())),
        newline,
        lambda at: _hanging(made, at, lead),
    )
    for candidate in (broken, made):
        text = lead + joined(candidate) + tail
        plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        if unwrap_paragraph(plain) == new:
            return text
    return filled(new, width).replace("\n", newline)


def _words(raw: str, read: str) -> list[Word] | None:
    """The words as they are written, with what the white space before each means."""
    pieces = list(_pieces(read))
    body = raw.strip()
    gaps = ["", *_GAP.findall(body)]
    texts = [unicodedata.normalize("NFC", word) for word in _PIECE.findall(body)]
    if texts != [text for _, text in pieces] or len(gaps) != len(texts):
        return None
    raws = _PIECE.findall(body)
    return [
        Word(raw_word, text, gap, joint)
        for raw_word, text, gap, (joint, _) in zip(raws, texts, gaps, pieces, strict=True)
    ]


def _pieces(read: str) -> Iterator[tuple[str, str]]:
    """The words of a paragraph with the white space before them that counts."""
    end = 0
    for match in _PIECE.finditer(read):
        gap = read[end : match.start()]
        yield (gap if "\n" in gap else SPACE), match[0]
        end = match.end()


def _hanging(words: Sequence[Word], at: int, lead: str) -> str | None:
    """What a line begins with that is broken off before a word: as its neighbours, or below its text.

    None inside markup.
    """
    before = SPACE.join(word.raw for word in words[:at])
    if before.rfind("{{") > before.rfind("}}") or before.rfind("[@") > before.rfind("]"):
        return None
    for word in words[at + 1 :]:
        if word.joint != SPACE:
            break
        if has_break(word.gap):
            return re.split(r"[\r\n]", word.gap)[-1]
    first = max((k for k in range(at) if words[k].joint != SPACE), default=0)
    indent = re.split(r"[\r\n]", words[first].gap)[-1] if first else lead
    marked = re.fullmatch(r"[-*+]|\d+[.)]", words[first].raw)
    return indent + (" " * (len(words[first].raw) + 1) if marked else "")
