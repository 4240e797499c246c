"""Footnotes and remarks that a file has lost are told as lost, never as taken out or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.match.basis import Basis
from generator.match.reviewed import Returned, review
from generator.model.address import Address
from generator.model.review import Review
from generator.receive.reader import story
from generator.render.formats.docx.printed_map import PrintedParagraph
from generator.reviewing.wanted import Writable
from tests.compare.county import county
from tests.receive.test_comments import comment, end, sign, start
from tests.receive.word import inserted, package, paragraph, text, write

Files = dict[str, bytes]
SIGN = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
ADDRESS = Address("fazit", "inhalt", "vor", 0)
PRINTED = (
    PrintedParagraph("Satz.", ADDRESS),
    PrintedParagraph("Vgl. BMAS 2017.", ADDRESS, 1),
    PrintedParagraph("Vgl. BMAS 2021.", ADDRESS, 2),
)


def note(identity: int, content: str) -> str:
    return f'<w:footnote w:id="{identity}">{paragraph(content)}</w:footnote>'


def sent(second: str = "", behind: str = "") -> Files:
    """A sentence with two notes and two remarks."""
    body = paragraph(
        start("0") + text("Satz.") + end("0") + sign("1") + SIGN.format(1) + SIGN.format(2) + behind
    )
    notes = note(1, text("Vgl. BMAS 2017.")) + note(2, text("Vgl. BMAS 2021.") + second)
    remarks = comment("0", "Warum?") + comment("1", "Und wann?", "Beirat")
    return package(body, {"footnotes": notes, "comments": remarks})


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {key: data for key, data in files.items() if key != name}


def unrelated(name: str) -> Callable[[Files], Files]:
    """The part is there, but nothing leads to it; as if it were not."""
    key = "word/_rels/document.xml.rels"
    target = f'Target="{name.rpartition("/")[2]}"'.encode()
    return lambda files: {
        **without(name)(files),
        key: files[key].replace(target, b'Target="gibt-es-nicht.xml"'),
    }


def cut(name: str, at: bytes) -> Callable[[Files], Files]:
    """The part ends in the middle."""
    return lambda files: {**files, name: files[name][: files[name].index(at)]}


def garbage(name: str) -> Callable[[Files], Files]:
    return lambda files: {**files, name: b"\x00\x01 kein XML"}


def back(files: Files, folder: Path) -> Review:
    read = story(write(folder, files))
    return review(
        [Returned("zurueck.docx", read, Basis("map", PRINTED, "2020", "4f", True))],
        county(),
        Writable(folder, county()).why,
    )


NOTES, REMARKS = "word/footnotes.xml", "word/comments.xml"


@pytest.mark.parametrize(
    "damage",
    [without(NOTES), unrelated(NOTES), cut(NOTES, b"2021"), cut(NOTES, b"2017"), garbage(NOTES)],
)
def test_lost_footnotes_are_one_sentence_and_no_deletion(
    damage: Callable[[Files], Files], tmp_path: Path
) -> None:
    found = back(damage(sent()), tmp_path)
    assert [one.kind for one in found.statements] == ["comment", "comment"]
    (told,) = found.files[0].notes
    assert told.startswith(
        "Die Fußnoten der Datei fehlen oder sind beschädigt (word/footnotes.xml)"
    )


def test_what_is_tracked_in_a_footnote_is_told_although_another_is_lost(tmp_path: Path) -> None:
    files = sent(inserted(" Neu."))
    files[NOTES] = files[NOTES].replace(b'<w:footnote w:id="1">', b'<w:footnote w:id="9">')
    found = back(files, tmp_path)
    change = found.statements[0]
    assert (change.kind, change.new) == ("text", "Vgl. BMAS 2021. Neu.")
    assert len(found.files[0].notes) == 1


@pytest.mark.parametrize("damage", [without(REMARKS), unrelated(REMARKS), garbage(REMARKS)])
def test_lost_remarks_are_one_sentence(damage: Callable[[Files], Files], tmp_path: Path) -> None:
    found = back(damage(sent()), tmp_path)
    assert found.statements == ()
    (told,) = found.files[0].notes
    assert "(word/comments.xml); an 2 Stellen im Text" in told


def test_one_lost_remark_is_told_beside_those_that_can_be_read(tmp_path: Path) -> None:
    found = back(cut(REMARKS, b'<w:comment w:id="1"')(sent()), tmp_path)
    assert [one.comment for one in found.statements] == ["Warum?"]
    (told,) = found.files[0].notes
    assert told.startswith("Eine Anmerkung der Datei fehlt oder ist beschädigt")


def test_a_footnote_taken_out_with_its_sign_is_still_a_deletion(tmp_path: Path) -> None:
    files = sent()
    files["word/document.xml"] = files["word/document.xml"].replace(SIGN.format(2).encode(), b"")
    found = back(files, tmp_path)
    assert ("removed", "Vgl. BMAS 2021.") in {(one.kind, one.old) for one in found.statements}
    assert found.files[0].notes == ()


def test_nothing_is_said_where_nothing_is_lost(tmp_path: Path) -> None:
    found = back(sent(), tmp_path)
    assert [one.kind for one in found.statements] == ["comment", "comment"]
    assert found.files[0].notes == ()
