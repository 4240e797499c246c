"""What the handbook says exists."""

import re
import shlex
import textwrap
from pathlib import Path

import pytest
import yaml

from generator.checks.registry import catalogue
from generator.cli import main
from generator.model.council import Ratsvorlage
from generator.model.council_gaps import gaps
from generator.model.progress import Umsetzung
from generator.model.register import Akteur
from generator.render.formats.docx.styles import FIELDS, STYLES
from tools.handbook_tables import HANDBOOK, with_tables

ROOT = Path(__file__).parents[1]


def test_the_rule_book_is_what_explain_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """docs/regeln.md is generated: strategie explain --format markdown > docs/regeln.md."""
    assert main(["explain", "--format", "markdown"]) == 0
    assert (ROOT / "docs" / "regeln.md").read_text("utf-8") == capsys.readouterr().out


def test_every_rule_named_in_the_documents_exists() -> None:
    codes = {rule.code for rule in catalogue()}
    for name in ("README.md", "docs/handbuch.md", "CONTRIBUTING.md"):
        named = set(re.findall(r"\bZ\d{3}\b", (ROOT / name).read_text("utf-8")))
        assert named <= codes, name


def test_every_command_of_the_handbook_is_understood() -> None:
    from generator.arguments import parse

    text = (ROOT / "docs" / "handbuch.md").read_text("utf-8") + (ROOT / "README.md").read_text(
        "utf-8"
    )
    commands = set(
        re.findall(
            r"(?:`|^)strategie ((?:check|build|diff|explain|freeze|review|verify|init|schema|export|sheets|collect|status|import)[^`\n#]*)",
            text,
            re.MULTILINE,
        )
    )
    assert len(commands) > 8
    for command in commands:
        parse(shlex.split(command))


def test_what_the_handbook_writes_at_a_body_is_understood() -> None:
    """A body is renamed, merged, split and ended by the lines under «Weitere Handgriffe»."""
    text = HANDBOOK.read_text("utf-8")
    lines = re.findall(r"`((?:frueher|nachfolger|bis): [^`]+)`", text)
    bodies = [
        Akteur.model_validate(
            {"id": "gebaeude", "name": "Gebäude", "art": "intern", **yaml.safe_load(line)}
        )
        for line in lines
    ]
    assert [(len(b.frueher), len(b.nachfolger), b.bis, b.besteht) for b in bodies] == [
        (1, 0, None, True), (0, 1, None, False), (0, 2, None, False), (0, 0, 2026, False),
    ]  # fmt: skip


def test_what_the_handbook_shows_of_reports_and_paper_is_read() -> None:
    chapter = (
        HANDBOOK.read_text("utf-8").partition("## Umsetzung und Vorlage")[2].partition("\n## ")[0]
    )
    blocks = [textwrap.dedent(b) for b in re.findall(r"```yaml\n(.+?)```", chapter, re.DOTALL)]
    progress, council = (yaml.load(block, yaml.BaseLoader) for block in blocks)
    history, paper = Umsetzung.model_validate(progress), Ratsvorlage.model_validate(council)
    assert all(getattr(history, name) for name in progress)
    assert [key for key, _, _ in gaps(paper)] == []


def test_the_handbook_lists_every_style_and_field_of_a_word_template() -> None:
    """docs/handbuch.md is brought up to date by: python -m tools.handbook_tables."""
    text = HANDBOOK.read_text("utf-8")
    assert text == with_tables(text)
    assert all(f"| {style.label} |" in text for style in STYLES.values())
    assert all(f"{{{{ {name} }}}}" in text for name in FIELDS)


def test_the_pictures_of_the_readme_are_there_small_and_described() -> None:
    shown = re.findall(
        r"!\[([^\]]+)\]\((docs/bilder/[\w-]+\.png)\)", (ROOT / "README.md").read_text("utf-8")
    )
    assert {"deckblatt", "inhalt", "zielseite", "matrix", "zielgraph"} <= {
        Path(file).stem for _, file in shown
    }
    for words, file in shown:
        data = (ROOT / file).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 150_000, file
        assert len(words) > 20


def test_the_pictures_of_the_handbook_are_there_small_and_described() -> None:
    """All of them are shown, by one of the two."""
    handbook = re.findall(r"!\[([^\]]+)\]\(bilder/([\w-]+\.png)\)", HANDBOOK.read_text("utf-8"))
    assert {"umsetzungsstand.png", "beschlussvorlage.png"} <= {name for _, name in handbook}
    readme = (ROOT / "README.md").read_text("utf-8")
    for words, name in handbook:
        data = (HANDBOOK.parent / "bilder" / name).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 150_000, name
        assert len(words) > 20
    shown = {name for _, name in handbook}
    for path in (HANDBOOK.parent / "bilder").iterdir():
        assert path.name in shown or f"docs/bilder/{path.name}" in readme, path


def test_every_key_of_every_file_is_explained() -> None:
    """docs/felder.md is brought up to date by: python -m tools.field_tables."""
    from tools.field_tables import FIELDS, document

    assert FIELDS.read_text("utf-8") == document()


def test_every_field_of_every_record_of_a_strategy_is_explained_with_an_example() -> None:
    """Asked of the strategy itself, not of the list of files that the tables are made from."""
    from generator.model.strategy import Strategy
    from generator.model.text import Prosatext, Textangaben
    from generator.read.placeholders import record_of

    text = (ROOT / "docs" / "felder.md").read_text("utf-8")
    waiting, seen = [Strategy, Textangaben], set()
    while waiting:
        record = waiting.pop()
        fields = {n: f for n, f in record.model_fields.items() if n not in record.computed}
        inner = {record_of(field.annotation) for field in fields.values()} - {None}
        seen.add(record)
        waiting += [below for below in inner if below not in seen]
        if record not in (Strategy, Prosatext):
            for name, field in fields.items():
                key = {"kinder": "⟨Stufe⟩", "stufe": "⟨Stufe⟩", "am_ende": "uebergreifend"}.get(
                    name, name
                )
                rows = [line for line in text.splitlines() if line.startswith(f"| `{key}` | ")]
                assert any(field.title in row or name == "stufe" for row in rows), (record, name)
                assert not [row for row in rows if "``" in row], (record, name)
    assert len(seen) > 25


def test_what_is_shown_as_an_example_of_a_field_is_read() -> None:
    """Of the fields that no shipped strategy has: key and value in YAML, whole."""
    from pydantic import TypeAdapter

    from tools.field_tables import FILES, records

    tried = 0
    for model in FILES.values():
        for _, record in records(model):
            for name, field in record.model_fields.items():
                for example in field.examples or []:
                    loaded = yaml.safe_load(example)
                    assert list(loaded) == [name]
                    whole = record.model_fields[name]
                    TypeAdapter(whole.rebuild_annotation()).validate_python(loaded[name])
                    tried += 1
    assert tried > 10


def test_the_list_of_goals_in_the_handbook_is_taken_over_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = HANDBOOK.read_text("utf-8").split("## Einrichten")[0]
    listed = re.search(r"```text\n(.*?)```", text, re.DOTALL)
    command = re.search(r"`strategie (init [^`]* ziele\.txt)`", text)
    assert listed
    assert command
    monkeypatch.chdir(tmp_path)
    Path("ziele.txt").write_text(listed[1], "utf-8")
    assert main(shlex.split(command[1])) == 0
    capsys.readouterr()
    assert main(["check", "--strategy", "musterau/strategy"]) == 0
    assert "Gezählt: 2 Ziele, 2 Maßnahmen" in capsys.readouterr().out
