"""Geprüft wird, ob in Texten, Zielen, Titeln und Verzeichnissen etwas steht, das nur für die Bearbeitung
gedacht war: «TODO», «XX», «N.N.», «Lorem ipsum», «Work in Progress», «(Fußnoten bitte anfügen)»,
«[Datum einfügen]», «(Text folgt)», unausgefüllte Felder eines Serienbriefs («Anrede»), Meldungen von Word
und Excel («Fehler! Verweisquelle konnte nicht gefunden werden.», «#BEZUG!»), Kästchen, von denen keines
angekreuzt ist, Reihen von Punkten und Fragezeichen.

Auslassungen mit […] gehören in ein Zitat; außerhalb von Anführungszeichen ist meist ein Satz nicht fertig.

Ein solcher Rest fällt in der gedruckten Vorlage jedem auf. Solange gearbeitet wird, hält er nichts auf;
eine Fassung, in der einer steht, lässt sich nicht siegeln («strategie freeze»).

Beheben: erledigen, was da steht, und den Rest löschen. Eine offene Frage zu einem Ziel gehört unter
«pruefen» in goals.yaml, eine zu einem Text in eine Datei außerhalb des Ordners. Ist das Gemeldete gewollt,
es in strategy.yaml unter «abweichungen» mit Grund anerkennen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.uses import Use, finding, uses
from generator.finding import Finding, Severity

CODE = "Z333"
SEVERITY = Severity.WARNING
TITLE = "Redaktioneller Rest"
SEALS = True

_EDIT = (
    "aktualisieren|anfügen|anpassen|abstimmen|ausformulieren|ausfüllen|einfügen|einsetzen|eintragen|ergänzen"
    "|ersetzen|hinzufügen|klären|kürzen|löschen|nachliefern|nachreichen|nachtragen|prüfen|streichen"
    "|überarbeiten|überprüfen|umformulieren"
)
"""What editors ask of each other."""
_PART = (
    "Abbildung|Absatz|Abschnitt|Beleg|Bild|Datum|Ergänzung|Foto|Fußnoten?|Grafik|Inhalt|Kapitel|Karte|Link|Logo"
    "|Namen?|Quellen?|Stand|Tabelle|Text|Verweis|Zahlen?|Zitat"
)
"""What is missing while a text is written."""
_FIELD = (
    "Adresse|Amt|Anrede|Ansprechpartner|Anzahl|Betrag|Bild|Datum|Firma|Foto|Funktion|Gemeinde|Grafik|Jahr|Jahreszahl"
    "|Kommune|Landkreis|Link|Logo|Nachname|Namen?|Ort|PLZ|Platzhalter|Quellen?|Stadt|Straße|Text|Titel"
    "|Unterschrift|Vorname|Zahlen?|bitte|hier"
)
"""How a field begins that is still to be filled in."""

_DONE = "Erledigen und löschen."
_FILL = "Ausfüllen oder löschen."
_TRACES: tuple[tuple[str, str, str], ...] = (
    ("TODO", r"(?<![\w-])TODO(?![\w-])", _DONE),
    ("FIXME", r"(?<![\w-])FIXME(?![\w-])", _DONE),
    ("TBD", r"(?<![\w-])TBD(?![\w-])", _DONE),
    ("tbd", r"(?<![\w-])tbd(?![\w-])", _DONE),
    ("Lorem", r"\bLorem ipsum\b", "Das ist Blindtext. Durch den Text ersetzen."),
    ("Blindtext", r"\bBlindtext\b", "Durch den Text ersetzen."),
    ("Platzhaltertext", r"\bPlatzhaltertext\b", "Durch den Text ersetzen."),
    ("Mustertext", r"\bMustertext\b", "Durch den Text ersetzen."),
    ("Progress", r"\bWork [Ii]n Progress\b", _DONE),
    ("progress", r"\b[Ww]ork in progress\b", _DONE),
    ("N.", r"(?<![\w.])N\. ?N\.(?!\w)", "Den Namen eintragen."),
    ("??", r"\?{2,}", "Die Frage klären; sie steht sonst so im Dokument."),
    ("Verweisquelle", r"(?:Fehler! )?Verweisquelle konnte nicht gefunden werden\.?", "Das ist eine Meldung von Word. Den Verweis als [[Kennung]] schreiben."),
    ("Textmarke", r"Fehler! Textmarke nicht definiert\.?", "Das ist eine Meldung von Word. Den Verweis als [[Kennung]] schreiben."),
    ("Reference", r"Error! Reference source not found\.?", "Das ist eine Meldung von Word. Den Verweis als [[Kennung]] schreiben."),
    ("Klicken", r"Klicken (?:oder tippen )?Sie hier,? um\b[^.\n]{0,40}", "Das ist ein leeres Feld aus Word. " + _FILL),
    ("Kommentiert", r"Kommentiert \[\w+\]:?", "Das ist eine Randbemerkung aus Word. Löschen."),
    ("MERGEFIELD", r"\{?\s*MERGEFIELD\s+\w+\s*\}?", "Das ist ein Feld eines Serienbriefs. " + _FILL),
    ("MERGEFORMAT", r"(?:\b(?:PAGE|NUMPAGES|SEQ|REF|TOC|DATE|TITLE|FILENAME)\b[^\n]{0,40}?)?\\?\*?\s*\\?\*?\s*MERGEFORMAT\w*", "Das ist der Name eines Feldes aus Word. Löschen."),
    ("HYPERLINK", r"\bHYPERLINK\s+(?:\\l\s+)?(?=[„“\"])", "Das ist der Name eines Feldes aus Word. Als [Text](https://adresse) schreiben oder löschen."),
    ("<<", r"<<[^<>\n]{2,40}>>", _FILL),
    ("${", r"\$\{\w+\}", _FILL),
    ("#BEZUG!", r"#BEZUG!", "Das ist ein Fehler aus Excel. Den Wert eintragen."),
    ("#WERT!", r"#WERT!", "Das ist ein Fehler aus Excel. Den Wert eintragen."),
    ("#NAME?", r"#NAME\?", "Das ist ein Fehler aus Excel. Den Wert eintragen."),
    ("#REF!", r"#REF!", "Das ist ein Fehler aus Excel. Den Wert eintragen."),
    ("#DIV/0!", r"#DIV/0!", "Das ist ein Fehler aus Excel. Den Wert eintragen."),
    ("bitte", rf"[(\[][^()\[\]]{{0,80}}\bbitte [^()\[\]]{{0,40}}\b(?:{_EDIT})\b[^()\[\]]{{0,20}}[)\]]", _DONE),
    ("offen)", r"\(noch offen\)", _DONE),
    ("folgt", rf"(?:(?<=\()|(?<=\n)|(?<=\[))(?:(?:Der|Die|Das) )?(?:{_PART}) folgt(?:\.|…|\.\.\.)?(?=[)\]\n]|\Z)", _DONE),
)  # fmt: skip
"""A part of some word of it, what it looks like, and what to do."""
_EDITED = "ergänzt|eingefügt|nachgereicht|nachgetragen|angepasst|aktualisiert"
_BRACKETED = (
    rf"[(\[](?:(?:{_PART}) (?:{_EDIT})|[^()\[\]]{{0,60}}\bnoch (?:zu )?[^()\[\]]{{0,30}}\b(?:{_EDIT})"
    rf"|(?:wird|werden) noch (?:{_EDITED}))[.!]*[)\]]"
)
_SQUARE = rf"(?<!\[)\[(?:(?:{_FIELD})\b[^\[\]\n,]{{0,40}}|[^\[\]\n,]{{2,60}} (?:{_EDIT})[.!]*)\](?![(:\]])"
_MERGED = rf"«(?:{_FIELD}|[A-Za-zÄÖÜäöüß]+_\w+)»"
_UNKNOWN = r"(?<![^\W_])(?:\d\d)?(?:X{2,4}|x{2,4})(?![^\W_])|(?<!\w)[Xx][.,][Xx]{1,4}(?!\w)"
_ROMAN = r"(?:Artikel|Band|Buch|Jahrhundert|Kapitel|Papst|SGB|Sozialgesetzbuch|Teil|Johannes)\s$"
_CHOICE = r"[☐□]|(?<=- )\[ \]"
_CHOSEN = r"[☒☑✓✔✗✘■]|\[[xX]\]"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each place."""
    known = context.vocabulary.words
    told: set[tuple[int, int]] = set()
    for anchor, pattern, advice in (*_TRACES, *_in_brackets(known)):
        if anchor not in known:
            continue
        for use in uses(context, anchor, pattern, quoted=True, around=True):
            if (id(use.source), use.offset) not in told:
                told.add((id(use.source), use.offset))
                yield _finding(context, use, advice)
    yield from _rows_of_dots(context)
    yield from _unknown_numbers(context)
    yield from _omissions(context)
    yield from _choices(context)


