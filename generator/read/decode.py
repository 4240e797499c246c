"""Bytes of a file to clean text; what had to be mended is a finding."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, replace

from generator.finding import Finding, Position, Severity
from generator.read.conflict import settled

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_INDENT_WITH_TAB = re.compile(r"^( *)(\t[ \t]*)", re.MULTILINE)
_OTHER_PROGRAMS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF")
"""How files of Word, Excel (new and old), RTF and PDF begin."""
_ASCII = b"\n" + bytes(range(0x20, 0x7F))
_USUAL = frozenset("äöüÄÖÜß„“‚‘»«›‹’–—…§€°²³éèêáàç")
"""Letters and signs of German text, each visible and the same in every normal form."""


@dataclass(frozen=True)
class Decoded:
    """Text with LF line ends and in Unicode NFC, and what was wrong with the bytes.

    ``even``: spaces and line ends are its only white space, and nothing in it is invisible.
    """

    text: str
    findings: tuple[Finding, ...]
    even: bool


def place(file: str, text: str, offset: int) -> Position:
    """Line and column of a character offset."""
    start = text.rfind("\n", 0, offset) + 1
    return Position(file, text.count("\n", 0, offset) + 1, offset - start + 1)


def decode(file: str, data: bytes, *, tabs_allowed: bool = False) -> Decoded:
    """Decode one file; ``file`` is how messages name it."""
    if data.startswith(_OTHER_PROGRAMS):
        return Decoded("", (_no_text(file),), even=True)
    usual = _usual(data)
    decoded = _mended(file, data, tabs_allowed) if usual is None else Decoded(usual, (), even=True)
    text, conflicts = settled(file, decoded.text)
    return (
        replace(decoded, text=text, findings=(*decoded.findings, *conflicts))
        if conflicts
        else decoded
    )


def _usual(data: bytes) -> str | None:
    """The text of a file of nothing but the usual signs, as nearly all are; else None."""
    try:
        rest = data.translate(None, _ASCII).decode()
        return data.decode() if _USUAL.issuperset(rest) else None
    except UnicodeDecodeError:
        return None


def _mended(file: str, data: bytes, tabs_allowed: bool) -> Decoded:
    findings: list[Finding] = []
    text = _text(file, data, findings)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    even = text.replace("\n", "").isprintable()
    if not even and CONTROL.search(text):  # the first is quicker
        findings += [_control(file, text, match) for match in CONTROL.finditer(text)]
        text = CONTROL.sub(" ", text)
    if not tabs_allowed and "\t" in text:
        for match in _INDENT_WITH_TAB.finditer(text):
            findings.append(_tab(file, text, match.start(2)))
        text = _INDENT_WITH_TAB.sub(lambda m: m[1] + "  " * m[2].count("\t"), text)
    return Decoded(text, tuple(findings), even)


def _text(file: str, data: bytes, findings: list[Finding]) -> str:
    for bom, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(bom):
            findings.append(_encoding(Position(file, 1, 1), "in UTF-16"))
            return data.decode(name, "replace")
    if (
        b"\0" in data and data[1:400:2].count(0) > len(data[1:400:2]) // 2
    ):  # UTF-16 of Latin text, without a mark
        findings.append(_encoding(Position(file, 1, 1), "in UTF-16"))
        return data.decode("utf-16-le", "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        findings.append(_encoding(place(file, before, len(before)), "nicht in UTF-8"))
        return data.decode("cp1252", "replace")


def _no_text(file: str) -> Finding:
    return Finding(
        "Z001",
        Severity.ERROR,
        "Die Datei stammt aus Word, Excel oder einem ähnlichen Programm und ist kein einfacher Text. "
        "Den Inhalt in einem Texteditor in eine neue Datei kopieren und diese unter dem Namen speichern.",
        Position(file, 1, 1),
    )


def _encoding(position: Position, what: str) -> Finding:
    return Finding(
        "Z001",
        Severity.ERROR,
        f"Die Datei ist {what} gespeichert; Umlaute gehen so verloren. "
        "Im Editor «Speichern unter» wählen und als Codierung UTF-8 einstellen.",
        position,
    )


def _control(file: str, text: str, match: re.Match[str]) -> Finding:
    return Finding(
        "Z002",
        Severity.ERROR,
        f"Hier steht ein unsichtbares Steuerzeichen (U+{ord(match[0]):04X}), das Word nicht "
        "darstellen kann. Das Zeichen löschen, am einfachsten die Stelle neu tippen.",
        place(file, text, match.start()),
    )


def _tab(file: str, text: str, offset: int) -> Finding:
    return Finding(
        "Z003",
        Severity.ERROR,
        "Die Zeile ist mit einem Tabulator eingerückt. Durch Leerzeichen ersetzen, je Ebene zwei.",
        place(file, text, offset),
    )
