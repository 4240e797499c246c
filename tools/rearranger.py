"""A Word file of ours to one in which a reviewer has put in, taken out, split, joined and moved
paragraphs, rows and bodies, and what was done to what.

Like ``tools.reviewer`` it works on the XML of the file alone and keeps its own book.
"""

from __future__ import annotations

from random import Random

from lxml import etree
from msgspec import Struct

from tools.hand import Hand, Rearrangement
from tools.paragraph_acts import ParagraphActs
from tools.reviewer import MAIN, package, parts_of
from tools.row_acts import BodyActs, RowActs
from tools.tracking import Tracker


class Rearranger(Struct, frozen=True):
    """Changes paragraphs and rows; without a name it types without tracking."""

    name: str
    seed: int
    date: str = "2026-11-24T10:12:00Z"

    def edit(self, data: bytes, number: int) -> tuple[bytes, list[Rearrangement]]:
        """Up to ``number`` things done, none beside another."""
        hand = Hand(Random(self.seed), Tracker(self.name, self.date))
        text, bodies, rows = ParagraphActs(hand), BodyActs(hand), RowActs(hand)
        files = parts_of(data)
        root = etree.fromstring(files[MAIN])
        done: list[Rearrangement] = []
        acts = [text.put_in, text.take_out, text.split, text.join, text.move]
        acts += [bodies.exchanged, bodies.added, bodies.gone]
        acts += [rows.added, rows.gone, rows.moved]
        for _ in range(number * 3):
            made = hand.random.choice(acts)(root) if len(done) < number else None
            done += [made] if made else []
        files[MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return package(files), done
