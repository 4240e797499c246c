"""Run by the system's Python (it has ``uno``): saves a sheet in LibreOffice Calc in other formats.

    python3 calc_saves.py PIPE FILE OUT FILTER PASSWORD [OUT FILTER PASSWORD …]

"-" as PASSWORD is none. Prints how many files were written.
"""

import sys

import uno
from com.sun.star.beans import PropertyValue
from office_pipe import office, opened


def main():
    pipe, path, *rest = sys.argv[1:]
    with office(pipe) as (_, desktop), opened(desktop, path) as document:
        for out, name, password in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
            options = [PropertyValue("FilterName", 0, name, 0)]
            if password != "-":
                options.append(PropertyValue("Password", 0, password, 0))
            document.storeToURL(uno.systemPathToFileUrl(out), tuple(options))
    print(len(rest) // 3)


main()
