"""A document with every block and mark, in the prose of a county's strategy."""

from __future__ import annotations

from generator.render.blocks import (
    Block,
    Caption,
    Cell,
    Contents,
    Document,
    Figure,
    Footnote,
    Heading,
    Item,
    LineBreak,
    Link,
    Listing,
    Mark,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Reference,
    Row,
    Run,
    Section,
    Table,
)
from generator.render.drawing import Box, Drawing, Label, Polyline


def p(
    text: str, style: ParagraphStyle = "text", bookmark: str | None = None, mark: Mark = "plain"
) -> Paragraph:
    return Paragraph((Run(text),), style, bookmark, mark=mark)


def h(level: int, text: str, number: str = "", bookmark: str | None = None) -> Heading:
    return Heading(level, (Run(text),), number, bookmark)


DRAWING = Drawing(
    150,
    60,
    (
        Box(5, 5, 50, 20, fill="#dce6ee", stroke="#1b3a57", radius=2, title="Bedarfsermittlung"),
        Label(30, 14, "Bedarfsermittlung", 4, bold=True, anchor="middle"),
        Label(30, 20, "Daten & Berichte", 3.2, anchor="middle"),
        Box(95, 35, 50, 20, fill="#dce6ee", stroke="#1b3a57", radius=2),
        Label(120, 44, "Schwerpunkte", 4, bold=True, anchor="middle"),
        Label(120, 50, "Ziele für < 5 Jahre", 3.2, anchor="middle"),
        Polyline(((55, 15), (120, 15), (120, 35)), stroke="#1b3a57", curved=True, arrow=True),
        Polyline(((95, 45), (30, 45), (30, 25)), stroke="#595959", arrow=True),
    ),
    "Planungskreislauf",
    "Zwei Schritte, die ineinander übergehen",
)

GOALS = Table(
    (30, 16, 114),
    (
        Row(
            (
                Cell((p("Leitziel", "cell_label"),), "first", header=True),
                Cell((p("LZ03", "cell_id"),), "first"),
                Cell(
                    (
                        p(
                            "Alle Kinder haben unabhängig von ihrer Herkunft Zugang zu Bildung.",
                            "cell",
                        ),
                    ),
                    "first",
                ),
            ),
            bookmark="LZ03",
            keep_with_next=True,
        ),
        Row(
            (
                Cell((p("Prozessziel", "cell_label"),), "second", header=True),
                Cell((p("PZ06", "cell_id"),), "second"),
                Cell(
                    (p("Der Landkreis baut die Angebote der Ganztagsschulen aus.", "cell"),),
                    "second",
                ),
            ),
            bookmark="PZ06",
            keep_with_next=True,
        ),
        *(
            Row(
                (
                    Cell((p("Ergebnisziel", "cell_label"),), "third", header=True),
                    Cell((p(id_, "cell_id"),), "third"),
                    Cell((p(text, "cell"),), "third"),
                ),
                bookmark=id_,
                keep_with_next=True,
            )
            for id_, text in (
                ("EZ12", "Jede Grundschule hat ein pädagogisches Konzept für den Nachmittag."),
                (
                    "EZ13",
                    "Die Zusammenarbeit mit freien Trägern ist schriftlich vereinbart und wird "
                    "alle zwei Jahre gemeinsam ausgewertet.",
                ),
            )
        ),
        Row(
            (
                Cell((p("Zuständigkeit", "cell_label"),), "actors", header=True),
                Cell((), "actors"),
                Cell(
                    (Listing((Item((Run("Schulverwaltungsamt"),)), Item((Run("Jugendamt"),)))),),
                    "actors",
                ),
            ),
        ),
    ),
    "Leitziel LZ03 mit seinem Prozessziel, zwei Ergebniszielen und der Zuständigkeit",
    "goals",
)

FIGURES = Table(
    (70, 30, 30, 30),
    (
        Row(
            tuple(
                Cell((p(text, "cell"),), "head", header=True)
                for text in ("Kennzahl", "Wert", "Stichtag", "Quelle")
            ),
            header=True,
        ),
        *(
            Row(tuple(Cell((p(text, "cell"),)) for text in row))
            for row in (
                ("Armutsquote Mittelthüringen", "17,2 %", "2016", "Sozialatlas"),
                ("Atypisch Beschäftigte", "13.964", "2016", "Sozialatlas"),
            )
        ),
        Row(
            (
                Cell((p("Summe der Angaben", "cell"),), "total", header=True),
                Cell((p("zwei", "cell"),), "total", span=3),
            )
        ),
    ),
    "Kennzahlen mit Wert, Stichtag und Quelle",
)

