"""The files in bilder/ that figures name to their pictures, with what is wrong with each and what is left over.

A picture is a file of that folder itself: no folder below it, no link, no other spelling. What a
file holds is looked at in picture_content.py, which only a strategy with pictures loads.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

from generator.model.picture import FOLDER, Bild
from generator.model.register import Abbildung
from generator.read.files import LIMIT, TooLargeError, printable
from generator.read.origin import Origin
from generator.read.spelling import nearest

NAME = re.compile(r"bilder/[^/\\]+\.(?P<art>png|jpe?g|svg)", re.IGNORECASE)
_KINDS: Mapping[str, Literal["png", "jpg", "svg"]] = {
    "png": "png", "jpg": "jpg", "jpeg": "jpg", "svg": "svg"
}  # fmt: skip
PictureFault = Literal["missing", "heavy", "other"]
"""No such file there, one too large to be read, one that holds something else than it should."""


class PictureFile(Struct, frozen=True):
    """A file that a figure names: its bytes, and what it holds; else ``said`` what is wrong, in German."""

    size: int = 0
    picture: Bild | None = None
    mistake: PictureFault | None = None
    said: str = ""


class PictureFiles(Struct, frozen=True):
    """What lies in the folder bilder: the files that figures name as they name them, and the others."""

    files: Mapping[str, PictureFile] = field(default_factory=lambda: MappingProxyType({}))
    unused: tuple[str, ...] = ()
    """How messages name the files that no figure names."""


def read_pictures(origin: Origin, figures: Iterable[Abbildung]) -> PictureFiles:
    """The pictures of all figures, each file read once."""
    there = {_composed(n): n for n in origin.names() if n.startswith(FOLDER)}
    wanted = dict.fromkeys(figure.datei for figure in figures if figure.datei)
    files = {name: _file(origin, name, there) for name in wanted}
    unused = [name for composed, name in there.items() if composed not in wanted]
    return PictureFiles(files, tuple(origin.shown(name) for name in sorted(unused)))


def with_pictures(figures: Iterable[Abbildung], pictures: PictureFiles) -> tuple[Abbildung, ...]:
    """The figures with what their files hold."""
    return tuple(
        figure.model_copy(update={"bild": pictures.files[figure.datei].picture})
        if figure.datei
        else figure
        for figure in figures
    )


def picture_names(origin: Origin, figures: Iterable[Abbildung]) -> list[str]:
    """The files of the pictures that figures use."""
    used = {figure.datei for figure in figures if figure.bild}
    return [n for n in origin.names() if n.startswith(FOLDER) and _composed(n) in used]


def _composed(name: str) -> str:
    """A name as YAML is read: macOS takes letters with marks apart."""
    return unicodedata.normalize("NFC", name)


def _file(origin: Origin, name: str, there: Mapping[str, str]) -> PictureFile:
    match = NAME.fullmatch(name)
    if match is None:
        said = "Bilder liegen im Ordner bilder und enden auf .png, .jpg oder .svg, etwa bilder/rathaus.jpg."
        return PictureFile(mistake="missing", said=said)
    if name not in there:
        return PictureFile(mistake="missing", said=_not_there(name, there))
    if origin.is_link(FOLDER.rstrip("/")) or origin.is_link(there[name]):
        said = f"{name} ist ein Verweis (Symlink) und wird nicht gelesen. Die Datei selbst in den Ordner legen."
        return PictureFile(mistake="other", said=said)
    try:
        data = origin.read(there[name]) or b""
    except TooLargeError:
        said = (
            f"{name} ist größer als {LIMIT >> 20} MB und wird nicht gelesen. Das Bild verkleinern."
        )
        return PictureFile(mistake="heavy", said=said)
    from generator.read.picture_content import content  # few strategies have pictures

    found = content(data, _KINDS[match["art"].lower()])
    if isinstance(found, Bild):
        return PictureFile(len(data), found)
    return PictureFile(len(data), None, "other", f"{name} {found}")


def _not_there(name: str, there: Mapping[str, str]) -> str:
    alike = next((n for n in there if n.casefold() == name.casefold()), None)
    if alike:
        return f"Die Datei heißt {printable(alike)}; auf Groß- und Kleinschreibung kommt es an."
    near = nearest(name, list(there))
    rest = (
        f"Gemeint ist vermutlich {printable(near)}." if near else "Sie in den Ordner bilder legen."
    )
    return f"Die Datei {printable(name)} gibt es nicht. {rest}"
