"""The strategy document: complete, in order, nothing dangling, for the shipped and other counties."""

import itertools
import re
from collections import Counter
from collections.abc import Callable

import pytest

from generator.model.goal import Handlungsfeld, Ziel, Zielsystem
from generator.model.strategy import Strategy
from generator.model.stufe import Stufe
from generator.render.blocks import (
    Block,
    Caption,
    Contents,
    Document,
    Figure,
    Heading,
    Paragraph,
    Reference,
    Table,
)
from generator.render.documents.chapters.leading_goals import leading_goals
from generator.render.documents.redline import edition_blocks
from generator.render.documents.telling.teller import Telling
from generator.render.drawing import Drawing
from generator.render.text_width import width
from tests.compare import county as lindental
from tests.compare.county import Data, goal
from tests.editions import compare, printed, strategy_document
from tests.render.conftest import shipped
from tests.render.seen import below, bookmarks, headings, inlines, notes, rows, tables, text, words


def made(strategy: Strategy, **options: object) -> Document:
    return strategy_document(strategy, **options)  # type: ignore[arg-type]


def whole(strategy: Strategy) -> tuple[Block, ...]:
    return made(strategy).blocks


def in_the_redline(strategy: Strategy) -> tuple[Block, ...]:
    """The edition as the Änderungsfassung prints it beside one without changes."""
    return edition_blocks(printed(strategy), beside=strategy, remarks=False)


def table_of(document: Document, identity: str) -> Table:
    """The table in which an element stands."""
    return next(
        table
        for table in tables(document.blocks)
        if any(row.bookmark == identity for row in table.rows)
    )


def test_the_chapters_are_numbered_as_in_the_printed_edition(document: Document) -> None:
    shown = headings(document.blocks)
    numbered = [title for title in shown if re.match(r"\d", title)]
    assert numbered == [
        "1 Vorwort",
        "2 Prozess der Erstellung einer Armutspräventionsstrategie",
        "3 Ausgangslage zur Armutsprävention im Ilm-Kreis",
        "4 Strategische Ziele zur Armutsprävention im Ilm-Kreis",
        "4.1 Vermeidung von Langzeitarbeitslosigkeit",
        "4.2 Förderung von Bildungschancen, Chancengleichheit und sozialer Teilhabe",
        "4.3 Frühkindliche Bildung/ (Gesundheits-) Prävention",
        "4.4 Vermeidung und Reduzierung der Folgen von Altersarmut",
        "4.5 Transparenz über Problemlagen, Ressourcen und Angebote im Ilm-Kreis",
        "5 Empfehlungen zur Armutsprävention auf überregionaler Ebene",
        "5.1 Arbeitsmarkt",
        "5.2 Bildung und soziale Teilhabe",
        "5.3 Soziale Sicherung",
        "5.4 Sonstiges",
        "6 Fazit und Ausblick",
    ]
    assert "Anlage" in shown


@pytest.mark.parametrize("folder", ["strategy/editions/2018", "strategy", "examples/auental"])
def test_every_element_has_exactly_one_bookmark(folder: str) -> None:
    strategy = shipped(folder)
    found = Counter(bookmarks(made(strategy).blocks))
    embedded = " ".join(t.inhalt for t in strategy.texte)
    for element in strategy.elements():
        if element in strategy.abbildungen and f"![[{element.id}]]" not in embedded:
            continue
        assert found[element.id] == 1, element.id


@pytest.mark.parametrize("folder", ["strategy/editions/2018", "examples/auental"])
@pytest.mark.parametrize("blocks", [whole, in_the_redline])
def test_no_reference_leads_nowhere(
    folder: str, blocks: Callable[[Strategy], tuple[Block, ...]]
) -> None:
    shown = blocks(shipped(folder))
    targets = {part.target for part in inlines(shown) if isinstance(part, Reference)}
    assert targets
    assert targets <= set(bookmarks(shown))


