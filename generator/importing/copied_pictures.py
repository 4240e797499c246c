"""Pictures of a source to figures that stand where they stood, with their captions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.importing.names_given import GivenIds
from generator.model.picture import FOLDER
from generator.model.register import Abbildung

CAPTION = re.compile(r"(?:Abb(?:ildung|\.)|Bild|Grafik|Foto)\s*\d*\s*[:.–-]?\s+(?P<title>\S.*)")
SOURCE = re.compile(r"(?:Quelle|Bildnachweis|Foto)\s*:\s*(?P<source>\S.*)")


class CopiedPictures:
    """Takes pictures one by one; ``described`` gives what the source says of each."""

    def __init__(self, ids: GivenIds, described: Mapping[str, str]) -> None:
        self._ids = ids
        self._described = described
        self._figures: list[Abbildung] = []
        self.silent: list[str] = []
        """The pictures of which the source says nothing."""

    @property
    def figures(self) -> tuple[Abbildung, ...]:
        """In the order of the source."""
        return tuple(self._figures)

    def markup(self, name: str, caption: str, source: str) -> str:
        """The mark at which a text shows a picture; its caption is its title."""
        identity = self._ids.counted("abb", 1)
        said = " ".join(self._described.get(name, "").split())
        if not said:
            self.silent.append(identity)
        title = caption or said or name
        self._figures.append(
            Abbildung(
                id=identity,
                datei=f"{FOLDER}{name}",
                titel=title,
                quelle=source or None,
                alternativtext=said or title,
            )
        )
        return f"![[{identity}]]"
