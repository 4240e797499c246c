from collections.abc import Callable
from typing import Any

import pytest

from generator.compare.comparison import Comparison
from tests.compare.county import Data, county, goal, pop
from tests.editions import compare


def compared(edit: Callable[[Data], object]) -> Comparison:
    return compare(county(), county(edit))


def only(edit: Callable[[Data], object]) -> Any:
    (approved,) = compared(edit).changes
    return approved


def reason(identity: str, art: str, einstufung: str = "redaktionell") -> Data:
    return {"id": identity, "art": art, "einstufung": einstufung, "begruendung": "Ein Tippfehler."}


def test_nothing_changed_needs_no_decision() -> None:
    assert compare(county(), county()).decision == "keine"


def test_a_reworded_leitziel_is_for_the_kreistag_on_the_ground_the_house_names() -> None:
    approved = only(lambda d: goal(d, "LZ02").update(text="Wohnraum ist für alle bezahlbar."))
    assert (approved.approval, approved.ground) == ("kreistag", "Kapitel 3")


def test_what_no_line_names_is_ungeregelt() -> None:
    approved = only(lambda d: goal(d, "PZ02").update(text="Übergänge werden begleitet."))
    assert (approved.approval, approved.ground, approved.editorial) == ("ungeregelt", None, None)


def test_a_line_for_all_levels_applies_where_no_line_before_it_does() -> None:
    assert only(lambda d: goal(d, "PZ02")["zustaendig"].pop()).approval == "verwaltung"


def looser(d: Data) -> None:
    line = {"ebene": "*", "art": "umformuliert", "zustimmung": "verwaltung"}
    d["kopf"]["beschlussregeln"].insert(0, line)


def reworded(d: Data) -> None:
    goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."


def test_of_two_lines_the_first_applies() -> None:
    (approved,) = compare(county(looser), county(lambda d: (looser(d), reworded(d)))).changes
    assert approved.approval == "verwaltung"


def test_a_draft_does_not_free_itself_of_a_vote_by_changing_the_table() -> None:
    assert only(lambda d: (looser(d), reworded(d))).approval == "kreistag"
    assert only(lambda d: (d["kopf"].pop("beschlussregeln"), reworded(d))).approval == "kreistag"


def test_what_an_editorial_change_would_need_otherwise_is_kept() -> None:
    def edit(d: Data) -> None:
        reworded(d)
        d["aenderungen"] = [reason("LZ02", "umformuliert")]

    assert (only(edit).approval, only(edit).otherwise) == ("verwaltung", "kreistag")


@pytest.mark.parametrize("ebene", ["Leitziel", "leitziele", "Leitziele"])
def test_a_level_may_be_named_by_its_plural_or_key(ebene: str) -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        d["kopf"]["beschlussregeln"][0]["ebene"] = ebene

    assert only(edit).approval == "kreistag"


def test_an_editorial_change_with_a_reason_is_for_the_administration() -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist bezahlbar!"
        d["aenderungen"] = [reason("LZ02", "umformuliert")]

    approved = only(edit)
    assert (approved.approval, approved.editorial) == ("verwaltung", True)
    assert approved.reason == "Ein Tippfehler."


def test_a_reason_for_a_change_of_meaning_leaves_the_approval_as_it_is() -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        d["aenderungen"] = [reason("LZ02", "umformuliert", "inhaltlich")]

    approved = only(edit)
    assert (approved.approval, approved.editorial) == ("kreistag", False)


def test_a_reason_counts_for_its_own_kind_of_change_only() -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        d["aenderungen"] = [reason("LZ02", "text")]

    approved = only(edit)
    assert (approved.approval, approved.reason) == ("kreistag", None)


def test_one_entry_reasons_all_the_changes_it_names() -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist bezahlbar!"
        d["ziele"]["handlungsfelder"].reverse()
        for identity in ("EZ01", "EZ02", "EZ03"):
            goal(d, "PZ02").setdefault("kinder", []).append(pop(d, "PZ01", 0))
            assert goal(d, "PZ02")["kinder"][-1]["id"] == identity
        listed = reason("x", "x") | {"id": ["LZ02", "HF1", "HF2", "EZ01", "EZ02", "EZ03"]}
        d["aenderungen"] = [listed | {"art": ["umformuliert", "Verschoben", "umgestellt"]}]

    found = compared(edit).changes
    assert {e.change.kind for e in found} == {"reworded", "reordered", "moved"}
    assert {(e.editorial, e.reason) for e in found} == {(True, "Ein Tippfehler.")}


