"""Run by the system's Python (it has ``uno``): edits wordings in LibreOffice as a reviewer would.

    python3 libreoffice_reviews.py PIPE FILE EDITS.json OUT.docx [FILE EDITS OUT …]

EDITS holds {"tracked": bool, "edits": [[text of the paragraph, words, other words], …]}.
Prints how many of them were made. Knows nothing of the program that wrote the file.
"""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def paragraphs(text):
    """The paragraphs of a text with those of tables in place."""
    for element in text:
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from paragraphs(element.getCellByName(name))
        else:
            yield element


def edit(paragraph, words, others):
    """Put the other words where the first ones stand in a paragraph."""
    start = paragraph.String.index(words)
    text = paragraph.Text
    cursor = text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(start, False)
    cursor.goRight(len(words), True)
    cursor.setString(others)


def reviewed(desktop, path, edits, out):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
    made = 0
    try:
        document.RecordChanges = edits["tracked"]
        wanted = {old: (words, others) for old, words, others in edits["edits"]}
        for paragraph in list(paragraphs(document.Text)):
            found = wanted.pop(paragraph.String, None)
            if found:
                edit(paragraph, *found)
                made += 1
        kind = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
        document.storeToURL(uno.systemPathToFileUrl(out), (kind,))
    finally:
        document.close(True)
    return made


def main():
    pipe, *rest = sys.argv[1:]
    context = connected(pipe)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    counted = []
    for path, edits, out in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        wanted = json.loads(Path(edits).read_text("utf-8"))
        counted.append(reviewed(desktop, path, wanted, out))
    print(json.dumps(counted))
    with suppress(Exception):  # it answers no more once it has ended
        desktop.terminate()


main()
