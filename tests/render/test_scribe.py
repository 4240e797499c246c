"""Prose: what coordinators write becomes what readers see."""

import pytest

from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.render.blocks import (
    Block,
    Caption,
    Figure,
    Footnote,
    Heading,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Reference,
    Run,
    Table,
)
from generator.render.documents.context import Context
from tests.editions import printed
from tests.render.seen import inlines, notes, rows, text, words


@pytest.fixture(scope="module")
def context(edition: Strategy) -> Context:
    return printed(edition)


def written(context: Context, source: str, identity: str = "fazit", level: int = 1) -> list[Block]:
    return list(context.scribe.blocks(Prosatext(id=identity, inhalt=source), level))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Es sind {{ anzahl.leitziele }} Leitziele.", "Es sind 12 Leitziele."),
        ("{{ anzahl.HF2.prozessziele }} davon in einem Feld.", "10 davon in einem Feld."),
        ('Es sind {{ anzahl.leitziele, "Leitziel" }}.', "Es sind 12 Leitziele."),
        ('Es ist {{ anzahl.HF1.leitziele, "Leitziele" }}.', "Es ist 1 Leitziel."),
        ("Mit {{ anzahl.leitziele, „Leitzielen“ }} beginnt es.", "Mit 12 Leitzielen beginnt es."),
        ('In {{ anzahl.handlungsfelder, "Handlungsfeldern" }}.', "In 5 Handlungsfeldern."),
        ('{{ anzahl.HF1.leitziele, "großes Ziel", "große Ziele" }}', "1 großes Ziel"),
        ('{{ anzahl.leitziele, "großes Ziel",\n"große Ziele" }}', "12 große Ziele"),
        ('{{ anzahl.leitziele, "Maßnahme" }}', '{{ anzahl.leitziele, "Maßnahme" }}'),
        ("Die Schwelle liegt bei {{ kennzahl.armutsschwelle }}.", "Die Schwelle liegt bei 870\u00a0€."),
        ("Nur {{ kennzahl.iglu_foerderung }} erhält sie.", "Nur ein Drittel erhält sie."),
        ("Es dauert {{ kennzahl.umsetzung_von }} bis {{ kennzahl.umsetzung_bis }}.",
         "Es dauert 2 bis 5\u00a0Jahre."),
        ("**Dauer:** {{ kennzahl.umsetzung_von }} bis\n{{ kennzahl.umsetzung_bis }}",
         "Dauer: 2 bis 5\u00a0Jahre"),
        ("{{ kennzahl.mindestlohn }} bis {{ kennzahl.umsetzung_bis }}", "8,84\u00a0€ bis 5\u00a0Jahre"),
        ('Gedruckt steht {{ zitat("13 Leitziele") }}.', "Gedruckt steht 13 Leitziele."),
        ("(siehe [[TH2]])", "(siehe Punkt\u00a05.2)"),
        ("(siehe [[HF1]] bis [[HF3]])", "(siehe Punkt\u00a04.1 bis 4.3)"),
        ("(siehe [[HF1]] und [[HF3]])", "(siehe Punkt\u00a04.1 und Punkt\u00a04.3)"),
        ("(siehe [[empfehlungen]])", "(siehe Punkt\u00a05)"),
        ("wie in [[PZ06]]", "wie in PZ06"),
        ("in der [[anlage]]", "in der Anlage"),
        ("in [[ABB2]]", "in Abbildung 2"),
        ("Das [[jugendamt]] plant.", "Das Jugendamt plant."),
        ("Der [[sozialatlas]] zeigt es.", "Der Sozialatlas des Ilm-Kreises zeigt es."),
        ("die [[agenda2030]]", "die Agenda 2030 für nachhaltige Entwicklung"),
        ("siehe [[PZ99]] und {{ kennzahl.gibt_es_nicht }}",
         "siehe [[PZ99]] und {{ kennzahl.gibt_es_nicht }}"),
        ("ein *Wort* und **zwei Wörter**", "ein Wort und zwei Wörter"),
        ("Alle Schüler*innen und Lehrer*innen, *auch* die Kolleg*innen.",
         "Alle Schüler*innen und Lehrer*innen, auch die Kolleg*innen."),
        ("1. Mai 2026: Auftakt\n\n15. Mai 2026: *Sitzung*", "1. Mai 2026: Auftakt\n15. Mai 2026: Sitzung"),
        ("<b>fett</b> & <script>", "<b>fett</b> & <script>"),
        ("eine [Klammer] und 3 * 4 * 5", "eine [Klammer] und 3 * 4 * 5"),
    ],
)  # fmt: skip
def test_markup_is_printed_as_promised(context: Context, source: str, shown: str) -> None:
    assert text(written(context, source)) == shown


