"""Offsets in a text to lines and columns, however many are asked for."""

from bisect import bisect_right

from generator.finding import Position


class Places:
    """Knows where the lines of a text begin once it was asked for a place."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self._starts: list[int] = []

    def at(self, offset: int) -> Position:
        """Line and column, from 1, of a character offset."""
        if not self._starts:
            self._starts.append(0)
            while (end := self.text.find("\n", self._starts[-1])) >= 0:
                self._starts.append(end + 1)
        line = bisect_right(self._starts, offset)
        return Position(self.file, line, offset - self._starts[line - 1] + 1)
