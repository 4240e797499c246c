"""The table of contents of the program: what each command does, step by step."""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.checking import Checked, check, not_sealed, sound
from generator.errors import GeneratorError
from generator.finding import Finding, Severity
from generator.model.german import counted
from generator.model.kinds import HEAD, REASONS
from generator.model.strategy import Strategy
from generator.read.editions import (
    EDITIONS,
    edition_names,
    editions_folder,
    origin_of,
)
from generator.read.origin import Folder
from generator.read.reading import Reading
from generator.read.seals import MANIFEST, former_ids, read_seals

if TYPE_CHECKING:
    from generator.compare.comparison import Comparison
    from generator.graph.edition import Edition
    from generator.render.inputs import Inputs
    from generator.seal import Decision

__all__ = [
    "BuildOptions",
    "Built",
    "Checked",
    "Compared",
    "Frozen",
    "build",
    "check",
    "diff",
    "freeze",
    "unsettled",
]

ITS_OWN = ("strategie.docx", "strategie.pdf", "strategie.html")
"""The products that have parts besides the chapters."""

Progress = Callable[[str], None]


def _silent(step: str) -> None:
    """Shows nothing."""


class Built(Struct, frozen=True):
    """What a build wrote, and what it has to say about it."""

    written: tuple[Path, ...]
    notes: tuple[str, ...]


class Compared(Struct, frozen=True):
    """A comparison, and what it shows to be unfinished or doubtful about the Fortschreibung."""

    comparison: "Comparison"
    reading: Reading
    reasons: bytes | None = None
    """changes.yaml of the new edition as it stands, where there is one."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Z701 to Z704, with the severities and acceptances of the house."""
        from generator.checks.run import compared

        return compared(self.reading, self.comparison)


def diff(folder: Path, side: str | None, newer: str | None = None) -> Compared:
    """Compare ``newer`` (default: the strategy in ``folder``) with ``side`` (its predecessor)."""
    origin = Folder(folder) if newer is None else origin_of(newer, folder)
    reading, new = sound(origin, newer or str(folder))
    side = side or new.kopf.fassung.vorgaenger
    if side is None:
        raise GeneratorError(
            "Diese Fassung nennt keinen Vorgänger, mit dem sie zu vergleichen wäre.",
            "Eine Fassung angeben («strategie diff 2018») oder in strategy.yaml unter fassung "
            "die Zeile «vorgaenger: …» eintragen.",
        )
    from generator.graph.edition import Edition

    compared = _compared(folder, side, reading, Edition(new))
    return replace(compared, reasons=origin.read(REASONS))


def _compared(folder: Path, side: str, reading: Reading, new: "Edition") -> Compared:
    from generator.compare.comparison import compare
    from generator.graph.edition import Edition

    old = Edition(sound(origin_of(side, folder), side)[1])
    return Compared(compare(old, new), reading)


class BuildOptions(Struct, frozen=True):
    """How to build: see ``strategie build --help``."""

    output: Path
    only: tuple[str, ...] = ()
    against: str | None = None
    pages: str = "auto"
    despite_errors: bool = False
    revision: str | None = None
    cache: Path | None = None
    """Where page numbers are kept by digest."""
    every: bool = False
    """Whether Synopse and web page also hold what did not change."""
    pdf: bool = False
    """Whether the strategy is wanted as PDF too."""
    period: str | None = None
    """The reporting period that is told of; None for the last with a report."""
    asof: date | None = None
    """The day for which a Frist counts as passed; None for the Stichtag of the period."""
    numbered_lines: bool = False
    """Whether a copy of it with numbered lines is wanted."""
    remarks: bool = False
    """Whether the Änderungsfassung gives the reason of each change and who decides at its margin."""


def build(
    folder: Path, options: BuildOptions, progress: Progress = _silent
) -> tuple[Checked, Built | None]:
    """Check, render every product and write them; nothing is written where errors stop it."""
    from generator.notes import on_build, on_opinions, on_parts
    from generator.outputs import put_out
    from generator.render.chosen_products import chosen, possible, stale_files

    products = chosen(options.only, options.pdf, options.numbered_lines)
    _refuse_sealed(options.output)
    progress("Strategie lesen und prüfen")
    checked = check(folder)
    edition = checked.edition
    if edition is None or (checked.errors and not options.despite_errors):
        return checked, None
    side = options.against or edition.strategy.kopf.fassung.vorgaenger
    compared = None
    if side is not None:
        progress(f"Mit der Fassung {side} vergleichen")
        compared = _compared(folder, side, checked.reading, edition)
    inputs = _inputs(checked, edition, compared, options)
    weighs = [p for p in products if p.needs == "opinions"]
    products = possible(products, inputs, asked=bool(options.only))
    word = options.pages == "off" and any(p.file.endswith(".docx") for p in products)
    notes = list(on_build(compared.findings if compared else None, without_pages=word))
    if weighs:
        notes += on_opinions(edition.strategy, asked=bool(options.only))
    if any(p.file in ITS_OWN for p in products):
        notes += on_parts(edition.strategy, compared.comparison.old if compared else None)
    made = {}
    for product in products:
        progress(f"{product.file} erzeugen")
        made[product.file] = product.make(inputs)
        made |= product.more(inputs)
    notes += [one.note for one in made.values() if one.note]
    progress("Dateien schreiben")
    files = {name: one.data for name, one in made.items()}
    output = put_out(options.output, files, None if options.only else stale_files(files))
    return checked, Built(tuple(output.written), tuple(dict.fromkeys([*notes, *output.notes])))


