"""Three people change one document at once: what does not touch is merged, what does is shown."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.match.wordlike import with_comments
from tests.receive.word import unzipped, zipped
from tests.reviewing.opinions import decide, done, entries
from tests.reviewing.road import output, plain, records, returned, run, wordings
from tools.reviewer import Reviewer

PEOPLE = ("Anna Amt", "", "Bert Beirat")
NEW = ("ERSTENS", "ZWEITENS", "DRITTENS")
Wishes = list[dict[str, dict[int, str]]]


def split(known: dict[str, str], random: Random) -> tuple[list[str], list[str]]:
    """IDs of wordings that are long enough and stand in the strategy once, in two halves."""
    texts = list(known.values())
    ids = [i for i in sorted(known) if texts.count(known[i]) == 1 and len(known[i].split()) > 9]
    random.shuffle(ids)
    half = len(ids) // 2
    return ids[:half], ids[half : half + 12]


def apart(text: str, random: Random) -> list[int]:
    """A word for each of the three, with at least one between two of them."""
    words = text.split(" ")
    third = len(words) // 3
    return [third * part + random.randrange(third - 1) for part in range(3)]


@pytest.mark.parametrize("seed", range(3))
def test_all_disjoint_edits_are_merged_and_all_overlaps_shown(
    seed: int, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random, before = Random(seed), wordings()
    disjoint, touching = split(before, random)
    wishes: Wishes = [{}, {}, {}]
    wanted = dict(before)
    for identity in disjoint:
        words = before[identity].split(" ")
        for person, at in enumerate(apart(before[identity], random)):
            wishes[person][identity] = {at: NEW[person]}
            words[at] = NEW[person]
        wanted[identity] = plain(" ".join(words))
    for identity in touching:
        at = random.randrange(len(before[identity].split(" ")) - 1)
        for person in random.sample(range(3), 2):  # the same word, or the one beside it
            wishes[person][identity] = {at + random.randrange(2): NEW[person]}
    made = [
        Reviewer(n, seed).replace(output().read_bytes(), w)
        for n, w in zip(PEOPLE, wishes, strict=True)
    ]
    files = [returned(str(n), data) for n, (data, _) in enumerate(made)]
    assert sum(len(edits) for _, edits in made) == 3 * len(disjoint) + 2 * len(touching)

    found = records(capsys, *files)
    merged = [r for r in found if not r["conflicts"]]
    assert sorted(r["element"] for r in merged) == sorted(disjoint * 3)
    by_id = {r["id"]: r for r in found}
    for one in found:
        for other in one["conflicts"]:
            assert (by_id[other]["element"], one["id"] in by_id[other]["conflicts"]) == (
                one["element"],
                True,
            )
    assert sorted(r["element"] for r in found if r["conflicts"]) == sorted(touching * 2)
    _, out = run(capsys, "review", *files)
    assert f"Zu entscheiden ({2 * len(touching)})" in out

    run(capsys, "review", *files, "--record")
    told = done(capsys, "applied", *files, "--apply", "--offene")
    assert len(told["taken"]) == 3 * len(disjoint)
    assert set(told["refused"]) == {r["id"] for r in found if r["conflicts"]}
    assert wordings() == wanted


def test_of_each_overlap_the_decided_one_is_written(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random, before = Random(7), wordings()
    _, touching = split(before, random)
    pairs = [{identity: {1: word} for identity in touching} for word in NEW[:2]]
    files = [
        returned(name, Reviewer(name, 1).replace(output().read_bytes(), words)[0])
        for name, words in zip(("Anna", "Bert"), pairs, strict=True)
    ]
    run(capsys, "review", *files, "--record")
    wanted = dict(before)
    for number, one in enumerate(entries()):
        taken = (number // 2 + number) % 2 == 0
        decide(
            one["id"],
            "uebernommen" if taken else "abgelehnt",
            **({} if taken else {"begruendung": "Nein."}),
        )
        if taken:
            wanted[one["element"]] = plain(one["neu"])
    told = done(capsys, "applied", *files, "--apply")
    assert (len(told["taken"]), told["refused"]) == (len(touching), {})
    assert wordings() == wanted != before


def test_remarks_of_several_people_stand_with_the_answers_to_them(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, where = output().read_bytes(), wordings()["MA07"]
    asked = [(name, f"Frage von {name}?") for name in ("Anna", "Bert", "Carl")]
    files = [returned(name, with_comments(data, [(where, name, text)])) for name, text in asked]
    found = records(capsys, *files)
    assert [r["comment"] for r in found] == [t for _, text in asked for t in (text, "Danke.")]
    assert [r["reply_to"] for r in found] == [None, "R001", None, "R003", None, "R005"]


def test_what_two_people_did_to_one_wording_stands_together_wherever_they_did_it(
    auental: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One changes it in the table of goals, the other in the overview of what bodies do."""
    data, wording = output().read_bytes(), wordings()["MA03"]
    parts = unzipped(data)
    story = parts["word/document.xml"].decode()
    first, last = story.index(wording), story.rindex(wording)
    assert first != last
    files = []
    for name, at in (("Anna", first), ("Bert", last)):
        changed = f"{story[:at]}{wording.replace('Bestand', name)}{story[at + len(wording) :]}"
        parts["word/document.xml"] = changed.encode()
        files.append(returned(name, zipped(parts)))
    one, other = records(capsys, *files)
    assert (one["element"], one["conflicts"], other["conflicts"]) == ("MA03", ["R002"], ["R001"])
    near = wordings()["AS04"]
    parts["word/document.xml"] = story.replace(near, near.replace("Fragebogen", "Bogen")).encode()
    files.append(returned("Carl", zipped(parts)))
    assert [r["element"] for r in records(capsys, *files)] == ["MA03", "MA03", "AS04"]
