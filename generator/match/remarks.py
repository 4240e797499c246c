"""The remarks at the margin to statements on the paragraph that they stand at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.match.authors import by_us
from generator.match.placing import Placed
from generator.match.stages import EntryIndex
from generator.model.review import Statement
from generator.receive.story import Comment, StoryPiece
from generator.render.formats.docx.printed_map import PrintedParagraph

PiecePlace = tuple[int, int]
"""Number of the group in the story, number of the piece in the group."""


def remarks(
    file: str,
    comments: Sequence[Comment],
    placed: Sequence[Placed],
    homes: Sequence[Mapping[int, EntryIndex]],
    printed: Sequence[PrintedParagraph],
) -> Iterator[Statement]:
    """One for each but our own, in the order; ``id`` and ``reply_to`` are those of the file yet."""
    spots = _spots(placed)
    for number, comment in enumerate(comments):
        if by_us(comment.author):
            continue
        where = spots.get(comment.id, [])
        entry = _entry(where, homes)
        text = printed[entry].text if entry is not None else _text(where, placed)
        yield Statement(
            file,
            "comment",
            printed[entry].address if entry is not None else None,
            text,
            text,
            author=comment.author or None,
            date=comment.date,
            comment=comment.text,
            quote=_quote(where, placed),
            also=_also(where, homes, printed, entry),
            reply_to=comment.reply_to,
            done=comment.done,
            position=(
                entry if entry is not None else _near(where, homes),
                len(placed) + 1 + number,
            ),
            id=comment.id,
        )


def _spots(placed: Sequence[Placed]) -> dict[str, list[PiecePlace]]:
    """To each remark the pieces that it concerns."""
    found: dict[str, list[PiecePlace]] = {}
    for place, one in enumerate(placed):
        for number, piece in enumerate(_pieces(one)):
            for identity in piece.comments:
                found.setdefault(identity, []).append((place, number))
    return found


def _entry(where: Sequence[PiecePlace], homes: Sequence[Mapping[int, EntryIndex]]) -> EntryIndex:
    """The first printed paragraph among those that a remark concerns.

    What we took out ourselves is in none; it stands beside what is still there.
    """
    for place, number in where:
        home = homes[place]
        entry = home[number] if number in home else next(iter(home.values()), None)
        if entry is not None:
            return entry
    return None


def _also(
    where: Sequence[PiecePlace],
    homes: Sequence[Mapping[int, EntryIndex]],
    printed: Sequence[PrintedParagraph],
    first: EntryIndex,
) -> tuple[str, ...]:
    """The further elements that a remark reaches over."""
    entries = [homes[place].get(number) for place, number in where]
    addresses = [printed[entry].address for entry in (first, *entries) if entry is not None]
    elements = dict.fromkeys(address.element for address in addresses if address is not None)
    own = printed[first].address if first is not None else None
    return tuple(one for one in elements if own is None or one != own.element)


def _near(where: Sequence[PiecePlace], homes: Sequence[Mapping[int, EntryIndex]]) -> int:
    """The printed paragraph before a remark on something new; the end of the text if none is."""
    start = where[0][0] if where else len(homes)
    for home in reversed(homes[:start]):
        known = [entry for entry in home.values() if entry is not None]
        if known:
            return max(known)
    return 0


def _quote(where: Sequence[PiecePlace], placed: Sequence[Placed]) -> str:
    """The words concerned as they are now, those of several paragraphs in lines.

    Of a remark on what was taken out, what was taken out.
    """
    pieces = [(place, _pieces(placed[place])[number]) for place, number in where]
    there = [(place, piece) for place, piece in pieces if piece.deleted is None]
    lines: dict[int, str] = {}
    for place, piece in there if any(piece.text for _, piece in there) else pieces:
        lines[place] = lines.get(place, "") + piece.text
    return "\n".join(line for line in lines.values() if line)


def _pieces(placed: Placed) -> list[StoryPiece]:
    return [piece for paragraph in placed.group for piece in paragraph.pieces]


def _text(where: Sequence[PiecePlace], placed: Sequence[Placed]) -> str:
    """What stands there where nothing of it was printed."""
    if not where:
        return ""
    return "".join(piece.text for piece in _pieces(placed[where[0][0]]))
