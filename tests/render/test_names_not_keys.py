"""No council paper shows a key that only the files know: bodies, chapters, figures, editions are named."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.cli import main
from generator.model.kinds import STRATEGY, kind_of
from generator.model.strategy import Strategy
from generator.model.tree import tree
from generator.read.editions import origin_of
from generator.read.reading import read_strategy
from tests.judges import ROOT
from tests.render.formats import shipped
from tests.render.formats.docx_checks import stories, w

FOLDERS = ("strategy", "examples/auental", "examples/weidenfurt")
REPORTED = ("examples/auental",)
"""Those of which it is reported what became of their goals."""


@cache
def editions(folder: str) -> tuple[Strategy, Strategy]:
    new = shipped.read(ROOT / folder)
    old = read_strategy(origin_of(str(new.kopf.fassung.vorgaenger), ROOT / folder)).strategy
    assert old is not None
    return old, new


def keys(folder: str) -> set[str]:
    """Those of registers, chapters and editions that no wording, text or name has as a word."""
    found: set[str] = set()
    printed: list[str] = []
    for strategy in editions(folder):
        found |= {e.id for e in strategy.elements() if not kind_of(e).shows_id}
        found.add(strategy.kopf.fassung.kennung)
        printed += [text.inhalt for text in strategy.texte]
        for record in tree(strategy).records.values():
            printed += [
                str(v) for name, v in record if name not in ("id", "quelle", "teil_von", "datei")
            ]
    words = set(
        re.findall(
            r"[\w-]+", re.sub(r"(?:id|akteur|quelle|kennung)='[^']*'", "", " ".join(printed))
        )
    )
    return found - words - {STRATEGY}


def shown_in_word(data: bytes) -> Iterator[str]:
    """Each paragraph, and whoever is said to have made a tracked change."""
    for root in stories(data).values():
        for paragraph in root.iter(w("p")):
            texts = (t for tag in ("t", "delText") for t in paragraph.iter(w(tag)))
            yield "".join(t.text or "" for t in texts)
        yield from {str(author) for c in root.iter() if (author := c.get(w("author")))}


def papers(output: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(output.glob("*.docx")):
        yield file.name, "\n".join(shown_in_word(file.read_bytes()))
    for file in sorted(output.glob("*.html")):
        page = file.read_text("utf-8")
        yield file.name, html.unescape(re.sub(r"(?s)<(style|script).*?</\1>|<[^>]+>", " ", page))
    yield "md", (output / "aenderungen.md").read_text("utf-8").replace("\\", "")
    graph = [file.read_text("utf-8") for file in sorted(output.glob("*.svg"))]
    yield "svg", re.sub(r"<[^>]+>", " ", "\n".join(graph))


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_key_stands_in_no_paper(folder: str, tmp_path: Path) -> None:
    looked_for = keys(folder)
    assert len(looked_for) > 10
    wanted = [
        "--strategy",
        str(ROOT / folder),
        "--output",
        str(tmp_path),
        "--pages",
        "off",
        "--alle",
    ]
    assert main(["build", *wanted]) == 0
    made = dict(papers(tmp_path))
    documents = {"strategie", "synopse"} | ({"umsetzungsstand"} if folder in REPORTED else set())
    assert set(made) == {
        *(f"{name}.docx" for name in {*documents, "kurzfassung", "aenderungsfassung"}),
        *(f"{name}.html" for name in {*documents, "aenderungen"}),
        "md",
        "svg",
    }
    for name, text in made.items():
        assert len(text) > 1000
        words = set(re.findall(r"[\w.-]*\w", text))
        assert not sorted(words & looked_for), name
        assert "Prüfsumme" not in text, name
