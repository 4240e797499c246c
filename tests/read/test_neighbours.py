"""What a strategy may know of the folders of other plans."""

import shutil
from pathlib import Path

import pytest

from generator.read.neighbours import neighbours
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.two_plans import two_plans


def named(folder: Path, place: str) -> list[str]:
    """Why nothing is known of the one plan, were its folder ``place``; "" where it is."""
    file = folder / "sources.yaml"
    text = file.read_text("utf-8").replace("../familie", place)
    file.write_text(text, "utf-8")
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    return [plan.fehlt for plan in neighbours(folder, strategy)]


@pytest.mark.parametrize(
    "place", ["../../fremd/familie", "/etc", "C:/fremd", "'..\\..\\fremd'", "../verweis"]
)
def test_a_folder_outside_the_project_is_not_read(place: str, tmp_path: Path) -> None:
    (tmp_path / "projekt").mkdir()
    (tmp_path / "fremd").mkdir()
    poverty, family = two_plans(tmp_path / "projekt")
    shutil.copytree(family, tmp_path / "fremd" / "familie")
    (tmp_path / "projekt" / "verweis").symlink_to(tmp_path / "fremd" / "familie")
    assert named(poverty, place) == ["liegt nicht in diesem Projekt"]


def test_a_sealed_edition_does_not_look_at_other_plans(tmp_path: Path) -> None:
    poverty, _ = two_plans(tmp_path)
    sealed = poverty / "editions" / "2026"
    sealed.mkdir(parents=True)
    for file in poverty.glob("*.yaml"):
        shutil.copy2(file, sealed)
    assert named(poverty, "../familie") == [""]
    assert named(sealed, "../familie") == []
