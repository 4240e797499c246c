"""What is wanted is what the files say afterwards, and nothing else in them has changed."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare.apply import apply
from generator.edit.rewrite import edit, rewritten
from generator.errors import GeneratorError
from generator.model.strategy import Strategy
from tests.compare.mutate import SENTENCES, fortschreibung
from tests.edit.editing import (
    COUNTIES,
    Data,
    county,
    edited,
    expressible,
    files_of,
    goal,
    goals_below,
    holders,
    part_of,
    pop_goal,
    read,
    wanted,
    with_result,
)
from tests.edit.variants import COMMENTS, variant
from tests.editions import diff, published

FILES = {folder: files_of(folder) for folder in COUNTIES}
SAYS = {folder: read(files) for folder, files in FILES.items()}
PARTS = {
    "strategy": part_of(FILES["strategy"], "HF2"),
    "examples/auental": part_of(FILES["examples/auental"], "HF2"),
}
"""Some goals, entries and texts of each, so that many seeds take little time."""
TENTHS = [range(k, 310, 10) for k in range(10)]
"""All seeds from 0 to 309, in ten parts."""


def assert_edited(files: Mapping[str, bytes], old: Strategy, new: Strategy) -> None:
    """Edited with the difference, the files say the new strategy."""
    after = with_result(files, edit(files, diff(old, new)))
    assert published(read(after)) == published(new)


@pytest.mark.parametrize("folder", COUNTIES)
@pytest.mark.parametrize("seeds", TENTHS, ids=lambda seeds: f"{seeds[0]}, {seeds[1]} …")
def test_what_is_read_after_an_edit_is_the_new_edition(folder: str, seeds: range) -> None:
    part, whole = read(PARTS[folder]), SAYS[folder]
    for seed in seeds:
        new = expressible(fortschreibung(part, seed, steps=1 + seed % 30))
        assert_edited(PARTS[folder], part, new)
        if seed % 60 == seeds[0]:
            new = expressible(fortschreibung(whole, seed + 1_000, steps=1 + seed % 30))
            assert_edited(FILES[folder], whole, new)


@pytest.mark.parametrize("folder", COUNTIES)
@pytest.mark.parametrize("seeds", [range(k, 30, 5) for k in range(5)], ids=lambda s: f"{s[0]} …")
def test_however_the_files_are_written(folder: str, seeds: range) -> None:
    """CRLF, BOM, every style of quotes and brackets, comments anywhere, odd indents."""
    old = read(PARTS[folder])
    for seed in seeds:
        files = variant(PARTS[folder], seed)
        assert read(files) == old
        assert_edited(files, old, expressible(fortschreibung(old, seed, steps=1 + seed % 12)))


@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32), form=st.integers(0, 2**32), steps=st.integers(0, 12))
def test_any_form_and_any_fortschreibung(seed: int, form: int, steps: int) -> None:
    part = PARTS["examples/auental"]
    files, old = variant(part, form), read(part)
    assert read(files) == old
    assert_edited(files, old, expressible(fortschreibung(old, seed, steps)))


def test_the_parser_without_libyaml_knows_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.read.yaml_source._LOADER", yaml.Loader)
    for seed in range(4):
        files = variant(PARTS["examples/auental"], seed)
        old = read(files)
        assert_edited(files, old, expressible(fortschreibung(old, seed, 8)))


@pytest.mark.parametrize("folder", COUNTIES)
def test_edits_can_follow_each_other_and_lead_back(folder: str) -> None:
    files, old = FILES[folder], SAYS[folder]
    for seed in range(4):
        new = expressible(fortschreibung(old, seed, 6))
        files = with_result(files, rewritten(files, new))
        old = new
        assert rewritten(files, new) == {}
    files = with_result(files, rewritten(files, SAYS[folder]))
    assert read(files) == SAYS[folder]


@pytest.mark.parametrize("folder", COUNTIES)
def test_house_rules_and_reasons_can_be_edited_too(folder: str) -> None:
    def change(data: Data) -> None:
        data["kopf"]["anzahl"] = {**data["kopf"]["anzahl"], "leitziele": 99, "neu": 1}
        data["kopf"]["schreibweisen"] = {"Hartz IV: alt": "Bürgergeld"}
        data["kopf"]["schweregrade"] = {"Z308": "aus"}
        data["kopf"]["abweichungen"] = data["kopf"]["abweichungen"][1:]
        data["kopf"]["beschlussregeln"].reverse()
        del data["aenderungen"][2:5]
        data["aenderungen"][0]["begruendung"] = "Auf Wunsch des Ausschusses: gekürzt."

    new = wanted(SAYS[folder], change)
    assert read(with_result(FILES[folder], rewritten(FILES[folder], new))) == new


@pytest.mark.parametrize("folder", COUNTIES)
def test_what_no_change_concerns_stays_byte_for_byte(folder: str) -> None:
    """A word in one goal, in files of any form: all lines but those of its wording are the old ones."""
    for seed in range(30):
        random = Random(seed)
        files = variant(PARTS[folder], seed) if seed % 5 else FILES[folder]
        old = read(files)
        chosen = random.choice(list(old.goals())).id

        def change(data: Data, identity: str = chosen, random: Random = random) -> None:
            words = goal(data, identity)["text"].split()
            words.insert(random.randrange(1, len(words)), "nachweislich")
            goal(data, identity)["text"] = " ".join(words)

        result = rewritten(files, wanted(old, change))
        assert list(result) == ["goals.yaml"]
        assert_one_place(files["goals.yaml"], result["goals.yaml"] or b"")


def assert_one_place(old: bytes, new: bytes) -> None:
    """One line has a word more; where it got too long, it became two."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    ((_, i, j, k, m),) = [code for code in codes if code[0] != "equal"]
    assert (j - i, m - k) in ((1, 1), (1, 2), (0, 1))
    words = b"".join(after[k:m]).split()
    words.remove(b"nachweislich")
    assert words == b"".join(before[i:j]).split()


