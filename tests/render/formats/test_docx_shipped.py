"""The Word file of every shipped strategy, and of one fifty times as large, opens without repair."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.judges import ROOT, program
from tests.render.formats import shipped
from tests.render.formats.docx_checks import faults
from tools import synthetic

FIFTY = 50


@pytest.fixture(scope="module", params=(*shipped.STRATEGIES, "fifty times the strategy"))
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docx")
    path = folder / "strategie.docx"
    if request.param in shipped.STRATEGIES:
        path.write_bytes(shipped.docx(request.param))
    else:
        synthetic.multiply(ROOT / "strategy", folder / "strategy", FIFTY)
        path.write_bytes(shipped.docx_of(folder / "strategy"))
        assert path.stat().st_size > 20 * len(shipped.docx("strategy/editions/2018"))
    return path


def _sdk(path: Path) -> object:
    run = subprocess.run([program("ooxml-validator"), str(path)], capture_output=True, check=False)
    return json.loads(run.stdout)["errors"]


def _integrity(path: Path) -> str:
    command = [program("ooxml-integrity"), "check", "--fail-on", "info", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.stdout if run.returncode else ""


def test_the_open_xml_sdk_and_ooxml_integrity_find_nothing(file: Path) -> None:
    """Side by side: each takes its seconds over 26 MB."""
    for name in ("ooxml-validator", "ooxml-integrity"):
        program(name)  # a skip must name it here, not in a thread
    with ThreadPoolExecutor() as both:
        sdk, integrity = both.submit(_sdk, file), both.submit(_integrity, file)
        assert sdk.result() == []
        assert integrity.result() == ""


def test_nothing_that_both_judges_miss(file: Path) -> None:
    assert faults(file.read_bytes()) == []
