"""German number words and printed digits, and what only looks like them."""

import pytest

from generator.checks.counting.numerals import number


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("dreiundzwanzig", 23),
        ("Zwölf", 12),
        ("zwoelf", 12),
        ("dreissig", 30),
        ("einundzwanzig", 21),
        ("hundert", 100),
        ("hunderteins", 101),
        ("einhundertundelf", 111),
        ("neunhundertneunundneunzig", 999),
        ("dreier", 3),
        ("13", 13),
        ("2.950", 2950),
        ("123.456", 123456),
        ("1234.567", None),
        ("12.34", None),
        ("1899", 1899),
        ("1900", None),
        ("2100", None),
        ("2101", 2101),
        ("0", 0),
        ("ein", None),
        ("eins", None),
        ("2018", None),
        ("4.2", None),
        ("13,2", None),
        ("007", None),
        ("Dreirad", None),
        ("hundertfach", None),
        ("dritte", None),
    ],
)
def test_german_numbers_are_read(word: str, value: int | None) -> None:
    assert number(word) == value
