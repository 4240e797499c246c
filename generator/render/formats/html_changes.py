"""A comparison to one web page for reading in the browser, by the template templates/aenderungen.html.j2.

The page needs no network and no script: without one it is the full list, with one it can
be filtered.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.compare.comparison import Comparison
from generator.render.documents.changes import rows
from generator.render.documents.changes_summary import summary
from generator.render.documents.impact_words import COUNTED, body_rows, reach_sentences
from generator.render.documents.synopsis.entries import Entry, by_section, entries
from generator.render.formats.house_templates import fill

TEMPLATE = "aenderungen.html.j2"
APPROVALS = {"kreistag": "Beschluss vorgesehen", "ungeregelt": "nicht geregelt",
             "verwaltung": "ohne Beschluss"}  # fmt: skip
"""In the order in which a reader may ask for them."""


def encode(
    comparison: Comparison, templates: Path | None = None, *, every: bool = False, note: str = ""
) -> str:
    """``templates`` is the folder of the house's templates; ``note`` stands on top of a faulty page."""
    told = entries(comparison, unchanged=every)
    sections = by_section(told)
    parts = _parts(told)
    values = {
        "kopf": summary(comparison, rows(comparison)),
        "koerperschaft": comparison.new.kopf.koerperschaft,
        "hinweise": comparison.new.kopf.hinweise,
        "entwurf": comparison.new.kopf.fassung.status == "entwurf",
        "hinweis": note,
        "abschnitte": [(parts[title], title, group) for title, group in sections],
        "teile": lambda entry: [parts[title] for title in dict.fromkeys(entry.sections)],
        "anker": frozenset(entry.id for entry in told),
        "stellen": body_rows(comparison),
        "gezaehlt": COUNTED,
        "zusammenhaenge": reach_sentences(comparison),
        "filter": _filters(comparison, told) | {"teile": [(id_, t) for t, id_ in parts.items()]},
        "anzahl": len(told),
    }
    return fill(templates or _templates_folder(), TEMPLATE, values, html=True)


def _parts(told: tuple[Entry, ...]) -> dict[str, str]:
    """The parts of the strategy where an entry stands, then those it only stood in, with an ID.

    The hyphen keeps it apart from the IDs of elements, which have none.
    """
    titles = dict.fromkeys(entry.section for entry in told)
    titles.update(dict.fromkeys(title for entry in told for title in entry.sections))
    return {title: f"teil-{number}" for number, title in enumerate(titles, 1)}


def _filters(comparison: Comparison, told: tuple[Entry, ...]) -> dict[str, list[tuple[str, str]]]:
    """What can be asked for: only what occurs, as (value, words)."""
    kinds = {entry.kind: entry.kind_label for entry in told}
    approvals = {entry.decided_by for entry in told}
    bodies = {body for entry in told for body in entry.bodies}
    return {
        "arten": sorted(kinds.items(), key=lambda pair: pair[1].lower()),
        "stellen": sorted(_names(comparison, bodies), key=lambda pair: pair[1].lower()),
        "zustimmungen": [pair for pair in APPROVALS.items() if pair[0] in approvals],
    }


def _names(comparison: Comparison, bodies: Iterable[str]) -> Iterable[tuple[str, str]]:
    for body in bodies:
        record: Any = comparison.new.by_id.get(body) or comparison.old.by_id.get(body)
        yield body, getattr(record, "name", body)


def _templates_folder() -> Path:
    from generator.render.products import templates_folder

    return templates_folder()
