"""What reading makes even: forms of letters, line ends, line breaks inside paragraphs."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.read.decode import MORE, MOST, decode
from generator.read.texts import unwrap

SIGNS = st.text("aZ äß„“–…€é\n\r\ufeff\u0301\u00a0\u200b\u0421", max_size=40)


@given(SIGNS)
@example("„Kinder“ – für alle\n")
@example("a\u0301\n")
def test_every_text_comes_out_in_normal_form_with_one_kind_of_line_end(text: str) -> None:
    decoded = decode("texts/PZ01.md", text.encode())
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decoded.text == unicodedata.normalize("NFC", plain)
    assert decoded.even == all(sign == "\n" or sign.isprintable() for sign in decoded.text)
    assert not decoded.findings


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Die Ordnung gilt ab dem\n1. Januar 2027 für alle.", "Die Ordnung gilt ab dem 1. Januar 2027 für alle."),
        ("Gefördert wird ab der\n5. Klasse.", "Gefördert wird ab der 5. Klasse."),
        ("Es gilt:\n1. erstens\n2. zweitens", "Es gilt:\n1. erstens\n2. zweitens"),
        ("Es gilt:\n\n1. erstens\nund mehr\n2. zweitens", "Es gilt:\n\n1. erstens und mehr\n2. zweitens"),
        ("Es gilt ab:\n1. Mai 2026", "Es gilt ab: 1. Mai 2026"),
    ],
)  # fmt: skip
def test_a_number_at_the_start_of_a_wrapped_line_begins_no_list(body: str, read: str) -> None:
    assert unwrap(body) == read


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("Landratsamt  \nPostfach\nArnstadt", "Landratsamt  \nPostfach Arnstadt"),
        ("Landratsamt\nArnstadt  \nPostfach", "Landratsamt Arnstadt  \nPostfach"),
        ("Landratsamt\nArnstadt \t  \nPostfach  \nTelefon", "Landratsamt Arnstadt  \nPostfach  \nTelefon"),
        ("Landratsamt\nArnstadt\\\nPostfach\\ \nTelefon", "Landratsamt Arnstadt\\\nPostfach\\\nTelefon"),
        ("- Landratsamt\n  Arnstadt  \n  Postfach", "- Landratsamt Arnstadt  \n  Postfach"),
    ],
)  # fmt: skip
def test_a_line_break_typed_on_purpose_stays_whichever_line_of_a_paragraph_it_ends(
    body: str, read: str
) -> None:
    assert unwrap(body) == read
    assert unwrap(read) == read


@pytest.mark.parametrize(
    ("number", "told"), [(1, 1), (MOST, MOST), (MOST + 1, MOST), (MOST + 5, MOST)]
)
def test_a_file_with_many_signs_of_a_kind_tells_of_the_first_and_that_there_are_more(
    number: int, told: int
) -> None:
    findings = decode("texts/PZ01.md", b"a\x02\n" * number).findings
    assert len(findings) == told
    assert findings[-1].message.endswith(MORE) == (number > MOST)
