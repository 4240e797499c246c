"""Words of the command line become a body and levels, or one German sentence."""

import pytest

from generator.errors import GeneratorError
from generator.starting.wishes import body, levels


@pytest.mark.parametrize(
    ("name", "art", "gremium", "expected"),
    [
        (None, None, None, ("Gemeinde Musterdorf", "gemeinde", "Gemeinderat", "Gemeindeverwaltung")),
        (None, "landkreis", None, ("Landkreis Musterland", "landkreis", "Kreistag", "Landratsamt")),
        ("Stadt Ilmenau", None, None, ("Stadt Ilmenau", "stadt", "Stadtrat", "Stadtverwaltung")),
        ("Hansestadt  Rostock", None, "Bürgerschaft", ("Hansestadt Rostock", "stadt", "Bürgerschaft", "Stadtverwaltung")),
        ("Ilm-Kreis", None, None, ("Ilm-Kreis", "landkreis", "Kreistag", "Landratsamt")),
        ("Markt Bibart", None, None, ("Markt Bibart", "gemeinde", "Gemeinderat", "Gemeindeverwaltung")),
        ("Zweckverband Wasser", None, None, ("Zweckverband Wasser", "verband", "Verbandsversammlung", "Geschäftsstelle")),
        ("Jena", "STADT", None, ("Jena", "stadt", "Stadtrat", "Stadtverwaltung")),
    ],
)  # fmt: skip
def test_what_nobody_says_of_a_body_is_what_is_usual_for_its_kind(
    name: str | None, art: str | None, gremium: str | None, expected: tuple[str, ...]
) -> None:
    made = body(name, art, gremium)
    assert (made.name, made.art, made.gremium, made.verwaltung) == expected


@pytest.mark.parametrize(
    ("name", "art", "said"),
    [("Jena", None, "«Jena» sagt nicht"), ("Jena", "bezirk", "Eine Art «bezirk»")],
)
def test_a_kind_of_body_is_never_guessed(name: str, art: str | None, said: str) -> None:
    with pytest.raises(GeneratorError, match=said) as refused:
        body(name, art, None)
    assert "landkreis, stadt, gemeinde, verband" in refused.value.hint


def test_levels_have_keys_plurals_and_prefixes_of_their_own() -> None:
    made = levels(["Leitziel", "Leitlinie", "Maßnahme", "Leuchtturm/Leuchttürme", "Leiter/Leitern"])
    assert [(s.schluessel, s.mehrzahl, s.praefix) for s in made] == [
        ("leitziele", "Leitziele", "LZ"), ("leitlinien", "Leitlinien", "LE"),
        ("massnahmen", "Maßnahmen", "MA"), ("leuchttuerme", "Leuchttürme", "LU"),
        ("leitern", "Leitern", "LI"),
    ]  # fmt: skip
    assert [s.traegt for s in made] == [(), (), (), (), ("zustaendigkeit", "umsetzungsstand")]


def test_a_prefix_is_none_of_those_that_other_elements_have() -> None:
    made = levels(["Handlungsfaden/Handlungsfäden", "Themenheft/Themenhefte", "Empore/Emporen"])
    assert not {s.praefix for s in made} & {"HF", "TH", "EM"}


def test_without_words_there_are_the_usual_three_levels() -> None:
    assert [s.name for s in levels([])] == ["Leitziel", "Prozessziel", "Ergebnisziel"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Leuchtturm"], "Die Mehrzahl von «Leuchtturm» ist nicht bekannt"),
        (["Ziel", "Leuchtturm/"], "Die Mehrzahl von «Leuchtturm»"),
        (["/Türme"], "Die Mehrzahl von"),
        (["a/b/c"], "Die Mehrzahl von «a»"),
        (["Ziel", "Ziel"], "zweimal genannt"),
        (["Ziel/Dinge", "Sache/Dinge"], "zweimal genannt"),
        (["Ziel"] * 6, "höchstens 5"),
        (["1. Ziel/1. Ziele"], "als Name einer Stufe nicht möglich"),
        (["Цель/Цели"], "als Name einer Stufe nicht möglich"),
        (["X" * 60 + "ziel"], "als Name einer Stufe nicht möglich"),
    ],
)
def test_what_cannot_be_levels_is_refused_with_its_reason(words: list[str], said: str) -> None:
    with pytest.raises(GeneratorError, match=said):
        levels(words)
