"""A comparison to Markdown for a merge request, by the template templates/aenderungen.md.j2."""

import re
from pathlib import Path
from typing import Literal

from generator.compare.comparison import Comparison
from generator.render.documents.changes import WHOLLY, ChangeRow, by_section, rows
from generator.render.documents.changes_summary import summary
from generator.render.documents.impact_words import COUNTED, body_rows, reach_sentences
from generator.render.formats.house_templates import fill

TEMPLATE = "aenderungen.md.j2"
# HTML tags, because ** and ~~ beside punctuation do not open or close (CommonMark 0.31, 6.2)
TAGS = {"deleted": ("<del>", "</del>"), "inserted": ("<ins>", "</ins>"), "plain": ("", "")}

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#])")
_LINE_START = re.compile(r"^(\s*)(?:([-+])(?=\s)|(\d+)([.)])(?=\s))", re.MULTILINE)


def encode(comparison: Comparison, templates: Path | None = None) -> str:
    """``templates`` is the folder of the house's templates (default: beside the program)."""
    told = rows(comparison)
    values = {
        "kopf": summary(comparison, told),
        "abschnitte": by_section(told),
        "stellen": body_rows(comparison),
        "gezaehlt": COUNTED,
        "zusammenhaenge": reach_sentences(comparison),
        "vermutungen": comparison.hints,
        "alt": lambda row: _side(row, "deleted"),
        "neu": lambda row: _side(row, "inserted"),
    }
    filters = {"md": escape, "zitat": quote}  # Markdown is escaped by the filter md
    return fill(templates or _templates_folder(), TEMPLATE, values, html=False, filters=filters)


def escape(text: str) -> str:
    """Text that Markdown prints as it is."""
    masked = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", masked)


def quote(markdown: str) -> str:
    """Paragraphs as a block quote; every line of the text is a line of its own."""
    paragraphs = [part for part in markdown.split("\n") if part.strip()]
    return "\n>\n".join(f"> {part.strip()}" for part in paragraphs)


def _side(row: ChangeRow, mark: Literal["deleted", "inserted"]) -> str:
    """The text of one edition; words that the other does not have are marked."""
    if row.old is None or row.new is None or row.source.change.kind in WHOLLY:
        return escape((row.old if mark == "deleted" else row.new) or "")
    shown = (span for span in row.spans(shortened=True) if span.mark in ("plain", mark))
    return "".join(_tagged(span.text, *TAGS[span.mark]) for span in shown)


def _tagged(text: str, opening: str, closing: str) -> str:
    """A tag ends with its line: it must not reach over two paragraphs."""
    if not opening:
        return escape(text)
    return re.sub(r"\S[^\n]*", lambda m: f"{opening}{escape(m[0])}{closing}", text)


def _templates_folder() -> Path:
    from generator.render.products import templates_folder

    return templates_folder()
