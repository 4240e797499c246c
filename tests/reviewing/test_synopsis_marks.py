"""The Synopse that comes back: new words stand in brackets there, which are no part of the wording."""

from pathlib import Path

import pytest

from tests.receive.word import unzipped, zipped
from tests.reviewing.road import output, records, returned, run, wordings

NEW = "Wer Pflege braucht oder leistet, erhält rechtzeitig Hilfe in der Nähe der eigenen Wohnung."


def typed_over(name: str, *pairs: tuple[str, str]) -> Path:
    parts = unzipped(output("synopse").read_bytes())
    text = parts["word/document.xml"].decode()
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return returned(name, zipped({**parts, "word/document.xml": text.encode()}))


@pytest.mark.parametrize(
    ("pairs", "wanted"),
    [
        ([(">[Hilfe]<", ">[Unterstützung]<")], NEW.replace("Hilfe", "Unterstützung")),
        ([(">[oder leistet]<", ">oder leistet<")], None),
        ([(", erhält rechtzeitig </w:t>", ", erhält früh </w:t>")], None),
    ],
)
def test_a_word_typed_over_in_brackets_or_beside_them_is_taken_over(
    auental: Path,
    capsys: pytest.CaptureFixture[str],
    pairs: list[tuple[str, str]],
    wanted: str | None,
) -> None:
    assert wordings()["WZ02"] == NEW
    file = typed_over("synopse", *pairs)
    found = records(capsys, file)
    if wanted is None and "oder leistet" in pairs[0][0]:
        assert [r["applicable"] for r in found] == [False]  # only the brackets are gone
        return
    (one,) = found
    assert (one["element"], one["kind"], one["applicable"]) == ("WZ02", "reworded", True), one
    assert "[oder leistet]" in one["old"], "a record holds what was printed"
    run(capsys, "review", file, "--apply", "--offene")
    assert wordings()["WZ02"] == (wanted or NEW.replace("rechtzeitig", "früh"))
