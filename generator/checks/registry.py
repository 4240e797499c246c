"""Turns the modules of this package into rules: code, severity, title, manual, check."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import generator.checks as package
from generator.checks.check_context import CheckContext
from generator.finding import Finding, RuleEntry
from generator.read import catalogue as reader


@dataclass(frozen=True)
class Rule(RuleEntry):
    """A rule of this package.

    With ``compares`` it needs the comparison with the predecessor (COMPARES in its module). What it finds may only follow from what the rules ``after`` have found, and is then
    left unsaid (AFTER in its module).
    """

    check: Callable[[CheckContext], Iterator[Finding]]
    after: frozenset[str] = frozenset()
    compares: bool = False


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of this package in the order of their codes."""
    names = sorted(m.name for m in pkgutil.iter_modules(package.__path__) if _is_rule(m.name))
    modules = (import_module(f"{package.__name__}.{name}") for name in names)
    return tuple(
        Rule(
            m.CODE,
            m.SEVERITY,
            m.TITLE,
            (m.__doc__ or "").strip(),
            m.check,
            getattr(m, "AFTER", frozenset()),
            getattr(m, "COMPARES", False),
        )
        for m in modules
    )


@cache
def catalogue() -> tuple[RuleEntry, ...]:
    """All rules, those of the reader included, in the order of their codes."""
    return tuple(sorted((*reader.ENTRIES, *rules()), key=lambda rule: rule.code))


def _is_rule(name: str) -> bool:
    return name[0] == "z" and name[1:4].isdigit()
