"""Word files of ours and of others become the strategy that they print."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from generator.cli import main
from generator.model.goal import Ziel
from generator.model.strategy import Strategy
from generator.read.origin import Folder
from generator.read.reading import read_strategy
from tests.importing.foreign_word import made_foreign

ROOT = Path(__file__).parents[2]
EXAMPLES = {"strategy": 111, "examples/auental": 59, "examples/weidenfurt": 23}

Told = tuple[str, str, str, tuple[tuple[str, str | None], ...], str | None]


def loaded(folder: Path) -> Strategy:
    found = read_strategy(Folder(folder)).strategy
    assert found is not None
    return found


def told(strategy: Strategy) -> Iterator[Told]:
    """Level, wording, parent, bodies with their parts and heading of everything, in order."""
    names = {body.id: body.name for body in strategy.akteure}

    def below(goal: Ziel, parent: str) -> Iterator[Told]:
        bodies = tuple((plain(z.wortlaut or names[z.akteur]), z.rolle) for z in goal.zustaendig)
        yield goal.stufe, plain(goal.text), parent, bodies, goal.gruppe
        for child in goal.kinder:
            yield from below(child, plain(goal.text))

    for part in strategy.ziele.parts:
        for goal in part.kinder:
            yield from below(goal, getattr(part, "titel", ""))
    for topic in strategy.themen:
        for one in topic.empfehlungen:
            to = tuple((plain(z.wortlaut or names[z.akteur]), z.rolle) for z in one.adressaten)
            yield "empfehlung", plain(one.text), topic.titel, to, one.gruppe


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("folder", EXAMPLES)
def test_our_own_document_gives_its_strategy_back(folder: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    words = ["build", "--strategy", str(ROOT / folder), "--output", str(output), "--pages", "off"]
    assert main([*words, "--only", "strategie.docx"]) == 0
    foreign = tmp_path / "fremd.docx"
    foreign.write_bytes(made_foreign((output / "strategie.docx").read_bytes()))
    assert main(["import", str(foreign), "--output", str(tmp_path / "neu")]) == 0
    given, got = list(told(loaded(ROOT / folder))), list(told(loaded(tmp_path / "neu")))
    assert len(given) == EXAMPLES[folder]
    assert got == given


def word(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "alt.docx"
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    path.write_bytes(buffer.getvalue())
    return path


def imported(tmp_path: Path, document: object) -> Strategy:
    assert main(["import", str(word(tmp_path, document)), "--output", str(tmp_path / "neu")]) == 0
    return loaded(tmp_path / "neu")


def test_a_table_with_columns_is_goals_and_what_is_said_of_them(tmp_path: Path) -> None:
    document = docx.Document()
    for field, rows in {
        "Energie": [
            ("Das Rathaus braucht weniger Strom.", "Lampen werden getauscht.", "Bauamt", "2027"),
            ("", "Rechner gehen nachts aus.", "Hauptamt, Schulen", "2026"),
        ],
        "Verkehr": [("Mehr Menschen fahren Rad.", "Radwege werden gebaut.", "Bauamt", "2030")],
    }.items():
        document.add_heading(field, 1)
        table = document.add_table(rows=1, cols=4)
        heads = ("Ziel", "Maßnahme", "Zuständig", "Zeitrahmen")
        for cells in (heads, *rows):
            row = table.rows[0] if cells == heads else table.add_row()
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    found = imported(tmp_path, document)
    assert [(f.titel, len(f.kinder)) for f in found.ziele.handlungsfelder] == [
        ("Energie", 1),
        ("Verkehr", 1),
    ]
    assert [child.text for child in found.ziele.handlungsfelder[0].kinder[0].kinder] == [
        "Lampen werden getauscht.",
        "Rechner gehen nachts aus.",
    ]
    names = {body.id: body.name for body in found.akteure}
    second = found.ziele.handlungsfelder[0].kinder[0].kinder[1]
    assert [names[z.akteur] for z in second.zustaendig] == ["Hauptamt", "Schulen"]
    assert any("Zeitrahmen: 2026" in text.inhalt for text in found.texte if text.id == second.id)


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Wohnen", 1)
    for text in ("Ziel 1: Alle wohnen gut.", "Ziel 2: Alle wohnen "):
        document.add_paragraph(text)
    change = 'w:id="1" w:author="Amt" w:date="2026-01-01T00:00:00Z"'
    last = document.paragraphs[-1]._p
    last.append(
        parse_xml(
            f"<w:del {nsdecls('w')} {change}><w:r><w:delText>teuer.</w:delText></w:r></w:del>"
        )
    )
    last.append(
        parse_xml(f"<w:ins {nsdecls('w')} {change}><w:r><w:t>bezahlbar.</w:t></w:r></w:ins>")
    )
    found = imported(tmp_path, document)
    assert [goal.text for goal in found.goals()] == ["Alle wohnen gut.", "Alle wohnen bezahlbar."]


def test_a_list_below_a_heading_and_a_numbered_label_are_recognised(tmp_path: Path) -> None:
    document = docx.Document()
    for field in ("Wasser", "Boden"):
        document.add_heading(field, 1)
        document.add_paragraph(f"Zum {field} gibt es viel zu sagen.")
        document.add_heading("Ziele", 2)
        for at in (1, 2):
            document.add_paragraph(f"{field} wird geschützt, Teil {at}.", style="List Bullet")
        document.add_heading("Maßnahmen", 2)
        document.add_paragraph(f"{field} wird gemessen.", style="List Bullet")
    found = imported(tmp_path, document)
    first = found.ziele.handlungsfelder[0]
    assert first.titel == "Wasser"
    assert [(goal.stufe, goal.text) for goal in first.kinder] == [
        ("ziele", "Wasser wird geschützt, Teil 1."),
        ("ziele", "Wasser wird geschützt, Teil 2."),
        ("massnahmen", "Wasser wird gemessen."),
    ]
    assert {text.id: text.inhalt for text in found.texte}[
        "HF1"
    ] == "Zum Wasser gibt es viel zu sagen."


def picture(kind: str) -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (40, 20), "white").save(data, kind)
    data.seek(0)
    return data


def test_pictures_are_copied_and_those_of_another_format_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_heading("Wasser", 1)
    document.add_paragraph("Ziel 1: Alle Bäche sind sauber.")
    for kind in ("PNG", "JPEG", "GIF"):
        document.add_picture(picture(kind))
        document.add_paragraph(f"Aufnahme als {kind}.")
    imported(tmp_path, document)
    copied = {path.suffix: path for path in (tmp_path / "neu").rglob("bild?.*")}
    assert sorted(copied) == [".jpg", ".png"]
    assert copied[".png"].read_bytes() == picture("PNG").getvalue()
    assert "Nicht übernommen, weil weder PNG noch JPG: 1 Bild." in capsys.readouterr().out
