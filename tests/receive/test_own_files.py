"""What the reader finds in our own Word files is what the writer says it printed, sign for sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.receive.reader import story
from generator.receive.story import Story
from generator.receive.views import after, groups, lines
from generator.render.entries import anchored
from generator.render.formats.docx import encode
from generator.render.formats.docx.printed_map import decode
from generator.render.targets import targets
from tests.render.formats import shipped

Printed = tuple[str, int | None]


def read(of: Story) -> Iterator[Printed]:
    """Every paragraph of text and notes once all changes are accepted."""
    for group in groups(of.paragraphs, after):
        place = group[0].place
        if place.part in ("text", "note", "box"):
            yield from (
                (line.text, place.note) for line in lines(group, after) if line.text.strip()
            )


def printed(of: Story) -> list[Printed]:
    assert of.printed is not None
    found = decode(of.printed)
    assert found is not None
    return [(entry.text, entry.note) for entry in found.paragraphs]


@pytest.mark.parametrize("folder", shipped.STRATEGIES)
def test_the_story_of_every_word_file_is_its_map(folder: str, tmp_path: Path) -> None:
    for product, data in shipped.word_files(folder).items():
        path = tmp_path / f"{product}.docx"
        path.write_bytes(data)
        found = story(path)
        assert list(read(found)) == printed(found), product
        assert found.digest == decode(found.printed or b"").content  # type: ignore[union-attr]


def test_with_page_numbers_too(tmp_path: Path) -> None:
    document = shipped.document("strategy")
    pages = dict.fromkeys(targets(anchored(document.blocks)), 12)
    path = tmp_path / "strategie.docx"
    path.write_bytes(encode(document, shipped.TEMPLATE, pages))
    found = story(path)
    assert found.paged
    assert list(read(found)) == printed(found)