def test_each_goal_and_recommendation_shows_its_id_beside_its_wording(
    edition: Strategy, document: Document
) -> None:
    shown = {
        row.bookmark: [text(cell.content) for cell in row.cells]
        for table in tables(document.blocks)
        if table.style == "goals"
        for row in table.rows
        if row.bookmark
    }
    leading = leading_goals(edition)
    for element in (*edition.goals(), *edition.recommendations()):
        if element not in leading:
            assert shown[element.id][1:] == [element.id, element.text]


@pytest.mark.parametrize("folder", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_each_goal_of_the_first_level_is_a_heading_below_its_level_and_id(folder: str) -> None:
    strategy = shipped(folder)
    blocks = whole(strategy)
    found = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.goal]
    told = [(text([blocks[at - 1]]), text([blocks[at]])) for at in found]
    goals = [goal for goal in strategy.goals() if goal.stufe == strategy.kopf.stufen[0].schluessel]
    assert [wording for _, wording in told] == [goal.text for goal in goals]
    name = strategy.kopf.stufen[0].name
    for (label, _), each in zip(told, goals, strict=True):
        assert re.fullmatch(rf"{name}( \d+,)? {each.id}", label)


def test_a_process_goal_is_printed_as_readers_of_the_printed_edition_know_it(
    document: Document,
) -> None:
    table = table_of(document, "PZ09")
    assert [row[0] for row in rows(table)] == [
        "Prozessziel", "Ergebnisziel", "Ergebnisziel", "Ergebnisziel", "Zuständigkeit", "Siehe auch",
    ]  # fmt: skip
    assert rows(table)[4][1].split("\n") == [
        "Schulamt Westthüringen", "Schulen des Ilm-Kreises", "Personal- und Schulverwaltungsamt",
        "Planungskoordination Sozialplanung", "Bildungskoordinator",
    ]  # fmt: skip
    assert rows(table)[5][1] == "Punkt\u00a05.2 Bildung und soziale Teilhabe"
    assert table.rows[0].header
    assert all(row.cells[0].header for row in table.rows)


def test_a_heading_over_two_goals_stands_once(document: Document) -> None:
    assert headings(document.blocks).count("Bildungsübergänge") == 1
    under = below(document.blocks, "Bildungsübergänge")
    marks = [row.bookmark for table in tables(under) for row in table.rows]
    assert marks[0] == "PZ10"
    assert "PZ11" in marks


def test_goals_outside_every_handlungsfeld_come_first_in_their_chapter(document: Document) -> None:
    order = bookmarks(document.blocks)
    assert order.index("ziele") < order.index("LZ01") < order.index("PZ03") < order.index("HF1")


def test_what_follows_a_leitziel_stands_behind_its_last_result(document: Document) -> None:
    lines = text(document.blocks).split("\n")
    last = max(i for i, line in enumerate(lines) if line == "EZ08")
    after = next(i for i, line in enumerate(lines) if line.startswith("Die fünf Handlungsfelder"))
    heading = max(
        i for i, line in enumerate(lines) if line == "Vermeidung von Langzeitarbeitslosigkeit"
    )
    assert last < after < heading


def test_the_nineteen_footnotes_of_the_edition_are_there_in_order(document: Document) -> None:
    found = notes(document.blocks)
    assert len(found) == 19
    assert found[0] == "Kommissionsbericht der Europäischen Gemeinschaft (1983), S.\u00a08–9."
    assert found[2] == "Bundesministerium für Arbeit und Soziales (Hrsg.) 2017, S.\u00a024."
    assert found[18] == "Bundesministerium für Arbeit und Soziales (Hrsg.) 2017, S.\u00a036."
    assert "Spiegel Online (20117)." in found  # as printed in 2018; the draft corrects it
    assert "Spiegel Online 2017." in notes(made(shipped("strategy")).blocks)
    assert not any("ebd" in note.lower() for note in found)


