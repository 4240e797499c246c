"""Turns a reading into all findings: severities of the house and acceptances applied, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.checks.check_context import PLACEHOLDER, CheckContext
from generator.checks.registry import Rule, codes, rules
from generator.checks.z601_abweichung_ohne_anlass import CODE as LAST
from generator.checks.z701_aenderung_ohne_begruendung import CODE as MANY
from generator.finding import Finding, Severity
from generator.graph.edition import Edition
from generator.model.head import Abweichung, Kopf
from generator.model.print_gap import NOT_PRINTED, PrintProof
from generator.model.seen import as_seen
from generator.read.catalogue import CODES as READER
from generator.read.reading import Reading
from generator.read.seals import FormerId

if TYPE_CHECKING:
    from generator.compare.comparison import Comparison

SEVERITIES = {
    "fehler": Severity.ERROR,
    "warnung": Severity.WARNING,
    "hinweis": Severity.HINT,
    "aus": None,
}


class Extent(Struct, frozen=True):
    """Which rules run: ``quick`` without the thorough ones, ``words`` also those only run on request.

    ``asof`` is the day for which a Frist counts as passed, None for the Stichtag reported on.
    """

    quick: bool = False
    words: bool = False
    asof: date | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Those that run without a comparison, but the one about what the others found."""
        return tuple(rule for rule in rules(self.quick) if self._holds(rule) and rule.code != LAST)

    def _holds(self, rule: Rule) -> bool:
        return not rule.compares and (self.words or not rule.asked)


ALL = Extent()


def run(
    reading: Reading,
    former: Mapping[str, FormerId] | None = None,
    edition: Edition | None = None,
    printout: PrintProof = NOT_PRINTED,
    also: Iterable[Finding] = (),
    extent: Extent = ALL,
) -> tuple[Finding, ...]:
    """All findings of a reading, sorted by file and line.

    ``former`` are the IDs of earlier editions (None: not known, rules about them are
    silent), ``edition`` that of the strategy where the caller has made it already, ``printout``
    what its document shows, ``also`` what was found in its folder besides.
    Without a strategy (a file could not be understood) only the reader's findings.
    """
    strategy = reading.strategy
    if strategy is None:
        return _sorted((*reading.findings, *also))
    if reading.odd:  # rules look for what a reader sees
        edition = Edition(as_seen(strategy), edition.neighbours if edition else ())
    edition = edition or Edition(strategy)
    applied = extent.rules
    context = replace(_context(reading, edition, former, printout), asof=extent.asof)
    unasked = frozenset(codes()).difference(rule.code for rule in applied) - {LAST}
    found = [*reading.findings, *also]
    for rule in applied:
        found += _checked(rule, context, reading.mended)
    waiting = _waiting(found, applied)
    found = [finding for finding in found if finding.rule not in waiting]
    context = replace(context, found=tuple(found), not_asked=unasked | waiting)
    last = next(rule for rule in rules(extent.quick) if rule.code == LAST)
    return settled((*found, *_checked(last, context, reading.mended)), strategy.kopf)


def _context(
    reading: Reading, edition: Edition, former: Mapping[str, FormerId] | None, printout: PrintProof
) -> CheckContext:
    return CheckContext(
        edition,
        reading.positions,
        former,
        printout,
        odd=reading.odd,
        pictures=reading.pictures,
        lost=reading.lost,
        tracked=reading.tracked,
    )


def compared(reading: Reading, comparison: Comparison) -> tuple[Finding, ...]:
    """What the rules find that need a comparison; ``reading`` is that of its new edition.

    The few questions that need thought come before the many reasons still to be written.
    """
    context = CheckContext(comparison.after, reading.positions, comparison=comparison)
    comparing = (rule for rule in rules() if rule.compares)
    found = [f for rule in comparing for f in _checked(rule, context, reading.mended)]
    told = settled(found, comparison.new.kopf)
    return tuple(sorted(told, key=lambda finding: finding.rule == MANY))


def _waiting(findings: list[Finding], applied: Iterable[Rule]) -> frozenset[str]:
    """The rules whose findings an error explains: whoever obeyed them would lose work."""
    there = {finding.rule for finding in findings if finding.severity is Severity.ERROR}
    return frozenset(rule.code for rule in applied if not there.isdisjoint(rule.after))


def settled(findings: Iterable[Finding], kopf: Kopf) -> tuple[Finding, ...]:
    """Findings with the severities and acceptances of the house, sorted by file and line."""
    return _sorted(_accepted(_weighted(findings, kopf), kopf))


def _checked(rule: Rule, context: CheckContext, mended: frozenset[str]) -> Iterable[Finding]:
    """What a rule finds, without what follows from mistakes that the reader has named."""
    return (
        finding
        for finding in rule.check(context)
        if finding.id not in mended and not (finding.id or "").startswith(PLACEHOLDER)
    )


def _weighted(findings: Iterable[Finding], kopf: Kopf) -> Iterable[Finding]:
    """The severities of the house; what prevents correct reading keeps its own."""
    chosen = {code: SEVERITIES[word] for code, word in kopf.schweregrade.items()}
    for finding in findings:
        if finding.rule not in chosen or finding.rule in READER:
            yield finding
        elif severity := chosen[finding.rule]:
            yield replace(finding, severity=severity)


def _accepted(findings: Iterable[Finding], kopf: Kopf) -> Iterable[Finding]:
    known: dict[tuple[str, str], list[Abweichung]] = {}
    for accepted in kopf.abweichungen:
        if accepted.regel not in READER:
            known.setdefault((accepted.regel, accepted.id), []).append(accepted)
    for finding in findings:
        there = known.get((finding.rule, finding.id or ""), ())
        reason = next((a.grund for a in there if a.covers(finding.message)), None)
        yield finding if reason is None else replace(finding, accepted=True, reason=reason)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.position, f.rule, f.message)))
