"""The manual entries (German) of what the reader itself reports."""

from generator.finding import RuleEntry, Severity

_FIXED = (
    "Dieser Befund lässt sich weder herabstufen noch anerkennen: Solange er besteht, liest das "
    "Programm etwas anderes, als gemeint ist."
)


def _entry(
    code: str, title: str, *paragraphs: str, severity: Severity = Severity.ERROR, last: str = _FIXED
) -> RuleEntry:
    return RuleEntry(code, severity, title, "\n\n".join((*paragraphs, last)))


ENTRIES = (
    _entry(
        "Z001",
        "Datei nicht in UTF-8 gespeichert",
        "Geprüft wird, ob jede Datei in der Codierung UTF-8 gespeichert ist.",
        "In einer anderen Codierung (UTF-16, Windows-1252) werden Umlaute, Anführungszeichen und "
        "das Euro-Zeichen falsch oder gar nicht gelesen.",
        "Beheben: die Datei im Editor öffnen, «Speichern unter» wählen und als Codierung UTF-8 "
        "einstellen. Danach die Umlaute der Datei durchsehen.",
    ),
    _entry(
        "Z002",
        "Unsichtbares Steuerzeichen",
        "Geprüft wird, ob eine Datei Zeichen enthält, die auf dem Bildschirm nicht zu sehen sind "
        "und die Word nicht darstellen kann.",
        "Solche Zeichen geraten beim Kopieren aus PDF-Dateien oder E-Mails in den Text. Ein "
        "Word-Dokument, das sie enthält, lässt sich nicht öffnen.",
        "Beheben: die gemeldete Stelle löschen und neu tippen. Beim Lesen wird das Zeichen durch "
        "ein Leerzeichen ersetzt.",
    ),
    _entry(
        "Z003",
        "Einrückung mit Tabulator",
        "Geprüft wird, ob eine YAML-Datei am Zeilenanfang Tabulatoren enthält.",
        "In YAML zeigt die Einrückung, was wozu gehört. Ein Tabulator ist je nach Editor zwei, "
        "vier oder acht Zeichen breit; deshalb sind dort nur Leerzeichen erlaubt.",
        "Beheben: den Tabulator durch Leerzeichen ersetzen, je Ebene zwei. Viele Editoren tun das "
        "mit «Tabulatoren in Leerzeichen umwandeln» für die ganze Datei.",
    ),
    _entry(
        "Z004",
        "Leere Datei",
        "Geprüft wird, ob eine Datei Inhalt hat.",
        "Eine leere Datei ist meist ein Versehen: Der Inhalt wurde gelöscht oder noch nicht "
        "eingetragen. Das Programm kann nicht wissen, was davon zutrifft.",
        "Beheben: den Inhalt eintragen oder die Datei löschen. Eine Datei, die es nicht gibt, ist "
        "kein Fehler, ausgenommen strategy.yaml und goals.yaml.",
    ),
    _entry(
        "Z005",
        "Aufbau der Datei nicht lesbar",
        "Geprüft wird, ob eine YAML-Datei den Regeln von YAML folgt: ein Schlüssel, ein "
        "Doppelpunkt, ein Wert; Listen mit «- »; gleiche Einrückung für gleichrangige Zeilen.",
        "Ist eine Stelle nicht lesbar, bleibt unklar, wozu alles Folgende gehört. Die Datei wird "
        "deshalb nicht ausgewertet, und inhaltliche Prüfungen unterbleiben bis zur Korrektur.",
        "Beheben: die gemeldete Zeile mit ihren Nachbarn vergleichen. Häufige Ursachen sind eine "
        "verrutschte Einrückung, ein Doppelpunkt mitten im Text und ein nicht geschlossenes "
        "Anführungszeichen. Einen Text mit Doppelpunkt in Anführungszeichen setzen.",
    ),
    _entry(
        "Z006",
        "Angabe steht zweimal",
        "Geprüft wird, ob ein Schlüssel innerhalb desselben Eintrags nur einmal vorkommt.",
        "Stünde «text:» zweimal beim selben Ziel, wäre unklar, welcher Wortlaut gilt. Gelesen wird "
        "nur die erste Angabe.",
        "Beheben: eine der beiden Angaben löschen oder umbenennen. Oft fehlt davor die Zeile, mit "
        "der ein neuer Eintrag beginnt («- id: …»).",
    ),
    _entry(
        "Z007",
        "Unbekannte Angabe",
        "Geprüft wird, ob jede Angabe eines Eintrags dem Programm bekannt ist.",
        "Eine unbekannte Angabe ist fast immer ein Tippfehler («zustaendik»). Würde sie "
        "übergangen, fehlte ihr Inhalt im Dokument, ohne dass es jemand bemerkt.",
        "Beheben: die Schreibweise berichtigen; die Meldung nennt die ähnlichste bekannte Angabe.",
    ),
    _entry(
        "Z008",
        "Angabe hat die falsche Form",
        "Geprüft wird, ob jede Angabe die erwartete Form hat: Text, Liste, Zahl, Datum "
        "(2026-11-22), Kennung oder eines der vorgesehenen Wörter.",
        "Kennungen bestehen aus Buchstaben ohne Umlaute, Ziffern und Unterstrichen, weil aus ihnen "
        "Dateinamen und Textmarken in Word werden.",
        "Beheben: den Wert so schreiben, wie es die Meldung beschreibt. Eine Liste hat je Eintrag "
        "eine eigene Zeile mit «- » davor.",
    ),
    _entry(
        "Z009",
        "Pflichtangabe fehlt",
        "Geprüft wird, ob jeder Eintrag die Angaben enthält, ohne die er nicht gedruckt werden "
        "kann, etwa Kennung und Wortlaut eines Ziels.",
        "Ein Ziel ohne Kennung lässt sich weder zitieren noch mit früheren Fassungen vergleichen; "
        "ein Ziel ohne Wortlaut ist keines.",
        "Beheben: die fehlende Zeile ergänzen. Fehlt eine Kennung, nennt die Meldung die nächste "
        "freie. Steht ein Schlüssel ohne Wert da, den Wert eintragen oder die Zeile löschen.",
    ),
    _entry(
        "Z010",
        "Zahl, die YAML anders liest",
        "Geprüft wird, ob Zahlen ohne Anführungszeichen stehen, die YAML-Programme anders "
        "auslegen: 13.964 als Dezimalbruch, 007 oder 12:30 als andere Zahl.",
        "Eine Zahl mit Tausenderpunkt würde in einem anderen Programm tausendmal kleiner gelesen.",
        'Beheben: die Zahl in Anführungszeichen setzen, also "13.964". Gedruckt wird sie genau so, '
        "wie sie dort steht.",
    ),
    _entry(
        "Z011",
        "Nicht unterstützte Schreibweise von YAML",
        "Geprüft wird, ob eine Datei Anker (&name), Verweise (*name) oder Typangaben (!typ) "
        "enthält. YAML kennt sie, dieses Programm nicht.",
        "Mit ihnen stünde der Inhalt eines Eintrags an einer anderen Stelle der Datei; Meldungen "
        "und Vergleiche könnten die richtige Zeile nicht mehr nennen.",
        "Beheben: den Inhalt ausschreiben. Beginnt ein Text mit &, * oder !, ihn in "
        "Anführungszeichen setzen.",
    ),
    _entry(
        "Z012",
        "Datei wird nicht gelesen",
        "Geprüft wird, ob im Ordner der Strategie Dateien liegen, deren Name keine bekannte Datei "
        "und keine Kennung bezeichnet. Textdateien heißen nach ihrem Element: PZ06.md steht vor "
        "dessen Tabelle, PZ06.nach.md dahinter.",
        "Der Inhalt einer solchen Datei fehlte im Dokument, ohne dass es jemand bemerkt. Bei "
        "Textdateien eines Elements ist das ein Fehler, bei anderen Dateien eine Warnung.",
        "Beheben: die Datei umbenennen oder aus dem Ordner nehmen. Notizen und Vorlagen gehören "
        "in einen anderen Ordner.",
    ),
    _entry(
        "Z013",
        "Kopf einer Textdatei ohne Ende",
        "Geprüft wird, ob der Kopf einer Textdatei, der mit einer Zeile «---» beginnt, auch mit "
        "einer Zeile «---» endet.",
        "Ohne die zweite Zeile lassen sich Angaben und Text nicht unterscheiden.",
        "Beheben: unter den Angaben (etwa «wortlaut: nacherzaehlt») eine Zeile «---» einfügen.",
    ),
    _entry(
        "Z014",
        "Gesiegelte Fassung verändert",
        "Geprüft wird, ob jede Datei der Fassungen im Ordner editions noch so ist, wie sie beim "
        "Siegeln war, ob eine fehlt oder hinzugekommen ist.",
        "Eine beschlossene Fassung ist das, womit verglichen und worüber abgestimmt wurde. Wird sie "
        "nachträglich verändert, stimmen Synopse und Änderungsliste nicht mehr.",
        "Beheben: den Ordner der Fassung aus git oder aus der Sicherung wiederherstellen. "
        "Änderungen gehören in den Entwurf der Fortschreibung.",
    ),
    _entry(
        "Z015",
        "Text hinter einem #",
        "Geprüft wird, ob in einer Zeile hinter einem Text ohne Anführungszeichen « #» und gleich ein "
        "weiteres Zeichen steht («Ticket #12»), hinter einem Wortlaut oder Titel auch « # » mit Text.",
        "Für YAML beginnt dort eine Anmerkung: Der Rest der Zeile würde ohne weiteres verschwinden.",
        "Beheben: den ganzen Text in Anführungszeichen setzen. Eine gewollte Anmerkung beginnt mit "
        "# und einem Leerzeichen; zu einem Wortlaut steht sie in einer eigenen Zeile.",
    ),
    _entry(
        "Z016",
        "Vorgängerfassung fehlt",
        "Geprüft wird, ob die Fassung, die in strategy.yaml unter fassung als «vorgaenger» steht, im "
        "Ordner editions liegt. Fehlt die Angabe, obwohl es Fassungen gibt, oder folgte auf die genannte "
        "schon eine andere, ist das eine Warnung.",
        "Ohne sie lässt sich nicht sagen, was sich geändert hat und welche Kennungen schon vergeben sind.",
        "Beheben: den Namen berichtigen oder den Ordner der Fassung zurückholen.",
    ),
    _entry(
        "Z017",
        "Datei der Vorgängerfassung fehlt",
        "Geprüft wird, ob jede YAML-Datei, die die Vorgängerfassung hatte, auch im Entwurf liegt, und ob "
        "der Ordner texts nicht leer ist, wenn die Vorgängerfassung Texte hatte.",
        "Meist ist die Datei versehentlich verschoben oder gelöscht. Ohne sie fehlten ihre Einträge im "
        "Dokument; Verweise auf sie gingen ins Leere.",
        "Beheben: die Datei aus der Sicherung oder aus der Vorgängerfassung zurückholen. Soll es keine "
        "Einträge mehr geben, bleibt die Datei mit einer leeren Liste stehen («themen: []»).",
    ),
    _entry(
        "Z018",
        "Konflikt aus git",
        "Geprüft wird, ob in einer Datei Marken stehen, mit denen git eine Stelle kennzeichnet, die es "
        "nicht selbst zusammenführen konnte («<<<<<<<», «=======», «>>>>>>>»).",
        "Zwischen den Marken stehen zwei Stände derselben Stelle, von denen nur einer gilt. Gelesen und "
        "geprüft wird bis zur Entscheidung der erste.",
        "Beheben: den richtigen Stand behalten, den anderen und die Zeilen mit den Marken löschen; danach "
        "«git add» für die Datei. «git status» nennt alle Dateien mit Konflikten.",
    ),
    _entry(
        "Z019",
        "Gliederung in einem Text aus YAML",
        "Geprüft wird, ob ein Text in einer YAML-Datei aus mehreren Absätzen besteht oder eine Aufzählung, "
        "eine Überschrift, ein Zitat oder eine Tabelle enthält.",
        "Ein Ziel, eine Empfehlung und jede andere Angabe ist ein einziger Absatz. Was in mehreren Zeilen steht, "
        "wird zu einer zusammengezogen; gedruckt würde «mit: - Rat - Kursen».",
        "Beheben: den Text in einem Absatz fassen, Aufgezähltes mit Kommas. Ist es eine Erläuterung, gehört sie in "
        "eine Textdatei (texts/EZ04.md). Beginnt ein Text mit Absicht so, etwa mit «> 5», das Zeichen "
        "ausschreiben («mehr als 5»).",
        severity=Severity.WARNING,
    ),
    _entry(
        "Z020",
        "Schema für andere Stufen",
        "Geprüft wird, ob die Schemadateien im Ordner schema, der neben dem der Strategie liegt, zu den Stufen "
        "in strategy.yaml passen.",
        "Nach diesen Dateien bietet der Editor Angaben an und unterstreicht, was er nicht kennt. Sind sie für "
        "andere Stufen gemacht, rät er falsch.",
        "Beheben: den Befehl aufrufen, den die Meldung nennt. Wer im Editor keine Hilfe braucht, löscht den Ordner.",
        severity=Severity.WARNING,
        last="Dieser Befund lässt sich weder herabstufen noch anerkennen: Ein Aufruf behebt ihn.",
    ),
    _entry(
        "Z021",
        "Geschlossener Zeitraum verändert",
        "Geprüft wird, ob die Berichte eines geschlossenen Zeitraums in progress.yaml noch so sind, wie sie beim "
        "Schließen waren («strategie freeze --zeitraum 2026»), ebenso die Werte, die bis dahin gemessen waren, und "
        "die Stände, die in den Berichten vorkommen.",
        "Ein Umsetzungsstand, der im Ausschuss lag, ist das, womit der nächste verglichen wird. Wird er "
        "nachträglich verändert, stimmt die Spalte «bisher» nicht mehr mit dem überein, was dort stand.",
        "Beheben: den alten Stand zurückholen; das Siegel im Ordner zeitraeume enthält ihn im Wortlaut. War ein "
        "Bericht falsch, steht die Berichtigung im nächsten Zeitraum.",
        last="Dieser Befund lässt sich weder herabstufen noch anerkennen: Was berichtet wurde, bleibt stehen.",
    ),
)  # fmt: skip

CODES = frozenset(entry.code for entry in ENTRIES)
STRUCTURE = frozenset(
    {"Z003", "Z004", "Z005", "Z006", "Z007", "Z008", "Z009", "Z011", "Z012", "Z013", "Z017", "Z018"}
)
"""What leaves elements or texts unread: that something is unused or missing may follow from it."""
