"""What a document can ask its reader to narrow it down, where that is possible."""

from __future__ import annotations

from msgspec import Struct


class Choice(Struct, frozen=True):
    """A question that a Filter asks, and the answers: a facet and its words in print."""

    label: str
    answers: tuple[tuple[str, str], ...]


class Filter(Struct, frozen=True):
    """Narrows down the groups behind it; what cannot ask its reader leaves it out.

    ``without`` is a facet that can be hidden, with words for that; ``entries`` is what the groups
    are called when they are counted, ``skip`` a link to them in front of everything.
    """

    title: str
    choices: tuple[Choice, ...]
    without: tuple[str, str]
    reset: str
    entries: str
    skip: str
