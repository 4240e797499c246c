"""The steps of the way back as commands, and what they left, for the tests that walk it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.goal import Ziel
from generator.model.recommendation import Empfehlung
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.match.wordlike import without_bookmarks, wordlike
from tools.reviewer import Edit

COUNTIES = ("strategy", "examples/auental")
PRODUCTS = ("strategie", "synopse", "aenderungsfassung")

LOOKS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "split runs": lambda data: wordlike(data, 3),
    "no bookmark": without_bookmarks,
    "no bookmark, split runs": lambda data: wordlike(without_bookmarks(data), 4),
}


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    capsys.readouterr()
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def records(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict]:
    code, out = run(capsys, "review", "--format", "json", *arguments)
    assert code == 0, out
    content = json.loads(out)
    for file in content["files"]:
        assert file["accounted"]["unplaced"] == 0, file
    return content["records"]


def states(capsys: pytest.CaptureFixture[str], *files: Path) -> list[str]:
    code, out = run(capsys, "verify", "--format", "json", *files)
    found = [file["state"] for file in json.loads(out)["files"]]
    assert code == int(not set(found) <= {"unchanged", "resaved"})
    return found


def output(product: str = "strategie") -> Path:
    return Path("output") / f"{product}.docx"


def returned(name: str, data: bytes) -> Path:
    path = Path("zurueck") / f"{name}.docx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def wordings(folder: Path = Path("strategy")) -> dict[str, str]:
    strategy = read_strategy(Folder(folder)).strategy
    assert strategy is not None
    elements: Iterable[Ziel | Empfehlung] = [*strategy.goals(), *strategy.recommendations()]
    return {element.id: element.text for element in elements}


def plain(text: str) -> str:
    return " ".join(text.split())


def told(found: list[dict], *names: str) -> Counter[tuple[object, ...]]:
    return Counter(
        tuple(plain(r[n]) if n in ("old", "new") else r[n] for n in names) for r in found
    )


def expected(edits: Iterable[Edit], author: str | None) -> Counter[tuple[object, ...]]:
    return Counter((e.element, author, plain(e.old), plain(e.new)) for e in edits)


def lines(folder: Path) -> dict[str, list[bytes]]:
    files = [p for p in folder.rglob("*") if p.is_file() and "editions" not in p.parts]
    return {p.relative_to(folder).as_posix(): p.read_bytes().splitlines(True) for p in files}


def fingerprint(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {str(p): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
