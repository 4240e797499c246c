"""The styles a Word template must have: what the writer calls them, and what each is for."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Style(Struct, frozen=True):
    """A style the writer uses; ``name`` as the file has it, ``shown`` as German Word shows it."""

    name: str
    kind: Literal["paragraph", "character", "table"]
    use: str
    shown: str = ""

    @property
    def label(self) -> str:
        """The name a German user finds in Word's list of styles."""
        return self.shown or self.name


def _paragraph(name: str, use: str, shown: str = "") -> Style:
    return Style(name, "paragraph", use, shown)


STYLES: dict[str, Style] = {
    **{
        f"heading{level}": _paragraph(
            f"heading {level}", f"Überschrift der Ebene {level}", f"Überschrift {level}"
        )
        for level in range(1, 7)
    },
    "contents_heading": _paragraph(
        "TOC Heading",
        "Überschrift ohne Nummer, die nicht im Inhaltsverzeichnis steht",
        "Inhaltsverzeichnisüberschrift",
    ),
    **{
        f"toc{level}": _paragraph(
            f"toc {level}",
            f"Eintrag der Ebene {level} im Inhaltsverzeichnis",
            f"Verzeichnis {level}",
        )
        for level in range(1, 5)
    },
    "toc_figures": _paragraph(
        "table of figures",
        "Eintrag im Abbildungs- oder Tabellenverzeichnis",
        "Abbildungsverzeichnis",
    ),
    "text": _paragraph("Body Text", "Fließtext", "Textkörper"),
    "lead": _paragraph("Leitsatz", "Satz, der einen Abschnitt eröffnet"),
    "note": _paragraph("Hinweis", "abgesetzter Hinweis der Redaktion"),
    "quote": _paragraph("Quote", "wörtliches Zitat", "Zitat"),
    "small": _paragraph("Kleingedrucktes", "kleine Schrift, zum Beispiel im Impressum"),
    "bibliography": _paragraph(
        "Bibliography", "Eintrag im Quellenverzeichnis", "Literaturverzeichnis"
    ),
    "figure": _paragraph("Abbildung", "Absatz, in dem eine Abbildung steht"),
    "caption": _paragraph("caption", "Beschriftung von Abbildung oder Tabelle", "Beschriftung"),
    "source": _paragraph("Quellenangabe", "Quelle unter einer Abbildung oder Tabelle"),
    "bullet": _paragraph(
        "List Bullet", "Aufzählung mit Punkten (alle Ebenen)", "Aufzählungszeichen"
    ),
    "number": _paragraph("List Number", "nummerierte Liste (alle Ebenen)", "Listennummer"),
    "footnote": _paragraph("footnote text", "Text einer Fußnote", "Fußnotentext"),
    "cell": _paragraph("Tabelle Text", "Text in einer Tabellenzelle"),
    "cell_head": _paragraph("Tabelle Kopf", "Kopfzelle einer Tabelle"),
    "cell_first": _paragraph("Tabelle Ebene 1", "Ziel der obersten Ebene"),
    "cell_second": _paragraph("Tabelle Ebene 2", "Ziel der zweiten Ebene"),
    "cell_third": _paragraph("Tabelle Ebene 3", "Ziel der unteren Ebenen"),
    "cell_actors": _paragraph("Tabelle Zuständigkeit", "Zuständigkeit und Adressaten"),
    "cell_total": _paragraph("Tabelle Summe", "Summenzeile einer Tabelle"),
    "cell_matrix": _paragraph("Tabelle Matrix", "Text in einer Matrix mit vielen Spalten"),
    "cell_bullet": _paragraph("Tabelle Aufzählung", "Aufzählung in einer Tabellenzelle"),
    "label": Style("Zielbezeichnung", "character", "Bezeichnung links in einer Zieltabelle"),
    "id": Style("Kennung", "character", "Kennung eines Elements, zum Beispiel PZ06"),
    "reference": Style("Querverweis", "character", "Verweis auf eine Stelle im Dokument"),
    "link": Style("Hyperlink", "character", "Verweis auf eine Internetadresse"),
    "footnote_mark": Style(
        "footnote reference", "character", "hochgestellte Nummer einer Fußnote", "Fußnotenzeichen"
    ),
    "table_goals": Style("Zieltabelle", "table", "Tabelle mit Zielen und Zuständigkeiten"),
    "table_grid": Style("Rastertabelle", "table", "Tabelle mit Kopfzeile"),
    "table_matrix": Style("Matrixtabelle", "table", "Matrix mit vielen schmalen Spalten"),
}
"""Key of the writer to the style; the handbook prints this table."""

