"""What was written for format 1 is read as it was meant, and is no change against the newer words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.koerperschaft import Koerperschaft
from generator.read.origin import Folder
from generator.read.reading import Reading, read_strategy
from tests.editions import diff

HEAD = """
titel: Teilhabe in Musterau
fassung: {kennung: "2026", bezeichnung: Entwurf, status: entwurf, stand: 2026-01-01}
beschlussregeln: [{ebene: leitziel, art: "*", zustimmung: kreistag}]
"""
GOALS = (
    "handlungsfelder: [{id: HF1, titel: Bildung, leitziele: [{id: LZ01, text: Alle lernen.}]}]\n"
)
OLDER = "koerperschaft: {landkreis: Ilm-Kreis, kreistag: Kreistag des Ilm-Kreises, landratsamt: Landratsamt Ilm-Kreis}"
NEWER = "koerperschaft: {name: Ilm-Kreis, art: landkreis, gremium: Kreistag des Ilm-Kreises, verwaltung: Landratsamt Ilm-Kreis}"

Write = Callable[..., Path]


def reading(write: Write, head: str, name: str = "eins") -> Reading:
    files = {"strategy.yaml": f"{head}\n{HEAD}", "goals.yaml": GOALS}
    return read_strategy(Folder(write(files, name)))


def body(found: Reading) -> Koerperschaft:
    assert not found.findings
    assert found.strategy is not None
    return found.strategy.kopf.koerperschaft


@pytest.mark.parametrize("form", ["format: 1", "format: 2"])
def test_the_older_words_say_the_same_as_the_newer(strategy_folder: Write, form: str) -> None:
    older = reading(strategy_folder, f"{form}\n{OLDER}", "alt")
    every = "\nteile: {uebrige: drucken}" if form == "format: 1" else ""  # it left out nothing
    newer = reading(strategy_folder, f"format: 2{every}\n{NEWER}", "neu")
    assert body(older) == body(newer)
    assert older.strategy is not None
    assert newer.strategy is not None
    assert not diff(older.strategy, newer.strategy)
    assert older.strategy == newer.strategy


def test_format_1_without_a_body_means_a_county(strategy_folder: Write) -> None:
    found = body(reading(strategy_folder, "format: 1"))
    assert (found.called, found.gremium, found.verwaltung) == (
        "der Landkreis",
        "Kreistag",
        "Landratsamt",
    )


def test_format_2_without_a_body_names_no_kind_of_body(strategy_folder: Write) -> None:
    found = reading(strategy_folder, "format: 2")
    assert found.strategy is not None
    assert found.strategy.kopf.koerperschaft.called == "die Körperschaft"
    assert found.strategy.kopf.approvals == ("gremium", "ungeregelt", "verwaltung")


def test_the_kreistag_of_older_rules_is_whoever_decided_then(strategy_folder: Write) -> None:
    city = "format: 1\nkoerperschaft: {landkreis: Stadt Musterau, kreistag: Stadtrat}"
    found = reading(strategy_folder, city).strategy
    assert found is not None
    assert found.kopf.koerperschaft.called == "die Stadt"
    assert [rule.zustimmung for rule in found.kopf.beschlussregeln] == ["stadtrat"]
    assert found.kopf.approvals[0] == "stadtrat"


def test_a_mistake_in_the_older_words_is_named_at_its_place(strategy_folder: Write) -> None:
    head = "format: 1\nkoerperschaft:\n  landkreis: Ilm-Kreis\n  kreistag: [Kreistag, Ausschuss]"
    found = reading(strategy_folder, head)
    (finding,) = found.findings
    assert (finding.rule, finding.position.line, finding.position.column) == ("Z008", 4, 13)
    assert found.strategy is not None
    assert found.strategy.kopf.beschlussregeln[0].zustimmung in found.strategy.kopf.approvals
