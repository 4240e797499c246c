"""What a strategy prints before and after an edit, to whether nothing but the edit has changed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.match.normal_text import plain
from generator.model.address import Address
from generator.render.formats.docx.printed_map import PrintedMap, PrintedParagraph
from generator.reviewing.wordings import WordedField

Edits = Mapping[WordedField, tuple[str, str]]
"""Field of a goal or an Empfehlung to its wording before and after."""


def unproven(before: PrintedMap | None, after: PrintedMap | None, edits: Edits) -> set[WordedField]:
    """Those edits that cannot be shown to have changed their wording and nothing else.

    Each place that prints a wording must print the new one, every other paragraph of an
    element what it printed before. Computed text may follow.
    """
    old, new = _addressed(before), _addressed(after)
    if not old or [entry.address for entry in old] != [entry.address for entry in new]:
        return set(edits)
    seen: set[WordedField] = set()
    wrong: set[WordedField] = set()
    for was, now in zip(old, new, strict=True):
        field = _edited(was.address, edits)
        if field is None:
            if was.text != now.text:
                return set(edits)
            continue
        seen.add(field)
        first, second = map(plain, edits[field])
        if plain(now.text) != plain(was.text).replace(first, second) or first not in plain(
            was.text
        ):
            wrong.add(field)
    return wrong | (set(edits) - seen)


def _addressed(printed: PrintedMap | None) -> list[PrintedParagraph]:
    return [entry for entry in printed.paragraphs if entry.address] if printed else []


def _edited(address: Address | None, edits: Edits) -> WordedField | None:
    """The field whose edited wording stands there."""
    field = (address.element, address.field) if address else None
    return field if field in edits else None
