from collections.abc import Callable
from typing import Any

import pytest

from generator.model.strategy import Strategy
from tests.compare.county import Data, county, goal, pop
from tests.editions import diff, published, telling

FELDER = "handlungsfelder"


def told(old: Strategy, new: Strategy) -> list[tuple[str, str, str, str | None, str | None]]:
    """Each change with both sides, which the telling words."""
    worded = telling(old, new).worded
    return [(c.kind, c.level, c.id, *worded.of(c)) for c in diff(old, new)]


def insert(data: Data, parent: str, index: int, **fields: Any) -> None:
    goal(data, parent).setdefault("kinder", []).insert(index, fields)


def move(data: Data, source: str, index: int, target: str, at: int = 0) -> None:
    goal(data, target).setdefault("kinder", []).insert(at, pop(data, source, index))


def reword(data: Data) -> None:
    goal(data, "LZ01")["text"] = "Alle Kinder haben gleiche Bildungschancen."


CASES: dict[str, tuple[Callable[[Data], object], list[tuple[Any, ...]]]] = {
    "a new goal": (
        lambda d: insert(d, "PZ02", 0, id="EZ05", stufe="ergebnisziele", text="Paten begleiten."),
        [("added", "ergebnisziel", "EZ05", None, "Paten begleiten.")],
    ),
    "an abbreviation": (
        lambda d: d["kopf"].update(
            abkuerzungen={"AVG": "Auentaler Verkehrsgesellschaft", "SGB": "Sozialgesetzbuch"}
        ),
        [
            (
                "reworded",
                "strategie",
                "strategie",
                "Abkürzungen: keine Angabe",
                "Abkürzungen: AVG: Auentaler Verkehrsgesellschaft; SGB: Sozialgesetzbuch",
            )
        ],
    ),
    "a goal that is gone": (
        lambda d: pop(d, "PZ01", 1),
        [("removed", "ergebnisziel", "EZ02", "Das Mittagessen ist bezahlbar.", None)],
    ),
    "a goal below another one": (
        lambda d: move(d, "PZ01", 1, "PZ02"),
        [("moved", "ergebnisziel", "EZ02", "unter Prozessziel PZ01", "unter Prozessziel PZ02")],
    ),
    "a goal with all below it": (
        lambda d: d["ziele"][FELDER][1]["kinder"].append(d["ziele"][FELDER][0]["kinder"].pop()),
        [("moved", "leitziel", "LZ01", "im Handlungsfeld «Bildung»", "im Handlungsfeld «Wohnen»")],
    ),
    "a Leitziel out of every Handlungsfeld": (
        lambda d: d["ziele"]["uebergreifend"]["kinder"].append(
            d["ziele"][FELDER][1]["kinder"].pop()
        ),
        [("moved", "leitziel", "LZ02", "im Handlungsfeld «Wohnen»", "außerhalb der Handlungsfelder")],
    ),
    "a goal of another level": (
        lambda d: goal(d, "PZ02").update(stufe="ergebnisziele"),
        [
            (
                "moved",
                "ergebnisziel",
                "PZ02",
                "als Prozessziel unter Leitziel LZ01",
                "als Ergebnisziel unter Leitziel LZ01",
            )
        ],
    ),
    "the first goal put last": (
        lambda d: goal(d, "PZ01")["kinder"].append(pop(d, "PZ01", 0)),
        [("reordered", "ergebnisziel", "EZ01", "an erster Stelle", "nach EZ04")],
    ),
    "a wording": (
        reword,
        [
            (
                "reworded",
                "leitziel",
                "LZ01",
                "Alle Kinder im Landkreis haben gleiche Bildungschancen.",
                "Alle Kinder haben gleiche Bildungschancen.",
            )
        ],
    ),
    "a body more": (
        lambda d: goal(d, "PZ02")["zustaendig"].append({"akteur": "schulamt", "rolle": "mitwirkung"}),
        [
            (
                "responsibility",
                "prozessziel",
                "PZ02",
                "Jugendamt",
                "Jugendamt, Schulverwaltungsamt (Mitwirkung)",
            )
        ],
    ),
    "another order of bodies": (
        lambda d: goal(d, "PZ01")["zustaendig"].reverse(),
        [
            (
                "responsibility",
                "prozessziel",
                "PZ01",
                "Schulverwaltungsamt, Jugendamt",
                "Jugendamt, Schulverwaltungsamt",
            )
        ],
    ),
    "an addressee": (
        lambda d: d["themen"][0]["empfehlungen"][0].update(adressaten=[]),
        [("addressee", "empfehlung", "EM01", "Bund", None)],
    ),
    "a recommendation under another topic": (
        lambda d: d["themen"][1].update(empfehlungen=[d["themen"][0]["empfehlungen"].pop()]),
        [("moved", "empfehlung", "EM01", "im Thema «Arbeitsmarkt»", "im Thema «Soziale Sicherung»")],
    ),
    "a body renamed": (
        lambda d: d["akteure"][1].update(name="Amt für Jugend"),
        [("register", "akteur", "jugendamt", "Jugendamt", "Amt für Jugend")],
    ),
    "a body that is part of another": (
        lambda d: d["akteure"][0].update(teil_von="jugendamt"),
        [("register", "akteur", "schulamt", None, "Teil von: «Jugendamt»")],
    ),
    "a new body": (
        lambda d: d["akteure"].append({"id": "land", "name": "Freistaat", "art": "land"}),
        [("added", "akteur", "land", None, "Freistaat")],
    ),
    "a heading between goals": (
        lambda d: goal(d, "PZ01").update(gruppe="Ganztag"),
        [("grouping", "prozessziel", "PZ01", "Ganztagsschulen", "Ganztag")],
    ),
    "a reference": (
        lambda d: goal(d, "PZ01").update(flankiert_von=["TH1", "fazit"], bezug=["nvp"]),
        [
            (
                "link",
                "prozessziel",
                "PZ01",
                None,
                "flankiert von: Thema «Arbeitsmarkt», Kapitel «Fazit und Ausblick»; "
                "Bezug auf Planungen: «Nahverkehrsplan 2019»",
            )
        ],
    ),
    "a mark for review": (
        lambda d: goal(d, "PZ02").update(pruefen="Die Frist ist abgelaufen."),
        [("review", "prozessziel", "PZ02", None, "Die Frist ist abgelaufen.")],
    ),
    "prose before a table": (
        lambda d: d["texte"][0].update(inhalt="Der Bedarf steigt."),
        [
            (
                "text",
                "prozessziel",
                "PZ01",
                "Der Bedarf an Ganztagsplätzen steigt seit Jahren.",
                "Der Bedarf steigt.",
            )
        ],
    ),
    "prose that is new": (
        lambda d: d["texte"].append({"id": "LZ02", "stelle": "nach", "inhalt": "Mieten steigen."}),
        [("text", "leitziel", "LZ02", None, "Mieten steigen.")],
    ),
    "where prose comes from": (
        lambda d: d["texte"][0].update(wortlaut="amtlich"),
        [("text", "prozessziel", "PZ01", "Wortlaut: eigener", "Wortlaut: amtlich")],
    ),
    "a key figure": (
        lambda d: d["kennzahlen"][0].update(wert="16,8", stichtag="2019"),
        [("figure", "kennzahl", "quote", "17,2 %; Stichtag: 2016", "16,8 %; Stichtag: 2019")],
    ),
    "a source": (
        lambda d: d["quellen"][0].update(jahr="2021"),
        [("source", "quelle", "bmas2017", "Jahr: 2017", "Jahr: 2021")],
    ),
    "a plan": (
        lambda d: d["plaene"][0].update(titel="Nahverkehrsplan 2024"),
        [("source", "planung", "nvp", "Nahverkehrsplan 2019", "Nahverkehrsplan 2024")],
    ),
    "a figure": (
        lambda d: d["abbildungen"][0].update(titel="Kreislauf der Planung"),
        [("illustration", "abbildung", "ABB1", "Planungskreislauf", "Kreislauf der Planung")],
    ),
    "a chapter title": (
        lambda d: d["kopf"]["kapitel"][3].update(titel="Ausblick"),
        [("reworded", "kapitel", "fazit", "Fazit und Ausblick", "Ausblick")],
    ),
    "chapters in another order": (
        lambda d: d["kopf"]["kapitel"].insert(1, d["kopf"]["kapitel"].pop()),
        [("reordered", "kapitel", "fazit", "nach Kapitel «Empfehlungen»", "nach Kapitel «Vorwort»")],
    ),
    "the edition": (
        lambda d: d["kopf"]["fassung"].update(kennung="2025", stand="2025-01-31", beschluss=None),
        [
            (
                "edition",
                "strategie",
                "strategie",
                "Fassung 2020, beschlossen, Stand 18.03.2020, Beschluss 27/20",
                "Fassung 2020, beschlossen, Stand 31.01.2025",
            )
        ],
    ),
    "the goals of a programme": (
        lambda d: d["kopf"]["bezugsrahmen"][0].update(ziele=["keine Armut", "kein Hunger"]),
        [("link", "bezugsrahmen", "agenda", "Ziele: keine Armut", "Ziele: keine Armut, kein Hunger")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_change_is_told_once_and_in_german(name: str) -> None:
    edit, expected = CASES[name]
    assert told(county(), county(edit)) == expected


def test_several_kinds_on_one_element_are_several_changes() -> None:
    def edit(d: Data) -> None:
        move(d, "PZ01", 0, "PZ02")
        goal(d, "EZ01").update(text="Jede Schule hat ein gutes Konzept.", gruppe="Konzepte")

    changes = diff(county(), county(edit))
    assert [(c.id, c.kind) for c in changes] == [
        ("EZ01", "moved"),
        ("EZ01", "reworded"),
        ("EZ01", "grouping"),
    ]


def test_house_rules_and_reasons_are_no_change() -> None:
    def edit(d: Data) -> None:
        d["kopf"].update(
            anzahl={"leitziele": 2},
            abweichungen=[{"regel": "Z110", "id": "fazit", "grund": "So gedruckt."}],
            schweregrade={"Z110": "hinweis"},
            schreibweisen={"ÖPNV": "öffentlicher Personennahverkehr"},
            schwellen={"akteur_anteil": 80},
            teile={"uebrige": "weglassen", "kennzahlen": "drucken"},
            beschlussregeln=[],
        )
        d["aenderungen"] = [
            {
                "id": "LZ01",
                "art": "text",
                "einstufung": "redaktionell",
                "begruendung": "Tippfehler.",
            }
        ]

    assert diff(county(), county(edit)) == ()
    assert published(county()) == published(county(edit))


def test_what_is_gone_stands_where_it_stood() -> None:
    def edit(d: Data) -> None:
        pop(d, "PZ01", 1)
        for identity in ("EZ01", "EZ03"):
            goal(d, identity)["text"] += " Das gilt überall."
        insert(d, "PZ01", 1, id="EZ09", stufe="ergebnisziele", text="Neu.")
        d["kopf"]["kapitel"][0]["titel"] = "Geleitwort"
        d["kopf"]["kapitel"][3]["titel"] = "Ausblick"
        d["akteure"].pop(0)

    order = [change.id for change in diff(county(), county(edit))]
    assert order == ["vorwort", "EZ01", "EZ02", "EZ09", "EZ03", "fazit", "schulamt"]


def test_a_removed_handlungsfeld_names_each_goal_that_goes_with_it() -> None:
    changes = diff(county(), county(lambda d: d["ziele"][FELDER].pop(0)))
    assert [c.id for c in changes if c.kind == "removed"] == [
        "HF1", "LZ01", "PZ01", "EZ01", "EZ02", "EZ03", "EZ04", "PZ02",
    ]  # fmt: skip


def test_goals_that_outlive_their_parent_are_moved_not_new() -> None:
    def edit(d: Data) -> None:
        gone = goal(d, "LZ01")["kinder"].pop(0)
        goal(d, "PZ02")["kinder"] = gone["kinder"]

    kinds = {c.id: c.kind for c in diff(county(), county(edit)) if c.kind != "text"}
    assert kinds == {"PZ01": "removed"} | dict.fromkeys(("EZ01", "EZ02", "EZ03", "EZ04"), "moved")


@pytest.mark.parametrize(
    ("order", "fewest"),
    [([1, 0, 2, 3], 1), ([3, 0, 1, 2], 1), ([1, 3, 0, 2], 2), ([3, 2, 1, 0], 3), ([0, 1, 2, 3], 0)],
)
def test_no_more_elements_are_called_umgestellt_than_must_be(order: list[int], fewest: int) -> None:
    def edit(d: Data) -> None:
        children = goal(d, "PZ01")["kinder"]
        goal(d, "PZ01")["kinder"] = [children[i] for i in order]

    changes = diff(county(), county(edit))
    assert [c.kind for c in changes] == ["reordered"] * fewest


def test_a_renamed_level_moves_no_goal() -> None:
    def edit(d: Data) -> None:
        d["kopf"]["stufen"] = [
            {"schluessel": "wirkungsziele", "name": "Wirkungsziel", "mehrzahl": "Wirkungsziele", "praefix": "LZ"},
            {"schluessel": "teilziele", "name": "Teilziel", "mehrzahl": "Teilziele", "praefix": "T"},
            {"schluessel": "ergebnisziele", "name": "Ergebnisziel", "mehrzahl": "Ergebnisziele", "praefix": "EZ"},
        ]  # fmt: skip
        for identity in ("LZ01", "LZ02"):
            goal(d, identity)["stufe"] = "wirkungsziele"
        for identity in ("PZ01", "PZ02"):
            goal(d, identity)["stufe"] = "teilziele"
        reword(d)

    changes = diff(county(), county(edit))
    assert [(c.kind, c.level, c.id) for c in changes] == [
        ("levels", "strategie", "strategie"),
        ("reworded", "wirkungsziel", "LZ01"),
    ]


def test_an_id_given_to_something_else_is_a_removal_and_an_addition() -> None:
    def edit(d: Data) -> None:
        d["ziele"][FELDER][1] = {"id": "HF3", "titel": "Wohnen"}
        d["themen"].append({"id": "HF2", "titel": "Wohnungsbau"})

    found = {(c.kind, c.level, c.id) for c in diff(county(), county(edit))}
    assert {("removed", "handlungsfeld", "HF2"), ("added", "thema", "HF2")} <= found


RECORDS = (
    "kopf", "kopf.koerperschaft", "kopf.kapitel.0", "kopf.bezugsrahmen.0", "ziele.handlungsfelder.0",
    "ziele.handlungsfelder.0.kinder.0", "themen.0", "themen.0.empfehlungen.0", "akteure.0",
    "kennzahlen.0", "quellen.0", "plaene.0", "abbildungen.0", "texte.0",
)  # fmt: skip
NOT_PUBLISHED = {
    "format", "anzahl", "abweichungen", "schweregrade", "schwellen", "schreibweisen",
    "geschlechterform", "beschlussregeln", "gremien", "teile",
}  # fmt: skip


@pytest.mark.parametrize("path", RECORDS)
def test_no_published_field_can_change_unnoticed(path: str) -> None:
    record: Any = county()
    for step in path.split("."):
        record = record[int(step)] if step.isdigit() else getattr(record, step)
    for name in set(type(record).model_fields) - NOT_PUBLISHED:
        old = county()
        new = _replaced(old, path.split("."), name)
        assert diff(old, new), f"{path}.{name}"


def _replaced(record: Any, path: list[str], name: str) -> Any:
    """The record with another value, right in type or not, in one field far below."""
    if not path:
        value = getattr(record, name)
        return record.model_copy(
            update={name: value[1:] if value and isinstance(value, tuple) else _other(value)}
        )
    step, *rest = path
    if step.isdigit():
        changed = _replaced(record[int(step)], rest, name)
        return (*record[: int(step)], changed, *record[int(step) + 1 :])
    return record.model_copy(update={step: _replaced(getattr(record, step), rest, name)})


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return {"vor": "nach", "eigener": "amtlich"}.get(value, "anders")
    if value is None:
        return "neu"
    return (
        value.model_copy(update={next(iter(type(value).model_fields)): "anders"})
        if value
        else ("neu",)
    )
