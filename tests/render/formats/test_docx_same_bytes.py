"""Same strategy and template, same bytes: wherever, whenever and in whatever locale."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.render.formats.docx import encode
from tests.render.formats import sample
from tests.render.formats.test_docx_valid import TEMPLATE

ROOT = TEMPLATE.parents[1]
PROGRAM = """
import hashlib, pathlib, sys
from generator.render.formats.docx import encode
from tests.render.formats import sample
data = encode(sample.document(*sample.marked()), pathlib.Path(sys.argv[1]))
print(hashlib.sha256(data).hexdigest())
"""


def digest(folder: Path, **environment: str) -> str:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(TEMPLATE)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_bytes_do_not_depend_on_folder_zone_locale_or_hash_seed(tmp_path: Path) -> None:
    here = digest(ROOT, TZ="Europe/Berlin", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")
    there = digest(tmp_path, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="4711")
    assert here == there


def test_entries_are_sorted_stored_and_stamped_1980() -> None:
    archive = zipfile.ZipFile(io.BytesIO(encode(sample.document(), TEMPLATE)))
    entries = archive.infolist()
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    fixed = {(e.compress_type, e.create_system, e.external_attr) for e in entries}
    assert fixed == {(zipfile.ZIP_STORED, 0, 0o600 << 16)}


@pytest.mark.parametrize("times", [2])
def test_encoding_twice_in_one_process_changes_nothing(times: int) -> None:
    files = [encode(sample.document(*sample.marked()), TEMPLATE) for _ in range(times)]
    assert len(set(files)) == 1
