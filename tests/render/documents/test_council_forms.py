"""Three houses with three forms of the council paper, each from its files to the paper that is handed in."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.judges import ROOT, program
from tests.render.formats.docx_checks import faults

FORMS = Path(__file__).parent / "council_forms"
HOUSES = {"landkreis": "auental", "stadt": "weidenfurt", "verband": "auental"}
"""Form -> the example that is its house."""
COUNTY = "{name: Landkreis Auental, art: landkreis, gremium: Kreistag des Landkreises Auental, verwaltung: Landratsamt Auental}"
ASSOCIATION = "{name: Zweckverband Auental, art: verband, gremium: Verbandsversammlung, verwaltung: Geschäftsstelle}"


def house(form: str, folder: Path) -> None:
    """The example with the paper of the house; the association has no edition before and its own council."""
    shutil.copytree(ROOT / "examples" / HOUSES[form], folder)
    shutil.copy(FORMS / f"{form}.yaml", folder / "council.yaml")
    if form != "verband":
        return
    for name in ("editions", "zeitraeume"):
        shutil.rmtree(folder / name)
    for name in ("changes.yaml", "progress.yaml"):
        (folder / name).unlink()
    head = folder / "strategy.yaml"
    text = head.read_text("utf-8")
    for old, new in (
        (COUNTY, ASSOCIATION),
        ('  vorgaenger: "2023"\n', ""),
        ("zustimmung: kreistag", "zustimmung: verbandsversammlung"),
        ("bezeichnung: Erste Fortschreibung", "bezeichnung: Erste Fassung"),
    ):
        assert old in text
        text = text.replace(old, new)
    head.write_text(text, "utf-8")


@pytest.mark.parametrize("form", HOUSES)
def test_the_paper_of_a_house_is_the_one_that_lies_here(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read by people and kept as text; nothing of it is open, and Word opens the same without repair."""
    monkeypatch.chdir(tmp_path)
    house(form, tmp_path / "strategy")
    main(["check", "--strict"])
    assert "Z91" not in capsys.readouterr().out
    wanted = "beschlussvorlage,beschlussvorlage-text"
    assert main(["build", "--pages", "off", "--only", wanted]) == 0
    text = (tmp_path / "output" / "beschlussvorlage.txt").read_text("utf-8")
    assert text == (FORMS / f"{form}.txt").read_text("utf-8")
    paper = tmp_path / "output" / "beschlussvorlage.docx"
    assert faults(paper.read_bytes()) == []
    run = subprocess.run([program("ooxml-validator"), str(paper)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
    command = [program("ooxml-integrity"), "check", "--fail-on", "warn", str(paper)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
