import json
from typing import Any

from generator.render.reports.changes_json import encode
from tests.compare.county import Data, county, goal, pop
from tests.editions import telling


def edited(data: Data) -> None:
    data["kopf"]["fassung"].update(kennung="2025-entwurf")
    goal(data, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
    goal(data, "PZ02")["text"] = "Übergänge in den Beruf werden begleitet"
    pop(data, "PZ01", 0)
    data["aenderungen"] = [
        {
            "id": "PZ02",
            "art": "umformuliert",
            "einstufung": "redaktionell",
            "begruendung": "Der Punkt entfällt wie in allen Zielen.",
        }
    ]


def decoded() -> Any:
    return json.loads(encode(telling(county(), county(edited))))


def test_the_json_names_both_editions_and_the_strictest_decision() -> None:
    content = decoded()
    changes = content.pop("changes")
    del content["impact"]
    assert content == {"version": 1, "from": "2020", "to": "2025-entwurf", "decision": "kreistag"}
    assert len(changes) == 4


def test_a_change_has_the_fields_of_the_contract() -> None:
    by_id = {change["id"]: change for change in decoded()["changes"]}
    assert by_id["PZ02"] == {
        "kind": "reworded",
        "level": "prozessziel",
        "id": "PZ02",
        "old": "Übergänge in den Beruf werden begleitet.",
        "new": "Übergänge in den Beruf werden begleitet",
        "approval": "verwaltung",
        "editorial": True,
        "reason": "Der Punkt entfällt wie in allen Zielen.",
    }
    assert by_id["LZ02"]["editorial"] is False
    assert (by_id["EZ01"]["kind"], by_id["EZ01"]["new"]) == ("removed", None)


def test_umlauts_stay_legible() -> None:
    assert "Übergänge in den Beruf" in encode(telling(county(), county(edited)))


def test_equal_editions_need_no_decision() -> None:
    content = json.loads(encode(telling(county(), county())))
    assert (content["decision"], content["changes"]) == ("keine", [])


def test_the_json_says_what_hangs_on_the_changes() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ01")["text"] = "Kein Kind bleibt ohne Abschluss."
        goal(data, "PZ02")["zustaendig"] = ["schulamt"]
        pop(data, "PZ01", 0)

    impact = json.loads(encode(telling(county(), county(edit))))["impact"]
    assert impact["elements"] == [
        {
            "id": "LZ01",
            "kinds": ["reworded"],
            "below": ["PZ01", "EZ02", "EZ03", "EZ04", "PZ02"],
            "referring": [],
        }
    ]
    assert impact["bodies"] == [
        {
            "id": "schulamt",
            "rebuilt": False,
            "goals": {"old": 1, "new": 2},
            "gained": ["PZ02"],
            "lost": [],
            "inherited": {},
            "succeeded": {},
            "otherwise": [],
            "touched": {"PZ01": ["below"]},
        },
        {
            "id": "jugendamt",
            "rebuilt": False,
            "goals": {"old": 2, "new": 1},
            "gained": [],
            "lost": ["PZ02"],
            "inherited": {},
            "succeeded": {},
            "otherwise": [],
            "touched": {"PZ01": ["below"]},
        },
    ]


def test_equal_editions_have_no_impact() -> None:
    content = json.loads(encode(telling(county(), county())))
    assert content["impact"] == {"elements": [], "bodies": []}
