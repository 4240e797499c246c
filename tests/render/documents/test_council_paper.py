"""The council paper: the form of the house, filled from the strategy; what is missing is seen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.model.council import Ratsvorlage
from generator.model.strategy import Strategy
from generator.render.blocks import Document, Heading, Table
from generator.render.documents.council_paper import UNFINISHED, council_document
from generator.render.formats.docx import encode
from generator.render.formats.plain_blocks import encode as plain
from tests.editions import printed, telling
from tests.judges import ROOT, program
from tests.render.conftest import shipped
from tests.render.formats.docx_checks import faults
from tests.render.formats.shipped import TEMPLATE
from tests.render.seen import printing, rows, words

AUENTAL = shipped("examples/auental")
FORMER = shipped("examples/auental/editions/2023")
CITY = """Drucksache, Betrifft, Beratung, Beschluss, Sachdarstellung, Klimawirkung, Kosten"""


def paper(given: dict[str, Any] | None = None, old: Strategy | None = FORMER) -> Document:
    """The paper of the fictional county, in the form that is given."""
    new = AUENTAL
    if given is not None:
        council = Ratsvorlage.model_validate(given)
        new = new.model_copy(update={k: getattr(council, k) for k in Ratsvorlage.model_fields})
    return council_document(printed(new), telling(old, new) if old else None)


def headings(document: Document, level: int = 2) -> list[str]:
    return [
        words(b.content) for b in document.blocks if isinstance(b, Heading) and b.level == level
    ]


def said(document: Document) -> str:
    return (
        plain(document)
        .decode()
        .replace("\N{NO-BREAK SPACE}", " ")
        .replace("\N{NARROW NO-BREAK SPACE}", " ")
    )


def test_the_form_of_the_county_holds_all_its_fields() -> None:
    document = paper()
    assert document.title.startswith("Beschlussvorlage 118/2026: ")
    assert headings(document) == [
        "Betreff", "Beratungsfolge", "Beschlussvorschlag", "Sachverhalt", "Begründung", "Alternativen",
        "Finanzielle Auswirkungen", "Auswirkungen auf das Klima", "Beteiligung", "Anlagen",
    ]  # fmt: skip
    assert document.draft == ""
    assert "noch einzutragen" not in said(document)


def test_the_proposal_is_one_sentence_with_the_right_names() -> None:
    assert (
        "Der Kreistag des Landkreises Auental beschließt die Erste Fortschreibung der Strategie „Gut älter werden"
        " im Landkreis Auental“ (Stand 22. November 2026, Anlage 1).\n"
    ) in said(paper())


@pytest.mark.parametrize(
    ("title", "name", "what"),
    [
        ("Aktionsplan Inklusion", None, "den Aktionsplan Inklusion"),
        ("Kinder- und Jugendförderplan 2027", "Zweite Fassung", "die Zweite Fassung des Kinder- und Jugendförderplans 2027"),
        ("Leitbild Landkreis 2040", "Fortschreibung 2026", "die Fortschreibung 2026 des Leitbildes Landkreis 2040"),
        ("Leben im Alter", "Neue Ziele", "die Fassung „Neue Ziele“ der Strategie „Leben im Alter“"),
        ("Alt „und“ jung", None, "die Strategie „Alt ‚und‘ jung“"),
        ("Strategie", "2. Fortschreibung", "die 2. Fortschreibung der Strategie"),
    ],
)  # fmt: skip
def test_title_and_edition_are_declined(title: str, name: str | None, what: str) -> None:
    fassung = AUENTAL.kopf.fassung
    fassung = fassung.model_copy(update={"bezeichnung": name or fassung.bezeichnung})
    kopf = AUENTAL.kopf.model_copy(update={"titel": title, "fassung": fassung})
    new = AUENTAL.model_copy(update={"kopf": kopf})
    for art, verb in (("Beschlussvorlage", "beschließt"), ("Informationsvorlage", "nimmt")):
        kind = AUENTAL.vorlage and AUENTAL.vorlage.model_copy(update={"art": art})
        one = new.model_copy(update={"vorlage": kind})
        text = said(council_document(printed(one), telling(FORMER, one) if name else None))
        assert f"Der Kreistag des Landkreises Auental {verb} {what} (Stand" in text


def test_a_first_edition_is_laid_before_them_in_the_nominative() -> None:
    kopf = AUENTAL.kopf.model_copy(update={"titel": "Aktionsplan Inklusion"})
    text = said(council_document(printed(AUENTAL.model_copy(update={"kopf": kopf})), None))
    assert "Vorgelegt wird der Aktionsplan Inklusion." in text


def test_a_house_may_name_the_product_in_place_of_the_haushaltsstelle() -> None:
    money = {"auswirkungen": "ja", "produkt": "31510 Hilfen im Alter"}
    text = said(paper({"vorlage": {"felder": ["finanzen"]}, "finanzen": money}))
    assert "Produkt: 31510 Hilfen im Alter\n" in text
    assert "[noch einzutragen: Summe]" in text
    assert "Haushaltsstelle" not in text


def test_what_is_voted_on_is_named_and_the_rest_counted() -> None:
    document = paper()
    listed = " ".join(words(b.content) for b in printing(document.blocks))
    votes = [t for t in telling(FORMER, AUENTAL).changes if t.source.needs_vote]
    assert votes
    assert all(told.title in listed for told in votes)
    assert "brauchen nach den Beschlussregeln keinen Beschluss" in said(document)


def test_what_only_moved_or_is_addressed_anew_is_named_by_its_wording() -> None:
    text = said(paper())
    assert "- Wirkungsziel WZ05: verschoben. „Digitale Angebote schließen niemanden aus.“\n" in text
    assert "- Empfehlung EM05: Adressaten geändert. „Leistungen der öffentlichen Verwaltung" in text


def test_a_text_to_be_voted_on_is_named_and_stands_in_the_synopsis() -> None:
    every = AUENTAL.kopf.beschlussregeln[:1]
    rule = every[0].model_copy(update={"ebene": "*", "art": ("*",)})
    kopf = AUENTAL.kopf.model_copy(update={"beschlussregeln": (rule,)})
    new = AUENTAL.model_copy(update={"kopf": kopf, "aenderungen": ()})
    text = said(council_document(printed(new), telling(FORMER, new)))
    assert "- Kapitel „Älter werden im Auental: die Lage“: Text geändert.\n" in text
    assert "- Kapitel „Was seit der ersten Fassung geschehen ist“: neu.\n" in text


def test_only_editorial_changes_are_said_to_be_so() -> None:
    new, old = shipped("strategy"), shipped("strategy/editions/2018")
    text = said(council_document(printed(new), telling(old, new)))
    assert text.count("30 redaktionelle Änderungen brauchen nach den Beschlussregeln") == 1


@pytest.mark.parametrize(
    ("given", "attached"),
    [
        ({}, True),
        ({"felder": ["beschlussvorschlag"]}, False),
        ({"felder": ["beschlussvorschlag", "anlagen"], "anlagen": ["Karte", "Strategie"]}, False),
    ],
)
def test_the_proposal_names_an_anlage_only_where_it_is_one(
    given: dict[str, Any], attached: bool
) -> None:
    assert ("2026, Anlage 1)" in said(paper({"vorlage": given}))) is attached


def test_a_paper_that_was_decided_before_the_draft_began_is_not_finished() -> None:
    """After a seal council.yaml still holds the paper of the edition that was adopted."""
    station = {"gremium": "Kreistag", "zustaendigkeit": "Entscheidung"}
    filled = {"vorlage": {"felder": ["betreff", "beratungsfolge"]}}
    for day, mark in (("2026-11-22", UNFINISHED), ("2026-11-23", "")):
        assert paper(filled | {"beratungsfolge": [station | {"termin": day}]}).draft == mark


def test_a_city_calls_its_fields_by_its_own_names_in_its_own_order() -> None:
    document = paper(
        {
            "vorlage": {
                "felder": ["nummer", "betreff", "beratungsfolge", "beschlussvorschlag", "sachverhalt", "klima", "finanzen"],
                "bezeichnungen": {
                    "nummer": "Drucksache", "betreff": "Betrifft", "beratungsfolge": "Beratung",
                    "beschlussvorschlag": "Beschluss", "sachverhalt": "Sachdarstellung", "finanzen": "Kosten",
                },
                "nummer": "26/0815",
            },
            "beratungsfolge": [
                {"gremium": "Stadtrat", "termin": "2026-12-09", "zustaendigkeit": "Entscheidung"}
            ],
            "finanzen": {"auswirkungen": "nein"},
            "pruefungen": [{"schluessel": "klima", "titel": "Klimawirkung", "ergebnis": "Keine."}],
        }
    )  # fmt: skip
    first = next(b for b in document.blocks if isinstance(b, Table))
    assert rows(first) == [["Drucksache", "26/0815"]]
    assert headings(document) == CITY.split(", ")[1:]
    assert document.draft == ""


def test_a_verband_takes_notice_with_few_fields() -> None:
    document = paper(
        {
            "vorlage": {
                "felder": ["betreff", "beschlussvorschlag", "anlagen", "art"],
                "art": "Informationsvorlage",
                "anlagen": ["Bericht"],
            }
        }
    )
    assert headings(document) == ["Betreff", "Vorschlag zur Kenntnisnahme", "Anlagen"]
    assert "zur Kenntnis.\n" in said(document)
    assert "Anlage 1: Bericht" in said(document)


def test_nothing_to_decide_makes_it_an_informationsvorlage() -> None:
    document = paper({"vorlage": {}}, old=AUENTAL)
    assert headings(document, 1) == ["Informationsvorlage"]


def test_what_only_people_know_is_visible_and_marks_the_paper() -> None:
    document = paper({"vorlage": {}, "finanzen": {"auswirkungen": "ja"}})
    assert document.draft == UNFINISHED
    for name in ("Vorlagen-Nr.", "Beratungsfolge", "Begründung", "Haushaltsjahr", "Deckung"):
        assert f"[noch einzutragen: {name}]" in said(document)
    assert said(document).startswith(UNFINISHED)
    assert faults(encode(document, TEMPLATE)) == []


def test_a_first_edition_has_nothing_to_be_compared_with() -> None:
    text = said(paper(old=None))
    assert "Eine frühere Fassung gibt es nicht." in text
    assert "Synopse" not in text
    assert "Umfang: Handlungsfelder 3; Wirkungsziele 5; Teilziele 10;" in text
    assert text.count("\n- Wirkungsziel WZ0") == 5


def test_word_opens_it_without_repair(tmp_path: Path) -> None:
    path = tmp_path / "beschlussvorlage.docx"
    path.write_bytes(encode(paper(), TEMPLATE))
    run = subprocess.run([program("ooxml-validator"), str(path)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
    assert faults(path.read_bytes()) == []


def test_it_is_built_where_there_is_a_paper_and_else_only_by_name(
    auental: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (auental / "council.yaml").unlink()
    common = ["build", "--pages", "off", "--strategy", str(auental), "--output"]
    assert main([*common, str(tmp_path / "alle")]) == 0
    assert not list((tmp_path / "alle").glob("beschlussvorlage*"))
    assert main([*common, str(tmp_path / "eins"), "--only", "beschlussvorlage-text"]) == 0
    text = (tmp_path / "eins" / "beschlussvorlage.txt").read_text("utf-8")
    assert text.startswith(UNFINISHED)
