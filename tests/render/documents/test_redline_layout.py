"""Both editions are laid out alike, so that only what was edited is marked."""

from __future__ import annotations

from generator.model.strategy import Strategy
from tests.compare.county import county as lindental
from tests.compare.county import goal
from tests.render.documents.test_redline import check
from tests.render.documents.tracked import Data, body, changed, marks

MASSNAHME = {"schluessel": "massnahmen", "name": "Maßnahme", "mehrzahl": "Maßnahmen",
             "praefix": "MA"}  # fmt: skip


def test_one_more_level_marks_the_new_goals_alone(edition: Strategy) -> None:
    def edit(data: Data) -> None:
        data["kopf"]["stufen"] = [*data["kopf"]["stufen"], MASSNAHME]
        for result, text in (
            ("EZ09", "Die Beratungsstellen stimmen ihre Sprechzeiten ab."),
            ("EZ13", "Schule und Jugendamt vereinbaren Öffnungszeiten am Nachmittag."),
        ):
            new = {"id": f"MA{result[2:]}", "stufe": "massnahmen", "text": text}
            goal(data, result)["kinder"] = [new]

    new = changed(edition, edit)
    found = marks(body(edition, new))
    assert found == [
        ("ins", "", "Maßnahme"),
        ("ins", "", "MA09"),
        ("ins", "", "Die Beratungsstellen stimmen ihre Sprechzeiten ab."),
        ("ins", "", "Maßnahme"),
        ("ins", "", "MA13"),
        ("ins", "", "Schule und Jugendamt vereinbaren Öffnungszeiten am Nachmittag."),
    ]
    check(edition, new)


def test_nothing_edited_after_the_decision_is_no_change_but_of_the_name(draft: Strategy) -> None:
    def adopt(data: Data) -> None:
        decision = {"status": "beschlossen", "beschluss": "112/26", "kennung": "2026"}
        data["kopf"]["fassung"] |= decision | {"bezeichnung": "Erste Fortschreibung"}

    assert any(goal.pruefen for goal in draft.goals())
    found = [text for _, _, text in marks(body(changed(draft, adopt), draft))]
    assert found == [
        "Erste",
        "1.",
        "Beschluss\N{NO-BREAK SPACE}112/26.",
        "Entwurf, Stand 22.\N{NO-BREAK SPACE}November 2026.",
    ]
    for old, new in ((changed(draft, adopt), draft), (draft, changed(draft, adopt))):
        check(old, new)


def test_a_remark_that_is_settled_is_struck(draft: Strategy) -> None:
    def settle(data: Data) -> None:
        for feld in data["ziele"]["handlungsfelder"]:
            for leitziel in feld["kinder"]:
                for prozessziel in leitziel["kinder"]:
                    for ergebnisziel in prozessziel["kinder"]:
                        ergebnisziel["pruefen"] = None

    found = marks(body(draft, changed(draft, settle)))
    assert ("del", "redaktionell", "Prüfvermerk zu EZ33: ") in found


def test_a_text_between_two_results_leaves_both_where_they_are() -> None:
    """It parts their table, which no tracked change can: so both editions have it parted."""

    def edit(data: Data) -> None:
        data["texte"].append({"id": "EZ03", "inhalt": "Eltern wünschen sich Ferienangebote."})
        goal(data, "EZ04")["gruppe"] = "Schulwege"

    new = lindental(edit)
    found = [text for _, _, text in marks(body(lindental(), new))]
    assert found == ["Eltern wünschen sich Ferienangebote.", "Schulwege"]
    check(lindental(), new)
    check(new, lindental())
