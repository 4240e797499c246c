"""Run by the system's Python (it has ``uno``): settles all tracked changes with LibreOffice.

    python3 libreoffice_settles.py PIPE FILE accept|reject|plain [FILE …]

Prints a JSON list: for each file the paragraphs of its text with those of tables in place,
and its footnotes. Knows nothing of the program that wrote the file.
"""

import json
import sys
import time
from contextlib import suppress

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


def told(text, contents):
    """The paragraphs of a text; a computed list of contents is left out."""
    for element in text:
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from told(element.getCellByName(name), contents)
        elif element.TextSection is None or element.TextSection.Name not in contents:
            yield element.String


def settled(desktop, dispatcher, path, how):
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (hidden,))
    try:
        frame = document.CurrentController.Frame
        command = {"accept": "AcceptAllTrackedChanges", "reject": "RejectAllTrackedChanges"}
        if how in command:
            dispatcher.executeDispatch(frame, f".uno:{command[how]}", "", 0, ())
        document.TextFields.refresh()
        indexes = document.DocumentIndexes
        contents = {indexes.getByIndex(i).Name for i in range(indexes.Count)}
        notes = document.Footnotes
        return {
            "text": list(told(document.Text, contents)),
            "notes": [notes.getByIndex(i).String for i in range(notes.Count)],
        }
    finally:
        document.close(True)


def main():
    pipe, *rest = sys.argv[1:]
    context = connected(pipe)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    dispatcher = make("com.sun.star.frame.DispatchHelper", context)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    result = [settled(desktop, dispatcher, path, how) for path, how in pairs]
    print(json.dumps(result))
    with suppress(Exception):  # it answers no more once it has ended
        desktop.terminate()


main()
