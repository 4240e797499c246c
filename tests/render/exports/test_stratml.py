"""StratML Part 1: valid for every strategy, and complete in its goals and bodies."""

from collections.abc import Callable

import pytest
from lxml import etree

from generator.errors import GeneratorError
from generator.graph.edition import Edition
from generator.model.strategy import Strategy
from generator.render.exports import element_table
from generator.render.exports.exported import Exported
from generator.render.exports.stratml import encode
from tests.edit.editing import COUNTIES, county, files_of, read
from tests.render.exports.stratml_schema import NAMESPACE, faults
from tests.shapes import FILES, shape

ROUND = b"""runden:
  - runde: 1
    stellungnahmen: [{id: S001, datei: amt.docx, element: AS01, art: anmerkung, text: Gut so., entscheidung: offen}]
"""


def texts(data: bytes, path: str) -> list[str | None]:
    root = etree.fromstring(data)
    return [
        found.text for found in root.iterfind("/".join(f"{NAMESPACE}{p}" for p in path.split("/")))
    ]


@pytest.mark.parametrize("folder", [*COUNTIES, "examples/weidenfurt"])
def test_a_county_is_valid_stratml_with_every_goal_in_it(folder: str) -> None:
    strategy = read(files_of(folder))
    data = encode(Edition(strategy)).data
    assert faults(data) == []
    goals = [element.text for element in etree.fromstring(data).iter(f"{NAMESPACE}Identifier")]
    assert goals == [goal.id for goal in strategy.goals()]
    wordings = {e.text for e in etree.fromstring(data).iter(f"{NAMESPACE}Description")}
    assert {goal.text for goal in strategy.goals()} <= wordings


@pytest.mark.parametrize("name", FILES)
def test_levels_of_every_shape_are_valid_stratml(name: str) -> None:
    assert faults(encode(Edition(shape(name))).data) == []


def test_where_a_goal_belongs_is_said_though_stratml_knows_two_levels() -> None:
    exported = encode(Edition(shape("everything at once")))
    core = "StrategicPlanCore/Goal"
    assert texts(exported.data, f"{core}/Identifier") == ["IN01", "ZI01", "ZI02", "IN04", "ZI03"]
    assert texts(exported.data, f"{core}/Objective/SequenceIndicator") == [
        "2.1", "2.2", "2.2.1", "2.2.1.1", "2.2.1.2", "2.2.1.3", "2.2.2", "2.3",
    ]  # fmt: skip
    assert "Steht unter MA01." in texts(exported.data, f"{core}/Objective/OtherInformation")
    assert "Handlungsfeld HF1: Klima." in texts(exported.data, f"{core}/OtherInformation")
    assert exported.lost[0].startswith("Die Stufen unter dem obersten Ziel stehen nebeneinander")


def test_what_is_lost_is_said_with_its_number() -> None:
    exported = encode(Edition(read(files_of("strategy"))))
    assert "Empfehlungen (16), Texte (56), Kennzahlen (24)" in exported.lost[-1]


@pytest.mark.parametrize("encoder", [encode, element_table.encode])
def test_whatever_stands_beside_goals_and_registers_is_named_as_left_out(
    encoder: Callable[[Edition], Exported],
) -> None:
    """Each field of a strategy: emptied, one thing less is said to be missing, or one row less is there."""
    whole = read({**files_of("examples/auental"), "stellungnahmen.yaml": ROUND})
    told = encoder(Edition(whole.model_copy()))
    frame = {"skala", "zeitraeume", "versand"}  # by which reports are read and sent
    found = {name for name in Strategy.model_fields if getattr(whole, name)} - frame
    assert {"berichte", "angaben", "werte", "vorlage", "beratungsfolge", "runden"} <= found
    for name in found - {"kopf", "ziele"}:
        empty = None if name in ("vorlage", "finanzen") else ()
        less = encoder(Edition(whole.model_copy(update={name: empty})))
        assert less != told, name
        assert len(less.data) < len(told.data) or less.lost != told.lost, name


def test_a_strategy_without_goals_is_no_stratml() -> None:
    with pytest.raises(GeneratorError, match="mindestens ein Ziel"):
        encode(Edition(read(county())))


def test_the_judge_sees_what_is_wrong() -> None:
    data = encode(Edition(shape("side by side"))).data
    assert faults(
        data.replace(b"<Description>", b"<Beschreibung>").replace(
            b"</Description>", b"</Beschreibung>"
        )
    )
    assert faults(data.replace(b"<Identifier>MA02", b"<Identifier>MA01"))
    assert faults(data.replace(b"Objective", b"Goal").replace(b"Goal", b"Objective"))
