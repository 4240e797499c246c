"""What a program counts again is no reviewer's doing; what is typed beside or with marks is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from generator.model.review import Statement
from tests.match.returned import prose, reviewed
from tests.receive.word import deleted, inserted, paragraph, text

Field = Callable[[str, str], str]

PRINTED = "Mehr dazu in Punkt 4.5 und in Tabelle 3 auf Grund der Satzung."
BEFORE, BEHIND = prose("Vorher steht dies.", 0), prose("Nachher steht das.", 2)
PRINTS = [BEFORE, prose(PRINTED, 1), BEHIND]


def complex_field(instruction: str, result: str) -> str:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{separate}{result}{end}"


def simple_field(instruction: str, result: str) -> str:
    return f'<w:fldSimple w:instr=" {instruction} ">{result}</w:fldSimple>'


def told(content: str) -> Sequence[Statement]:
    around = [paragraph(text(words)) for words, _ in (BEFORE, BEHIND)]
    return reviewed(around[0] + paragraph(content) + around[1], PRINTS).statements


def line(
    field: Field, reference: str, number: str, typed: tuple[str, str, str] = ("", "", "")
) -> str:
    """The printed paragraph with results of its two fields, and words typed around them."""
    first, between, last = typed
    return (
        text(f"{first}Mehr dazu in Punkt ")
        + field(r"REF HF4 \\r \\h", reference)
        + text(f"{between} und in Tabelle ")
        + field("SEQ Tabelle \\* ARABIC", number)
        + text(f" auf Grund der Satzung{last}.")
    )


@pytest.mark.parametrize("field", [complex_field, simple_field])
@pytest.mark.parametrize(
    ("reference", "number"),
    [("4.5", "3"), ("4.4", "3"), ("4.4", "2"), ("Error: Reference source not found", "2"),
     ("Fehler! Verweisquelle konnte nicht gefunden werden.", "10"), ("12", "12"), ("3", "4.5")],
)  # fmt: skip
def test_results_that_a_program_set_anew_are_not_told(
    field: Field, reference: str, number: str
) -> None:
    assert told(line(field, text(reference), text(number))) == ()


@pytest.mark.parametrize("field", [complex_field, simple_field])
@pytest.mark.parametrize(
    "typed",
    [("Viel ", "", ""), ("", ", wie gesagt,", ""), ("", "", " von 2020"), ("A ", " B", " C")],
)
def test_words_typed_around_them_are_told_with_what_was_printed(
    field: Field, typed: tuple[str, str, str]
) -> None:
    (one,) = told(line(field, text("4.4"), text("17"), typed))
    first, between, last = typed
    assert one.old == PRINTED
    assert one.new == (
        f"{first}Mehr dazu in Punkt 4.5{between} und in Tabelle 3 auf Grund der Satzung{last}."
    )


@pytest.mark.parametrize("field", [complex_field, simple_field])
def test_words_with_marks_inside_a_result_are_told(field: Field) -> None:
    (one,) = told(line(field, text("4.4") + inserted(" bis 4.7"), text("2")))
    assert (one.author, one.old) == ("Anna Amt", PRINTED)
    assert one.new == PRINTED.replace("4.5", "4.5 bis 4.7")


@pytest.mark.parametrize("field", [complex_field, simple_field])
def test_words_typed_into_a_result_that_is_still_there_are_told(field: Field) -> None:
    (one,) = told(line(field, text("4.5 und folgende"), text("3")))
    assert one.new == PRINTED.replace("4.5", "4.5 und folgende")


def test_a_reference_taken_out_with_marks_is_told() -> None:
    gone = deleted("4.5")
    (one,) = told(line(complex_field, gone, text("2")))
    assert (one.old, one.new) == (PRINTED, PRINTED.replace("Punkt 4.5", "Punkt "))


@pytest.mark.parametrize("typed", ["\ue000", "Punkt \ue000 4"])
def test_a_sign_for_private_use_is_only_a_typed_sign(typed: str) -> None:
    content = line(complex_field, text("4.4"), text("3"), ("", f" {typed}", ""))
    (one,) = told(content)
    assert one.new == PRINTED.replace("4.5", f"4.5 {typed}")


@pytest.mark.parametrize("field", [complex_field, simple_field])
def test_results_in_header_and_footer_are_not_told(field: Field) -> None:
    frame = paragraph(text("Stand: ") + field("SAVEDATE", text("27.11.2026")))
    body = "".join(paragraph(text(words)) for words, _ in PRINTS)
    printed = ("Stand: 22.11.2026",)
    assert reviewed(body, PRINTS, frame=printed, header=frame, footer=frame).statements == ()
    more = paragraph(text("Neuer Stand: ") + field("SAVEDATE", text("27.11.2026")))
    (one,) = reviewed(body, PRINTS, frame=printed, header=more).statements
    assert (one.kind, one.new) == ("computed", "Neuer Stand: 22.11.2026")
