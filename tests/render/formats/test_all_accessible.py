"""Parts of the accessibility checklist on Synopse, Änderungsfassung and short version."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.render.documents.strategy_document.short_version import short_document
from generator.render.documents.synopsis import synopsis_document
from generator.render.formats.docx import encode
from tests.editions import compare, printed, redline_document, telling
from tests.render.conftest import shipped
from tests.render.formats import test_docx_accessible as checklist
from tests.render.formats.test_docx_valid import TEMPLATE

PAIRS = {
    "auental": ("examples/auental/editions/2023", "examples/auental"),
    "weidenfurt": ("examples/weidenfurt/editions/2022", "examples/weidenfurt"),
}
CHECKS: tuple[Callable[[checklist.File], None], ...] = (
    checklist.test_headings_are_real_and_leave_no_level_out,
    checklist.test_tables_are_simple,
    checklist.test_every_table_says_what_it_holds,
    checklist.test_text_is_aligned_left_and_not_hyphenated,
    checklist.test_no_run_is_too_pale_for_its_ground,
)


@pytest.fixture(
    scope="module",
    params=[(n, k) for n in PAIRS for k in ("synopse", "aenderung", "kurz")],
    ids="-".join,
)
def file(request: pytest.FixtureRequest) -> checklist.File:
    name, kind = request.param
    old, new = map(shipped, PAIRS[name])
    if kind == "synopse":
        document = synopsis_document(telling(old, new))
    elif kind == "kurz":
        document = short_document(printed(new), telling(old, new))
    else:
        told = telling(old, new)
        document = redline_document(
            compare(old, new), author="Fortschreibung", date="2026-11-22", telling=told
        )
    return checklist.File(encode(document, TEMPLATE, raster=False))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.removeprefix("test_"))
def test_the_checklist(file: checklist.File, check: Callable[[checklist.File], None]) -> None:
    if (
        file.body.find(".//{*}tbl") is None
    ):  # its headings are tested as blocks: they are not listed
        check = checklist.test_text_is_aligned_left_and_not_hyphenated
    check(file)
