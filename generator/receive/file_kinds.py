"""The first bytes of a file to a sentence on what it is, where it is no Word document."""

from __future__ import annotations

import io
import re
import zipfile

from generator.errors import GeneratorError

IN_WORD = "In Word öffnen und als .docx speichern («Speichern unter», Word-Dokument)."
ASK = "Um das Word-Dokument (.docx) bitten; nur darin stehen die Änderungen."

OR_CONVERT = (
    "LibreOffice installieren, dann wird sie umgewandelt; oder in Word öffnen und als .docx speichern "
    "(«Speichern unter», Word-Dokument)."
)
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "ein PDF", ASK),
    (b"{\\rtf", "eine RTF-Datei (.rtf)", IN_WORD),
    (b"7z\xbc\xaf", "ein gepacktes Archiv (.7z)", "Auspacken und die Dateien darin angeben."),
    (b"Rar!", "ein gepacktes Archiv (.rar)", "Auspacken und die Dateien darin angeben."),
    (b"\x89PNG", "ein Bild", ASK),
    (b"\xff\xd8\xff", "ein Bild", ASK),
)
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How a compound file begins (MS-CFB 2.2), in which several programs keep what they save."""
_STREAMS: tuple[tuple[str, str, str], ...] = (
    (
        "EncryptedPackage",  # MS-OFFCRYPTO 2.3.4
        "mit einem Kennwort geschützt",
        "In Word öffnen, den Schutz aufheben («Datei», «Informationen», «Dokument schützen») und "
        "speichern; sonst um eine Datei ohne Kennwort bitten.",
    ),
    ("Workbook", "eine alte Excel-Datei (.xls), keine Word-Datei (.docx)", ASK),
    ("PowerPoint Document", "eine alte PowerPoint-Datei (.ppt), keine Word-Datei (.docx)", ASK),
    (
        "__properties_version1.0",
        "eine Nachricht von Outlook (.msg), keine Word-Datei (.docx)",
        "In Outlook öffnen und die Word-Datei in ihrem Anhang speichern.",
    ),
    ("", "eine alte Word-Datei (.doc), keine Word-Datei (.docx)", OR_CONVERT),
)
"""The name of a stream that tells what a compound file is; the first that is in it counts."""
_OPEN_DOCUMENT = {
    "text": "ein Textdokument von LibreOffice (.odt)",
    "spreadsheet": "eine Tabelle von LibreOffice (.ods)",
    "presentation": "eine Präsentation von LibreOffice (.odp)",
}
_OFFICE = {"xl/": "eine Excel-Datei (.xlsx)", "ppt/": "eine PowerPoint-Datei (.pptx)"}


def older(data: bytes) -> str | None:
    """ "odt" or "doc" of a document that LibreOffice can make a Word file of; None of any other."""
    if data.startswith(_COMPOUND):
        found = (entry for entry in _STREAMS if entry[0].encode("utf-16-le") in data)
        text = "WordDocument".encode("utf-16-le")  # the stream with the text (MS-DOC 2.1)
        return "doc" if next(found)[0] == "" and text in data else None
    if not data.startswith(b"PK"):
        return None
    return "odt" if _open_document(data).endswith("opendocument.text") else None


def _open_document(data: bytes) -> str:
    """What a package says that it holds, "" where it says nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read("mimetype")[:100].decode("ascii", "replace")
    except Exception:  # none, or damaged: whoever opens it says so
        return ""


def refuse(name: str, data: bytes) -> None:
    """GeneratorError where the bytes are those of something else than a package of Office."""
    if not data:
        raise GeneratorError(f"Die Datei {name} ist leer.", "Um eine neue Datei bitten.")
    if data.startswith(_COMPOUND):
        found = (entry for entry in _STREAMS if entry[0].encode("utf-16-le") in data)
        _, what, hint = next(found)
        raise GeneratorError(f"Die Datei {name} ist {what}.", hint)
    for start, what, hint in _STARTS:
        if data.startswith(start):
            raise GeneratorError(f"Die Datei {name} ist {what}, keine Word-Datei (.docx).", hint)
    if re.match(
        rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|\?xml)", data[:200], re.IGNORECASE
    ):
        raise GeneratorError(
            f"Die Datei {name} ist eine Webseite oder XML, keine Word-Datei.", IN_WORD
        )
    if not data.startswith(b"PK"):
        raise GeneratorError(f"Die Datei {name} ist keine Word-Datei (.docx).", ASK)
    _refuse_other_package(name, data)


def _refuse_other_package(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except Exception:  # damaged: whoever opens it says so
        return
    kind = _open_document(data)
    if "opendocument" in kind:
        word = next(
            (text for key, text in _OPEN_DOCUMENT.items() if kind.endswith(key)),
            "ein Dokument von LibreOffice",
        )
        hint = OR_CONVERT if kind.endswith("text") else ASK
        raise GeneratorError(f"Die Datei {name} ist {word}, keine Word-Datei (.docx).", hint)
    if "[Content_Types].xml" not in names:
        raise GeneratorError(
            f"Die Datei {name} ist ein gepacktes Archiv (.zip).",
            "Auspacken und die Word-Dateien darin angeben.",
        )
    for folder, what in _OFFICE.items():
        if any(part.startswith(folder) for part in names) and not any(
            part.startswith("word/") for part in names
        ):
            raise GeneratorError(f"Die Datei {name} ist {what}, keine Word-Datei (.docx).", ASK)
