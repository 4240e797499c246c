"""A Word file opens without repair: judged by programs we did not write, and by our own eyes."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.render.entries import anchored
from generator.render.formats.docx import encode
from generator.render.targets import targets
from tests.judges import program
from tests.render.formats import sample
from tests.render.formats.docx_checks import faults

TEMPLATE = Path(__file__).parents[3] / "templates" / "kreistag.docx"


def _with_pages() -> bytes:
    document = sample.document()
    return encode(document, TEMPLATE, dict.fromkeys(targets(anchored(document.blocks)), 12))


FILES: dict[str, Callable[[], bytes]] = {
    "template": TEMPLATE.read_bytes,
    "plain": lambda: encode(sample.document(), TEMPLATE),
    "adopted": lambda: encode(sample.document(draft=""), TEMPLATE),
    "with pages": _with_pages,
    "tracked changes": lambda: encode(sample.document(*sample.marked()), TEMPLATE),
    "ends in a table": lambda: encode(sample.document(sample.GOALS), TEMPLATE),
    "ends on a turned page": lambda: encode(sample.document(*sample.turned()), TEMPLATE),
}


@pytest.fixture(scope="module", params=FILES)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "dokument.docx"
    path.write_bytes(FILES[request.param]())
    return path


def test_the_open_xml_sdk_finds_nothing(file: Path) -> None:
    run = subprocess.run([program("ooxml-validator"), str(file)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


def test_ooxml_integrity_finds_nothing(file: Path) -> None:
    command = [program("ooxml-integrity"), "check", "--fail-on", "info", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_python_docx_opens_it(file: Path) -> None:
    assert docx.Document(str(file)).paragraphs


@pytest.mark.parametrize("name", [name for name in FILES if name != "template"])
def test_nothing_that_both_judges_miss(name: str) -> None:
    assert faults(FILES[name]()) == []


BREAKS = {
    "bookmark": (b'w:name="PZ06"', b'w:name="LZ03"', "bookmark LZ03 twice"),
    "open bookmark": (b'<w:bookmarkEnd w:id="10001"/>', b"", "bookmark 10001 has one end only"),
    "open field": (b'<w:fldChar w:fldCharType="end"/>', b"", "field(s) without end"),
    "dangling field": (b" REF ABB1 ", b" REF ABB9 ", "field to missing bookmark ABB9"),
    "dangling link": (b'w:anchor="HF2"', b'w:anchor="HF9"', "link to missing bookmark HF9"),
    "deleted text": (b"<w:delText/>", b"<w:t/>", "w:t inside w:del"),
    "cell": (b"</w:p></w:tc>", b"</w:p><w:tbl/></w:tc>", "cell does not end in a paragraph"),
    "grid": (b"<w:gridCol ", b"<w:gridGap ", "cells in a grid of 2"),
    "separator": (b"<w:separator/>", b"<w:footnoteRef/>", "footnoteRef inside a separator"),
    "notes": (b'<w:footnoteReference w:id="2"/>', b"", "footnote references do not match"),
    "relationship": (b'r:embed="rIdSvg1"', b'r:embed="rIdSvg7"', "no relationship rIdSvg7"),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_our_checks_see_the_fault(fault: str) -> None:
    """A check that finds nothing in a broken file would prove nothing about a sound one."""
    old, new, said = BREAKS[fault]
    source = zipfile.ZipFile(io.BytesIO(encode(sample.document(*sample.marked()), TEMPLATE)))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name).replace(b"<w:delText ", b"<w:delText/><w:delText ")
            archive.writestr(name, data.replace(old, new, 1) if "word/" in name else data)
    assert any(said in found for found in faults(target.getvalue()))
