"""The JSON of ``review`` and ``verify`` is what docs/schema says, key by key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from generator.model.address import Address
from generator.render.reports.review_json import encode
from tests.match.returned import goal_row, prose, reviewed, table
from tests.match.test_statements import BY, GOALS, by, words
from tests.match.wordlike import with_comments
from tests.receive.test_comments import comment, end, start
from tests.receive.word import deleted, inserted, paragraph, text, unzipped
from tests.report_schemas import validated
from tests.reviewing.road import output, returned, run, wordings
from tools.reviewer import MAIN, Reviewer, w

TEXT = "Die Umsetzung dauert zwei bis fünf Jahre und wird begleitet."
RICH = (
    table(
        goal_row("EZ01", text("Jede ") + by("Bert", deleted("gute ", "Carl"), "ins") + text("Schule hat ein Konzept.")),
        goal_row("neu", text("Ein neues Ziel."), f"<w:ins {BY}/>"),
        goal_row("EZ03", words(3) + inserted(" Immer.")),
        goal_row("EZ02", start("0") + words(2) + end("0")),
    )
    + paragraph(text(TEXT[:21]), f"<w:ins {BY}/>") + paragraph(text(TEXT[21:]))
    + paragraph(text("Schulamt")) + paragraph(text("Zusammen 14 Ziele"))
)  # fmt: skip
PRINTS = [
    *GOALS, prose(TEXT, 0), ("Jugendamt", Address("PZ01", "zustaendig")), "Zusammen 12 Ziele",
]  # fmt: skip


def test_every_kind_of_record_is_as_the_schema_says() -> None:
    found = validated(
        "review", encode(reviewed(RICH, PRINTS, comments=comment("0", "Wann?\nUnd wie?")))
    )
    kinds = {record["kind"] for record in found["records"]}
    assert kinds >= {"reworded", "added", "moved", "split", "responsibility", "computed", "comment"}
    assert any(record["upon"] is not None for record in found["records"])


def test_what_the_schema_does_not_name_fails() -> None:
    content = json.loads(encode(reviewed(RICH, PRINTS, comments=comment("0", "Wann?"))))
    content["records"][0]["mehr"] = 1
    with pytest.raises(AssertionError, match="mehr"):
        validated("review", json.dumps(content))


def test_reports_on_a_whole_document_are_as_the_schemas_say(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = wordings()
    data, _ = Reviewer("Anna Amt", 1).edit(output().read_bytes(), 8, known)
    data, _ = Reviewer("", 2).edit(data, 8)
    where = next(iter(known.values()))
    remarked = with_comments(output().read_bytes(), [(where, "Beirat", "Wer?")])
    files = [returned("amt", data), returned("beirat", remarked), output()]
    validated("review", run(capsys, "review", "--format", "json", *files)[1])
    validated("verify", run(capsys, "verify", "--format", "json", *files)[1])
    told = ["review", "--format", "json", "--record", "--apply", *files]
    assert validated("review", run(capsys, *told)[1])["applied"]["open"]
    validated("review", run(capsys, *told, "--offene")[1])
    assert "rejected" in validated("review", run(capsys, *told)[1])["applied"]


def test_the_sums_are_the_characters_in_the_marks_of_the_file(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output().read_bytes()
    for seed, name in enumerate(("Anna Amt", "Beirat")):
        data, _ = Reviewer(name, seed).edit(data, 12)
    root = etree.fromstring(unzipped(data)[MAIN])
    marked = {
        tag: sum(
            len(t.text or "") for mark in root.iter(w(tag)) for t in mark.iter(w("t"), w("delText"))
        )
        for tag in ("ins", "del")
    }
    _, out = run(capsys, "review", "--format", "json", returned("amt", data))
    (file,) = json.loads(out)["files"]
    assert file["accounted"] == {
        "inserted": marked["ins"], "deleted": marked["del"], "comments": 0, "unplaced": 0,
    }  # fmt: skip
    assert min(marked.values()) > 100