@pytest.mark.parametrize("begun", [None, "", "  "])
def test_an_entry_without_a_reason_judges_nothing(begun: str | None) -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist bezahlbar!"
        d["aenderungen"] = [reason("LZ02", "umformuliert") | {"begruendung": begun}]

    approved = only(edit)
    assert (approved.approval, approved.editorial, approved.reason) == ("kreistag", None, None)


def test_a_reason_that_nobody_classified_is_shown_and_judges_nothing() -> None:
    def edit(d: Data) -> None:
        goal(d, "LZ02")["text"] = "Wohnraum ist bezahlbar!"
        d["aenderungen"] = [reason("LZ02", "umformuliert") | {"einstufung": None}]

    approved = only(edit)
    assert (approved.approval, approved.editorial) == ("kreistag", None)
    assert approved.reason == "Ein Tippfehler."


@pytest.mark.parametrize("field", ["zustaendig", "adressaten"])
def test_another_spelling_of_the_same_body_is_editorial_by_itself(field: str) -> None:
    def edit(d: Data) -> None:
        if field == "zustaendig":
            goal(d, "PZ02")["zustaendig"] = [{"akteur": "jugendamt", "wortlaut": "Amt für Jugend"}]
        else:
            d["themen"][0]["empfehlungen"][0]["adressaten"] = [
                {"akteur": "bund", "wortlaut": "Bundesrepublik"}
            ]

    approved = only(edit)
    assert (approved.approval, approved.editorial) == ("verwaltung", True)
    assert approved.by_itself == "spelling"


def test_another_role_is_more_than_a_spelling() -> None:
    def edit(d: Data) -> None:
        goal(d, "PZ02")["zustaendig"] = [{"akteur": "jugendamt", "rolle": "mitwirkung"}]

    assert only(edit).editorial is None


def test_the_edition_itself_forces_no_decision() -> None:
    comparison = compared(lambda d: d["kopf"]["fassung"].update(kennung="2025", status="entwurf"))
    assert comparison.decision == "verwaltung"
    assert comparison.changes[0].editorial


def test_sorting_a_register_forces_no_decision() -> None:
    assert compared(lambda d: d["akteure"].reverse()).decision == "verwaltung"


def test_a_leitziel_made_a_prozessziel_still_concerns_a_leitziel() -> None:
    approved = only(lambda d: goal(d, "LZ02").update(stufe="prozessziele"))
    assert approved.change.level == "prozessziel"
    assert approved.approval == "kreistag"


def test_the_prose_of_a_new_goal_goes_with_the_goal() -> None:
    def edit(d: Data) -> None:
        d["ziele"]["handlungsfelder"][1]["kinder"].append(
            {"id": "LZ03", "stufe": "leitziele", "text": "Niemand verliert seine Wohnung."}
        )
        d["texte"].append({"id": "LZ03", "inhalt": "Räumungen nehmen zu."})
        d["aenderungen"] = [reason("LZ03", "neu", "inhaltlich")]

    new, prose = compared(edit).changes
    assert (prose.change.kind, prose.approval) == ("text", "kreistag")
    assert prose.reason == new.reason == "Ein Tippfehler."


def test_the_strictest_approval_decides() -> None:
    def edit(d: Data) -> None:
        pop(d, "PZ01", 0)
        goal(d, "PZ02")["text"] = "Übergänge werden begleitet."
        goal(d, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."

    comparison = compared(edit)
    assert comparison.decision == "kreistag"
    approvals = {entry.change.id: entry.approval for entry in comparison.changes}
    assert approvals == {"LZ02": "kreistag", "PZ02": "ungeregelt", "EZ01": "verwaltung"}


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "\u200b ", "\u2009"])
def test_spaces_that_nobody_sees_are_editorial_by_themselves(sign: str) -> None:
    def spaced(d: Data) -> None:
        goal(d, "LZ02")["text"] = goal(d, "LZ02")["text"].replace(" ", sign, 1)

    approved = only(spaced)
    assert (approved.approval, approved.editorial) == ("verwaltung", True)
    assert (approved.by_itself, approved.reason) == ("unseen", None)


def test_a_word_beside_such_a_space_is_no_editorial_change() -> None:
    def changed(d: Data) -> None:
        goal(d, "LZ02")["text"] = goal(d, "LZ02")["text"].replace(" ", "\u00a0mehr ", 1)

    assert only(changed).editorial is None


