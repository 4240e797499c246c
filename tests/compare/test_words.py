from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare.words import marked
from generator.model.strategy import Strategy
from tests.compare.mutate import SENTENCES, WORDS

READS = {
    "a word replaced": (
        "Arbeitslose Personen werden in den Arbeitsmarkt (re-)integriert.",
        "Langzeitarbeitslose Personen werden in den Arbeitsmarkt (re-)integriert.",
        "[-Arbeitslose-]{+Langzeitarbeitslose+} Personen werden in den Arbeitsmarkt (re-)integriert.",
    ),
    "a word put in": (
        "Personen finden in den Arbeitsmarkt.",
        "Personen finden in den ersten Arbeitsmarkt.",
        "Personen finden in den{+ ersten+} Arbeitsmarkt.",
    ),
    "the first word left out": (
        "Alle Kinder lernen.", "Kinder lernen.", "[-Alle -]Kinder lernen.",
    ),
    "a compound with a hyphen is one word": (
        "Das Landratsamt Ilm-Kreis berät.",
        "Das Landratsamt Saale-Kreis berät.",
        "Das Landratsamt [-Ilm-Kreis-]{+Saale-Kreis+} berät.",
    ),
    "a truncated compound is one word": (
        "Beratungs- und Hilfsangebote", "Bildungs- und Hilfsangebote",
        "[-Beratungs--]{+Bildungs-+} und Hilfsangebote",
    ),
    "a letter is shown with its word": (
        "wenn sie leistungsberechtig sind.", "wenn sie leistungsberechtigt sind.",
        "wenn sie [-leistungsberechtig-]{+leistungsberechtigt+} sind.",
    ),
    "a number is one word": (
        "Betroffen sind 13.964 Personen, 33,3 % davon.",
        "Betroffen sind 13.970 Personen, 33,3 % davon.",
        "Betroffen sind [-13.964-]{+13.970+} Personen, 33,3 % davon.",
    ),
    "a body more in a list": (
        "Jobcenter Ilm-Kreis, Sozialamt", "Jobcenter Ilm-Kreis, Sozialamt, Jugendamt",
        "Jobcenter Ilm-Kreis, Sozialamt{+, Jugendamt+}",
    ),
    "punctuation stands apart": (
        "Die Horte öffnen.", "Die Horte öffnen!", "Die Horte öffnen[-.-]{+!+}",
    ),
    "a footnote is one word": (
        "So steht es geschrieben.[@bmas2017, S. 24]", "So steht es geschrieben.[@bmas2017, S. 25]",
        "So steht es geschrieben.[-[@bmas2017, S. 24]-]{+[@bmas2017, S. 25]+}",
    ),
    "a space is shown with the word behind it": (
        "Hilfen (über-)regional", "Hilfen (über-) regional",
        "Hilfen (über-)[-regional-]{+ regional+}",
    ),
    "a sentence of other words is replaced whole": (
        "Der Kreis prüft den Bedarf. Das Angebot für Eltern ist ausgebaut. Danach wird berichtet.",
        "Der Kreis prüft den Bedarf. Die Träger stimmen sich im Beirat ab. Danach wird berichtet.",
        "Der Kreis prüft den Bedarf. [-Das Angebot für Eltern ist ausgebaut-]"
        "{+Die Träger stimmen sich im Beirat ab+}. Danach wird berichtet.",
    ),
    "no confetti around a lone und": (
        "Förderung von Bildung und Teilhabe im Kreis für alle jungen Menschen",
        "Förderung von Gesundheit und Sport im Kreis für alle jungen Menschen",
        "Förderung von [-Bildung und Teilhabe-]{+Gesundheit und Sport+} im Kreis für alle jungen Menschen",
    ),
    "a paragraph put in": (
        "Ein Absatz bleibt.\n\nDer letzte auch.",
        "Ein Absatz bleibt.\n\nDieser ist neu.\n\nDer letzte auch.",
        "Ein Absatz bleibt.\n\n{+Dieser ist neu.\n\n+}Der letzte auch.",
    ),
    "a sentence is marked up to its own full stop": (
        "Der Bedarf steigt seit Jahren. Mehr folgt.",
        "Der Bedarf steigt. Das zeigt die Planung. Mehr folgt.",
        "Der Bedarf steigt[- seit Jahren-].{+ Das zeigt die Planung.+} Mehr folgt.",
    ),
    "a sentence left out": (
        "Der Bedarf steigt. Das zeigt die Planung. Mehr folgt.",
        "Der Bedarf steigt stark. Mehr folgt.",
        "Der Bedarf steigt{+ stark+}.[- Das zeigt die Planung.-] Mehr folgt.",
    ),
    "nothing before": ("", "Neu.", "{+Neu.+}"),
    "nothing left": ("Alt.", "", "[-Alt.-]"),
    "no change": ("Gleich.", "Gleich.", "Gleich."),
}  # fmt: skip


@pytest.mark.parametrize("name", READS)
def test_marked_words_read_as_a_person_would_mark_them(name: str) -> None:
    old, new, expected = READS[name]
    signs = {"plain": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    assert "".join(signs[span.mark].format(span.text) for span in marked(old, new)) == expected


def assert_exact(old: str, new: str) -> None:
    spans = marked(old, new)
    assert "".join(s.text for s in spans if s.mark != "inserted") == old
    assert "".join(s.text for s in spans if s.mark != "deleted") == new
    assert all(s.text for s in spans)
    assert all(a.mark != b.mark for a, b in pairwise(spans))


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *SENTENCES,
            *WORDS,
            " ",
            "  ",
            "\u00a0",
            "\u00ad",
            "\u202f",
            "\n",
            "\n\n",
            ".",
            ", ",
            "–",
            "**",
            "[[HF1]]",
        ]
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(FRAGMENTS, FRAGMENTS)
def test_unmarked_and_inserted_text_is_exactly_the_new_one(old: list[str], new: list[str]) -> None:
    assert_exact("".join(old), "".join(new))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_characters_survive_marking(old: str, new: str) -> None:
    assert_exact(old, new)


def test_the_prose_of_the_shipped_edition_survives_marking(edition: Strategy) -> None:
    random = Random(5)
    for text in edition.texte:
        words = text.inhalt.split(" ")
        for _ in range(6):
            words[random.randrange(len(words))] = random.choice(WORDS)
        assert_exact(text.inhalt, " ".join(words))


def test_texts_too_long_for_words_are_compared_by_sentence() -> None:
    sentences = [f"Der {n}. Satz nennt das Dorf {n}." for n in range(400)]
    old = " ".join(sentences)
    new = " ".join([*sentences[:200], "Hier steht etwas Neues.", *sentences[201:]])
    assert_exact(old, new)
    changed = [s.text.strip() for s in marked(old, new) if s.mark != "plain"]
    assert changed == ["Der 200. Satz nennt das Dorf 200.", "Hier steht etwas Neues."]
