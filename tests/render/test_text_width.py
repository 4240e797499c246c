"""Text widths: layout without font files agrees with the fonts themselves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from generator.model.strategy import Strategy
from generator.render.text_width import width, wrap

FONTS = Path(__file__).parents[2] / "templates" / "fonts"


@pytest.mark.parametrize(("bold", "face"), [(False, "Regular"), (True, "Bold")])
def test_the_widths_are_those_of_the_bundled_font(edition: Strategy, bold: bool, face: str) -> None:
    font = ImageFont.truetype(
        str(FONTS / f"LiberationSans-{face}.ttf"), 2048, layout_engine=ImageFont.Layout.BASIC
    )
    for goal in edition.goals():
        kerned = font.getlength(goal.text) / 2048
        assert width(goal.text, 1.0, bold) == pytest.approx(kerned, rel=0.01)


@given(
    st.text(st.sampled_from("abcßäM-/ ") | st.characters(min_codepoint=33, max_codepoint=0x24F)),
    st.floats(8, 60),
    st.booleans(),
)
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(
    source: str, room: float, bold: bool
) -> None:
    source = " ".join(source.split())
    lines = wrap(source, room, 2.4, bold)
    assert all(width(line, 2.4, bold) <= room + 1e-6 for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == source.replace("-", "").replace(" ", "")


def test_the_first_line_leaves_room_for_what_stands_in_front() -> None:
    lines = wrap("Förderprogramme werden beachtet und genutzt.", 40, 3, first=38)
    assert lines[0] == ""
    assert " ".join(lines[1:]) == "Förderprogramme werden beachtet und genutzt."


def test_long_compounds_break_after_a_hyphen_before_they_are_cut() -> None:
    lines = wrap("Gleichstellungs-, Ausländer- und Sozialberichterstattungs-Konzept", 38, 3)
    assert "Sozialberichterstattungs-" in " ".join(lines)
    assert all(width(line, 3) <= 38 for line in lines)
