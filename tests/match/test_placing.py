"""Texts are laid beside each other as a reader would, however much is new, gone or rewritten."""

from __future__ import annotations

from random import Random

import pytest

from generator.match.anchors import anchors, gaps, rising
from generator.match.rewritten import alike


def pairs(old: str, new: str) -> list[tuple[int, int]]:
    return anchors(list(old), list(new))


def test_equal_sequences_are_paired_throughout() -> None:
    assert pairs("abcab", "abcab") == [(n, n) for n in range(5)]


def test_what_is_new_or_gone_has_no_partner() -> None:
    assert pairs("abc", "aXbc") == [(0, 0), (1, 2), (2, 3)]
    assert pairs("abc", "ac") == [(0, 0), (2, 1)]
    assert pairs("abc", "") == []


def test_a_repeated_label_goes_with_the_row_behind_it() -> None:
    """L is the label of rows 1 to 3."""
    assert pairs("L1L2L3", "L1L3") == [(0, 0), (1, 1), (4, 2), (5, 3)]
    assert pairs("L1L3", "L1L2L3") == [(0, 0), (1, 1), (2, 4), (3, 5)]


def test_of_what_changed_places_the_longer_part_stays() -> None:
    assert pairs("1234X", "X1234") == [(0, 1), (1, 2), (2, 3), (3, 4)]


@pytest.mark.parametrize("seed", range(30))
def test_pairs_always_rise_and_are_equal(seed: int) -> None:
    random = Random(seed)
    old = random.choices("abcdefghij", k=random.randrange(40))
    new = [t for t in old if random.random() < 0.8]
    for _ in range(random.randrange(6)):
        new.insert(random.randint(0, len(new)), random.choice("abcxyz"))
    found = anchors(old, new)
    assert found == rising(found)
    assert all(old[i] == new[j] for i, j in found)
    for i, i_end, j, j_end in gaps(found, len(old), len(new)):
        assert old[i:i_end] != new[j:j_end] or not old[i:i_end]


def numbered(*texts: str) -> list[tuple[int, str]]:
    return list(enumerate(texts))


def test_a_rewritten_text_is_known_by_its_words_beside_a_new_one() -> None:
    old = numbered("Die Umsetzung dauert zwei bis fünf Jahre.")
    new = numbered("Ein neuer Absatz.", "Die Umsetzung dauert etwa fünf Jahre.")
    assert alike(old, new, {}) == [(0, 1)]


def test_what_shares_no_word_goes_by_its_place_where_as_much_stands_there() -> None:
    assert alike(numbered("eins zwei"), numbered("drei vier"), {}) == [(0, 0)]
    assert alike(numbered("eins zwei"), numbered("drei", "vier"), {}) == []


def test_a_hint_decides_where_words_do_not() -> None:
    assert alike(numbered("eins zwei"), numbered("drei", "vier"), {(0, 1): 0.5}) == [(0, 1)]


def test_many_new_texts_are_not_taken_for_rewritten_old_ones() -> None:
    old = numbered(*(f"alt{n} wort{n}" for n in range(40)))
    new = numbered(*(f"neu{n} satz{n}" for n in range(40)))
    assert alike(old, new, {}) == []
