"""Git's conflict marks in a text to findings, and to the text as if the first side had been kept."""

import re

from generator.finding import Finding, Position, Severity

_SHOWN = 60
_MARK = re.compile(r"[ \t]*(?P<sign><{7,}|\|{7,}|={7,}|>{7,})(?: +(?P<side>\S.*))?[ \t]*")
"""A line of marks (git-merge(1), "How conflicts are presented"); editors may have indented it."""


def conflicts(data: bytes) -> bool:
    """Whether a file may hold marks."""
    return b"<<<<<<<" in data or b">>>>>>>" in data


def settled(file: str, text: str) -> tuple[str, list[Finding]]:
    """The text without marks and second sides, and a finding for each conflict.

    What is left out becomes empty lines, so that every other place stays where it is. Both
    sides stay where a conflict does not end.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return text, []
    walk = _Walk(file)
    lines = [walk.kept(number, line) for number, line in enumerate(text.split("\n"), 1)]
    if walk.side != "" and walk.side != "<":  # no end: nobody knows what belongs to it
        lines = ["" if _sign(line) in set("<>|") else line for line in text.split("\n")]
    return "\n".join(lines), walk.findings


class _Walk:
    """The way through the lines; ``side`` is the mark that the present part began with."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.side = ""
        self.findings: list[Finding] = []

    def kept(self, number: int, line: str) -> str:
        """The line, or nothing where it is a mark or belongs to another side than the first."""
        sign = _sign(line)
        if sign == "<":
            self._report(number, line, _BOTH)
            self.side = sign
        elif sign == ">" or (sign and self.side in ("<", "|")):
            if sign == ">" and not self.side:
                self._report(number, line, _LEFT)
            self.side = "" if sign == ">" else sign
        else:
            return line if self.side in ("", "<") else ""
        return ""

    def _report(self, number: int, line: str, message: str) -> None:
        match = _MARK.fullmatch(line)
        side = (match["side"] if match else None) or ""
        named = f" («{side[:_SHOWN]}»)" if side else ""
        place = Position(self.file, number, len(line) - len(line.lstrip()) + 1)
        self.findings.append(Finding("Z018", Severity.ERROR, message.format(named), place))


_BOTH = (
    "Konflikt aus git{}: Ab hier stehen beide Stände einer Zusammenführung untereinander; gelesen wird nur der "
    "erste. Den richtigen Stand behalten und die Zeilen mit «<<<<<<<», «=======» und «>>>>>>>» löschen."
)
_LEFT = (
    "Konflikt aus git{}: Diese Zeile ist von einer Zusammenführung übrig. Prüfen, ob darüber der richtige "
    "Stand steht, und die Zeile löschen."
)


def _sign(line: str) -> str:
    """The first sign of a line of marks, nothing for any other line."""
    match = _MARK.fullmatch(line)
    if match is None or (match["sign"][0] == "=" and match["side"]):
        return ""
    return match["sign"][0]
