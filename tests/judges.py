"""The judges we did not write: found where .ci/run or the user installed them, else a skip that names them."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_PLACES = (ROOT / ".judges/node_modules/.bin", ROOT / ".judges/python/bin")


def program(name: str) -> str:
    """The path of a program; the test is skipped, naming it, where it is missing."""
    search = os.pathsep.join([*map(str, _PLACES), os.environ.get("PATH", "")])
    found = shutil.which(name, path=search)
    if found is None:
        pytest.skip(f"needs the program {name} (see .ci/run)")
    return found


def schema(path: str) -> Path:
    """A published schema inside .judges/; the test is skipped where it is missing."""
    found = ROOT / ".judges" / path
    if not found.is_file():
        pytest.skip(f"needs the schema {found.name} (see .ci/run)")
    return found
