"""The map of what was printed is read back as it was written, and only where it is one."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.errors import GeneratorError
from generator.model.address import Address
from generator.render.formats.docx.printed_map import (
    PrintedMap,
    PrintedParagraph,
    decode,
    encode,
    find,
)

WORDING = "Die Träger „vor Ort“ & < 5 Stellen\tarbeiten\nzusammen\u00a0\u2011 weich\u00adtrennbar "
MAP = PrintedMap(
    "strategie",
    "2026-entwurf",
    "4f2a",
    "9c1b",
    (
        PrintedParagraph(" mit Rand "),
        PrintedParagraph("Personen erhalten Beratung.", Address("EZ01", "text")),
        PrintedParagraph("4.1\tArbeit\t", Address("HF1", "titel", "inhaltsverzeichnis")),
        PrintedParagraph(WORDING, Address("fazit", "inhalt", "vor", 0)),
        PrintedParagraph(" Vgl. BMAS 2017.", Address("fazit", "inhalt", "vor", 0), 2),
        PrintedParagraph(" Eigene Erhebung.", note=3),
        PrintedParagraph("Amt & <Stelle>", Address("PZ01", "zustaendig", index=12)),
    ),
    ("Landratsamt & Kreis\tEntwurf", "Seite  von "),
)


def test_a_map_is_read_as_it_was_written() -> None:
    assert decode(encode(MAP)) == MAP


def test_the_form_is_the_one_that_other_programs_rely_on() -> None:
    root = etree.fromstring(encode(MAP))
    assert root.tag == "{urn:strategie-generator:druck}druck"
    assert dict(root.attrib) == {
        "version": "1",
        "erzeugnis": "strategie",
        "fassung": "2026-entwurf",
        "pruefsumme": "4f2a",
        "inhalt": "9c1b",
        "{http://www.w3.org/XML/1998/namespace}space": "preserve",
    }
    lines = [(dict(line.attrib), line.text) for line in root]
    assert lines[1] == ({"e": "EZ01", "f": "text"}, "Personen erhalten Beratung.")
    note = {"e": "fazit", "f": "inhalt", "s": "vor", "i": "0", "n": "2"}
    assert lines[4] == (note, " Vgl. BMAS 2017.")
    assert lines[5] == ({"n": "3"}, " Eigene Erhebung.")


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"kein XML",
        b'<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
        encode(MAP)[:-20],
        encode(MAP).replace(b'i="12"', b'i="zwei"'),
    ],
)
def test_what_is_no_map_or_was_torn_is_none(part: bytes) -> None:
    assert decode(part) is None


def test_a_map_of_a_later_version_says_what_to_do() -> None:
    with pytest.raises(GeneratorError, match="anderen Version") as raised:
        decode(encode(MAP).replace(b'version="1" erz', b'version="2" erz'))
    assert "Stand" in raised.value.hint


def test_the_map_is_found_beside_other_custom_parts_whatever_its_number() -> None:
    other = b'<daten xmlns="urn:haus:vorlage"/>'
    files = {"customXml/item1.xml": other, "customXml/item7.xml": encode(MAP), "word/a.xml": b"x"}
    assert find(files) == MAP
    assert find({"customXml/item1.xml": other}) is None


def test_a_further_print_is_not_the_main_one() -> None:
    assert Address("EZ01", "text").main
    assert Address("fazit", "inhalt", "nach", 3).main
    again = Address("fazit", "inhalt", "vor", 3).again("inhaltsverzeichnis")
    assert again == Address("fazit", "inhalt", "vor inhaltsverzeichnis", 3)
    assert not again.main
    assert not Address("HF1", "titel").again("ueberblick").main
