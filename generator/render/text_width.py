"""Text to its width in print and to lines that fit, without any font file.

Advance widths in thousandths of the font size from Adobe's font metrics for
Helvetica and Helvetica-Bold (Core 14 AFM files); Arial and Liberation Sans are
drawn to the same widths.
"""

from __future__ import annotations

from functools import lru_cache

_REGULAR = {
    **dict.fromkeys("0123456789", 556),
    **dict.fromkeys("abdeghnopquLäöüéèáàñ_?§€$#«»", 556),
    **dict.fromkeys("cksvxyzJç", 500),
    **dict.fromkeys("ijl", 222),
    **dict.fromkeys("íì", 278),
    **dict.fromkeys("ßø", 611),
    **dict.fromkeys(" .,:;ft!/\\[]Iı·\u00a0", 278),
    **dict.fromkeys("r()-`„“”\u2011", 333),
    **dict.fromkeys("ABEKPSVXYÄÉÀ&", 667),
    **dict.fromkeys("CDHNRUwÜ", 722),
    **dict.fromkeys("GOQÖØ", 778),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("+<=>~×−", 584),
    "W": 944, "%": 889, "@": 1015, "…": 1000, "—": 1000, "–": 556, "*": 389, '"': 355, "'": 191,
    "‚": 222, "‘": 222, "’": 222, "^": 469, "{": 334, "}": 334, "|": 260, "°": 400, "•": 350, "→": 1000,
}  # fmt: skip
_BOLD_DIFFERS = {
    **dict.fromkeys("bdghnopquüöLñF?", 611),
    **dict.fromkeys("acekJsvxyäçéèáà", 556),
    **dict.fromkeys("ijl", 278),
    **dict.fromkeys("ft:;!()[]-`„“”", 333),
    **dict.fromkeys("ABKRCDHNUÄÀÜ&", 722),
    **dict.fromkeys("„“”z", 500),
    "r": 389, "m": 889, "w": 778, "@": 975, '"': 474, "'": 238, "‚": 278, "‘": 278,
    "’": 278, "^": 584, "{": 389, "}": 389, "|": 280,
}  # fmt: skip
_BOLD = {**_REGULAR, **_BOLD_DIFFERS}
_UNKNOWN = 1000
_BREAK_AFTER = "-/–"


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line in the unit of ``size``; unknown characters count as wide ones."""
    table = _BOLD if bold else _REGULAR
    return sum([table.get(character, _UNKNOWN) for character in text]) * size / 1000


def wrap(
    text: str, available: float, size: float, bold: bool = False, first: float = 0.0
) -> list[str]:
    """Lines no wider than ``available``; the first one leaves ``first`` free at its start.

    Breaks at spaces, then after hyphens and strokes; a word that fits no line is cut.
    """
    lines: list[str] = []
    line, room = "", available - first
    used = 0.0
    space = width(" ", size, bold)
    for word in text.split(" "):
        for part, needs_space in _parts(word, available, size, bold):
            wide = _word_width(part, size, bold)
            gap = space if needs_space and line else 0.0
            if line and used + gap + wide > room:
                lines.append(line)
                line, used, room = part, wide, available
            elif not line and not lines and first and wide > room:
                lines.append("")
                line, used, room = part, wide, available
            else:
                line += (" " if gap else "") + part
                used += gap + wide
    return [*lines, line] if line or not lines else lines


def _parts(word: str, available: float, size: float, bold: bool) -> list[tuple[str, bool]]:
    """The pieces between which a word may be broken; the first stands behind a space."""
    pieces = [word]
    if _word_width(word, size, bold) > available / 3 and any(c in word for c in _BREAK_AFTER):
        pieces = _after_hyphens(word)
    cut: list[str] = []
    for piece in pieces:
        cut += _cut(piece, available, size, bold)
    return [(piece, index == 0) for index, piece in enumerate(cut)]


def _after_hyphens(word: str) -> list[str]:
    pieces, start = [], 0
    for index, character in enumerate(word[:-1], start=1):
        if character in _BREAK_AFTER and index - start > 2 and word[index].isalpha():
            pieces.append(word[start:index])
            start = index
    return [*pieces, word[start:]]


def _cut(piece: str, available: float, size: float, bold: bool) -> list[str]:
    if _word_width(piece, size, bold) <= available:
        return [piece]
    pieces, line = [], ""
    for character in piece:
        if line and width(line + character + "-", size, bold) > available:
            pieces.append(line + "-")
            line = ""
        line += character
    return [*pieces, line]


@lru_cache(maxsize=20_000)
def _word_width(word: str, size: float, bold: bool) -> float:
    return width(word, size, bold)
