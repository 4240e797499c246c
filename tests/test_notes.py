"""What a build says of parts that only the size of the strategy decides on."""

from generator.notes import on_parts
from tests.render.documents.test_parts import county


def test_a_short_strategy_is_told_what_it_goes_without_and_where_to_change_that() -> None:
    (said,) = on_parts(county(5), None)
    assert said.startswith("Die Strategie ist kurz (6 Elemente, bis 60)")
    assert said.split(": ")[1].startswith("Auf einen Blick, Übersicht, Zuständigkeitsmatrix, ")
    assert ", Abbildungsverzeichnis, Tabellenverzeichnis. " in said
    assert said.endswith("Unter «teile» in strategy.yaml lässt es sich festlegen.")


def test_only_what_nobody_decided_is_told() -> None:
    (said,) = on_parts(county(5, uebersicht="drucken", auf_einen_blick="weglassen"), None)
    assert "Übersicht" not in said
    assert "Auf einen Blick" not in said
    assert not list(on_parts(county(5, uebrige="weglassen"), None))


def test_who_grows_beyond_the_line_is_told_what_is_new() -> None:
    (said,) = on_parts(county(70), county(50))
    assert "nicht mehr kurz (71 Elemente, mehr als 60)" in said
    assert "gibt es nun: Auf einen Blick, " in said
    assert not list(on_parts(county(70), county(80)))
    assert not list(on_parts(county(70), None))
