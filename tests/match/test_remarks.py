"""Remarks become statements on the element that they stand at, with the words they concern."""

from __future__ import annotations

from generator.model.review import Review
from tests.match.returned import WORDING, goal, goal_row, prose, reviewed, table
from tests.receive.test_comments import comment, end, sign, start
from tests.receive.word import deleted, inserted, paragraph, text

PRINTS = [*goal("EZ01", WORDING), prose("Der Beirat begleitet sie.", 0), prose("Ende.", 1)]


def remarked(wording: str, behind: str = "", comments: str = "") -> Review:
    body = table(goal_row("EZ01", wording)) + paragraph(text("Der Beirat begleitet sie.")) + behind
    return reviewed(body + paragraph(text("Ende.")), PRINTS, comments=comments)


def test_a_remark_is_one_on_the_element_of_its_words() -> None:
    wording = text("Jede ") + start("0") + text("Schule") + end("0") + text(" hat ein Konzept.")
    (one,) = remarked(wording, comments=comment("0", "Auch Horte?")).statements
    assert (one.kind, one.element, one.author) == ("comment", "EZ01", "Anna Amt")
    assert (one.quote, one.comment, one.old, one.new) == ("Schule", "Auch Horte?", WORDING, WORDING)
    assert not one.applicable


def test_a_remark_on_changed_words_quotes_them_as_they_are_now() -> None:
    changed = start("0") + deleted("Jede") + inserted("Keine") + text(" Schule") + end("0")
    review = remarked(changed + text(" hat ein Konzept."), comments=comment("0", "Wirklich?"))
    change, remark = review.statements
    assert (change.kind, remark.kind, remark.quote) == ("reworded", "comment", "Keine Schule")


def test_a_remark_on_words_taken_out_quotes_those() -> None:
    changed = start("0") + deleted("Jede") + end("0") + text(" Schule hat ein Konzept.")
    *_, remark = remarked(changed, comments=comment("0", "Warum?")).statements
    assert (remark.element, remark.quote) == ("EZ01", "Jede")


def test_a_reply_names_the_statement_it_answers() -> None:
    extended = (
        '<w15:commentEx w15:paraId="0A"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
    )
    body = table(goal_row("EZ01", start("0") + start("1") + text(WORDING) + end("0") + end("1")))
    comments = comment("0", "Warum?", paragraph_id="0A") + comment("1", "Darum.", "Beirat", "0B")
    first, second = reviewed(
        body, PRINTS[:3], comments=comments, commentsExtended=extended
    ).statements
    assert (first.reply_to, second.reply_to, second.comment) == (None, first.id, "Darum.")


def test_a_remark_on_a_new_paragraph_stands_behind_what_was_printed() -> None:
    new = paragraph(start("0") + inserted("Ganz neu.") + end("0"))
    change, remark = remarked(text(WORDING), new, comment("0", "Gut so?")).statements
    assert (change.kind, remark.kind) == ("added", "comment")
    assert (remark.quote, remark.old) == ("Ganz neu.", "Ganz neu.")
    assert remark.position[0] == change.position[0]


def test_a_remark_without_a_range_stands_at_its_paragraph() -> None:
    (one,) = remarked(text(WORDING) + sign("3"), comments=comment("3", "Wann?")).statements
    assert (one.element, one.quote) == ("EZ01", "")


def test_a_remark_over_several_elements_names_all_and_quotes_all() -> None:
    wording = text("Jede Schule ") + start("0") + text("hat ein Konzept.")
    body = table(goal_row("EZ01", wording)) + paragraph(
        text("Der Beirat") + end("0") + text(" begleitet sie.")
    )
    review = reviewed(body + paragraph(text("Ende.")), PRINTS, comments=comment("0", "Beides?"))
    (one,) = review.statements
    assert (one.element, one.quote) == ("EZ01", "hat ein Konzept.\nDer Beirat")
    assert one.also == ("fazit",)


def test_a_remark_over_several_rows_names_each_element_once() -> None:
    goals = [*goal("EZ01", WORDING), *goal("EZ02", "Das Mittagessen ist bezahlbar."),
             *goal("EZ03", "Die Horte öffnen in den Ferien.")]  # fmt: skip
    body = table(
        goal_row("EZ01", start("0") + text(WORDING)),
        goal_row("EZ02", text("Das Mittagessen ist bezahlbar.")),
        goal_row("EZ03", text("Die Horte") + end("0") + text(" öffnen in den Ferien.")),
    )
    (one,) = reviewed(body, goals, comments=comment("0", "Alles?")).statements
    assert (one.element, one.also) == ("EZ01", ("EZ02", "EZ03"))


def test_a_remark_inside_one_element_names_no_other() -> None:
    wording = start("0") + text(WORDING) + end("0")
    (one,) = remarked(wording, comments=comment("0", "Warum?")).statements
    assert one.also == ()


def test_remarks_without_a_place_in_the_text_are_listed_and_counted_as_unplaced() -> None:
    review = remarked(text(WORDING), comments=comment("0", "Warum?") + comment("1", "Wann?"))
    assert [(one.comment, one.element) for one in review.statements] == [
        ("Warum?", None),
        ("Wann?", None),
    ]
    assert (review.files[0].comments, review.files[0].unplaced) == (2, 2)


def test_a_remark_on_what_the_fortschreibung_took_out_keeps_its_place() -> None:
    ours = 'w:id="3" w:author="Fortschreibung 2026" w:date="2026-11-01T00:00:00Z"'
    gone = f"<w:del {ours}><w:r><w:delText>Bisher anders. </w:delText></w:r></w:del>"
    wording = start("0") + gone + end("0") + text(WORDING)
    (one,) = remarked(wording, comments=comment("0", "Schade.")).statements
    assert (one.element, one.quote) == ("EZ01", "Bisher anders. ")
