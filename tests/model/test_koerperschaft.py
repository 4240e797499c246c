"""Who decides has one key and one name, whatever kind of body it is."""

import pytest

from generator.model.head import Kopf
from generator.model.koerperschaft import Gremium, Koerperschaft, key_of

FASSUNG = {"kennung": "1", "bezeichnung": "Eins", "status": "entwurf", "stand": "2026-01-01"}


def head(**fields: object) -> Kopf:
    return Kopf.model_validate({"format": 2, "fassung": FASSUNG, **fields})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Gemeinderat", "gemeinderat"),
        ("Bürgerschaft", "buergerschaft"),
        ("Große Strafkammer", "grosse_strafkammer"),
        ("Kreistag des Ilm-Kreises", "kreistag"),
        ("Rat der Stadt Musterau", "rat"),
        ("Haupt- und Finanzausschuss", "haupt_und_finanzausschuss"),
        ("Ausschuss für Soziales", "ausschuss_fuer_soziales"),
        ("kreistag", "kreistag"),
    ],
)
def test_a_key_is_the_word_in_lower_case_without_whose_it_is(name: str, key: str) -> None:
    assert key_of(name) == key


def test_without_a_list_the_gremium_and_the_administration_can_agree() -> None:
    city = head(koerperschaft={"name": "Stadt Musterau", "gremium": "Gemeinderat"})
    assert city.approvals == ("gemeinderat", "ungeregelt", "verwaltung")


def test_listed_bodies_can_agree_strictest_first_and_the_administration_last() -> None:
    city = head(gremien=["Gemeinderat", "Jugendhilfeausschuss", "verwaltung"])
    assert city.approvals == ("gemeinderat", "jugendhilfeausschuss", "ungeregelt", "verwaltung")


def test_the_full_name_of_the_gremium_stands_for_its_word_in_the_list() -> None:
    body = {"gremium": "Rat der Stadt Musterau", "verwaltung": "Rathaus Musterau"}
    city = head(koerperschaft=body, gremien=["Rat", "Sozialausschuss"])
    names = [city.full_name(key) for key in city.approvals if key != "ungeregelt"]
    assert names == ["Rat der Stadt Musterau", "Sozialausschuss", "Rathaus Musterau"]


@pytest.mark.parametrize(
    ("art", "called"),
    [
        ("landkreis", "der Landkreis"),
        ("stadt", "die Stadt"),
        ("gemeinde", "die Gemeinde"),
        ("verband", "der Verband"),
        (None, "die Körperschaft"),
    ],
)
def test_a_body_is_called_what_it_is(art: str | None, called: str) -> None:
    assert Koerperschaft.model_validate({"art": art}).called == called


def test_forms_that_are_given_are_used() -> None:
    table = Gremium(name="Runder Tisch", genitiv="des Runden Tisches", dativ="dem Runden Tisch")
    assert table.noun.genitive == "des Runden Tisches"


def test_of_an_unknown_name_a_sentence_speaks_as_of_a_gremium() -> None:
    table = Gremium(name="Runder Tisch").noun
    assert (table.nominative, table.genitive, table.dative) == (
        "das Gremium Runder Tisch",
        "des Gremiums Runder Tisch",
        "dem Gremium Runder Tisch",
    )
