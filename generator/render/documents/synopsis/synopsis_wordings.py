"""An entry of a Synopse to what stands in its four cells, whatever format shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.compare.comparison import Comparison
from generator.compare.words import Span
from generator.model.address import SYNOPSIS, Address
from generator.model.base import Element
from generator.model.german import listed
from generator.model.head import Kopf
from generator.render.blocks import Inline, Paragraph, Run
from generator.render.documents.synopsis.synopsis_entries import SynopsisEntry
from generator.render.documents.telling.marked import MarkedPart, MarkedParts, plain
from generator.render.documents.telling.side_by_side import SidePiece
from generator.render.documents.telling.summary import edition
from generator.render.documents.telling.told import ToldElement
from generator.render.documents.telling.vote_words import NO_REASON, quoted, vote
from generator.render.inlines import Inlines
from generator.render.text_width import width

NOTHING, UNCHANGED = "–", "unverändert"
WORDINGS = ("text", "titel", "name", "bezeichnung")
"""The fields that can be the wording of an element."""
NUMBER, WIDEST = 3.88, 24.0
"""Millimetres: the type of a visible ID, and how wide it is at most in it; longer ones are smaller."""
TYPED = frozenset({"added", "removed", "reworded", "text"})
"""Kinds of change that show what was typed as it was."""


class Beside(Struct, frozen=True):
    """Paragraphs of both editions that stand beside each other."""

    old: tuple[Paragraph, ...]
    new: tuple[Paragraph, ...]


def wordings(entry: SynopsisEntry, comparison: Comparison) -> Iterator[Beside]:
    """Both sides in pieces; of what was split or merged all old ones beside all new ones."""
    found = [
        piece for element in entry.elements for piece in _of_element(entry, element, comparison)
    ]
    if len(entry.elements) == 1:
        yield from found
        return
    yield Beside(*(tuple(line for piece in found for line in side(piece)) for side in (_old, _new)))


def _old(piece: Beside) -> tuple[Paragraph, ...]:
    return piece.old


def _new(piece: Beside) -> tuple[Paragraph, ...]:
    return piece.new


def _of_element(
    entry: SynopsisEntry, element: ToldElement, comparison: Comparison
) -> Iterator[Beside]:
    """With the element's name in front where its number does not stand beside it alone."""
    several = len(entry.elements) > 1
    label = element.subject.shown if several else element.subject.called
    for piece in _pieces(element, comparison):
        old = _side(piece.old, None)
        new = _side(piece.new, comparison.new.by_id.get(element.subject.id))
        named = label and (several or not _says(label, (*old, *new)))
        name = element.subject.id if several and element is not entry.elements[-1] else None
        line = Paragraph((Run(label, bold=True),), "cell")
        there = bool(new) or not old
        first = replace(line, bookmark=name)
        before_old = (line if there else first,) if named else ()
        before_new = (first,) if named else ()
        label = ""
        yield Beside((*before_old, *old) if old else (), (*before_new, *new) if new else ())


def _says(label: str, content: tuple[Paragraph, ...]) -> bool:
    return any(label in plain_words(paragraph) for paragraph in content)


def plain_words(paragraph: Paragraph) -> str:
    """What a paragraph of this document prints."""
    return "".join(part.text for part in paragraph.content if isinstance(part, Run))


def _pieces(element: ToldElement, comparison: Comparison) -> Iterator[SidePiece]:
    """Of each change; before the first the wording where no change shows it."""
    silent = not any(change.speaks_for_itself for change in element.changes)
    if silent or not element.changes:
        yield SidePiece(*element.wording)
    for change in element.changes:
        if change.source.change.kind == "edition":  # its key is nobody's name for it
            sides = (edition(side.kopf.fassung) for side in (comparison.old, comparison.new))
            yield SidePiece(*(plain(said) for said in sides))
            continue
        made = change.source.change.kind not in TYPED  # of values, in the words of the program
        for piece in change.pieces:
            shown = _with(piece, quoted) if made else piece
            yield _bare(shown) if change.one_sided else shown


def _bare(piece: SidePiece) -> SidePiece:
    """Without marks: what is wholly new or gone is called so."""
    return SidePiece(*(tuple(map(_unmarked, side)) for side in (piece.old, piece.new)))


