"""What a reviewer does to a paragraph, a row or a remark becomes one statement of the right kind."""

from __future__ import annotations

import pytest

from generator.model.address import Address
from generator.render.formats.docx.printed_map import PrintedParagraph
from tests.compare.county import county
from tests.match.returned import (
    EZ01,
    WORDING,
    goal,
    goal_row,
    only,
    printed,
    prose,
    reviewed,
    reviewed_all,
    row,
    table,
    unchanged,
)
from tests.receive.word import deleted, inserted, paragraph, text

BY = 'w:id="7" w:author="Anna Amt" w:date="2026-11-24T10:12:00Z"'
GOALS = [
    *goal("EZ01", WORDING),
    *goal("EZ02", "Das Mittagessen ist bezahlbar."),
    *goal("EZ03", "Die Horte öffnen in den Ferien."),
]
TEXT = [
    prose("Die Umsetzung dauert zwei bis fünf Jahre.", 0),
    prose("Der Beirat begleitet sie mit Rat und Tat.", 1),
    prose("Am Ende steht ein Bericht an den Kreistag.", 2),
]


def rows(*contents: str) -> str:
    """The table of the three goals with other contents of the wordings."""
    return table(*(goal_row(f"EZ0{n}", content) for n, content in enumerate(contents, 1)))


def words(number: int) -> str:
    return text(printed(*GOALS)[number * 3 - 1].text)


SAME = rows(words(1), words(2), words(3))


def test_an_untouched_document_gives_nothing() -> None:
    assert reviewed(SAME, GOALS).statements == ()


@pytest.mark.parametrize(
    "spaced",
    [" Jede Schule  hat ein Konzept. ", "Jede Schule hat ein\u00a0Konzept.", "Jede Schule hat\u00ad ein Konzept."],
)  # fmt: skip
def test_white_space_and_signs_that_nobody_sees_are_no_change(spaced: str) -> None:
    assert reviewed(rows(text(spaced), words(2), words(3)), GOALS).statements == ()


def test_plain_typing_in_a_wording_names_nobody() -> None:
    new = "Jede Schule hat ein gutes Konzept."
    one = only(reviewed(rows(text(new), words(2), words(3)), GOALS))
    assert (one.kind, one.element, one.old, one.new) == ("reworded", "EZ01", WORDING, new)
    assert (one.author, one.date, one.tracked) == (None, None, False)
    assert (one.inserted, one.deleted, one.applicable) == (len(" gutes"), 0, True)


def test_tracked_words_name_their_author_and_several_are_one_statement() -> None:
    content = (
        deleted("Jede") + inserted("Alle Schulen haben")
        + text(" ") + deleted("Schule hat ") + text("ein Konzept") + inserted(" bis 2028") + text(".")
    )  # fmt: skip
    one = only(reviewed(rows(content, words(2), words(3)), GOALS))
    assert (one.author, one.date, one.tracked) == ("Anna Amt", "2026-11-24T10:12:00Z", True)
    assert one.old == WORDING
    assert one.new == "Alle Schulen haben ein Konzept bis 2028."
    assert (one.inserted, one.deleted) == (27, 15)


def test_a_wording_written_anew_is_still_that_of_its_row() -> None:
    new = "Ganz andere Wörter stehen nun hier geschrieben!"
    for content in (text(new), deleted(WORDING) + inserted(new)):
        one = only(reviewed(rows(content, words(2), words(3)), GOALS))
        assert (one.kind, one.element, one.new) == ("reworded", "EZ01", new)


def test_typing_and_tracking_in_one_wording_are_two_statements_each_from_what_was_printed() -> None:
    content = (
        text("Jede gute Schule hat ein ") + deleted("Konzept") + inserted("Leitbild") + text(".")
    )
    typed, tracked = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert (typed.author, typed.old, typed.new) == (
        None,
        WORDING,
        "Jede gute Schule hat ein Konzept.",
    )
    assert (tracked.author, tracked.old, tracked.upon) == ("Anna Amt", WORDING, None)
    assert tracked.new == "Jede Schule hat ein Leitbild."
    assert typed.conflicts == tracked.conflicts == ()


