import unicodedata
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.compare.conftest import EDITION
from tests.editions import diff


def _windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _wrapped_elsewhere(text: str) -> str:
    """Every paragraph of the prose on one line; lists keep their lines."""
    head, separator, body = text.rpartition("---\n")
    paragraphs = body.split("\n\n")
    joined = [p if p.lstrip().startswith(("-", "1.")) else p.replace("\n", " ") for p in paragraphs]
    return head + separator + "\n\n".join(joined) + "\n"


@pytest.mark.parametrize("rewrite", [_windows, _decomposed], ids=["windows", "decomposed"])
def test_line_ends_and_normal_form_are_no_change(
    edition: Strategy, tmp_path: Path, rewrite: Callable[[str], str]
) -> None:
    assert diff(edition, _rewritten(tmp_path, rewrite, "*.*")) == ()


def test_other_line_breaks_in_prose_are_no_change(edition: Strategy, tmp_path: Path) -> None:
    assert diff(edition, _rewritten(tmp_path, _wrapped_elsewhere, "*.md")) == ()


def _rewritten(tmp_path: Path, rewrite: Callable[[str], str], pattern: str) -> Strategy:
    copy = copytree(EDITION, tmp_path / "kopie")
    for file in copy.rglob(pattern):
        text = file.read_bytes().decode()
        file.write_bytes(rewrite(text).encode())
    strategy = read_strategy(Folder(copy)).strategy
    assert strategy is not None
    return strategy
