"""The page for councillors calls chapters by their titles, and stays short while it does."""

from tests.compare.county import Data, county, goal
from tests.editions import compare, printed, strategy_document
from tests.render import seen


def said(edit: object) -> str:
    old, new = county(), county(edit)  # type: ignore[arg-type]
    blocks = strategy_document(new, compare(old, new)).blocks
    return seen.text(seen.below(blocks, "Was ist neu?")) + seen.text(
        seen.below(blocks, "Was ist zu entscheiden?")
    )


def test_chapters_are_called_by_their_titles() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["fassung"].update(status="entwurf", kennung="2026-entwurf", vorgaenger="2020")
        data["texte"][1]["inhalt"] = "Anders."
        data["ziele"]["handlungsfelder"][0]["titel"] = "Lernen"
        goal(data, "LZ01")["text"] = "Anders."

    words = said(edit)
    assert "Text geändert: „Fazit und Ausblick“" in words
    assert "„Lernen“" in words  # in the sentence; in the list its number, as in the table above
    assert "Punkt" not in words


def test_a_chapter_that_is_gone_is_called_by_the_title_it_had() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["kapitel"].pop()
        data["texte"].pop()

    words = said(edit)
    assert "„Fazit und Ausblick“" in words
    assert "fazit" not in words


def test_of_what_is_new_it_is_not_said_that_its_text_is_new_as_well() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["kapitel"].append({"id": "dank", "titel": "Dank"})
        data["texte"].append({"id": "dank", "inhalt": "Allen."})

    assert "Kapitel: neu: „Dank“" in said(edit)


def test_of_many_chapters_the_rest_is_counted() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["kapitel"] += [{"id": f"k{n}", "titel": f"Kapitel {n}"} for n in range(5)]
        data["texte"][1]["inhalt"] = "Anders."

    assert "Kapitel: Text geändert: „Fazit und Ausblick“; neu: 5" in said(edit)
    assert printed(county(edit)).names.spoken("k1") == "„Kapitel 1“"
