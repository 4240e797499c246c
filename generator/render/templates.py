"""Where the house's templates are found."""

from pathlib import Path


def template(name: str) -> Path:
    """The house's template: in templates/ of the current folder; where it keeps none, the program's.

    Those stand beside the program in a checkout and inside it when installed.
    """
    package = Path(__file__).parents[1]
    ours = package / "_templates" / name
    places = (Path("templates") / name, package.parent / "templates" / name)
    return next((place for place in places if place.is_file()), ours)


HOUSE = ("kreistag.docx", "dokument.html.j2", "dokument.md.j2")
"""The templates that a house changes."""


def shipped(name: str) -> bytes:
    """The content of the program's own template, whatever the current folder holds."""
    package = Path(__file__).parents[1]
    places = (package.parent / "templates" / name, package / "_templates" / name)
    return next(place for place in places if place.is_file()).read_bytes()
