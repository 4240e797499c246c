"""An SVG text to PNG bytes, drawn with the bundled font so that every machine draws the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.errors import GeneratorError

FONT_FILES = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf")
FAMILY = "Liberation Sans"


@lru_cache(
    maxsize=64
)  # a build prints the same figure in two documents; drawing it is the dear part
def encode(svg: str, width: float, fonts: Path, dpi: int = 120) -> bytes:
    """The picture ``width`` mm wide on white; ``fonts`` is the folder of the bundled font.

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
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        dpi=96,  # 0, the default, makes every length in mm nothing
        width=round(width / 25.4 * dpi),
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(file) for file in files],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
