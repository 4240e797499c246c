"""The Synopse: both wordings side by side, what is to be decided on top, nothing by colour alone."""

import io
import json
import re
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from generator.model.strategy import Strategy
from generator.render.blocks import Block, Document, Paragraph, Row, Run, Table
from generator.render.documents.synopsis import synopsis_document
from generator.render.documents.synopsis.change_page import page_document
from generator.render.documents.synopsis.synopsis_entries import entries as made
from generator.render.documents.synopsis.synopsis_wordings import wordings
from generator.render.documents.telling.teller import Telling
from generator.render.formats.docx import encode
from generator.render.formats.docx.styles import OPTIONAL
from generator.render.text_width import width
from generator.render.visitor import bookmark_of, walk
from tests.compare import county as lindental
from tests.compare.county import Data, goal, pop
from tests.compare.mutate import fortschreibung
from tests.editions import compare, telling
from tests.judges import program
from tests.receive.word import unzipped, zipped
from tests.render import seen
from tests.render.conftest import ROOT, shipped
from tests.render.formats.docx_checks import faults

TEMPLATE = ROOT / "templates" / "kreistag.docx"
TITLES = ["Nr.", "Bisherige Fassung", "Neue Fassung", "Was und warum"]


class Entry(Struct, frozen=True):
    """What the Synopse says of an element, or of several that share a row."""

    id: str
    section: str
    kinds: tuple[str, ...]
    old: str
    new: str


