"""Entries to new lines of YAML as people write them, or as the file at hand is written."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from generator.edit.form import Entries, Value, shape
from generator.edit.habits import Habits
from generator.edit.scalars import WIDTH, ScalarSpot, spelled_key, spelled_scalar
from generator.edit.source import lines_of
from generator.model.base import Record

_BRACES = 150
"""Columns up to which an entry in braces is still easy to read."""
_LISTED_WORD = 40
"""Signs up to which something is a word of a list and no sentence."""


def _none(*_: object) -> None:
    return None


class Emitter(Struct, frozen=True):
    """Writes entries; what stood in the file before is asked for first.

    ``placed`` gives the lines of an element that only changes its place, its dash at column 0,
    ``placed_in_braces`` the same on one line; both None for what is new.
    """

    habits: Habits = field(default_factory=Habits)
    placed: Callable[[Entries, str, int], list[str] | None] = _none
    placed_in_braces: Callable[[Entries, str], str | None] = _none

    def pairs(self, entries: Entries, kind: str, column: int) -> list[str]:
        """The lines of a mapping; ``column`` is where they will stand."""
        lines: list[str] = []
        stated = entries.stated
        lists = [k for k, value in stated.items() if has_elements(value) or k in entries.levels]
        order = self.habits.ordered(kind, [key for key in stated if key not in lists])
        for key in [*order, *lists]:  # the order of the lists counts, that of the rest does not
            lines += self.pair(key, stated[key], entries.record, kind, column)
        return lines

    def pair(
        self, key: str, value: Value, record: type[Record] | None, kind: str, column: int
    ) -> list[str]:
        """The lines of a key and its value."""
        name = spelled_key(key)
        if isinstance(value, Entries):
            return self._mapping(name, key, value, column)
        if isinstance(value, list) and not self._single(value, record, key):
            return self._list(name, key, value, record, column)
        only = value[0] if isinstance(value, list) else value
        spot = ScalarSpot(column, column + len(name) + 2, key)
        return _from_column(f"{name}: {self._text(only, record, kind, key, spot)}", column)

    def item(self, value: Value, owner: type[Record] | None, kind: str, column: int) -> list[str]:
        """The lines of an item of the list under the key ``kind`` of a record ``owner``."""
        if not isinstance(value, Entries):
            spelled = self._text(value, owner, kind, "", ScalarSpot(column, column + 2))
            return _from_column(f"- {spelled}", column)
        placed = self.placed(value, kind, column)
        if placed is not None:
            return placed
        brief = self._brief(value, owner, kind, column + 2)
        return [f"- {brief}"] if brief else self.spread(value, kind, column)

    def spread(self, value: Entries, kind: str, column: int) -> list[str]:
        """An entry of a list with a line for each key, whether or not it stood elsewhere."""
        first, *rest = self.pairs(value, kind, column + 2)
        return [f"- {first}", *indented(rest, 2)]

    def braces(self, value: Value, owner: type[Record] | None, kind: str, key: str = "") -> str:
        """A value on one line; ``kind`` and ``key`` as in Habits."""
        if isinstance(value, Entries):
            placed = self.placed_in_braces(value, kind)
            return self.new_braces(value, owner, kind) if placed is None else placed
        if isinstance(value, list):
            if self._single(value, owner, key):
                return self.braces(value[0], owner, kind, key)
            return f"[{', '.join(self.braces(v, owner, key) for v in value)}]"
        return self._text(value, owner, kind, key, ScalarSpot(0, 0, flow=True))

    def new_braces(self, value: Entries, owner: type[Record] | None, kind: str) -> str:
        """An entry on one line that stood nowhere before."""
        word = shape(owner, kind).word
        if word and list(value.stated) == [word]:
            return self.braces(value.stated[word], value.record, kind, word)
        lists = [key for key, below in value.stated.items() if has_elements(below)]
        rest = [key for key in value.stated if key not in lists]
        keys = [*self.habits.ordered(kind, rest), *lists]
        pairs = (self.brace_pair(key, value.stated[key], value.record, kind) for key in keys)
        return f"{{{', '.join(pairs)}}}"

    def brace_pair(self, key: str, value: Value, record: type[Record] | None, kind: str) -> str:
        """A key and its value on one line."""
        return f"{spelled_key(key)}: {self.braces(value, record, key if isinstance(value, Entries) else kind, key)}"

    def _mapping(self, name: str, key: str, value: Entries, column: int) -> list[str]:
        brief = self._brief(value, None, key, column + len(name) + 2)
        if brief:
            return [f"{name}: {brief}"]
        step = self.habits.step
        return [f"{name}:", *indented(self.pairs(value, key, column + step), step)]

    def _list(
        self, name: str, key: str, value: list[Value], record: type[Record] | None, column: int
    ) -> list[str]:
        if not value:
            return [f"{name}: []"]
        if not has_elements(value) and self.habits.in_brackets(key):
            line = f"{name}: {self.braces(value, record, '', key)}"
            if column + len(line) <= WIDTH and all(_is_word(v) for v in value):
                return [line]
        return [f"{name}:", *self.listed(value, record, key, column)]

    def listed(
        self, value: list[Value], owner: type[Record] | None, key: str, column: int
    ) -> list[str]:
        """The items of a list below a key that stands at ``column``, indented from there."""
        offset = self.habits.offset
        items = (self.item(v, owner, key, column + offset) for v in value)
        return indented([line for lines in items for line in lines], offset)

    def _brief(
        self, value: Entries, owner: type[Record] | None, kind: str, column: int
    ) -> str | None:
        """An entry on one line, where that is usual and it fits."""
        word = shape(owner, kind).word
        bare = bool(word) and list(value.stated) == [word]
        if any(has_elements(v) for v in value.values.values()):
            return None
        if not bare and not self.habits.in_braces(kind):
            return None
        text = self.braces(value, owner, kind)
        return text if bare or column + len(text) <= _BRACES else None

    def _single(self, value: list[Value], record: type[Record] | None, key: str) -> bool:
        """Whether a list is written as its only item."""
        return (
            len(value) == 1
            and shape(record, key).single
            and not isinstance(value[0], Entries)
            and " " not in str(value[0])
        )

    def _text(
        self, value: Value, record: type[Record] | None, kind: str, key: str, spot: ScalarSpot
    ) -> str:
        quote = self.habits.quoted(kind, key, shape(record, key).prose and bool(key))
        return spelled_scalar(value, spot, quote)


def indented(lines: list[str], columns: int) -> list[str]:
    """Lines moved to the right, or to the left as far as there are blanks."""
    if columns >= 0:
        return [" " * columns + line if line.strip() else line for line in lines]
    return [line[min(-columns, len(line) - len(line.lstrip(" "))) :] for line in lines]


def _from_column(text: str, column: int) -> list[str]:
    """Lines whose first begins at ``column`` and the others at the margin, all from there."""
    first, *rest = lines_of(text)
    return [first, *indented(rest, -column)]


def has_elements(value: Value) -> bool:
    """Whether a value is a list of elements that have an ID of their own."""
    return isinstance(value, list) and any(isinstance(v, Entries) and v.name for v in value)


def _is_word(value: Value) -> bool:
    return isinstance(value, Entries) or len(str(value)) <= _LISTED_WORD