OPTIONAL: dict[str, tuple[Style, str]] = {
    **{
        f"inner{level}": (
            _paragraph(
                f"Zwischenüberschrift {level}",
                f"Überschrift der Ebene {level}, die das Inhaltsverzeichnis auslässt",
            ),
            f"heading{level}",
        )
        for level in range(2, 7)
    },
    "compact": (
        _paragraph("Überblick Überschrift", "Überschrift auf der Seite „Auf einen Blick“"),
        "heading2",
    ),
    "brief": (_paragraph("Überblick Text", "Text auf der Seite „Auf einen Blick“"), "text"),
    "framed": (
        _paragraph("Überblick Rahmen", "was zu entscheiden ist, auf der Seite „Auf einen Blick“"),
        "note",
    ),
    "brief_bullet": (
        _paragraph("Überblick Aufzählung", "Aufzählung auf der Seite „Auf einen Blick“"),
        "bullet",
    ),
    "goal": (
        _paragraph("Zielüberschrift", "Wortlaut oder Titel eines Ziels der ersten Stufe"),
        "heading3",
    ),
    "goal_label": (
        _paragraph("Zielüberschrift Kennung", "Stufe und Kennung über der Zielüberschrift"),
        "small",
    ),
    "goal_wording": (
        _paragraph(
            "Zielüberschrift Wortlaut", "Wortlaut unter der Zielüberschrift, die sein Titel ist"
        ),
        "text",
    ),
    "cell_synopsis": (_paragraph("Synopse Text", "Text in einer Zelle der Synopse"), "cell_third"),
    "reason": (_paragraph("Synopse Begründung", "was geschah und warum, in der Synopse"), "cell"),
    "detail": (
        _paragraph("Synopse Angabe", "kleine Angabe unter der Kennung in der Synopse"),
        "cell_matrix",
    ),
    "cell_light": (_paragraph("Synopse Kopf", "Kopfzelle der Synopse"), "cell_total"),
    "table_synopsis": (Style("Synopse", "table", "Tabelle der Synopse"), "table_grid"),
    "new": (Style("Neu", "character", "neue Wörter in der Synopse"), ""),
    "gone": (Style("Entfallen", "character", "entfallene Wörter in der Synopse"), ""),
}
"""Styles that a template may lack, each with the one that stands in; "" for direct formatting."""

NUMBERED = ("heading1", "heading2", "heading3", "bullet", "number", "cell_bullet")
"""Styles whose numbering or bullets the template must define."""

FIELDS: dict[str, str] = {
    "inhalt": "steht allein in einem Absatz; dort beginnt der erzeugte Inhalt",
    "titel": "Titel des Dokuments",
    "untertitel": "zweite Zeile des Titels",
    "kurztitel": "kurzer Titel für die Kopfzeile; fehlt er, steht dort der Titel",
    "koerperschaft": "Name der Körperschaft",
    "gremium": "beschließendes Gremium",
    "verwaltung": "Name der Verwaltung",
    "fassung": "Bezeichnung der Fassung, zum Beispiel 1. Fortschreibung",
    "status": "Entwurf mit Stand oder beschlossen mit Datum und Nummer",
    "stand": "Stand der Fassung",
    "beschluss": "Nummer und Datum des Beschlusses",
    "hinweis": "ein Satz zur Einordnung, der auf dem Deckblatt steht",
    "entwurf": "das Wort, das jede Seite eines Entwurfs kennzeichnet",
}
"""Placeholders a template may hold on cover, in headers and in footers."""
