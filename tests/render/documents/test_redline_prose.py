"""Prose in the Änderungsfassung: paragraphs, entries and rows are what is compared, never whole texts."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.model.strategy import Strategy
from tests.compare.county import county as lindental
from tests.render.documents.libreoffice import settled
from tests.render.documents.settled import w
from tests.render.documents.test_redline import HOW, check, masked, plain, redline, word
from tests.render.documents.tracked import Mark, body, marks, remark, text_of

ONE = "Der Landkreis prüft jedes Jahr, welche Angebote die Familien erreichen."
TWO = "Die Ergebnisse stellt das Jugendamt im Ausschuss vor und veröffentlicht sie."
THREE = "Was nicht hilft, wird beendet; das Geld dafür fließt in andere Angebote."
FOUR = "Für Familien mit mehreren Kindern gibt es eine Beratung ohne Termin."


MOVED = (
    f"{FOUR}\n\n{ONE}\n\n{TWO}\n\n{THREE}",
    f"{ONE}\n\n{TWO}\n\n{THREE}\n\n{FOUR.replace('ohne Termin', 'ohne Anmeldung')}",
)


def says(text: str) -> Strategy:
    return lindental(lambda data: data["texte"][1].update(inhalt=text))


def between(old: str, new: str) -> tuple[list[Mark], list[str]]:
    """What is marked, and the ends of paragraphs that come or go."""
    before, after = says(old), says(new)
    check(before, after)
    text = body(before, after)
    ends = text.iterfind(f".//{w('pPr')}/{w('rPr')}/*")
    return marks(text), [etree.QName(end).localname for end in ends]


def test_a_paragraph_that_is_split_marks_its_end_and_no_word() -> None:
    found, ends = between(f"{ONE} {TWO} {THREE}", f"{ONE}\n\n{TWO}\n\n{THREE}")
    assert [text for _, _, text in found] == [" ", " "]
    assert ends == ["ins", "ins"]


def test_paragraphs_that_are_joined_mark_the_end_and_no_word() -> None:
    found, ends = between(f"{ONE}\n\n{TWO}\n\n{THREE}", f"{ONE} {TWO} {THREE}")
    assert [text for _, _, text in found] == [" ", " "]
    assert ends == ["del", "del"]


def test_a_split_shows_the_words_that_changed_with_it() -> None:
    new = TWO.replace("Jugendamt", "Sozialamt")
    found, ends = between(f"{ONE} {TWO} {THREE}", f"{ONE}\n\n{new} {THREE}")
    assert ("ins", "", "Sozialamt") in found
    assert sum(len(text.split()) for _, _, text in found) == 2
    assert ends == ["ins"]


@pytest.mark.parametrize("sign", ["-", "1."])
def test_entries_of_a_list_are_split_and_joined_like_paragraphs(sign: str) -> None:
    apart, together = (
        f"{sign} {ONE}\n{sign} {TWO}\n{sign} {THREE}",
        f"{sign} {ONE}\n{sign} {TWO} {THREE}",
    )
    assert between(apart, together)[1] == ["del"]
    assert between(together, apart)[1] == ["ins"]


def test_an_end_is_moved_where_a_sentence_goes_to_the_next_paragraph() -> None:
    found, ends = between(f"{ONE} {TWO}\n\n{THREE}", f"{ONE}\n\n{TWO} {THREE}")
    assert not [text for _, _, text in found if text.strip()]
    assert ends == ["ins", "del"]


def test_a_paragraph_that_moves_says_so_and_shows_what_changed_in_it() -> None:
    found, _ = between(*MOVED)
    whole = "Für Familien mit mehreren Kindern gibt es eine Beratung ohne "
    assert found == [("del", "", f"{whole}Termin."), ("ins", "", f"{whole}Anmeldung.")]
    text = body(says(MOVED[0]), says(MOVED[1]))
    assert [remark(p) for p in text.iter(w("p")) if remark(p)] == [
        "Verschoben.", "Verschoben.\nDabei geändert: „Termin“ zu „Anmeldung“."]  # fmt: skip


def test_a_row_put_into_a_numbered_table_changes_the_numbers_below_and_nothing_else() -> None:
    def table(*tasks: str) -> str:
        rows = (f"| {n} | {task} | 12 |" for n, task in enumerate(tasks, 1))
        return "\n".join(["| Nr. | Aufgabe | Stellen |", "|---|---|---|", *rows])

    tasks = ["Beratung der Familien", "Förderung der Vereine", "Aufsicht über die Heime"]
    found, _ = between(table(*tasks), table("Planung der Schulen", *tasks))
    assert found == [
        ("ins", "", "1"), ("ins", "", "Planung der Schulen"), ("ins", "", "12"),
        ("del", "", "1"), ("ins", "", "2"),
        ("del", "", "2"), ("ins", "", "3"),
        ("del", "", "3"), ("ins", "", "4"),
    ]  # fmt: skip


def test_a_note_is_compared_with_a_note() -> None:
    old = f"{ONE}^[Erhoben im Jahr 2016 vom Jugendamt.] {TWO}"
    new = f"{ONE}^[Erhoben im Jahr 2025 vom Jugendamt.] {TWO}"
    assert between(old, new) == ([], [])  # nothing in the text: the mark stands in the note


def test_what_moves_with_a_handlungsfeld_says_what_else_is_other() -> None:
    def edit(data: dict) -> None:
        fields = data["ziele"]["handlungsfelder"]
        fields.reverse()
        goal = next(g for f in fields for g in f["kinder"] if g["id"] == "LZ02")
        goal["text"] = goal["text"].replace("bezahlbar", "für alle bezahlbar")

    old, new = lindental(), lindental(edit)
    check(old, new)
    text = body(old, new)
    (said,) = [remark(p) for p in text.iter(w("p")) if "für alle" in text_of(p) and remark(p)]
    assert said == "Verschoben.\nWortlaut bisher: Wohnraum ist bezahlbar."


# the property, over random texts


def text(random: Random) -> list[str]:
    sentences = [ONE, TWO, THREE, FOUR]
    return [
        " ".join(random.choice(sentences).replace("Landkreis", f"Landkreis {random.randrange(9)}")
                 for _ in range(random.randint(1, 4)))
        for _ in range(random.randint(3, 7))
    ]  # fmt: skip


def edited(random: Random, paragraphs: list[str]) -> list[str]:
    """Some split, joined, moved, reworded, gone and new."""
    now = list(paragraphs)
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(now))
        match random.randrange(6):
            case 0 if ". " in now[at]:
                now[at : at + 1] = now[at].split(". ", 1)[0] + ".", now[at].split(". ", 1)[1]
            case 1 if at + 1 < len(now):
                now[at : at + 2] = [f"{now[at]} {now[at + 1]}"]
            case 2:
                now.insert(random.randrange(len(now)), now.pop(at))
            case 3:
                words = now[at].split(" ")
                words[random.randrange(len(words))] = "gemeinsam"
                now[at] = " ".join(words)
            case 4 if len(now) > 1:
                now.pop(at)
            case _:
                now.insert(at, " ".join(random.sample([ONE, TWO, THREE, FOUR], 2)))
    return now


def editions(seed: int) -> tuple[Strategy, Strategy]:
    random = Random(seed)
    old = text(random)
    new = edited(random, old)
    joint = random.choice(["\n\n", "\n\n", "\n- "])
    start = "- " if joint == "\n- " else ""
    return says(start + joint.join(old)), says(start + joint.join(new))


@pytest.mark.parametrize("seed", [*range(60), 165, 199])  # where words are paired across lines
def test_any_changed_prose_can_be_accepted_and_rejected(seed: int) -> None:
    check(*editions(seed))


def test_libreoffice_leaves_the_same_prose(tmp_path: Path) -> None:
    files: list[tuple[bytes, str]] = []
    for old, new in ((says(MOVED[0]), says(MOVED[1])), *map(editions, range(4))):
        document = redline(old, new)
        for how in HOW:
            files += [(word(document), how), (word(plain(document, old, new, how)), "plain")]
    told = settled(tmp_path, files)
    for found, wanted in zip(told[::2], told[1::2], strict=True):
        assert masked(found["text"]) == masked(wanted["text"])
