"""LibreOffice that is missing, hangs, crashes or writes rubbish: a clear word, and a document without pages."""

import os
import time
from pathlib import Path

import pytest

from generator.cli import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs made of a line of shell")


@pytest.fixture
def project(auental: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(auental.parent)
    monkeypatch.setenv("XDG_CACHE_HOME", str(auental.parent / "vorrat"))
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.PLACES", ())
    return auental.parent


def installed(project: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program soffice that does what the script says; its folder for output is $OUT."""
    program = project / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done; OUT="$2"\n' + script, "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


WAYS = {
    "hangs": ("sleep 600 & echo $! > kind; wait", "hat nach 1 Sekunden nicht geantwortet"),
    "crashes": ("kill -SEGV $$", "ist abgestürzt"),
    "says why": ("echo 'Error: source file could not be loaded' >&2; exit 1", "konnte das Dokument nicht setzen (Error: source"),
    "says nothing": ("exit 0", "keine Meldung"),
    "writes nothing": (': > "$OUT/dokument.pdf"', "konnte das Dokument nicht setzen"),
    "writes rubbish": ('echo "%PDF-1.7 Unsinn" > "$OUT/dokument.pdf"', "kein lesbares PDF"),
    "writes half": ('printf "%%PDF-1.7\\n1 0 obj\\n<<" > "$OUT/dokument.pdf"', "kein lesbares PDF"),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_libreoffice_that_fails_costs_the_page_numbers_and_nothing_else(
    project: Path, way: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script, told = WAYS[way]
    installed(project, monkeypatch, script)
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.SECONDS", 1 if way == "hangs" else 60)  # fmt: skip
    before = time.monotonic()
    assert main(["build", "--only", "strategie"]) == 0
    assert time.monotonic() - before < 50
    said = capsys.readouterr()
    assert said.out.count("stehen ohne Seitenzahlen") == 1
    assert told in said.out
    assert (project / "output" / "strategie.docx").stat().st_size > 10_000
    assert main(["build", "--only", "strategie", "--pages", "require"]) == 2
    assert told in capsys.readouterr().err


def test_what_libreoffice_started_ends_with_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(project, monkeypatch, WAYS["hangs"][0])
    monkeypatch.setattr("generator.render.formats.docx.libreoffice.SECONDS", 1)
    assert main(["build", "--only", "strategie"]) == 0
    child = int((project / "kind").read_text("utf-8"))
    for _ in range(50):
        if not alive(child):
            break
        time.sleep(0.1)
    assert not alive(child)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def test_a_program_that_cannot_be_started_is_told_in_german(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed(project, monkeypatch, "")
    (project / "bin" / "soffice").write_bytes(b"\x7fELF kein Programm")
    assert main(["build", "--only", "strategie"]) == 0
    said = capsys.readouterr().out
    assert "LibreOffice lässt sich nicht starten" in said
    assert "Exec format" not in said


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b'{"a": []}', b"\xff"])
def test_damaged_page_numbers_in_the_cache_are_counted_again(
    project: Path, junk: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.render.formats.docx.pages._settled", lambda *_: b'{"WZ01": 7}')
    monkeypatch.setattr("generator.render.formats.docx.pages.find_program", lambda: "soffice")
    assert main(["build", "--only", "strategie", "--pages", "require"]) == 0
    first = (project / "output" / "strategie.docx").read_bytes()
    (kept,) = (project / "vorrat").rglob("seiten-*.json")
    kept.write_bytes(junk)
    assert main(["build", "--only", "strategie", "--pages", "require"]) == 0
    assert (project / "output" / "strategie.docx").read_bytes() == first