@pytest.mark.parametrize("folder", COUNTIES)
def test_no_comment_is_lost_when_goals_are_reworded_moved_or_added(folder: str) -> None:
    for seed in range(16):
        random = Random(seed)
        files = variant(PARTS[folder], seed)
        for _ in range(2):
            old = read(files)
            new = expressible(wanted(old, lambda data, r=random: one_change(data, r)))
            after = with_result(files, rewritten(files, new))
            assert comments(after) == comments(files)
            files = after


def one_change(data: Data, random: Random) -> None:
    goals = [holder for holder in holders(data) if "stufe" in holder]
    chosen = random.choice(goals)
    match random.randrange(4):
        case 0:
            chosen["text"] = random.choice(SENTENCES)
        case 1:
            pop_goal(data, chosen["id"])
            inside = {id(below) for below in goals_below(chosen)}
            targets = [h for h in holders(data) if id(h) not in inside]
            children = random.choice(targets)["kinder"]
            children.insert(random.randint(0, len(children)), chosen)
        case 2:
            new = {"id": f"NEU{random.randrange(10**6)}", "text": random.choice(SENTENCES)}
            chosen["kinder"].insert(0, {**new, "stufe": chosen["stufe"]})
        case _:
            actors = data["akteure"]
            actors.insert(random.randint(0, 3), actors.pop(random.randrange(len(actors))))


def comments(files: Mapping[str, bytes]) -> int:
    text = "".join(data.decode() for name, data in files.items() if name.endswith(".yaml"))
    return sum(text.count(comment) for comment in set(COMMENTS))


@pytest.mark.parametrize("folder", COUNTIES)
def test_an_edit_without_changes_touches_no_file(folder: str) -> None:
    for seed in range(10):
        files = variant(PARTS[folder], seed)
        assert edit(files, []) == {}
        assert rewritten(files, read(files)) == {}


def test_some_of_the_changes_can_be_made_alone() -> None:
    old = SAYS["strategy"]
    new = expressible(fortschreibung(old, 5, 25))
    some = [change for change in diff(old, new) if change.kind in ("reworded", "responsibility")]
    assert some
    after = with_result(FILES["strategy"], edit(FILES["strategy"], some))
    assert read(after) == apply(old, some)


MIXED = county(
    goals="""\
handlungsfelder:
  - id: HF1
    titel: Bildung
    leitziele:
      - id: LZ1
        text: Alle lernen.
        prozessziele:
          - {id: PZ1, text: Schulen werden ausgebaut.}
          - {id: PZ2, text: Horte werden ausgebaut.}
"""
)


def test_goals_of_two_levels_cannot_be_mixed_in_a_file() -> None:
    def change(data: Data) -> None:
        between = {"id": "EZ1", "stufe": "ergebnisziele", "text": "Ein Konzept liegt vor."}
        goal(data, "LZ1")["kinder"].insert(1, between)

    with pytest.raises(GeneratorError, match=r"Ergebnisziel EZ1 \(neu\)") as caught:
        edited(MIXED, change)
    assert (
        "Unter LZ1 stehen Einträge der Stufe «prozessziele» nicht beieinander"
        in caught.value.message
    )
    assert caught.value.hint == "Geschrieben wurde nichts."


INEXPRESSIBLE = {
    "two spaces": (lambda d: goal(d, "PZ1").update(text="Zwei  Leerzeichen."), "PZ1"),
    "a line break": (lambda d: goal(d, "PZ2").update(text="Zwei\nZeilen."), "PZ2"),
    "a control character": (lambda d: goal(d, "PZ2").update(text="Steuer\x02zeichen"), "PZ2"),
    "a decomposed umlaut": (lambda d: goal(d, "PZ1").update(text="A\u0308mter"), "PZ1"),
    "a level there is not": (lambda d: goal(d, "PZ1").update(stufe="ziele"), "PZ1"),
    "an empty text": (lambda d: d["texte"].append({"id": "PZ1", "inhalt": ""}), "PZ1"),
    "wrapped prose": (lambda d: d["texte"].append({"id": "PZ1", "inhalt": "Ein\nUmbruch"}), "PZ1"),
}  # fmt: skip


