"""IDs of elements: those of an earlier edition, printed codes that can be some, else the next free ones."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importing.former_ids import FormerIds
from generator.importing.names_given import GivenIds
from generator.importing.printed_codes import usable_codes
from generator.match.recognised.outline import Outline, OutlineNode


class Identities:
    """Gives each element its ID once."""

    def __init__(self, ids: GivenIds, outline: Outline, former: FormerIds | None) -> None:
        self._ids = ids
        self._former = former
        self._codes = {}
        if former is None:
            self._codes = usable_codes([*outline.goals(), *outline.recommendations()])
        for identity in former.reserved if former else self._codes.values():
            ids.take(identity)

    def element(self, node: OutlineNode, prefix: str) -> tuple[str, str | None]:
        """ID and Kürzel: a printed code is the ID where it can be one, else the Kürzel."""
        printed = (node.own.code or node.own.number) if node.own else ""
        kept = self._former.given.get(id(node)) if self._former else self._codes.get(id(node))
        identity = kept or self._ids.counted(prefix)
        return identity, None if printed in ("", identity) else printed

    def replaced(self, node: OutlineNode) -> tuple[str, ...]:
        """The earlier elements that a new one may come from."""
        return self._former.replaced.get(id(node), ()) if self._former else ()

    def titled(self, kinds: Sequence[type], title: str) -> str | None:
        """The ID that an element of this title had before."""
        return self._former.titled(kinds, title) if self._former else None
