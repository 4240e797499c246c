"""The rules to the Markdown of docs/regeln.md."""

from collections.abc import Iterable

from generator.finding import RuleEntry


def encode(rules: Iterable[RuleEntry]) -> str:
    """One section a rule, in the order given."""
    out = ["# Regeln der Prüfung\n\nErzeugt mit «strategie explain --format markdown».\n"]
    for rule in rules:
        out.append(f"## {rule.code} {rule.title}\n\n*{rule.severity.label}*\n\n{rule.manual}\n")
    return "\n".join(out)