def test_two_authors_are_two_statements_in_the_order_of_their_dates() -> None:
    late, early = "2026-11-25T08:00:00Z", "2026-11-23T08:00:00Z"
    content = (
        text("Jede ") + inserted("große ", "Beirat", late)
        + text("Schule hat ein ") + deleted("Konzept", "Kreis", early)
        + inserted("Leitbild", "Kreis", early) + text(".")
    )  # fmt: skip
    first, second = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert (first.author, first.old, first.new) == (
        "Kreis",
        WORDING,
        "Jede Schule hat ein Leitbild.",
    )
    assert (second.author, second.old, second.upon) == ("Beirat", WORDING, None)
    assert second.new == "Jede große Schule hat ein Konzept."


def test_what_one_adds_and_another_takes_out_is_told_of_both() -> None:
    nested = f"<w:ins {BY}>{deleted('sehr ', 'Beirat', '2020-01-01T00:00:00Z')}</w:ins>"
    content = text("Jede Schule hat ein ") + nested + text("Konzept.")
    first, second = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert (first.author, first.new) == ("Anna Amt", "Jede Schule hat ein sehr Konzept.")
    assert (second.author, second.old, second.new) == ("Beirat", WORDING, WORDING)
    assert second.upon == first.new


def test_the_marks_of_the_fortschreibung_are_settled_and_what_stands_in_them_is_found() -> None:
    ours = 'w:id="3" w:author="Fortschreibung 2026 (verschoben)" w:date="2026-11-01T00:00:00Z"'
    taken_out = f"<w:del {ours}><w:r><w:delText>Bisher: </w:delText></w:r></w:del>"
    put_in = f"<w:ins {ours}>{text('Jede Schule hat ')}{deleted('ein')}{text(' Konzept.')}</w:ins>"
    assert reviewed(rows(taken_out + words(1), words(2), words(3)), GOALS).statements == ()
    one = only(reviewed(rows(taken_out + put_in, words(2), words(3)), GOALS))
    assert (one.old, one.new, one.deleted) == (WORDING, "Jede Schule hat  Konzept.", 3)


def test_a_row_taken_out_is_one_statement_on_its_element() -> None:
    marked = table(
        goal_row("EZ01", words(1)), goal_row("EZ02", words(2), f"<w:del {BY}/>"), goal_row("EZ03", words(3))
    )  # fmt: skip
    gone = table(goal_row("EZ01", words(1)), goal_row("EZ03", words(3)))
    for body, author in ((marked, "Anna Amt"), (gone, None)):
        one = only(reviewed(body, GOALS))
        assert (one.kind, one.element, one.author) == ("removed", "EZ02", author)
        assert one.old == "Ergebnisziel | EZ02 | Das Mittagessen ist bezahlbar."
        assert (one.new, one.deleted, one.inserted) == ("", 12 + 4 + 30, 0)


def test_a_row_put_in_is_one_statement_that_says_behind_what() -> None:
    new = text("Der Weg zur Schule ist sicher.")
    for mark, author in ((f"<w:ins {BY}/>", "Anna Amt"), ("", None)):
        body = table(
            goal_row("EZ01", words(1)), goal_row("neu", new, mark), goal_row("EZ02", words(2)),
            goal_row("EZ03", words(3)),
        )  # fmt: skip
        one = only(reviewed(body, GOALS))
        assert (one.kind, one.element, one.after, one.author) == ("added", None, "EZ01", author)
        assert one.new == "Ergebnisziel | neu | Der Weg zur Schule ist sicher."
        assert one.inserted == 12 + 3 + 30


def test_a_row_moved_is_one_statement() -> None:
    body = table(goal_row("EZ02", words(2)), goal_row("EZ01", words(1)), goal_row("EZ03", words(3)))
    one = only(reviewed(body, GOALS))
    assert one.kind == "moved"
    assert one.element in ("EZ01", "EZ02")


