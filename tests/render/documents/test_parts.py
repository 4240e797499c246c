"""A document has the parts that the house wants; a short one goes without those that repeat others."""

from copy import deepcopy
from typing import Any

import pytest

from generator.model.kinds import ELEMENTS
from generator.model.parts import HOMES, PARTS, REPEATING, SHORT, printed_parts
from generator.model.strategy import Strategy
from generator.render.blocks import Caption, Contents, Heading, Reference
from generator.render.documents.strategy_document.appendices import APPENDICES
from generator.render.proof.printed import lines
from generator.render.proof.printed_fields import field_gaps
from tests.compare.county import DATA, Data
from tests.editions import compare, printed, redline_document, strategy_document
from tests.judges import ROOT
from tests.render.formats.shipped import read

HEADINGS = {
    "auf_einen_blick": "Auf einen Blick",
    "inhaltsverzeichnis": "Inhalt",
    "abkuerzungen": "Abkürzungen",
    "quellenverzeichnis": "Quellenverzeichnis",
    "uebersicht": "Zielübersicht",
    "zustaendigkeitsmatrix": "Zuständigkeitsmatrix",
    "stellenverzeichnis": "Wer ist wofür zuständig?",
    "kennzahlen": "Kennzahlen",
    "planungen": "Planungen und Berichte",
    "bezugsrahmen": "Bezugsrahmen",
}
LISTS = {"abbildungsverzeichnis": "figures", "tabellenverzeichnis": "tables"}
"""Parts that are no heading of their own, to the list that they are."""


def with_parts(strategy: Strategy, **teile: str) -> Strategy:
    kopf = strategy.kopf.model_copy(
        update={"teile": type(strategy.kopf.teile)(**teile)}  # type: ignore[arg-type]
    )
    fields = {name: getattr(strategy, name) for name in type(strategy).model_fields}
    return Strategy.model_construct(**fields | {"kopf": kopf})


@pytest.fixture(scope="module")
def whole() -> Strategy:
    """The shipped strategy has something to stand in every part."""
    return read(ROOT / "strategy")


def headings(strategy: Strategy) -> set[str]:
    blocks = strategy_document(strategy).blocks
    return {"".join(r.text for r in b.content) for b in blocks if isinstance(b, Heading)}


def lists(strategy: Strategy) -> set[str]:
    return {b.of for b in strategy_document(strategy).blocks if isinstance(b, Contents)}


def test_every_part_has_a_case() -> None:
    assert {*HEADINGS, *LISTS, "glossar"} == set(PARTS)
    assert set(PARTS) >= REPEATING


def test_a_glossary_is_printed_from_the_entries_of_the_strategy() -> None:
    auental = read(ROOT / "examples" / "auental")
    without = with_parts(auental, uebrige="drucken", glossar="weglassen")
    assert headings(auental) - headings(without) == {"Glossar"}
    assert "Glossar" not in headings(read(ROOT / "strategy"))


@pytest.mark.parametrize("part", HEADINGS)
def test_a_part_is_left_out_alone(part: str, whole: Strategy) -> None:
    assert headings(whole) - headings(with_parts(whole, **{part: "weglassen"})) == {
        HEADINGS[part]
    } | (
        {"Worum es geht", "Was neu ist", "Was zu entscheiden ist"}
        if part == "auf_einen_blick"
        else set()
    )


@pytest.mark.parametrize("part", LISTS)
def test_a_list_of_figures_or_tables_is_left_out_alone(part: str, whole: Strategy) -> None:
    assert lists(whole) - lists(with_parts(whole, **{part: "weglassen"})) == {LISTS[part]}


def test_with_every_part_left_out_the_chapters_stand_alone(whole: Strategy) -> None:
    bare = with_parts(whole, uebrige="weglassen")
    assert not headings(bare) & {*HEADINGS.values(), "Übersichten und Register"}
    assert not lists(bare)
    assert not [
        b for b in strategy_document(bare).blocks if isinstance(b, Caption) and b.kind == "Tabelle"
    ]


def test_every_register_has_a_part_and_every_part_something_that_prints_it() -> None:
    entries = {kind.part for kind in ELEMENTS if kind.place in ("anhang", "quellen")}
    assert "" not in entries
    assert entries <= set(PARTS)
    assert entries - set(APPENDICES) == {"quellenverzeichnis"}  # a chapter of its own
    assert list(APPENDICES) == [part for part in PARTS if part in APPENDICES]


def test_what_is_not_named_follows_the_word_for_the_rest(whole: Strategy) -> None:
    some = with_parts(whole, uebrige="weglassen", kennzahlen="drucken")
    assert printed_parts(some) == {"kennzahlen"}


