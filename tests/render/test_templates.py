"""A house's own template goes before the program's."""

from pathlib import Path

import pytest

from generator.render.templates import HOUSE, shipped, template


@pytest.mark.parametrize("name", HOUSE)
def test_a_template_of_the_house_goes_before_the_programs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("templates").mkdir()
    (Path("templates") / name).write_bytes(shipped(name))
    assert template(name) == Path("templates") / name


@pytest.mark.parametrize("name", HOUSE)
def test_without_one_that_of_the_program_is_used(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert template(name).read_bytes() == shipped(name)
