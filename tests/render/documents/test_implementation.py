"""The Umsetzungsstand: what a committee reads of what became of the goals."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.graph.edition import Edition
from generator.graph.reporting import Reporting, reporting
from generator.model.progress import Umsetzung
from generator.render.blocks import Document, Figure, Heading, Table
from generator.render.documents.context import Context, context_of
from generator.render.documents.implementation import implementation_document
from generator.render.drawing import Box, Drawing
from generator.render.formats.docx import encode
from generator.render.formats.html import encode as html
from generator.render.visitor import walk
from tests.judges import ROOT, program
from tests.render.formats.docx_checks import faults
from tests.render.formats.shipped import TEMPLATE, read
from tests.render.seen import printing, rows, words

FORMER = read(ROOT / "examples" / "auental" / "editions" / "2023").by_id


@pytest.fixture(scope="module")
def context() -> Context:
    return context_of(Edition(read(ROOT / "examples" / "auental")))


@pytest.fixture(scope="module")
def told(context: Context) -> Reporting:
    return reporting(context.edition, former=set(FORMER))


@pytest.fixture(scope="module")
def document(context: Context, told: Reporting) -> Document:
    return implementation_document(context, told, digest="4f")


def texts(document: Document) -> list[str]:
    return [words(block.content) for block in printing(document.blocks)]


def table(document: Document, heading: str) -> list[list[str]]:
    """The first table below a heading."""
    blocks = list(document.blocks)
    at = next(
        n for n, b in enumerate(blocks) if isinstance(b, Heading) and words(b.content) == heading
    )
    return rows(next(b for b in blocks[at:] if isinstance(b, Table)))


def test_the_first_page_says_in_sentences_what_the_numbers_are(document: Document) -> None:
    said = texts(document)
    assert "Erledigt sind 4 von 19 Arbeitsschritten." in said
    assert "Von 14 fälligen Berichten liegen zwölf vor." in said
    assert any("noch nicht geschlossen" in text for text in said)


def test_the_chart_shows_every_number_and_its_greys_differ(document: Document) -> None:
    chart = next(b.drawing for b in walk(document.blocks) if isinstance(b, Figure))
    assert isinstance(chart, Drawing)
    assert "abgeschlossen: am 31.12.2025 2, am 31.10.2026 4" in chart.description
    fills = {shape.fill for shape in chart.shapes if isinstance(shape, Box)}
    assert len(fills) == 2
    greys = sorted(_luminance(fill) for fill in fills)
    assert (greys[1] + 0.05) / (greys[0] + 0.05) > 7


def _luminance(colour: str) -> float:
    """WCAG 2.1, "relative luminance"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_who_has_reported_and_who_not(document: Document) -> None:
    found = table(document, "Rücklauf")
    assert ["Auentaler Verkehrsgesellschaft mbH", "3", "1", "AS11, AS09"] in found
    assert ["Pflegestützpunkt Auental", "3", "3", "–"] in found
    assert sum(int(row[1]) for row in found[1:]) == 14


def test_what_changed_stands_side_by_side(document: Document) -> None:
    found = table(document, "Was sich seit dem 31.12.2025 geändert hat")
    assert [row[0] for row in found[1:]][:3] == ["AS01", "AS02", "AS06"]
    assert found[5][2:] == ["fortgeschritten", "begonnen"]


def test_late_and_held_up_come_first_with_their_reason(document: Document) -> None:
    found = table(document, "Überfällig oder aufgehalten")
    assert [row[0] for row in found[1:]] == ["AS04", "AS10"]
    assert "30.06.2026 (verstrichen)" in found[1]
    assert found[2][-1].startswith("Die Förderung des Landes")


def test_each_handlungsfeld_has_both_states_and_what_was_said(document: Document) -> None:
    found = table(document, "Unterwegs und erreichbar")
    assert found[0] == ["Nr.", "Worum es geht", "Stand 31.12.2025", "Stand 31.10.2026", "Bericht"]
    row = next(row for row in found if row[0] == "AS10")
    for said in ("Hindernis:", "Offene Frage:", "Frist: 31.08.2026 (verstrichen)", "Kosten: 86.000 Euro",
                 "Land (Erprobung im Nahverkehr), 60.000 Euro, bis 31.12.2026"):  # fmt: skip
        assert said in row[4]
    silent = next(row for row in found if row[0] == "AS11")
    assert "diesmal kein Bericht" in silent[3]


def test_of_what_only_the_draft_has_it_says_so(document: Document) -> None:
    found = table(document, "Teilhabe und Engagement")
    assert next(row for row in found if row[0] == "AS20")[2:4] == ["neu im Entwurf"] * 2


def test_effect_figures_are_series_with_their_sources(document: Document) -> None:
    found = table(document, "Was es bewirkt")
    assert found[1][3].endswith("51 % des Weges zum Ziel")
    assert found[3][3].endswith("24 % des Weges zum Ziel")  # one that is to fall
    assert "Zählung der AVG" in found[1][5]
    series = [b for b in walk(document.blocks) if isinstance(b, Figure)][1:]
    assert series[0].alternative.startswith("Ausgang: 8.200; 31.12.2024: 8.650")


