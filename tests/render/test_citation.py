"""Cited works: short forms that tell works apart, and entries in German order."""

from datetime import date

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
