"""What hangs on a change: goals below, texts that refer to it, bodies responsible."""

from collections.abc import Callable

from generator.compare.impact import BELOW, BodyImpact, Impact, Reach
from tests.compare.county import Data, county, goal, pop
from tests.editions import compare


def after(edit: Callable[[Data], object]) -> Impact:
    return compare(county(), county(edit)).impact


def bodies(edit: Callable[[Data], object]) -> dict[str, BodyImpact]:
    return {body.id: body for body in after(edit).bodies}


def reworded(data: Data, identity: str = "LZ01") -> None:
    goal(data, identity)["text"] = "Kein Kind bleibt ohne Abschluss."


def editorial(data: Data) -> None:
    reworded(data)
    data["aenderungen"] = [
        {"id": "LZ01", "art": "umformuliert", "einstufung": "redaktionell", "begruendung": "Stil."}
    ]


def test_a_reworded_goal_names_what_stands_below_it() -> None:
    (reach,) = after(reworded).elements
    assert reach == Reach(
        "LZ01", ("reworded",), ("PZ01", "EZ01", "EZ02", "EZ03", "EZ04", "PZ02"), ()
    )


def test_a_removed_goal_names_what_stood_below_it_and_who_referred_to_it() -> None:
    def refer(data: Data) -> None:
        data["texte"][1]["inhalt"] = "Wichtig bleibt [[PZ01]]."

    def remove(data: Data) -> None:
        refer(data)
        pop(data, "LZ01", 0)
        data["texte"][1]["inhalt"] = "Anderes ist wichtig."

    found = {r.id: r for r in compare(county(refer), county(remove)).impact.elements}
    assert found["PZ01"].below == ("EZ01", "EZ02", "EZ03", "EZ04")
    assert found["PZ01"].referring == ("fazit",)


def test_a_key_figure_names_the_text_that_prints_it() -> None:
    def print_it(data: Data) -> None:
        data["texte"][1]["inhalt"] = "Die Quote liegt bei {{ kennzahl.quote }}."

    def change(data: Data) -> None:
        print_it(data)
        data["kennzahlen"][0]["wert"] = "16,1"

    (reach,) = compare(county(print_it), county(change)).impact.elements
    assert (reach.id, reach.referring) == ("quote", ("fazit",))


def test_an_editorial_change_touches_nothing() -> None:
    assert after(editorial) == Impact()


def test_a_body_is_newly_and_another_no_longer_responsible() -> None:
    found = bodies(lambda d: goal(d, "PZ02").update(zustaendig=["schulamt"]))
    assert set(found) == {"schulamt", "jugendamt"}
    assert (found["schulamt"].before, found["schulamt"].after) == (("PZ01",), ("PZ01", "PZ02"))
    assert (found["schulamt"].gained, found["schulamt"].lost) == (("PZ02",), ())
    assert (found["jugendamt"].gained, found["jugendamt"].lost) == ((), ("PZ02",))


def test_another_role_makes_a_body_differently_responsible() -> None:
    lead = {"akteur": "jugendamt", "rolle": "federfuehrung"}
    found = bodies(lambda d: goal(d, "PZ02").update(zustaendig=[lead]))
    assert found["jugendamt"].otherwise == ("PZ02",)
    assert (found["jugendamt"].gained, found["jugendamt"].lost) == ((), ())


def test_another_spelling_concerns_no_body() -> None:
    spelt = {"akteur": "jugendamt", "wortlaut": "Amt für Jugend"}
    assert bodies(lambda d: goal(d, "PZ02").update(zustaendig=[spelt])) == {}


def as_editorial(data: Data, *changes: tuple[str, str]) -> None:
    data["aenderungen"] = [
        {"id": id_, "art": art, "einstufung": "redaktionell", "begruendung": "Dieselbe Aufgabe."}
        for id_, art in changes
    ]


def test_what_follows_from_an_editorial_change_only_is_not_told_of_a_body() -> None:
    def edit(data: Data) -> None:
        goal(data, "PZ01")["zustaendig"] = ["schulamt"]
        goal(data, "PZ02")["zustaendig"] = ["schulamt"]
        as_editorial(data, ("PZ02", "zustaendigkeit"))

    found = bodies(edit)
    assert set(found) == {"jugendamt"}
    assert found["jugendamt"].lost == ("PZ01",)


def test_a_goal_that_is_new_for_editorial_reasons_gives_nobody_a_new_task() -> None:
    def edit(data: Data) -> None:
        goal(data, "PZ02").update(id="PZ03", ersetzt=["PZ02"])
        as_editorial(data, ("PZ02", "entfallen"), ("PZ03", "neu"))

    assert bodies(edit) == {}


def test_what_happened_to_a_goal_is_told_apart_from_what_happened_below_it() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ02")["kinder"] = [pop(data, "LZ01", 1)]
        goal(data, "PZ01")["text"] = "Die Ganztagsschulen werden ausgebaut."
        pop(data, "PZ01", 1)

    assert after(edit).touched == {"PZ01": ("reworded", BELOW), "PZ02": ("moved",)}


