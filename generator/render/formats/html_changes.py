"""A comparison to one web page for reading in the browser, by the template templates/aenderungen.html.j2.

The page needs no network and no script: without one it is the full list, with one it can
be filtered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.compare.comparison import Comparison
from generator.model.change_kinds import CHANGES
from generator.render.documents.telling.impact_words import COUNTED
from generator.render.documents.telling.marked import Parts
from generator.render.documents.telling.subject import Subject
from generator.render.documents.telling.telling import Telling
from generator.render.documents.telling.told import ToldChange, ToldElement, by_section
from generator.render.templates import templates_folder

TEMPLATE = "aenderungen.html.j2"
APPROVALS = {"kreistag": "Beschluss vorgesehen", "ungeregelt": "nicht geregelt",
             "verwaltung": "ohne Beschluss"}  # fmt: skip
"""In the order in which a reader may ask for them."""


UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Article:
    """One change, or an element that did not change."""

    subject: Subject
    change: ToldChange | None
    old: Parts
    new: Parts
    bodies: tuple[str, ...]
    first: bool

    @property
    def kind(self) -> str:
        """What it can be asked for by."""
        return self.change.source.change.kind if self.change else UNCHANGED


def encode(
    telling: Telling, templates: Path | None = None, *, every: bool = False, note: str = ""
) -> str:
    """``templates`` is the folder of the house's templates; ``note`` stands on top of a faulty page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(templates or templates_folder()),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=True,
    )
    elements = telling.elements if every else telling.changed
    told = tuple(article for element in elements for article in _articles(element))
    parts = _parts(told)
    kopf = telling.comparison.new.kopf
    return environment.get_template(TEMPLATE).render(
        kopf=telling.summary,
        koerperschaft=kopf.koerperschaft,
        hinweise=kopf.hinweise,
        entwurf=kopf.fassung.status == "entwurf",
        hinweis=note,
        abschnitte=[(parts[title], title, group) for title, group in by_section(told)],
        teile=lambda entry: [parts[title] for title in dict.fromkeys(entry.subject.sections)],
        anker=frozenset(entry.subject.id for entry in told),
        stellen=telling.bodies,
        gezaehlt=COUNTED,
        zusammenhaenge=telling.reaches,
        filter=_filters(telling.comparison, told)
        | {"teile": [(id_, t) for t, id_ in parts.items()]},
        anzahl=len(told),
    )


def _articles(element: ToldElement) -> Iterator[Article]:
    for index, shown in enumerate(element.shown()):
        yield Article(element.subject, *shown, element.bodies, index == 0)


def _parts(told: tuple[Article, ...]) -> dict[str, str]:
    """The parts of the strategy where an entry stands, then those it only stood in, with an ID.

    The hyphen keeps it apart from the IDs of elements, which have none.
    """
    titles = dict.fromkeys(entry.subject.section for entry in told)
    titles.update(dict.fromkeys(title for entry in told for title in entry.subject.sections))
    return {title: f"teil-{number}" for number, title in enumerate(titles, 1)}


def _filters(comparison: Comparison, told: tuple[Article, ...]) -> dict[str, list[tuple[str, str]]]:
    """What can be asked for: only what occurs, as (value, words)."""
    kinds = {e.kind: CHANGES[e.kind].label if e.change else "unverändert" for e in told}
    approvals = {e.change.source.approval for e in told if e.change}
    bodies = dict.fromkeys(body for entry in told for body in entry.bodies)
    return {
        "arten": sorted(kinds.items(), key=lambda pair: pair[1].lower()),
        "stellen": sorted(_names(comparison, bodies), key=lambda pair: pair[1].lower()),
        "zustimmungen": [pair for pair in APPROVALS.items() if pair[0] in approvals],
    }


def _names(comparison: Comparison, bodies: dict[str, None]) -> Iterator[tuple[str, str]]:
    for body in bodies:
        record: Any = comparison.new.by_id.get(body) or comparison.old.by_id.get(body)
        yield body, getattr(record, "name", body)
