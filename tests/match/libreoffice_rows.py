"""Run by the system's Python (it has ``uno``): edits rows of tables in LibreOffice as a reviewer would.

    python3 libreoffice_rows.py PIPE FILE EDITS.json OUT.docx [FILE EDITS OUT …]

EDITS holds {"tracked": bool, "acts": [[act, row, cells, behind], …]}: a row is known by the text of its
second cell; "put in" types a new one with these cells behind it, "take out" deletes it, "move" does both
with what it says, behind another row. Prints how many of them were made. Knows nothing of the program
that wrote the file.
"""

import json
import sys
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from office_pipe import office, opened


class Rows:
    """The rows of a document, and the hand that changes them."""

    def __init__(self, document, dispatcher):
        self.document, self.dispatcher = document, dispatcher
        self.controller = document.CurrentController

    def find(self, name):
        """A table and the number of the row (from 1) that has a text in its second cell."""
        tables = self.document.TextTables
        for number in range(tables.Count):
            table = tables.getByIndex(number)
            for cell in table.CellNames:
                if cell.startswith("B") and table.getCellByName(cell).String == name:
                    return table, int(cell[1:])
        raise LookupError(name)

    def put_in(self, name, cells):
        table, row = self.find(name)
        self.at(table, row)
        self.do("InsertRowsAfter")
        for column, words in zip("ABC", cells, strict=True):
            self.type(table.getCellByName(f"{column}{row + 1}"), words)

    def take_out(self, name):
        self.at(*self.find(name))
        self.do("DeleteRows")

    def move(self, name, behind):
        """A row as it is behind another one."""
        table, row = self.find(name)
        cells = [table.getCellByName(f"{column}{row}").String for column in "ABC"]
        self.at(table, row)
        self.do("DeleteRows")
        self.put_in(behind, cells)

    def at(self, table, row):
        cell = table.getCellByName(f"A{row}")
        self.controller.ViewCursor.gotoRange(cell.Start, False)

    def type(self, cell, words):
        cell.Text.insertString(cell.createTextCursorByRange(cell.Start), words, False)

    def do(self, command):
        self.dispatcher.executeDispatch(self.controller.Frame, f".uno:{command}", "", 0, ())


def reviewed(desktop, dispatcher, path, edits, out):
    with opened(desktop, path) as document:
        document.RecordChanges = edits["tracked"]
        rows = Rows(document, dispatcher)
        for act, name, cells, behind in edits["acts"]:
            if act == "put in":
                rows.put_in(name, cells)
            elif act == "take out":
                rows.take_out(name)
            else:
                rows.move(name, behind)
        kind = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
        document.storeToURL(uno.systemPathToFileUrl(out), (kind,))
    return len(edits["acts"])


def main():
    pipe, *rest = sys.argv[1:]
    counted = []
    with office(pipe) as (make, desktop):
        dispatcher = make("com.sun.star.frame.DispatchHelper")
        for path, edits, out in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            wanted = json.loads(Path(edits).read_text("utf-8"))
            counted.append(reviewed(desktop, dispatcher, path, wanted, out))
        print(json.dumps(counted))


main()
