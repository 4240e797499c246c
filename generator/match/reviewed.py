"""Stories of returned files to a review: who did what to which element, in the document's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.match.absent import note
from generator.match.authors import by_us, ours
from generator.match.basis import Basis
from generator.match.chains import on_print
from generator.match.conflicts import with_conflicts
from generator.match.placing import place
from generator.match.remarks import remarks
from generator.match.repeated_prints import main_place, once
from generator.match.rows import joined
from generator.match.statements import Teller
from generator.match.surroundings import with_surroundings
from generator.match.typed_frames import frame_changes
from generator.match.unprinted import left_out
from generator.match.verdicts import StatementJudge, with_verdicts, wording
from generator.model.address import Address
from generator.model.review import ReturnedFile, Review, Statement
from generator.model.strategy import Strategy
from generator.receive.story import Stamp, Story
from generator.render.formats.docx.printed_map import PrintedParagraph

Decided = Callable[[list[Statement], Sequence[ReturnedFile]], list[Statement]]
"""Statements, and the files that they stand in, to the same with what was decided on them."""

OTHER_STATE = (
    "Aus welchem Stand der Strategie die Datei entstand, ließ sich nicht feststellen; ohne "
    "Änderungsverfolgung Getipptes ist darin nicht zu erkennen."
)
OTHER_EDITION = (
    "Die Datei entstand aus der Fassung {}, die Strategie hier ist die Fassung {}; übernommen wird, "
    "was dort noch an derselben Stelle steht."
)


class Returned(Struct, frozen=True):
    """A file as it is shown, its story, and what that is compared with."""

    file: str
    story: Story
    basis: Basis


def review(
    files: Sequence[Returned],
    strategy: Strategy,
    judge: StatementJudge,
    decided: Decided = lambda statements, _: statements,
) -> Review:
    """All statements with ids, conflicts and what can be written; every sign is accounted for.

    ``decided`` puts to them what people have decided, before it is asked what can be written.
    """
    common = _common(files)
    found: list[Statement] = []
    shown: list[ReturnedFile] = []
    for file in files:
        told = tell(file)
        statements = _in_order(file, told.statements, common)
        made = _accounted(file, statements, strategy.kopf.fassung.kennung)
        shown.append(replace(made, notes=(*made.notes, *told.notes)))
        found += statements
    found = _numbered(sorted(found, key=lambda one: one.position[0]))  # of one place file by file

    def now(address: Address) -> str | None:
        return wording(strategy, address)

    found = with_surroundings(with_conflicts(found, now), strategy)
    return Review(tuple(shown), tuple(with_verdicts(decided(found, shown), strategy, judge)))


class ToldFile(Struct, frozen=True):
    """What was done in one file, in its own order, and sentences on what is not in it at all."""

    statements: list[Statement]
    notes: tuple[str, ...] = ()


def tell(file: Returned) -> ToldFile:
    """What was done in one file."""
    basis, story = file.basis, file.story
    own = {comment.id for comment in story.comments if by_us(comment.author)}
    placing = place(story.paragraphs, basis.printed, own)
    told = Teller(file.file, basis.printed, basis.kind != "rejected", not story.torn).tell(placing)
    found = once(on_print(map(_noted, joined(told.found))))
    if basis.frame is not None and basis.kind != "rejected":
        found += frame_changes(file.file, placing.placed, basis.frame, len(basis.printed))
    found += remarks(file.file, story.comments, placing.placed, told.homes, basis.printed)
    away = placing.absent if basis.kind != "rejected" else ()
    return ToldFile(found, (note(basis.printed, away),) if away else ())


def _noted(one: Statement) -> Statement:
    """With what is not kept of it in a wording that can be written."""
    return replace(one, note=left_out(one.old, one.new)) if one.kind == "reworded" else one


def _common(files: Sequence[Returned]) -> dict[Address, int]:
    """Where the first file prints each address: the order in which all are listed."""
    printed: Iterable[PrintedParagraph] = files[0].basis.printed if files else ()
    places: dict[Address, int] = {}
    for number, entry in enumerate(printed):
        if entry.address is not None:
            places.setdefault(entry.address, number)
    return places


def _in_order(
    file: Returned, found: Sequence[Statement], common: dict[Address, int]
) -> list[Statement]:
    """With positions that can be compared with those of other files."""
    ranks: list[int] = []
    for entry in file.basis.printed:
        before = ranks[-1] if ranks else 0
        ranks.append(before if entry.address is None else common.get(entry.address, before))
    moved = (replace(one, position=_ranked(one.position, ranks)) for one in found)
    return sorted((_at_home(one, common) for one in moved), key=lambda one: one.position)


def _at_home(one: Statement, common: dict[Address, int]) -> Statement:
    """What was changed in an overview is told beside what was done to the element itself."""
    if one.address is None or one.address.main:
        return one
    home = replace(one.address, place=main_place(one.address))
    return replace(one, position=(common.get(home, one.position[0]), one.position[1]))


def _ranked(position: tuple[int, int], ranks: Sequence[int]) -> tuple[int, int]:
    entry, order = position
    return (ranks[entry] if entry < len(ranks) else len(ranks), order)


def _accounted(file: Returned, found: Sequence[Statement], edition: str) -> ReturnedFile:
    """The sums; what no statement holds counts as not placed, as does one without an element."""
    tracked = sum(one.inserted + one.deleted for one in found if one.tracked)
    lost = abs(_tracked(file.story) - tracked)
    unplaced = sum(
        1 if one.kind == "comment" else one.inserted + one.deleted
        for one in found
        if not one.placed
    )
    return ReturnedFile(
        file.file,
        file.basis.edition,
        file.basis.digest,
        file.basis.kind,
        sum(one.inserted for one in found),
        sum(one.deleted for one in found),
        len(file.story.comments),
        unplaced + lost,
        tuple(_notes(file, edition)),
    )


def _notes(file: Returned, edition: str) -> Iterator[str]:
    yield from file.story.mended
    if file.basis.kind == "rejected":
        yield OTHER_STATE
    if file.basis.edition not in ("", edition):
        yield OTHER_EDITION.format(file.basis.edition, edition)


def _tracked(story: Story) -> int:
    """Characters that reviewers put in or took out with tracking.

    What one person put in and took out again was never there for anyone else.
    """
    total = 0
    for paragraph in story.paragraphs:
        for piece in paragraph.pieces:
            stamps = list(_stamps(piece.inserted, piece.deleted))
            if len(stamps) == 2 and stamps[0].author == stamps[1].author:
                continue
            total += len(stamps) * len(piece.text)
    return total


def _stamps(*stamps: Stamp | None) -> Iterator[Stamp]:
    return (stamp for stamp in stamps if stamp is not None and not ours(stamp))


def _numbered(found: Sequence[Statement]) -> list[Statement]:
    """R001 and so on; replies name the one they answer by its number."""
    numbers = {(one.file, one.id): f"R{n:03}" for n, one in enumerate(found, 1) if one.id}
    return [
        replace(one, id=f"R{n:03}", reply_to=numbers.get((one.file, one.reply_to or "")))
        for n, one in enumerate(found, 1)
    ]
