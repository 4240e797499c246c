"""An edit counts as made only where its wording is printed at its places and nothing else changed."""

from __future__ import annotations

import pytest

from generator.model.address import Address
from generator.render.formats.docx.printed_map import PrintedMap, PrintedParagraph
from generator.reviewing.edit_proof import Edits, unproven

WORDING, NEW = "Jede Schule hat ein Konzept.", "Jede Schule hat ein Leitbild."
EZ01, EZ02 = Address("EZ01", "text"), Address("EZ02", "text")
WORDINGS = {("EZ01", "text"): (WORDING, NEW)}
EDITS = Edits(WORDINGS)


def print_of(*entries: tuple[str, Address | None]) -> PrintedMap:
    paragraphs = tuple(PrintedParagraph(text, address) for text, address in entries)
    return PrintedMap("strategie", "2020", "4f", "", paragraphs)


BEFORE = print_of(
    ("Stand 2026", None), (WORDING, EZ01.again("uebersicht")), (WORDING, EZ01), ("Bleibt.", EZ02)
)


def after(computed: str, again: str, main: str, other: str) -> PrintedMap:
    return print_of(
        (computed, None), (again, EZ01.again("uebersicht")), (main, EZ01), (other, EZ02)
    )


def test_the_new_wording_at_every_place_and_computed_text_that_follows_is_proof() -> None:
    assert unproven(BEFORE, after("Stand 2027", NEW, NEW, "Bleibt."), EDITS) == set()


@pytest.mark.parametrize(
    "print_after",
    [
        after("Stand 2026", NEW, WORDING, "Bleibt."),
        after("Stand 2026", WORDING, NEW, "Bleibt."),
        after("Stand 2026", NEW, NEW, "Bleibt nicht."),
        after("Stand 2026", NEW, "Jede Schule hat ein Leitbild!", "Bleibt."),
        print_of((NEW, EZ01), ("Bleibt.", EZ02)),
        print_of(),
        None,
    ],
)
def test_anything_else_is_not(print_after: PrintedMap | None) -> None:
    assert unproven(BEFORE, print_after, EDITS) == {("EZ01", "text")}


def test_only_the_edit_that_failed_is_named() -> None:
    edits = Edits(WORDINGS | {("EZ02", "text"): ("Bleibt.", "Geht.")})
    assert unproven(BEFORE, after("Stand 2026", NEW, NEW, "Bleibt."), edits) == {("EZ02", "text")}


def test_an_edit_of_what_is_printed_nowhere_is_not_proven() -> None:
    edits = Edits(WORDINGS | {("EZ77", "text"): ("Alt.", "Neu.")})
    assert unproven(BEFORE, after("Stand 2026", NEW, NEW, "Bleibt."), edits) == {("EZ77", "text")}


def test_words_printed_around_a_wording_stay() -> None:
    before = print_of((f"Prüfvermerk: {WORDING} (neu)", EZ01))
    now = print_of((f"Prüfvermerk: {NEW} (neu)", EZ01))
    assert unproven(before, now, EDITS) == set()


@pytest.mark.parametrize(("author", "proven"), [("Amt B", True), ("Amt C", False)])
def test_two_edits_of_one_line_are_proven_together(author: str, proven: bool) -> None:
    """A work is printed in one line with its author and its title."""
    work = Address("werk", "titel")
    edits = Edits(
        {("werk", "titel"): ("Zahlen", "Neue Zahlen")},
        others={("werk", "herausgeber")},
        beside={("werk", "herausgeber"): ("Amt A", "Amt B")},
    )
    before = print_of(("Amt A (Hrsg.): Zahlen.", work))
    made = print_of((f"{author} (Hrsg.): Neue Zahlen.", work))
    assert unproven(before, made, edits) == (set() if proven else {("werk", "titel")})
