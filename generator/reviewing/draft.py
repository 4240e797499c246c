"""The strategy that comes of what reviewers want, one thing made on top of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from generator.compare.content import rebuild
from generator.model.kinds import kind_of
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.model.tree import Tree, identity, tree
from generator.reviewing.prose_printer import ProsePrinter
from generator.reviewing.register_names import Register

PrintUnit = tuple[str, str]
"""Element and field; for a text "inhalt vor" or "inhalt nach", for rows of goals "zeile"."""
ROW = "zeile"


class Ground(Struct, frozen=True, dict=True):
    """What all drafts of one strategy begin with; ``former`` are the IDs that were ever used."""

    strategy: Strategy
    printer: ProsePrinter
    former: Callable[[], Collection[str]]

    @cached_property
    def references(self) -> Mapping[str, list[tuple[str, str]]]:
        """To each ID the elements that refer to it, with what is to be said of the place."""
        found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for text, tokens in self.strategy.markup:
            for token in tokens:
                found[token.argument].append((text.id, f"der Text zu {text.id}"))
        for element in self.strategy.elements():
            for name in (*getattr(element, "flankiert_von", ()), *getattr(element, "ersetzt", ())):
                found[name].append((element.id, element.id))
        return found

    @cached_property
    def register(self) -> Register:
        """What the bodies are called."""
        return Register(self.strategy)

    def draft(
        self,
        gone: Collection[str] = (),
        emptied: Collection[tuple[str, str]] = (),
        moving: Collection[str] = (),
    ) -> Draft:
        """A new one; ``gone`` are the elements, ``emptied`` the texts that are to go together.

        ``moving`` are the elements that are to stand elsewhere.
        """
        return Draft(
            self, tree(self.strategy), frozenset(gone), frozenset(emptied), frozenset(moving)
        )


class Draft(Struct):
    """The elements and texts as they are so far; ``touched`` says what was changed."""

    ground: Ground
    content: Tree
    gone: frozenset[str]
    emptied: frozenset[tuple[str, str]]
    """The texts whose paragraphs all go, too: (element, "vor" or "nach")."""
    moving: frozenset[str]
    touched: set[PrintUnit] = field(default_factory=set)
    wanted: dict[PrintUnit, list[str]] = field(default_factory=dict)
    """What has to be printed in the end, paragraph by paragraph, where that is known."""
    made: dict[PrintUnit, list[tuple[str, str]]] = field(default_factory=dict)
    """What was made of wordings so far: old and new, as each reviewer saw it."""
    put: dict[object, int] = field(default_factory=dict)
    """How much that is new was put behind one place, so that the next comes behind that."""
    printed_by: dict[PrintUnit, str] = field(default_factory=dict)
    """The values that lines print, before they were changed."""
    _undo: list[Callable[[], object]] = field(default_factory=list)

    def forget(self) -> None:
        """Let the draft be as it was before anything was made of it."""
        while self._undo:
            self._undo.pop()()
        for told in (self.touched, self.wanted, self.made, self.put, self.printed_by):
            told.clear()

    def _set(self, where: dict[Any, Any], key: object, value: object = None) -> None:
        """Another value in a table, None for no entry, in a way that can be forgotten."""
        if key in where:
            before = where[key]
            self._undo.append(lambda: where.update({key: before}))
        else:
            self._undo.append(lambda: where.pop(key, None))
        if value is None:
            where.pop(key, None)
        else:
            where[key] = value

    @property
    def strategy(self) -> Strategy:
        """All of it as a strategy."""
        return rebuild(self.content, self.ground.strategy)

    def key(self, element: str) -> str | None:
        """The key of an element; None where it is not there (any more)."""
        key = self.content.keys.get(element)
        return key if key in self.content.records else None

    def record(self, element: str) -> Any:
        """An element as it is so far; None where it is not there."""
        key = self.key(element)
        return None if key is None else self.content.records[key]

    def change(self, element: str, field: str, value: object) -> None:
        """Another value of a field."""
        key = self.content.keys[element]
        made = self.content.records[key].model_copy(update={field: value})
        self._set(self.content.records, key, made)
        self.touched.add((element, field))

    def text(self, element: str, stelle: str) -> Prosatext | None:
        """A text as it is so far."""
        return self.content.texts.get((element, stelle))

    def write(self, element: str, stelle: str, text: Prosatext | None, prints: list[str]) -> None:
        """Another text, or none; ``prints`` are the paragraphs that it has to print."""
        unit = element, f"inhalt {stelle}"
        self._set(self.content.texts, (element, stelle), text)
        self.touched.add(unit)
        self.wanted[unit] = prints

    def siblings(self, parent: str) -> list[str]:
        """The keys of what stands below an element, or in the list of that name."""
        return self.content.children.setdefault(parent, [])

    def put_in(self, element: Any, parent: str, behind: str | None) -> None:
        """A new element below a parent (a key), behind a sibling (a key) or in front of all."""
        key = f"{kind_of(element).key}:{element.id}"
        self._set(self.content.records, key, element)
        self._set(self.content.keys, element.id, key)
        number = self.put.get((parent, behind), 0)
        self.put[parent, behind] = number + 1
        siblings = self.siblings(parent)
        at = siblings.index(behind) + 1 if behind in siblings else 0
        self.place(key, parent, siblings[at + number - 1] if at + number else None)
        self.touched.add((element.id, ROW))

    def place(self, key: str, parent: str, behind: str | None) -> None:
        """An element below a parent, behind a sibling or in front of all."""
        former = self.content.parents.get(key)
        if former is not None and key in self.siblings(former):
            self._set(self.content.children, former, [k for k in self.siblings(former) if k != key])
        siblings = list(self.siblings(parent))
        siblings.insert(siblings.index(behind) + 1 if behind in siblings else 0, key)
        self._set(self.content.children, parent, siblings)
        self._set(self.content.parents, key, parent)
        self.touched.add((identity(key), ROW))

    def take_out(self, key: str) -> None:
        """An element with all below it and their texts."""
        for child in list(self.content.children.get(key, ())):
            self.take_out(child)
        above = self.content.parents[key]
        self._set(self.content.children, above, [k for k in self.siblings(above) if k != key])
        self._set(self.content.children, key)
        self._set(self.content.records, key)
        name = identity(key)
        for stelle in ("vor", "nach"):
            if (name, stelle) in self.content.texts:
                self._set(self.content.texts, (name, stelle))
                self.touched.add((name, f"inhalt {stelle}"))
        self.touched.add((name, ROW))