def test_an_emptied_wording_leaves_its_element_and_cannot_be_written() -> None:
    one = only(reviewed(rows(deleted(WORDING), words(2), words(3)), GOALS))
    assert (one.kind, one.element, one.new, one.applicable) == ("reworded", "EZ01", "", False)
    assert "leer" in str(one.why)


def test_paragraphs_of_prose_changed_put_in_and_taken_out() -> None:
    first, second, third = (text(one.text) for one in printed(*TEXT))
    body = paragraph(first + inserted(" Oder länger.")) + paragraph(second) + paragraph(third)
    one = only(reviewed(body, TEXT))
    assert (one.kind, one.element, one.address) == ("text", "fazit", TEXT[0][1])
    body = paragraph(first) + paragraph(third)
    one = only(reviewed(body, TEXT))
    assert (one.kind, one.address) == ("removed", TEXT[1][1])
    body = (
        paragraph(first)
        + paragraph(text("Ein neuer Absatz."))
        + paragraph(second)
        + paragraph(third)
    )
    one = only(reviewed(body, TEXT))
    assert (one.kind, one.address) == ("added", Address("fazit", "inhalt", "vor", 1))


def test_tracked_paragraphs_are_split_joined_put_in_and_taken_out() -> None:
    first, second, third = (text(one.text) for one in printed(*TEXT))
    mark = f"<w:ins {BY}/>"
    halves = paragraph(text("Die Umsetzung dauert "), mark) + paragraph(
        text("zwei bis fünf Jahre.")
    )
    one = only(reviewed(halves + paragraph(second) + paragraph(third), TEXT))
    assert (one.kind, one.element, one.inserted) == ("split", "fazit", 0)
    assert one.new == "Die Umsetzung dauert \nzwei bis fünf Jahre."
    joined = paragraph(first, f"<w:del {BY}/>") + paragraph(second) + paragraph(third)
    one = only(reviewed(joined, TEXT))
    assert (one.kind, one.old) == ("merged", f"{TEXT[0][0]}\n{TEXT[1][0]}")
    new = paragraph(first, mark) + paragraph(inserted("Ein neuer Absatz.")) + paragraph(second)
    one = only(reviewed(new + paragraph(third), TEXT))
    assert (one.kind, one.new, one.inserted) == ("added", "Ein neuer Absatz.", 17)
    gone = paragraph(deleted(TEXT[0][0]), f"<w:del {BY}/>") + paragraph(second) + paragraph(third)
    one = only(reviewed(gone, TEXT))
    assert (one.kind, one.address, one.old) == ("removed", TEXT[0][1], TEXT[0][0])


def test_a_paragraph_moved_with_tracking_is_one_statement() -> None:
    words = TEXT[0][0]
    source = f"<w:moveFrom {BY}>{text(words)}</w:moveFrom>"
    target = f"<w:moveTo {BY}>{text(words)}</w:moveTo>"
    body = (
        paragraph(source, f"<w:moveFrom {BY}/>")
        + paragraph(text(TEXT[1][0]))
        + paragraph(target, f"<w:moveTo {BY}/>")
        + paragraph(text(TEXT[2][0]))
    )
    one = only(reviewed(body, TEXT))
    assert (one.kind, one.address, one.old, one.new) == ("moved", TEXT[0][1], words, words)
    assert one.inserted == one.deleted == len(words)


@pytest.mark.parametrize(
    ("field", "kind"),
    [("zustaendig", "responsibility"), ("adressaten", "addressee"), ("titel", "text"),
     ("gruppe", "text"), ("kuerzel", "text")],
)  # fmt: skip
def test_other_fields_that_are_not_what_was_printed_are_told_with_a_reason(
    field: str, kind: str
) -> None:
    """The strategy has neither such a body nor such a title at that goal."""
    address = Address("PZ01", field)
    one = only(reviewed(paragraph(text("Jugendamt und Schulamt")), [("Jugendamt", address)]))
    assert (one.kind, one.address, one.applicable) == (kind, address, False)
    wanted = {"zustaendig": "actors.yaml", "adressaten": "gibt es"}.get(field, "goals.yaml")
    assert wanted in str(one.why)


