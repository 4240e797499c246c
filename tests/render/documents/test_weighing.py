"""The Abwägungstabelle: everyone who said something finds it there, with what was decided and why."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from generator.graph.edition import Edition
from generator.render.blocks import Document, Listing, Run, Table
from generator.render.documents.context import context_of
from generator.render.documents.opinion_list import opinion_list
from generator.render.documents.weighing import TITLES, weighing_document
from generator.render.formats.docx import encode
from generator.render.formats.html import encode as html
from generator.render.formats.spreadsheet import encode as spreadsheet
from generator.render.visitor import walk
from tests.given_opinions import GIVEN, rounds
from tests.judges import ROOT, program
from tests.render.formats.docx_checks import faults
from tests.render.formats.shipped import TEMPLATE, read
from tests.render.seen import rows, words


@pytest.fixture(scope="module")
def context():
    strategy = read(ROOT / "examples" / "auental").model_copy(update={"runden": rounds()})
    return context_of(Edition(strategy))


@pytest.fixture(scope="module")
def document(context) -> Document:
    return weighing_document(context, digest="4f")


def tables(document: Document) -> list[Table]:
    return [block for block in walk(document.blocks) if isinstance(block, Table)]


def row(document: Document, identity: str) -> list[str]:
    """The cells of the row whose number begins so."""
    found = [r for t in tables(document)[1:] for r in rows(t) if r[0].startswith(identity)]
    assert len(found) == 1, found
    return found[0]


def test_a_round_is_a_table_in_the_order_of_the_document(document: Document) -> None:
    first, second = tables(document)[1:]
    assert rows(first)[0] == rows(second)[0] == list(TITLES)
    numbers = [line[0][:4] for line in rows(first)[1:]]
    assert numbers == ["S007", "S002", "S003", "S005", "S001", "S008"]
    assert [line[0][:4] for line in rows(second)[1:]] == ["S009"]


def test_a_row_says_who_what_and_what_was_decided_with_the_reason(document: Document) -> None:
    number, who, said, answer, decision, reason = row(document, "S002")
    assert "Maßnahme MA07" in number
    assert ("Sozialamt" in who, "24.11.2026" in who, "Anna" in who) == (True, True, False)
    assert "[entfällt: Der] [neu: Jeder] Rufbus fährt in alle Ortsteile." in said
    assert answer.startswith("Danke, so ist es klarer.")
    assert answer.endswith("Neue Fassung: Der Rufbus fährt überall.")
    assert (decision, reason) == ("teilweise übernommen", "Es gibt nur einen.")


def test_a_remark_stands_with_its_paragraphs_and_the_answers_to_it(document: Document) -> None:
    said = row(document, "S003")[2]
    for words_ in (
        "Anmerkung zu „Rufbus“: Wer zahlt das?",
        "Und wann?",
        "Antwort von Carl Chef: Das frage ich mich auch.",
    ):
        assert words_ in said
    assert "¶" not in said


def test_a_stelle_stands_for_a_name_a_file_or_one_entry(document: Document) -> None:
    assert row(document, "S001")[1] == "Kämmerei"
    assert row(document, "S007")[1] == "ohne Namen (egal.docx)"
    assert row(document, "S008")[1] == "Beirat für Ältere"
    assert row(document, "S009")[1] == "Sozialamt"


def test_the_first_page_counts_what_was_decided_and_who_said_something(document: Document) -> None:
    assert rows(tables(document)[0]) == [
        ["übernommen", "teilweise übernommen", "abgelehnt", "offen", "zusammen"],
        ["2", "1", "1", "3", "7"],
    ]
    text = " ".join(
        words(b.content)
        for b in walk(document.blocks)
        if hasattr(b, "content") and b.content and isinstance(b.content[0], Run)
    )
    assert "1 überholte Stellungnahme" in text
    assert "Sozialamt: 2 Stellungnahmen" in text


def test_what_was_typed_without_tags_is_printed_as_typed(document: Document) -> None:
    assert "<b>zu</b>" in row(document, "S007")[2]
    page = html(document, ROOT / "templates" / "dokument.html.j2").decode()
    assert "<b>zu</b>" not in page
    assert "&lt;b&gt;zu&lt;/b&gt;" in page


def test_the_csv_holds_every_entry_and_nothing_that_a_spreadsheet_computes(context) -> None:
    data = spreadsheet(opinion_list(context))
    assert data.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    assert [line[1] for line in lines] == [f"S{n:03}" for n in range(1, 10)]
    (formula,) = [line for line in lines if line[1] == "S009"]
    assert dict(zip(head, formula, strict=True))["Anmerkung"] == "'=SUMME(A1:A9)"
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]
    assert {len(line) for line in lines} == {len(head)}


def test_the_word_file_is_landscape_and_opens_without_repair(
    document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "abwaegung.docx"
    path.write_bytes(encode(document, TEMPLATE))
    run = subprocess.run([program("ooxml-validator"), str(path)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
    command = [program("ooxml-integrity"), "check", "--fail-on", "warn", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert faults(path.read_bytes()) == []
    import docx

    section = docx.Document(str(path)).sections[-1]
    assert section.page_width
    assert section.page_height
    assert section.page_width > section.page_height


def test_where_all_is_superseded_it_says_so_and_has_no_empty_list(context) -> None:
    (first, _) = rounds()
    gone = tuple(e.model_copy(update={"zurueckgezogen": True}) for e in first.stellungnahmen)
    only = (first.model_copy(update={"stellungnahmen": gone}),)
    strategy = context.strategy.model_copy(update={"runden": only})
    document = weighing_document(context_of(Edition(strategy)))
    assert not [block for block in walk(document.blocks) if isinstance(block, Listing)]
    assert len(tables(document)) == 1
    assert faults(encode(document, TEMPLATE)) == []


def test_without_stellungnahmen_there_is_none_and_asked_for_it_is_said_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ["--strategy", str(ROOT / "examples" / "auental"), "--output", str(tmp_path)]
    assert main(["build", "--pages", "off", "--only", "abwaegung,zielgraph", *named]) == 0
    out = capsys.readouterr().out
    assert "--record" in out
    assert not list(tmp_path.glob("abwaegung*"))


def test_what_is_still_open_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    shutil.copytree(ROOT / "examples" / "auental", tmp_path / "strategy")
    (tmp_path / "strategy" / "stellungnahmen.yaml").write_text(GIVEN, "utf-8")
    named = ["--strategy", str(tmp_path / "strategy"), "--output", str(tmp_path / "aus")]
    assert main(["build", "--pages", "off", "--only", "abwaegung", *named]) == 0
    assert "sind 3 Stellungnahmen noch offen" in capsys.readouterr().out
