"""The tables of a PDF beside those of its document: which cells are heads of a row or column."""

from __future__ import annotations

from collections.abc import Sequence

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from generator.render.cell_roles import Role, Roles
from generator.render.formats.pdf.tag_tree import TagElement, attributes, below, kind

SCOPES = {"row": "/Row", "column": "/Column"}


def head_cells(found: Sequence[TagElement], tables: Sequence[Roles]) -> bool:
    """Mark the head cells of each table of the document; whether all of them were there.

    A table is known by its place and its form: others, of the house's template, stand between.
    """
    waiting = list(tables)
    for table in found:
        rows = [[c for c in below(row) if kind(c) in ("TD", "TH")] for row in _rows(table)]
        if waiting and [len(row) for row in rows] == [len(row) for row in waiting[0]]:
            for cells, given in zip(rows, _settled(waiting.pop(0)), strict=True):
                for cell, role in zip(cells, given, strict=True):
                    _mark(cell, role)
    return not waiting


def _settled(given: Roles) -> Roles:
    """Heads of columns alone where there would be more heads than data: two narrow columns are told
    by theirs, and a reader of the file would take so many heads for a mistake.
    """
    cells = [role for row in given for role in row]
    if "column" in cells and len(list(filter(None, cells))) * 2 > len(cells):
        return tuple(tuple("" if role == "row" else role for role in row) for row in given)
    return given


def _rows(table: TagElement) -> list[TagElement]:
    """Its rows, those in THead, TBody and TFoot too."""
    rows: list[TagElement] = []
    for part in below(table):
        rows += [part] if kind(part) == "TR" else _rows(part)
    return rows


def _mark(cell: TagElement, role: Role) -> None:
    """A head cell says of what it is the head (7.5 of ISO 14289-1), another does not."""
    cell[NameObject("/S")] = NameObject("/TH" if role else "/TD")
    others = [one for one in attributes(cell) if one.get("/O") != "/Table"]
    own = DictionaryObject()
    for one in attributes(cell):
        if one.get("/O") == "/Table":
            own.update(one)
    own.pop("/Scope", None)
    if role:
        own[NameObject("/Scope")] = NameObject(SCOPES[role])
    if own:
        own[NameObject("/O")] = NameObject("/Table")
        others.append(own)
    cell[NameObject("/A")] = ArrayObject(others)


def heads_columns(row: TagElement) -> bool:
    """Whether a row holds the heads of columns."""
    found = (one.get("/Scope") for cell in below(row) for one in attributes(cell))
    return SCOPES["column"] in found