def _finding(context: CheckContext, use: Use, advice: str) -> Finding:
    shown = " ".join(use.words.split())
    named = shown if shown.startswith("«") else f"«{shown}»"
    message = f"{named} ist ein Rest aus der Bearbeitung. {advice}"
    return finding(context, CODE, SEVERITY, use, message)


def _in_brackets(known: str) -> Iterator[tuple[str, str, str]]:
    """The same for what stands in brackets: looked for by the words before the closing one."""
    there = [word for word in (*_EDIT.split("|"), *_EDITED.split("|")) if word in known]
    for word in there:
        for end in (")", "]", "!)", "!]", ".)", ".]"):
            if (anchor := word + end) in known:
                yield anchor, _BRACKETED, _DONE
                yield anchor, _SQUARE, _DONE
    if "[" in known:
        for anchor in dict.fromkeys(re.findall(rf"\[(?:{_FIELD})\b", known)):
            yield anchor, _SQUARE, _FILL
    if "«" in known:
        for anchor in dict.fromkeys(re.findall(_MERGED, known)):
            yield anchor, re.escape(anchor), "Das ist ein Feld eines Serienbriefs. " + _FILL


def _rows_of_dots(context: CheckContext) -> Iterator[Finding]:
    """One finding for each text with rows of full stops, at the first."""
    told: set[int] = set()
    for anchor in (".....", "……"):
        if anchor in context.vocabulary.words:
            for use in uses(context, anchor, r"(?<![.…])(?:\.{5,}|…{2,})", quoted=True):
                if id(use.source) not in told:
                    told.add(id(use.source))
                    message = f"Reihen von Punkten («{use.words[:8]}») halten Platz frei oder stammen aus einem Inhaltsverzeichnis. {_FILL}"
                    yield finding(context, CODE, SEVERITY, use, message)


