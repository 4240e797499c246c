"""Goals and Empfehlungen to the rows of the tables that readers of the 2018 edition know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from generator.model.address import Address
from generator.model.german import listed
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
from generator.render.text_width import width

LEAST_LABEL, LEAST_ID = 31.6, 14.4
"""Millimetres: room for "Zuständigkeit" and "EM16" in the wider font of another house."""
MOST_LABEL, MOST_ID, PADDING = 46.0, 36.0, 4.0
LABEL_SIZE, ID_SIZE, WIDER_FONT = 3.53, 3.18, 1.2
"""Millimetres of the type; a wide font (Verdana) to Arial, for which widths are computed."""
ROLES = {"federfuehrung": "Federführung", "mitwirkung": "Mitwirkung"}


Columns = tuple[float, float, float]


def goal_columns(context: Context) -> Columns:
    """The same for all goal tables of a document: as wide as the longest label and ID, up to a bound.

    Beside another edition as wide as both need. What is wider than the bound goes on in a new line.
    """
    names, labels, shown = context.names, [LEAST_LABEL], [LEAST_ID]
    for strategy in filter(None, (context.strategy, context.profile.beside)):
        for element in (*strategy.goals(), *strategy.recommendations()):
            shown.append(_wide(printed_id(element), ID_SIZE, MOST_ID))
        levels = (stufe.name for stufe in strategy.kopf.stufen)
        labels += [_wide(name, LABEL_SIZE, MOST_LABEL) for name in levels]
    numbered = (names.called(goal) for goal in context.strategy.goals())
    labels += [_wide(name, LABEL_SIZE, MOST_LABEL) for name in set(numbered)]
    label, identity = round(max(labels), 1), round(max(shown), 1)
    return label, identity, TEXT_WIDTH - label - identity


def _wide(text: str, size: float, most: float) -> float:
    """Its width with what is around it; where that is too much that of its longest word."""
    parts = [text, *text.split()]
    wide = [width(part, size * WIDER_FONT, bold=True) + PADDING for part in parts]
    return wide[0] if wide[0] <= most else min(max(wide[1:], default=most), most)


def goal_table(columns: Columns, rows: Iterable[Row], summary: str, title: str = "") -> Table:
    """A table with the columns label, ID, wording; ``title`` in other words than ``summary``."""
    return Table(columns, tuple(rows), summary, style="goals", title=title)


def table_words(context: Context, goals: Sequence[Ziel], closed: Ziel | None) -> tuple[str, str]:
    """Description and title of a table with rows of these goals, and of ``closed``, a heading above it."""
    whose = [*goals, *([closed] if closed else [])]
    bodies = any(goal.zustaendig for goal in whose)
    if not goals:
        assert closed is not None
        said = "Zuständigkeit" if closed.zustaendig else "Verweise"
        name = f"{context.names.called(closed)} {printed_id(closed)}"
        return f"Je Zeile eine Angabe zu {name}.", f"{said} zu {name}"
    title = _rows_named(context, goals) + (" mit Zuständigkeit" if bodies else "")
    if len(goals) == 1:
        said = "Eine Zeile nennt Stufe, Kennung und Wortlaut"
    else:
        said = "Je Zeile ein Element: Stufe, Kennung und Wortlaut"
    return said + ("; darunter, wer zuständig ist." if bodies else "."), title


def _rows_named(context: Context, goals: Sequence[Ziel]) -> str:
    """ "Prozessziel PZ01 und 3 Ergebnisziele", "Maßnahmen M01 bis M04"."""
    first, last = goals[0], goals[-1]
    name = f"{context.names.called(first)} {printed_id(first)}"
    if len(goals) == 1:
        return name
    if first.kinder and goals[1] in first.kinder:
        return f"{name} und {_counted_levels(context, goals[1:])}"
    levels = listed(
        list(dict.fromkeys(context.strategy.kopf.stufe(g.stufe).mehrzahl for g in goals))
    )
    return f"{levels} {printed_id(first)} bis {printed_id(last)}"


def _counted_levels(context: Context, goals: Sequence[Ziel]) -> str:
    """ "3 Ergebnisziele", "ein Arbeitsschritt und 2 Prüfgrößen"."""
    often = Counter(goal.stufe for goal in goals)
    levels = ((count, context.strategy.kopf.stufe(key)) for key, count in often.items())
    return listed([f"{n} {level.name if n == 1 else level.mehrzahl}" for n, level in levels])


def element_row(
    context: Context,
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
            wording_cell(element, style, titled=_titled(context, element)),
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
    """ "Siehe auch" | what flanks the goal, and the plans and their goals that it and its results refer to."""
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
        entries += _served(context, holder, more) if isinstance(holder, Ziel) else ()
    if entries:
        yield _wide_row("Siehe auch", entries, element.id)


def _served(context: Context, goal: Ziel, more: tuple[Run, ...]) -> Iterator[Item]:
    """The goals of other plans under which a goal is funded, by the IDs that they have there."""
    for index, one in enumerate(goal.verweise_auf):
        plan, target = context.names.link(one.plan), Run(f", Ziel{NBSP}{one.ziel}")
        address = Address(goal.id, "verweise_auf", index=index)
        yield Item((plan, target, *more), address=address)


def id_cell(
    context: Context, goal: Ziel, style: CellStyle, place: str, number: str | None = None
) -> Cell:
    """The visible ID of a goal once more, as a link to it, below its ``number`` where it has one."""
    address = Address(goal.id, "kuerzel" if goal.kuerzel else "id", place)
    link = context.names.link(goal.id, printed_id(goal))
    lines = [Paragraph((Run(number),), "cell_id")] if number else []
    return Cell((*lines, Paragraph((link,), "cell_id", address=address)), style, True)


def _titled(context: Context, element: Ziel | Empfehlung) -> bool:
    """Whether the edition beside this one, where it has the element, gives it a title as well."""
    beside = context.profile.beside
    twin = beside.by_id.get(element.id) if beside else None
    return not isinstance(twin, Ziel | Empfehlung) or bool(twin.titel)


def wording_cell(
    element: Ziel | Empfehlung,
    style: CellStyle,
    place: str = "",
    span: int = 1,
    *,
    titled: bool = True,
) -> Cell:
    """The wording, below its title where it has one; ``place`` of a further print.

    Without ``titled`` it looks as if there were none: so the other edition has it.
    """
    wording = Address(element.id, "text", place)
    if not element.titel:
        return cell(element.text, style=style, span=span, address=wording)
    title = Paragraph(
        (Run(element.titel, bold=True),), "cell", address=replace(wording, field="titel")
    )
    text = Paragraph((Run(element.text),), "cell_wording" if titled else "cell", address=wording)
    return Cell((title, text), style, span=span)


def _wide_row(label: str, entries: list[Item], owner: str) -> Row:
    content: tuple[Paragraph | Listing, ...]
    if len(entries) == 1:
        content = (Paragraph(entries[0].content, "cell", address=entries[0].address),)
    else:
        content = (Listing(tuple(entries)),)
    head = cell(label, style="actors", header=True, paragraph="cell_label")
    return Row((head, Cell(content, "actors", span=2)), owner=owner)


def _id_cell(element: Ziel | Empfehlung, style: CellStyle) -> Cell:
    address = Address(element.id, "kuerzel" if element.kuerzel else "id")
    return cell(printed_id(element), style=style, paragraph="cell_id", address=address)


def _body(context: Context, body: Zustaendigkeit) -> tuple[Inline, ...]:
    actor = context.strategy.by_id.get(body.akteur)
    name = body.wortlaut or (actor.name if isinstance(actor, Akteur) else body.akteur)
    link = context.names.link(body.akteur, name)
    return (link, Run(f" ({ROLES[body.rolle]})")) if body.rolle else (link,)
