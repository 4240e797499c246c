"""A list of goals as it is pasted is read by its indentation, and nothing of it is lost."""

import pytest

from generator.errors import GeneratorError
from generator.starting.goal_list import listed_fields


def read(text: str, depth: int = 3) -> list[tuple[str, list[tuple[int, str]]]]:
    fields = listed_fields("ziele.txt", text.encode(), depth)
    return [(one.title, [(goal.depth, goal.text) for goal in one.goals]) for one in fields]


PLAIN = [("", [(0, "Alle finden Arbeit"), (1, "Beratung ausbauen"), (2, "Zwei Stellen"), (1, "Kurse"), (0, "Alle wohnen gut")])]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Alle finden Arbeit\n  Beratung ausbauen\n    Zwei Stellen\n  Kurse\nAlle wohnen gut\n",
        "- Alle finden Arbeit\n\t- Beratung ausbauen\n\t\t- Zwei Stellen\n\t- Kurse\n- Alle wohnen gut",
        "• Alle finden Arbeit\r\n   o Beratung ausbauen\r\n      ▪ Zwei  Stellen\r\n   o Kurse\r\n• Alle wohnen gut",
        "1. Alle finden Arbeit\n  1.1 Beratung ausbauen\n    1.1.1 Zwei Stellen\n  1.2 Kurse\n2. Alle wohnen gut",
        "\ufeff  Alle finden Arbeit\n\n      Beratung ausbauen\n       Zwei Stellen\n      Kurse\n  Alle wohnen gut",
    ],
)  # fmt: skip
def test_what_is_indented_stands_below_whatever_marks_the_list_has(text: str) -> None:
    assert read(text) == PLAIN


def test_numbers_of_a_single_line_belong_to_its_words() -> None:
    assert read("2030 ist der Kreis barrierefrei\nAlle wohnen gut") == [
        ("", [(0, "2030 ist der Kreis barrierefrei"), (0, "Alle wohnen gut")])
    ]


def test_spaces_that_hold_words_together_stay() -> None:
    assert read("# § 5  und\nNach  §\u00a05 fördern") == [
        ("§ 5 und", [(0, "Nach §\u00a05 fördern")])
    ]


def test_a_line_with_a_hash_names_a_handlungsfeld() -> None:
    text = "Über allem\n# Arbeit\nAlle finden Arbeit\n## Wohnen\n  Alle wohnen gut\n  #1 bleibt"
    assert read(text) == [
        ("", [(0, "Über allem")]),
        ("Arbeit", [(0, "Alle finden Arbeit")]),
        ("Wohnen", [(0, "Alle wohnen gut"), (0, "#1 bleibt")]),
    ]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("A\n  B\n    C", 3, "steht auf Ebene 3, die Strategie hat 2 Stufen"),
        ("  A\nB", 2, "weiter links als die erste"),
        ("A\n#\nB", 2, "fehlt der Name des Handlungsfelds"),
        ("A\n- ", 2, "nennt kein Ziel"),
    ],
)
def test_what_a_list_cannot_mean_is_named_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(GeneratorError, match=f"ziele.txt:{line}: .*{said}"):
        read(text, 2)


@pytest.mark.parametrize("text", ["", "\n \n", "# Arbeit\n"])
def test_a_list_without_a_goal_is_none(text: str) -> None:
    with pytest.raises(GeneratorError, match="steht kein Ziel"):
        read(text)


@pytest.mark.parametrize(
    "data",
    ["Maße".encode("cp1252"), "Maße".encode("utf-16"), b"PK\x03\x04 docx", b"Ziel \x07 Klang"],
)
def test_what_is_no_text_in_utf_8_is_refused(data: bytes) -> None:
    with pytest.raises(GeneratorError, match=r"ziele\.txt:1: "):
        listed_fields("ziele.txt", data, 3)
