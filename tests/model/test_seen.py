"""What a reader sees of a text, and what of a file is folded."""

import pytest

from generator.model.goal import Ziel
from generator.model.seen import as_seen, folded, place, seen
from generator.model.text import Prosatext


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 Leitziele für alle", "12 Leitziele für alle"),
        ("12\u00a0Leit\u00adziele", "12 Leitziele"),
        ("19.000\u202f€, z.\u2009B. 1\u2007000", "19.000 €, z. B. 1 000"),
        ("\ufeffbe\u200bid\u200cse\u200dit\u2060ig\u200e", "beidseitig"),
        ("Ilm\u2011Kreis, Ost\u2010West – so", "Ilm-Kreis, Ost-West – so"),
        ("S.&nbsp;5 &amp; mehr", "S.&nbsp;5 &amp; mehr"),
    ],
)
def test_every_space_is_a_space_and_what_has_no_width_is_not_there(
    text: str, expected: str
) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S.&nbsp;5 &#160;&#xA0;&thinsp;6", "S. 5    6"),
        ("weich&shy;trennbar&ZeroWidthSpace;", "weichtrennbar"),
        ("&lt;b&gt; &auml; R&D; AT&T", "&lt;b&gt; &auml; R&D; AT&T"),
    ],
)
def test_in_markdown_only_entities_of_such_signs_count_as_them(text: str, expected: str) -> None:
    assert seen(text, markdown=True) == expected


@pytest.mark.parametrize("raw", ["Es\u00a0sind 13\u200b Leit\u00adzie&shy;le, 5&nbsp;km weit.", "nichts", "\ufeff\u00adA"])  # fmt: skip
def test_every_character_that_is_seen_is_found_in_the_file(raw: str) -> None:
    shown = seen(raw, markdown=True)
    for offset, sign in enumerate(shown):
        at = place(raw, offset)
        assert raw[at] == sign or seen(raw[at:], markdown=True).startswith(sign)
        assert seen(raw[:at], markdown=True) == shown[:offset]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ein\n  Satz\tmit  Wörtern ", "Ein Satz mit Wörtern"),
        (
            "Nach\n§\u00a05 \u202f und\u2009so\u2028weiter",
            "Nach §\u00a05 \u202f und\u2009so weiter",
        ),
        ("\u00a0 vorn und hinten\u00a0", "vorn und hinten"),
        ("\u200b\u00ad", ""),
    ],
)
def test_white_space_of_a_file_is_folded_and_what_is_set_on_purpose_stays(
    text: str, expected: str
) -> None:
    assert folded(text) == expected


def test_a_record_is_seen_with_all_that_is_in_it() -> None:
    below = Ziel(id="PZ1", stufe="prozessziele", text="Zwei\u00a0Wege", kinder=())
    goal = Ziel(id="LZ1", stufe="leitziele", text="Weich\u00adtrennbar", kinder=(below,))
    shown = as_seen(goal)
    assert (shown.text, shown.kinder[0].text) == ("Weichtrennbar", "Zwei Wege")
    assert as_seen(Prosatext(id="LZ1", inhalt="3&nbsp;km")).inhalt == "3 km"
    assert as_seen(shown) == shown
