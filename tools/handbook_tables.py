"""The styles and fields of a Word template as the tables of docs/handbuch.md.

``python -m tools.handbook_tables`` puts them there anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.render.formats.docx.styles import FIELDS, OPTIONAL, STYLES

HANDBOOK = Path(__file__).parents[1] / "docs" / "handbuch.md"
KINDS = {"paragraph": "Absatz", "character": "Zeichen", "table": "Tabelle"}


def tables() -> dict[str, str]:
    """Name of the place in the handbook to the table that belongs there."""
    may_lack = (style for style, _ in OPTIONAL.values())
    styles = [(s.label, KINDS[s.kind], s.use) for s in STYLES.values()]
    styles += [(s.label, KINDS[s.kind], f"{s.use}; darf fehlen") for s in may_lack]
    fields = ((f"`{{{{ {name} }}}}`", use) for name, use in FIELDS.items())
    return {
        "formatvorlagen": table(("Formatvorlage", "Art", "Wofür"), styles),
        "felder": table(("Feld", "Was dort steht"), fields),
    }


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *lines))


def with_tables(text: str) -> str:
    """The handbook with these tables between their marks."""
    for name, content in tables().items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        found = marks.search(text)
        assert found, f"no place for the table {name}"
        text = text.replace(found[0], f"{found[1]}\n{content}\n\n{found[2]}")
    return text


if __name__ == "__main__":
    HANDBOOK.write_text(with_tables(HANDBOOK.read_text("utf-8")), "utf-8")
