"""A file to the folder of a strategy and its receipt: reads, recognises, makes, proves, writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from generator.edit.whole import whole_files
from generator.importing.accounting import line_uses
from generator.importing.claimed_counts import claimed_counts, counts_of
from generator.importing.county import body_of
from generator.importing.doubts import doubts
from generator.importing.figure_candidates import figure_candidates
from generator.importing.former_ids import former_ids
from generator.importing.made_strategy import MadeStrategy
from generator.importing.profile_file import profile_bytes
from generator.importing.receipt import Doubt, ImportReceipt
from generator.importing.receipt_text import receipt_markdown
from generator.importing.strategy_maker import StrategyMaker
from generator.match.recognised.carriers import grouped_rank, lift_fields
from generator.match.recognised.omitted import COMPUTED, omitted
from generator.match.recognised.outline import Outline
from generator.match.recognised.outline_builder import OutlineBuilder
from generator.match.recognised.profile import ImportProfile
from generator.match.recognised.proposal import Proposal, proposal
from generator.match.recognised.segments import Segmenter
from generator.match.recognised.sign_words import label
from generator.match.recognised.signs import SignReader
from generator.model.goal import Ziel
from generator.model.koerperschaft import Koerperschaft
from generator.model.picture import FOLDER
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy
from generator.receive.foreign import ForeignDocument
from generator.receive.foreign_reader import foreign_document
from generator.receive.line_joints import LineJoiner, joiner
from generator.receive.package_reader import Convert

PROFILE, REPORT = "profil.yaml", "bericht.md"


class Imported(Struct, frozen=True):
    """The files of the new folder, and what is told of them."""

    files: Mapping[str, bytes]
    receipt: ImportReceipt


def read_source(path: Path, convert: Convert) -> ForeignDocument:
    """The document; GeneratorError with one sentence where it cannot be read."""
    return foreign_document(path, convert, _begins, _begins)


def imported(
    document: ForeignDocument,
    profile: ImportProfile | None,
    day: date,
    old: Strategy | None = None,
    whose: Koerperschaft | None = None,
) -> Imported:
    """Everything that will be written; without a profile by the one that the source suggests.

    What is the same in an ``old`` edition keeps its ID; ``whose`` it is may be known beforehand.
    """
    document = omitted(document, profile.auslassen if profile else COMPUTED)
    suggested = Proposal(profile) if profile else _proposed(document)
    joined = joiner(line.text for p in document.passages for line in p.lines)
    outline = outlined(document, suggested.profile)
    body, told = (whose, True) if whose else body_of(document)
    title = document.title or Path(document.name).stem
    former = former_ids(outline, old, joined) if old else None
    maker = StrategyMaker(document, outline, suggested.profile, joined, former)
    made = maker.strategy(day, body, title)
    files = dict(whole_files(made.strategy))
    files |= {f"{FOLDER}{name}": data for name, data in document.pictures.items()}
    asked = _asked(document, told, suggested)
    receipt = _receipt(document, outline, made, joined, asked)
    if former is not None:
        receipt = replace(receipt, kept=tuple(former.told), replaced=_replaced(made.strategy))
    files[PROFILE] = profile_bytes(suggested.profile, document.name)
    receipt = replace(receipt, written=tuple(sorted([*files, REPORT])))
    files[REPORT] = receipt_markdown(receipt).encode()
    return Imported(files, receipt)


def _replaced(strategy: Strategy) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What comes from earlier elements, as it is proposed."""
    elements: list[Ziel | Empfehlung] = [*strategy.goals(), *strategy.recommendations()]
    return tuple((one.id, one.ersetzt) for one in elements if one.ersetzt)


def _proposed(document: ForeignDocument) -> Proposal:
    """What the source suggests; what was left out is said in the profile."""
    found = proposal(document.passages)
    gone = dict.fromkeys(
        a.what[14:-1] for a in document.asides if a.what.startswith("ausgelassen: «")
    )
    profile = found.profile.model_copy(update={"auslassen": tuple(gone)})
    return replace(found, profile=profile)


def outlined(document: ForeignDocument, profile: ImportProfile) -> Outline:
    """The outline of a document by a profile."""
    segmenter = Segmenter(
        SignReader(profile), not any(p.kind == "heading" for p in document.passages)
    )
    segments = list(segmenter.segments(document.passages))
    outline = OutlineBuilder(profile, grouped_rank(profile, segments)).outline(segments)
    lift_fields(outline, profile)
    return outline


def _receipt(
    document: ForeignDocument,
    outline: Outline,
    made: MadeStrategy,
    joined: LineJoiner,
    asked: list[Doubt],
) -> ImportReceipt:
    strategy = made.strategy
    counts = counts_of(strategy)
    names = {line.number: identity for identity, line in made.places.items()}
    return ImportReceipt(
        document.name,
        document.unit,
        strategy,
        made.places,
        counts,
        claimed_counts(document, strategy, counts, joined),
        (*asked, *made.doubts, *doubts(document, outline, names, made.noted)),
        line_uses(
            document,
            [*made.went, *((one, "noch einmal gedruckt") for one in outline.repeated)],
            made.noted,
        ),
        tuple(figure_candidates(document, joined)),
        said=document.said,
    )


def _asked(document: ForeignDocument, told: bool, suggested: Proposal) -> list[Doubt]:
    """What concerns the whole."""
    found = [Doubt(None, "", sentence) for sentence in suggested.open]
    missing = [*([] if document.title else ["Titel"]), *([] if told else ["Körperschaft"])]
    if missing:
        found.append(
            Doubt(
                None,
                "",
                f"Die Vorlage sagt nicht eindeutig: {' und '.join(missing)}. In strategy.yaml eintragen.",
            )
        )
    return found


def _begins(text: str) -> bool:
    """Whether a line begins a goal or a Handlungsfeld by its word."""
    return label(text) is not None
