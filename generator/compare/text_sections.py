"""Two texts to the sections in which they differ, each known by the headings above it."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.compare.changes import Side
from generator.compare.order import unmoved
from generator.model.markdown_heading import markdown_headings
from generator.model.text import Prosatext

Headings = tuple[str, ...]
"""The headings above a stretch of text, the nearest last; empty before the first one."""
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)


def sections(text: str) -> dict[Headings, str]:
    """What stands below each heading (with ``#``) and before the next, in the order of the text."""
    hidden = _FENCED.sub(lambda match: " " * len(match[0]), text)
    found = list(markdown_headings(hidden))
    result: dict[Headings, str] = {(): text[: found[0].start if found else None].strip()}
    above: list[tuple[int, str]] = []
    for heading, following in pairwise((*found, None)):
        assert heading is not None
        above = [entry for entry in above if entry[0] < heading.level]
        above.append((heading.level, " ".join(heading.text.split())))
        path = tuple(title for _, title in above)
        below = text[heading.end : following.start if following else None].strip()
        result[path] = f"{result[path]}\n\n{below}" if path in result else below
    return result


def changed_sections(before: Side, after: Side) -> tuple[Headings, ...]:
    """Those that differ, are new or are gone; where all say the same, those that stand elsewhere."""
    old, new = (
        sections(side.inhalt) if isinstance(side, Prosatext) else {} for side in (before, after)
    )
    names = dict.fromkeys((*new, *old))
    changed = tuple(name for name in names if old.get(name, "") != new.get(name, ""))
    renamed = tuple(name for name in names if (name in old) != (name in new))
    if changed or renamed:
        return tuple(dict.fromkeys((*changed, *renamed)))
    places = {name: place for place, name in enumerate(old)}
    kept = unmoved([places[name] for name in new])
    return tuple(name for name in new if places[name] not in kept)
