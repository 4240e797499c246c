"""A folder to its edition with all that the check has to say about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import GeneratorError
from generator.finding import Finding, Severity
from generator.model.kinds import OPINIONS, PROGRESS
from generator.model.print_gap import NOT_PRINTED, PrintProof
from generator.model.strategy import Strategy
from generator.read.catalogue import STRUCTURE
from generator.read.neighbours import neighbours
from generator.read.origin import Folder, Origin
from generator.read.reading import Reading, read_strategy
from generator.read.schema_files import stale_schemas
from generator.read.seal_check import broken_seals
from generator.read.seals import former_ids, missing_files, read_seals, wrong_predecessor

if TYPE_CHECKING:
    from generator.graph.edition import Edition
    from generator.render.documents.context import Context


class Checked(Struct, frozen=True, dict=True):
    """An edition, None where it could not be read, with all findings."""

    reading: Reading
    edition: Edition | None
    findings: tuple[Finding, ...]
    printed: Context | None = None
    """The edition as documents print it, where the check has made that already."""
    former: frozenset[str] = frozenset()
    """The IDs of earlier editions."""

    @property
    def strategy(self) -> Strategy | None:
        """The strategy, None where a file could not be understood."""
        return self.reading.strategy

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop a build."""
        return [f for f in self.findings if f.severity is Severity.ERROR and not f.accepted]

    @property
    def leftovers(self) -> list[Finding]:
        """The findings that a draft may have, but no edition that is sealed."""
        from generator.checks.registry import rules

        sealing = {rule.code for rule in rules() if rule.seals}
        return [f for f in self.findings if f.rule in sealing and not f.accepted]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many goals of each level and Empfehlungen there are, in document order."""
        from generator.graph.queries import counts

        if self.edition is None:
            return {}
        found = counts(self.edition.graph)
        keys = [stufe.schluessel for stufe in self.edition.strategy.kopf.stufen]
        return {key: found.get(key, 0) for key in [*keys, "empfehlungen"]}

    @property
    def labels(self) -> dict[str, str]:
        """The words for what ``counts`` counts, in the number counted."""
        stufen = self.strategy.kopf.stufen if self.strategy else ()
        words = {s.schluessel: (s.name, s.mehrzahl) for s in stufen}
        words["empfehlungen"] = ("Empfehlung", "Empfehlungen")
        return {key: words[key][count != 1] for key, count in self.counts.items()}


def check(
    folder: Path, quick: bool = False, words: bool = False, asof: date | None = None
) -> Checked:
    """Read a strategy and apply all rules.

    ``quick`` leaves out what needs the document and what reads all texts once more,
    ``words`` asks for rare words too, ``asof`` is the day for which a Frist counts as passed.
    """
    from generator.checks.run import Extent, run
    from generator.graph.edition import Edition

    reading = _read(folder)
    seals = read_seals(folder)
    found = broken_seals(folder, seals)
    if reading.strategy is None:
        return Checked(reading, None, run(reading, also=found))
    edition = Edition(reading.strategy, neighbours(folder, reading.strategy))
    found += stale_schemas(folder, reading.strategy.kopf)
    predecessor = reading.strategy.kopf.fassung.vorgaenger
    place = reading.positions.at("strategy.yaml", "fassung", "vorgaenger")
    found += wrong_predecessor(folder, seals, predecessor, place)
    found += missing_files(folder, seals, predecessor)
    found += _touched_reports(folder, reading)
    former = former_ids(folder, seals, predecessor) or None  # None: what came before is not known
    printed = None if quick else _printed(edition)
    shown = in_print(reading, printed) if printed else NOT_PRINTED
    chosen = Extent(quick, words, asof)
    findings = run(reading, former, edition, shown, found, chosen)
    return Checked(reading, edition, findings, printed, frozenset(former or ()))


def _read(folder: Path) -> Reading:
    """With what git knows of the one file that is not for everyone."""
    reading = read_strategy(Folder(folder))
    if OPINIONS not in reading.positions.files:
        return reading
    from generator.read.git import tracks

    return replace(reading, tracked=tracks(folder, OPINIONS))


def _touched_reports(folder: Path, reading: Reading) -> list[Finding]:
    """What is not as it was when its period was closed; few strategies have periods."""
    if reading.strategy is None or PROGRESS not in reading.positions.files:
        return []
    from generator.read.period_seals import broken_periods

    return broken_periods(folder, reading.strategy, reading.positions)


def _printed(edition: Edition) -> Context:
    from generator.render.documents.context import context_of

    return context_of(edition)


def in_print(reading: Reading, printed: Context) -> PrintProof:
    """What the document of a strategy shows in print; nothing where the strategy itself has gaps."""
    from generator.render.documents.strategy_document.print_order import document_blocks
    from generator.render.proof import proof

    if any(f.rule in STRUCTURE | {"Z102", "Z101"} for f in reading.findings):
        return NOT_PRINTED
    sources = {key: (s.raw, s.body_start) for key, s in reading.positions.texts.items()}
    return proof(printed, document_blocks, sources)


def sound(origin: Origin, name: str) -> tuple[Reading, Strategy]:
    """A strategy to compare with; GeneratorError where it cannot be read without mistakes."""
    reading = read_strategy(origin)
    errors = [f for f in reading.findings if f.severity is Severity.ERROR]
    if reading.strategy is None or errors:
        place = errors[0].position if errors else None
        where = f" ({place.file}:{place.line}: {errors[0].message})" if place else ""
        mend = f"«strategie check» für «{name}» aufrufen und die Fehler beheben."
        past = "Was in git steht, bleibt so: mit einem Stand vergleichen, der fehlerfrei ist."
        raise GeneratorError(
            f"Die Fassung «{name}» lässt sich nicht lesen{where}",
            past if name.startswith("git:") else mend,
        )
    return reading, reading.strategy


def not_sealed(why: str, found: Sequence[Finding]) -> GeneratorError:
    """That a strategy is not sealed, why, and the first finding that keeps it from that."""
    first = found[0]
    return GeneratorError(
        f"{why}, zuerst {first.position.file}:{first.position.line}: {first.message}",
        "«strategie check» zeigt alle. Erst beheben oder mit Grund als Abweichung anerkennen.",
    )
