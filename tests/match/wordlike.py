"""A Word file of ours to one as Word saves it: split runs, editing sessions, spelling marks and the like.

Knows nothing of how such a file is read; the words of the text stay the same.
"""

from __future__ import annotations

from copy import deepcopy
from random import Random

from lxml import etree

from tests.receive.word import KINDS, NAMESPACES, WORD, unzipped, zipped
from tools.reviewer import MAIN, Element, w

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def wordlike(data: bytes, seed: int) -> bytes:
    """As Word 16 saves the file after someone looked at it."""
    random = Random(seed)
    files = unzipped(data)
    root = etree.fromstring(files[MAIN])
    for number, paragraph in enumerate(root.iter(w("p"))):
        paragraph.set(w("rsidR"), f"00{random.randrange(16**6):06X}")
        paragraph.set(f"{{{W14}}}paraId", f"{number + 1:08X}")
    for run in list(root.iter(w("r"))):
        if random.random() < 0.4:
            _split(run, random)
    _last_edit(random.choice(list(root.iter(w("p")))))
    files[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(files)


def _split(run: Element, random: Random) -> None:
    """A run in two, with what Word puts between or into them."""
    content = [child for child in run if child.tag != w("rPr")]
    if len(content) != 1 or content[0].tag not in (w("t"), w("delText")):
        return
    text = content[0].text or ""
    if len(text) < 2:
        return
    at = random.randrange(1, len(text))
    rest = deepcopy(run)
    for part, words in ((run, text[:at]), (rest, text[at:])):
        holder = next(child for child in part if child.tag == content[0].tag)
        holder.text = words
        holder.set(SPACE, "preserve")
        part.set(w("rsidRPr"), f"00{random.randrange(16**6):06X}")
    run.addnext(rest)
    if random.random() < 0.3:
        _around_spelling(rest)
    if random.random() < 0.1:
        first = next(child for child in rest if child.tag == content[0].tag)
        first.addprevious(etree.Element(w("lastRenderedPageBreak")))
    if random.random() < 0.1 and rest.getparent().tag == w("p"):
        _into_control(rest)


def _around_spelling(run: Element) -> None:
    for kind, put in (("spellStart", run.addprevious), ("spellEnd", run.addnext)):
        mark = etree.Element(w("proofErr"))
        mark.set(w("type"), kind)
        put(mark)


def _into_control(run: Element) -> None:
    control = etree.Element(w("sdt"))
    run.addprevious(control)
    etree.SubElement(control, w("sdtPr"))
    etree.SubElement(control, w("sdtContent")).append(run)


def _last_edit(paragraph: Element) -> None:
    for tag in ("bookmarkStart", "bookmarkEnd"):
        mark = etree.SubElement(paragraph, w(tag))
        mark.set(w("id"), "987654")
        if tag == "bookmarkStart":
            mark.set(w("name"), "_GoBack")


def without_bookmarks(data: bytes) -> bytes:
    """The same file without any bookmark."""
    files = unzipped(data)
    root = etree.fromstring(files[MAIN])
    for mark in [*root.iter(w("bookmarkStart")), *root.iter(w("bookmarkEnd"))]:
        mark.getparent().remove(mark)
    files[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(files)


def with_comments(data: bytes, remarks: list[tuple[str, str, str]]) -> bytes:
    """With remarks (text of a paragraph, author, words) on whole paragraphs, each with a reply."""
    files = unzipped(data)
    root = etree.fromstring(files[MAIN])
    comments, extended = "", ""
    for number, (where, author, words) in enumerate(remarks):
        _anchor(root, where, [2 * number, 2 * number + 1])
        for identity, who, said in ((2 * number, author, words), (2 * number + 1, "Amt", "Danke.")):
            comments += (
                f'<w:comment w:id="{identity}" w:author="{who}" w:date="2026-11-24T10:12:00Z">'
                f'<w:p w14:paraId="7{identity:07X}"><w:r><w:annotationRef/></w:r>'
                f"<w:r><w:t>{said}</w:t></w:r></w:p></w:comment>"
            )
        parent = f"7{2 * number:07X}"
        extended += f'<w15:commentEx w15:paraId="{parent}" w15:done="0"/>'
        extended += (
            f'<w15:commentEx w15:paraId="7{2 * number + 1:07X}" w15:paraIdParent="{parent}"/>'
        )
    files[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    _add_part(files, "comments", f"<w:comments {NAMESPACES}>{comments}</w:comments>")
    _add_part(
        files, "commentsExtended", f"<w15:commentsEx {NAMESPACES}>{extended}</w15:commentsEx>"
    )
    return zipped(files)


def _anchor(root: Element, where: str, identities: list[int]) -> None:
    paragraph = next(p for p in root.iter(w("p")) if _words(p) == where)
    runs = [child for child in paragraph if child.tag != w("pPr")]
    for identity in identities:
        start, end, run = (
            etree.Element(w(n)) for n in ("commentRangeStart", "commentRangeEnd", "r")
        )
        reference = etree.SubElement(run, w("commentReference"))
        for mark in (start, end, reference):
            mark.set(w("id"), str(identity))
        runs[0].addprevious(start)
        paragraph.extend([end, run])


def _words(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(w("t")))


def _add_part(files: dict[str, bytes], kind: str, content: str) -> None:
    files[f"word/{kind}.xml"] = content.encode()
    entry = f'<Relationship Id="rIdNew{kind}" Type="{KINDS[kind]}" Target="{kind}.xml"/>'
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b"</Relationships>", entry.encode() + b"</Relationships>")
    override = f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}{kind}+xml"/>'
    types = files["[Content_Types].xml"]
    files["[Content_Types].xml"] = types.replace(b"</Types>", override.encode() + b"</Types>")
