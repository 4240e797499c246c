"""What names persons stays out of git: the check asks git itself."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from generator.checking import check
from generator.model.kinds import OPINIONS
from tests.checks.test_cases import base

Write = Callable[..., Path]
ENTRY = """\
runden:
  - runde: 1
    stellungnahmen:
      - {id: S001, datei: zurueck/amt.docx, von: Anna Amt, art: text, entscheidung: offen}
"""


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def found(folder: Path) -> list[str]:
    return [f.message for f in check(folder, quick=True).findings if f.rule == "Z805"]


def test_a_file_of_stellungnahmen_that_git_tracks_is_a_warning(strategy_folder: Write) -> None:
    folder = strategy_folder(base() | {OPINIONS: ENTRY})
    assert found(folder) == []
    git(folder, "init", "-q")
    assert found(folder) == []
    git(folder, "add", OPINIONS)
    (message,) = found(folder)
    assert message.startswith("Die Stellungnahmen nennen Personen und stehen in git.")
    assert "git rm --cached" in message
    git(folder, "rm", "-q", "--cached", OPINIONS)
    assert found(folder) == []
    assert (folder / OPINIONS).is_file()


def test_a_house_may_want_it_there(strategy_folder: Write) -> None:
    files = base() | {OPINIONS: ENTRY}
    accepted = (
        "abweichungen: [{regel: Z805, id: stellungnahmen, grund: Nur für das eigene Haus.}]\n"
    )
    folder = strategy_folder(files | {"strategy.yaml": files["strategy.yaml"] + accepted})
    git(folder, "init", "-q")
    git(folder, "add", ".")
    told = [f for f in check(folder, quick=True).findings if f.rule in ("Z805", "Z601")]
    assert [(f.rule, f.accepted) for f in told] == [("Z805", True)]


def test_without_stellungnahmen_git_is_not_asked(strategy_folder: Write, monkeypatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    assert found(strategy_folder(base())) == []