MATRIX = Table(
    (60, *([16.0] * 12)),
    (
        Row(
            (
                Cell((p("Stelle", "cell"),), "head", header=True),
                *(Cell((p(f"LZ{n:02}", "cell"),), "head", header=True) for n in range(1, 13)),
            ),
            header=True,
        ),
        *(
            Row(
                (
                    Cell((p(name, "cell"),), header=True),
                    *(Cell((p("●" if n % step == 0 else "–", "cell"),)) for n in range(12)),
                )
            )
            for step, name in enumerate(("Jugendamt", "Sozialamt", "Jobcenter Ilm-Kreis"), 2)
        ),
    ),
    "Welche Stelle zu welchem Leitziel beiträgt",
    "matrix",
)

PROSE = (
    "Armut hat viele Ursachen, und keine Stelle allein kann sie beheben. Deshalb arbeiten im "
    "Landkreis Verwaltung, freie Träger und Ehrenamt zusammen. Wer Leistungen beantragt, soll an "
    "einer Stelle erfahren, was ihm zusteht, und nicht von Amt zu Amt geschickt werden. "
)


def front() -> tuple[Block, ...]:
    return (
        Heading(1, (Run("Inhaltsverzeichnis"),), bookmark="inhalt", listed=False),
        Contents("headings", 3),
        Heading(2, (Run("Abbildungen"),), listed=False),
        Contents("figures"),
        Heading(2, (Run("Tabellen"),), listed=False),
        Contents("tables"),
        PageBreak(),
        h(1, "Vorwort", "1", "vorwort"),
        p("Diese Strategie sagt, was der Landkreis gegen Armut tun will.", "lead"),
        p(PROSE * 3),
        p("Die Fassung ist eine Demonstration und keine Veröffentlichung.", "note"),
    )


def prose() -> tuple[Block, ...]:
    return (
        h(1, "Strategische Ziele", "2", "ziele"),
        Paragraph(
            (
                Run("Die Ziele folgen "),
                Run("einem gemeinsamen", bold=True),
                Run(" Maßstab"),
                Footnote(
                    (
                        Run("Vgl. Bundesministerium (2017): S. 24, "),
                        Link("https://www.bmas.de/?a=1&b=2", "Bericht des Ministeriums"),
                    )
                ),
                Run(" & sind "),
                Run("überprüfbar", italic=True),
                Run(" (siehe "),
                Reference("HF2", "Punkt 2.2"),
                Run(", "),
                Reference("PZ06", "PZ06"),
                Reference("PZ06", ", Seite ", page=True),
                Run(" und "),
                Reference("ABB1", "Abbildung 1"),
                Run("). Mehr dazu auf der "),
                Link("https://www.ilm-kreis.de/", "Seite des Landkreises"),
                Run("."),
            )
        ),
        Figure(DRAWING, "Kreislauf aus Bedarfsermittlung und Schwerpunkten"),
        Caption("Abbildung", 1, (Run("Planungskreislauf"),), "ABB1"),
        p("Quelle: eigene Darstellung nach Kapitel 2.", "source"),
        p("Drei Grundsätze gelten für alle Ziele:"),
        Listing(
            (
                Item((Run("Vorbeugen vor Heilen"),)),
                Item(
                    (Run("Gemeinsam statt nebeneinander"),),
                    Listing((Item((Run("Ämter"),)), Item((Run("freie Träger"),)))),
                ),
                Item((Run("Prüfen statt hoffen"),)),
            )
        ),
        p("Der Weg dahin:"),
        Listing((Item((Run("erheben"),)), Item((Run("beschließen"),))), ordered=True),
        p("Und danach wieder von vorn:"),
        Listing((Item((Run("auswerten"),)), Item((Run("nachsteuern"),))), ordered=True),
        p("Wer wenig hat, soll nicht auch noch wenig erfahren.", "quote"),
        h(2, "Vermeidung von Langzeitarbeitslosigkeit", "2.1", "HF1"),
        Paragraph((Run(PROSE), LineBreak(), Run("Neue Zeile.")), bookmark="HF1_text"),
    )


