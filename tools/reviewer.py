"""A Word file of ours to one that a reviewer has changed, and what was done to which text.

The reviewer works on the XML of the file alone and keeps its own book of what it did.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping
from itertools import groupby
from random import Random
from xml.sax.saxutils import escape

from lxml import etree
from msgspec import Struct

Element = etree._Element
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"


def w(name: str) -> str:
    """The name of an element or attribute of Word's own namespace."""
    return f"{{{W}}}{name}"


WORDS = (
    "bedarfsgerecht", "im Ilm-Kreis", "und/oder", "17,2 %", "frühzeitig", "„Bürgerbüro“",
    "(re-)integriert", "nachhaltig", "z. B.", "Schulsozialarbeit", "ab 2027", "sowie",
)  # fmt: skip
PLAIN = {w(name) for name in ("pPr", "r", "bookmarkStart", "bookmarkEnd")}
GOAL = "Zielberschrift"
"""The style of a heading that is a goal, as the shipped template names it."""
Place = tuple[str, Element]
"""The ID in the row of a paragraph, and the paragraph."""
Token = tuple[str, str]
"""A word with the space before it, and whether it is plain, put in or taken out."""


class Edit(Struct, frozen=True):
    """One paragraph as it was and as it is; ``element`` is the ID in its row, "" for other text."""

    element: str
    old: str
    new: str


class Reviewer(Struct, frozen=True):
    """Changes words of paragraphs; without a name it types without tracking."""

    name: str
    seed: int
    date: str = "2026-11-24T10:12:00Z"

    def edit(
        self, data: bytes, number: int, among: Container[str] | None = None
    ) -> tuple[bytes, list[Edit]]:
        """``number`` paragraphs changed, any or the wordings of these IDs."""
        random = Random(self.seed)

        def chosen(every: list[Place]) -> Iterator[tuple[Place, list[Token]]]:
            candidates = [(i, p) for i, p in every if among is None or i in among]
            for place in random.sample(candidates, min(number, len(candidates))):
                yield place, self._tokens(text_of(place[1]), random)

        return self._edited(data, chosen, random)

    def replace(
        self, data: bytes, words: Mapping[str, Mapping[int, str]]
    ) -> tuple[bytes, list[Edit]]:
        """In the wordings of these IDs the words at these places give way to others."""

        def chosen(every: list[Place]) -> Iterator[tuple[Place, list[Token]]]:
            for identity, paragraph in every:
                if identity in words:
                    tokens = _replaced(text_of(paragraph), words[identity])
                    yield (identity, paragraph), tokens

        return self._edited(data, chosen, Random(self.seed))

    def _edited(
        self,
        data: bytes,
        chosen: Callable[[list[Place]], Iterator[tuple[Place, list[Token]]]],
        random: Random,
    ) -> tuple[bytes, list[Edit]]:
        files = parts_of(data)
        root = etree.fromstring(files[MAIN])
        done = []
        for (identity, paragraph), tokens in chosen(list(paragraphs(root))):
            old = "".join(text for text, state in tokens if state != "ins")
            new = "".join(text for text, state in tokens if state != "del")
            if old.split() != new.split():
                self._write(paragraph, tokens, random)
                done.append(Edit(identity, old, new))
        files[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return package(files), done

    def _tokens(self, text: str, random: Random) -> list[Token]:
        words = text.split(" ")
        tokens = [(f" {word}" if at else word, "same") for at, word in enumerate(words)]
        for _ in range(random.randint(1, 3)):
            at = random.randrange(len(tokens))
            new = f" {random.choice(WORDS)}" if at else random.choice(WORDS)
            match random.randrange(3):
                case 0 if at:
                    tokens.insert(at, (new, "ins"))
                case 1 if at and tokens[at][1] == "same" and len(words) > 3:
                    tokens[at] = (tokens[at][0], "del")
                case _ if tokens[at][1] == "same":
                    tokens[at : at + 1] = [(tokens[at][0], "del"), (new, "ins")]
        return tokens

    def _write(self, paragraph: Element, tokens: list[Token], random: Random) -> None:
        runs = [child for child in paragraph if child.tag == w("r")]
        look = runs[0].find(w("rPr"))
        properties = "" if look is None else etree.tostring(look, encoding="unicode")
        at = paragraph.index(runs[0])
        for run in runs:
            paragraph.remove(run)
        for offset, element in enumerate(self._runs(tokens, properties, random)):
            paragraph.insert(at + offset, element)

    def _runs(self, tokens: list[Token], properties: str, random: Random) -> Iterator[Element]:
        """Runs of one state, torn apart anywhere; what is taken out is left away in plain typing."""
        states = [(t, s if self.name else {"ins": "same"}.get(s, s)) for t, s in tokens]
        for state, group in groupby(states, key=lambda token: token[1]):
            text = "".join(word for word, _ in group)
            if state == "del" and not self.name:
                continue
            at = random.randrange(len(text) + 1)
            for part in filter(None, (text[:at], text[at:])):
                yield self._run(part, state, properties)

    def _run(self, text: str, state: str, properties: str) -> Element:
        name = "delText" if state == "del" else "t"
        run = f'<w:r>{properties}<w:{name} xml:space="preserve">{escape(text)}</w:{name}></w:r>'
        if state != "same":
            by = f'w:id="77" w:author="{self.name}" w:date="{self.date}"'
            run = f"<w:{state} {by}>{run}</w:{state}>"
        return etree.fromstring(f'<x xmlns:w="{W}">{run}</x>')[0]


def _replaced(text: str, words: Mapping[int, str]) -> list[Token]:
    tokens: list[Token] = []
    for at, word in enumerate(text.split(" ")):
        before = " " if at else ""
        if at in words:
            tokens += [(f"{before}{word}", "del"), (f"{before}{words[at]}", "ins")]
        else:
            tokens.append((f"{before}{word}", "same"))
    return tokens


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a package by path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(files: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def paragraphs(root: Element) -> Iterator[tuple[str, Element]]:
    """(ID in the row or "", paragraph) of those that hold nothing but text, outside of lists."""
    listed = {p for control in root.iter(w("sdt")) for p in control.iter(w("p"))}
    for paragraph in root.iter(w("p")):
        simple = all(child.tag in PLAIN for child in paragraph)
        runs = [run for run in paragraph if run.tag == w("r")]
        texts = all(part.tag in (w("rPr"), w("t")) for run in runs for part in run)
        if simple and runs and texts and paragraph not in listed and len(text_of(paragraph)) > 25:
            yield identity_of(paragraph), paragraph


def identity_of(paragraph: Element) -> str:
    """Whose wording it is: its bookmark where it is the heading of a goal or stands in the third of
    three cells, else what is printed before.
    """
    row = next(paragraph.iterancestors(w("tr")), None)
    cells = [] if row is None else row.findall(w("tc"))
    named = next(paragraph.iter(w("bookmarkStart")), None)
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if named is not None and style is not None and style.get(w("val")) == GOAL:
        return str(named.get(w("name"), ""))
    if len(cells) != 3 or paragraph.getparent() is not cells[2]:
        return ""
    return text_of(cells[1].findall(w("p"))[-1]) if named is None else named.get(w("name"), "")


def text_of(paragraph: Element) -> str:
    """Its words."""
    return "".join(t.text or "" for t in paragraph.iter(w("t")))
