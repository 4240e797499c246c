"""Several files on one wording: what fits together is merged, what does not is a question."""

from __future__ import annotations

from generator.model.review import Statement
from tests.compare.county import county, goal
from tests.match.returned import EZ01, WORDING, reviewed_all
from tests.receive.word import deleted, inserted, paragraph, text

PRINTS = [("Vorher.", None), (WORDING, EZ01)]
AROUND = paragraph(text("Vorher."))


def both(*contents: str) -> tuple[Statement, ...]:
    bodies = [(f"{n}.docx", AROUND + paragraph(c)) for n, c in enumerate(contents)]
    return reviewed_all(bodies, PRINTS).statements


def test_changes_of_different_words_fit_together() -> None:
    one, other = both(
        text("Jede gute Schule hat ein Konzept."), text("Jede Schule hat ein Leitbild.")
    )
    assert one.conflicts == other.conflicts == ()
    assert one.applicable
    assert other.applicable


def test_the_same_change_twice_is_no_conflict() -> None:
    one, other = both(
        text("Jede Schule hat ein Leitbild."),
        text("Jede Schule hat ein ") + deleted("Konzept") + inserted("Leitbild") + text("."),
    )
    assert one.conflicts == other.conflicts == ()


def test_different_changes_of_the_same_words_name_each_other() -> None:
    one, other = both(text("Jede Schule hat ein Leitbild."), text("Jede Schule hat ein Profil."))
    assert (one.conflicts, other.conflicts) == ((other.id,), (one.id,))
    assert not one.applicable
    assert not other.applicable
    assert other.id in str(one.why)


def test_changes_of_words_that_touch_are_a_question_too() -> None:
    one, other = both(text("Jede Schule hat sein Konzept."), text("Jede Schule hat ein Leitbild."))
    assert (one.conflicts, other.conflicts) == ((other.id,), (one.id,))


def test_three_files_of_which_two_differ() -> None:
    statements = both(
        text("Jede Schule hat ein Leitbild."),
        text("Alle Schule hat ein Konzept."),
        text("Jede Schule hat ein Profil."),
    )
    by_file = {one.file: one for one in statements}
    assert by_file["0.docx"].conflicts == (by_file["2.docx"].id,)
    assert by_file["1.docx"].conflicts == ()


def now(words: str) -> Statement:
    strategy = county(lambda data: goal(data, "EZ01").update(text=words))
    bodies = [("a.docx", AROUND + paragraph(text("Jede gute Schule hat ein Konzept.")))]
    (one,) = reviewed_all(bodies, PRINTS, strategy).statements
    return one


def test_a_change_that_was_made_already_is_done() -> None:
    one = now("Jede gute Schule hat ein Konzept.")
    assert (one.applicable, one.why) == (False, "Steht schon so in der Strategie.")


def test_a_draft_changed_elsewhere_in_the_meantime_still_takes_it() -> None:
    assert now("Jede Schule hat ein Leitbild.").applicable


def test_a_draft_changed_at_the_same_words_does_not_take_it() -> None:
    one = now("Jede kleine Schule hat ein Konzept.")
    assert not one.applicable
    assert "«Jede kleine Schule hat ein Konzept.»" in str(one.why)


def test_an_element_that_is_gone_cannot_be_changed() -> None:
    strategy = county(lambda data: goal(data, "PZ01")["kinder"].pop(0))
    bodies = [("a.docx", AROUND + paragraph(text("Jede gute Schule hat ein Konzept.")))]
    (one,) = reviewed_all(bodies, PRINTS, strategy).statements
    assert one.why == "EZ01 gibt es in der Strategie nicht mehr."


def test_statements_of_several_files_stand_in_the_order_of_the_document() -> None:
    first = paragraph(text("Vorher, anders.")) + paragraph(text(WORDING))
    second = AROUND + paragraph(text("Jede gute Schule hat ein Konzept."))
    found = reviewed_all([("b.docx", second), ("a.docx", first)], PRINTS).statements
    assert [(one.id, one.file) for one in found] == [("R001", "a.docx"), ("R002", "b.docx")]


def test_a_change_that_would_not_be_found_again_says_that_its_place_is_not_clear() -> None:
    """One put words in that stand further on, the other takes those away there."""
    printed = [("Vorher.", None), ("Im Jahr nutzen Plätze (Ziel: 400) alle.", EZ01)]
    strategy = county(
        lambda data: goal(data, "EZ01").update(text="Im (Ziel: nutzen Plätze (Ziel: 400) alle.")
    )
    body = AROUND + paragraph(text("Im Jahr nutzen Plätze 400) alle."))
    (one,) = reviewed_all([("a.docx", body)], printed, strategy).statements
    assert not one.applicable
    assert "nicht eindeutig" in str(one.why)