def tables() -> tuple[Block, ...]:
    return (
        h(
            2,
            "Förderung von Bildungschancen, Chancengleichheit und sozialer Teilhabe",
            "2.2",
            "HF2",
        ),
        h(3, "Ganztagsschulen", "2.2.1"),
        h(4, "Angebote am Nachmittag"),
        p(PROSE),
        GOALS,
        p(PROSE),
        Caption("Tabelle", 1, (Run("Kennzahlen"),), "TAB1"),
        FIGURES,
        p("Quelle: Sozialatlas des Ilm-Kreises.", "source"),
        FIGURES,
        FIGURES,
        Section("landscape"),
        h(1, "Zuständigkeitsmatrix", "3", "matrix"),
        Caption("Tabelle", 2, (Run("Stellen nach Leitzielen"),)),
        MATRIX,
        Section("portrait"),
        h(1, "Quellen", "", "quellen"),
        p(
            "Bundesministerium für Arbeit und Soziales (2017): Armutsbericht. Berlin.",
            "bibliography",
        ),
        p("Herausgeber: Landratsamt.", "small"),
    )


def marked() -> tuple[Block, ...]:
    """Tracked changes in every place they can stand."""
    return (
        Heading(1, (Run("Neues Kapitel"),), "4", "neu", mark="inserted"),
        Paragraph(
            (
                Run("Der Landkreis "),
                Run("prüft", mark="deleted"),
                Run("beschließt", mark="inserted"),
                Run(" die Angebote"),
                Footnote((Run("Entfallene Quelle."),), mark="deleted"),
                Footnote((Run("Neue Quelle."),), mark="inserted"),
                Run(" ("),
                Reference("HF1", "Punkt 2.1", mark="deleted"),
                Reference("HF2", "Punkt 2.2", mark="inserted"),
                Link("https://www.ilm-kreis.de/", "Seite des Landkreises", mark="deleted"),
                Run(")."),
            )
        ),
        p("Dieser Absatz entfällt.", mark="deleted"),
        p("Dieser Absatz ist neu.", mark="inserted"),
        Listing(
            (
                Item((Run("alter Punkt"),), mark="deleted"),
                Item((Run("neuer Punkt"),), mark="inserted"),
            )
        ),
        Table(
            (40, 120),
            (
                Row(
                    (Cell((p("Kennung", "cell"),), "head"), Cell((p("Ziel", "cell"),), "head")),
                    True,
                ),
                Row((Cell((p("EZ90", "cell"),)), Cell((p("entfällt", "cell"),))), mark="deleted"),
                Row(
                    (Cell((p("EZ91", "cell"),)), Cell((p("kommt hinzu", "cell"),))), mark="inserted"
                ),
            ),
            "Geänderte Ziele",
        ),
        Figure(DRAWING, "Alte Abbildung", mark="deleted"),
        Caption("Abbildung", 2, (Run("Alte Abbildung"),), mark="deleted"),
        Figure(DRAWING, "Neue Abbildung", mark="inserted"),
        Caption("Abbildung", 2, (Run("Neue Abbildung"),), "ABB2", mark="inserted"),
    )


def turned() -> tuple[Block, ...]:
    """A document that ends on a landscape page."""
    return (Section("landscape"), h(2, "Übersicht", "3.1"), p("Die Matrix folgt quer."), MATRIX)


def document(*more: Block, draft: str = "Entwurf") -> Document:
    """Every block, and ``more`` behind them."""
    return Document(
        "Armutspräventionsstrategie für den Ilm-Kreis",
        (*front(), *prose(), *tables(), *more),
        {
            "koerperschaft": "Ilm-Kreis",
            "fassung": "1. Fortschreibung",
            "status": "Entwurf, Stand 22. November 2026",
            "hinweis": "Demonstration, keine Veröffentlichung des Landkreises.",
            "verwaltung": "Landratsamt Ilm-Kreis",
        },
        {"Fassung": "2026-entwurf", "Digest": "sha256:4f2a"},
        "Strategie des Kreistags",
        "Landratsamt Ilm-Kreis",
        "2026-11-22",
        draft=draft,
    )
