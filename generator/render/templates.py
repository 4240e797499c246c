"""Where the house's templates are found."""

from pathlib import Path


def templates_folder() -> Path:
    """The house's templates: in the current folder, like strategy/ and output/; else the program's.

    Those stand beside the program in a checkout and inside it when installed.
    """
    package = Path(__file__).parents[1]
    places = (Path("templates"), package.parent / "templates")
    known = (place for place in places if (place / "kreistag.docx").is_file())
    return next(known, package / "_templates")
