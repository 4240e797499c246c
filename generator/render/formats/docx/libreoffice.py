"""A document to another format by LibreOffice, run without a window in a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from generator.errors import GeneratorError, system_reason

PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
OPTIONS: dict[str, bool | int] = {
    "SelectPdfVersion": 2,  # PDF/A-2b: fonts and colours inside, nothing that runs
    "PDFUACompliance": True,  # declares PDF/UA-1; what is missing for it is mended afterwards
    "ExportBookmarks": True,  # the outline a reader navigates by
    "ExportBookmarksToPDFDestination": True,  # Word's bookmarks become named destinations
    "UseTaggedPDF": True,
    "DisplayPDFDocumentTitle": True,
}
TYPES = {bool: "boolean", int: "long"}
SECONDS = 300
"""The longest real strategy is laid out in a tenth of that."""


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
    options = {
        name: {"type": TYPES[type(value)], "value": str(value).lower()}
        for name, value in OPTIONS.items()
    }
    return _converted(program, "docx", docx, "pdf", f"pdf:writer_pdf_Export:{json.dumps(options)}")


def docx(data: bytes, kind: str) -> bytes | None:
    """The Word file of an older or foreign one (``kind``: "odt", "doc"); None without LibreOffice.

    No macro of the file is run, and nothing that it refers to is fetched. GeneratorError when
    LibreOffice fails.
    """
    program = find_program()
    if program is None:
        return None
    return _converted(program, kind, data, "docx", "docx:MS Word 2007 XML")


def xlsx(data: bytes, kind: str) -> bytes | None:
    """The Excel file of another workbook (``kind``: "ods", "xls", "xlsb", "xlsx"); as ``docx`` else."""
    program = find_program()
    if program is None:
        return None
    return _converted(program, kind, data, "xlsx", "xlsx:Calc MS Excel 2007 XML")


def _converted(program: str, kind: str, data: bytes, wanted: str, to: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="strategie-") as name:
        folder = Path(name)
        source = folder / "quelle" / f"dokument.{kind}"
        source.parent.mkdir()
        source.write_bytes(data)
        _guard(folder / "profil")
        return _run_in(program, folder, source, wanted, to)


def _guard(profile: Path) -> None:
    """A profile in which no document runs anything or loads what it refers to."""
    user = profile / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" '
        'oor:op="fuse"><value>true</value></prop></item>'
        for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks", "DisableActiveContent")
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        f' xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>\n',
        "utf-8",
    )


def _run_in(program: str, folder: Path, source: Path, wanted: str, to: str) -> bytes:
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        str(source),
    ]
    code, said = _run(command)
    result = folder / f"{source.stem}.{wanted}"
    if code < 0:
        raise _failed("ist abgestürzt")
    if not result.is_file() or not result.stat().st_size:
        last = said.strip().splitlines()[-1:] or ["keine Meldung"]
        raise _failed(f"konnte das Dokument nicht setzen ({last[0][:200]})")
    return result.read_bytes()


def _run(command: list[str]) -> tuple[int, str]:
    """Runs it in a session of its own, so that what it started ends with it; its code and words."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise _failed(f"lässt sich nicht starten: {system_reason(error)}") from None
    with process:
        try:
            said, _ = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            raise _failed(f"hat nach {SECONDS} Sekunden nicht geantwortet") from None
        finally:
            _end(process)
    return process.returncode, said


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _failed(what: str) -> GeneratorError:
    return GeneratorError(
        f"LibreOffice {what}.",
        "Mit «--pages off» entsteht das Dokument ohne Seitenzahlen.",
    )
