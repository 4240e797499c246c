"""Tables of two editions to one table with marked rows and words."""

from __future__ import annotations

from dataclasses import replace

from generator.render.blocks import Cell, Item, Listing, Mark, Paragraph, Row, Table
from generator.render.documents.redline.alignment import Pair, aligned, steps
from generator.render.documents.redline.listings import marked_listing, merged_listing
from generator.render.documents.redline.moves import Moves, row_owner
from generator.render.documents.redline.references import References
from generator.render.documents.redline.sequence import bag, common, contents, fingerprint
from generator.render.documents.redline.text import merged

Line = Paragraph | Item


def merged_table(
    old: Table, new: Table, pairs: list[Pair], references: References, moves: Moves
) -> Table:
    """The rows of both, ``pairs`` of which stay."""
    rows: list[Row] = []
    for i, j in steps(pairs, len(old.rows), len(new.rows)):
        if i is not None and j is not None:
            one, other = old.rows[i].cells, new.rows[j].cells
            cells = [merged_cell(o, n, references) for o, n in zip(one, other, strict=True)]
            rows.append(replace(new.rows[j], cells=tuple(cells)))
        elif i is not None:
            rows.append(_marked(old, old.rows[i], "deleted", references, moves))
        elif j is not None:
            rows.append(_marked(new, new.rows[j], "inserted", references, moves))
    return replace(new, rows=tuple(rows))


def marked_table(table: Table, mark: Mark, references: References, moves: Moves) -> Table:
    """A table all of whose rows go or come."""
    rows = tuple(_marked(table, row, mark, references, moves) for row in table.rows)
    return replace(table, rows=rows)


def _marked(table: Table, row: Row, mark: Mark, references: References, moves: Moves) -> Row:
    said = moves.note(row_owner(table, row), mark)
    name = row.bookmark
    if name and mark == "deleted":
        name = references.old_name(name)
    cells = tuple(_marked_cell(cell, mark, references) for cell in row.cells)
    return replace(row, cells=cells, bookmark=name, mark=mark, note=said)


def _marked_cell(cell: Cell, mark: Mark, references: References) -> Cell:
    parts: list[Paragraph | Listing] = []
    for part in cell.content:
        if isinstance(part, Listing):
            parts.append(marked_listing(part, mark, references))
        else:
            parts.append(replace(part, content=references.copied(part.content, mark), mark=mark))
    return replace(cell, content=tuple(parts))


def merged_cell(old: Cell, new: Cell, references: References) -> Cell:
    """A cell of one shape in both: paragraphs of one style, one list, or the same parts."""
    if old == new and all(references.stay(content) for content in contents(new)):
        return new
    if old == new or fingerprint(old) == fingerprint(new):
        pairs = zip(old.content, new.content, strict=True)
        return replace(new, content=tuple(_merged_part(o, n, references) for o, n in pairs))
    lines = merged_lines(_lines(old), _lines(new), references)
    if isinstance(new.content[0], Listing):
        items = tuple(line for line in lines if isinstance(line, Item))
        return replace(new, content=(replace(new.content[0], items=items),))
    return replace(new, content=tuple(line for line in lines if isinstance(line, Paragraph)))


def _merged_part(
    old: Paragraph | Listing, new: Paragraph | Listing, references: References
) -> Paragraph | Listing:
    if isinstance(old, Listing) and isinstance(new, Listing):
        return merged_listing(old, new, references)
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return replace(new, content=merged(old.content, new.content, references))
    return new


def _lines(cell: Cell) -> list[Line]:
    lines: list[Line] = []
    for part in cell.content:
        lines += part.items if isinstance(part, Listing) else [part]
    return lines


def merged_lines(old: list[Line], new: list[Line], references: References) -> list[Line]:
    """The paragraphs of a cell, all of one style.

    The end of the last one is the end of the cell and cannot go: where lines are added or
    removed behind the last that stays, it is the ends before them that come or go.
    """
    pairs = _line_pairs(old, new)
    last = len(old) - 1, len(new) - 1
    if not pairs or (pairs[-1][0] < last[0] and pairs[-1][1] < last[1]):
        pairs.append(last)
    result: list[Line] = []
    for i, j in steps(pairs, len(old), len(new)):
        if i is not None and j is not None:
            content = merged(old[i].content, new[j].content, references)
            result.append(replace(new[j], content=content))
        elif i is not None:
            content = references.copied(old[i].content, "deleted")
            result.append(replace(old[i], content=content, mark="deleted"))
        elif j is not None:
            content = references.copied(new[j].content, "inserted")
            result.append(replace(new[j], content=content, mark="inserted"))
    return _ended(result)


def _ended(lines: list[Line]) -> list[Line]:
    behind = 0
    while lines and lines[-1 - behind].mark != "plain":
        behind += 1
    if not behind:
        return lines
    mark = lines[-1].mark
    stays = len(lines) - 1 - behind
    changed = [replace(line, end=mark) for line in lines[stays:-1]]
    return [*lines[:stays], *changed, replace(lines[-1], end="plain")]


def _line_pairs(old: list[Line], new: list[Line]) -> list[Pair]:
    def alike(i: int, j: int) -> float:
        return common(bag(old[i]), bag(new[j]))

    return aligned([fingerprint(o) for o in old], [fingerprint(n) for n in new], alike)
