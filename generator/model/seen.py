"""Texts to what a reader sees of them: every space is a space, signs without a width are not there.

Spaces that keep words together, soft hyphens and joiners are set on purpose: they stay in a text
up to the document. Whoever looks for words, or compares them, looks at what is seen.
"""

from __future__ import annotations

import html
import re
from typing import Any

from generator.model.base import Record
from generator.model.text import Prosatext

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, joiners, marks of direction, a byte order mark inside (Unicode 16, category Cf)."""
_HYPHENS = "\u2010\u2011"
_ODD = re.compile(f"[{_SPACES}{_UNSEEN}{_HYPHENS}]")
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});"
_ODD_IN_MARKDOWN = re.compile(f"{_ODD.pattern}|{_ENTITY}")
_FOLDED = re.compile("[ \t\n\r\x85\u2028\u2029]+")


def folded(text: str) -> str:
    """One space for white space and line breaks of a file; those set on purpose stay."""
    if text.isprintable() or text.isascii():
        return " ".join(text.split())
    return _FOLDED.sub(" ", text).strip() if seen(text).strip() else ""


def seen(text: str, *, markdown: bool = False) -> str:
    """What a reader sees; in Markdown ``&nbsp;`` and its like count as the sign they stand for."""
    if text.isascii() and not (markdown and "&" in text):
        return text
    return (_ODD_IN_MARKDOWN if markdown and "&" in text else _ODD).sub(_shown, text)


def place(markdown: str, offset: int) -> int:
    """Where in a text of Markdown the character of ``seen`` at an offset stands."""
    for match in _ODD_IN_MARKDOWN.finditer(markdown):
        if match.start() >= offset:
            break
        offset += len(match[0]) - len(_shown(match))
    return offset


def is_odd(markdown: str) -> bool:
    """Whether some entity of a text stands for what a reader does not see as it is."""
    return "&" in markdown and seen(markdown, markdown=True) != markdown


def _shown(match: re.Match[str]) -> str:
    sign = match[0]
    if sign[0] == "&":
        meant = html.unescape(sign)
        return seen(meant) if _ODD.fullmatch(meant) else sign
    return " " if sign.isspace() else "-" if sign in _HYPHENS else ""


def as_seen(value: Any) -> Any:
    """A record, and whatever is in it, with all texts as they are seen."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, tuple):
        return tuple(map(as_seen, value))
    if isinstance(value, dict):
        return {seen(key): as_seen(entry) for key, entry in value.items()}
    if not isinstance(value, Record):
        return value
    fields = {name: as_seen(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, Prosatext):
        fields["inhalt"] = seen(value.inhalt, markdown=True)
    return type(value).model_construct(value.model_fields_set, **fields)
