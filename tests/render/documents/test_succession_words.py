"""A body that is renamed, merged, split or ended is told in the words of the field."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange
from generator.render.reports.changes_text import encode as text
from tests.compare.county import Data, county, goal
from tests.editions import compare, telling
from tests.render.documents.test_change_list import encode as markdown

Edit = Callable[[Data], object]


def gebaeude(data: Data) -> None:
    """A body that was renamed before."""
    data["akteure"].append(
        {"id": "gebaeude", "name": "Amt für Gebäude", "art": "intern", "frueher": [
            {"name": "Bauamt", "bis": 2018}]}
    )  # fmt: skip


def edited(edit: Edit) -> Any:
    return compare(county(gebaeude), county(lambda d: (gebaeude(d), edit(d))))


def told(edit: Edit) -> list[ToldChange]:
    return list(Telling(edited(edit)).changes)


def body(data: Data, identity: str) -> Data:
    found: Data = next(actor for actor in data["akteure"] if actor["id"] == identity)
    return found


def register(data: Data, identity: str, name: str) -> None:
    data["akteure"].append({"id": identity, "name": name, "art": "intern"})


def renamed(data: Data) -> None:
    body(data, "jugendamt").update(
        name="Amt für Jugend und Familie",
        kurz="Familienamt",
        frueher=[{"name": "Jugendamt", "bis": 2026}],
    )


def renamed_again(data: Data) -> None:
    entry = body(data, "gebaeude")
    entry["frueher"].append({"name": entry["name"], "bis": 2026})
    entry["name"] = "Fachbereich Gebäude"


def merged(data: Data) -> None:
    body(data, "jugendamt")["nachfolger"] = "schulamt"


def split(data: Data) -> None:
    register(data, "kitas", "Fachdienst Kindertagesstätten")
    register(data, "hilfen", "Fachdienst Erzieherische Hilfen")
    body(data, "jugendamt").update(nachfolger=["kitas", "hilfen"], bis=2026)


def founded(data: Data) -> None:
    register(data, "bildung", "Fachbereich Bildung")
    body(data, "jugendamt")["nachfolger"] = ["bildung"]
    body(data, "schulamt")["nachfolger"] = "bildung"


CASES: dict[str, tuple[Edit, list[str]]] = {
    "renamed": (renamed, ["Akteur «Jugendamt»: umbenannt"]),
    "merged": (merged, ["Akteur «Jugendamt»: aufgegangen in «Schulverwaltungsamt»"]),
    "split": (
        split,
        [
            "Akteur «Jugendamt»: bis 2026, dann aufgeteilt in «Fachdienst Kindertagesstätten» und "
            "«Fachdienst Erzieherische Hilfen»",
            "Akteur «Fachdienst Kindertagesstätten»: neu, entstanden aus «Jugendamt»",
            "Akteur «Fachdienst Erzieherische Hilfen»: neu, entstanden aus «Jugendamt»",
        ],
    ),
    "ended": (
        lambda d: body(d, "jugendamt").update(bis=2026),
        ["Akteur «Jugendamt»: aufgelöst (bis 2026)"],
    ),
    "two became a new one": (
        founded,
        [
            "Akteur «Schulverwaltungsamt»: aufgegangen in «Fachbereich Bildung»",
            "Akteur «Jugendamt»: aufgegangen in «Fachbereich Bildung»",
            "Akteur «Fachbereich Bildung»: neu, entstanden aus «Schulverwaltungsamt» und «Jugendamt»",
        ],
    ),
    "renamed, and takes over from another": (
        lambda d: (renamed(d), body(d, "gebaeude").update(nachfolger="jugendamt")),
        [
            "Akteur «Jugendamt»: umbenannt, übernimmt Aufgaben von «Amt für Gebäude»",
            "Akteur «Amt für Gebäude»: aufgegangen in «Amt für Jugend und Familie»",
        ],
    ),
    "other entries": (
        lambda d: body(d, "jugendamt").update(art="extern"),
        ["Akteur «Jugendamt»: Angaben geändert"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_became_of_a_body_is_said(case: str) -> None:
    edit, titles = CASES[case]
    assert [row.title for row in told(edit)] == titles


def test_a_body_that_was_ended_by_mistake_goes_on() -> None:
    ended = county(lambda d: body(d, "jugendamt").update(bis=2026))
    (row,) = telling(ended, county()).changes
    assert (row.what, row.words.old, row.words.new) == ("besteht weiter", "besteht bis: 2026", None)


@pytest.mark.parametrize(
    ("edit", "old", "new", "details"),
    [
        (renamed, "Jugendamt", "Amt für Jugend und Familie; Kurzname: Familienamt",
         ("bis 2026: Jugendamt",)),
        (renamed_again, "Amt für Gebäude", "Fachbereich Gebäude", ("bis 2026: Amt für Gebäude",)),
        (merged, None, "Nachfolger: «Schulverwaltungsamt»", ()),
        (lambda d: body(d, "jugendamt").update(bis=2026), None, "besteht bis: 2026", ()),
        (lambda d: body(d, "gebaeude")["frueher"][0].update(bis=2019),
         "frühere Namen: Bauamt (bis 2018)", "frühere Namen: Bauamt (bis 2019)", ()),
        (lambda d: body(d, "gebaeude")["frueher"].insert(0, {"name": "Hochbauamt", "bis": 1994}),
         None, "frühere Namen: Hochbauamt (bis 1994)", ()),
        (lambda d: body(d, "gebaeude").pop("frueher"), "frühere Namen: Bauamt (bis 2018)", None, ()),
    ],
)  # fmt: skip
def test_each_side_says_only_what_it_alone_has(
    edit: Edit, old: str | None, new: str | None, details: tuple[str, ...]
) -> None:
    (row,) = told(edit)
    assert (row.words.old, row.words.new, row.words.details) == (old, new, details)


def test_a_second_new_name_reads_as_the_first() -> None:
    shown = text(Telling(edited(renamed_again)))
    assert "[-Amt für-]{+Fachbereich+} Gebäude\n    bis 2026: Amt für Gebäude\n" in shown


@pytest.mark.parametrize("edit", [renamed, renamed_again, merged, split, founded])
def test_nothing_is_struck_out_that_was_not_there(edit: Edit) -> None:
    comparison = edited(edit)
    assert "keine Angabe" not in text(Telling(comparison))
    assert "keine Angabe" not in markdown(Telling(comparison))


@pytest.mark.parametrize(("edit", "number"), [(merged, 3), (founded, 3), (split, 5), (renamed, 4)])
def test_bodies_that_exist_no_more_are_not_counted(edit: Edit, number: int) -> None:
    comparison = edited(edit)
    (count,) = [c for c in Telling(comparison).summary.counts if c.label == "Akteure"]
    assert (count.old, count.new) == (4, number)


def test_an_entry_that_names_its_one_successor_plainly_reads_as_a_list_of_one() -> None:
    plain, listed = (
        county(merged),
        county(lambda d: body(d, "jugendamt").update(nachfolger=["schulamt"])),
    )
    assert plain == listed


def concerned(edit: Edit) -> dict[str, tuple[str, ...]]:
    return {row.name: row.changes for row in Telling(edited(edit)).bodies}


def test_a_renamed_body_is_concerned_with_the_goals_it_keeps() -> None:
    assert concerned(renamed) == {
        "Amt für Jugend und Familie (bisher: Jugendamt)": ("weiter zuständig: PZ01, PZ02",)
    }


def test_a_merged_body_and_the_one_that_takes_over_are_concerned() -> None:
    def handed_over(data: Data) -> None:
        merged(data)
        goal(data, "PZ01")["zustaendig"] = ["schulamt"]
        goal(data, "PZ02")["zustaendig"] = ["schulamt"]

    assert concerned(handed_over) == {
        "Schulverwaltungsamt (übernimmt Aufgaben von «Jugendamt»)": (
            "zuständig anstelle von «Jugendamt»: PZ02", "weiter zuständig: PZ01",
        ),
        "Jugendamt (aufgegangen in «Schulverwaltungsamt»)": ("nicht mehr zuständig: PZ01, PZ02",),
    }  # fmt: skip


def test_of_a_split_body_every_successor_is_concerned_even_without_a_task() -> None:
    found = concerned(split)
    assert found["Fachdienst Kindertagesstätten (übernimmt Aufgaben von «Jugendamt»)"] == (
        "weder Ziele noch Empfehlungen",
    )
    assert len(found) == 3


def test_a_body_that_ended_is_concerned_with_the_requests_it_still_receives() -> None:
    assert concerned(lambda d: body(d, "bund").update(bis=2026)) == {
        "Bund (bis 2026)": ("weiter Adressat von: EM01",)
    }


def test_a_body_that_was_merged_before_is_no_news() -> None:
    before = county(merged)
    after = county(lambda d: (merged(d), goal(d, "LZ02").update(text="Wohnraum bleibt bezahlbar.")))
    assert telling(before, after).bodies == ()
