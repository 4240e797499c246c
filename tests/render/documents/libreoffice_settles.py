"""Run by the system's Python (it has ``uno``): settles all tracked changes with LibreOffice.

    python3 libreoffice_settles.py PIPE FILE accept|reject|plain [FILE …]

Prints a JSON list: for each file the paragraphs of its text with those of tables in place,
its footnotes, and numbers of empty paragraphs. Knows nothing of the program that wrote the file.
"""

import json
import sys

from office_pipe import office, opened


def told(text, contents):
    """The paragraphs of a text; a computed list of contents is left out."""
    for element in text:
        if element.supportsService("com.sun.star.text.TextTable"):
            for name in element.CellNames:
                yield from told(element.getCellByName(name), contents)
        elif element.TextSection is None or element.TextSection.Name not in contents:
            yield element.String


def hollow(text):
    """The numbers of paragraphs outside of tables that have one and say nothing."""
    for element in text:
        paragraph = element.supportsService("com.sun.star.text.Paragraph")
        if paragraph and element.ListLabelString and not element.String:
            yield element.ListLabelString


def settled(desktop, dispatcher, path, how):
    with opened(desktop, path) as document:
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
            "hollow": list(hollow(document.Text)),
            "notes": [notes.getByIndex(i).String for i in range(notes.Count)],
        }


def main():
    pipe, *rest = sys.argv[1:]
    with office(pipe) as (make, desktop):
        dispatcher = make("com.sun.star.frame.DispatchHelper")
        pairs = zip(rest[::2], rest[1::2], strict=True)
        print(json.dumps([settled(desktop, dispatcher, path, how) for path, how in pairs]))


main()