LEVELS = (("leitziele", "Leitziel", "LZ"), ("prozessziele", "Prozessziel", "PZ"))


def with_levels(d: Data, *levels: tuple[str, str, str]) -> None:
    d["kopf"]["stufen"] = [
        {"schluessel": key, "name": name, "mehrzahl": f"{name}e", "praefix": prefix}
        for key, name, prefix in levels
    ]


def without_results(d: Data) -> None:
    """The draft knows no Ergebnisziele; whatever else happens is for the administration."""
    goal(d, "PZ01")["kinder"] = []
    with_levels(d, *LEVELS)
    d["kopf"]["beschlussregeln"] = [{"ebene": "*", "art": "*", "zustimmung": "verwaltung"}]


def on_results(*lines: Data) -> Callable[[Data], object]:
    return lambda d: d["kopf"].update(beschlussregeln=list(lines))


@pytest.mark.parametrize("ebene", ["ergebnisziel", "Ergebnisziele", "ergebnisziele"])
@pytest.mark.parametrize("art", ["entfallen", "*"])
def test_what_goes_with_its_level_is_ruled_by_the_edition_in_force(ebene: str, art: str) -> None:
    line = {"ebene": ebene, "art": art, "zustimmung": "kreistag", "grundlage": "Kapitel 3"}
    loose = {"ebene": "*", "art": "*", "zustimmung": "verwaltung"}
    found = compare(county(on_results(line, loose)), county(without_results)).changes
    gone = [entry for entry in found if entry.change.kind == "removed"]
    assert [entry.change.id for entry in gone] == ["EZ01", "EZ02", "EZ03", "EZ04"]
    assert {(entry.approval, entry.ground) for entry in gone} == {("kreistag", "Kapitel 3")}


def test_what_goes_with_its_level_is_unruled_where_no_table_is_in_force() -> None:
    found = compare(county(on_results()), county(without_results)).changes
    assert {e.approval for e in found if e.change.kind == "removed"} == {"ungeregelt"}


def test_a_goal_of_a_dropped_level_that_moves_up_concerns_that_level_too() -> None:
    def edit(d: Data) -> None:
        first = pop(d, "PZ01", 0) | {"stufe": "prozessziele"}
        without_results(d)
        goal(d, "LZ01")["kinder"].append(first)

    line = {"ebene": "Ergebnisziele", "art": "verschoben", "zustimmung": "kreistag"}
    found = compare(county(on_results(line)), county(edit)).changes
    assert [e.approval for e in found if e.change.kind == "moved"] == ["kreistag"]


@pytest.mark.parametrize(
    "renamed", [("leitziele", "Leitlinie", "LZ"), ("linien", "Leitlinie", "LL")]
)
def test_a_level_that_is_called_otherwise_is_ruled_as_before(renamed: tuple[str, str, str]) -> None:
    def edit(d: Data) -> None:
        reworded(d)
        with_levels(d, renamed, LEVELS[1], ("ergebnisziele", "Ergebnisziel", "EZ"))
        d["kopf"]["beschlussregeln"] = []
        added = {"id": "LZ09", "stufe": "leitziele", "text": "Niemand ist allein."}
        d["ziele"]["handlungsfelder"][1]["kinder"].append(added)
        for feld in d["ziele"]["handlungsfelder"]:
            for child in feld["kinder"]:
                child["stufe"] = renamed[0]

    found = [e for e in compared(edit).changes if e.change.kind != "levels"]
    assert {(e.change.kind, e.approval, e.ground) for e in found} == {
        ("reworded", "kreistag", "Kapitel 3"), ("added", "kreistag", "Kapitel 3"),
    }  # fmt: skip


@pytest.mark.parametrize("wortlaut", ["amtlich", "nacherzaehlt"])
def test_whose_wording_a_text_is_said_to_be_does_not_change_the_text(wortlaut: str) -> None:
    for identity in (0, 1):
        approved = only(lambda d, i=identity: d["texte"][i].update(wortlaut=wortlaut))
        assert (approved.approval, approved.editorial) == ("verwaltung", True)
        assert (approved.by_itself, approved.reason) == ("origin", None)


def test_a_text_that_is_another_too_is_not_editorial_by_itself() -> None:
    approved = only(lambda d: d["texte"][1].update(wortlaut="amtlich", inhalt="Sie dauert lange."))
    assert approved.editorial is None