def test_references_are_links_to_the_element(context: Context) -> None:
    found = list(inlines(written(context, "siehe [[HF2]] und [[PZ06]]")))
    assert [part.target for part in found if isinstance(part, Reference)] == ["HF2", "PZ06"]


def test_a_footnote_names_work_and_place_and_leads_to_the_bibliography(context: Context) -> None:
    blocks = written(context, "So ist es.[@bmas2017, S. 24]")
    assert notes(blocks) == ["Bundesministerium für Arbeit und Soziales (Hrsg.) 2017, S.\u00a024."]
    assert [p.target for p in inlines(blocks) if isinstance(p, Reference)] == ["bmas2017"]


def test_two_works_at_one_place_share_a_footnote_so_that_no_number_reads_like_12(
    context: Context,
) -> None:
    blocks = written(context, "So ist es.[@ljr2010, S. 21][@nzfh] Und so.[@gew2017]")
    assert notes(blocks) == [
        "Landesjugendring Thüringen e.V. (Hrsg.) 2010, S.\u00a021; "
        "Nationales Zentrum Frühe Hilfen o.\u00a0J.",
        "Gewerkschaft Erziehung und Wissenschaft Thüringen 2017.",
    ]


@pytest.mark.parametrize(
    ("source", "shown", "found"),
    [
        ("Es hilft.^[Nicht allen.]", "Es hilft.", ["Nicht allen."]),
        ("Es **hilft^[So [[PZ06]], {{ anzahl.leitziele }} *Mal*, vgl. [@bmas2017, S. 3] dort.]** sehr.",
         "Es hilft sehr.",
         ["So PZ06, 12 Mal, vgl. Bundesministerium für Arbeit und Soziales (Hrsg.) 2017, S.\u00a03 dort."]),
        ("Eins^[Vgl. [@ljr2010, S. 21][@nzfh]]",
         "Eins", ["Vgl. Landesjugendring Thüringen e.V. (Hrsg.) 2010, S.\u00a021; "
                  "Nationales Zentrum Frühe Hilfen o.\u00a0J."]),
        ("Zwei^[Erstens.]^[Zweitens.] Noten", "Zwei Noten", ["Erstens. Zweitens."]),
        ("Zwei[@gew2017]^[Danach.] Arten", "Zwei Arten",
         ["Gewerkschaft Erziehung und Wissenschaft Thüringen 2017. Danach."]),
        ("Von^[Mit [[HF1]] bis [[HF3]].] hier", "Von hier", ["Mit Punkt\u00a04.1 bis 4.3."]),
        ("- Punkt^[Der Liste.]", "Punkt", ["Der Liste."]),
        ("# Titel^[Der Überschrift.]", "Titel", ["Der Überschrift."]),
        ("| Kopf^[Des Kopfs.] |\n|---|\n| Zelle^[A | B] |", "Kopf\nZelle", ["Des Kopfs.", "A | B"]),
        ("> Zitat^[Des Zitats.]", "Zitat", ["Des Zitats."]),
        ("[Seite^[Des Links.]](https://a.de)", "Seite", ["Des Links."]),
        ("Über^[Drei\nZeilen\nlang] alles", "Über alles", ["Drei Zeilen lang"]),
        ("Klammer^[a [b] c \\] d [e](https://e.de)] zu", "Klammer zu", ["a [b] c ] d e"]),
        ("Als `^[Code]` und \\^[maskiert]", "Als ^[Code] und ^[maskiert]", []),
        ("Offen^[ohne Ende\n\nund leer^[ ]", "Offen^[ohne Ende\nund leer^[ ]", []),
        ("In^[einer ^[zweiten] Note] gesagt", "In gesagt", ["einer ^[zweiten] Note"]),
        ("Hoch m^2 und [a]^[Gut.]", "Hoch m^2 und [a]", ["Gut."]),
    ],
)  # fmt: skip
def test_an_explanatory_footnote_holds_our_markup_and_is_lost_nowhere(
    context: Context, source: str, shown: str, found: list[str]
) -> None:
    blocks = written(context, source)
    assert (text(blocks), notes(blocks)) == (shown, found)


