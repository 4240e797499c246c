"""What the rule book says of trials is made of their counts, and the counts keep the promise."""

import pytest

from generator.checks.registry import catalogue
from generator.checks.trials import TRIALS, TRIED, results, told
from generator.finding import Severity

RULES = {rule.code: rule for rule in catalogue()}


def test_the_trials_are_of_rules_that_exist() -> None:
    assert RULES.keys() >= TRIED
    assert all(trial.found.keys() <= TRIED for trial in TRIALS)


@pytest.mark.parametrize("rule", sorted({rule for trial in TRIALS for rule in trial.found}))
def test_a_rule_is_seldom_wrong(rule: str) -> None:
    """At most one in ten for errors and warnings, one in four for hints."""
    right, wrong = results(rule)
    most = 4 if RULES[rule].severity is Severity.HINT else 10
    assert wrong * most <= right + wrong


def test_the_rule_book_tells_what_was_found() -> None:
    assert told("Z301") == "In den Proben an veröffentlichten Texten: 50 von 51 Befunden richtig."
    assert told("Z340") == "In den Proben an veröffentlichten Texten: kein Befund."
    assert told("Z701") == ""
