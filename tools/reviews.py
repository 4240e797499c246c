"""Seeded random reviewers over both counties, and how much of what they did is told rightly.

    python -m tools.reviews --count 1000

Tracked and typed, with our bookmarks and without any; words (``reviewer``) and whole paragraphs,
rows and bodies (``rearranger``). A record is right with its kind, both texts and its author; what no
reviewer did counts as invented.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from generator.cli import main as strategie
from generator.match.normal_text import plain
from generator.model.review import Statement
from generator.reviewing.returned import reviewed
from tools.rearranger import Rearranger
from tools.reviewer import MAIN, Reviewer, package, parts_of

COUNTIES = (Path("strategy"), Path("examples/auental"))
NAME = "Anna Amt"
Fact = tuple[str, str, str, str | None]
"""Kind ("" of changed words), text before and after, author."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description="Wie viel von dem, was Zufall ändert, richtig erkannt wird"
    )
    parser.add_argument("--count", type=int, default=1000, help="Änderungen je Art, mindestens")
    wanted = parser.parse_args().count
    with tempfile.TemporaryDirectory() as name:
        documents = {county: _built(county, Path(name)) for county in COUNTIES}
        for bookmarks in (True, False):
            for author in (NAME, ""):
                told = _tried(documents, Path(name), author, bookmarks, wanted)
                how = "verfolgt" if author else "getippt "
                marks = "mit Textmarken " if bookmarks else "ohne Textmarken"
                print(f"{marks} {how} {_figures(told)}", flush=True)


def _built(county: Path, folder: Path) -> bytes:
    output = folder / county.name
    named = ["--strategy", str(county), "--output", str(output)]
    assert strategie(["build", "--pages", "off", "--only", "strategie", *named]) == 0
    return (output / "strategie.docx").read_bytes()


def _tried(
    documents: dict[Path, bytes], folder: Path, author: str, bookmarks: bool, wanted: int
) -> Counter[str]:
    """Files until there are enough edits of both kinds."""
    told: Counter[str] = Counter()
    seeds = count()
    while min(told["Wörter"], told["Absätze und Zeilen"]) < wanted:
        seed = next(seeds)
        for county, data in documents.items():
            data = data if bookmarks else without_bookmarks(data)
            for facts, changed in _edited(data, author, seed):
                file = folder / "zurueck.docx"
                file.write_bytes(changed)
                found = reviewed(county, [file]).review
                told += compared(facts, found.statements)
                told["nicht zugeordnet"] += found.files[0].unplaced
    return told


def _edited(data: bytes, author: str, seed: int) -> Iterator[tuple[Counter[Fact], bytes]]:
    changed, edits = Reviewer(author, seed).edit(data, 60)
    words = Counter(("", plain(e.old), plain(e.new), author or None) for e in edits)
    yield words, changed
    changed, book = Rearranger(author, seed).edit(data, 40)
    yield Counter((b.kind, _lines(b.old), _lines(b.new), author or None) for b in book), changed


def compared(facts: Counter[Fact], statements: tuple[Statement, ...]) -> Counter[str]:
    """How many there were, of which sort, and how many are told rightly, not, and without a cause."""
    words = all(kind == "" for kind, *_ in facts)
    found: Counter[Fact] = Counter(
        ("" if words else one.kind, _lines(one.old), _lines(one.new), one.author)
        for one in statements
    )
    right = sum((facts & found).values())
    return Counter(
        {
            "Wörter" if words else "Absätze und Zeilen": sum(facts.values()),
            "richtig": right,
            "übersehen": sum(facts.values()) - right,
            "erfunden": sum((found - facts).values()),
        }
    )


def _lines(text: str) -> str:
    return " ¶ ".join(plain(line) for line in text.split("\n"))


def without_bookmarks(data: bytes) -> bytes:
    """The file with no bookmark left."""
    files = parts_of(data)
    story = re.sub(rb"<w:bookmark(?:Start|End) [^>]*/>", b"", files[MAIN])
    return package(files | {MAIN: story})


def _figures(told: Counter[str]) -> str:
    every = told["Wörter"] + told["Absätze und Zeilen"]
    share = 100 * told["richtig"] / every
    return f"{share:6.2f} % von {every} richtig; " + ", ".join(f"{k} {v}" for k, v in told.items())


if __name__ == "__main__":
    main()