def test_the_bibliography_names_each_work_once_in_german_order(document: Document) -> None:
    entries = [
        words(block.content)
        for block in below(document.blocks, "Quellenverzeichnis")
        if isinstance(block, Paragraph) and block.style == "bibliography"
    ]
    assert len(entries) == 18
    first_words = [entry.split()[0].strip(",") for entry in entries]
    assert first_words[:6] == [
        "Bertelsmann", "Bundesministerium", "Bundesministerium", "Gewerkschaft", "Heimbach-Steins",
        "Hußmann",
    ]  # fmt: skip
    assert first_words.index("Hußmann") < first_words.index("Hüther")


def test_the_overview_names_handlungsfelder_and_leitziele_and_counts_what_is_below(
    edition: Strategy, document: Document
) -> None:
    table = tables(below(document.blocks, "Was zu entscheiden ist"))[0]
    found = rows(table)
    assert found[0][1:] == ["PZ", "EZ"]
    assert "PZ: Prozessziele, EZ: Ergebnisziele" in found[0][0]
    fields = [
        row for row, drawn in zip(found, table.rows, strict=True) if drawn.cells[0].style == "light"
    ]
    assert [row[1:] for row in fields] == [
        ["3", "8"], ["2", "3"], ["10", "23"], ["5", "13"], ["2", "4"], ["2", "8"],
    ]  # fmt: skip
    assert found[-1] == ["Zusammen: 12 Leitziele; dazu 16 Empfehlungen", "24", "59"]
    named = [row[0] for row in found]
    assert all(goal.text in named for goal in leading_goals(edition))
    counts = [cell for row in table.rows for cell in row.cells[1:]]
    assert all(cell.align == "right" for cell in counts)


def test_of_many_leitziele_the_overview_names_the_handlungsfelder_only() -> None:
    def many(data: Data) -> None:
        first = data["ziele"]["handlungsfelder"][0]["kinder"]
        first += [
            {"id": f"LZ{n}", "stufe": "leitziele", "text": f"Ziel {n}."} for n in range(50, 65)
        ]

    strategy = lindental.county(many)
    blocks = made(strategy).blocks
    table = tables(below(blocks, "Was zu entscheiden ist"))[0]
    assert not [row for row in rows(table) if row[0].startswith("Ziel ")]
    listed = next(block for block in blocks if isinstance(block, Contents))
    assert not listed.goals


def test_an_adopted_edition_leaves_nothing_to_decide(document: Document) -> None:
    shown = text(below(document.blocks, "Was zu entscheiden ist"))
    assert "Beschluss\u00a0314/18 vom 5.\u00a0September 2018" in shown
    assert document.draft == ""


def decided(strategy: Strategy, former: Strategy) -> tuple[str, str]:
    """What is to be decided and what is new, as the overview says it."""
    blocks = made(strategy, comparison=compare(former, strategy)).blocks
    titles = [title for title in headings(blocks) if title.startswith("Was neu ist")]
    return text(below(blocks, "Was zu entscheiden ist")), "\n".join(
        [*titles, *(text(below(blocks, title)) for title in titles)]
    )


def test_a_draft_says_what_is_new_in_numbers_and_who_decides_by_its_own_rule(
    county: Strategy,
) -> None:
    decision, news = decided(county, shipped("examples/auental/editions/2023"))
    assert "Was neu ist gegenüber „Fassung 2023“: 52 Änderungen" in news
    assert "Wirkungsziele: 1 umformuliert, 1 verschoben, Text geändert bei 1" in news
    assert "Maßnahmen: Zuständigkeit geändert bei 2, 4 entfallen, 5 neu" in news
    assert "Kapitel: Text geändert bei 2, 1 neu, 1 umformuliert; Sonstiges: 13 Änderungen" in news
    assert (
        "Sechs Änderungen brauchen nach Abschnitt „Was der Kreistag entscheidet“ einen" in decision
    )
    assert "entscheidet der Landkreis" in decision
    assert not re.search(r"[A-Z]{2}\d\d, [A-Z]{2}\d\d", decision + news), "a list of codes"


