"""Files that come back as .odt or .doc are read by way of LibreOffice; others are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.office import saved
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import output, records, run
from tools.reviewer import Reviewer


@pytest.mark.parametrize("kind", ["odt", "doc"])
@pytest.mark.parametrize("name", ["Anna Amt", ""], ids=["tracked", "typed"])
def test_a_file_saved_in_another_format_tells_the_same(
    kind: str, name: str, auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, edits = Reviewer(name, 7).edit(output().read_bytes(), 12)
    Path("amt.docx").write_bytes(data)
    (file,) = saved(auental / "lo", [auental / "amt.docx"], kind)
    assert file.suffix == f".{kind}"
    found = records(capsys, file)
    told = {(r["author"], " ".join(r["old"].split()), " ".join(r["new"].split())) for r in found}
    wanted = {(name or None, " ".join(e.old.split()), " ".join(e.new.split())) for e in edits}
    assert told == wanted
    _, out = run(capsys, "review", file)
    assert f".{kind}: LibreOffice hat sie vor dem Lesen" in " ".join(out.split())


def test_an_untouched_file_through_another_format_is_only_saved_again(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("odt", "doc"):
        (file,) = saved(auental / kind, [auental / output()], kind)
        assert records(capsys, file) == []


def test_nothing_that_a_converted_file_refers_to_is_fetched(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A picture that lies elsewhere on the disk does not come into the text that is read."""
    (file,) = saved(auental / "lo", [auental / output()], "odt")
    secret = auental / "geheim.png"
    secret.write_bytes(b"\x89PNG\r\n\x1a\n" + b"geheim" * 50)
    content = unzipped(file.read_bytes())
    frame = (
        f'<text:p><draw:frame><draw:image xlink:href="{secret.as_uri()}"/></draw:frame>'
        "Mit Bild.</text:p></office:text>"
    )
    content["content.xml"] = content["content.xml"].replace(b"</office:text>", frame.encode())
    file.write_bytes(zipped(content))
    from generator.render.formats.docx.libreoffice import docx

    made = docx(file.read_bytes(), "odt")
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert not any(b"geheim" * 3 in archive.read(name) for name in archive.namelist())
    assert any(r["new"] == "Mit Bild." for r in records(capsys, file))