def test_computed_text_is_told_with_why_it_cannot_be_changed() -> None:
    one = only(reviewed(paragraph(text("Zusammen 14 Ziele")), ["Zusammen 12 Ziele"]))
    assert (one.kind, one.element, one.applicable) == ("computed", None, False)
    assert "setzt das Programm selbst ein" in str(one.why)


def test_a_changed_note_is_that_of_its_text() -> None:
    address = Address("fazit", "inhalt", "vor", 0)
    prints = [("Satz.", address), PrintedParagraph(" Vgl. BMAS 2017.", address, 1)]
    sign = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph(text("Vgl. BMAS ") + deleted("2017") + inserted("2021") + text("."))}</w:footnote>'
    one = only(reviewed(paragraph(text("Satz.") + sign), prints, footnotes=note))
    assert (one.kind, one.address, one.new) == ("text", address, "Vgl. BMAS 2021.")


def test_what_stands_in_header_or_footer_is_not_lost() -> None:
    header = paragraph(text("Sozialstrategie") + inserted(" (geheim)"))
    one = only(reviewed(SAME, GOALS, header=header))
    assert (one.kind, one.element, one.inserted) == ("computed", None, len(" (geheim)"))
    assert "Kopf- oder Fußzeile" in str(one.why)


@pytest.mark.parametrize(
    ("header", "old", "new"),
    [
        ("Sozialstrategie Lindental", "Sozialstrategie", "Sozialstrategie Lindental"),
        ("", "Sozialstrategie", ""),
        ("Sozialstrategie</w:t></w:r></w:p><w:p><w:r><w:t>Geheim", "", "Geheim"),
    ],
)
def test_typing_in_header_or_footer_is_told_once_however_often_it_is_written(
    header: str, old: str, new: str
) -> None:
    both = {"header": paragraph(text(header)), "footer": paragraph(text(header))}
    one = only(reviewed(SAME, GOALS, frame=("Sozialstrategie",), **both))
    assert (one.kind, one.element, one.old, one.new) == ("computed", None, old, new)
    same = {"header": paragraph(text("Sozialstrategie")), "footer": paragraph("")}
    assert reviewed(SAME, GOALS, frame=("Sozialstrategie",), **same).statements == ()


def test_a_file_of_another_edition_is_told_as_such() -> None:
    strategy = county(lambda data: data["kopf"]["fassung"].update(kennung="2024"))
    review = reviewed(SAME, GOALS, strategy)
    assert "aus der Fassung 2020" in review.files[0].notes[0]


def test_every_tracked_sign_and_every_remark_is_in_the_sums() -> None:
    content = (
        text("Jede ") + deleted("Schule") + inserted("Einrichtung") + text(" hat ein Konzept.")
    )
    body = rows(content, words(2), words(3)) + paragraph(inserted("Neu am Ende."))
    remark = f'<w:comment w:id="0" w:author="Beirat">{paragraph(text("Warum?"))}</w:comment>'
    (file,) = reviewed(body, GOALS, comments=remark).files
    assert (file.inserted, file.deleted, file.comments) == (11 + 12, 6, 1)
    assert file.unplaced == 1  # the remark stands nowhere


def test_a_file_that_is_its_own_base_tells_only_what_is_marked() -> None:
    content = (
        text("Jede gute Schule hat ein ") + deleted("Konzept") + inserted("Leitbild") + text(".")
    )
    review = reviewed(rows(content, words(2), words(3)), GOALS, base="rejected")
    one = only(review)
    assert (one.author, one.element, one.old) == (
        "Anna Amt",
        "EZ01",
        "Jede gute Schule hat ein Konzept.",
    )
    assert "nicht zu erkennen" in review.files[0].notes[-1]


def test_a_foreign_file_is_told_without_elements() -> None:
    review = reviewed(
        paragraph(text("Sehr geehrte ") + inserted("Damen und ") + text("Herren")),
        [],
        base="rejected",
    )
    one = only(review)
    assert (one.element, one.applicable) == (None, False)
    assert review.files[0].unplaced > 0