def test_the_three_weightiest_changes_are_told_in_words(county: Strategy) -> None:
    decision, _ = decided(county, shipped("examples/auental/editions/2023"))
    told = [line for line in decision.split("\n") if line.startswith(("Wirkungsziel", "Teilziel"))]
    assert told == [
        "Wirkungsziel WZ05, verschoben: Digitale Angebote schließen niemanden aus.",
        "Wirkungsziel WZ02, umformuliert: Wer Pflege braucht oder leistet, erhält rechtzeitig Hilfe in …",
        "Teilziel TZ10, neu: Wer kein digitales Gerät nutzt, hat dadurch keine Nachteile.",
    ]


def test_of_what_is_new_it_is_not_said_that_its_text_is_new_as_well() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["kapitel"].append({"id": "dank", "titel": "Dank"})
        data["texte"].append({"id": "dank", "inhalt": "Allen."})

    _, news = decided(lindental.county(edit), lindental.county())
    assert "Kapitel: 1 neu" in news
    assert "Text geändert" not in news


def test_the_overview_names_what_takes_the_place_of_a_goal_to_be_decided_on() -> None:
    def edit(data: Data) -> None:
        data["kopf"]["fassung"].update(status="entwurf", kennung="2026-entwurf", vorgaenger="2020")
        data["kopf"]["beschlussregeln"] = [{"ebene": ["*"], "art": ["*"], "zustimmung": "kreistag"}]
        goal(data, "PZ02").update(
            id="PZ03", text="Jede Klasse hat eine Patin in einem Betrieb.", ersetzt=["PZ02"]
        )

    decision, _ = decided(lindental.county(edit), lindental.county())
    assert "PZ02, entfallen, ersetzt durch PZ03" in decision


def test_where_only_the_edition_is_another_all_count_that_one_change() -> None:
    new = lindental.county(lambda d: d["kopf"]["fassung"].update(kennung="2025", status="entwurf"))
    decision, news = decided(new, lindental.county())
    assert news.split("\n")[0].endswith(": eine Änderung")
    assert "Eine Änderung ist redaktionell. " in decision
    (verdict,) = Telling(compare(lindental.county(), new)).summary.verdicts
    assert verdict.sentence.startswith("1 Änderung ist redaktionell")


def test_what_needs_no_vote_only_by_its_classification_is_named(edition: Strategy) -> None:
    draft = shipped("strategy")
    decision, _ = decided(draft, edition)
    assert (
        "30 Änderungen sind redaktionell (ohne diese Einstufung mit Beschluss: Leitziel LZ07). "
        in decision
    )
    verdicts = Telling(compare(edition, draft)).summary.verdicts
    (told,) = [v for v in verdicts if "ohne diese Einstufung bei 1 Änderung" in v.sentence]
    assert told.ids == ("LZ07",)


def test_the_matrix_counts_for_how_many_goals_a_body_is_responsible(document: Document) -> None:
    table = tables(below(document.blocks, "Zuständigkeitsmatrix"))[0]
    titles, *lines = rows(table)
    body = next(line for line in lines if line[0] == "Sozialamt")
    cells = dict(zip(titles, body, strict=True))
    # PZ04 (LZ02), PZ12 (LZ05), PZ17 (LZ07), PZ22 (LZ10) in the printed edition.
    assert {title for title, value in cells.items() if value == "1"} == {
        "LZ02",
        "LZ05",
        "LZ07",
        "LZ10",
    }
    assert cells["Summe"] == "4"


def test_its_counts_and_their_heads_stand_at_the_right(document: Document) -> None:
    table = tables(below(document.blocks, "Zuständigkeitsmatrix"))[0]
    for row in table.rows:
        first, *counts = row.cells
        assert first.align == ""
        assert {cell.align for cell in counts} == {"right"}


def chart_of(strategy: Strategy) -> tuple[Figure, Caption] | None:
    blocks = below(made(strategy).blocks, "Wer ist wofür zuständig?")
    figures = [block for block in blocks if isinstance(block, Figure)]
    captions = [b for b in blocks if isinstance(b, Caption) and b.kind == "Abbildung"]
    return (figures[0], captions[0]) if figures else None


