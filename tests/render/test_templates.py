"""A house's own template is found under its name and under the one that it had before."""

from pathlib import Path

import pytest

from generator.render.templates import HOUSE, shipped, template


@pytest.mark.parametrize(
    ("kept", "used"),
    [(["vorlage.docx"], "vorlage.docx"), (["kreistag.docx"], "kreistag.docx"),
     (["kreistag.docx", "vorlage.docx"], "vorlage.docx")],
)  # fmt: skip
def test_a_template_of_the_house_goes_before_the_programs(
    kept: list[str], used: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("templates").mkdir()
    for name in kept:
        (Path("templates") / name).write_bytes(shipped("vorlage.docx"))
    assert template("vorlage.docx") == Path("templates") / used


def test_without_one_that_of_the_program_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in HOUSE:
        assert template(name).read_bytes() == shipped(name)


def test_no_template_is_named_after_a_kind_of_body() -> None:
    assert not [name for name in HOUSE if "kreis" in name or "stadt" in name]
