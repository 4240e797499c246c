"""Placeholders of a template ({{ titel }}) to their values, however Word split their runs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from generator.errors import GeneratorError
from generator.render.blocks import Document
from generator.render.formats.docx.styles import FIELDS
from generator.render.formats.docx.xml import XmlElement, w

PLACEHOLDER = re.compile(r"( [·|–] )?\{\{\s*([\w.]+)\s*\}\}")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
INVISIBLE = {w(name) for name in ("rPr", "t", "lastRenderedPageBreak")}


def values(document: Document) -> dict[str, str]:
    """Every placeholder that may occur with its value; those not given are empty."""
    given = {**dict.fromkeys(FIELDS, ""), "titel": document.title, **document.fields}
    given["kurztitel"] = given["kurztitel"] or given["titel"]
    given["entwurf"] = document.draft
    return given


def placeholders(paragraph: XmlElement) -> set[str]:
    """The names of the placeholders in a paragraph."""
    text = "".join(element.text or "" for element in paragraph.iter(w("t")))
    return {match[2] for match in PLACEHOLDER.finditer(text)}


def fill(root: XmlElement, known: Mapping[str, str], template: str) -> None:
    """Fill all placeholders below ``root``; a paragraph of nothing but empty ones goes."""
    for paragraph in list(root.iter(w("p"))):
        names = placeholders(paragraph)
        if not names or "inhalt" in names:
            continue
        for name in sorted(names - set(known)):
            raise GeneratorError(
                f"Die Vorlage {template} enthält das unbekannte Feld {{{{ {name} }}}}.",
                "Möglich sind: " + ", ".join(sorted(known)) + ".",
            )
        _fill_paragraph(paragraph, known)
        if not _shows_something(paragraph):
            _drop(paragraph)


def _fill_paragraph(paragraph: XmlElement, known: Mapping[str, str]) -> None:
    texts = list(paragraph.iter(w("t")))
    whole = "".join(element.text or "" for element in texts)
    for match in reversed(list(PLACEHOLDER.finditer(whole))):
        value = known[match[2]].replace("\n", " ")
        _replace(texts, match.start(), match.end(), (match[1] or "") + value if value else "")
    for element in texts:
        run = element.getparent()
        if element.text:
            element.set(SPACE, "preserve")
        elif run is not None and all(child.tag in INVISIBLE for child in run):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)


def _replace(texts: list[XmlElement], start: int, end: int, value: str) -> None:
    """Put ``value`` where the characters from start to end of the joined texts stand."""
    offset = 0
    for element in texts:
        text = element.text or ""
        first, last = max(start - offset, 0), min(end - offset, len(text))
        if first < last:
            element.text = text[:first] + value + text[last:]
            value = ""
        offset += len(text)


def _shows_something(paragraph: XmlElement) -> bool:
    shown = {w(name) for name in ("drawing", "pict", "fldSimple", "instrText", "object")}
    return any(
        element.tag in shown or (element.tag == w("t") and element.text)
        for element in paragraph.iter()
    )


def _drop(paragraph: XmlElement) -> None:
    """Remove a paragraph, unless it must stay: the only one of a cell or a header."""
    parent = paragraph.getparent()
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    before = paragraph.getprevious()
    if parent is None or len(parent.findall(w("p"))) == 1:
        return
    if section is not None:
        if before is None or before.tag != w("p"):
            return
        properties = before.find(w("pPr"))
        if properties is None:
            properties = etree.Element(w("pPr"))
            before.insert(0, properties)
        properties.append(section)
    parent.remove(paragraph)
