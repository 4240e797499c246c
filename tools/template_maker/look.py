"""What a house chooses for its template: font, colours, margins, cover, logo."""

from __future__ import annotations

from msgspec import Struct


class HouseLook(Struct, frozen=True):
    """Colours as RRGGBB, margins in mm; ``logo`` is a PNG on the cover."""

    font: str = "Arial"
    primary: str = "1B3A57"
    on_primary: str = "FFFFFF"
    tint: str = "DCE6EE"
    pale: str = "F3F6F9"
    """The tint, mixed with white as PALE says: Word computes it from the theme, others read this."""
    ink: str = "1A1A1A"
    grey: str = "595959"
    rule: str = "A6B4C0"
    mark: str = "9B1C1C"
    new: str = "0B5C2B"
    gone: str = "8C1D18"
    margins: tuple[float, float, float, float] = (30.0, 30.0, 25.0, 25.0)
    """Top, right, bottom, left: about 80 letters of running text in a line."""
    centred_cover: bool = False
    logo: bytes | None = None
    logo_size: tuple[float, float] = (40.0, 20.0)
    logo_text: str = "Logo"
