"""Rows put in, taken out and moved in LibreOffice are told as that, each with its words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from lxml import etree
from msgspec import Struct

from tests.office import saved, scripted
from tests.reviewing.road import fingerprint, output, records, run, told
from tools.reviewer import MAIN, Element, parts_of, w
from tools.tracking import above
from tools.word_places import goal_rows, row_words, words_of

SCRIPT = Path(__file__).parents[1] / "match" / "libreoffice_rows.py"
EACH = 8
"""Acts of each kind in a file."""
NEW = "Über Fortschritte wird einmal im Jahr öffentlich berichtet, Nummer {}."


class Row(Struct, frozen=True):
    """A row of a goal: its ID and its cells, parted as reports part them."""

    name: str
    words: str


def rows() -> list[list[Row]]:
    """The rows below which nothing stands, by their tables."""
    root = etree.fromstring(parts_of(output().read_bytes())[MAIN])
    tables: dict[Element, list[Row]] = {}
    for row in goal_rows(root):
        if next(row.iter(w("noBreakHyphen")), None) is not None:
            continue  # the book is kept of plain words
        made = Row(words_of(row.findall(w("tc"))[1]), row_words(row))
        tables.setdefault(above(row), []).append(made)
    return list(tables.values())


def acts(tables: Sequence[Sequence[Row]], seed: int) -> tuple[list[list], Counter]:
    """What is to be done, no two things in one table, and the records of it."""
    random = Random(seed)
    free = random.sample(list(tables), len(tables))
    done: list[list] = []
    book: Counter[tuple[str, str, str]] = Counter()
    for number in range(min(EACH, len(free) // 4)):
        one = random.choice(free.pop())
        words = NEW.format(number)
        label = one.words.split(" | ")[0]
        done.append(["put in", one.name, [label, "neu", words], ""])
        book["added", "", f"{label} | neu | {words}"] += 1
        one = random.choice(free.pop())
        done.append(["take out", one.name, [], ""])
        book["removed", one.words, ""] += 1
        one, behind = random.choice(free.pop()), random.choice(free.pop())
        done.append(["move", one.name, [], behind.name])
        book["moved", one.words, one.words] += 1
    return done, book


def test_rows_edited_in_libreoffice_are_told_as_that(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tracked and typed; as saved, and saved once more. Nothing is invented."""
    tables, once = rows(), fingerprint(Path("strategy"))
    books, arguments = [], []
    for seed, name in enumerate(("verfolgt", "getippt")):
        done, book = acts(tables, seed)
        books.append(book)
        Path(f"{name}.json").write_text(json.dumps({"tracked": not seed, "acts": done}), "utf-8")
        arguments += [str(project / output()), f"{name}.json", str(project / f"{name}.docx")]
    made = scripted(project, SCRIPT, arguments)
    assert json.loads(made) == [sum(book.values()) for book in books]
    files = [project / "verfolgt.docx", project / "getippt.docx"]
    for again in (files, saved(project / "a", files, "docx")):
        for file, book in zip(again, books, strict=True):
            found = records(capsys, file)
            assert told(found, "kind", "old", "new") == book, file.stem
            assert all(r["tracked"] == (file.stem == "verfolgt") for r in found)
    run(capsys, "review", *again, "--apply", "--offene")
    assert fingerprint(Path("strategy")) != once
