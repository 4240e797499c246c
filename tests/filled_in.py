"""A strategy as ``init`` leaves it, with words of its own."""

import re
from collections.abc import Callable
from pathlib import Path


def filled(folder: Path) -> None:
    """Own words in the place of every sentence and name that the new strategy begins with."""
    who = iter(("Verein", "Betrieb", "Ortsteil", "Jahrgang", "Haushalt", "Mensch"))
    own: dict[str, str | Callable[[re.Match[str]], str]] = {
        r"Hier\s+steht, was .*?\s+erreichen\s+soll\.": lambda _: (
            f"Jeder {next(who)} in Au hat ein Bad."
        ),
        r"Hier\s+steht,[^.]*\.": "Die Stadt Au hat viel vor.",
        "Unsere Strategie": "Schwimmen in Au",
        "Erstes Handlungsfeld": "Wasser",
    }
    for file in (*folder.glob("*.yaml"), *folder.glob("texts/*.md")):
        text = file.read_text("utf-8")
        for pattern, words in own.items():
            text = re.sub(pattern, words, text)
        file.write_text(text, "utf-8")