def test_emphasis_and_links_in_a_footnote_are_those_of_prose(context: Context) -> None:
    blocks = written(context, "Es hilft.^[Das *Amt* [hier](https://a.de), siehe [[PZ06]].]")
    (note,) = [part for part in inlines(blocks) if isinstance(part, Footnote)]
    assert Run("Amt", italic=True) in note.content
    assert Link("https://a.de", "hier") in note.content
    assert Reference("PZ06", "PZ06") in note.content


def test_a_figure_stands_where_its_text_embeds_it_and_only_there(context: Context) -> None:
    blocks = written(context, "Davor.\n\n![[ABB1]]\n\nDanach.", "prozess")
    assert [type(block) for block in blocks] == [Paragraph, Figure, Caption, Paragraph, Paragraph]
    assert isinstance(blocks[2], Caption)
    assert (blocks[2].number, blocks[2].bookmark) == (1, "ABB1")
    assert text(blocks[3:4]).startswith("Quelle: Nachgebildet")
    elsewhere = written(context, "![[ABB1]]", "fazit")
    assert [type(block) for block in elsewhere] == [Paragraph]
    assert text(elsewhere) == "Abbildung 1"


def test_lists_keep_their_levels_numbers_and_computed_values(context: Context) -> None:
    source = "3. erstens **wichtig**\n4. {{ anzahl.empfehlungen }} Empfehlungen\n   - darunter"
    (listing,) = written(context, source)
    assert isinstance(listing, Listing)
    assert (listing.ordered, listing.start) == (True, 3)
    assert [words(item.content) for item in listing.items] == ["erstens wichtig", "16 Empfehlungen"]
    assert listing.items[0].content[1] == Run("wichtig", bold=True)
    assert listing.items[1].below is not None


def test_a_paragraph_between_two_lists_stays_between_them(context: Context) -> None:
    blocks = written(context, "- eins\n\nDazwischen.\n\n- zwei\n- drei")
    assert [type(block) for block in blocks] == [Listing, Paragraph, Listing]


def test_headings_in_prose_stand_below_their_chapter_without_a_gap(context: Context) -> None:
    blocks = written(context, "# Erstens\n\nText.\n\n### Darunter\n\n# Zweitens", level=2)
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    assert levels == [3, 4, 3]


def test_a_markdown_table_has_a_header_row_and_cells(context: Context) -> None:
    (table,) = written(
        context, "| Jahr | Quote |\n|---|---|\n| 2016 | {{ kennzahl.armutsquote }} |"
    )
    assert isinstance(table, Table)
    assert rows(table) == [["Jahr", "Quote"], ["2016", "17,2\u00a0%"]]
    assert [row.header for row in table.rows] == [True, False]


def test_web_links_and_line_breaks_are_kept(context: Context) -> None:
    (paragraph,) = written(context, "Siehe [das Portal](https://example.org/a)\\\nund mehr.")
    assert isinstance(paragraph, Paragraph)
    assert Link("https://example.org/a", "das Portal") in paragraph.content
    assert LineBreak() in paragraph.content


def test_headings_alike_in_a_text_are_alike_in_print(context: Context) -> None:
    source = "## Lage\n\nEins.\n\n### Pflege\n\nZwei.\n\n## Ausblick\n\n#### Folgen\n\n### Schluss"
    levels = [b.level for b in written(context, source, level=2) if isinstance(b, Heading)]
    assert levels == [3, 4, 3, 4, 4]
