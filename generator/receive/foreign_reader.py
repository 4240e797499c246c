"""The path of a strategy of whatever format to a foreign document; else one German sentence."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from generator.errors import GeneratorError, system_reason
from generator.receive.foreign import ForeignDocument
from generator.receive.markdown_passages import markdown_document
from generator.receive.package_reader import Convert
from generator.receive.pdf_pages import pdf_document
from generator.receive.plain_passages import Begins, plain_document
from generator.receive.plain_text import decoded
from generator.receive.printed_pages import Keep
from generator.receive.word_passages import word_document

LARGEST = 64 << 20
"""Bytes of a text or PDF: a hundred times the largest strategy without pictures."""
_PACKAGES = (b"PK", b"\xd0\xcf\x11\xe0")
_FOREIGN = (
    (b"{\\rtf", "eine RTF-Datei", "In Word öffnen und als .docx speichern."),
    (b"\x89PNG", "ein Bild", "Bilder und Scans haben keinen Text; um das Dokument selbst bitten."),
    (
        b"\xff\xd8\xff",
        "ein Bild",
        "Bilder und Scans haben keinen Text; um das Dokument selbst bitten.",
    ),
    (b"GIF8", "ein Bild", "Bilder und Scans haben keinen Text; um das Dokument selbst bitten."),
    (b"\x1f\x8b", "ein gepacktes Archiv (.gz)", "Auspacken und die Datei darin angeben."),
    (b"7z\xbc\xaf", "ein gepacktes Archiv (.7z)", "Auspacken und die Datei darin angeben."),
    (b"Rar!", "ein gepacktes Archiv (.rar)", "Auspacken und die Datei darin angeben."),
)


def foreign_document(path: Path, convert: Convert, keep: Keep, begins: Begins) -> ForeignDocument:
    """``keep`` and ``begins`` tell lines that begin a goal; GeneratorError for what cannot be read."""
    data = _bytes(path)
    _refuse(path.name, data)
    if data.startswith(_PACKAGES):
        return word_document(path, convert)
    if data.startswith(b"%PDF"):
        return pdf_document(path.name, data, keep, begins)
    text, said = decoded(path.name, data)
    if path.suffix.lower() in (".md", ".markdown"):
        document = markdown_document(path.name, text)
    else:
        document = plain_document(path.name, text, keep, begins)
    return replace(document, said=(*document.said, *said))


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise GeneratorError(f"{path.as_posix()} ist ein Ordner.", "Eine Datei angeben.")
        if not path.is_file() and path.exists():
            raise GeneratorError(
                f"{path.as_posix()} ist keine gewöhnliche Datei.", "Eine Datei angeben."
            )
        if path.stat().st_size > LARGEST:
            raise GeneratorError(
                f"Die Datei {path.name} ist größer als {LARGEST >> 20} MB und wird nicht gelesen.",
                "Bilder verkleinern oder den Text allein speichern.",
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise GeneratorError(
            f"Die Datei {path.as_posix()} gibt es nicht.", "Ordner und Namen prüfen."
        ) from error
    except OSError as error:
        raise GeneratorError(
            f"Die Datei {path.as_posix()} lässt sich nicht lesen: {system_reason(error)}.",
            "Rechte prüfen, und ob sie in einem anderen Programm geöffnet ist.",
        ) from error


def _refuse(name: str, data: bytes) -> None:
    if not data:
        raise GeneratorError(f"Die Datei {name} ist leer.", "Die richtige Datei angeben.")
    for start, what, hint in _FOREIGN:
        if data.startswith(start):
            raise GeneratorError(f"Die Datei {name} ist {what}.", hint)
