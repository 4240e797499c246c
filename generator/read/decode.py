"""Bytes of a file to clean text; what had to be mended is a finding."""

import re
import unicodedata
from collections.abc import Callable
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from generator.finding import Finding, Severity
from generator.read.conflict import settled
from generator.read.encoding import characters
from generator.read.places import Places

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
SEPARATOR = re.compile("[\x85\u2028\u2029]")
"""Line ends to YAML 1.1 and some editors, not to others: lines would be counted in two ways."""
_SEPARATORS = re.compile(f"(?P<wrong>{SEPARATOR.pattern}+)")
_CONTROLS = re.compile(f"(?P<wrong>{CONTROL.pattern}+)")
_INDENT_WITH_TAB = re.compile(r"^(?P<right> *)(?P<wrong>\t[ \t]*)", re.MULTILINE)
_ASCII = b"\n" + bytes(range(0x20, 0x7F))
"""Signs that are the same in every normal form, and visible; few of a German text are others."""
MOST = 1000
"""Findings of one kind in a file; a file with more is not mended one by one."""
MORE = "Weitere solche Stellen folgen in der Datei."


class Decoded(Struct, frozen=True):
    """Text with LF line ends and in Unicode NFC, and what was wrong with the bytes.

    ``even``: spaces and line ends are its only white space, and nothing in it is invisible.
    """

    text: str
    findings: tuple[Finding, ...]
    even: bool


def decode(file: str, data: bytes, *, tabs_allowed: bool = False) -> Decoded:
    """Decode one file; ``file`` is how messages name it."""
    decoded = _mended(file, data, tabs_allowed)
    text, conflicts = settled(file, decoded.text)
    return (
        replace(decoded, text=text, findings=(*decoded.findings, *conflicts))
        if conflicts
        else decoded
    )


def _mended(file: str, data: bytes, tabs_allowed: bool) -> Decoded:
    text, findings = characters(file, data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    beyond = text.encode().translate(None, _ASCII).decode()
    if any(map(unicodedata.combining, set(beyond))) or not unicodedata.is_normalized("NFC", beyond):
        text = unicodedata.normalize("NFC", text)
    even = beyond.isprintable()
    if not even and CONTROL.search(text):  # the first is quicker
        if not findings:  # in a wrong encoding they are no signs of their own
            findings += _reported("Z002", Places(file, text), _CONTROLS, _control)
        text = CONTROL.sub(" ", text)
    if not even and _SEPARATORS.search(text):
        told = _reported("Z002", Places(file, text), _SEPARATORS, separator)
        findings += [replace(finding, severity=Severity.WARNING) for finding in told]
        text = SEPARATOR.sub(" ", text)
    if not tabs_allowed and "\t" in text:
        findings += _reported("Z003", Places(file, text), _INDENT_WITH_TAB, _tab)
        text = _INDENT_WITH_TAB.sub(lambda m: m["right"] + "  " * m["wrong"].count("\t"), text)
    return Decoded(text, tuple(findings), even)


def _reported(
    rule: str, places: Places, pattern: re.Pattern[str], said: Callable[[str], str]
) -> list[Finding]:
    """A finding for each place; the last of MOST tells that there are more."""
    matches = list(islice(pattern.finditer(places.text), MOST + 1))
    found = [
        Finding(rule, Severity.ERROR, said(m["wrong"]), places.at(m.start("wrong")))
        for m in matches[:MOST]
    ]
    if len(matches) > MOST:
        found[-1] = replace(found[-1], message=f"{found[-1].message} {MORE}")
    return found


def _control(signs: str) -> str:
    some = "steht ein unsichtbares Steuerzeichen"
    if len(signs) > 1:
        some = f"stehen {len(signs)} unsichtbare Steuerzeichen"
    return (
        f"Hier {some} (U+{ord(signs[0]):04X}); Word kann das nicht darstellen. Die Stelle löschen, "
        "am einfachsten neu tippen."
    )


def separator(signs: str) -> str:
    """What to say of a sign that ends lines."""
    return (
        f"Hier steht ein unsichtbarer Zeilentrenner (U+{ord(signs[0]):04X}); er wird als Leerzeichen gelesen. "
        "Ihn durch ein Leerzeichen oder, zwischen zwei Absätzen eines Textes, durch eine leere Zeile ersetzen."
    )


def _tab(_: str) -> str:
    return (
        "Die Zeile ist mit einem Tabulator eingerückt. Durch Leerzeichen ersetzen, je Ebene zwei."
    )