def test_a_chart_shows_how_many_goals_each_body_has(edition: Strategy) -> None:
    chart = chart_of(edition)
    assert chart is not None
    figure, caption = chart
    counted = Counter(
        next(body.name for body in edition.akteure if body.id == responsible.akteur)
        for goal in edition.goals()
        for responsible in goal.zustaendig
    )
    told = figure.alternative.removeprefix("Balken je Stelle. ").removesuffix(".")
    bars = [part.rsplit(": ", 1) for part in told.split("; ")]
    assert {name: int(number) for name, number in bars} == counted
    numbers = [int(number) for _, number in bars]
    assert numbers == sorted(numbers, reverse=True)
    assert words(caption.content) == "Anzahl der Ziele je Stelle"
    assert caption.number == len(edition.abbildungen) + 1
    listed = [block.of for block in made(edition).blocks if isinstance(block, Contents)]
    assert "figures" in listed


def with_bodies(number: int) -> Strategy:
    """So many bodies, all of them responsible for one goal."""
    names = [f"stelle{n:02}" for n in range(number)]

    def give(data: Data) -> None:
        data["akteure"] += [
            {"id": name, "name": name.capitalize(), "art": "intern"} for name in names
        ]
        goal(data, "PZ02")["zustaendig"] = names
        goal(data, "PZ01")["zustaendig"] = []

    return lindental.county(give)


def test_few_bodies_have_no_chart_and_many_have_room_on_a_page() -> None:
    assert chart_of(with_bodies(4)) is None
    assert chart_of(with_bodies(5)) is not None
    chart = chart_of(with_bodies(40))
    assert chart is not None
    assert words(chart[1].content).endswith("je Stelle, die 25 Stellen mit den meisten")
    assert chart[0].alternative.count("Stelle") == 25 + 1
    assert isinstance(chart[0].drawing, Drawing)
    assert chart[0].drawing.height < 210


def test_the_index_by_body_names_goals_and_recommendations(document: Document) -> None:
    (table,) = tables(below(document.blocks, "Wer ist wofür zuständig?"))
    shown = {row[0].split("\n")[0]: row[1] for row in rows(table)}
    assert shown["Sozialamt"] == "Ziele: PZ04; PZ12; PZ17; PZ22"
    assert shown["Städte und Gemeinden"] == "Ziele: PZ16\nEmpfehlungen: EM15"
    pages = [part for part in inlines([table]) if isinstance(part, Reference) and part.page]
    assert {page.text for page in pages} == {", S.\u00a0"}


def index_by_body(strategy: Strategy) -> list[list[str]]:
    (table,) = tables(below(made(strategy).blocks, "Wer ist wofür zuständig?"))
    return rows(table)


def test_a_body_that_was_merged_is_listed_last_with_its_successor(county: Strategy) -> None:
    assert index_by_body(county)[-1] == [
        "Verein Wohnberatung im Auental\nfrühere Stelle",
        "aufgegangen in „Pflegestützpunkt Auental“",
    ]


def test_a_body_that_ended_is_no_part_of_another_and_says_what_still_names_it(
    county: Strategy,
) -> None:
    ended = tuple(
        body.model_copy(update={"bis": 2026}) if body.id == "mobilitaet" else body
        for body in county.akteure
    )
    shown = {row[0].split("\n")[0]: row for row in index_by_body(
        county.model_copy(update={"akteure": ended}))}  # fmt: skip
    name, became = shown["Stabsstelle Mobilität"]
    assert name == "Stabsstelle Mobilität\nfrühere Stelle"
    assert became.startswith("aufgelöst (bis 2026)\nMaßnahmen: MA")
    assert "Stabsstelle Mobilität" not in shown["Landratsamt Auental"][1]
    assert "Amt für Soziales" in shown["Landratsamt Auental"][1]


