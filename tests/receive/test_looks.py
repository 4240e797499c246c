"""Headings and items of lists are known by the name and the content of their styles, never by ID."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.receive.looks import looks_of
from tools.reviewer import W

STYLES = """
<w:style w:styleId="13"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="14"><w:name w:val="Überschrift 3"/></w:style>
<w:style w:styleId="21"><w:name w:val="List Bullet"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="22"><w:name w:val="Aufzählung Amt"/></w:style>
<w:style w:styleId="23"><w:name w:val="Meine Liste"/><w:basedOn w:val="21"/></w:style>
<w:style w:styleId="30"><w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:styleId="1"><w:name w:val="Body Text"/></w:style>
<w:style w:styleId="90"><w:name w:val="Kreis"/><w:basedOn w:val="91"/></w:style>
<w:style w:styleId="91"><w:name w:val="Schleife"/><w:basedOn w:val="90"/></w:style>
"""
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


def parsed(inner: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{W}">{inner}</x>')


@pytest.mark.parametrize(
    ("style", "own", "look"),
    [
        ("13", "", "heading"),
        ("14", "", "heading"),
        ("30", "", "heading"),
        ("13", NUMBERED.format(0), "heading"),
        ("21", "", "item"),
        ("22", "", "item"),
        ("23", "", "item"),
        ("23", NUMBERED.format(0), ""),
        ("1", "", ""),
        ("1", NUMBERED.format(4), "item"),
        ("1", '<w:outlineLvl w:val="9"/>', ""),
        ("90", "", ""),
        ("unbekannt", "", ""),
    ],
)
def test_what_a_paragraph_is_to_its_reader(style: str, own: str, look: str) -> None:
    looks = looks_of(parsed(STYLES))
    paragraph = parsed(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr></w:p>')[0]
    assert looks.of(paragraph) == look
    assert looks_of(None).of(parsed("<w:p/>")[0]) == ""
