"""Tracked changes: accepting all gives the new text, rejecting all the old."""

from __future__ import annotations

import re

from lxml import etree

from generator.render.formats.docx import encode
from tests.render.formats import sample
from tests.render.formats.docx_checks import stories, w
from tests.render.formats.test_docx_valid import TEMPLATE


def settled(keep: str, drop: str) -> tuple[list[str], list[str], int]:
    """Paragraphs, notes in place and pictures after accepting (keep ins) or rejecting."""
    parts = stories(encode(sample.document(*sample.marked()), TEMPLATE))
    root = parts["word/document.xml"]
    notes = {n.get(w("id")): _text(n) for n in parts["word/footnotes.xml"].iter(w("footnote"))}
    for row in list(root.iter(w("tr"))):
        if row.find(f"{w('trPr')}/{w(drop)}") is not None:
            row.getparent().remove(row)
    for run in list(root.iter(w(drop))):
        if run.getparent().tag != w("rPr"):
            run.getparent().remove(run)
    for paragraph in list(root.iter(w("p"))):
        ended = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(drop)}") is not None
        if ended and not _text(paragraph):
            paragraph.getparent().remove(paragraph)
    placed = [notes[e.get(w("id"))].strip() for e in root.iter(w("footnoteReference"))]
    paragraphs = [_text(p) for p in root.iter(w("p"))]
    start = paragraphs.index("Herausgeber: Landratsamt.")
    return paragraphs[start + 1 :], placed[1:], len(list(root.iter(w("drawing"))))


def _text(element: etree._Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t"), w("delText")))


def test_accepting_all_gives_the_new_text() -> None:
    paragraphs, notes, pictures = settled("ins", "del")
    assert paragraphs == [
        "Neues Kapitel",
        "Der Landkreis beschließt die Angebote (Punkt 2.2).",
        "Dieser Absatz ist neu.",
        "neuer Punkt",
        "Kennung",
        "Ziel",
        "EZ91",
        "kommt hinzu",
        "",
        "Abbildung 2: Neue Abbildung",
    ]
    assert notes == ["Neue Quelle."]
    assert pictures == 2


def test_rejecting_all_gives_the_old_text() -> None:
    paragraphs, notes, pictures = settled("del", "ins")
    assert paragraphs == [
        "Der Landkreis prüft die Angebote (Punkt 2.1Seite des Landkreises).",
        "Dieser Absatz entfällt.",
        "alter Punkt",
        "Kennung",
        "Ziel",
        "EZ90",
        "entfällt",
        "",
        "Abbildung 2: Alte Abbildung",
    ]
    assert notes == ["Entfallene Quelle."]
    assert pictures == 2


def test_each_mark_has_author_and_date_given_and_an_id_of_its_own() -> None:
    """LibreOffice merges adjacent insertions of the same author and date: each has its second."""
    root = stories(encode(sample.document(*sample.marked()), TEMPLATE))["word/document.xml"]
    marks = list(root.iter(w("ins"), w("del")))
    assert {e.get(w("author")) for e in marks} == {"Landratsamt Ilm-Kreis"}
    dates = [e.get(w("date"), "") for e in marks]
    assert all(re.fullmatch(r"2026-11-22T00:\d\d:\d\dZ", date) for date in dates)
    assert len(set(dates)) == len(dates)
    assert len({e.get(w("id")) for e in marks}) == len(marks)


def test_deleted_headings_are_not_listed() -> None:
    from generator.render.blocks import Contents, Document, Heading, Run

    gone = Heading(1, (Run("Entfallenes Kapitel"),), mark="deleted")
    kept = Heading(1, (Run("Ausgangslage"),), "1")
    root = stories(encode(Document("Liste", (Contents("headings"), gone, kept)), TEMPLATE))
    assert [_text(e) for e in root["word/document.xml"].iter(w("hyperlink"))] == ["1Ausgangslage"]