def test_key_figures_are_listed_with_value_date_and_origin(document: Document) -> None:
    (table,) = tables(below(document.blocks, "Kennzahlen"))
    line = next(row for row in rows(table) if row[0] == "Armutsquote, gemessen am Bundesmedian")
    assert line[1:3] == ["17,2\u00a0%", "2016, Mittelthüringen"]
    assert line[3].startswith("Mikrozensus 2016; siehe Punkt")


def test_the_agenda_is_referred_to_for_the_strategy_as_a_whole(document: Document) -> None:
    shown = text(below(document.blocks, "Bezugsrahmen"))
    assert shown.startswith("Die Strategie als Ganzes nimmt Bezug auf: Agenda 2030")
    assert shown.split("\n")[1:] == [
        "keine Armut", "Gesundheit und Wohlergehen", "hochwertige Bildung", "weniger Ungleichheit",
    ]  # fmt: skip


def test_headings_leave_no_level_out(document: Document, county: Strategy) -> None:
    for blocks in (document.blocks, made(county).blocks):
        levels = [block.level for block in blocks if isinstance(block, Heading)]
        assert levels[0] == 1
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_the_cells_of_every_row_fill_its_table(document: Document, county: Strategy) -> None:
    for blocks in (document.blocks, made(county).blocks):
        for table in tables(blocks):
            assert sum(table.columns) <= 247.1
            assert table.summary
            for row in table.rows:
                assert sum(cell.span for cell in row.cells) == len(table.columns)
                assert all(cell.content for cell in row.cells)


SIZES = {
    "plain": 10,
    "head": 10,
    "first": 11,
    "second": 11,
    "third": 11,
    "actors": 10.5,
    "total": 10,
    "light": 10,
}
PADDING = {"goals": 4.0, "grid": 3.4, "matrix": 2.1}


@pytest.mark.parametrize("folder", ["strategy/editions/2018", "strategy", "examples/auental"])
def test_no_word_is_wider_than_its_column(folder: str) -> None:
    """Else Word breaks it anywhere ("Unterhaltsvorschussgesetze|s"), as texts are not hyphenated."""
    for table in tables(made(shipped(folder)).blocks):
        for row in table.rows:
            column = 0
            for cell in row.cells:
                room = sum(table.columns[column : column + cell.span]) - PADDING[table.style]
                column += cell.span
                bold = cell.style in ("head", "first", "second", "total", "light")
                size = 9 if table.style == "matrix" and cell.style == "plain" else SIZES[cell.style]
                for word in re.findall(r"[^\s/-]+[/-]?", text(cell.content)):
                    wide = width(word, size * 25.4 / 72, bold)
                    assert wide <= room, (table.summary, word, wide, room)


def test_captions_are_counted_from_one_without_a_gap(document: Document) -> None:
    for kind in ("Abbildung", "Tabelle"):
        found = [b.number for b in document.blocks if isinstance(b, Caption) and b.kind == kind]
        assert found == list(range(1, len(found) + 1))
        assert found


def test_a_draft_is_marked_and_shows_what_is_to_be_checked(draft: Strategy) -> None:
    document = made(draft)
    assert document.draft == "Entwurf"
    assert document.fields["status"] == "Entwurf, Stand 22.\u00a0November 2026"
    assert "Prüfvermerk zu EZ33" in text(document.blocks)


def test_an_adopted_edition_prints_no_remark_of_its_editors(draft: Strategy) -> None:
    edition = draft.kopf.fassung.model_copy(update={"status": "beschlossen", "beschluss": "12/27"})
    head = draft.kopf.model_copy(update={"fassung": edition})
    document = made(draft.model_copy(update={"kopf": head}))
    assert "Prüfvermerk zu" not in text(document.blocks)
    assert document.fields["status"] == "Beschluss\u00a012/27"


def test_a_build_in_spite_of_errors_marks_every_page(edition: Strategy) -> None:
    assert made(edition, faulty=True).draft == "Enthält Fehler"


def test_edition_digest_and_revision_become_properties(edition: Strategy) -> None:
    document = made(edition, digest="ab12", revision="6c32efb")
    assert document.properties == {"Fassung": "2018", "Prüfsumme": "ab12", "Revision": "6c32efb"}