def _unmarked(part: MarkedPart) -> MarkedPart:
    words = "".join(span.text for span in part.spans)
    return replace(part, spans=(Span(words, "plain"),))


def _with(piece: SidePiece, change: Callable[[str], str]) -> SidePiece:
    def of(side: MarkedParts) -> MarkedParts:
        return tuple(
            replace(part, spans=tuple(replace(s, text=change(s.text)) for s in part.spans))
            for part in side
        )

    return SidePiece(of(piece.old), of(piece.new))


def _side(parts: MarkedParts, element: Element | None) -> tuple[Paragraph, ...]:
    return tuple(_paragraph(part, _whose(part, element)) for part in parts)


def _whose(part: MarkedPart, element: Element | None) -> Address | None:
    """Whose wording a paragraph of the new side is: only where it is a whole one and nothing else.

    One with brackets of its own has no address, as the marks are brackets, too.
    """
    words = "".join(span.text for span in part.spans)
    fields = [field for field in WORDINGS if getattr(element, field, None) == words]
    if element is None or part.label or part.aside or not fields or "[" in words or "]" in words:
        return None
    return Address(element.id, fields[0], SYNOPSIS)


def _paragraph(part: MarkedPart, address: Address | None) -> Paragraph:
    """Old and new words in brackets; neither hangs on a colour."""
    if part.aside:
        return Paragraph(tuple(Run(span.text, italic=True) for span in part.spans), "cell")
    label = (Run(f"{part.label}: ", italic=True),) if part.label else ()
    words = Inlines()
    for span in part.spans:
        for run in _runs(span):
            words.add(run)
    return Paragraph((*label, *words.done()), "cell", address=address)


def _runs(span: Span) -> Iterator[Run]:
    """The spaces around what is marked stay outside of the brackets."""
    words = span.text.strip()
    if span.mark == "plain" or not words:
        yield Run(span.text)
        return
    start = span.text.index(words)
    before, behind = span.text[:start], span.text[start + len(words) :]
    yield from ((Run(before),) if before else ())
    yield Run(f"[{words}]", shown=span.mark)
    yield from ((Run(behind),) if behind else ())


# what and why


def numbers(entry: SynopsisEntry) -> tuple[Paragraph, ...]:
    """What stands in the first column: the visible ID, what it is, its running number."""
    lines: list[Paragraph] = []
    details: dict[str, None] = {}
    for element in entry.elements:
        subject = element.subject
        if not subject.called and subject.level not in ("Text", "Strategie"):
            long = width(subject.shown, NUMBER, bold=True) > WIDEST
            lines.append(Paragraph((Run(subject.shown, bold=True),), "detail" if long else "cell"))
        details |= dict.fromkeys(subject.number.split(", ") if subject.number else [subject.level])
    return (*lines, *(Paragraph((Run(detail),), "detail") for detail in details))


def explained(entry: SynopsisEntry, kopf: Kopf) -> tuple[Paragraph, ...]:
    """What happened, why, and who decides."""
    if not entry.changes:
        return (Paragraph((Run(UNCHANGED),), "reason"),)
    said: list[Inline] = [Run(f"{what_happened(entry)}.", bold=True)]
    reasons = dict.fromkeys(change.reason or NO_REASON for change in entry.changes)
    if len(reasons) > 1:
        reasons.pop(NO_REASON, None)
    said += [Run(f" {' '.join(reasons)}")]
    votes = dict.fromkeys(filter(None, (vote(change, kopf) for change in entry.changes)))
    said += [Run(f" {listed(list(votes))}", bold=True)] if votes else []
    return (Paragraph(tuple(said), "reason"),)


def what_happened(entry: SynopsisEntry) -> str:
    """ "umformuliert, umgestellt": every kind once; of a split what became of the old ones."""
    several = len(entry.elements) > 1
    gone = {e.subject.id for e in entry.elements if _is(e, "removed")}
    told: dict[str, None] = {}
    for element in entry.elements:
        for change in element.changes:
            if several and gone and change.source.change.kind == "added":
                continue
            mixed = change.source.editorial and not entry.editorial
            words = change.what.removeprefix("entfallen, ") if several else change.what
            told[words + (" (redaktionell)" if mixed else "")] = None
    return quoted(", ".join(told) or "neu")


def _is(element: ToldElement, kind: str) -> bool:
    return any(change.source.change.kind == kind for change in element.changes)
