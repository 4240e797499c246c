"""The last sentence of a review says what is true of the changes in it."""

from __future__ import annotations

import pytest

from generator.model.review import Statement
from generator.render.reports.review_verdict import verdict

READY = Statement("a.docx", "reworded", None, "a", "b", applicable=True)
THERE = Statement("a.docx", "reworded", None, "a", "b", stands=True, why="Steht schon so da.")
REFUSED = Statement("a.docx", "text", None, "a", "b", why="Noch nicht.")
REMARK = Statement("a.docx", "comment", None, "", "", comment="Wer?")


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ([], "Keine Änderungen und keine Anmerkungen."),
        ([REMARK, REMARK], "Nur Anmerkungen; kein Wort ist geändert."),
        ([THERE], "1 Änderung; sie steht schon in der Strategie."),
        ([THERE, THERE, REMARK], "2 Änderungen; alle stehen schon in der Strategie."),
        ([READY, REFUSED], "2 Änderungen, davon 1 mit «--apply --offene» zu übernehmen."),
        (
            [READY, REFUSED, THERE],
            "3 Änderungen, davon 1 mit «--apply --offene» zu übernehmen; 1 steht schon in der Strategie.",
        ),
        (
            [REFUSED, THERE, THERE],
            "3 Änderungen: 2 stehen schon in der Strategie, von den übrigen lässt sich keine so "
            "übernehmen.",
        ),
        ([REFUSED], "1 Änderung, keine davon lässt sich so übernehmen."),
    ],
)
def test_the_verdict(statements: list[Statement], told: str) -> None:
    assert verdict(statements) == told
