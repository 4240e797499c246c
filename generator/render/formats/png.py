"""An SVG text to PNG bytes, drawn with the bundled font so that every machine draws the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.errors import GeneratorError
from generator.render.formats.kept import digest, kept

FONT_FILES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
FAMILY = "Liberation Sans"


def font_folder(house: Path) -> Path:
    """The bundled font: in the folder of the house's template, where it keeps none the program's."""
    package = Path(__file__).parents[2]
    places = (house / "fonts", package.parent / "templates" / "fonts")
    return next((place for place in places if place.is_dir()), package / "_templates" / "fonts")


@lru_cache(
    maxsize=64
)  # a build prints the same figure in two documents; drawing it is the dear part
def encode(svg: str, width: float, fonts: Path, dpi: int = 120, cache: Path | None = None) -> bytes:
    """The picture ``width`` mm wide on white; ``fonts`` is the folder of the bundled font.

    With ``cache`` (a folder) the same picture is not drawn twice by the same program.
    GeneratorError when the font is missing: another one would change the bytes.
    """
    import resvg_py  # only where a picture is drawn

    files = [fonts / name for name in FONT_FILES]
    for file in files:
        if not file.is_file():
            raise GeneratorError(
                f"Die Schriftdatei {file.name} fehlt im Ordner {fonts}.",
                "Den Ordner templates/fonts aus dem Projekt wiederherstellen.",
            )
    by = (resvg_py.__version__, width, dpi, *((f.stat().st_size, f.stat().st_mtime) for f in files))
    name = f"bild-{digest(svg.encode(), repr(by).encode())}.png"
    return kept(cache, name, lambda: _drawn(svg, round(width / 25.4 * dpi), files))


def _drawn(svg: str, width: int, files: list[Path]) -> bytes:
    try:
        return _pixels(svg, width, files)
    except ValueError as error:
        raise GeneratorError(
            f"Eine Zeichnung lässt sich nicht in Pixel umrechnen ({error}).",
            "Die SVG-Datei im Zeichenprogramm öffnen und noch einmal speichern, oder als PNG ausgeben.",
        ) from error


def _pixels(svg: str, width: int, files: list[Path]) -> bytes:
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        dpi=96,  # 0, the default, makes every length in mm nothing
        width=width,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(file) for file in files],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