@pytest.mark.parametrize("name", INEXPRESSIBLE)
def test_what_no_file_can_say_is_refused_and_named(name: str) -> None:
    """The message names the one change among several that cannot be made."""
    change, identity = INEXPRESSIBLE[name]

    def both(data: Data) -> None:
        goal(data, "LZ1")["text"] = "Alle lernen gut."
        change(data)

    with pytest.raises(GeneratorError, match=f"^[A-Z]\\w+ {identity} "):
        edited(MIXED, both)


def test_a_text_cannot_be_there_twice() -> None:
    with pytest.raises(GeneratorError, match=r"Zu PZ1 gibt es zwei Texte, .* texts/PZ1\.md"):
        edited(MIXED, lambda d: d["texte"].extend([{"id": "PZ1", "inhalt": "Horte."}] * 2))


@pytest.mark.parametrize(
    ("goals", "fragment"),
    [
        ("handlungsfelder:\n\t- id: HF1\n", "goals.yaml:2: "),
        ("handlungsfelder:\n  - id: HF1\n    titl: Bildung\n", "goals.yaml:3: HF1"),
        ("handlungsfelder:\n  - id: HF1\n    titel: Amt #1\n", "goals.yaml:3: Was in dieser Zeile"),
        ("handlungsfelder: [", "goals.yaml:2: "),
        (b"handlungsfelder:\n  - id: HF1\n    titel: B\xe4der\n", "goals.yaml:3: Die Datei ist nicht"),
        ("handlungsfelder:\n  - {id: HF1, titel: A, titel: B}\n", "goals.yaml:2: «titel»"),
    ],
    ids=["a tab", "an unknown key", "lost text", "no end", "no UTF-8", "a key twice"],
)  # fmt: skip
def test_files_with_mistakes_of_reading_are_not_edited(goals: str | bytes, fragment: str) -> None:
    with pytest.raises(GeneratorError, match="solange sie sich nicht fehlerfrei lesen") as caught:
        rewritten(county(goals=goals), SAYS["strategy"])
    assert fragment in caught.value.message
    assert "strategie check" in caught.value.hint


def test_a_draft_with_mistakes_in_its_content_can_be_edited() -> None:
    """An ID given twice and a list in the wrong place are read all the same, and stay."""
    files = county(
        goals="""\
handlungsfelder:
  - id: HF1
    titel: Bildung
    prozessziele:
      - id: PZ1
        text: Schulen werden ausgebaut.
      - id: PZ1
        text: Horte werden ausgebaut.
"""
    )
    result = edited(files, lambda d: holders(d)[2]["kinder"].append({"id": "EZ1", "stufe": "ergebnisziele", "text": "Ein Konzept liegt vor."}))  # fmt: skip
    assert result == {
        "goals.yaml": files["goals.yaml"].decode().replace(
            "        text: Schulen werden ausgebaut.\n",
            "        text: Schulen werden ausgebaut.\n"
            "        ergebnisziele:\n"
            "          - id: EZ1\n"
            "            text: Ein Konzept liegt vor.\n",
        )
    }  # fmt: skip


BEFORE_COMMENT = {
    "plain": "Alle Kinder in allen Gemeinden lernen das Schwimmen.",
    "plain on several lines": "Alle Kinder\n          in allen Gemeinden\n          lernen das Schwimmen.",
    "plain with an empty line": "Alle Kinder in allen\n\n          Gemeinden lernen das Schwimmen.",
    "plain below its key": "\n          Alle Kinder in allen Gemeinden lernen das Schwimmen.",
    "single quotes": "'Alle Kinder in allen\n          Gemeinden lernen das Schwimmen.'",
    "double quotes": '"Alle Kinder in allen\n\n          Gemeinden lernen das Schwimmen."',
    "folded": ">- # vorn\n          Alle Kinder in allen\n          Gemeinden lernen das Schwimmen.",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "new",
    [
        "Zweck: Alle Kinder in allen Gemeinden lernen das Schwimmen # und zwar im Jahr 2030, sicher.",
        "- Alle: # " + "Kinder lernen " * 12 + "schwimmen.",
        "Kurz: #1",
        "Alle Kinder in allen Gemeinden lernen das Schwimmen " + "und das Lesen " * 9 + "gern.",
        "null",
    ],
)
@pytest.mark.parametrize("spelled", BEFORE_COMMENT)
def test_a_comment_behind_a_text_stays_one_whatever_the_text_becomes(
    spelled: str, new: str, newline: str
) -> None:
    behind = "" if spelled == "folded" else "   # hinten"
    text = f"text: {BEFORE_COMMENT[spelled]}{behind}"
    goals = (
        "handlungsfelder:\n  - id: HF1\n    titel: Bildung\n    leitziele:\n      - id: LZ01\n"
        f"        {text}\n      - id: LZ02  # danach\n        text: Zwei.\n"
    )
    files = county(goals=goals.replace("\n", newline))
    strategy = wanted(read(files), lambda data: goal(data, "LZ01").update(text=new))
    after = with_result(files, rewritten(files, strategy))
    assert published(read(after)) == published(strategy)
    for comment in (b"# vorn", b"   # hinten", b"  # danach"):
        assert after["goals.yaml"].count(comment) == files["goals.yaml"].count(comment)
