"""A story to the text as it reads before, between and after the changes of several people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from generator.receive.story import Stamp, StoryParagraph, StoryPiece

Accepted = Callable[[Stamp], bool]
"""Whether the changes under a stamp are in force; all others are not yet made."""


ASIDE = ("note", "box")
"""Parts that are read behind the paragraph in which their sign or frame stands."""


class ViewLine(Struct, frozen=True):
    """A paragraph as it reads at one moment: its pieces, each with its number in the group."""

    pieces: tuple[tuple[int, StoryPiece], ...]

    @property
    def text(self) -> str:
        """What it prints."""
        return "".join(piece.text for _, piece in self.pieces)

    @property
    def numbers(self) -> frozenset[int]:
        """Which pieces of the group it holds."""
        return frozenset(number for number, _ in self.pieces)


def before(stamp: Stamp) -> bool:
    """No change is made: what Word shows when all are rejected."""
    return False


def after(stamp: Stamp) -> bool:
    """Every change is made: what Word shows when all are accepted."""
    return True


def groups(
    paragraphs: Iterable[StoryParagraph], settled: Accepted = before
) -> Iterator[tuple[StoryParagraph, ...]]:
    """The paragraphs that tracked changes of their ends split or join; most stand alone.

    What is ``settled`` splits no more. The notes and boxes that stand between two joined ones
    come behind both.
    """
    group: list[StoryParagraph] = []
    asides: list[StoryParagraph] = []
    for paragraph in paragraphs:
        open_end = bool(group) and _is_open(group[-1], settled)
        if open_end and paragraph.follows and paragraph.place == group[-1].place:
            group.append(paragraph)
        elif open_end and paragraph.place.part in ASIDE and group[-1].place.part not in ASIDE:
            asides.append(paragraph)
        else:
            yield from _done(group, asides, settled)
            group, asides = [paragraph], []
    yield from _done(group, asides, settled)


def _is_open(paragraph: StoryParagraph, settled: Accepted) -> bool:
    """Whether its end is not there at every moment."""
    inserted = paragraph.inserted is not None and not settled(paragraph.inserted)
    return inserted or paragraph.deleted is not None


def _done(
    group: list[StoryParagraph], asides: list[StoryParagraph], settled: Accepted
) -> Iterator[tuple[StoryParagraph, ...]]:
    if group:
        yield tuple(group)
    if asides:
        yield from groups(asides, settled)


def lines(group: tuple[StoryParagraph, ...], accepted: Accepted) -> tuple[ViewLine, ...]:
    """The group as it reads once the accepted changes are made and the others are not."""
    found: list[list[tuple[int, StoryPiece]]] = [[]]
    number = 0
    for place, paragraph in enumerate(group):
        for piece in paragraph.pieces:
            if _there(piece, accepted):
                found[-1].append((number, piece))
            number += 1
        if place < len(group) - 1 and _there(paragraph, accepted):
            found.append([])
    return tuple(ViewLine(tuple(pieces)) for pieces in found)


def _there(it: StoryPiece | StoryParagraph, accepted: Accepted) -> bool:
    """Whether a piece, or the end of a paragraph, is there at that moment."""
    inserted = it.inserted is None or accepted(it.inserted)
    return inserted and not (it.deleted is not None and accepted(it.deleted))
