"""What is typed as the name of an edition to a name that its folder can have on every machine."""

import re

from generator.errors import GeneratorError

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows behind a dot (Microsoft, "Naming Files,
Paths, and Namespaces")."""


def edition_name(text: str) -> str:
    """The name; GeneratorError where no folder can be called so, on Windows or elsewhere."""
    if not _NAME.fullmatch(text):
        raise GeneratorError(
            f"«{text}» ist als Name einer Fassung nicht möglich.",
            "Erlaubt sind Buchstaben ohne Umlaute, Ziffern, Punkt, - und _ (höchstens 40 Zeichen).",
        )
    if _DEVICE.fullmatch(text) or text.endswith("."):
        raise GeneratorError(
            f"«{text}» ist als Name einer Fassung nicht möglich: So kann unter Windows kein Ordner heißen.",
            "Einen anderen Namen wählen, zum Beispiel das Jahr des Beschlusses.",
        )
    return text
