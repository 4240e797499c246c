"""What could not be checked is never told as safe."""

import re
from pathlib import Path

import pytest

from tools.audit import SAFE, UNKNOWN, WEAK, main, verdict

ROOT = Path(__file__).parents[2]
SOUND = {"name": "lxml", "version": "6.1.3", "vulns": []}
UNASKED = {"name": "ruff", "skip_reason": "Dependency not found on PyPI and could not be audited"}
HOLED = {"name": "jinja2", "version": "2.0", "vulns": [{"id": "PYSEC-2019-217", "fix_versions": ["2.10.1"]}]}  # fmt: skip


@pytest.mark.parametrize(
    ("packages", "code", "told"),
    [
        ([SOUND], SAFE, "Geprüft: 1 Pakete, 0 bekannte Schwachstellen."),
        ([SOUND, HOLED], WEAK, "jinja2 2.0: PYSEC-2019-217, behoben in 2.10.1"),
        ([SOUND, UNASKED], UNKNOWN, "Nicht geprüft: 1 von 2 Paketen"),
        ([UNASKED, HOLED], WEAK, "Nicht geprüft: 1 von 2 Paketen"),
        ([], UNKNOWN, "Geprüft: 0 Pakete"),
    ],
)
def test_the_verdict_counts_what_was_not_asked(packages: list, code: int, told: str) -> None:
    found, text = verdict({"dependencies": packages})
    assert found == code
    assert told in text


def test_a_program_that_could_not_ask_is_no_success(tmp_path: Path, capsys) -> None:
    program = tmp_path / "pip-audit"
    program.write_text("#!/bin/sh\necho 'ConnectionError: no route' >&2\nexit 1\n", "utf-8")
    program.chmod(0o755)
    assert main(str(program)) == UNKNOWN
    assert "Nicht geprüft" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-bench.lock", "requirements-audit.lock", "requirements-mutants.lock"])  # fmt: skip
def test_every_package_is_pinned_to_files_of_known_content(name: str) -> None:
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[A-Za-z0-9._-]+==[^ ]+ ", line), line
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line
