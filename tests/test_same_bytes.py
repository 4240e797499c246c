"""``strategie build --pages off`` gives the same bytes on every machine, for every product."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.model.kinds import COUNCIL, OPINIONS, PROGRESS
from generator.render.products import PRODUCTS
from tests.given_opinions import GIVEN

ROOT = Path(__file__).parents[1]


def built(folder: Path, strategy: str, **environment: str) -> dict[str, str]:
    """Digest of each file that a build in a process of its own writes for a copy of the strategy."""
    if not (folder / strategy).exists():
        shutil.copytree(ROOT / strategy, folder / strategy, copy_function=shutil.copyfile)
        (folder / strategy / OPINIONS).write_text(GIVEN, "utf-8")
    command = [sys.executable, "-m", "generator", "build", "--pages", "off", "--trotz-fehlern"]
    subprocess.run(
        [*command, "--strategy", strategy, "--output", "ausgabe"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )
    files = sorted((folder / "ausgabe").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize(
    ("strategy", "sheets"),
    [
        (
            "strategy",
            [*(f"zielgraph-HF{n}.svg" for n in range(1, 6)), "zielgraph-uebergreifend.svg"],
        ),
        ("examples/auental", []),
    ],
)
def test_bytes_do_not_depend_on_folder_zone_locale_or_hash_seed(
    tmp_path: Path, strategy: str, sheets: list[str]
) -> None:
    """Nor the names of the files: each product that it has, and of a large goal graph the sheets."""
    there = {"reports": PROGRESS, "paper": COUNCIL}
    lacking = {need for need, file in there.items() if not (ROOT / strategy / file).exists()}
    here, there = tmp_path / "hier", tmp_path / "woanders" / "Löbau, 2. Ebene"
    one = built(here, strategy, TZ="Europe/Berlin", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    other = built(
        there, strategy, TZ="Pacific/Auckland", LC_ALL="C", PYTHONUTF8="0", PYTHONHASHSEED="4711"
    )
    assert one == other
    assert set(one) - {".strategie"} == {
        *(p.file for p in PRODUCTS if not p.on_request and p.needs not in lacking),
        *sheets,
    }


def test_bytes_do_not_depend_on_the_hash_seed_where_bodies_share_a_name(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples/auental", tmp_path / "examples/auental")
    actors = tmp_path / "examples/auental/actors.yaml"
    actors.write_text(re.sub(r"\bname: [^,}\n]*", "name: Amt", actors.read_text("utf-8")), "utf-8")
    one, *others = (built(tmp_path, "examples/auental", PYTHONHASHSEED=seed) for seed in "123")
    assert len(one) > 5
    assert others == [one, one]
