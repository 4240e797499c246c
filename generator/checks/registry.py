"""Turns the modules of this package into rules: code, severity, title, manual, check."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

import generator.checks as package
import generator.checks.thorough as thorough_package
from generator.checks.check_context import CheckContext
from generator.finding import Finding, RuleEntry
from generator.read import catalogue as reader


class Rule(RuleEntry, frozen=True):
    """A rule of this package.

    With ``compares`` it needs the comparison with the predecessor (COMPARES in its module). What it finds may only follow from what the rules ``after`` have found, and is then
    left unsaid (AFTER in its module). With ``asked`` it runs only on request (ASKED), with
    ``seals`` nothing it finds may be in an edition that is sealed (SEALS).
    """

    check: Callable[[CheckContext], Iterator[Finding]]
    after: frozenset[str] = frozenset()
    compares: bool = False
    asked: bool = False
    seals: bool = False


@cache
def rules(quick: bool = False) -> tuple[Rule, ...]:
    """The rules of this package in the order of their codes; ``quick`` without the thorough ones.

    Those are not even imported then.
    """
    modules = (import_module(name) for _, name in _modules() if not (quick and _thorough(name)))
    return tuple(
        Rule(
            m.CODE,
            m.SEVERITY,
            m.TITLE,
            (m.__doc__ or "").strip(),
            m.check,
            getattr(m, "AFTER", frozenset()),
            getattr(m, "COMPARES", False),
            getattr(m, "ASKED", False),
            getattr(m, "SEALS", False),
        )
        for m in modules
    )


@cache
def catalogue(quick: bool = False) -> tuple[RuleEntry, ...]:
    """All rules, those of the reader included, in the order of their codes."""
    return tuple(sorted((*reader.ENTRIES, *rules(quick)), key=lambda rule: rule.code))


def codes() -> tuple[str, ...]:
    """The codes of all rules, those of the reader included, in their order."""
    return tuple(sorted((*reader.CODES, *(code for code, _ in _modules()))))


@cache
def _modules() -> tuple[tuple[str, str], ...]:
    """Code and module of every rule of this package, in the order of the codes."""
    found = (
        (module.name[:4].upper(), f"{place.__name__}.{module.name}")
        for place in (package, thorough_package)
        for module in pkgutil.iter_modules(place.__path__)
        if _is_rule(module.name)
    )
    return tuple(sorted(found))


def _thorough(module: str) -> bool:
    return module.startswith(thorough_package.__name__)


def _is_rule(name: str) -> bool:
    return name[0] == "z" and name[1:4].isdigit()
