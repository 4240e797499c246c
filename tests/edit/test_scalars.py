"""A value is spelled as it was, word by word, and always so that it is read as it should be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.edit.scalars import ScalarSpot, respelled_scalar, spelled_key, spelled_scalar
from generator.errors import GeneratorError
from generator.finding import Severity
from generator.model.seen import folded
from generator.read.yaml_source import parse

KEY, ITEM, FLOW = ScalarSpot(2, 8, "text"), ScalarSpot(2, 4), ScalarSpot(2, 20, "text", flow=True)

# Spelled before, read before, wanted, spelled afterwards.
WORDS = {
    "plain": ("Alle lernen.", "Alle lernen.", "Alle lernen gut.", "Alle lernen gut."),
    "plain that needs quotes now": ("Alle lernen.", "Alle lernen.", "Alle: lernen.", '"Alle: lernen."'),
    "plain that would be a number": ("a", "a", "2018", '"2018"'),
    "plain that was one before": ("2017", "2017", "2018", "2018"),
    "double quotes": ('"Alle lernen."', "Alle lernen.", 'Alle "lernen".', '"Alle \\"lernen\\"."'),
    "single quotes": ("'Wie''s geht'", "Wie's geht", "Wie's heute geht's", "'Wie''s heute geht''s'"),
    "escapes stay where they were": (
        '"\\u00c4mter und \\"H\\u00e4user\\" bauen"', 'Ämter und "Häuser" bauen',
        'Ämter und "Häuser" planen', '"\\u00c4mter und \\"H\\u00e4user\\" planen"',
    ),
    "escaped white space is a gap": ('"Eins\\nzwei\\tdrei"', "Eins zwei drei", "Eins zwei vier", '"Eins\\nzwei\\tvier"'),
    "a backslash before an n is none": ('"C:\\\\nord und süd"', "C:\\nord und süd", "C:\\nord und west", '"C:\\\\nord und west"'),
    "folded": (
        ">-\n    Alle Kinder\n    lernen\n    gern.", "Alle Kinder lernen gern.",
        "Alle Kinder spielen gern.", ">-\n    Alle Kinder\n    spielen\n    gern.",
    ),
    "literal with a comment": (
        "| # Wortlaut\n    Alle Kinder\n    lernen.", "Alle Kinder lernen.",
        "Viele Kinder lernen.", "| # Wortlaut\n    Viele Kinder\n    lernen.",
    ),
    "an emptied line goes": (
        ">\n    Alle Kinder\n    lernen immer\n    gern.", "Alle Kinder lernen immer gern.",
        "Alle Kinder gern.", ">\n    Alle Kinder\n    gern.",
    ),
    "a word at the end of a line": (
        ">\n    Alle Kinder\n    lernen.", "Alle Kinder lernen.",
        "Alle Kinder hier lernen.", ">\n    Alle Kinder hier\n    lernen.",
    ),
    "plain on several lines": ("Alle Kinder\n    lernen.", "Alle Kinder lernen.", "Alle lernen.", "Alle\n    lernen."),
    "plain on several lines that needs quotes now": (
        "Alle Kinder\n    lernen.", "Alle Kinder lernen.", "Alle: Kinder lernen.", '"Alle: Kinder lernen."',
    ),
    "quotes on several lines with a blank one": (
        "'Alle\n\n    Kinder'", "Alle Kinder", "Alle lieben Kinder", "'Alle lieben\n\n    Kinder'",
    ),
    "NFD stays where no word changes": (
        "Die A\u0308mter bauen", "Die Ämter bauen", "Die Ämter planen", "Die A\u0308mter planen",
    ),
    "a line that got too long is broken, the next one stays": (
        f">-\n    {'Wort ' * 17}lang.\n    Zweite Zeile.", f"{'Wort ' * 17}lang. Zweite Zeile.",
        f"{'Wort ' * 17}noch länger. Zweite Zeile.",
        f">-\n    {'Wort ' * 17}noch\n    länger.\n    Zweite Zeile.",
    ),
    "one long line stays one": (f"'{'Wort ' * 30}lang'", f"{'Wort ' * 30}lang", f"{'Wort ' * 30}länger", f"'{'Wort ' * 30}länger'"),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_only_the_changed_words_are_spelled_anew(name: str) -> None:
    spelled, old, new, expected = WORDS[name]
    assert respelled_scalar(spelled, old, new, KEY) == expected


@pytest.mark.parametrize(
    ("spelled", "old", "new", "expected"),
    [
        ("2026-01-05", date(2026, 1, 5), date(2027, 2, 1), "2027-02-01"),
        ('"2026-01-05"', date(2026, 1, 5), date(2027, 2, 1), '"2027-02-01"'),
        ("false", False, True, "true"),
        ("12", 12, 13, "13"),
        ("'12'", 12, 130, "'130'"),
    ],
)
def test_dates_and_numbers_need_no_quotes(
    spelled: str, old: object, new: object, expected: str
) -> None:
    assert respelled_scalar(spelled, old, new, KEY) == expected


LONG = "Die Wohnberatung hält in jeder Gemeinde mindestens zweimal im Jahr eine Sprechstunde ab und hilft allen."


@pytest.mark.parametrize(
    ("new", "spot", "quote", "expected"),
    [
        ("Sozialamt", KEY, "", "Sozialamt"),
        ("Sozialamt", KEY, '"', '"Sozialamt"'),
        ("Wie's geht", KEY, "'", "'Wie''s geht'"),
        ("13.964", KEY, "", '"13.964"'),
        ("2026-11-22", KEY, "", '"2026-11-22"'),
        (date(2026, 11, 22), KEY, '"', "2026-11-22"),
        ("nein", KEY, "", "nein"),
        ("yes", KEY, "", '"yes"'),
        ("null", KEY, "", '"null"'),
        ("*", KEY, "", '"*"'),
        ("", KEY, "", '""'),
        ("a, b", FLOW, "", '"a, b"'),
        ("a, b", KEY, "", "a, b"),
        ("Wer hilft?", FLOW, "", '"Wer hilft?"'),
        ("Wer hilft?", KEY, "", "Wer hilft?"),
        ("Ticket #12", KEY, "", '"Ticket #12"'),
        ("Hinweis: siehe #12", KEY, "", '"Hinweis: siehe #12"'),
        ("Nach § 5 gilt", KEY, "", "Nach § 5 gilt"),
        ("Nach §\u00a05 gilt", KEY, "", "Nach §\u00a05 gilt"),
        ("weich\u00adtrennbar", KEY, '"', '"weich\u00adtrennbar"'),
        (LONG, KEY, "", f">-\n    {LONG[:-13]}\n    hilft allen."),
        (LONG, ITEM, "", f"{LONG[:-13]}\n    hilft allen."),
        (LONG, FLOW, "", LONG),
    ],
)  # fmt: skip
def test_a_new_value_is_written_as_people_write_it(
    new: object, spot: ScalarSpot, quote: str, expected: str
) -> None:
    assert spelled_scalar(new, spot, quote) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [("SGB", "SGB"), ("entgegen gewirkt", "entgegen gewirkt"), ("a: b", '"a: b"'), ("2018", '"2018"'), ("null", '"null"'), ("a,b", '"a,b"')],
)  # fmt: skip
def test_a_key_is_quoted_where_it_needs_it(key: str, expected: str) -> None:
    assert spelled_key(key) == expected


@pytest.mark.parametrize(
    "text", ["zwei  Leerzeichen", "Zeile\nzwei", "A\u0308", "\x02", "Gut\u2028älter"]
)
def test_what_is_read_otherwise_however_it_is_spelled_is_refused(text: str) -> None:
    with pytest.raises(GeneratorError, match="gehen beim Lesen verloren"):
        spelled_scalar(text, KEY)


SIGNS = st.text(
    "aZ ä\"'\\:#-,[]{}|>&*!%@`?~=<.0\u2028\u0085\u00a0\u202f\u00ad\u200b„–🙂", max_size=25
)
SPELLED = ["a b", '"a b"', "'a b'", ">-\n    a\n    b", "|\n    a b", "a\n    b", '"a\n    b"']


@settings(derandomize=True, deadline=None, max_examples=150)
@given(SIGNS, st.sampled_from(SPELLED), st.sampled_from([KEY, ITEM, FLOW]))
@example("Hinweis: Ticket #12 und viele weitere", ">-\n    a\n    b", KEY)
@example("- a", "a b", ITEM)
def test_every_text_can_be_written_in_every_style(
    text: str, spelled: str, spot: ScalarSpot
) -> None:
    wanted = folded(text)
    if wanted != text or (spot.flow and spelled[0] in "|>"):
        return
    for made in (respelled_scalar(spelled, "a b", text, spot), spelled_scalar(text, spot)):
        line = f"  k: [{made}]" if spot.flow else f"  {'k:' if spot.key else '-'} {made}"
        source = line if spot.key else f"k:\n{line}"
        read = parse("", source.encode())
        found = read.tree["k"] if spot.key and not spot.flow else read.tree["k"][0]
        assert found == text
        assert [f for f in read.findings if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("length", [59, 60, 200])
def test_what_cannot_be_written_is_shown_as_far_as_a_line_goes(length: int) -> None:
    text = "a\x02".ljust(length, "b")
    with pytest.raises(GeneratorError) as refused:
        spelled_scalar(text, ScalarSpot(0, 0))
    shown = str(refused.value).split("»")[0].removeprefix("Der Text «")
    assert shown == (text if length < 60 else f"{text[:59]}…")
