"""Reviewers of many kinds: random ones, several at once, in LibreOffice, of a draft that went on."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.office import saved, scripted
from tests.receive.word import unzipped, zipped
from tests.reviewing.road import (
    LOOKS,
    PRODUCTS,
    fingerprint,
    output,
    plain,
    records,
    returned,
    run,
    told,
    wordings,
)
from tools.reviewer import Reviewer

EDITS = Path(__file__).parents[1] / "match" / "libreoffice_reviews.py"


def test_wordings_changed_in_libreoffice_are_found_and_taken_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tracked and typed; as saved, saved once more, and through ODT."""
    before, source = wordings(), str(project / output())
    halves = list(libreoffice_edits(before))
    arguments = []
    for name, edits in zip(("verfolgt", "getippt"), halves, strict=True):
        wanted = {"tracked": name == "verfolgt", "edits": list(edits.values())}
        Path(f"{name}.json").write_text(json.dumps(wanted), "utf-8")
        arguments += [source, f"{name}.json", str(project / f"{name}.docx")]
    made = scripted(project, EDITS, arguments)
    assert json.loads(made) == [len(edits) for edits in halves]
    files = [project / "verfolgt.docx", project / "getippt.docx"]
    for again in (
        files,
        saved(project / "a", files, "docx"),
        saved(project / "b", files, "odt", "docx"),
    ):
        for file, edits in zip(again, halves, strict=True):
            found = records(capsys, file)
            assert told(found, "element", "old", "new") == Counter(
                (i, plain(old), changed(old, *words)) for i, (old, *words) in edits.items()
            )
            assert all(r["tracked"] == (file.stem == "verfolgt") for r in found)
    run(capsys, "review", *again, "--apply", "--offene")
    new = {i: changed(old, *words) for edits in halves for i, (old, *words) in edits.items()}
    assert wordings() == before | new


def libreoffice_edits(before: dict[str, str]) -> Iterator[dict[str, tuple[str, str, str]]]:
    """Two times up to twenty: ID to wording, a word that it has once, and what becomes of that."""
    random = Random(3)
    ids = [i for i in sorted(before) if list(before.values()).count(before[i]) == 1]
    random.shuffle(ids)
    for half in (ids[:20], ids[20:40]):
        words = {i: [w for w in before[i].split() if before[i].count(w) == 1] for i in half}
        chosen = {i: random.choice(words[i]) for i in half if words[i]}
        yield {i: (before[i], word, f"ganz {word.upper()}") for i, word in chosen.items()}


def changed(old: str, words: str, others: str) -> str:
    return plain(old.replace(words, others))


@pytest.mark.parametrize("seed", range(6))
def test_random_reviewers_of_the_whole_document_are_told_word_for_word(
    seed: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any paragraph, tracked and typed, in all three Word products; nothing is invented or lost."""
    for product in PRODUCTS:
        data = output(product).read_bytes()
        for name in ("Anna Amt", ""):
            changed, edits = Reviewer(name, seed).edit(data, 30)
            look = LOOKS[list(LOOKS)[seed % len(LOOKS)]]
            found = records(capsys, returned("amt", look(changed)))
            wanted = Counter((name or None, plain(e.old), plain(e.new)) for e in edits)
            assert told(found, "author", "old", "new") == wanted, product


@pytest.mark.parametrize("seed", range(3))
def test_disjoint_changes_of_three_reviewers_are_all_taken_over(
    seed: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, data = wordings(), output().read_bytes()
    ids = Random(seed).sample(sorted(before), min(30, len(before)))
    files, wanted = [], dict(before)
    for number, name in enumerate(("Anna Amt", "", "Beirat")):
        changed, edits = Reviewer(name, seed).edit(data, 40, ids[number::3])
        files.append(returned(f"{number}", changed))
        wanted |= {e.element: plain(e.new) for e in edits}
    assert not [r for r in records(capsys, *files) if r["conflicts"]]
    run(capsys, "review", *files, "--apply", "--offene")
    assert wordings() == wanted


def test_the_same_wording_changed_differently_by_two_is_shown_and_not_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, data = wordings(), output().read_bytes()
    identity = sorted(before)[3]
    text = before[identity]
    word = max(text.split(), key=len)
    files = []
    for name, other in (("Anna Amt", "ERSTENS"), ("Beirat", "ZWEITENS")):
        content = unzipped(data)
        main_part = content["word/document.xml"].decode()
        start = main_part.index(f'w:name="{identity}"')
        at = main_part.index(word, start)
        changed = main_part[:at] + other + main_part[at + len(word) :]
        content["word/document.xml"] = changed.encode()
        files.append(returned(name, zipped(content)))
    found = records(capsys, *files)
    assert [r["element"] for r in found] == [identity, identity]
    assert [r["conflicts"] for r in found] == [["R002"], ["R001"]]
    code, out = run(capsys, "review", *files)
    assert code == 0
    assert out.index("Zu entscheiden (2)") < out.index("[-")
    once = fingerprint(Path("strategy"))
    run(capsys, "review", *files, "--apply", "--offene")
    assert fingerprint(Path("strategy")) == once


def test_a_draft_that_went_on_takes_what_does_not_touch_it(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = output().read_bytes()
    goals = Path("strategy/goals.yaml")
    old = "Digitale Angebote schließen niemanden aus."
    assert old in goals.read_text("utf-8")
    content = unzipped(data)
    content["word/document.xml"] = content["word/document.xml"].replace(
        old.encode(), "Digitale Angebote schließen wirklich niemanden aus.".encode()
    )
    file = returned("amt", zipped(content))
    text = goals.read_text("utf-8").replace(old, "Gute Angebote schließen niemanden aus.")
    goals.write_text(text, "utf-8")
    run(capsys, "review", file, "--apply", "--offene")
    assert "Gute Angebote schließen wirklich niemanden aus." in goals.read_text("utf-8")
