"""What offices do to sheets besides filling them; each says which rows it spoils."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.collecting.offices import HEAD, Filling, column, type_in

Damage = Callable[[Workbook, str, random.Random, Filling], set[str]]
"""Workbook, body, chance, what is filled in -> IDs of rows that cannot be taken any more."""


FILLED = ("Stand", "Wohin", "Bericht", "Hindernis", "Beleg", "Datum")


def _number(sheet: Any, identity: str) -> int:
    place = column(sheet, "Kennung")
    return next(
        n for n in range(HEAD + 1, sheet.max_row + 1) if sheet.cell(n, place).value == identity
    )


def _ids(sheet: Any) -> list[str]:
    place = column(sheet, "Kennung")
    found = (sheet.cell(n, place).value for n in range(HEAD + 1, sheet.max_row + 1))
    return [str(value) for value in found if value]


def _meant(identity: str) -> str:
    """The ID that was there before a cell was spoiled."""
    return identity.strip().upper().removesuffix("X")


def _table(sheet: Any) -> list[list[Any]]:
    return [
        [(cell.value, cell.data_type) for cell in row]
        for row in sheet.iter_rows(min_row=HEAD, max_row=sheet.max_row)
    ]


def _put_back(sheet: Any, table: list[list[Any]], head: int = HEAD) -> None:
    """The table at another place; what was there is gone."""
    for row in sheet.iter_rows(min_row=HEAD, max_row=max(sheet.max_row, head + len(table))):
        for cell in row:
            cell.value = None
    for number, row in enumerate(table, start=head):
        for index, (value, kind) in enumerate(row, start=1):
            cell = sheet.cell(number, index)
            cell.value = value
            if kind == "s":
                cell.data_type = "s"


def _one(sheet: Any, chance: random.Random, filled: Filling) -> str:
    """A row that is filled, else any."""
    known = [identity for identity, _ in filled]
    there = _ids(sheet)
    return chance.choice([identity for identity in there if identity in known] or there)


# cells


def unknown_id(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    type_in(sheet.cell(_number(sheet, identity), column(sheet, "Kennung")), f"{identity}x")
    return {_meant(identity)}


def small_id(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    type_in(sheet.cell(_number(sheet, identity), column(sheet, "Kennung")), f" {identity.lower()} ")
    return set()


def spaced_id(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """As it comes from a table in a web page: with signs that cannot be seen."""
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    cell = sheet.cell(_number(sheet, identity), column(sheet, "Kennung"))
    type_in(cell, chance.choice(["\u00a0{}\u200b", "{}\u00ad", "\ufeff{}"]).format(identity))
    return set()


def no_id(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """The wording says which row it is."""
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    sheet.cell(_number(sheet, identity), column(sheet, "Kennung")).value = None
    return set()


def touched_wording(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    cell = sheet.cell(_number(sheet, _one(sheet, chance, filled)), column(sheet, "Wortlaut"))
    type_in(cell, f"{cell.value} (erledigt)")
    return set()


def other_wording(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    type_in(
        sheet.cell(_number(sheet, identity), column(sheet, "Wortlaut")),
        "Etwas ganz und gar anderes",
    )
    return {identity}


def typo_in_state(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    word = chance.choice(["lauft", "halb fertig", "geplannt", "erledigt!", "100 %"])
    type_in(sheet.cell(_number(sheet, identity), column(sheet, "Stand")), word)
    return {identity}


def no_state(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    sheet.cell(_number(sheet, identity), column(sheet, "Stand")).value = None
    return {identity}


def no_date(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    word = chance.choice(["demnächst", "31.11.2026", "Q3", "2.11.2062", "1.1.1900", "heute"])
    type_in(sheet.cell(_number(sheet, identity), column(sheet, "Datum")), word)
    return {identity} if (identity, body) in filled else set()


def formula(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    heading = chance.choice(["Stand", "Bericht", "Hindernis"])
    sheet.cell(_number(sheet, identity), column(sheet, heading)).value = "=Z99/0"
    return {identity}


def error_value(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    cell = sheet.cell(_number(sheet, identity), column(sheet, "Bericht"))
    cell.value, cell.data_type = "#NAME?", "e"
    return {identity}


def wrong_body(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    others = {"bauamt": "Sozialamt", "sozialamt": "Bauamt", "verein": "Bauamt"}
    name = chance.choice([others[body], "Amt für Wetter"])
    type_in(sheet.cell(_number(sheet, identity), column(sheet, "Stelle")), name)
    return {identity}


def former_name(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    names = {
        "bauamt": "bauamt",
        "sozialamt": "Amt für Soziales",
        "verein": ' Verein "Linde" e. V. ',
    }
    for identity in _ids(sheet):
        type_in(sheet.cell(_number(sheet, identity), column(sheet, "Stelle")), names[body])
    return set()


# rows and columns


def rows_sorted(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    head, *table = _table(sheet)
    chance.shuffle(table)
    _put_back(sheet, [head, *table])
    return set()


def one_column_sorted(
    book: Workbook, body: str, chance: random.Random, filled: Filling
) -> set[str]:
    """Only the IDs move: beside each stands the wording of another."""
    sheet = book["Bericht"]
    place = column(sheet, "Kennung")
    there = _ids(sheet)
    if len(there) < 2:
        return set()
    numbers = [_number(sheet, identity) for identity in there]
    for number, identity in zip(numbers, [*there[1:], there[0]], strict=True):
        type_in(sheet.cell(number, place), identity)
    return set(there)


def rows_doubled(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    head, *table = _table(sheet)
    chosen = [row for row in table if any(value for value, _ in row)]
    _put_back(sheet, [head, *table, list(chance.choice(chosen))])
    return set()


def doubled_otherwise(
    book: Workbook, body: str, chance: random.Random, filled: Filling
) -> set[str]:
    sheet = book["Bericht"]
    identity = _one(sheet, chance, filled)
    if (identity, body) not in filled:
        return set()
    head, *table = _table(sheet)
    copied = list(table[_number(sheet, identity) - HEAD - 1])
    copied[column(sheet, "Bericht") - 1] = ("Etwas anderes.", "s")
    _put_back(sheet, [head, *table, copied])
    return {identity}


def rows_deleted(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    identity = chance.choice(_ids(sheet))
    sheet.delete_rows(_number(sheet, identity))
    filled.pop((_meant(identity), body), None)
    return set()


def empty_rows(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    head, *table = _table(sheet)
    for _ in range(chance.randrange(1, 30)):
        table.insert(chance.randrange(len(table) + 1), [(None, "n")])
    _put_back(sheet, [head, *table])
    return set()


def columns_moved(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    table = _table(sheet)
    order = list(range(len(table[0])))
    chance.shuffle(order)
    _put_back(sheet, [[row[i] if i < len(row) else (None, "n") for i in order] for row in table])
    return set()


def column_between(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    place = chance.randrange(1, 8)
    table = _table(sheet)
    for index, row in enumerate(table):
        row.insert(place, ("Notiz des Amts", "s") if index == 0 else ("intern", "s"))
    _put_back(sheet, table)
    return set()


def column_deleted(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    heading, field = chance.choice(
        [("Beleg", "beleg"), ("Hindernis", "hindernis"), ("Stand", "stand")]
    )
    sheet.delete_cols(column(sheet, heading))
    if field == "stand":
        return {identity for identity, _ in filled}
    for meant in filled.values():
        meant[field] = None
    return set()


def lines_below(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """Thanks below the table, which is no report."""
    sheet = book["Bericht"]
    cell = sheet.cell(sheet.max_row + chance.randrange(1, 5), chance.randrange(1, 5))
    type_in(cell, chance.choice(["Danke!", "i. A. Müller, 2.11.2026", "=Summe"]))
    return set()


def head_lower(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    _put_back(sheet, _table(sheet), HEAD + chance.randrange(1, 20))
    return set()


# workbooks


def renamed_sheet(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    book["Bericht"].title = "Rückmeldung 2026 (final)"
    return set()


def no_stamp(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    while len(book.custom_doc_props.props):
        del book.custom_doc_props[book.custom_doc_props.names[0]]
    return set()


def older(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    for prop in book.custom_doc_props.props:
        if prop.name == "Bogen":
            prop.value = "0" * 32
    return set()


def heads_retyped(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    sheet = book["Bericht"]
    head = next(row for row in sheet.iter_rows() if "Kennung" in [cell.value for cell in row])
    for cell in head:
        if cell.value:
            way = chance.choice([str.upper, str.lower, " {}: ".format, "{}*".format])
            type_in(cell, way(str(cell.value)))
    return set()


def more_worksheets(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """One of the office's own in front, and a remark at a cell."""
    book.create_sheet("Notizen", 0)["A1"] = "intern"
    book["Hinweise"].title = "Skala"
    sheet = next(s for s in book.worksheets if s.title not in ("Notizen", "Skala", "Zahlen"))
    sheet.cell(HEAD + 1, 1).comment = Comment("Bitte zurückrufen.", "Amt")
    return set()


