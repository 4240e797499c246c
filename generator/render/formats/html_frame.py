"""What a web page has around the blocks: its title, its lists of contents, its notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from generator.render.blocks import Contents, Document
from generator.render.entries import ContentsEntry

LABELS: Mapping[str, str] = {
    "headings": "Inhalt",
    "figures": "Abbildungen",
    "tables": "Tabellen",
}
SKIP = "Inhaltsverzeichnis überspringen"
AFTER = "seite-text"
"""Where who skips the contents goes on."""


def title_block(document: Document) -> str:
    """The cover of a document as the head of its page; "" for one without a cover."""
    if not document.cover:
        return ""
    given = document.fields
    edition = [given.get("fassung", ""), given.get("status", "")]
    lines = (
        ("dachzeile", given.get("koerperschaft", "")),
        ("", given.get("untertitel", "")),
        ("ausgabe", " · ".join(dict.fromkeys(filter(None, edition)))),
        ("small", given.get("hinweis", "")),
    )
    above, *below = [_line(kind, text) for kind, text in lines]
    title = escape(given.get("titel") or document.title, quote=False)
    return f"<header>\n{above}<h1>{title}</h1>\n{draft_mark(document)}{''.join(below)}</header>\n"


def _line(kind: str, text: str) -> str:
    listed = f' class="{kind}"' if kind else ""
    return f"<p{listed}>{escape(text, quote=False)}</p>\n" if text else ""


def draft_mark(document: Document) -> str:
    """What says that it is a draft."""
    word = escape(document.draft, quote=False)
    return f'<p class="entwurf">{word}</p>\n' if word else ""


def contents_list(contents: Contents, lines: Sequence[ContentsEntry]) -> str:
    """A list of links, each below the one that it belongs to, which a reader can skip."""
    if not lines:
        return ""
    label = escape(LABELS[contents.of])
    listed = f'<nav aria-label="{label}" class="verzeichnis">\n{_nested(lines)}</nav>\n'
    if contents.of != "headings":
        return listed
    skip = f'<a class="sprung" href="#{AFTER}">{SKIP}</a>\n'
    return f'{skip}{listed}<div id="{AFTER}" tabindex="-1"></div>\n'


def _nested(lines: Sequence[ContentsEntry]) -> str:
    """Entries of the first one's level, each with those deeper that follow it below it."""
    top = min(line.level for line in lines)
    starts = [at for at, line in enumerate(lines) if line.level == top] or [0]
    starts = starts if starts[0] == 0 else [0, *starts]
    groups = [
        lines[begin:end] for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    return f"<ul>\n{''.join(map(_item, groups))}</ul>\n"


def _item(group: Sequence[ContentsEntry]) -> str:
    first, *below = group
    text = escape(f"{first.number} {first.text}".strip(), quote=False)
    shown = f'<a href="#{first.bookmark}">{text}</a>' if first.linked else text
    return f"<li>{shown}{_nested(below) if below else ''}</li>\n"


def note_list(notes: Iterable[str]) -> str:
    """The footnotes at the end of the page, each with the way back to its sign."""
    lines = [
        f'<li id="seite-note-{number}">{text} <a href="#seite-ruf-{number}" '
        f'aria-label="zurück zur Stelle von Fußnote {number}">↑</a></li>\n'
        for number, text in enumerate(notes, 1)
    ]
    if not lines:
        return ""
    return (
        '<section aria-labelledby="seite-noten" class="noten">\n'
        f'<h2 id="seite-noten">Fußnoten</h2>\n<ol>\n{"".join(lines)}</ol>\n</section>\n'
    )


def note_sign(number: int) -> str:
    """The sign of a note in the text; the name says what a number alone does not."""
    return (
        f'<sup id="seite-ruf-{number}"><a href="#seite-note-{number}" '
        f'aria-label="Fußnote {number}">{number}</a></sup>'
    )
