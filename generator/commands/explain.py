"""``strategie explain``: a rule, or all of them, to what the manual says."""

from __future__ import annotations

from generator.checks.registry import catalogue
from generator.checks.trials import table, told
from generator.errors import GeneratorError
from generator.read.spelling import suggestion


def explain(name: str | None, form: str) -> str:
    """The manual of the rule ``name``, the list of all without it; GeneratorError for an unknown one."""
    rules = {rule.code: rule for rule in catalogue()}
    if form == "markdown":
        from generator.render.reports import rule_book

        return rule_book.encode(rules.values(), {code: told(code) for code in rules}, table())
    if name is None:
        listed = (f"{rule.code}  {rule.severity.label:8} {rule.title}\n" for rule in rules.values())
        return "".join((*listed, "\nMehr zu einer Regel: strategie explain Z110\n"))
    code = name.upper()
    if code not in rules:
        raise GeneratorError(f"Eine Regel «{name}» gibt es nicht.", suggestion(code, rules))
    rule = rules[code]
    tried = f"\n{told(code)}\n" if told(code) else ""
    return f"{rule.code} {rule.title} ({rule.severity.label})\n\n{rule.manual}\n{tried}"
