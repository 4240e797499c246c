"""Headers and footers to what was typed there without a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.match.field_results import reads
from generator.match.normal_text import plain
from generator.match.placing import Placed
from generator.match.rewritten import alike
from generator.match.spots import FRAME
from generator.match.word_merge import typed
from generator.model.review import Statement

IN_FRAME = (
    "Steht in Kopf- oder Fußzeile; was dort steht, setzt das Programm aus der Word-Vorlage ein."
)


def frame_changes(
    file: str, placed: Sequence[Placed], frame: Sequence[str], last: int
) -> Iterator[Statement]:
    """Each text once: programs write one header several times. ``last`` is the end of the text."""
    there = {
        plain(line.text): line
        for one in placed
        if one.group[0].place.part in FRAME
        for line in one.lines
    }
    printed = {plain(text): text for text in frame}
    gone = [text for key, text in printed.items() if key not in there]
    new = [line for key, line in there.items() if key and key not in printed]
    texts = [line.text for line in new]
    pairs = dict(alike(list(enumerate(gone)), list(enumerate(texts)), {}))
    changes = [
        (text, reads(new[pairs[n]], text) if n in pairs else "") for n, text in enumerate(gone)
    ]
    changes += [("", text) for n, text in enumerate(texts) if n not in pairs.values()]
    for old, text in changes:
        if plain(old) == plain(text):  # only results of fields
            continue
        inserted, deleted = typed(old, text)
        yield Statement(
            file, "computed", None, old, text,
            inserted=inserted, deleted=deleted, position=(last, 0), why=IN_FRAME,
        )  # fmt: skip
