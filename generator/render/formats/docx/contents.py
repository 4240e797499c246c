"""Headings, figures and tables to computed lists with real entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.render.blocks import Contents
from generator.render.entries import ContentsEntry
from generator.render.formats.docx.inline_writer import field_runs, text_run
from generator.render.formats.docx.paragraph_writer import ParagraphWriter
from generator.render.formats.docx.styles import OPTIONAL
from generator.render.formats.docx.xml import attribute, escape

TAB = "<w:r><w:tab/></w:r>"
PLACES = {
    "headings": "inhaltsverzeichnis",
    "figures": "abbildungsverzeichnis",
    "tables": "tabellenverzeichnis",
}
SEQUENCE = {"figures": "Abbildung", "tables": "Tabelle"}


def contents_list(
    contents: Contents,
    entries: Iterable[ContentsEntry],
    paragraphs: ParagraphWriter,
    pages: Mapping[str, int] | None,
) -> list[str]:
    """The list as one field around its entries; without page numbers no leader either.

    Neither dirty nor updateFields: Word would ask the reader, and some Words then
    number every entry 1.
    """
    lines = list(entries)
    if not lines:
        return []
    written = []
    printout = paragraphs.inlines.printout
    for position, entry in enumerate(lines):
        page = (pages or {}).get(entry.bookmark) if entry.linked else None
        content = _entry(entry, page)
        printout.add(_printed(entry, page), "plain")
        printout.end(entry.address and entry.address.again(PLACES[contents.of]))
        if position == 0:
            content = _opening(contents) + content
        if position == len(lines) - 1:
            content += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        style = f"toc{min(entry.level, 4)}" if contents.of == "headings" else "toc_figures"
        written.append(paragraphs.wrap(style, content))
    if contents.of != "headings":
        return written
    return [
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{''.join(written)}</w:sdtContent></w:sdt>"
    ]


def _opening(contents: Contents) -> str:
    kind = SEQUENCE.get(contents.of)
    what = f'\\c "{kind}"' if kind else f'\\o "1-{contents.depth}"'
    if contents.goals:  # the sign between style and level is that of a German Word
        what += f' \\t "{OPTIONAL["goal"][0].name};{contents.depth + 1}"'
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    instruction = escape(f" TOC {what} \\h \\z ")
    return (
        f'{begin}<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{separate}'
    )


def _entry(entry: ContentsEntry, page: int | None) -> str:
    runs = f"{text_run(entry.number)}{TAB}" if entry.number else ""
    runs += text_run(entry.text)
    if page is not None:
        runs += TAB + field_runs(f"PAGEREF {entry.bookmark} \\h", text_run(str(page)))
    if not entry.linked:
        return runs
    anchor = attribute(entry.bookmark)
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{runs}</w:hyperlink>'


def _printed(entry: ContentsEntry, page: int | None) -> str:
    """The line as text, without the number of its page."""
    number = f"{entry.number}\t" if entry.number else ""
    return f"{number}{entry.text}" + ("" if page is None else "\t")
