"""Run by the system's Python (it has ``uno``): fills a sheet in LibreOffice Calc as an office would.

    python3 calc_office.py PIPE FILE EDITS.json OUT.xlsx [FILE EDITS OUT …]

EDITS holds [[ID, heading, text], …]; "" as ID is the row of the headings, a heading that is not there
is put behind the last. Prints how many cells were filled. Knows nothing of the program that wrote the file.
"""

import json
import sys
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from office_pipe import office, opened


def head_of(sheet):
    """The number of the row with the headings, and the column of each."""
    for row in range(40):
        names = {sheet.getCellByPosition(c, row).String: c for c in range(40)}
        if "Kennung" in names:
            return row, names
    raise SystemExit("no headings")


def filled(sheet, edits):
    row, names = head_of(sheet)
    names.pop("", None)
    ids = {sheet.getCellByPosition(names["Kennung"], n).String: n for n in range(row + 1, row + 60)}
    for identity, heading, text in edits:
        if heading not in names:
            names[heading] = max(names.values()) + 1
            sheet.getCellByPosition(names[heading], row).String = heading
        cell = sheet.getCellByPosition(names[heading], ids[identity])
        if heading in ("Datum", "Stichtag"):
            cell.FormulaLocal = text
        else:
            cell.String = text
    return len(edits)


def main():
    pipe, *rest = sys.argv[1:]
    counted = []
    with office(pipe) as (_, desktop):
        for path, edits, out in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            wanted = json.loads(Path(edits).read_text("utf-8"))
            with opened(desktop, path) as document:
                counted.append(filled(document.Sheets.getByIndex(0), wanted))
                kind = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
                document.storeToURL(uno.systemPathToFileUrl(out), (kind,))
        print(json.dumps(counted))


main()
