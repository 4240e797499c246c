"""The rules to the Markdown of docs/regeln.md."""

from collections.abc import Iterable
from typing import Protocol

from generator.finding import Severity


class BookEntry(Protocol):
    """A rule as the book prints it."""

    @property
    def code(self) -> str:
        """Z110."""

    @property
    def title(self) -> str:
        """What it finds."""

    @property
    def manual(self) -> str:
        """What it checks and what to do, in German."""

    @property
    def severity(self) -> Severity:
        """How serious what it finds is."""


def encode(rules: Iterable[BookEntry]) -> str:
    """One section a rule, in the order given."""
    out = ["# Regeln der Prüfung\n\nErzeugt mit «strategie explain --format markdown».\n"]
    for rule in rules:
        out.append(f"## {rule.code} {rule.title}\n\n*{rule.severity.label}*\n\n{rule.manual}\n")
    return "\n".join(out)
