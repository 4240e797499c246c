"""The short version: two pages from the head, the decisions and the leading goals."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from generator.render.blocks import Document, Heading
from generator.render.documents.chapters.leading_goals import leading_goals
from generator.render.documents.strategy_document.short_version import short_document
from generator.render.formats.docx import encode
from tests.editions import printed, telling
from tests.judges import program
from tests.render import seen
from tests.render.conftest import shipped
from tests.render.formats.docx_checks import faults
from tests.render.formats.test_docx_valid import TEMPLATE

PAIRS = (
    ("strategy/editions/2018", "strategy"),
    ("examples/auental/editions/2023", "examples/auental"),
    ("examples/weidenfurt/editions/2022", "examples/weidenfurt"),
)


def short(old: str, new: str) -> Document:
    now = shipped(new)
    return short_document(printed(now), telling(shipped(old), now))


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_it_names_every_leading_goal_in_full_and_what_is_to_be_decided(old: str, new: str) -> None:
    said, strategy = seen.text(short(old, new).blocks), shipped(new)
    for goal in leading_goals(strategy):
        assert goal.text in said
    for feld in strategy.ziele.handlungsfelder:
        assert feld.titel in said
    assert "Was zu entscheiden ist" in said
    assert strategy.kopf.kurzfassung is None or strategy.kopf.kurzfassung in said


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_its_headings_leave_no_level_out(old: str, new: str) -> None:
    levels = [b.level for b in short(old, new).blocks if isinstance(b, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_it_has_two_pages(tmp_path: Path) -> None:
    files = []
    for number, (old, new) in enumerate(PAIRS):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(encode(short(old, new), TEMPLATE, raster=False))
        assert faults(path.read_bytes()) == []
        files.append(path)
    office = program("soffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*call, *map(str, files)], capture_output=True, timeout=300, check=True)
    for file in files:
        told = subprocess.run(
            [program("pdfinfo"), str(file.with_suffix(".pdf"))],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert "Pages:           2" in told
