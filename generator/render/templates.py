"""Where the house's templates are found."""

from pathlib import Path


def template(name: str) -> Path:
    """The house's template: in templates/ of the current folder; where it keeps none, the program's.

    Those stand beside the program in a checkout and inside it when installed. A house may keep
    its template under the name that it had before.
    """
    package = Path(__file__).parents[1]
    ours = package / "_templates" / name
    house = [Path("templates") / known for known in (name, FORMER.get(name, name))]
    places = (*house, package.parent / "templates" / name)
    return next((place for place in places if place.is_file()), ours)


FORMER = {"vorlage.docx": "kreistag.docx"}
"""What templates were called when every body was a county."""


HOUSE = ("vorlage.docx", "dokument.html.j2", "dokument.md.j2")
"""The templates that a house changes."""


def shipped(name: str) -> bytes:
    """The content of the program's own template, whatever the current folder holds."""
    package = Path(__file__).parents[1]
    places = (package.parent / "templates" / name, package / "_templates" / name)
    return next(place for place in places if place.is_file()).read_bytes()
