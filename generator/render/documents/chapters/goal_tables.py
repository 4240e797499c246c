"""Goals and Empfehlungen to the rows of the tables that readers of the 2018 edition know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.address import Address
from generator.model.goal import Ziel, Zustaendigkeit
from generator.model.kinds import printed_id
from generator.model.recommendation import Empfehlung
from generator.model.register import Akteur
from generator.render.blocks import (
    Cell,
    CellStyle,
    Inline,
    Item,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
)
from generator.render.documents.context import Context
from generator.render.documents.pieces import TEXT_WIDTH, cell
from generator.render.names import NBSP

COLUMNS = (31.6, 14.4, TEXT_WIDTH - 46.0)
"""The first two have room for "Zuständigkeit" and "EM16" in the wider font of another house."""
ROLES = {"federfuehrung": "Federführung", "mitwirkung": "Mitwirkung"}


def goal_table(rows: Iterable[Row], summary: str) -> Table:
    """A table with the columns label, ID, wording."""
    return Table(COLUMNS, tuple(rows), summary, style="goals")


def element_row(
    element: Ziel | Empfehlung,
    label: str,
    style: CellStyle,
    *,
    keep: bool = False,
    head: bool = False,
) -> Row:
    """Label | ID | wording, with the bookmark of the element."""
    return Row(
        (
            cell(label, style=style, header=True, paragraph="cell_label"),
            _id_cell(element, style),
            wording_cell(element, style),
        ),
        header=head,
        bookmark=element.id,
        wording=2,
        keep_with_next=keep,
    )


def actors_row(
    context: Context, label: str, bodies: tuple[Zustaendigkeit, ...], field: Address
) -> Row:
    """Label | the bodies of a field, in their printed spelling or by the name in the register."""
    entries = [
        Item(_body(context, body), address=replace(field, index=index))
        for index, body in enumerate(bodies)
    ]
    return _wide_row(label, entries, field.element)


def see_also_rows(
    context: Context, element: Ziel | Empfehlung, below: tuple[Ziel, ...] = ()
) -> Iterator[Row]:
    """ "Siehe auch" | what flanks the goal, and the plans that it and its results refer to."""
    entries: list[Item] = []
    if isinstance(element, Ziel):
        for index, target in enumerate(element.flankiert_von):
            content = (*context.names.titled(target), *context.names.page(target))
            entries.append(Item(content, address=Address(element.id, "flankiert_von", index=index)))
    for holder in (element, *below):
        more = () if holder is element else (Run(f" (zu{NBSP}{printed_id(holder)})"),)
        for index, plan in enumerate(holder.bezug):
            content = (context.names.link(plan), *more)
            entries.append(Item(content, address=Address(holder.id, "bezug", index=index)))
    if entries:
        yield _wide_row("Siehe auch", entries, element.id)


def id_cell(
    context: Context, goal: Ziel, style: CellStyle, place: str, number: str | None = None
) -> Cell:
    """The visible ID of a goal once more, as a link to it, below its ``number`` where it has one."""
    address = Address(goal.id, "kuerzel" if goal.kuerzel else "id", place)
    link = context.names.link(goal.id, printed_id(goal))
    lines = [Paragraph((Run(number),), "cell_id")] if number else []
    return Cell((*lines, Paragraph((link,), "cell_id", address=address)), style, True)


def wording_cell(
    element: Ziel | Empfehlung, style: CellStyle, place: str = "", span: int = 1
) -> Cell:
    """The wording, below its title where it has one; ``place`` of a further print."""
    wording = Address(element.id, "text", place)
    if not element.titel:
        return cell(element.text, style=style, span=span, address=wording)
    title = Paragraph(
        (Run(element.titel, bold=True),), "cell", address=replace(wording, field="titel")
    )
    return Cell((title, Paragraph((Run(element.text),), "cell", address=wording)), style, span=span)


def _wide_row(label: str, entries: list[Item], owner: str) -> Row:
    content: tuple[Paragraph | Listing, ...]
    if len(entries) == 1:
        content = (Paragraph(entries[0].content, "cell", address=entries[0].address),)
    else:
        content = (Listing(tuple(entries)),)
    head = cell(label, style="actors", header=True, paragraph="cell_label")
    return Row((head, Cell(content, "actors", span=2)), owner=owner)


def _id_cell(element: Ziel | Empfehlung, style: CellStyle) -> Cell:
    """The printed abbreviation stands above the ID where there is one."""
    shown = {"kuerzel": element.kuerzel, "id": element.id}
    lines = tuple(
        Paragraph((Run(text),), "cell_id", address=Address(element.id, field))
        for field, text in shown.items()
        if text
    )
    return Cell(lines, style)


def _body(context: Context, body: Zustaendigkeit) -> tuple[Inline, ...]:
    actor = context.strategy.by_id.get(body.akteur)
    name = body.wortlaut or (actor.name if isinstance(actor, Akteur) else body.akteur)
    link = context.names.link(body.akteur, name)
    return (link, Run(f" ({ROLES[body.rolle]})")) if body.rolle else (link,)
