"""Remarks at the margin are read with what they concern, who wrote them and whom they answer."""

from __future__ import annotations

from pathlib import Path

from generator.receive.reader import story
from generator.receive.story import Comment, Story
from tests.receive.word import KINDS, package, paragraph, text, write

DATE = "2026-11-24T10:12:00Z"


def comment(identity: str, words: str, author: str = "Anna Amt", paragraph_id: str = "") -> str:
    lines = words.split("\n")
    named = f' w14:paraId="{paragraph_id}"' if paragraph_id else ""
    body = "".join(f"<w:p>{text(line)}</w:p>" for line in lines[:-1])
    body += f"<w:p{named}><w:r><w:annotationRef/></w:r>{text(lines[-1])}</w:p>"
    return f'<w:comment w:id="{identity}" w:author="{author}" w:date="{DATE}">{body}</w:comment>'


def start(identity: str) -> str:
    return f'<w:commentRangeStart w:id="{identity}"/>'


def end(identity: str) -> str:
    return f'<w:commentRangeEnd w:id="{identity}"/>{sign(identity)}'


def sign(identity: str) -> str:
    return f'<w:r><w:commentReference w:id="{identity}"/></w:r>'


def told(folder: Path, body: str, **parts: str) -> Story:
    return story(write(folder, package(body, parts)))


def concerned(read: Story, identity: str) -> list[str]:
    """The words of each paragraph that a remark concerns."""
    found = (
        [piece.text for piece in paragraph.pieces if identity in piece.comments]
        for paragraph in read.paragraphs
    )
    return ["".join(words) for words in found if words]


def test_a_remark_concerns_the_words_of_its_range(tmp_path: Path) -> None:
    body = paragraph(text("Alle ") + start("0") + text("Kinder") + end("0") + text(" lernen."))
    read = told(tmp_path, body, comments=comment("0", "Auch Jugendliche?"))
    assert read.comments == (Comment("0", "Anna Amt", DATE, "Auch Jugendliche?"),)
    assert concerned(read, "0") == ["Kinder"]


def test_ranges_may_reach_over_paragraphs_and_overlap(tmp_path: Path) -> None:
    body = (
        paragraph(text("a") + start("0") + text("b"))
        + start("1")
        + paragraph(text("c") + end("0") + text("d"))
        + end("1").replace(sign("1"), "")
        + paragraph(text("e") + sign("1"))
    )
    read = told(tmp_path, body, comments=comment("0", "eins") + comment("1", "zwei"))
    assert concerned(read, "0") == ["b", "c"]
    assert concerned(read, "1") == ["cd"]


def test_a_remark_without_a_range_stands_where_its_sign_is(tmp_path: Path) -> None:
    body = paragraph(text("Erster.")) + paragraph(text("Zweiter.") + sign("4"))
    read = told(tmp_path, body, comments=comment("4", "Wann?"))
    assert [p.pieces[-1].comments for p in read.paragraphs] == [(), ("4",)]
    assert concerned(read, "4") == [""]


def test_several_lines_and_changes_in_a_remark_read_as_they_stand_now(tmp_path: Path) -> None:
    words = comment("0", "Erstens.\nZweitens.").replace(
        text("Erstens."), text("Erstens.") + f'<w:del w:id="9" w:author="B">{text(" weg")}</w:del>'
    )
    read = told(tmp_path, paragraph(start("0") + text("x") + end("0")), comments=words)
    assert read.comments[0].text == "Erstens.\nZweitens."


def test_replies_and_what_is_settled_are_known_where_the_file_tells(tmp_path: Path) -> None:
    extended = (
        '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
    )
    body = paragraph(start("0") + start("1") + text("x") + end("0") + end("1"))
    comments = comment("0", "Wirklich?", paragraph_id="0A") + comment("1", "Ja.", "Beirat", "0B")
    first, second = told(tmp_path, body, comments=comments, commentsExtended=extended).comments
    assert (first.reply_to, first.done) == (None, True)
    assert (second.reply_to, second.done, second.author) == ("0", False, "Beirat")


def test_remarks_to_which_nothing_in_the_file_leads_are_read(tmp_path: Path) -> None:
    files = package(paragraph(text("Satz.")), {"comments": comment("0", "Verloren?")})
    key = "word/_rels/document.xml.rels"
    files[key] = files[key].replace(KINDS["comments"].encode(), b"urn:etwas-anderes")
    assert [c.text for c in story(write(tmp_path, files)).comments] == ["Verloren?"]
    files[key] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    )
    assert [c.text for c in story(write(tmp_path, files, "b.docx")).comments] == ["Verloren?"]


def test_without_the_part_on_replies_all_remarks_stand_alone(tmp_path: Path) -> None:
    body = paragraph(start("0") + start("1") + text("x") + end("0") + end("1"))
    comments = comment("0", "Wirklich?", paragraph_id="0A") + comment("1", "Ja.", paragraph_id="0B")
    read = told(tmp_path, body, comments=comments)
    assert [c.reply_to for c in read.comments] == [None, None]
