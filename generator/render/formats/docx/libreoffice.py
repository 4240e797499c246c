"""A Word file to a PDF by LibreOffice, run without a window in a profile of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.errors import GeneratorError

PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
OPTIONS = {
    "ExportBookmarks": True,  # the outline a reader navigates by
    "ExportBookmarksToPDFDestination": True,  # Word's bookmarks become named destinations
    "UseTaggedPDF": True,
    "DisplayPDFDocumentTitle": True,
}
SECONDS = 900


def find_program() -> str | None:
    """Where LibreOffice is, or None."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def program_for_pdf() -> str:
    """Where LibreOffice is; GeneratorError that tells who asked for a PDF what to do."""
    program = find_program()
    if program is None:
        raise GeneratorError(
            "LibreOffice wurde nicht gefunden; ohne LibreOffice entsteht kein PDF.",
            "LibreOffice installieren oder ohne «--pdf» bauen und das PDF in Word speichern.",
        )
    return program


def identity(program: str) -> str:
    """What names this installation: another one may break lines elsewhere."""
    version = Path(program).resolve().parent / "versionrc"
    return version.read_text(errors="replace") if version.is_file() else program


def pdf(docx: bytes) -> bytes:
    """The PDF of a Word file: outline, links, named destinations, title, tags.

    GeneratorError when LibreOffice is missing or fails.
    """
    program = find_program()
    if program is None:
        raise GeneratorError(
            "LibreOffice wurde nicht gefunden; es berechnet die Seitenzahlen und das PDF.",
            "LibreOffice installieren oder mit «--pages off» ohne Seitenzahlen bauen.",
        )
    with tempfile.TemporaryDirectory(prefix="strategie-") as folder:
        return _converted(program, Path(folder), docx)


def _converted(program: str, folder: Path, docx: bytes) -> bytes:
    source = folder / "dokument.docx"
    source.write_bytes(docx)
    options = {
        name: {"type": "boolean", "value": str(value).lower()} for name, value in OPTIONS.items()
    }
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(options)}",
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(str(error)) from None
    result = source.with_suffix(".pdf")
    if not result.is_file():
        raise _failed(run.stderr.strip() or run.stdout.strip())
    return result.read_bytes()


def _failed(said: str) -> GeneratorError:
    last = said.splitlines()[-1] if said else "keine Meldung"
    return GeneratorError(
        f"LibreOffice konnte das Dokument nicht setzen ({last}).",
        "Mit «--pages off» entsteht das Dokument ohne Seitenzahlen.",
    )