def test_bookmarks_tell_which_of_two_rewritten_rows_is_which() -> None:
    start = '<w:bookmarkStart w:id="1" w:name="{}_Copy_1"/>'
    new = [text("Völlig anders."), text("Ganz neu gefasst.")]
    body = table(
        row(paragraph(start.format("EZ02") + new[0])), row(paragraph(start.format("EZ01") + new[1]))
    )  # fmt: skip
    prints = [(WORDING, EZ01), ("Das Mittagessen ist bezahlbar.", Address("EZ02", "text"))]
    by_element = {one.element: one for one in reviewed(body, prints).statements}
    assert (
        by_element["EZ02"].new == "Völlig anders." or by_element["EZ01"].new == "Ganz neu gefasst."
    )


def test_the_same_edit_in_several_prints_is_one_statement_at_its_main_place() -> None:
    again = EZ01.again("zieluebersicht")
    prints = [(WORDING, again), "Ergebnisziel", (WORDING, EZ01)]
    new = "Jede Schule hat ein Leitbild."
    body = paragraph(text(new)) + paragraph(text("Ergebnisziel")) + paragraph(text(new))
    one = only(reviewed(body, prints))
    assert (one.address, one.new, one.applicable) == (EZ01, new, True)
    assert (one.inserted, one.deleted) == (2 * len(" Leitbild"), 2 * len(" Konzept"))


def test_an_edit_in_one_print_alone_is_one_of_the_wording() -> None:
    prints = [(WORDING, EZ01.again("zieluebersicht")), "Ergebnisziel", (WORDING, EZ01)]
    body = paragraph(text("Jede Schule hat ein Leitbild.")) + unchanged(prints[1:])
    one = only(reviewed(body, prints))
    assert (one.element, one.applicable) == ("EZ01", True)


def test_differing_edits_in_several_prints_are_a_question() -> None:
    prints = [(WORDING, EZ01.again("zieluebersicht")), "Ergebnisziel", (WORDING, EZ01)]
    body = "".join(
        paragraph(text(words))
        for words in (
            "Jede Schule hat ein Leitbild.",
            "Ergebnisziel",
            "Jede Schule hat ein Profil.",
        )
    )
    one, other = reviewed(body, prints).statements
    assert (one.conflicts, other.conflicts) == ((other.id,), (one.id,))
    assert not one.applicable
    assert "verschieden geändert" in str(one.why)


def test_a_wording_typed_apart_is_a_split_and_no_word_of_it_is_lost() -> None:
    apart = text("Jede Schule hat") + "</w:p><w:p>" + text(" ein Konzept.")
    (found,) = reviewed(rows(apart, words(2), words(3)), GOALS).statements
    assert (found.kind, found.inserted, found.deleted, found.applicable) == ("split", 0, 0, False)
    assert found.old == WORDING


def test_a_wording_typed_apart_with_another_word_is_a_split_too() -> None:
    apart = text("Jede Schule hat") + "</w:p><w:p>" + text(" ein gutes Konzept.")
    (found,) = reviewed(rows(apart, words(2), words(3)), GOALS).statements
    assert (found.kind, found.inserted, found.applicable) == ("split", len(" gutes"), False)


def by(author: str, content: str, kind: str) -> str:
    mark = f'w:id="7" w:author="{author}" w:date="2026-11-24T10:12:00Z"'
    return f"<w:{kind} {mark}>{content}</w:{kind}>"


@pytest.mark.parametrize(
    "content",
    [
        # Bert puts a word in, Anna strikes it again
        text("Jede Schule hat ")
        + by(
            "Anna",
            by("Bert", '<w:r><w:delText xml:space="preserve">nun </w:delText></w:r>', "ins"),
            "del",
        )
        + text("ein Konzept."),
        # Anna strikes, Bert writes in the same gap
        text("Jede ")
        + by("Anna", '<w:r><w:delText xml:space="preserve">Schule </w:delText></w:r>', "del")
        + by("Bert", text("Kita "), "ins")
        + text("hat ein Konzept."),
    ],
)
def test_what_two_people_did_to_the_same_words_of_one_file_is_a_question(content: str) -> None:
    found = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert len(found) == 2
    assert not any(one.applicable for one in found)
    assert all(one.mixed for one in found)