def from_a_mac(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """Its days are counted from 1904, also where a cell shows the bare number."""
    book.epoch = CALENDAR_MAC_1904
    for row in book["Bericht"].iter_rows(min_row=HEAD + 1):
        for cell in row:
            if isinstance(cell.value, int):
                cell.value -= 1462
    return set()


# merged cells


def merged_states(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """The same state for two rows: the lower one has none of its own any more."""
    return _merged_down(book, chance, "Stand")


def merged_ids(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    _merged_down(book, chance, "Kennung")
    return set()


def _merged_down(book: Workbook, chance: random.Random, heading: str) -> set[str]:
    sheet = book.worksheets[0]
    there = {_number(sheet, identity): identity for identity in _ids(sheet)}
    pairs = [(number, number + 1) for number in there if number + 1 in there]
    if not pairs or heading not in [cell.value for row in sheet.iter_rows() for cell in row]:
        return set()
    first, second = chance.choice(pairs)
    letter = get_column_letter(column(sheet, heading))
    sheet.merge_cells(f"{letter}{first}:{letter}{second}")
    return {_meant(there[second])}


def merged_across(book: Workbook, body: str, chance: random.Random, filled: Filling) -> set[str]:
    """With what stands right of it; only where that is to be filled, something is lost."""
    sheet = book.worksheets[0]
    identity = _one(sheet, chance, filled)
    number, place = _number(sheet, identity), column(sheet, "Bericht")
    heads = {
        cell.column: cell.value
        for row in sheet.iter_rows(max_row=40)
        for cell in row
        if cell.value in FILLED
    }
    sheet.merge_cells(start_row=number, end_row=number, start_column=place, end_column=place + 1)
    return {_meant(identity)} if place + 1 in heads else set()


CELLS: tuple[Damage, ...] = (
    unknown_id, small_id, spaced_id, no_id, touched_wording, other_wording, typo_in_state, no_state, no_date, formula,
    error_value, wrong_body, former_name, one_column_sorted,
)  # fmt: skip
PLACES: tuple[Damage, ...] = (
    rows_sorted, rows_doubled, doubled_otherwise, rows_deleted, empty_rows, columns_moved, column_between,
    column_deleted, lines_below, head_lower,
)  # fmt: skip
ALONE = (one_column_sorted, rows_doubled, doubled_otherwise)
"""With others they would make rows of which one copy is spoiled and the other is not."""
BOOKS: tuple[Damage, ...] = (
    renamed_sheet,
    no_stamp,
    older,
    heads_retyped,
    more_worksheets,
    from_a_mac,
    merged_states,
    merged_ids,
    merged_across,
)
