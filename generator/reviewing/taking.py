"""A review to the strategy with what was decided and can be made, and to what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.edit.given_files import strategy_in
from generator.edit.rewrite import rewritten
from generator.edits import edit_all
from generator.errors import GeneratorError
from generator.model.kinds import OPINIONS
from generator.model.review import Applied, Recorded, Statement
from generator.model.stellungnahme import Runde
from generator.pipeline import check
from generator.read.git import ignores
from generator.read.origin import Folder
from generator.read.seals import belongs_to_edition
from generator.reviewing.applying import applied
from generator.reviewing.deciding import TAKEN, wanted
from generator.reviewing.opinion_entries import named_from
from generator.reviewing.recording import with_review
from generator.reviewing.returned import Reviewed, again

NOT_IGNORED = (
    "Die Datei nennt Personen. Damit sie nicht in git gerät, in .gitignore neben dem Ordner «{0}» die "
    "Zeile «/{0}/{1}» eintragen."
)
ELSEWHERE = "Entschieden, aber in keiner der genannten Dateien: {}. Um das zu übernehmen, auch diese Dateien angeben."

Written = dict[str, bytes | None]


def recorded(folder: Path, found: Reviewed) -> tuple[Recorded, Reviewed]:
    """Put into stellungnahmen.yaml what is not there yet; the review with the entries.

    GeneratorError where the folder is not to be changed.
    """
    files = _files(folder)
    ledger = with_review(found.strategy.runden, found.review, named_from(folder))
    known = len(ledger.links) - len(ledger.added)
    if ledger.rounds == found.strategy.runden:
        return Recorded(known=known), found
    strategy = found.strategy.model_copy(update={"runden": ledger.rounds})
    edited = edit_all(folder, rewritten(files, strategy))
    notes = [edited.way_back]
    if not ignores(folder, OPINIONS):
        notes.append(NOT_IGNORED.format(folder.resolve().name, OPINIONS))
    written = tuple(path.as_posix() for path in edited.written)
    told = Recorded(ledger.added, known, ledger.superseded, written, tuple(notes))
    return told, again(folder, found, strategy)


def taken_over(folder: Path, found: Reviewed, *, with_open: bool) -> Applied:
    """Write what is decided, with ``with_open`` also what is open and in no conflict.

    What is written has been read and printed again before. The former files are kept.
    GeneratorError where the folder is not to be changed.
    """
    files = _files(folder)
    every = found.review.statements
    chosen = wanted(every, found.entries, with_open=with_open)
    there = [one for one in every if one.stands and one.kind == "moved"]
    outcome = applied(folder, files, found.strategy, chosen, there)
    refused = {one.id: str(one.why) for one in chosen if not (one.applicable or one.stands)}
    done = tuple(one.id for one in chosen if one.stands)
    changes = [one for one in every if one.kind != "comment"]
    left = {one.id for one in changes} - {one.id for one in chosen}
    made = dict(outcome.files) | _decided(files, outcome.files, found, (*outcome.taken, *done))
    rejected = [one for one in changes if one.id in left and one.decision == "abgelehnt"]
    written, notes = _written(folder, made)
    return Applied(
        outcome.taken,
        refused | outcome.refused,
        done,
        tuple(one.id for one in changes if one.id in left and one.decision == "offen"),
        tuple(one.id for one in rejected),
        written,
        (
            *(f"{one.id}: {one.why}" for one in rejected if one.stands),
            *elsewhere(found.strategy.runden, every),
            *notes,
        ),
    )


def elsewhere(rounds: Iterable[Runde], statements: Iterable[Statement]) -> Iterator[str]:
    """A sentence on what was decided in the rounds of these statements and stands in other files."""
    here = {one.recorded for one in statements}
    shared = [one for one in rounds if any(entry.id in here for entry in one.stellungnahmen)]
    left = [
        f"{entry.id} ({entry.datei})"
        for one in shared
        for entry in one.standing
        if entry.id not in here and entry.entscheidung in TAKEN and (entry.neu or entry.wording)
    ]
    if left:
        yield ELSEWHERE.format(", ".join(left))


def _decided(
    files: Mapping[str, bytes],
    made: Mapping[str, bytes | None],
    found: Reviewed,
    there: tuple[str, ...],
) -> Written:
    """The entries of what was open and is in the strategy now: that is a decision."""
    names = {one.recorded for one in found.review.statements if one.id in there and _is_open(one)}
    if not names:
        return {}
    after = {name: data for name, data in {**files, **made}.items() if data is not None}
    strategy = strategy_in(after)
    rounds = tuple(_taken(round_, names) for round_ in strategy.runden)
    return rewritten(after, strategy.model_copy(update={"runden": rounds}))


def _is_open(one: Statement) -> bool:
    return bool(one.recorded) and one.decision == "offen"


def _taken(round_: Runde, names: set[str]) -> Runde:
    entries = (
        entry.model_copy(update={"entscheidung": "uebernommen"}) if entry.id in names else entry
        for entry in round_.stellungnahmen
    )
    return round_.model_copy(update={"stellungnahmen": tuple(entries)})


def _files(folder: Path) -> dict[str, bytes]:
    """The files of a strategy that may be changed and can be read without mistakes."""
    if belongs_to_edition(folder):
        raise GeneratorError(
            f"{folder.as_posix()} ist eine gesiegelte Fassung; sie wird nicht geändert.",
            "Geändert wird der Entwurf: mit «--strategy ORDNER» seinen Ordner angeben.",
        )
    origin = Folder(folder)
    files = {name: origin.read(name) or b"" for name in origin.names()}
    strategy_in(files)
    return files


def _written(folder: Path, made: Written) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the written files, and sentences on the way back and on what the check says."""
    if not made:
        return (), ()
    edited = edit_all(folder, made)
    names = tuple(path.as_posix() for path in (*edited.written, *edited.removed))
    return names, (edited.way_back, *_checked(folder))


def _checked(folder: Path) -> Iterator[str]:
    errors = len(check(folder).errors)
    if errors:
        yield f"Die Prüfung nennt jetzt {errors} Fehler; «strategie check» zeigt sie."
    else:
        yield "Die Prüfung nennt keine Fehler. «strategie build» erzeugt die Dokumente neu."