def test_a_result_that_changes_concerns_the_bodies_of_the_goal_above_it() -> None:
    found = bodies(lambda d: goal(d, "EZ02").update(text="Das Mittagessen kostet nichts."))
    assert {body: impact.touched for body, impact in found.items()} == {
        "schulamt": ("PZ01",),
        "jugendamt": ("PZ01",),
    }


def test_a_result_that_is_gone_concerns_the_bodies_of_the_goal_it_stood_under() -> None:
    found = bodies(lambda d: pop(d, "PZ01", 1))
    assert {body: impact.touched for body, impact in found.items()} == {
        "schulamt": ("PZ01",),
        "jugendamt": ("PZ01",),
    }


def test_a_result_that_moves_concerns_the_bodies_of_both_goals() -> None:
    def move(data: Data) -> None:
        goal(data, "PZ02").setdefault("kinder", []).append(pop(data, "PZ01", 1))

    found = bodies(move)
    assert found["schulamt"].touched == ("PZ01",)
    assert found["jugendamt"].touched == ("PZ01", "PZ02")


def test_a_removed_body_and_a_new_addressee_are_told() -> None:
    def edit(data: Data) -> None:
        data["akteure"].pop(1)
        goal(data, "PZ01")["zustaendig"] = ["schulamt"]
        goal(data, "PZ02")["zustaendig"] = []
        data["akteure"].append({"id": "land", "name": "Land", "art": "land"})
        data["themen"][0]["empfehlungen"][0]["adressaten"] = ["land"]

    found = bodies(edit)
    assert (found["jugendamt"].lost, found["jugendamt"].after) == (("PZ01", "PZ02"), ())
    assert found["land"].gained == ("EM01",)
    assert found["bund"].lost == ("EM01",)


def split(data: Data) -> None:
    """PZ02 becomes PZ03, which the Jugendamt keeps, and PZ04, which goes to the Schulverwaltungsamt."""
    pop(data, "LZ01", 1)
    goal(data, "LZ01")["kinder"] += [
        {"id": "PZ03", "stufe": "prozessziele", "text": "Übergänge gelingen.", "ersetzt": ["PZ02"],
         "zustaendig": ["jugendamt"]},
        {"id": "PZ04", "stufe": "prozessziele", "text": "Berufe werden vorgestellt.", "ersetzt": ["PZ02"],
         "zustaendig": ["schulamt"]},
    ]  # fmt: skip


def test_of_a_goal_that_was_split_a_body_keeps_what_it_had() -> None:
    found = bodies(split)
    assert (found["jugendamt"].gained, found["jugendamt"].lost) == ((), ())
    assert found["jugendamt"].inherited == {"PZ03": ("PZ02",)}
    assert (found["schulamt"].gained, found["schulamt"].inherited) == (("PZ04",), {})


def test_of_goals_that_were_merged_a_body_keeps_what_it_had() -> None:
    def merge(data: Data) -> None:
        goal(data, "LZ01")["kinder"] = [
            {"id": "PZ05", "stufe": "prozessziele", "text": "Beides.", "ersetzt": ["PZ01", "PZ02"],
             "zustaendig": ["schulamt", "jugendamt"]},
        ]  # fmt: skip

    found = bodies(merge)
    assert found["jugendamt"].inherited == {"PZ05": ("PZ01", "PZ02")}
    assert found["schulamt"].inherited == {"PZ05": ("PZ01",)}
    assert all((body.gained, body.lost) == ((), ()) for body in found.values())


def test_a_recommendation_that_replaces_one_is_nothing_new_to_whom_it_addresses() -> None:
    def replace(data: Data) -> None:
        data["themen"][0]["empfehlungen"][0].update(id="EM02", ersetzt=["EM01"])

    assert bodies(replace)["bund"].inherited == {"EM02": ("EM01",)}
    assert (bodies(replace)["bund"].gained, bodies(replace)["bund"].lost) == ((), ())


def test_the_heirs_of_a_body_have_its_goals_in_its_place() -> None:
    def divide(data: Data) -> None:
        data["akteure"][1].update(nachfolger=["familienamt", "jugendberufsamt"])
        for id_ in ("familienamt", "jugendberufsamt"):
            data["akteure"].append({"id": id_, "name": id_.title(), "art": "intern"})
        goal(data, "PZ01")["zustaendig"] = ["schulamt", "familienamt"]
        goal(data, "PZ02")["zustaendig"] = ["jugendberufsamt", "schulamt"]

    found = bodies(divide)
    assert found["familienamt"].succeeded == {"PZ01": ("jugendamt",)}
    assert found["jugendberufsamt"].succeeded == {"PZ02": ("jugendamt",)}
    assert all(found[id_].gained == () for id_ in ("familienamt", "jugendberufsamt"))
    assert found["jugendamt"].lost == ("PZ01", "PZ02")
    assert found["schulamt"].gained == ("PZ02",)