def test_who_takes_out_the_wording_that_another_words_anew_asks_a_question() -> None:
    gone = '<w:r><w:delText xml:space="preserve">{}</w:delText></w:r>'
    content = by("Bert", gone.format("Jede "), "del") + by(
        "Anna", by("Bert", gone.format("gute "), "del"), "ins"
    )
    content += by("Bert", gone.format("Schule hat ein Konzept."), "del")
    found = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert [(one.author, one.mixed, one.applicable) for one in found] == [
        ("Anna", True, False), ("Bert", True, False),
    ]  # fmt: skip
    assert all("Mehrere Personen" in str(one.why) for one in found)


def test_what_two_people_did_to_the_same_words_of_a_text_is_a_question_too() -> None:
    first, _, third = (text(one.text) for one in printed(*TEXT))
    new = text("Der Beirat begleitet sie mit ") + by("Anna", text("viel "), "ins")
    new += by("Bert", text("gutem "), "ins") + text("Rat und Tat.")
    found = reviewed("".join(map(paragraph, (first, new, third))), TEXT).statements
    assert [(one.kind, one.mixed) for one in found] == [("text", True), ("text", True)]


def test_what_two_people_did_to_different_words_of_one_file_is_taken_over() -> None:
    content = (
        by("Anna", text("Wirklich "), "ins")
        + text("Jede Schule hat ein Konzept")
        + by("Bert", text(" für alle"), "ins")
        + text(".")
    )
    found = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert [(one.applicable, one.mixed) for one in found] == [(True, False), (True, False)]


def test_markup_that_a_reviewer_types_into_a_wording_is_a_question() -> None:
    content = text("Jede Schule hat {{ anzahl.leitziele }} Konzepte.")
    (found,) = reviewed(rows(content, words(2), words(3)), GOALS).statements
    assert not found.applicable
    assert "wird nichts eingesetzt" in str(found.why)


def moved(words: str, kind: str, author: str = "Anna Amt") -> str:
    return by(author, text(words), kind)


@pytest.mark.parametrize(
    "come",
    [
        words(2) + moved(" " + WORDING, "moveTo"),
        moved(WORDING + " ", "moveTo") + words(2),
        text("Das Mittagessen ") + moved(WORDING, "moveTo") + text(" ist bezahlbar."),
    ],
)
def test_a_wording_moved_into_another_is_one_statement_that_names_both(come: str) -> None:
    one = only(reviewed(rows(moved(WORDING, "moveFrom"), come, words(3)), GOALS))
    assert (one.kind, one.element, one.old, one.author) == ("moved", "EZ01", WORDING, "Anna Amt")
    assert (one.after, one.parent) == ("EZ02", "PZ01")
    assert WORDING in one.new
    assert "Mittagessen" in one.new
    assert not one.applicable
    assert one.deleted == len(WORDING)
    assert len(WORDING) <= one.inserted <= len(WORDING) + 1


def test_a_wording_cut_out_and_put_into_another_without_tracking_is_one_statement() -> None:
    body = rows(text(""), text(f"Das Mittagessen ist bezahlbar. {WORDING}"), words(3))
    one = only(reviewed(body, GOALS))
    assert (one.kind, one.element, one.after) == ("moved", "EZ01", "EZ02")


def test_a_wording_moved_into_one_that_changed_besides_is_two_questions() -> None:
    come = text("Das ") + inserted("gute ") + text("Mittagessen ist bezahlbar.")
    come += moved(" " + WORDING, "moveTo")
    found = reviewed(rows(moved(WORDING, "moveFrom"), come, words(3)), GOALS).statements
    assert [(one.kind, one.element) for one in found] == [
        ("reworded", "EZ01"),
        ("reworded", "EZ02"),
    ]
    assert not any(one.applicable for one in found)


