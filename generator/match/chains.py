"""Changes made one on top of the other to changes of what was printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from generator.match.normal_text import plain
from generator.match.word_merge import merged
from generator.model.address import Address
from generator.model.review import Statement, StatementKind

_WHOLE: frozenset[StatementKind] = frozenset({"reworded", "text", "responsibility", "addressee"})
"""Changes inside one paragraph, which can be made one without the other."""


def on_print(statements: Iterable[Statement]) -> list[Statement]:
    """Statements of one file, each from what was printed to that with its own change alone.

    Where one person changed what another had changed, the later one holds both, and ``upon``
    says on what it was made.
    """
    told = list(statements)
    chains: dict[tuple[int, Address | None], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        chains[one.chain, one.address].append(number)
    for numbers in chains.values():
        chain = _from_first([told[number] for number in numbers])
        for number, one in zip(numbers, chain, strict=True):
            told[number] = one
    return told


def _from_first(chain: Sequence[Statement]) -> list[Statement]:
    first = chain[0].old
    alone = _alone(chain) if all(one.kind in _WHOLE for one in chain) else None
    if alone is not None:
        return [chain[0], *(
            replace(one, old=first, new=new) for one, new in zip(chain[1:], alone[1:], strict=True)
        )]  # fmt: skip
    return [one if one.old == first else replace(one, old=first, upon=one.old) for one in chain]


def _alone(chain: Sequence[Statement]) -> list[str] | None:
    """What each change makes of the first text; None where they do not all together give the last."""
    first = together = chain[0].old
    found: list[str] = []
    for one in chain:
        alone, more = merged(one.old, one.new, first), merged(one.old, one.new, together)
        if alone is None or more is None or plain(alone) == plain(first):
            return None
        found.append(alone)
        together = more
    return found if plain(together) == plain(chain[-1].new) else None