def test_the_imprint_tells_where_the_texts_come_from(document: Document) -> None:
    shown = text(below(document.blocks, "Zu diesem Dokument"))
    assert "keine Veröffentlichung des Landkreises" in shown
    assert "Herkunft der Texte, die Ziele und Empfehlungen erläutern: nacherzählt" in shown


def test_texts_of_several_origins_are_told_apart_in_the_imprint(edition: Strategy) -> None:
    texts = tuple(
        t.model_copy(update={"wortlaut": "amtlich"}) if t.id in ("PZ01", "PZ02", "PZ03") else t
        for t in edition.texte
    )
    document = made(edition.model_copy(update={"texte": texts}))
    shown = text(below(document.blocks, "Zu diesem Dokument"))
    assert "im amtlichen Wortlaut: PZ01 bis PZ03" in shown


def test_only_abbreviations_that_occur_as_words_are_listed(edition: Strategy) -> None:
    known = {
        "SGB": "Sozialgesetzbuch",
        "ÖPNV": "öffentlicher Personennahverkehr",
        "IGL": "gibt es nicht",
    }
    head = edition.kopf.model_copy(update={"abkuerzungen": known})
    (table,) = tables(below(made(edition.model_copy(update={"kopf": head})).blocks, "Abkürzungen"))
    assert rows(table)[1:] == [
        ["ÖPNV", "öffentlicher Personennahverkehr"],
        ["SGB", "Sozialgesetzbuch"],
    ]


@pytest.mark.parametrize("folder", ["strategy/editions/2018", "strategy"])
def test_what_is_abbreviated_is_explained_before_the_first_chapter(folder: str) -> None:
    blocks = made(shipped(folder)).blocks
    (table,) = tables(below(blocks, "Abkürzungen"))
    shown = dict(row for row in rows(table))
    assert shown["SGB"] == "Sozialgesetzbuch"
    assert shown["ÖPNV"] == "öffentlicher Personennahverkehr"
    assert set(shown) - {"Abkürzung"} == set(shipped(folder).kopf.abkuerzungen)
    order = headings(blocks)
    assert order.index("Abkürzungen") < order.index("Inhalt") < order.index("1 Vorwort")


def test_what_is_said_below_the_last_goal_of_a_table_never_stands_alone(document: Document) -> None:
    for table in tables(document.blocks):
        if table.style == "goals":
            last = max((at for at, row in enumerate(table.rows) if row.bookmark), default=0)
            assert all(row.keep_with_next for row in table.rows[last:-1])


def test_the_redline_holds_no_page_that_is_computed_from_the_rest(edition: Strategy) -> None:
    found = headings(in_the_redline(edition))
    assert found[:2] == ["Inhalt", "1 Vorwort"]
    assert "Quellenverzeichnis" in found
    assert "Zuständigkeitsmatrix" not in found


def test_another_county_prints_its_own_levels_and_responsibilities(county: Strategy) -> None:
    table = table_of(made(county), "MA01")
    assert [row[0] for row in rows(table)] == [
        "Maßnahme", "Arbeitsschritt", "Arbeitsschritt", "Zuständigkeit",
    ]  # fmt: skip
    assert "Pflegestützpunkt Auental (Federführung)" in rows(table)[3][1]
    assert rows(table_of(made(county), "PG01"))[0][1] == "P-1"


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_from_one_to_five_levels_every_goal_is_printed_once(edition: Strategy, depth: int) -> None:
    names = ("Leitziel", "Teilziel", "Maßnahme", "Schritt", "Aufgabe")[:depth]
    levels = tuple(
        Stufe(schluessel=name.lower().replace("ß", "ss"), name=name, mehrzahl=name, praefix=name[0])
        for name in names
    )

    def goal(level: int, path: str) -> Ziel:
        under = [goal(level + 1, f"{path}{n}") for n in (1, 2)] if level + 1 < depth else []
        return Ziel(id=f"Z{path}", stufe=levels[level].schluessel, text=f"Armut wird gemindert ({path}).",
                    gruppe="Teilhabe" if path.endswith("1") else None, kinder=tuple(under))  # fmt: skip

    fields = (
        Handlungsfeld(id="HF1", titel="Soziale Teilhabe", kinder=(goal(0, "1"), goal(0, "2"))),
    )
    head = edition.kopf.model_copy(update={"stufen": levels})
    strategy = edition.model_copy(
        update={"kopf": head, "ziele": Zielsystem(handlungsfelder=fields)}
    )
    document = made(strategy)
    printed = [mark for mark in bookmarks(document.blocks) if re.fullmatch(r"Z\d+", mark)]
    assert printed == [goal.id for goal in strategy.goals()]
    shown = [
        row[0] for table in tables(document.blocks) if table.style == "goals" for row in rows(table)
    ]
    headed = [b for b in document.blocks if isinstance(b, Paragraph) and b.style == "goal_label"]
    shown += [text([label]).split()[0] for label in headed]
    assert set(names) <= set(shown)


