"""Cited works: short forms that tell works apart, and entries in German order."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.model.register import Quelle
from generator.model.strategy import Strategy
from generator.render.citation import bibliography_order, entry, german_date, short_forms
from tests.render.seen import words


def test_a_date_is_written_as_in_a_german_letter() -> None:
    assert german_date(date(2018, 9, 5)) == "5.\u00a0September 2018"


def test_works_of_one_author_and_year_get_letters_in_the_order_of_the_bibliography() -> None:
    works = [
        Quelle(id="b", urheber="Zander, Margherita", jahr="2010", titel="Kinderarmut"),
        Quelle(id="a", urheber="Zander, Margherita", jahr="2010", titel="Armes Kind"),
        Quelle(id="c", urheber="Zander, Margherita", jahr="2011"),
    ]
    assert short_forms(works) == {
        "a": "Zander, Margherita 2010a",
        "b": "Zander, Margherita 2010b",
        "c": "Zander, Margherita 2011",
    }


def test_umlauts_are_sorted_as_their_vowel_and_ss_as_two() -> None:
    names = ["Hüther, Gerald", "Hußmann, Anke", "Huber, Max", "Zander", "Österreich", "Otto"]
    works = [Quelle(id=f"q{i}", urheber=name) for i, name in enumerate(names)]
    assert [work.urheber for work in bibliography_order(works)] == [
        "Huber, Max", "Hußmann, Anke", "Hüther, Gerald", "Österreich", "Otto", "Zander",
    ]  # fmt: skip


def test_an_entry_says_that_no_title_is_known_and_when_a_page_was_read() -> None:
    work = Quelle(id="s", urheber="Spiegel Online", jahr="2017", abgerufen=date(2017, 12, 13))
    shown = words(entry(work, "Spiegel Online 2017"))
    assert shown == (
        "Spiegel Online 2017: [Titel nicht angegeben], abgerufen am 13.\u00a0Dezember 2017."
    )


def test_every_work_of_the_edition_has_its_own_short_form(edition: Strategy) -> None:
    forms = short_forms(edition.quellen)
    assert len(set(forms.values())) == len(forms) == 18


def test_a_work_without_author_goes_by_its_title_and_a_page_by_its_address() -> None:
    works = [
        Quelle(id="t", titel="Sozialatlas", jahr="2024", ort="Musterau"),
        Quelle(id="u", titel="Leitfaden"),
        Quelle(id="w", adresse="https://www.auental.de/armut/", abgerufen=date(2026, 5, 3)),
        Quelle(id="y", adresse="https://statistik.auental.de", jahr="2025"),
    ]
    forms = short_forms(works)
    assert forms == {
        "t": "Sozialatlas 2024",
        "u": "Leitfaden",
        "w": "auental.de",
        "y": "statistik.auental.de 2025",
    }
    assert [words(entry(work, forms[work.id])) for work in works] == [
        "Sozialatlas 2024. Musterau.",
        "Leitfaden.",
        "https://www.auental.de/armut/, abgerufen am 3.\u00a0Mai 2026.",
        "statistik.auental.de 2025. https://statistik.auental.de.",
    ]


def test_an_author_that_is_a_web_address_has_no_year_to_be_missing() -> None:
    works = [
        Quelle(id="a", urheber="www.auental.de"),
        Quelle(id="b", urheber="https://auental.de/kinder?seite=2", titel="Kinder"),
        Quelle(id="c", urheber="Landratsamt Auental"),
    ]
    assert short_forms(works) == {
        "a": "www.auental.de",
        "b": "https://auental.de/kinder?seite=2",
        "c": "Landratsamt Auental o.\u00a0J.",
    }


def test_pages_of_one_domain_are_told_apart_by_as_much_of_the_address_as_that_needs() -> None:
    works = [
        Quelle(id="a", adresse="https://www.auental.de/armut"),
        Quelle(id="b", adresse="https://auental.de/kinder/"),
        Quelle(id="c", adresse="http://andere.de/x"),
        Quelle(id="d", adresse="http://gleich.de/x"),
        Quelle(id="e", adresse="https://gleich.de/x"),
    ]
    assert short_forms(works) == {
        "a": "auental.de/armut",
        "b": "auental.de/kinder",
        "c": "andere.de",
        "d": "http://gleich.de/x",
        "e": "https://gleich.de/x",
    }


def test_letters_stand_only_where_nothing_else_tells_two_works_apart() -> None:
    works = [
        Quelle(id="a", urheber="BMAS", jahr="2017", titel="Lebenslagen"),
        Quelle(id="b", urheber="BMAS", herausgeber=True, jahr="2017", titel="Teilhabe"),
        Quelle(id="c", titel="Leitfaden", jahr="2020", adresse="https://a.de/1"),
        Quelle(id="d", titel="Leitfaden", jahr="2020", adresse="https://b.de/1"),
        Quelle(id="e", titel="Merkblatt"),
        Quelle(id="f", titel="Merkblatt"),
        Quelle(id="g", urheber="Stadt", jahr="2019"),
        Quelle(id="h", urheber="Stadt", jahr="2019"),
        Quelle(id="i", urheber="Stadt", jahr="2019a"),
    ]
    forms = short_forms(works)
    assert forms == {
        "a": "BMAS 2017",
        "b": "BMAS (Hrsg.) 2017",
        "c": "Leitfaden (a.de) 2020",
        "d": "Leitfaden (b.de) 2020",
        "e": "Merkblatt (a)",
        "f": "Merkblatt (b)",
        "g": "Stadt 2019b",
        "h": "Stadt 2019c",
        "i": "Stadt 2019a",
    }
    assert short_forms(works[::-1]) == forms


AUTHORS = st.sampled_from([None, "Stadt", "www.a.de", "https://a.de/x", "Amt a.de"])
WORKS = st.lists(
    st.tuples(
        AUTHORS,
        st.booleans(),
        st.sampled_from([None, "2019", "2019a", "2020"]),
        st.sampled_from([None, "Leitfaden", "Stadt 2019", "a.de"]),
        st.sampled_from(
            [None, "https://a.de/x", "http://www.a.de/x/", "https://b.de", "kein Netz"]
        ),
    ),
    max_size=8,
)


@given(WORKS, st.randoms(use_true_random=False))
def test_whatever_the_works_no_two_share_a_short_form_and_order_does_not_matter(
    given_works: list[tuple[str | None, bool, str | None, str | None, str | None]], random: Random
) -> None:
    works = [
        Quelle(id=f"q{n}", urheber=u, herausgeber=h, jahr=j, titel=t, adresse=a)
        for n, (u, h, j, t, a) in enumerate(given_works)
    ]
    forms = short_forms(works)
    assert len(set(forms.values())) == len(works)
    random.shuffle(works)
    assert short_forms(works) == forms
    for work in works:
        shown = words(entry(work, forms[work.id]))
        assert all(
            part in shown for part in (work.urheber, work.titel, work.adresse, work.jahr) if part
        )