def side(content: Iterable[Paragraph]) -> str:
    """In one line, changed words in [-alt-] and {+neu+}."""
    marks = {"plain": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    lines = []
    for line in content:
        runs = [run for run in line.content if isinstance(run, Run)]
        assert all(run.text[0] + run.text[-1] == "[]" for run in runs if run.shown != "plain")
        words = (r.text if r.shown == "plain" else r.text[1:-1] for r in runs)
        lines.append("".join(marks[r.shown].format(w) for r, w in zip(runs, words, strict=True)))
    return " / ".join(lines)


def entries(telling: Telling, *, unchanged: bool = False) -> list[Entry]:
    found = []
    for entry in made(telling, telling.elements if unchanged else telling.changed):
        pieces = list(wordings(entry, telling.comparison))
        old = " / ".join(filter(None, (side(piece.old) for piece in pieces)))
        new = " / ".join(filter(None, (side(piece.new) for piece in pieces)))
        kinds = tuple(change.source.change.kind for change in entry.changes)
        found.append(Entry(entry.first.id, entry.first.section, kinds, old, new))
    return found


def compared(edit: Callable[[Data], object]) -> Telling:
    return telling(lindental.county(), lindental.county(edit))


def told(edit: Callable[[Data], object]) -> list[Entry]:
    return entries(compared(edit))


def sides(entry: Entry) -> tuple[str, str]:
    return entry.old, entry.new


@pytest.fixture(scope="module")
def auental() -> Telling:
    return telling(shipped("examples/auental/editions/2023"), shipped("examples/auental"))


@pytest.fixture(scope="module")
def synopsis(auental: Telling) -> Document:
    return synopsis_document(auental)


def synopses(document: Document) -> list[Table]:
    return [t for t in seen.tables(document.blocks) if seen.rows(t)[0] == TITLES]


def one_sided(document: Document) -> list[Table]:
    return [t for t in seen.tables(document.blocks) if tuple(seen.rows(t)[0]) in ONE_SIDED]


def body_rows(document: Document) -> list[Row]:
    """Those of elements, whether they show both sides or the one that there is."""
    return [
        row
        for table in (*synopses(document), *one_sided(document))
        for row in table.rows
        if not row.header
    ]


ONE_SIDED = {
    ("Nr.", "Neue Fassung, bisher nicht enthalten", "Was und warum"),
    ("Nr.", "Bisherige Fassung, die entfällt", "Was und warum"),
}


SIDES: dict[str, tuple[Callable[[Data], object], tuple[str, str]]] = {
    "reworded": (
        lambda d: goal(d, "LZ02").update(text="Wohnraum ist für alle bezahlbar."),
        ("Wohnraum ist bezahlbar.", "Wohnraum ist {+für alle+} bezahlbar."),
    ),
    "removed": (lambda d: pop(d, "PZ01", 0), ("Jede Schule hat ein Konzept.", "")),
    "added": (
        lambda d: goal(d, "LZ02").update(
            kinder=[{"id": "PZ03", "stufe": "prozessziele", "text": "Es wird gebaut.",
                     "zustaendig": ["schulamt"]}]
        ),
        ("", "Es wird gebaut. / Zuständigkeit: Schulverwaltungsamt"),
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
            "Übergänge in den Beruf werden begleitet. / Kürzel: P-1",
        ),
    ),
    "a new title of a goal": (
        lambda d: goal(d, "PZ02").update(titel="Schule und Beruf"),
        (
            "Übergänge in den Beruf werden begleitet.",
            "Übergänge in den Beruf werden begleitet. / Titel: Schule und Beruf",
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
        ("", "Neubau / Es wird gebaut."),
    ),
    "title of an Empfehlung": (
        lambda d: d["themen"][0]["empfehlungen"][0].update(titel="Geld vom Land"),
        (
            "Der Mindestlohn wird erhöht.",
            "Der Mindestlohn wird erhöht. / Titel: Geld vom Land",
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
            "Übergänge in den Beruf werden begleitet. / Überschrift: Berufswahl",
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
            "Weg eines Hinweises / "
            "Ablauf mit 2 Stationen: Aufnehmen – Das Amt hält ihn fest; Beraten",
        ),
    ),
    "a comma alone": (
        lambda d: d["texte"][1].update(inhalt="Die Umsetzung, dauert zwei bis fünf Jahre."),
        (
            "Fazit und Ausblick / Die Umsetzung dauert zwei bis fünf Jahre.",
            "Fazit und Ausblick / Die {+Umsetzung,+} dauert zwei bis fünf Jahre.",
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
    (entry,) = [entry for entry in found if "text" in entry.kinds]
    old, new = sides(entry)
    assert (
        old
        == "Fazit und Ausblick / Die [-4-] Ziele in Punkt\u00a02.1 senken die Quote von 17,2\u00a0%."
    )
    assert new == (
        "Fazit und Ausblick / Die {+3+} Ziele in Punkt\u00a02.1 senken die Quote von 17,2\u00a0%."
        " {+Siehe (Fußnote: BMAS 2017, S.\u00a024.).+}"
    )


def test_a_text_that_only_counts_by_itself_now_is_said_to_print_the_same() -> None:
    def before(data: Data) -> None:
        data["texte"][1]["inhalt"] = "Es sind 4 Ziele."

    def after(data: Data) -> None:
        data["texte"][1]["inhalt"] = "Es sind {{ anzahl.ergebnisziele }} Ziele."

    (entry,) = entries(telling(lindental.county(before), lindental.county(after)))
    assert (
        sides(entry)
        == (
            "Fazit und Ausblick / "
            "Der gedruckte Text ist gleich; geändert ist nur, wie er entsteht.",
        )
        * 2
    )


def test_all_that_happened_to_a_goal_stands_in_one_row_and_its_wording_once() -> None:
    def edit(data: Data) -> None:
        moved = pop(data, "LZ01", 1)
        moved["zustaendig"] = ["schulamt"]
        goal(data, "LZ02")["kinder"] = [moved]

    (entry,) = told(edit)
    assert (entry.id, entry.kinds) == ("PZ02", ("moved", "responsibility"))
    assert entry.new == (
        "Übergänge in den Beruf werden begleitet. / Platz: {+unter Leitziel LZ02+} / "
        "Zuständigkeit: {+Schulverwaltungsamt+}"
    )


def test_every_element_that_changed_stands_in_one_row(auental: Telling, synopsis: Document) -> None:
    firsts = [row for row in body_rows(synopsis) if row.bookmark]
    assert len(firsts) == len(entries(auental)) < len(auental.changed)
    assert {*bookmarks(synopsis.blocks)} == {element.subject.id for element in auental.changed}


def bookmarks(blocks: Iterable[Block]) -> Iterator[str]:
    return filter(None, map(bookmark_of, walk(blocks)))


def test_a_row_has_number_both_wordings_and_what_happened_why(synopsis: Document) -> None:
    for table in synopses(synopsis):
        assert table.rows[0].header
        assert {cell.span for row in table.rows for cell in row.cells} == {1}
    rows = {row[0].split("\n")[0]: row for t in synopses(synopsis) for row in seen.rows(t)[1:]}
    assert rows["WZ02"] == [
        "WZ02\nWirkungsziel",
        "Wer Pflege braucht, erhält [sie] rechtzeitig [und] in der Nähe der eigenen Wohnung.",
        "Wer Pflege braucht [oder leistet], erhält rechtzeitig [Hilfe] in der Nähe der eigenen Wohnung.",
        "umformuliert. Das Wirkungsziel gilt nun ausdrücklich auch für Menschen, die andere pflegen. "
        "▲\u00a0Kreistag",
    ]


def test_what_was_split_or_merged_shares_a_row_with_what_it_became(synopsis: Document) -> None:
    rows = {row[0]: row for t in synopses(synopsis) for row in seen.rows(t)[1:]}
    split = rows["MA05\nMA15\nMA16\nMaßnahme"]
    assert split[1].startswith("MA05\n")
    assert "MA15\n" in split[2]
    assert "MA16\n" in split[2]
    assert split[3].startswith("geteilt in MA15 und MA16. ")
    merged = rows["MA11\nMA12\nMA17\nMaßnahme"]
    assert "MA11\n" in merged[1]
    assert "MA12\n" in merged[1]
    assert merged[3].startswith("zusammengelegt in MA17. ")


def test_new_and_old_words_stand_in_brackets_and_in_styles_of_the_template(
    synopsis: Document,
) -> None:
    (row,) = [row for row in body_rows(synopsis) if row.bookmark == "EM04"]
    old, new = (runs(row, column) for column in (1, 2))
    assert [run.text for run in old if run.shown == "deleted"] == ["[ausserhalb]"]
    assert [run.text for run in new if run.shown == "inserted"] == ["[außerhalb]"]
    assert all(run.mark == "plain" for run in (*old, *new))
    main = unzipped(encode(synopsis, TEMPLATE))["word/document.xml"].decode()
    assert '<w:rStyle w:val="Neu"/></w:rPr><w:t xml:space="preserve">[außerhalb]' in main
    assert '<w:rStyle w:val="Entfallen"/></w:rPr><w:t xml:space="preserve">[ausserhalb]' in main


def test_a_template_without_these_styles_gets_the_look_itself(
    synopsis: Document, tmp_path: Path
) -> None:
    """A house that made its template before there was such a Synopse goes on with it."""
    template = tmp_path / "haus.docx"
    parts = unzipped(TEMPLATE.read_bytes())
    sheet = parts["word/styles.xml"].decode()
    for style, _ in OPTIONAL.values():
        sheet, count = re.subn(
            rf'<w:style [^>]*><w:name w:val="{style.name}"/>.*?</w:style>', "", sheet
        )
        assert count == 1, style.name
    template.write_bytes(zipped({**parts, "word/styles.xml": sheet.encode()}))
    data = encode(synopsis, template)
    assert faults(data) == []
    main = unzipped(data)["word/document.xml"].decode()
    assert "<w:strike/>" in main
    assert "SynopseText" not in main


def runs(row: Row, column: int) -> list[Run]:
    paragraphs = [p for p in row.cells[column].content if isinstance(p, Paragraph)]
    return [run for p in paragraphs for run in p.content if isinstance(run, Run)]


def test_the_first_pages_say_what_is_to_be_decided_and_count_then_comes_the_strategy(
    synopsis: Document,
) -> None:
    headings = seen.headings(synopsis.blocks)
    assert headings[:5] == [
        "Synopse: Strategie „Gut älter werden im Landkreis Auental“",
        "Was ist zu entscheiden?",
        "Anzahlen bisher und neu",
        "Welche Stellen sind betroffen?",
        "Teil A: Änderungen des Inhalts",
    ]
    fields = [h for h in headings if h.startswith("Handlungsfeld ")]
    assert [h.partition(":")[0] for h in fields] == [f"Handlungsfeld HF{n}" for n in (1, 2, 3)]
    at = headings.index("Teil B: Redaktionelles und Verzeichnisse")
    assert headings[at + 1 :] == ["Redaktionelle Änderungen", "Verzeichnisse"]
    assert any(h.startswith("Wirkungsziel WZ01: Ältere Menschen leben") for h in headings[:at])


def test_the_boxes_count_for_each_body_that_decides_for_the_administration_and_editorial(
    auental: Telling, synopsis: Document
) -> None:
    boxes = seen.rows(seen.tables(synopsis.blocks)[0])
    assert boxes == [["Kreistag", "Verwaltung", "Redaktionell"], ["6", "24", "22"]]
    assert sum(map(int, boxes[1])) == len(auental.changes)


def test_what_is_to_be_decided_is_listed_by_name_with_its_page_where_that_is_known(
    auental: Telling, synopsis: Document
) -> None:
    for document, pages in ((synopsis, []), (synopsis_document(auental, pages=True), ["Seite"])):
        (table,) = seen.tables(seen.below(document.blocks, "Was ist zu entscheiden?"))
        head, *rows = seen.rows(table)
        assert head == ["Nr.", "Bezeichnung", "Änderung", "Wer entscheidet", *pages]
        assert [row[0] for row in rows] == ["EM05", "WZ02", "WZ05", "TZ10", "TZ09", "P-5"]
        assert rows[2][1:4] == [
            "Digitale Angebote schließen niemanden aus.",
            "verschoben",
            "▲\u00a0Kreistag",
        ]


def test_what_nobody_ruled_on_is_named_on_top_as_a_political_question() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ02")["text"] = "Wohnraum ist für alle bezahlbar."
        goal(data, "PZ02")["text"] = "Übergänge werden eng begleitet."

    document = synopsis_document(compared(edit))
    blocks = seen.below(document.blocks, "Was ist zu entscheiden?")
    assert seen.text(blocks).startswith(
        "1 Änderung ist nicht geregelt. Ob darüber ein Beschluss gefasst wird, ist eine politische "
        "Frage. Nach Kapitel 3 ist für 1 Änderung ein Beschluss vorgesehen"
    )
    rows = {row[0]: row[3] for row in seen.rows(seen.tables(blocks)[0])[1:]}
    assert rows == {"LZ02": "▲\u00a0Kreistag", "PZ02": "△\u00a0nicht\u00a0geregelt"}


def test_the_summary_counts_before_and_after(synopsis: Document) -> None:
    (table,) = seen.tables(seen.below(synopsis.blocks, "Anzahlen bisher und neu"))
    counts = list(zip(*seen.rows(table), strict=True))
    assert ("Teilziele", "8", "10") in counts
    assert ("Handlungsfelder", "3", "3") in counts


def test_the_counts_are_kept_on_one_page(synopsis: Document) -> None:
    (table,) = seen.tables(seen.below(synopsis.blocks, "Anzahlen bisher und neu"))
    assert all(row.keep_with_next or row.header for row in table.rows[:-1])
    assert not table.rows[-1].keep_with_next


def test_all_tables_have_the_same_columns(synopsis: Document) -> None:
    assert len(synopses(synopsis)) > 3
    assert len({table.columns for table in synopses(synopsis)}) == 1
    (first, old, new, why) = synopses(synopsis)[0].columns
    for table in one_sided(synopsis):
        assert table.columns == (first, old + new, why)


def test_neighbours_that_are_only_new_or_only_gone_have_the_room_of_both_sides() -> None:
    """Else a third of the page stays empty row after row."""

    def grow(data: Data) -> None:
        for number in range(20, 26):
            text = (
                f"Der Landkreis baut das Angebot Nummer {number} bis 2030 gemeinsam mit den Gemeinden aus. "
                * 2
            )
            goal(data, "PZ02").setdefault("kinder", []).append(
                {"id": f"EZ{number}", "stufe": "ergebnisziele", "text": text.strip()}
            )

    grown = synopsis_document(telling(lindental.county(), lindental.county(grow)))
    (table,) = one_sided(grown)
    head, *rows = seen.rows(table)
    assert head == ["Nr.", "Neue Fassung, bisher nicht enthalten", "Was und warum"]
    assert [row[0].split("\n")[0] for row in rows] == [f"EZ{n}" for n in range(20, 26)]
    assert not [row for t in synopses(grown) for row in seen.rows(t) if "–" in row[1:3]]
    (gone,) = one_sided(synopsis_document(telling(lindental.county(grow), lindental.county())))
    assert seen.rows(gone)[0] == ["Nr.", "Bisherige Fassung, die entfällt", "Was und warum"]


def test_the_row_of_a_kennzahl_says_so_in_its_first_cell() -> None:
    def count(data: Data) -> None:
        data["kennzahlen"][0].update(wert="16,1")

    rows = body_rows(synopsis_document(telling(lindental.county(), lindental.county(count))))
    assert [seen.text(row.cells[0].content) for row in rows] == ["Kennzahl"]


def test_what_a_body_decides_on_stands_first_and_in_full(auental: Telling) -> None:
    """What nobody has ruled follows as far as two pages hold it; the rest is counted."""
    old = shipped("strategy/editions/2018")
    told = telling(old, fortschreibung(old, 1, 80))
    document = synopsis_document(told)
    (table,) = seen.tables(seen.below(document.blocks, "Was ist zu entscheiden?"))
    signs = [row[3][0] for row in seen.rows(table)[1:]]
    assert signs == sorted(signs, key="▲△".index)
    ruled = [e for e in made(told, told.changed) if any(c.source.needs_vote for c in e.changes)]
    assert signs.count("▲") == len(ruled)
    assert len(signs) <= max(25, len(ruled))
    assert "Dazu kommen " in seen.text(document.blocks)


def test_the_columns_are_as_wide_as_designed_or_as_the_longest_word(synopsis: Document) -> None:
    first, old, new, why = synopses(synopsis)[0].columns
    assert old == new > 90
    assert first + old + new + why == pytest.approx(264, abs=0.2)
    assert first >= 264 * 0.08
    words = {w for row in body_rows(synopsis) for w in seen.text(row.cells[0].content).split()}
    assert first >= max(width(word, 3.18) for word in words) + 3


def test_no_key_of_a_file_is_printed(synopsis: Document) -> None:
    """Of figures, chapters, bodies and editions people see names alone."""
    printed = seen.text(synopsis.blocks)
    for key in ("bild_hinweis", "2026-entwurf", "2027-entwurf", "pflege_daheim_anteil", "«"):
        assert key not in printed


def test_a_long_row_goes_on_with_its_number() -> None:
    def edit(data: Data) -> None:
        goal(data, "LZ02")["text"] = " ".join(["Wohnraum ist für alle Familien bezahlbar."] * 60)

    document = synopsis_document(compared(edit))
    rows = [row for row in body_rows(document) if seen.text(row.cells[0].content)[:4] == "LZ02"]
    assert len(rows) > 2
    assert [row.bookmark for row in rows] == ["LZ02", *[None] * (len(rows) - 1)]
    for row in rows[1:]:
        assert seen.text(row.cells[0].content) == "LZ02\n(Forts.)"
    assert "".join(seen.text(row.cells[2].content) for row in rows).count("Familien") == 60


def test_the_summary_lists_the_bodies_with_their_goals_before_and_after(
    synopsis: Document,
) -> None:
    (table,) = seen.tables(seen.below(synopsis.blocks, "Welche Stellen sind betroffen?"))
    rows = {row[0]: row[1:] for row in seen.rows(table)}
    assert rows["Fachstelle Gut älter werden (bisher: Seniorenbüro)"] == [
        "3", "4",
        "neu zuständig: MA03, MA18; weiter zuständig (bisher MA11 und MA12): MA17; "
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


def test_the_page_says_which_elements_print_a_changed_key_figure() -> None:
    def before(data: Data) -> None:
        text = "Der Bund senkt die Quote von {{ kennzahl.quote }} bis 2030."
        data["texte"].append({"id": "EM01", "inhalt": text})

    def after(data: Data) -> None:
        before(data)
        data["kennzahlen"][0]["wert"] = "16,1"

    document = page_document(telling(lindental.county(before), lindental.county(after)))
    said = seen.text(seen.below(document.blocks, "Was hängt mit den Änderungen zusammen?"))
    assert said.startswith("Kennzahl „Armutsquote“ (geändert): darauf bezieht sich EM01.")


def test_where_it_comes_from_stands_in_the_imprint(auental: Telling, synopsis: Document) -> None:
    front = seen.text(seen.below(synopsis.blocks, "Welche Stellen sind betroffen?"))
    for remark in auental.comparison.new.kopf.hinweise:
        assert remark in front


def test_with_all_the_unchanged_elements_stand_in_their_place(auental: Telling) -> None:
    every = entries(auental, unchanged=True)
    shared = {"MA15", "MA16", "MA17"}
    assert {e.id for e in every} | shared >= {goal.id for goal in auental.comparison.new.goals()}
    assert sum(len(e.kinds) for e in every) == len(auental.changes)
    (same,) = [e for e in every if e.id == "MA04"]
    assert (same.kinds, same.old) == ((), same.new)
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
    assert '<w:rStyle w:val="Entfallen"/>' in text


@pytest.mark.parametrize("seed", range(10))
def test_any_fortschreibung_of_the_shipped_strategy_gives_a_sound_synopse(
    edition: Strategy, seed: int
) -> None:
    found = telling(edition, fortschreibung(edition, seed, 40))
    document = synopsis_document(found)
    assert {*bookmarks(document.blocks)} == {e.subject.id for e in found.changed}
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
