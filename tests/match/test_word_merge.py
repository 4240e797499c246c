"""Edits of one wording are brought together word by word, or it is said that they cannot be."""

from __future__ import annotations

import pytest

from generator.match.normal_text import plain
from generator.match.word_merge import merged, tokens, typed

OLD = "Jede Schule hat bis 2028 ein Konzept."


@pytest.mark.parametrize(
    ("new", "current", "expected"),
    [
        ("Jede Schule hat bis 2030 ein Konzept.", OLD, "Jede Schule hat bis 2030 ein Konzept."),
        ("Jede Schule hat bis 2030 ein Konzept.", "Jede Kita hat bis 2028 ein Konzept.",
         "Jede Kita hat bis 2030 ein Konzept."),
        ("Jede Schule hat bis 2030 ein Konzept.", "Jede Schule hat bis 2029 ein Konzept.", None),
        ("Jede Schule hat bis 2030 ein Konzept.", "Jede Schule hat bis 2030 ein Konzept.",
         "Jede Schule hat bis 2030 ein Konzept."),
        ("Jede Schule hat ein Konzept.", "Jede Schule hat bis 2028 ein gutes Konzept.",
         "Jede Schule hat ein gutes Konzept."),
        ("Jede Schule hat bis 2028 ein Konzept und ein Leitbild.", "Alle Schulen haben bis 2028 ein Konzept.",
         "Alle Schulen haben bis 2028 ein Konzept und ein Leitbild."),
        (OLD, "Etwas ganz anderes.", "Etwas ganz anderes."),
    ],
)  # fmt: skip
def test_a_change_is_made_on_what_the_wording_is_now(
    new: str, current: str, expected: str | None
) -> None:
    assert merged(OLD, new, current) == expected


def test_what_was_printed_around_a_wording_does_not_get_into_it() -> None:
    printed, changed = f"Wortlaut: {OLD}", "Wortlaut: Jede Schule hat bis 2030 ein Konzept."
    assert merged(printed, changed, OLD) == "Jede Schule hat bis 2030 ein Konzept."


def test_made_twice_changes_nothing() -> None:
    new = "Jede gute Schule hat bis 2030 ein Konzept."
    once = merged(OLD, new, "Jede Schule hat bis 2028 ein langes Konzept.")
    assert once == "Jede gute Schule hat bis 2030 ein langes Konzept."
    assert merged(OLD, new, once) == once


@pytest.mark.parametrize(
    "text", ["", "Ein Wort", "„Hallo“, z. B. (re-)integriert: 13.964 €!", "  viel   Raum \n hier"]
)
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == plain(text)


def test_typed_words_are_counted_with_the_space_before_them() -> None:
    assert typed("Alle Kinder lernen.", "Alle jungen Menschen lernen viel.") == (
        len(" jungen Menschen") + len(" viel"),
        len(" Kinder"),
    )
    assert typed("ein  Wort", "ein Wort ") == (0, 0)
