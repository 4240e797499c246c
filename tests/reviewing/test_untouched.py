"""Files that nobody changed give no statement, whatever program saved them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.match.wordlike import without_bookmarks, wordlike
from tests.office import saved
from tests.receive.test_package_reader import strict
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import (
    PRODUCTS,
    output,
    records,
    returned,
    run,
    states,
)
from tools.reviewer import w


def test_our_own_files_are_unchanged_and_give_no_statement(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [output(product) for product in PRODUCTS]
    assert states(capsys, *files) == ["unchanged"] * 3
    assert records(capsys, *files) == []


def test_files_saved_again_by_libreoffice_are_resaved_and_give_no_statement(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once, twice, and through ODT, which loses the map."""
    files = [output(product) for product in PRODUCTS]
    once = saved(project / "einmal", files, "docx")
    for again in (once, saved(project / "zweimal", once, "docx"),
                  saved(project / "odt", files, "odt", "docx")):  # fmt: skip
        assert records(capsys, *again) == []
        assert states(capsys, *again) == ["resaved"] * 3


def test_a_file_with_page_numbers_saved_again_is_resaved(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out = run(capsys, "build", "--pages", "auto", "--only", "strategie")
    if "ohne Seitenzahlen" in out:
        pytest.skip("needs the program soffice (see .ci/run)")
    assert states(capsys, output()) == ["unchanged"]
    for kinds in (("docx",), ("odt", "docx")):
        again = saved(auental / "-".join(kinds), [output()], *kinds)
        assert records(capsys, *again) == []
        assert states(capsys, *again) == ["resaved"]


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_file_saved_again_by_word_gives_no_statement(
    product: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output(product).read_bytes()
    again = [
        wordlike(data, 7),
        zipped(strict(unzipped(data))),
        wordlike(without_bookmarks(data), 8),
    ]
    files = [returned(f"{number}", content) for number, content in enumerate(again)]
    assert records(capsys, *files) == []
    assert states(capsys, *files) == ["resaved"] * 3


def test_references_that_libreoffice_counted_again_are_nobodys_change(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A heading is taken out: what refers to it is an error then, what comes after it is renumbered."""
    parts = unzipped(output().read_bytes())
    root = etree.fromstring(parts["word/document.xml"])
    mark = next(m for m in root.iter(w("bookmarkStart")) if m.get(w("name")) == "HF2")
    heading = next(above for above in mark.iterancestors(w("p")))
    heading.getparent().remove(heading)
    parts["word/document.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    (file,) = saved(project / "neu", [returned("ohne", zipped(parts))], "docx")
    before = unzipped(output().read_bytes())["word/document.xml"]
    assert results(unzipped(file.read_bytes())["word/document.xml"]) != results(before)
    found = records(capsys, file)
    assert [(r["kind"], r["element"], r["field"]) for r in found] == [("removed", "HF2", "title")]


def results(document: bytes) -> list[str]:
    """What stands in the references of a document."""
    found, inside = [], ""
    for element in etree.fromstring(document).iter(w("fldChar"), w("instrText"), w("t")):
        if element.tag == w("fldChar"):
            inside = "" if element.get(w("fldCharType")) == "end" else inside
        elif element.tag == w("instrText"):
            inside = (element.text or "").strip()
        elif inside.startswith("REF "):
            found.append(element.text or "")
    return found
