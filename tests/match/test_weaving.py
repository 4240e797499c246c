"""Changes of several people to a wording that repeats its words: made once, in every order."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from random import Random

import pytest

from generator.match.normal_text import plain
from generator.match.word_merge import merged, tokens

VOCABULARY = ("und", "für", "die", "Kinder", "Familien", "Senioren", "sehr", "gut", "Stadt", ",")


@pytest.mark.parametrize(
    ("old", "first", "second", "both"),
    [
        ("Rat für Familien und für Senioren im Landkreis.",
         "Rat für Familien und für Kinder und für Senioren im Landkreis.",
         "Rat für Familien und für Senioren im Kreis.",
         "Rat für Familien und für Kinder und für Senioren im Kreis."),
        ("Rat für Familien und für Senioren im Landkreis.",
         "Rat für Familien und für Kinder und für Senioren im Landkreis.",
         "Rat für Familien und für Alte im Landkreis.",
         "Rat für Familien und für Kinder und für Alte im Landkreis."),
        ("Wir wollen sehr sehr gut alt werden.", "Wir wollen sehr gut alt werden.",
         "Wir wollen sehr sehr gut neu werden.", "Wir wollen sehr gut neu werden."),
        ("Hilfe und Hilfe und Hilfe für alle.", "Hilfe und Hilfe für alle.",
         "Hilfe und Hilfe und Hilfe für viele.", "Hilfe und Hilfe für viele."),
        ("Der Bericht wird Jahr erstellt.", "Der Bericht wird Jahr für Jahr erstellt.",
         "Dieser Bericht wird Jahr erstellt.", "Dieser Bericht wird Jahr für Jahr erstellt."),
        ("Die Angebote sind an die Schulen angebunden.", "Die Angebote sind an die die Schulen angebunden.",
         "Die Angebote sind Schulen die Schulen angebunden.",
         "Die Angebote sind Schulen die die Schulen angebunden."),
        ("Die Stadt, die Gemeinde, die Stadt.", "Die Stadt, die Gemeinde, die Stadt, die Stadt.",
         "Eine Stadt, die Gemeinde, die Stadt.", "Eine Stadt, die Gemeinde, die Stadt, die Stadt."),
    ],
)  # fmt: skip
def test_what_repeats_its_neighbours_is_put_in_once(
    old: str, first: str, second: str, both: str
) -> None:
    for one, other in ((first, second), (second, first)):
        assert merged(old, other, merged(old, one, old) or "") == both
    assert merged(old, first, both) == merged(old, second, both) == both


@pytest.mark.parametrize(
    ("old", "new", "current"),
    [
        ("Rat für Alte.", "Rat für junge Alte.", "Rat für junge, arme Alte."),
        ("Rat und Tat und Rat.", "Rat und Tat.", "Rat und Taten und Rat."),
        # one "ja und" less, before "sehr" or behind it
        ("ja und ja und ja und ja und ja", "ja und ja und ja und ja", "ja und ja und sehr ja und ja und ja"),
    ],
)  # fmt: skip
def test_what_can_be_meant_in_two_ways_is_not_made(old: str, new: str, current: str) -> None:
    assert merged(old, new, current) is None


@pytest.mark.parametrize(
    ("old", "new", "current"),
    [
        ("und " * 300, "und " * 250, "und " * 340),
        (" ".join(map(str, range(3000))), " ".join(map(str, range(1, 3000))), " ".join(map(str, range(2999)))),
    ],
)  # fmt: skip
def test_what_would_take_too_long_to_tell_is_not_made(old: str, new: str, current: str) -> None:
    assert merged(old, new, current) is None


def test_in_a_long_paragraph_changes_are_found() -> None:
    words = [f"Wort{n % 90}" for n in range(400)]
    first, second = words.copy(), words.copy()
    first[20:22], second[300:300] = ["anders"], ["dazu", "noch"]
    both = second.copy()
    both[20:22] = ["anders"]
    assert merged(" ".join(words), " ".join(first), " ".join(second)) == " ".join(both)


@pytest.mark.parametrize("seed", range(200))
def test_two_reviewers_with_the_words_of_the_sentence_are_taken_over_once(seed: int) -> None:
    random = Random(seed)
    old = _wording(random)
    wishes = [_edited(random, old), _edited(random, old)]
    results = set()
    for order in permutations(wishes):
        text, made = old, []
        for wish in order:
            result = merged(old, wish, text)
            if result is not None:
                text, made = result, [*made, wish]
        assert not _words(text) - _asked(old, made), (old, order, text)
        assert {merged(old, wish, text) for wish in order} <= {text, None}, (old, order, text)
        assert all(merged(old, wish, text) == text for wish in made)
        results |= {text} if len(made) == 2 else set()
    assert len(results) < 2, (old, wishes, results)


def _wording(random: Random) -> str:
    few = random.sample(VOCABULARY, random.randint(2, 6))
    return plain(
        " ".join(["Alle", *(random.choice(few) for _ in range(random.randint(3, 14))), "."])
    )


def _edited(random: Random, old: str) -> str:
    """With one or two places put in, taken out or replaced by words of the sentence itself."""
    words = old.split()
    for _ in range(random.choice((1, 1, 1, 2))):
        place, number, source = (
            random.randrange(1, len(words) + 1),
            random.randint(1, 3),
            random.randrange(len(words)),
        )
        gone, put = random.choice(((0, 1), (1, 0), (1, 1)))
        words[place : place + gone * number] = words[source : source + number] if put else []
    return plain(" ".join(words))


def _words(text: str) -> Counter[str]:
    return Counter(word.strip() for word in tokens(text))


def _asked(old: str, wishes: list[str]) -> Counter[str]:
    """Of each word what there was and what was asked for."""
    allowed = _words(old)
    for wish in wishes:
        allowed += _words(wish) - _words(old)
    return allowed
