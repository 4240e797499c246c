"""Nouns of the administration stand in every case with their article and their ending."""

import pytest

from generator.model.german import counted, dative_plural, declined, listed, noun, plural

FORMS = """
der Kreistag | des Kreistages | dem Kreistag
der Kreistag des Ilm-Kreises | des Kreistages des Ilm-Kreises | dem Kreistag des Ilm-Kreises
der Stadtrat | des Stadtrates | dem Stadtrat
der Gemeinderat | des Gemeinderates | dem Gemeinderat
der Verwaltungsrat | des Verwaltungsrates | dem Verwaltungsrat
der Ortsbeirat | des Ortsbeirates | dem Ortsbeirat
der Magistrat | des Magistrats | dem Magistrat
der Senat | des Senats | dem Senat
der Kreisausschuss | des Kreisausschusses | dem Kreisausschuss
der Jugendhilfeausschuss | des Jugendhilfeausschusses | dem Jugendhilfeausschuss
der Haupt- und Finanzausschuss | des Haupt- und Finanzausschusses | dem Haupt- und Finanzausschuss
der Ausschuss für Soziales | des Ausschusses für Soziales | dem Ausschuss für Soziales
der Bürgermeister | des Bürgermeisters | dem Bürgermeister
der Präsident | des Präsidenten | dem Präsidenten
die Bürgermeisterin | der Bürgermeisterin | der Bürgermeisterin
die Bürgerschaft | der Bürgerschaft | der Bürgerschaft
die Stadtverordnetenversammlung | der Stadtverordnetenversammlung | der Stadtverordnetenversammlung
die Verbandsversammlung | der Verbandsversammlung | der Verbandsversammlung
die Gemeindevertretung | der Gemeindevertretung | der Gemeindevertretung
das Präsidium | des Präsidiums | dem Präsidium
das Jugendparlament | des Jugendparlaments | dem Jugendparlament
das Dezernat | des Dezernats | dem Dezernat
der Leitgedanke | des Leitgedankens | dem Leitgedanken
das operative Ziel | des operativen Ziels | dem operativen Ziel
die operative Maßnahme | der operativen Maßnahme | der operativen Maßnahme
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_known_nouns_in_three_cases(line: str) -> None:
    forms = line.split(" | ")
    bare = forms[0].split(" ", 1)[1]
    name = {"operative Ziel": "operatives Ziel"}.get(bare, bare)
    found = declined(name)
    assert found is not None
    assert [found.nominative, found.genitive, found.dative] == forms


@pytest.mark.parametrize("name", ["Runder Tisch", "Gemeinsamer Ausschuss", "Leuchtturm", "Etat"])
def test_what_is_not_known_is_not_guessed(name: str) -> None:
    assert declined(name) is None


@pytest.mark.parametrize(
    ("given", "dative"),
    [
        (("Konvent der Räte", "des Konvents", "dem Konvent"), "dem Konvent"),
        (("Konvent", "Konvents", "Konvent"), "dem Konvent"),
        (("Diele", "Diele", "Diele"), "der Diele"),
        (("Leuchtturm", None, "dem Leuchtturm"), "dem Leuchtturm"),
        (("Bitte", "der Bitte", None), "der Bitte"),
    ],
)
def test_forms_may_be_given_with_or_without_their_articles(
    given: tuple[str, str | None, str | None], dative: str
) -> None:
    assert noun("Element", *given).dative == dative


@pytest.mark.parametrize(
    ("plural", "dative"),
    [
        ("Leitziele", "Leitzielen"),
        ("operative Ziele", "operativen Zielen"),
        ("Maßnahmen", "Maßnahmen"),
        ("Indikatoren", "Indikatoren"),
        ("Schwerpunkte", "Schwerpunkten"),
        ("Handlungsfelder", "Handlungsfeldern"),
        ("Kapitel", "Kapiteln"),
        ("Teams", "Teams"),
        ("Themen der Empfehlungen", "Themen der Empfehlungen"),
        ("Ziele der Verwaltung", "Zielen der Verwaltung"),
    ],
)
def test_a_plural_in_the_dative(plural: str, dative: str) -> None:
    assert dative_plural(plural) == dative


@pytest.mark.parametrize(
    ("name", "accusative"),
    [
        ("Aktionsplan", "den Aktionsplan"), ("regionaler Aktionsplan Inklusion", "den regionalen Aktionsplan Inklusion"),
        ("Strategie", "die Strategie"), ("Leitbild", "das Leitbild"),
    ],
)  # fmt: skip
def test_only_a_masculine_noun_has_an_accusative_of_its_own(name: str, accusative: str) -> None:
    assert noun("Element", name).accusative == accusative


def test_articles_run_together_with_what_stands_before_them() -> None:
    line, goal = noun("Element", "Leitlinie"), noun("Element", "Leitziel")
    assert (line.with_zu, goal.with_zu) == ("zur Leitlinie", "zum Leitziel")
    assert (line.one_of_many, goal.one_of_many) == ("einer Leitlinie", "einem Leitziel")
    assert (line.respective, goal.respective) == (
        "der jeweiligen Leitlinie",
        "dem jeweiligen Leitziel",
    )


def test_a_number_stands_with_its_noun_in_the_right_number() -> None:
    assert counted(1, "Prüfgröße", "Prüfgrößen") == "1 Prüfgröße"
    assert counted(0, "Prüfgröße", "Prüfgrößen") == "0 Prüfgrößen"


def test_several_words_are_joined_as_in_a_sentence() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"], "oder") == "A, B oder C"


PLURALS = """
Leitziel Leitziele | Maßnahme Maßnahmen | Handlungsschwerpunkt Handlungsschwerpunkte
Ergebnis Ergebnisse | Vorhaben Vorhaben | Indikator Indikatoren | Kriterium Kriterien
Leitlinie Leitlinien | Leitsatz Leitsätze | Plan Pläne | Thema Themen | Auftrag Aufträge
Aufgabenfeld Aufgabenfelder | Prüfgröße Prüfgrößen | Leitbild Leitbilder | Arbeitsschritt Arbeitsschritte
Referenzprojekt Referenzprojekte | Baustein Bausteine | Prinzip Prinzipien | Team Teams | Hebel Hebel
Stadtrat Stadträte | Referat Referate | Magistrat Magistrate | Direktorat Direktorate | Apparat Apparate
"""


@pytest.mark.parametrize("pair", PLURALS.strip().replace("\n", " | ").split(" | "))
def test_known_nouns_in_the_plural(pair: str) -> None:
    one, many = pair.split()
    assert plural(one) == many


def test_an_adjective_is_declined_in_the_plural() -> None:
    assert plural("operatives Ziel") == "operative Ziele"
    assert plural("strategische Maßnahme") == "strategische Maßnahmen"
    assert plural("Ziel der Stadt") == "Ziele der Stadt"


@pytest.mark.parametrize("word", ["Leuchtturm", "Sekretariat", "Anker", ""])
def test_of_an_unknown_noun_no_plural_is_guessed(word: str) -> None:
    assert plural(word) is None
