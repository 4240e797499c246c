"""An edition is called as a folder can be called on every machine."""

import pytest

from generator.edition_name import edition_name
from generator.errors import GeneratorError


@pytest.mark.parametrize(
    "name", ["2027", "2027-entwurf", "v1.2", "Con2027", "console", "com", "COM10", "lpt-1", "nul_1"]
)
def test_a_name_that_every_machine_knows_is_taken(name: str) -> None:
    assert edition_name(name) == name


@pytest.mark.parametrize(
    "name",
    ["CON", "con", "Prn", "AUX", "nul", "COM1", "com9", "LPT1", "lpt0", "con.2027", "NUL.a.b",
     "2027.", "2027..", "a."],
)  # fmt: skip
def test_a_name_that_windows_cannot_have_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(GeneratorError, match="unter Windows kein Ordner") as raised:
        edition_name(name)
    assert f"«{name}»" in raised.value.message
    assert raised.value.hint


@pytest.mark.parametrize(
    "name", ["", "../2027", "Fassung 1", "über", ".2027", "a/b", "a" * 41, "2027 "]
)
def test_signs_that_are_not_allowed_are_refused(name: str) -> None:
    with pytest.raises(GeneratorError, match="als Name einer Fassung nicht möglich"):
        edition_name(name)
