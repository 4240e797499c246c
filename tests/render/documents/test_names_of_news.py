"""The page for councillors calls chapters by their titles, and stays short while it does."""

from tests.compare.county import Data, county
from tests.editions import compare, printed, strategy_document
from tests.render import seen


def said(edit: object) -> str:
    old, new = county(), county(edit)  # type: ignore[arg-type]
    blocks = strategy_document(new, compare(old, new)).blocks
    return seen.text(seen.below(blocks, "Was zu entscheiden ist"))


def test_chapters_are_called_by_their_titles() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["fassung"].update(status="entwurf", kennung="2026-entwurf", vorgaenger="2020")
        data["texte"][1]["inhalt"] = "Anders."
        data["ziele"]["handlungsfelder"][0]["titel"] = "Lernen"

    words = said(edit)
    assert "Kapitel „Fazit und Ausblick“, Text geändert" in words
    assert "Handlungsfeld „Lernen“, umformuliert" in words
    assert "Punkt" not in words


def test_a_chapter_that_is_gone_is_called_by_the_title_it_had() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["fassung"].update(status="entwurf", kennung="2026-entwurf", vorgaenger="2020")
        data["kopf"]["kapitel"].pop()
        data["texte"].pop()

    words = said(edit)
    assert "„Fazit und Ausblick“" in words
    assert "fazit" not in words
    assert printed(county()).names.spoken("fazit") == "„Fazit und Ausblick“"
