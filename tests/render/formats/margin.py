"""The remarks at the margin of a Word file, and the same file without them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from tests.render.formats.docx_checks import w

COMMENTS = "word/comments.xml"


def margin(docx: bytes) -> dict[str, tuple[str, str]]:
    """To the id of each remark its author and its lines."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        if COMMENTS not in archive.namelist():
            return {}
        root = etree.fromstring(archive.read(COMMENTS))
    return {
        str(comment.get(w("id"))): (
            str(comment.get(w("author"))),
            "\n".join("".join(p.itertext()) for p in comment.iter(w("p"))),
        )
        for comment in root
    }


def without_margin(docx: bytes) -> bytes:
    """For LibreOffice's interface, which fails on files with remarks: part, relationship and signs gone."""
    result = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(docx))
    with source, zipfile.ZipFile(result, "w") as archive:
        for name in source.namelist():
            if name == COMMENTS:
                continue
            data = source.read(name)
            if name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
                data = _bare(data)
            archive.writestr(name, data)
    return result.getvalue()


def _bare(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for entry in list(root):
        if "comments" in str(entry.get("Target", entry.get("PartName", ""))):
            root.remove(entry)
    for element in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"))):
        element.getparent().remove(element)
    for sign in list(root.iter(w("commentReference"))):
        run = sign.getparent()
        holder = run.getparent()
        holder.remove(run)
        if holder.tag in (w("ins"), w("del")) and len(holder) == 0:
            holder.getparent().remove(holder)
    return etree.tostring(root)


def margin_faults(docx: bytes) -> Iterator[str]:
    """Each remark has its beginning, its end and its sign in one place, in that order."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    names = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
    found = [(e.get(w("id")), names.index(e.tag)) for e in root.iter(*names)]
    for identity in margin(docx):
        if [kind for name, kind in found if name == identity] != [0, 1, 2]:
            yield f"remark {identity} stands nowhere or twice"
    if {name for name, _ in found} != set(margin(docx)):
        yield "a place without its remark"