def unsettled(folder: Path, checked: Checked) -> tuple[Finding, ...]:
    """What the comparison with the predecessor leaves open, questions first; () where there is none."""
    edition = checked.edition
    side = edition.strategy.kopf.fassung.vorgaenger if edition and not checked.errors else None
    if edition is None or side is None:
        return ()
    try:
        compared = _compared(folder, side, checked.reading, edition)
    except GeneratorError as error:  # the predecessor has faults of its own
        place = checked.reading.positions.at(HEAD, "fassung", "vorgaenger")
        message = f"{error.message} {error.hint}".strip()
        return (Finding("Z016", Severity.HINT, message, place),)
    return tuple(finding for finding in compared.findings if not finding.accepted)


def _inputs(
    checked: Checked, edition: "Edition", compared: Compared | None, options: BuildOptions
) -> "Inputs":
    from generator.following import followed
    from generator.render.documents.context import context_of
    from generator.render.inputs import Inputs

    return Inputs(
        checked.printed or context_of(edition),
        compared.comparison if compared else None,
        digest=digest(edition.strategy),
        pages=options.pages,
        faulty=bool(checked.errors),
        revision=options.revision,
        cache=options.cache,
        every=options.every,
        reports=followed(checked, options.period, options.asof),
        remarks=options.remarks,
    )


def _refuse_sealed(output: Path) -> None:
    if (output / MANIFEST).is_file():
        raise GeneratorError(
            f"{output.as_posix()} ist eine gesiegelte Fassung; dorthin wird nichts geschrieben.",
            "Mit «--output ORDNER» einen anderen Ordner wählen.",
        )


class Frozen(Struct, frozen=True):
    """A sealed edition, the draft after it, what is doubtful, and how to go back."""

    edition: Path
    number: int
    """Of the files of the edition."""
    draft: tuple[Path, ...]
    notes: tuple[str, ...]
    way_back: str


def freeze(folder: Path, decision: "Decision") -> Frozen:
    """Seal the strategy as an adopted edition and prepare the next draft; notes say what is doubtful.

    Edition and draft are written together or not at all. GeneratorError where the edition
    exists, the strategy is adopted already, the decision cannot be, the check has errors or there is
    still what no edition may hold: what editors left in a draft, a text of ``init``.
    """
    from generator.edits import edit_all
    from generator.seal import manifest, next_draft, refuse, sealed_files, unsettled
    from generator.write import recover

    recover(folder)
    checked = check(folder)
    edition = checked.edition
    strategy = edition.strategy if edition else None
    fassung = strategy.kopf.fassung if strategy else None
    before = fassung.vorgaenger if fassung else None
    former = None
    if before and before in edition_names(folder):
        former = sound(origin_of(before, folder), before)[1].kopf.fassung
    refuse(decision, editions_folder(folder) / decision.edition, fassung, former)
    if edition is None or strategy is None or checked.errors:
        raise not_sealed(
            f"Die Strategie hat {len(checked.errors)} Fehler und wird so nicht gesiegelt",
            checked.errors,
        )
    if left := checked.leftovers:
        places = counted(len(left), "Stelle", "Stellen")
        raise not_sealed(f"An {places} steht noch etwas, das vor dem Siegeln weg muss", left)
    origin = Folder(folder)
    files = sealed_files(origin, strategy, decision)
    taken = former_ids(folder, read_seals(folder), before)
    files[MANIFEST] = manifest(edition.graph, files, decision.edition, before, taken)
    sealed = {f"{EDITIONS}/{decision.edition}/{name}": data for name, data in files.items()}
    notes = (*unsettled(strategy, decision), *_left_open(folder, checked))
    edited = edit_all(folder, next_draft(origin, strategy, decision), sealed)
    target = folder / EDITIONS / decision.edition
    draft = (folder / HEAD, folder / REASONS)
    return Frozen(target, len(sealed), draft, notes, edited.way_back)


def _left_open(folder: Path, checked: Checked) -> Iterator[str]:
    """What check and comparison had to say about an edition that is sealed now."""
    from generator.checks.z502_wortlaut_nicht_angegeben import CODE as WORDING
    from generator.notes import on_opinions, open_questions

    warnings = [f for f in checked.findings if f.severity is Severity.WARNING and not f.accepted]
    if warnings:
        number = counted(len(warnings), "Warnung", "Warnungen")
        yield f"Die Prüfung nannte {number}, zuerst: {warnings[0].message}"
    yield from (f.message for f in checked.findings if f.rule == WORDING and not f.accepted)
    edition = checked.edition
    if edition:
        yield from on_opinions(edition.strategy, asked=False)
    before = edition.strategy.kopf.fassung.vorgaenger if edition else None
    if edition and before in edition_names(folder):
        yield from open_questions(_compared(folder, before, checked.reading, edition).findings)


def digest(strategy: Strategy) -> str:
    """SHA-256 over the content of a strategy, the same on every machine; 64 hex digits."""
    content = hashlib.sha256(strategy.model_dump_json().encode())
    for figure in strategy.abbildungen:
        if figure.bild:
            content.update(hashlib.sha256(figure.bild.inhalt).digest())
    return content.hexdigest()