def test_what_became_of_recommendations(document: Document) -> None:
    found = table(document, "Was aus den Empfehlungen wurde")
    assert [row[0] for row in found[1:]] == ["EM02", "EM03", "EM04"]
    assert "Landesverbände der Pflegekassen: keine Antwort" in found[1][3]
    assert "Noch nicht versandt: EM01, EM05." in texts(document)


def test_what_the_strategy_has_no_more_is_not_forgotten(document: Document) -> None:
    assert any(text.startswith("AS03: abgeschlossen (12.11.2024).") for text in texts(document))


def test_an_earlier_period_is_told_as_it_was(context: Context) -> None:
    first = context.strategy.zeitraeume[0]
    document = implementation_document(
        context, reporting(context.edition, first, former=set(FORMER))
    )
    said = texts(document)
    assert any("Der Zeitraum ist geschlossen." in text for text in said)
    assert table(document, "Unterwegs und erreichbar")[0][2] == "Stand 31.12.2024"
    assert not any("geändert hat" in text for text in said)
    effects = table(document, "Was es bewirkt")
    assert effects[1][3] == "31.12.2024: 8.650\n12 % des Weges zum Ziel"
    assert effects[4][3] == "–"  # of PG04 nothing was measured yet
    assert not any("2025" in cell or "2026" in cell for row in effects for cell in row)
    sent = table(document, "Was aus den Empfehlungen wurde")
    assert [row[0] for row in sent[1:]] == ["EM02"]
    assert "Noch nicht versandt: EM01, EM03, EM04, EM05." in said
    assert faults(encode(document, TEMPLATE)) == []


def test_an_answer_that_came_later_is_not_told_of_an_earlier_period(context: Context) -> None:
    """It was sent before the Stichtag and answered after it."""
    strategy = context.strategy
    late = strategy.versand[0].model_copy(update={"antwort_am": date(2025, 2, 3)})
    edition = Edition(strategy.model_copy(update={"versand": (late, *strategy.versand[1:])}))
    for period, said in ((0, "keine Antwort"), (1, "(03.02.2025)")):
        looked_at = reporting(edition, strategy.zeitraeume[period], former=set(FORMER))
        document = implementation_document(context_of(edition), looked_at)
        found = table(document, "Was aus den Empfehlungen wurde")
        assert said in found[1][3].split("Landesverbände")[0]


def test_without_reports_it_says_so_and_invents_none() -> None:
    context = context_of(Edition(read(ROOT / "strategy")))
    document = implementation_document(context, reporting(context.edition))
    assert not [b for b in walk(document.blocks) if isinstance(b, Table | Figure)]
    assert "Zu dieser Strategie gibt es noch keine Berichte zur Umsetzung." in texts(document)
    assert faults(encode(document, TEMPLATE)) == []


def test_a_first_report_of_one_element_has_a_page_without_a_period_before() -> None:
    history = Umsetzung.model_validate(
        {
            "zeitraeume": [{"kennung": "2026", "stichtag": "2026-12-31"}],
            "berichte": [{"id": "EZ01", "zeitraum": "2026", "stand": "begonnen", "datum": "2026-11-02"}],
            "werte": [{"id": "EZ01", "groesse": "Plätze"}],
        }
    )  # fmt: skip
    strategy = read(ROOT / "strategy").model_copy(update=dict(history))
    context = context_of(Edition(strategy))
    document = implementation_document(context, reporting(context.edition, asof=date(2026, 12, 1)))
    assert "Von 59 Ergebniszielen ist noch nichts erledigt." in texts(document)
    assert faults(encode(document, TEMPLATE)) == []


def test_word_opens_it_without_repair_and_the_page_holds_the_same(
    document: Document, tmp_path: Path
) -> None:
    path = tmp_path / "umsetzungsstand.docx"
    path.write_bytes(encode(document, TEMPLATE))
    run = subprocess.run([program("ooxml-validator"), str(path)], capture_output=True, check=False)
    assert json.loads(run.stdout)["errors"] == []
    command = [program("ooxml-integrity"), "check", "--fail-on", "warn", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert faults(path.read_bytes()) == []
    page = html(document, ROOT / "templates" / "dokument.html.j2").decode()
    assert "Von 14 fälligen Berichten liegen zwölf vor." in page
    assert "<svg" in page


def test_it_is_built_where_there_is_a_period_and_else_only_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    asked = ["--pages", "off", "--only", "umsetzungsstand", "--output"]
    assert main(["build", *asked, str(tmp_path / "leer")]) == 0
    assert (tmp_path / "leer" / "umsetzungsstand.docx").is_file()
    words_ = ["--strategy", "examples/auental", "--zeitraum", "2024"]
    assert main(["build", *asked, str(tmp_path / "alt"), *words_]) == 0
    assert main(["build", *asked, str(tmp_path / "neu"), *words_[:2], "--zeitraum", "2023"]) == 2
    assert "«2023»" in capsys.readouterr().err