def test_words_moved_by_different_people_are_not_one_move() -> None:
    come = words(2) + moved(" " + WORDING, "moveTo", "Bert")
    found = reviewed(rows(moved(WORDING, "moveFrom"), come, words(3)), GOALS).statements
    assert [one.author for one in found] == ["Anna Amt", "Bert"]


def test_who_words_anew_what_another_moves_away_is_in_conflict() -> None:
    away = rows(moved(WORDING, "moveFrom"), words(2) + moved(" " + WORDING, "moveTo"), words(3))
    anew = rows(text("Jede Schule hat ein gutes Konzept."), words(2), words(3))
    one, other = reviewed_all([("a.docx", away), ("b.docx", anew)], GOALS).statements
    assert one.conflicts == (other.id,)
    assert other.conflicts == (one.id,)


def test_the_sums_count_what_stands_in_the_marks_spaces_and_all() -> None:
    content = (
        text("Jede ") + inserted("sehr gute ") + text("Schule hat ein") + deleted(" Konzept")
        + inserted("  Leitbild") + text(".")
    )  # fmt: skip
    (file,) = reviewed(rows(content, words(2), words(3) + deleted(" ")), GOALS).files
    assert (file.inserted, file.deleted, file.unplaced) == (10 + 10, 8 + 1, 0)


def test_what_one_wrote_anew_and_another_changed_was_never_printed() -> None:
    first, second, third = (text(one.text) for one in printed(*TEXT))
    new = by("Anna", text("Ein neuer "), "ins") + inserted(
        "kurzer ", "Bert", "2026-11-25T08:00:00Z"
    )
    new += by("Anna", text("Absatz."), "ins")
    mark = f"<w:ins {BY.replace('Anna Amt', 'Anna')}/>"
    body = paragraph(first) + paragraph(new, mark) + paragraph(second) + paragraph(third)
    added, changed = reviewed(body, TEXT).statements
    assert (added.kind, added.old, added.new) == ("added", "", "Ein neuer Absatz.")
    assert (changed.old, changed.new) == ("", "Ein neuer kurzer Absatz.")
    assert changed.upon == added.new


@pytest.mark.parametrize(
    ("label", "behind", "parent", "after"),
    [
        ("Ergebnisziel", "EZ01", "PZ01", "EZ01"),
        ("Ergebnisziel", "PZ01", "PZ01", None),
        ("Prozessziel", "EZ03", "LZ01", "PZ01"),
        ("Leitziel", "EZ03", "HF1", "LZ01"),
        ("ohne Bezeichnung", "EZ03", "PZ01", "EZ03"),
    ],
)
def test_a_new_row_says_below_and_behind_which_element_it_stands(
    label: str, behind: str, parent: str, after: str | None
) -> None:
    labels = {"LZ": "Leitziel", "PZ": "Prozessziel", "EZ": "Ergebnisziel"}
    known = [(i, labels[i[:2]], f"Der Wortlaut von {i}.") for i in ("LZ01", "PZ01", "EZ01", "EZ03")]
    content = []
    for identity, of, words in known:
        content.append(goal_row(identity, text(words), label=of))
        if identity == behind:
            content.append(goal_row("neu", text("Ganz neu."), f"<w:ins {BY}/>", label))
    prints = [one for identity, of, words in known for one in goal(identity, words, of)]
    one = only(reviewed(table(*content), prints))
    assert (one.kind, one.element, one.parent, one.after) == ("added", None, parent, after)


def test_a_row_moved_says_below_and_behind_which_element_it_stands_now() -> None:
    prints = [*GOALS, *goal("PZ02", "Ein anderes Prozessziel.", "Prozessziel")]
    last = goal_row("PZ02", text("Ein anderes Prozessziel."), label="Prozessziel")
    body = table(
        goal_row("EZ02", words(2)), goal_row("EZ03", words(3)), last, goal_row("EZ01", words(1))
    )
    one = only(reviewed(body, prints))
    assert (one.kind, one.element, one.parent, one.after) == ("moved", "EZ01", "PZ02", None)


