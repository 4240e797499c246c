"""Counties with their Word files in a folder of their own, ready to be sent out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.cli import main
from tests.judges import ROOT
from tests.reviewing.road import COUNTIES, PRODUCTS


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A county in a folder with its Word files, each made once."""

    @cache
    def build(county: str) -> Path:
        folder = tmp_path_factory.mktemp("gebaut")
        shutil.copytree(ROOT / county, folder / "strategy")
        named = ["--strategy", str(folder / "strategy"), "--output", str(folder / "output")]
        assert main(["build", "--pages", "off", "--only", ",".join(PRODUCTS), *named]) == 0
        return folder

    return build


@pytest.fixture(params=COUNTIES, ids=lambda name: Path(name).name)
def project(
    request: pytest.FixtureRequest,
    built: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A county with its Word files in output/, as current directory; for each of both counties."""
    return copied(built(request.param), tmp_path, monkeypatch)


@pytest.fixture
def auental(built: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for the example county alone."""
    return copied(built("examples/auental"), tmp_path, monkeypatch)


def copied(source: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(source, target, dirs_exist_ok=True)
    monkeypatch.chdir(target)
    return target
