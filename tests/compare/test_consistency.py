"""Changes and their reasons fit each other, or the coordinator is told where they do not."""

import re
from collections.abc import Callable

import pytest

from generator.checks.comparing import ENTRIES
from generator.checks.registry import catalogue
from generator.compare.comparison import compare
from generator.compare.consistency import inconsistencies
from generator.finding import Finding, Position, Severity
from generator.model.kinds import KINDS_BY_WORD
from tests.compare.county import Data, county, goal, pop


class Places:
    """Names the place it was asked for instead of a line."""

    def of(self, identity: str, *path: str | int) -> Position:
        return Position(identity, 1, 1)

    def at(self, name: str, *path: str | int) -> Position:
        return Position("/".join(map(str, (name, *path))), 1, 1)


def found(edit: Callable[[Data], object], *reasons: tuple[str, str, str]) -> list[Finding]:
    def new(data: Data) -> None:
        data["kopf"]["fassung"].update(kennung="2025", status="entwurf", vorgaenger="2020")
        edit(data)
        data["aenderungen"] = [
            {"id": i, "art": art, "einstufung": einstufung, "begruendung": "Beschluss."}
            for i, art, einstufung in reasons
        ]

    return inconsistencies(compare(county(), county(new)), Places())


def reword(data: Data) -> None:
    goal(data, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."


def replaced(data: Data) -> None:
    goal(data, "LZ02")["text"] = "Niemand muss auf der Straße schlafen."


def test_a_change_without_a_reason_is_a_hint_that_says_what_to_write() -> None:
    (finding,) = found(reword)
    assert (finding.rule, finding.severity, finding.id) == ("Z701", Severity.HINT, "LZ02")
    assert finding.position.file == "LZ02"
    assert finding.message.startswith("Leitziel LZ02 ist geändert (umformuliert)")
    assert "«id: LZ02, art: umformuliert»" in finding.message


def test_the_entry_a_hint_proposes_silences_it() -> None:
    (finding,) = found(reword)
    proposed = re.search(r"«id: (\w+), art: (\w+)»", finding.message)
    assert proposed is not None
    assert proposed[2] in KINDS_BY_WORD
    assert found(reword, (proposed[1], proposed[2], "inhaltlich")) == []


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: goal(d, "PZ02").update(
            zustaendig=[{"akteur": "jugendamt", "wortlaut": "Amt für Jugend"}]
        ),
        lambda d: d["akteure"].reverse(),
        lambda d: None,
    ],
)
def test_what_is_editorial_by_itself_needs_no_reason(edit: Callable[[Data], object]) -> None:
    assert found(edit) == []


def test_the_text_of_a_new_goal_is_covered_by_the_reason_for_the_goal() -> None:
    def edit(data: Data) -> None:
        new = {"id": "LZ09", "stufe": "leitziele", "text": "Wege sind kurz."}
        data["ziele"]["handlungsfelder"][1]["kinder"].append(new)
        data["texte"].append({"id": "LZ09", "inhalt": "Der Landkreis ist groß."})

    assert found(edit, ("LZ09", "neu", "inhaltlich")) == []


def test_a_removed_goal_is_pointed_at_where_its_reason_is_missing() -> None:
    (finding,) = found(lambda d: pop(d, "PZ01", 0))
    assert (finding.id, finding.position.file) == ("EZ01", "changes.yaml")


def test_an_adopted_edition_is_not_asked_for_reasons() -> None:
    def adopted(data: Data) -> None:
        reword(data)
        data["kopf"]["fassung"]["status"] = "beschlossen"

    assert found(adopted) == []


def test_against_another_edition_than_the_predecessor_reasons_are_not_judged() -> None:
    def other(data: Data) -> None:
        replaced(data)
        data["kopf"]["fassung"]["vorgaenger"] = "2014"

    reasons = (("LZ02", "umformuliert", "redaktionell"), ("LZ01", "umformuliert", "inhaltlich"))
    assert found(other, *reasons) == []


def test_a_reason_without_a_change_says_what_changed_instead() -> None:
    reasons = (("LZ02", "umformuliert", "inhaltlich"), ("LZ02", "verschoben", "inhaltlich"))
    (finding,) = found(reword, *reasons)
    assert (finding.rule, finding.severity) == ("Z702", Severity.WARNING)
    assert finding.position.file == "changes.yaml/aenderungen/1/id"
    assert "Fassung 2020 nicht geändert; geändert ist: umformuliert" in finding.message


def test_an_unknown_kind_of_change_is_left_to_the_rule_that_names_the_right_word() -> None:
    reasons = (("LZ02", "umformuliert", "inhaltlich"), ("LZ02", "umformulirt", "inhaltlich"))
    assert found(reword, *reasons) == []


def test_an_editorial_change_that_keeps_few_words_is_a_warning() -> None:
    (finding,) = found(replaced, ("LZ02", "umformuliert", "redaktionell"))
    assert (finding.rule, finding.severity, finding.id) == ("Z703", Severity.WARNING, "LZ02")
    assert finding.position.file == "changes.yaml/aenderungen/0/einstufung"


@pytest.mark.parametrize(
    ("text", "einstufung"),
    [
        ("Wohnraum ist für alle bezahlbar.", "redaktionell"),  # most words stay
        ("Wohnräume sind bezahlbar.", "redaktionell"),  # spelt otherwise
        ("Bezahlbar ist Wohnraum.", "redaktionell"),  # in another order
        ("Niemand muss auf der Straße schlafen.", "inhaltlich"),  # and said to be so
    ],
)
def test_a_correction_may_be_editorial_and_a_new_wording_may_be_substantial(
    text: str, einstufung: str
) -> None:
    assert (
        found(lambda d: goal(d, "LZ02").update(text=text), ("LZ02", "umformuliert", einstufung))
        == []
    )


def test_a_likely_split_is_a_hint_at_the_goal_that_should_say_so() -> None:
    def edit(data: Data) -> None:
        goal(data, "PZ01")["id"] = "PZ07"
        data["texte"].pop(0)

    findings = [f for f in found(edit) if f.rule == "Z704"]
    assert [(f.severity, f.id, f.position.file) for f in findings] == [
        (Severity.HINT, "PZ07", "PZ07")
    ]


def test_every_rule_of_the_comparison_is_explained() -> None:
    codes = {rule.code: rule for rule in catalogue()}
    for entry in ENTRIES:
        assert codes[entry.code].manual == entry.manual
        assert "Beheben:" in entry.manual
    assert [entry.code for entry in ENTRIES] == ["Z701", "Z702", "Z703", "Z704"]


def test_a_leitziel_that_goes_is_hardly_an_editorial_change() -> None:
    def remove(data: Data) -> None:
        fields = data["ziele"]["handlungsfelder"]
        for field in fields:
            field["kinder"] = [g for g in field["kinder"] if g["id"] != "LZ02"]

    (told,) = [f for f in found(remove, ("LZ02", "entfallen", "redaktionell")) if f.rule == "Z703"]
    assert "braucht sonst aber einen Beschluss des Kreistages" in told.message
    assert "Z703" not in {f.rule for f in found(remove, ("LZ02", "entfallen", "inhaltlich"))}
