"""A review as planners read it and as programs do."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from generator.model.address import Address
from generator.model.review import Applied, FileState, Recorded, ReturnedFile, Review, Statement
from generator.render.reports import review_json, review_text

LABELS = {"EZ33": "Ergebnisziel EZ33", "fazit": "Kapitel «Fazit»"}
OLD, NEW = "Personen erhalten Beratung.", "Personen erhalten frühzeitige Beratung."
REWORDED = Statement(
    "zurueck/sozialamt.docx", "reworded", Address("EZ33", "text"), OLD, NEW,
    author="Anna Amt", date="2026-11-24T10:12:00Z", tracked=True, inserted=12, id="R001",
    applicable=True,
)  # fmt: skip
REMARK = Statement(
    "zurueck/beirat.docx", "comment", Address("EZ33", "text"), OLD, OLD, author="Beirat",
    comment="Wer übernimmt das?\nUnd wann?", quote="Beratung", id="R002", why="Eine Anmerkung.",
)  # fmt: skip
ADDED = Statement(
    "zurueck/beirat.docx", "added", None, "", "Ein neues Ziel.", after="EZ33", inserted=13,
    id="R003", why="Noch nicht einzuordnen: Neues.",
)  # fmt: skip
PROSE = Statement(
    "zurueck/beirat.docx", "text", Address("fazit", "inhalt", "vor", 3), "Alt.", "Neu.",
    conflicts=("R009",), id="R004", why="Dieselben Wörter (R009).",
)  # fmt: skip
LOST = Statement(
    "zurueck/beirat.docx", "comment", None, "", "", comment="Wo?", id="R005", why="Unklar."
)
FILES = (
    ReturnedFile("zurueck/sozialamt.docx", "2026", "4f", "map", 12, 0, 0, 0),
    ReturnedFile("zurueck/beirat.docx", "2026", "4f", "source", 16, 3, 2, 1, ("Ein Hinweis.",)),
)
REVIEW = Review(FILES, (REWORDED, REMARK, ADDED, PROSE, LOST))


def told(colour: bool = False) -> str:
    return review_text.encode(REVIEW, LABELS, colour=colour)


def test_what_is_to_be_decided_stands_first() -> None:
    text = told()
    decisions, rest = text.split("\n\nErgebnisziel EZ33\n")
    assert "Zu entscheiden (2)" in decisions
    assert "R004 Kapitel «Fazit»: Dieselben Wörter (R009)." in decisions
    assert "R005 Ohne bekannte Stelle: Unklar." in decisions
    assert "R001" in rest


def test_what_several_people_did_to_the_same_words_of_one_file_is_to_be_decided() -> None:
    both = tuple(
        replace(REWORDED, id=name, mixed=True, why="Mehrere.") for name in ("R008", "R009")
    )
    text = review_text.encode(Review(FILES, both), LABELS)
    decisions, _ = text.split("\n\nErgebnisziel EZ33\n")
    assert "Zu entscheiden (2)" in decisions
    assert "R008 Ergebnisziel EZ33: Mehrere." in decisions
    assert "R009 Ergebnisziel EZ33: Mehrere." in decisions


def test_each_statement_tells_who_when_where_and_the_changed_words() -> None:
    text = told()
    assert "R001 Wortlaut geändert · Anna Amt, 24.11.2026 10:12 · sozialamt.docx" in text
    assert "Personen erhalten{+ frühzeitige+} Beratung." in text
    assert "Lässt sich übernehmen." in text


def test_a_remark_quotes_its_words_and_keeps_its_lines() -> None:
    assert "      zu „Beratung“:\n      Wer übernimmt das?\n      Und wann?\n" in told()


def test_a_remark_over_several_elements_says_so() -> None:
    over = replace(REMARK, also=("fazit",))
    text = review_text.encode(Review(FILES, (over, replace(over, quote=""))), LABELS)
    assert "      zu „Beratung“, auch zu Kapitel «Fazit»:\n" in text
    assert "      auch zu Kapitel «Fazit»:\n" in text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\u2028", "\u0085", "\t"])
def test_a_name_with_a_line_end_stays_in_its_line(end: str) -> None:
    named = replace(REWORDED, author=f"Anna{end}Amt", date=f"gestern{end}früh")
    text = review_text.encode(Review(FILES, (named,)), LABELS)
    assert "R001 Wortlaut geändert · Anna Amt, gestern früh · sozialamt.docx\n" in text


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u009b", "\u2029"])
@pytest.mark.parametrize("colour", [True, False])
def test_a_sign_that_turns_or_moves_text_is_shown_by_its_code(sign: str, colour: bool) -> None:
    shown = f"⟨U+{ord(sign):04X}⟩"
    reworded = replace(REWORDED, new=f"Personen{sign} erhalten Beratung.", author=f"A{sign}A")
    remark = replace(REMARK, comment=f"Wer{sign}?")
    text = review_text.encode(Review(FILES, (reworded, remark)), LABELS, colour=colour)
    assert sign not in text
    assert f"Wer{shown}?" in text
    assert text.count(shown) == (1 if sign.isspace() else 3)


@pytest.mark.parametrize(("after", "parent"), [("fazit", "EZ33"), (None, "fazit")])
def test_what_was_moved_is_told_with_where_it_stands_now(
    after: str | None, parent: str | None
) -> None:
    moved = replace(REWORDED, kind="moved", new=OLD, after=after, parent=parent)
    text = review_text.encode(Review(FILES, (moved,)), LABELS)
    assert f"      {OLD}\n      Jetzt bei Kapitel «Fazit».\n" in text


def test_a_change_upon_that_of_another_shows_its_own_words_alone() -> None:
    later = replace(REWORDED, new="Personen erhalten frühe Beratung.", upon=NEW, applicable=False)
    text = review_text.encode(Review(FILES, (replace(later, why="Zu entscheiden."),)), LABELS)
    assert "[-frühzeitige-]" in text
    assert "{+frühe+}" in text


def test_typing_without_tracking_is_told_as_such() -> None:
    assert "R003 neu · ohne Änderungsverfolgung getippt · beirat.docx" in told()


def test_the_sums_of_each_file_stand_at_the_end() -> None:
    *_, first, second, verdict = told().splitlines()
    assert first == (
        "sozialamt.docx: 12 Zeichen eingefügt, 0 gestrichen, 0 Anmerkungen; nicht zugeordnet: 0."
    )
    assert second.endswith(
        "16 Zeichen eingefügt, 3 gestrichen, 2 Anmerkungen; nicht zugeordnet: 1."
    )
    assert verdict == "3 Änderungen, davon 1 mit «--apply --offene» zu übernehmen."


def test_an_untouched_file_gives_one_sentence() -> None:
    text = review_text.encode(Review(FILES[:1], ()), LABELS)
    assert text.endswith("Keine Änderungen und keine Anmerkungen.\n")


def test_colour_adds_nothing_but_colour() -> None:
    import re

    coloured = told(colour=True)
    assert "\x1b[32m{+ frühzeitige+}\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == told()


def test_the_json_is_that_of_the_contract() -> None:
    content = json.loads(review_json.encode(REVIEW))
    assert content["version"] == 1
    assert content["files"][1] == {
        "file": "zurueck/beirat.docx",
        "edition": "2026",
        "digest": "4f",
        "base": "source",
        "accounted": {"inserted": 16, "deleted": 3, "comments": 2, "unplaced": 1},
        "notes": ["Ein Hinweis."],
    }
    assert content["records"][0] == {
        "id": "R001", "file": "zurueck/sozialamt.docx", "author": "Anna Amt",
        "date": "2026-11-24T10:12:00Z", "tracked": True, "kind": "reworded", "element": "EZ33",
        "field": "text", "paragraph": None, "old": OLD, "new": NEW, "upon": None, "comment": None,
        "reply_to": None, "conflicts": [], "applicable": True, "why": None, "note": None,
        "recorded": None, "decision": "offen",
    }  # fmt: skip
    assert content["records"][2] | {"parent": None, "after": "EZ33"} == content["records"][2]
    assert (content["records"][3]["field"], content["records"][3]["paragraph"]) == ("prose", 3)


@pytest.mark.parametrize(
    ("field", "word"),
    [("text", "text"), ("inhalt", "prose"), ("titel", "title"), ("gruppe", "group")],
)
def test_fields_are_named_as_the_contract_names_them(field: str, word: str) -> None:
    one = Statement("a.docx", "text", Address("HF1", field), "a", "b")
    assert json.loads(review_json.encode(Review((), (one,))))["records"][0]["field"] == word


def test_what_was_taken_over_and_what_not_is_told_with_reasons() -> None:
    applied = Applied(
        ("R001",),
        {"R004": "Dieselben Wörter."},
        open=("R002",),
        rejected=("R003",),
        written=("strategy/goals.yaml",),
        notes=("Zurück: …",),
    )
    text = review_text.encode_applied(applied, REVIEW, LABELS)
    assert "Übernommen: 1 Änderung.\n  R001 Ergebnisziel EZ33\n" in text
    assert "R004 Kapitel «Fazit»: Dieselben Wörter." in text
    assert "Geschrieben: strategy/goals.yaml\nZurück: …\n" in text
    assert "Abgelehnt oder überholt: R003.\nNoch nicht entschieden: R002. Entschieden wird" in text
    content = json.loads(review_json.encode(REVIEW, applied=applied))["applied"]
    assert (content["open"], content["rejected"]) == (["R002"], ["R003"])
    assert content["taken"] == ["R001"]
    assert content["refused"] == {"R004": "Dieselben Wörter."}


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        (Recorded(("S001",)), "Festgehalten: 1 Stellungnahme (S001)."),
        (Recorded(("S003", "S004"), 2), "Festgehalten: 2 Stellungnahmen (S003 bis S004); 2 schon festgehalten."),
        (Recorded(known=2), "Festgehalten: 0 Stellungnahmen; 2 schon festgehalten."),
        (Recorded(superseded=("S001", "S002")), "nicht mehr enthalten und überholt: S001, S002."),
        (Recorded(("S001",), written=("a.yaml",), notes=("Zurück: …",)), "Geschrieben: a.yaml\nZurück: …"),
    ],
)  # fmt: skip
def test_what_was_recorded_is_told_with_its_numbers(recorded: Recorded, said: str) -> None:
    assert said in review_text.encode_recorded(recorded)


def test_a_decision_is_told_with_its_entry_and_is_no_question() -> None:
    one = Statement("a.docx", "reworded", Address("EZ33", "text"), OLD, NEW, id="R001", recorded="S004",
                    decision="uebernommen", conflicts=("R002",), why="Dieselben Wörter.")  # fmt: skip
    other = replace(one, id="R002", recorded="S005", decision="abgelehnt", why="Abgelehnt (S005).")
    text = review_text.encode(Review((), (one, other)), LABELS)
    assert "S004: übernommen." in text
    assert "Abgelehnt (S005)." in text
    assert "S005: abgelehnt" not in text
    assert "Zu entscheiden" not in text
    assert "Zu entscheiden (1)" in review_text.encode(
        Review((), (replace(one, decision="offen"), other)), LABELS
    )


def test_the_state_of_each_file_is_one_line() -> None:
    states = (
        FileState("a.docx", "2026", "4f", "resaved", 0),
        FileState("b.docx", "2026", "4f", "changed", 1, 2, ("Ein Hinweis.",)),
        FileState("c.docx", "", "", "foreign", 0),
        FileState("d.docx", "2026", "4f", "resaved", 0, 1),
    )
    assert review_text.encode_states(states).splitlines() == [
        "a.docx: nur neu gespeichert; kein Wort ist geändert. Fassung 2026.",
        "b.docx: verändert (1 Stelle, 2 Anmerkungen; «strategie review» zeigt sie). Fassung 2026.",
        "  Ein Hinweis.",
        "c.docx: nicht von diesem Programm erzeugt oder ohne dessen Angaben.",
        "d.docx: kein Wort ist geändert, es kamen nur Anmerkungen hinzu (1 Anmerkung; «strategie "
        "review» zeigt sie). Fassung 2026.",
    ]
    assert json.loads(review_json.encode_states(states))["files"][1] == {
        "file": "b.docx", "edition": "2026", "digest": "4f", "state": "changed", "changes": 1,
        "comments": 2, "notes": ["Ein Hinweis."],
    }  # fmt: skip