def test_a_new_paragraph_stands_below_its_text() -> None:
    first, second, third = (text(one.text) for one in printed(*TEXT))
    new = paragraph(text("Ein neuer Absatz."))
    one = only(reviewed(paragraph(first) + new + paragraph(second) + paragraph(third), TEXT))
    assert (one.element, one.parent, one.after) == ("fazit", "fazit", None)
    assert one.address is not None
    assert one.address.index == 1


NOTED = [
    prose("Die Umsetzung dauert zwei bis fünf Jahre.", 0),
    PrintedParagraph(" Vgl. BMAS 2017.", Address("fazit", "inhalt", "vor", 0), 1),
    PrintedParagraph(" Vgl. BMAS 2021.", Address("fazit", "inhalt", "vor", 0), 2),
    prose("Der Beirat begleitet sie mit Rat und Tat.", 1),
    PrintedParagraph(" Satzung des Beirats.", Address("fazit", "inhalt", "vor", 1), 3),
    prose("Am Ende steht ein Bericht an den Kreistag.", 2),
]
NOTE_TEXTS = "".join(
    f'<w:footnote w:id="{n}">{paragraph(text(words))}</w:footnote>'
    for n, words in enumerate((" Vgl. BMAS 2017.", " Vgl. BMAS 2021.", " Satzung des Beirats."), 1)
)


def noted(*numbers: int) -> str:
    return "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in numbers)


@pytest.mark.parametrize("changed", ["", inserted(" Immer.")])
def test_joining_paragraphs_with_notes_is_one_statement_and_leaves_the_notes(changed: str) -> None:
    first, second, third = (text(one[0]) for one in TEXT)
    mark = f"<w:del {BY}/>"
    body = (
        paragraph(first + noted(1, 2) + changed, mark)
        + paragraph(second + noted(3))
        + paragraph(third)
    )
    one = only(reviewed(body, NOTED, footnotes=NOTE_TEXTS))
    assert (one.kind, one.address) == ("merged", TEXT[0][1])


def test_joining_three_paragraphs_with_notes_is_one_statement() -> None:
    first, second, third = (text(one[0]) for one in TEXT)
    mark = f"<w:del {BY}/>"
    body = paragraph(first + noted(1, 2), mark) + paragraph(second + noted(3), mark)
    one = only(reviewed(body + paragraph(third), NOTED, footnotes=NOTE_TEXTS))
    assert (one.kind, one.old.count("\n")) == ("merged", 2)


def test_a_paragraph_taken_out_with_its_end_and_its_note_leaves_the_next_one() -> None:
    first, _, third = (text(one[0]) for one in TEXT)
    sign = noted(3).replace("<w:r>", f"<w:del {BY}><w:r>").replace("</w:r>", "</w:r></w:del>")
    body = (
        paragraph(first + noted(1, 2))
        + paragraph(deleted(TEXT[1][0]) + sign, f"<w:del {BY}/>")
        + paragraph(third)
    )
    found = reviewed(body, NOTED, footnotes=NOTE_TEXTS).statements
    assert {(one.kind, one.old) for one in found} == {
        ("removed", TEXT[1][0]), ("removed", " Satzung des Beirats."),
    }  # fmt: skip


def test_who_splits_what_another_worded_anew_does_not_keep_that_from_being_taken_over() -> None:
    mark = '<w:ins w:id="8" w:author="Bert" w:date="2026-11-25T08:00:00Z"/>'
    first = paragraph(text("Jede ") + by("Anna", text("gute "), "ins") + text("Schule hat"), mark)
    body = table(
        row(paragraph(text("Ergebnisziel")), paragraph(text("EZ01")),
            first + paragraph(text(" ein Konzept."))),
        goal_row("EZ02", words(2)), goal_row("EZ03", words(3)),
    )  # fmt: skip
    anew, split = reviewed(body, GOALS).statements
    assert (anew.author, anew.kind, anew.applicable) == ("Anna", "reworded", True)
    assert not anew.mixed
    assert (split.author, split.kind, split.old) == ("Bert", "split", WORDING)
    assert split.upon == anew.new