def _unknown_numbers(context: CheckContext) -> Iterator[Finding]:
    known = context.vocabulary.words
    if not any(sign in known for sign in ("XX", "xx", "X,X", "x,x", "X.X", "x.x")):
        return
    for word in sorted(set(re.findall(_UNKNOWN, known))):
        for use in uses(context, word, rf"(?<![^\W_]){re.escape(word)}(?![^\W_])"):
            before = context.plain.of(use.source)[max(0, use.offset - 20) : use.offset]
            if not re.search(_ROMAN, before):
                message = f"«{use.words}» steht für etwas, das noch fehlt. Den Wert eintragen."
                yield finding(context, CODE, SEVERITY, use, message)


def _omissions(context: CheckContext) -> Iterator[Finding]:
    for sign in ("[…]", "[...]", "(…)", "(...)"):
        if sign not in context.vocabulary.words:
            continue
        for use in uses(context, sign, re.escape(sign)):
            text = context.plain.of(use.source)
            line = text[text.rfind("\n", 0, use.offset) + 1 : use.offset].lstrip()
            if not line.startswith(">"):
                message = f"«{use.words}» steht außerhalb eines Zitats. Den Satz zu Ende schreiben oder das Zeichen löschen."
                yield finding(context, CODE, Severity.HINT, use, message)


def _choices(context: CheckContext) -> Iterator[Finding]:
    """One finding for each paragraph with boxes none of which is ticked."""
    known = context.vocabulary.words
    if "☐" not in known and "□" not in known and "- [ ]" not in context.corpus.text:
        return
    for source in context.corpus.sources:
        text = context.plain.of(source)
        if not re.search(_CHOICE, text):
            continue
        end = 0
        for paragraph in re.split(r"(\n[ \t]*\n)", text):
            box = re.search(_CHOICE, paragraph)
            if box and not re.search(_CHOSEN, paragraph):
                use = Use(box[0], source, end + box.start())
                message = f"Von den Kästchen «{box[0]}» ist keines angekreuzt. Eines ankreuzen (☒) oder alle löschen."
                yield finding(context, CODE, SEVERITY, use, message)
            end += len(paragraph)