def test_a_strategy_without_chapters_still_prints_goals_and_recommendations(
    edition: Strategy,
) -> None:
    head = edition.kopf.model_copy(update={"kapitel": ()})
    document = made(edition.model_copy(update={"kopf": head, "texte": ()}))
    assert {"1 Ziele", "2 Empfehlungen"} <= set(headings(document.blocks))
    assert {"EZ59", "EM16"} <= set(bookmarks(document.blocks))


def test_the_same_strategy_makes_the_same_document(edition: Strategy) -> None:
    assert made(edition) == made(shipped("strategy/editions/2018"))


def test_labels_and_level_names_have_room_in_a_wider_font(document: Document) -> None:
    """Verdana is a fifth wider than Arial; a house may choose it."""
    overview = tables(below(document.blocks, "Auf einen Blick"))[0]
    cells = [
        (cell, room - PADDING[table.style])
        for table in (overview, table_of(document, "PZ09"))
        for row in (table.rows if table.style == "goals" else table.rows[:1])
        for cell, room in zip(row.cells, table.columns, strict=False)
        if cell.header
    ]
    assert len(cells) == 9
    for cell, room in cells:
        for word in text(cell.content).split():
            assert 1.2 * width(word, 10 * 25.4 / 72, bold=True) <= room, word


def one_level() -> Strategy:
    """A strategy of projects that stand directly in their Handlungsfeld and have nothing below them."""
    level = {"schluessel": "vorhaben", "name": "Vorhaben", "mehrzahl": "Vorhaben", "praefix": "V"}
    projects = [
        {"id": f"V{n}", "stufe": "vorhaben", "text": "Wir bauen.", "zustaendig": ["amt"]}
        for n in (1, 2)
    ]
    return Strategy.model_validate(
        {
            "kopf": {
                "format": 2,
                "teile": {"uebrige": "drucken"},
                "fassung": {"kennung": "1", "bezeichnung": "Eins", "status": "entwurf", "stand": "2026-01-01"},
                "stufen": [{**level, "traegt": ["zustaendigkeit"]}],
            },
            "ziele": {"handlungsfelder": [{"id": "HF1", "titel": "Wohnen", "kinder": projects}]},
            "akteure": [{"id": "amt", "name": "Bauamt", "art": "intern"}],
        }
    )  # fmt: skip


def test_where_nothing_stands_below_anything_no_column_is_empty() -> None:
    document = strategy_document(one_level())
    overview = next(t for t in tables(document.blocks) if "im Überblick" in t.summary)
    assert rows(overview) == [["Kennung", "Vorhaben"], ["V1", "Wir bauen."], ["V2", "Wir bauen."]]
    assert len(overview.columns) == 2


def test_the_matrix_of_what_bodies_carry_themselves_says_who_is_responsible() -> None:
    shown = text(strategy_document(one_level()).blocks)
    assert "Eine 1 heißt, dass die Stelle zuständig ist" in shown
    assert "Stellen nach Vorhaben: V1 bis V2" in shown
