"""Entries that all lack the same to findings: one each, or one for a list that has only been begun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.checks.check_context import CheckContext
from generator.finding import Finding

_FEW = 2
"""So many are told one by one; more, and half of all, show a list that has only been begun."""
_SHOWN = 8


def one_or_each(
    context: CheckContext,
    rule: str,
    identities: Sequence[str],
    among: int,
    each: Callable[[str], Finding],
    together: Callable[[list[str]], Finding],
) -> Iterator[Finding]:
    """The findings of a rule about ``identities`` of ``among`` entries; an accepted one stays its own."""
    accepted = {entry.id for entry in context.strategy.kopf.abweichungen if entry.regel == rule}
    still_open = [identity for identity in identities if identity not in accepted]
    if len(still_open) <= _FEW or len(identities) * 2 < among:
        yield from map(each, identities)
        return
    yield together(still_open)
    yield from (each(identity) for identity in identities if identity in accepted)


def named(identities: Sequence[str]) -> str:
    """The first of them, and whether there are more."""
    return ", ".join(identities[:_SHOWN]) + (" …" if len(identities) > _SHOWN else "")
