"""What the handbook says exists."""

import re
from pathlib import Path

import pytest
import yaml

from generator.checks.registry import catalogue
from generator.cli import main
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
            r"(?:`|^)strategie ((?:check|build|diff|explain|freeze|review|verify)[^`\n#]*)",
            text,
            re.MULTILINE,
        )
    )
    assert len(commands) > 8
    for command in commands:
        parse(command.split())


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
