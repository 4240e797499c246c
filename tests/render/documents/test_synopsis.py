"""The Synopse: both wordings side by side, what is to be decided on top, nothing by colour alone."""

import io
import json
import re
import subprocess
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model.strategy import Strategy
from generator.render.blocks import Document, Paragraph, Row, Run, Table
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.telling.marked import MarkedParts
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange
from generator.render.formats.docx import encode
from tests.compare import county as lindental
from tests.compare.county import Data, goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import compare, telling
from tests.judges import program
from tests.render import seen
from tests.render.conftest import ROOT, shipped
from tests.render.formats.docx_checks import faults

TEMPLATE = ROOT / "templates" / "kreistag.docx"
TITLES = ["ID", "bisherige Fassung", "neue Fassung", "Art der Änderung", "Begründung", "Zustimmung"]


@dataclass(frozen=True)
class Entry:
    """A row of the Synopse: a change, or an element that did not change."""

    id: str
    section: str
    first: bool
    change: ToldChange | None
    old: MarkedParts
    new: MarkedParts

    @property
    def kind(self) -> str:
        return self.change.source.change.kind if self.change else "unchanged"


def entries(telling: Telling, *, unchanged: bool = False) -> list[Entry]:
    return [
        Entry(element.subject.id, element.subject.section, index == 0, *shown)
        for element in (telling.elements if unchanged else telling.changed)
        for index, shown in enumerate(element.shown())
    ]


def compared(edit: Callable[[Data], object]) -> Telling:
    return telling(lindental.county(), lindental.county(edit))


def told(edit: Callable[[Data], object]) -> list[Entry]:
    return entries(compared(edit))


def sides(entry: Entry) -> tuple[str, str]:
    """Both sides in one line each, changed words in [-alt-] and {+neu+}."""
    marks = {"plain": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}

    def side(parts: tuple) -> str:  # type: ignore[type-arg]
        lines = (
            (f"{part.label}: " if part.label else "")
            + "".join(marks[span.mark].format(span.text) for span in part.spans)
            for part in parts
        )
        return " / ".join(lines)

    return side(entry.old), side(entry.new)


@pytest.fixture(scope="module")
def auental() -> Telling:
    return telling(shipped("examples/auental/editions/2023"), shipped("examples/auental"))


@pytest.fixture(scope="module")
def synopsis(auental: Telling) -> Document:
    return synopsis_document(auental)


def synopses(document: Document) -> list[Table]:
    return [t for t in seen.tables(document.blocks) if len(t.columns) == len(TITLES)]


def body_rows(document: Document) -> list[Row]:
    return [row for table in synopses(document) for row in table.rows if not row.header]


