"""Two editions to the strategy with tracked changes: the Änderungsfassung."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.compare.comparison import Comparison
from generator.model.head import Fassung
from generator.model.strategy import Strategy
from generator.render.blocks import Block, Contents, Document, PageBreak, Paragraph, Run
from generator.render.documents.chapters import chapter_blocks
from generator.render.documents.chapters.bibliography import bibliography_blocks
from generator.render.documents.chapters.leading_goals import are_listed
from generator.render.documents.context import Context, Profile
from generator.render.documents.edition_words import cover_fields, status
from generator.render.documents.pieces import heading
from generator.render.documents.redline.explanation import about
from generator.render.documents.redline.margin import with_margin
from generator.render.documents.redline.margin_words import REST, margin_texts
from generator.render.documents.together.marking import marked
from generator.render.documents.together.moves import moves

if TYPE_CHECKING:
    from generator.render.documents.telling.teller import Telling

__all__ = ["edition_blocks", "redline_document"]

TITLE = "Änderungsfassung"
END = "Ende der Änderungsfassung."
"""The last paragraph of a Word document cannot be deleted, so it is one that never is."""


def redline_document(
    comparison: Comparison,
    former: Context,
    edition: Context,
    *,
    author: str,
    date: str,
    digest: str = "",
    faulty: bool = False,
    telling: Telling | None = None,
) -> Document:
    """The new edition with every change from the old one tracked under author and date.

    Behind what explains the document, accepting all changes gives the ``edition_blocks`` of
    the new edition, rejecting all those of the old. Cover, header and footer name neither as the
    one that holds. What moved is deleted and inserted; as any word would stay in an edition,
    "Verschoben" stands at the margin of both, with what else was other before, and in front in
    a list. With a ``telling`` of the comparison the margin says of every change why and who decides.
    """
    old, new, moved = comparison.old, comparison.new, moves(comparison)
    fassung, remarks = new.kopf.fassung, new.kopf.fassung.status == "entwurf"
    before = edition_blocks(former, beside=new, remarks=remarks)
    after = edition_blocks(edition, beside=old, remarks=remarks)
    told = margin_texts(comparison, moved, telling)
    front = about(old.kopf, new.kopf, told.shown(author), moved.ways, telling)
    properties = {"Fassung": fassung.kennung, "Vorgänger": old.kopf.fassung.kennung}
    return Document(
        title=f"{TITLE}: {new.kopf.titel}",
        subject=_span(old.kopf.fassung, fassung),
        blocks=(*front, *with_margin(marked(before, after, moved), told, REST)),
        fields=_fields(old, new, faulty),
        properties=properties | ({"Prüfsumme": digest} if digest else {}),
        author=new.kopf.koerperschaft.verwaltung,
        hands=told.hands(author),
        date=date,
        draft="Enthält Fehler" if faulty else TITLE,
        light=True,
        tracked=remarks,
        product="aenderungsfassung",
    )


def edition_blocks(
    edition: Context,
    *,
    beside: Strategy,
    remarks: bool,
) -> tuple[Block, ...]:
    """One edition as the Änderungsfassung prints it ``beside`` the other one.

    Without overview and appendices: both are computed from the rest, so every change would
    be marked twice. What the cover says of an edition stands in front, as the cover cannot
    be tracked. Editors' ``remarks`` are shown in both editions or in none.
    """
    listed = are_listed(edition.strategy) and are_listed(beside)
    context = edition.under(Profile(appendices=False, remarks=remarks, beside=beside))
    return (
        *_edition(context.strategy),
        PageBreak(),
        heading(1, "Inhalt"),
        Contents("headings", 2, goals=listed),
        *chapter_blocks(context),
        *bibliography_blocks(context),
        Paragraph((Run(END),), "small"),
    )


def _edition(strategy: Strategy) -> Iterator[Block]:
    kopf = strategy.kopf
    yield Paragraph((Run(f"{kopf.titel}, {kopf.fassung.bezeichnung}."),), "lead")
    yield Paragraph((Run(f"{status(kopf.fassung)}."),), "small")
    for remark in kopf.hinweise:
        yield Paragraph((Run(remark),), "small")


def _span(old: Fassung, new: Fassung) -> str:
    return f"von „{old.bezeichnung}“ zu „{new.bezeichnung}“"


def _fields(old: Strategy, new: Strategy, faulty: bool) -> dict[str, str]:
    span = _span(old.kopf.fassung, new.kopf.fassung)
    return cover_fields(new.kopf) | {
        "titel": TITLE,
        "untertitel": new.kopf.titel,
        "kurztitel": TITLE,
        "fassung": span,
        "kennung": "",
        "status": "",
        "hinweis": "",
        "entwurf": "Enthält Fehler" if faulty else TITLE,
    }
