"""A long text is tried stretch by stretch, and prints what it prints as a whole."""

from pathlib import Path

import pytest

from generator.graph.edition import Edition
from generator.model.text import Prosatext
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from generator.render.documents.context import context_of
from generator.reviewing import prose_printer
from generator.reviewing.prose_printer import ProsePrinter, prints
from generator.reviewing.prose_sections import sections

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("folder", ["strategy", "examples/auental", "examples/weidenfurt"])
def test_texts_print_stretch_by_stretch_what_they_print_as_a_whole(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    strategy = read_strategy(Folder(ROOT / folder)).strategy
    assert strategy is not None
    context = context_of(Edition(strategy))
    parted = [ProsePrinter(context).lines(text) for text in strategy.texte]
    monkeypatch.setattr(prose_printer, "sections", lambda source: [source])
    whole = [ProsePrinter(context).lines(text) for text in strategy.texte]
    assert any(len(list(sections(text.inhalt))) > 3 for text in strategy.texte)
    for one, other in zip(parted, whole, strict=True):
        assert [(x.shown, x.place, x.letters) for x in one] == [
            (x.shown, x.place, x.letters) for x in other
        ]


@pytest.mark.parametrize(
    "source",
    [
        "Vor der Beratung:\n\n- ein Termin\n\n  Er wird vereinbart.\n- ein Ort",
        "> Wir beraten alle.\n>\n> Auch abends.",
        "Das steht so da:\n\n```\nerste Zeile\n\nzweite Zeile\n```\n\nUnd weiter.",
        "Im Bericht [@jahresbericht,\n\nSeite 24] steht es.",
        "Von {{ kennzahl.a }}\n\nbis {{ kennzahl.b }} Jahren.",
        "Es sind {{ anzahl.leitziele,\n\nviele }} Ziele.",
        "Träger | Ort\n--- | ---\nJobcenter | Arnstadt",
    ],
)
def test_what_belongs_together_is_not_parted(source: str) -> None:
    assert list(sections(source)) == [source]


def test_headings_and_paragraphs_part_a_text() -> None:
    source = "## Beratung\n\nSie ist offen.\n\n- für alle\n- jeden Tag\n\nAuch abends.\n"
    assert [part.strip() for part in sections(source)] == [
        "## Beratung",
        "Sie ist offen.\n\n- für alle\n- jeden Tag",
        "Auch abends.",
    ]


def test_of_a_long_text_only_what_was_changed_is_printed_anew() -> None:
    strategy = read_strategy(Folder(ROOT / "examples/weidenfurt")).strategy
    assert strategy is not None
    printer = ProsePrinter(context_of(Edition(strategy)))
    rows = [f"Die Beratungsstelle Nummer {number} ist täglich offen." for number in range(300)]
    text = Prosatext(id=strategy.texte[0].id, inhalt="\n\n".join(rows))
    assert [line.shown for line in printer.lines(text)] == rows
    known = len(printer.printed)
    rows[150] = "Die Beratungsstelle Nummer 150 ist geschlossen."
    changed = text.model_copy(update={"inhalt": "\n\n".join(rows)})
    assert printer.lines(changed)[299].place.end == len(changed.inhalt)
    assert len(printer.printed) == known + 1


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("In 17 Orten wohnen 210 Menschen.", True),
        ("In  Orten wohnen  Menschen.", True),
        ("In 17 Orten wohnen Menschen.", False),
        ("In 17 Orten leben 210 Menschen.", False),
        ("In 17 Orten wohnen 210 Menschen", False),
    ],
)
def test_a_pattern_prints_any_value_in_its_places(words: str, may: bool) -> None:
    assert prints("In \U000f0000 Orten wohnen \U000f0001 Menschen.", words) is may
