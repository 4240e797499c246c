"""Run by the system's Python (it has ``uno``): edits wordings in LibreOffice as a reviewer would.

    python3 libreoffice_reviews.py PIPE FILE EDITS.json OUT.docx [FILE EDITS OUT …]

EDITS holds {"tracked": bool, "edits": [[text of the paragraph, words, other words], …]}.
Prints how many of them were made. Knows nothing of the program that wrote the file.
"""

import json
import sys
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from office_pipe import office, opened


def paragraphs(text):
    """The paragraphs of a text with those of tables in place."""
    for element in text:
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from paragraphs(element.getCellByName(name))
        else:
            yield element


def linked(paragraph):
    """Whether it repeats, as a field, what stands elsewhere: its words are one sign to LibreOffice."""
    return any(part.TextPortionType == "TextField" for part in paragraph)


def edit(paragraph, words, others):
    """Put the other words where the first ones stand in a paragraph."""
    start = paragraph.String.index(words)
    text = paragraph.Text
    cursor = text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(start, False)
    cursor.goRight(len(words), True)
    cursor.setString(others)


def reviewed(desktop, path, edits, out):
    made = 0
    with opened(desktop, path) as document:
        document.RecordChanges = edits["tracked"]
        wanted = {old: (words, others) for old, words, others in edits["edits"]}
        for paragraph in list(paragraphs(document.Text)):
            found = None if linked(paragraph) else wanted.pop(paragraph.String, None)
            if found:
                edit(paragraph, *found)
                made += 1
        kind = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
        document.storeToURL(uno.systemPathToFileUrl(out), (kind,))
    return made


def main():
    pipe, *rest = sys.argv[1:]
    counted = []
    with office(pipe) as (_, desktop):
        for path, edits, out in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            wanted = json.loads(Path(edits).read_text("utf-8"))
            counted.append(reviewed(desktop, path, wanted, out))
        print(json.dumps(counted))


main()
