"""A text of a YAML file as it stands there to what of its structure reading undoes.

Every text there is read as one line of words; what Markdown would make of it (CommonMark 0.31,
4 and 5) is lost or printed as signs.
"""

import re
from typing import Any, NamedTuple

FIRST = "#>|*+-•"
"""How a text of one line begins that may be more than its words."""
_LIKELY = re.compile(r"\n[ \t]*[-*+•#>|`~_0-9\n]")
"""What most texts on several lines do not hold, so that nothing else is looked for in them."""
_TABLE = r"\|.*\|[ \t]*(?=\n|[\"']?$)"
_BLOCK = re.compile(
    rf"""^(?P<open>[ \t]*["']?)(?:(?P<list>[-*+•][ \t]+(?=\S))|(?P<number>\d{{1,3}}[.)][ \t]+(?=\S))|(?P<heading>\#{{1,6}}[ \t]+(?=\S))
    |(?P<quote>>[ \t]*(?=[^\s>|+-]))|(?P<table>{_TABLE})|(?P<fence>```|~~~)|(?P<rule>(?:---+|\*\*\*+|___+)[ \t]*$))""",
    re.MULTILINE | re.VERBOSE,
)
_PARAGRAPH = re.compile(r"(?<=\S)[ \t]*\n(?:[ \t]*\n)+[ \t]*(?=[^\s\"'])")
_KINDS = {
    "list": "eine Aufzählung",
    "number": "eine Aufzählung",
    "heading": "eine Überschrift",
    "quote": "ein eingerücktes Zitat",
    "table": "eine Tabelle",
    "fence": "ein Block mit festen Zeilen",
    "rule": "eine Linie",
}
_SHOWN = 30


class Flattened(NamedTuple):
    """The first place that is more than words, line and column from 1, and what to say of it."""

    line: int
    column: int
    said: str


def flattened(event: Any, value: str, text: str) -> Flattened | None:
    """What is lost of a scalar; ``event`` is the parser's, ``text`` the file that its marks count in."""
    start = event.start_mark
    raw = text[start.index : event.end_mark.index]
    if value[0] not in FIRST and "\n" not in value and not _LIKELY.search(raw):
        return None
    if not event.style and event.end_mark.line == start.line:
        return None  # a word without quotes on one line: YAML itself would have read more in it
    if (
        event.style == '"' and "\n" in value and "\\n" in raw
    ):  # breaks written as signs: told where the text begins
        found = _structure(f'"{value}"', 0)
        return found and Flattened(start.line + 1, start.column + 1, found[1])
    found = _structure(raw, raw.find("\n") + 1 if event.style in ("|", ">") else 0)
    if found is None:
        return None
    before = raw[: found[0]]
    column = len(before) - before.rfind("\n") if "\n" in before else start.column + len(before) + 1
    return Flattened(start.line + 1 + before.count("\n"), column, found[1])


def _structure(raw: str, begin: int) -> tuple[int, str] | None:
    """The first place from ``begin`` on, as an offset, and what to say of it."""
    blocks = next((m for m in _BLOCK.finditer(raw, begin) if _meant(raw, m, begin)), None)
    apart = _PARAGRAPH.search(raw, begin)
    if blocks and not (apart and apart.end() < blocks.start()):
        kind, place = _KINDS[blocks.lastgroup or "list"], blocks.end("open")
    elif apart:
        kind, place = "ein zweiter Absatz", apart.end()
    else:
        return None
    shown = raw[place : place + _SHOWN].split("\n")[0].strip(" \"'")
    return place, (
        f"Mit «{shown}» beginnt {kind}; in YAML-Dateien wird jeder Text als ein einziger Absatz gelesen und "
        "so gedruckt. Ihn als einen Absatz fassen; was mehr braucht, steht als Text in texts/."
    )


def _meant(raw: str, match: re.Match[str], begin: int) -> bool:
    """Whether a line is no wrapped sentence that begins with "5. Mai" or "- 12 Jahre"."""
    if match["number"] is None and (match["list"] is None or match["list"][0] != "-"):
        return True
    if match["list"] and match.start() <= begin:
        return True
    before = raw[begin : match.start()].rstrip()
    if match["number"] and not before:
        again = _BLOCK.search(raw, match.end())
        return again is not None and again["number"] is not None
    if before.endswith(":"):
        return True
    sign = "number" if match["number"] else "list"
    others = (other for other in _BLOCK.finditer(raw, begin) if other.start() != match.start())
    return any(other[sign] for other in others)
