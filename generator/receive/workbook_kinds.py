"""The first bytes of a file to what it is, where it is no workbook that can be read at once, and what helps."""

from __future__ import annotations

from generator.archive import NoArchiveError, entries
from generator.errors import GeneratorError

AGAIN = "Als Excel-Arbeitsmappe (.xlsx) speichern und noch einmal angeben."
OR_CONVERT = (
    "LibreOffice installieren, dann wird sie gelesen; oder als Excel-Arbeitsmappe (.xlsx) speichern "
    "und noch einmal angeben."
)
NO_PASSWORD = "Um die Datei ohne Kennwort bitten; der Schutz des Blatts kann bleiben."
KINDS = {
    "ods": "eine Tabelle von LibreOffice (.ods)",
    "xls": "eine alte Excel-Datei (.xls)",
    "xlsb": "eine binäre Excel-Datei (.xlsb)",
    "strict": "eine Excel-Datei in der Form «Strict Open XML»",
    "damaged": "eine Excel-Datei, an der etwas beschädigt ist",
}
"""What LibreOffice can make an Excel file of that is read here."""
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How a compound file begins (MS-CFB 2.2), in which older Excel saves and newer one locks up."""
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_STARTS = ((b"%PDF", "ein PDF"), (b"{\\rtf", "eine RTF-Datei"), (b"\x89PNG", "ein Bild"), (b"\xff\xd8\xff", "ein Bild"))  # fmt: skip


def convertible(data: bytes, name: str) -> str | None:
    """A key of KINDS, None of a workbook as it is read here; GeneratorError for anything else."""
    if data.startswith(_COMPOUND):
        return _compound(data, name)
    if not data.startswith(b"PK"):
        raise GeneratorError(f"{name} ist {_no_package(data)}.", AGAIN)
    try:
        there = entries(data)
    except NoArchiveError as error:
        raise GeneratorError(f"{name} ist keine Excel-Datei ({error}).", AGAIN) from error
    if b"opendocument.spreadsheet" in there.get("mimetype", b""):
        if b"encryption-data" in there.get("META-INF/manifest.xml", b""):
            raise GeneratorError(f"{name} ist mit einem Kennwort geschützt.", NO_PASSWORD)
        return "ods"
    if "xl/workbook.bin" in there:
        return "xlsb"
    if not any(entry.startswith("xl/") for entry in there):
        raise GeneratorError(f"{name} ist keine Excel-Datei (.xlsx).", AGAIN)
    return "strict" if _STRICT in there.get("xl/workbook.xml", b"") else None


def _compound(data: bytes, name: str) -> str:
    """ "xls"; the names of the streams are as they lie in the directory (MS-CFB 2.6.1)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise GeneratorError(f"{name} ist mit einem Kennwort geschützt.", NO_PASSWORD)
    if not any(stream.encode("utf-16-le") in data for stream in ("Workbook", "Book")):
        raise GeneratorError(f"{name} ist keine Excel-Datei (.xlsx).", AGAIN)
    return "xls"


def _no_package(data: bytes) -> str:
    if not data:
        return "leer"
    if found := next((what for start, what in _STARTS if data.startswith(start)), ""):
        return f"{found}, keine Excel-Datei (.xlsx)"
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return "eine Webseite oder XML, keine Excel-Datei (.xlsx)"
    if b"\0" in data:
        return "keine Excel-Datei (.xlsx)"
    return "ein Text (.csv oder .txt), keine Excel-Datei (.xlsx); Blätter und Zeitraum stehen darin nicht"