SIDES: dict[str, tuple[Callable[[Data], object], tuple[str, str]]] = {
    "reworded": (
        lambda d: goal(d, "LZ02").update(text="Wohnraum ist für alle bezahlbar."),
        ("Wohnraum ist bezahlbar.", "Wohnraum ist{+ für alle+} bezahlbar."),
    ),
    "removed": (lambda d: pop(d, "PZ01", 0), ("[-Jede Schule hat ein Konzept.-]", "")),
    "added": (
        lambda d: goal(d, "LZ02").update(
            kinder=[{"id": "PZ03", "stufe": "prozessziele", "text": "Es wird gebaut.",
                     "zustaendig": ["schulamt"]}]
        ),
        ("", "{+Es wird gebaut.+} / {+Zuständigkeit: Schulverwaltungsamt+}"),
    ),
    "moved": (
        lambda d: goal(d, "PZ02").update(kinder=[pop(d, "PZ01", 3)]),
        (
            "Die Wege zur Schule sind sicher. / Platz: [-unter Prozessziel PZ01-]",
            "Die Wege zur Schule sind sicher. / Platz: {+unter Prozessziel PZ02+}",
        ),
    ),
    "responsibility": (
        lambda d: goal(d, "PZ02").update(zustaendig=["jugendamt", "schulamt"]),
        (
            "Übergänge in den Beruf werden begleitet. / Zuständigkeit: Jugendamt",
            "Übergänge in den Beruf werden begleitet. / "
            "Zuständigkeit: Jugendamt{+, Schulverwaltungsamt+}",
        ),
    ),
    "key figure": (
        lambda d: d["kennzahlen"][0].update(wert="16,1"),
        ("Armutsquote / [-17,2-] %", "Armutsquote / {+16,1+} %"),
    ),
    "abbreviation of a goal": (
        lambda d: goal(d, "PZ02").update(kuerzel="P-1"),
        (
            "Übergänge in den Beruf werden begleitet.",
            "Übergänge in den Beruf werden begleitet. / {+Kürzel: P-1+}",
        ),
    ),
    "a new title of a goal": (
        lambda d: goal(d, "PZ02").update(titel="Schule und Beruf"),
        (
            "Übergänge in den Beruf werden begleitet.",
            "Übergänge in den Beruf werden begleitet. / Titel: {+Schule und Beruf+}",
        ),
    ),
    "title and wording": (
        lambda d: goal(d, "PZ02").update(titel="Schule und Beruf", text="Jeder Übergang gelingt."),
        (
            "[-Übergänge in den Beruf werden begleitet-].",
            "{+Schule und Beruf+} / {+Jeder Übergang gelingt+}.",
        ),
    ),
    "a new goal with a title": (
        lambda d: goal(d, "LZ02").update(
            kinder=[{"id": "PZ03", "stufe": "prozessziele", "titel": "Neubau",
                     "text": "Es wird gebaut."}]
        ),
        ("", "{+Neubau+} / {+Es wird gebaut.+}"),
    ),
    "title of an Empfehlung": (
        lambda d: d["themen"][0]["empfehlungen"][0].update(titel="Geld vom Land"),
        (
            "Der Mindestlohn wird erhöht.",
            "Der Mindestlohn wird erhöht. / Titel: {+Geld vom Land+}",
        ),
    ),
    "numbering of a chapter": (
        lambda d: d["kopf"]["kapitel"][0].update(nummeriert=False),
        ("Vorwort / nummeriert: [-ja-]", "Vorwort / nummeriert: {+nein+}"),
    ),
    "heading of a group": (
        lambda d: goal(d, "PZ02").update(gruppe="Berufswahl"),
        (
            "Übergänge in den Beruf werden begleitet.",
            "Übergänge in den Beruf werden begleitet. / Überschrift: {+Berufswahl+}",
        ),
    ),
    "a new figure": (
        lambda d: d["abbildungen"].append(
            {
                "id": "ABB2",
                "art": "ablauf",
                "titel": "Weg eines Hinweises",
                "alternativtext": "Ein Hinweis wird aufgenommen und beraten.",
                "stationen": [
                    {"titel": "Aufnehmen", "text": "Das Amt hält ihn fest."},
                    {"titel": "Beraten"},
                ],
            }
        ),
        (
            "",
            "{+Weg eines Hinweises+} / "
            "{+Ablauf mit 2 Stationen: Aufnehmen – Das Amt hält ihn fest; Beraten+}",
        ),
    ),
    "a comma alone": (
        lambda d: d["texte"][1].update(inhalt="Die Umsetzung, dauert zwei bis fünf Jahre."),
        (
            "Die Umsetzung dauert zwei bis fünf Jahre.",
            "Die {+Umsetzung,+} dauert zwei bis fünf Jahre.",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SIDES)
def test_both_sides_show_the_element_and_mark_what_differs(case: str) -> None:
    edit, expected = SIDES[case]
    (entry,) = told(edit)
    assert sides(entry) == expected


def test_text_is_shown_as_it_is_printed_in_each_edition() -> None:
    def before(data: Data) -> None:
        text = "Die {{ anzahl.ergebnisziele }} Ziele in [[HF1]] senken die Quote von {{ kennzahl.quote }}."
        data["texte"][1]["inhalt"] = text

    def after(data: Data) -> None:
        before(data)
        data["texte"][1]["inhalt"] += " Siehe [@bmas2017, S. 24]."
        pop(data, "PZ01", 0)

    found = entries(telling(lindental.county(before), lindental.county(after)))
    (entry,) = [entry for entry in found if entry.kind == "text"]
    old, new = sides(entry)
    assert old == "Die [-4-] Ziele in Punkt\u00a02.1 senken die Quote von 17,2\u00a0%."
    assert new == (
        "Die {+3+} Ziele in Punkt\u00a02.1 senken die Quote von 17,2\u00a0%."
        "{+ Siehe (Fußnote: BMAS 2017, S.\u00a024.).+}"
    )


def test_a_text_that_only_counts_by_itself_now_is_said_to_print_the_same() -> None:
    def before(data: Data) -> None:
        data["texte"][1]["inhalt"] = "Es sind 4 Ziele."

    def after(data: Data) -> None:
        data["texte"][1]["inhalt"] = "Es sind {{ anzahl.ergebnisziele }} Ziele."

    (entry,) = entries(telling(lindental.county(before), lindental.county(after)))
    assert (
        sides(entry) == ("Der gedruckte Text ist gleich; geändert ist nur, wie er entsteht.",) * 2
    )


def test_several_changes_to_one_goal_stand_together_and_its_wording_once() -> None:
    def edit(data: Data) -> None:
        moved = pop(data, "LZ01", 1)
        moved["zustaendig"] = ["schulamt"]
        goal(data, "LZ02")["kinder"] = [moved]

    first, second = told(edit)
    assert [(e.id, e.kind, e.first) for e in (first, second)] == [
        ("PZ02", "moved", True),
        ("PZ02", "responsibility", False),
    ]
    assert sides(first)[1].startswith("Übergänge in den Beruf werden begleitet. / Platz: ")
    assert sides(second)[1].startswith("Zuständigkeit: ")


def test_every_change_of_the_comparison_has_one_row(auental: Telling, synopsis: Document) -> None:
    assert len(body_rows(synopsis)) == len(auental.changes)


def test_a_row_has_id_both_wordings_kind_reason_and_approval(synopsis: Document) -> None:
    for table in synopses(synopsis):
        assert seen.rows(table)[0] == TITLES
        assert table.rows[0].header
    rows = {row[0]: row for table in synopses(synopsis) for row in seen.rows(table)[1:]}
    assert rows["WZ02"] == [
        "WZ02",
        "Wer Pflege braucht, erhält sie rechtzeitig und in der Nähe der eigenen Wohnung.",
        "Wer Pflege braucht oder leistet, erhält rechtzeitig Hilfe in der Nähe der eigenen Wohnung.",
        "umformuliert\n(inhaltlich)",
        "Das Wirkungsziel gilt nun ausdrücklich auch für Menschen, die andere pflegen.",
        "Kreistag des Landkreises Auental (nach Abschnitt „Was der Kreistag entscheidet“)",
    ]
    assert rows["MA05"][3] == "entfallen, geteilt in MA15 und MA16\n(inhaltlich)"
    assert rows["MA17"][3] == "neu, zusammengelegt aus MA11 und MA12\n(redaktionell)"


def test_new_words_are_bold_and_old_ones_struck_through(synopsis: Document) -> None:
    (row,) = [row for row in body_rows(synopsis) if row.bookmark == "EM04"]
    old, new = (runs(row, column) for column in (1, 2))
    assert [run.text for run in old if run.strike] == ["ausserhalb"]
    assert [run.text for run in new if run.bold] == ["außerhalb"]
    assert not any(run.strike for run in new)
    assert not any(run.bold for run in old)
    assert all(run.mark == "plain" for run in (*old, *new))


def runs(row: Row, column: int) -> list[Run]:
    paragraphs = [p for p in row.cells[column].content if isinstance(p, Paragraph)]
    return [run for p in paragraphs for run in p.content if isinstance(run, Run)]


def test_the_headings_follow_the_strategy_behind_the_summary(synopsis: Document) -> None:
    headings = seen.headings(synopsis.blocks)
    assert headings[:6] == [
        "Synopse",
        "Was ist zu entscheiden?",
        "Wie viele sind es?",
        "Welche Stellen sind betroffen?",
        "Was hängt mit den Änderungen zusammen?",
        "Zu diesem Dokument",
    ]
    fields = [h for h in headings if h.startswith("Handlungsfeld ")]
    assert [h.partition(":")[0] for h in fields] == [f"Handlungsfeld HF{n}" for n in (1, 2, 3)]


def test_what_nobody_ruled_on_is_named_on_top_as_a_political_question() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        goal(data, "PZ02")["text"] = "Übergänge werden eng begleitet."

    document = synopsis_document(compared(edit))
    first, named, second, *_ = seen.text(seen.below(document.blocks, "Was ist zu entscheiden?")).split("\n")  # fmt: skip
    assert first == (
        "1 Änderung ist nicht geregelt. Ob darüber ein Beschluss gefasst wird, ist eine politische "
        "Frage."
    )
    assert named == "PZ02 (umformuliert)"
    assert second.startswith("Nach Kapitel 3 ist für 1 Änderung ein Beschluss vorgesehen")


def test_the_summary_counts_before_and_after(synopsis: Document) -> None:
    (table,) = seen.tables(seen.below(synopsis.blocks, "Wie viele sind es?"))
    counts = list(zip(*seen.rows(table), strict=True))
    assert ("Teilziele", "8", "10") in counts
    assert ("Handlungsfelder", "3", "3") in counts


def test_the_counts_are_kept_on_one_page(synopsis: Document) -> None:
    (table,) = seen.tables(seen.below(synopsis.blocks, "Wie viele sind es?"))
    assert all(row.keep_with_next or row.header for row in table.rows[:-1])
    assert not table.rows[-1].keep_with_next


def test_all_tables_have_the_same_columns(synopsis: Document) -> None:
    assert len(synopses(synopsis)) > 3
    assert len({table.columns for table in synopses(synopsis)}) == 1


def test_an_entry_of_a_register_is_called_by_its_kind_and_its_name(synopsis: Document) -> None:
    """Its key is in no paper."""
    columns = synopses(synopsis)[0].columns
    assert columns[1] == columns[2] > 55
    (row,) = [row for row in body_rows(synopsis) if row.bookmark == "pflege_daheim_anteil"]
    assert seen.text(row.cells[0].content) == "Kennzahl"
    assert "Anteil der häuslich versorgten" in seen.text(row.cells[2].content)


def test_the_summary_lists_the_bodies_with_their_goals_before_and_after(
    synopsis: Document,
) -> None:
    (table,) = seen.tables(seen.below(synopsis.blocks, "Welche Stellen sind betroffen?"))
    rows = {row[0]: row[1:] for row in seen.rows(table)}
    assert rows["Fachstelle Gut älter werden (bisher: Seniorenbüro)"] == [
        "3", "4",
        "neu zuständig: MA03, MA18\nweiter zuständig (bisher MA11 und MA12): MA17\n"
            "weiter zuständig: MA09",
    ]  # fmt: skip
    assert rows["Land"] == ["0", "0", "nun Adressat von: EM05"]
    assert rows["Amt für Soziales"][2] == "anders zuständig (Rolle geändert): MA03"
    assert rows["Stabsstelle Mobilität"][2] == "weiter zuständig, verschoben: MA08"


def test_a_result_that_is_gone_is_told_to_the_bodies_of_the_goal_above_in_general_words() -> None:
    document = synopsis_document(compared(lambda d: pop(d, "PZ01", 1)))
    (table,) = seen.tables(seen.below(document.blocks, "Welche Stellen sind betroffen?"))
    rows = {row[0]: row[1:] for row in seen.rows(table)}
    assert rows["Jugendamt"] == ["2", "2", "weiter zuständig, Ziele darunter geändert: PZ01"]


def test_the_synopse_says_which_elements_print_a_changed_key_figure() -> None:
    def before(data: Data) -> None:
        text = "Der Bund senkt die Quote von {{ kennzahl.quote }} bis 2030."
        data["texte"].append({"id": "EM01", "inhalt": text})

    def after(data: Data) -> None:
        before(data)
        data["kennzahlen"][0]["wert"] = "16,1"

    document = synopsis_document(telling(lindental.county(before), lindental.county(after)))
    said = seen.text(seen.below(document.blocks, "Was hängt mit den Änderungen zusammen?"))
    assert said == "Kennzahl «Armutsquote» (geändert): darauf bezieht sich EM01."


def test_where_it_comes_from_stands_in_the_imprint(auental: Telling, synopsis: Document) -> None:
    imprint = seen.text(seen.below(synopsis.blocks, "Zu diesem Dokument"))
    for remark in auental.comparison.new.kopf.hinweise:
        assert remark in imprint


def test_with_all_the_unchanged_elements_stand_in_their_place(auental: Telling) -> None:
    every = entries(auental, unchanged=True)
    assert {e.id for e in every} >= {goal.id for goal in auental.comparison.new.goals()}
    assert [e for e in every if e.kind != "unchanged"].__len__() == len(auental.changes)
    (same,) = [e for e in every if e.id == "MA04"]
    assert (same.change, sides(same)[0]) == (None, sides(same)[1])
    order = [e.id for e in every if e.section.startswith("Handlungsfeld HF1")]
    assert order[:4] == ["HF1", "WZ01", "TZ01", "MA01"]


def test_equal_editions_give_a_synopse_that_says_so() -> None:
    document = synopsis_document(compared(lambda d: None))
    assert "Die beiden Fassungen unterscheiden sich nicht." in seen.text(document.blocks)
    assert synopses(document) == []


@pytest.mark.parametrize("every", [False, True])
def test_the_word_file_is_sound_landscape_and_without_a_cover(
    auental: Telling, every: bool, tmp_path: Path
) -> None:
    data = encode(synopsis_document(auental, every=every), TEMPLATE)
    assert faults(data) == []
    (tmp_path / "synopse.docx").write_bytes(data)
    command = [program("ooxml-validator"), str(tmp_path / "synopse.docx")]
    run = subprocess.run(command, capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    sizes = re.findall(r"<w:pgSz [^>]*>", text)
    assert sizes
    assert all('w:orient="landscape"' in size for size in sizes)
    assert "Deckblatt" not in text
    assert "<w:ins " not in text
    assert "<w:del " not in text
    assert "<w:strike/>" in text


@pytest.mark.parametrize("seed", range(10))
def test_any_fortschreibung_of_the_shipped_strategy_gives_a_sound_synopse(
    edition: Strategy, seed: int
) -> None:
    found = telling(edition, fortschreibung(edition, seed, 40))
    document = synopsis_document(found)
    assert len(body_rows(document)) == len(found.changes)
    assert faults(encode(document, TEMPLATE)) == []


def test_twice_the_changes_take_about_twice_the_time(edition: Strategy) -> None:
    """Not four times: a strategy of fifty times the size must still be done in seconds."""

    def cost(count: int) -> float:
        comparison = compare(edition, fortschreibung(edition, 3, count))
        number = len(comparison.changes)
        start = time.process_time()
        synopsis_document(Telling(comparison))
        return (time.process_time() - start) / number

    cost(20)  # imports
    assert min(cost(320), cost(320)) < 3 * max(cost(40), cost(40))