@pytest.mark.parametrize("part", HOMES.values())
def test_no_reference_leads_into_a_part_left_out_and_no_word_is_lost(
    part: str, whole: Strategy
) -> None:
    """What would be a link is the same words without one; entries left out count as named."""
    bare = with_parts(whole, **{part: "weglassen"})
    document = strategy_document(bare)
    kinds = {kind for kind, home in HOMES.items() if home == part}
    gone = {e.id for e in bare.elements() if type(e).__name__.lower() in kinds}
    assert gone
    assert not [r for r in references(document.blocks) if r.target in gone]
    assert [r for r in references(strategy_document(whole).blocks) if r.target in gone] or part in (
        "kennzahlen", "bezugsrahmen",
    )  # fmt: skip
    assert not list(field_gaps(bare, lines(document.blocks)))


def references(node: Any) -> list[Reference]:
    if isinstance(node, Reference):
        return [node]
    if isinstance(node, tuple):
        return [found for part in node for found in references(part)]
    names = getattr(type(node), "__struct_fields__", ())
    return [found for name in names for found in references(getattr(node, name))]


def test_without_a_bibliography_footnotes_say_all_that_is_known(whole: Strategy) -> None:
    work = next(w for w in whole.quellen if w.titel and not w.wortlaut)
    bare = with_parts(whole, quellenverzeichnis="weglassen")
    assert str(work.titel) in printed(bare).scribe.citations[work.id]
    assert str(work.titel) not in printed(whole).scribe.citations[work.id]


def county(number: int, **teile: str) -> Strategy:
    """A strategy with so many goals, and Empfehlungen besides."""
    data: Data = deepcopy(DATA)
    data["kopf"]["teile"] = teile
    top = data["ziele"]["handlungsfelder"][0]["kinder"]
    data["themen"] = data["themen"][:1]
    data["ziele"]["handlungsfelder"] = data["ziele"]["handlungsfelder"][:1]
    top[:] = [{"id": f"L{n}", "stufe": "leitziele", "text": "Alle lernen."} for n in range(number)]
    data["texte"] = []
    return Strategy.model_validate(data)


def test_a_short_strategy_goes_without_what_only_repeats_its_chapters() -> None:
    requests = len(list(county(0).recommendations()))
    assert frozenset(PARTS) - printed_parts(county(SHORT - requests)) == REPEATING
    assert printed_parts(county(SHORT - requests + 1)) == frozenset(PARTS)


def of_measures(**teile: str) -> Strategy:
    """A long strategy of Maßnahmen for which no body is responsible yet."""
    data: Data = deepcopy(DATA)
    measures = [{"id": f"M{n}", "stufe": "massnahmen", "text": "Alle lernen."} for n in range(70)]
    level = {
        "schluessel": "massnahmen",
        "name": "Maßnahme",
        "mehrzahl": "Maßnahmen",
        "praefix": "M",
    }
    field = {"id": "HF1", "titel": "Bildung", "kinder": measures}
    data["kopf"] |= {"teile": teile, "stufen": [level], "beschlussregeln": []}
    data |= {"themen": [], "texte": [], "ziele": {"handlungsfelder": [field]}}
    return Strategy.model_validate(data)


def test_where_no_body_does_anything_no_list_says_who_is_responsible() -> None:
    assert frozenset(PARTS) - printed_parts(of_measures()) == {"stellenverzeichnis"}


def test_where_the_house_wants_it_the_list_calls_the_measures_measures() -> None:
    for wanted in ({"stellenverzeichnis": "drucken"}, {"uebrige": "drucken"}):
        blocks = strategy_document(of_measures(**wanted)).blocks
        captions = {b.content[0].text for b in blocks if isinstance(b, Caption)}
        assert "Stellen mit ihren Maßnahmen" in captions


def test_what_the_house_wants_is_printed_however_short_it_is() -> None:
    assert "uebersicht" in printed_parts(county(3, uebersicht="drucken"))
    assert printed_parts(county(3, uebrige="drucken")) == frozenset(PARTS)


@pytest.mark.parametrize("folder", ["strategy", "examples/auental"])
@pytest.mark.parametrize("side", ["", "editions"])
def test_the_shipped_strategies_and_what_they_adopted_have_every_part(
    folder: str, side: str
) -> None:
    """What is of format 1 is printed as it was when it was adopted."""
    path = ROOT / folder
    for edition in [path] if not side else [p for p in (path / side).iterdir() if p.is_dir()]:
        assert printed_parts(read(edition)) == frozenset(PARTS)


def test_a_redline_has_a_bibliography_where_either_edition_has_one(whole: Strategy) -> None:
    bare = with_parts(whole, quellenverzeichnis="weglassen")
    for old, new in ((whole, bare), (bare, whole)):
        blocks = redline_document(compare(old, new), author="A", date="2026-01-01").blocks
        marks = {
            b.mark
            for b in blocks
            if isinstance(b, Heading) and b.content[0].text == "Quellenverzeichnis"
        }
        assert marks == {"plain"}
