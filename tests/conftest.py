"""Fixtures for all tests: a strategy in a folder, from the texts of its files."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Files = Mapping[str, str | bytes | None]


@pytest.fixture
def strategy_folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes files (name below the folder -> content, None: no such file) and returns the folder."""

    def write(files: Files, name: str = "strategie") -> Path:
        folder = tmp_path / name
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is not None:
                path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def auental(tmp_path: Path) -> Path:
    """A copy of the example county in the folder strategy of an empty project."""
    folder = tmp_path / "strategy"
    shutil.copytree(Path(__file__).parents[1] / "examples" / "auental", folder)
    return folder
