"""A place in running text to the sentence around it."""

import re

_ABBREVIATED = r"(?:\b(?:z|B|S|Nr|Abs|Art|bzw|ca|vgl|u|a|d|h|o|Dr|Prof|St|Kap|sog|etc|evtl|ggf|inkl|i|R)|\d)\.$"
_END = r"[.!?:][\"“”)\]*_]*\s+(?=[A-ZÄÖÜ„(\[*])|\n[ \t]*\n|\n\s*(?:[-*+]|\d+[.)])\s"


def sentence_at(text: str, place: int, begin: int = 0) -> tuple[int, int]:
    """Start and end of the sentence around an offset; a list item and a paragraph end it too."""
    blank = text.rfind("\n\n", begin, place)
    paragraph = begin if blank < 0 else blank + 2
    start = paragraph
    for match in re.compile(_END).finditer(text, paragraph):
        if re.search(_ABBREVIATED, text[max(paragraph, match.start() - 6) : match.start() + 1]):
            continue
        if match.end() > place:
            return start, match.start() + 1
        start = match.end()
    return start, len(text)
