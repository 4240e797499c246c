"""Each kind of hint is asked about in a sentence of its own that says what to write."""

from typing import get_args

import pytest

from generator.compare.hints import Hint, HintKind, NamingField
from generator.questions import question

ASKED: dict[HintKind, tuple[Hint, str]] = {
    "merge": (
        Hint("merge", ("M1", "M2", "M3"), ("M9",)),
        "M9 fasst vermutlich M1, M2 und M3 zusammen; ist das so, bei M9 «ersetzt: [M1, M2, M3]» "
        "eintragen.",
    ),
    "split": (
        Hint("split", ("M1",), ("M8", "M9")),
        "M8 und M9 gehen vermutlich aus M1 hervor; ist das so, bei beiden «ersetzt: [M1]» eintragen.",
    ),
    "successor": (
        Hint("successor", ("M1",), ("M9",)),
        "M9 geht vermutlich aus M1 hervor; ist das so, bei M9 «ersetzt: [M1]» eintragen.",
    ),
    "same_wording": (
        Hint("same_wording", ("M1",), ("M9",)),
        "M9 hat fast den Wortlaut von M1, das entfällt; ist es dasselbe, die Kennung M1 behalten, "
        "sonst bei M9 «ersetzt: [M1]» eintragen.",
    ),
    "other_level": (
        Hint("other_level", ("M1",), ("M9",)),
        "M9 hat fast den Wortlaut von M1, das entfällt, steht aber auf einer anderen Stufe; ist es "
        "dasselbe, bei M9 «ersetzt: [M1]» eintragen.",
    ),
    "part": (
        Hint("part", ("M1",), ("M9",)),
        "M9 übernimmt vermutlich einen Teil von M1; ist das so, bei M9 «ersetzt: [M1]» eintragen.",
    ),
    "absorbed": (
        Hint("absorbed", ("M1",), ("M2",)),
        "M2 nimmt vermutlich M1 auf, das entfällt; ist das so, bei M2 «ersetzt: [M1]» eintragen.",
    ),
    "taken_over": (
        Hint("taken_over", ("M1",), ("Z2",)),
        "Z2 hat jetzt den Wortlaut, den M1 hatte, das entfällt und auf einer anderen Stufe stand; ist "
        "es dasselbe, bei Z2 «ersetzt: [M1]» eintragen.",
    ),
    "taken_away": (
        Hint("taken_away", ("M1",), ("Z9",)),
        "Z9 hat den Wortlaut, den M1 auf einer anderen Stufe hatte; ist es dasselbe, mit der Kennung "
        "M1 dorthin verschieben, sonst bei Z9 «ersetzt: [M1]» eintragen.",
    ),
    "swapped": (
        Hint("swapped", ("M1",), ("M2",)),
        "M2 hat jetzt den Wortlaut, den M1 hatte; sind die Kennungen vertauscht, jedem Wortlaut seine "
        "Kennung zurückgeben.",
    ),
    "another": (
        Hint("another", ("M1",), ("M1",)),
        "M1 hat einen Wortlaut, der mit dem bisherigen kein Wort gemeinsam hat; ist es etwas anderes, "
        "ihm eine neue Kennung geben und M1 entfallen lassen.",
    ),
}


@pytest.mark.parametrize("kind", get_args(HintKind))
def test_every_kind_of_hint_is_asked_about(kind: HintKind) -> None:
    hint, sentence = ASKED[kind]
    assert question(hint) == sentence


def test_of_more_than_two_heirs_all_would_say_it() -> None:
    asked = question(Hint("split", ("M1",), ("M7", "M8", "M9")))
    assert asked.startswith("M7, M8 und M9 gehen vermutlich aus M1 hervor; ist das so, bei allen ")


NAMED: dict[NamingField, tuple[str, str, str]] = {
    "text": ("den Wortlaut, den", "jedem Wortlaut seine", "einen Wortlaut, der mit dem bisherigen"),
    "titel": ("den Titel, den", "jedem Titel seine", "einen Titel, der mit dem bisherigen"),
    "name": ("den Namen, den", "jedem Namen seine", "einen Namen, der mit dem bisherigen"),
    "bezeichnung": (
        "die Bezeichnung, die",
        "jeder Bezeichnung ihre",
        "eine Bezeichnung, die mit der bisherigen",
    ),
}


@pytest.mark.parametrize("naming", get_args(NamingField))
def test_the_field_whose_words_say_so_is_named_in_its_gender(naming: NamingField) -> None:
    those, each, unlike = NAMED[naming]
    assert question(Hint("swapped", ("a",), ("b",), naming)) == (
        f"b hat jetzt {those} a hatte; sind die Kennungen vertauscht, {each} Kennung zurückgeben."
    )
    assert question(Hint("another", ("a",), ("a",), naming)).startswith(f"a hat {unlike} kein Wort")


def test_an_id_that_looks_like_a_place_to_fill_in_is_told_as_it_is() -> None:
    assert question(Hint("successor", ("{heir}",), ("M{9}",))).startswith(
        "M{9} geht vermutlich aus {heir} hervor; "
    )
