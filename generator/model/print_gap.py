"""A place where what is typed is not what is printed."""

from dataclasses import dataclass
from typing import Literal

FIGURE, MARKUP, RULE = "\ufdd2", "\ufdd3", "\ufdd4"
"""Unicode noncharacters that stand for a figure, other markup of ours, and a line to write on."""


@dataclass(frozen=True, slots=True)
class PrintGap:
    """``typed`` words that print does not show there, or shows as ``printed``.

    ``kind``: "lost" where words are missing, stand elsewhere or were not typed at all,
    "markup" where a sign of markup was left over and is printed like a letter, "unlisted" where
    the overview of goals lacks one. In a text
    (``id`` and ``stelle``) ``offset`` counts characters of the raw file; in a YAML file
    ``stelle`` is empty and ``path`` leads to the field of the element.
    """

    kind: Literal["lost", "markup", "unlisted"]
    id: str
    stelle: str
    offset: int
    typed: str
    printed: str = ""
    path: tuple[str | int, ...] = ()
