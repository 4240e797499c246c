"""A telling to plain text for the terminal, changed words in [-alt-] {+neu+}."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from generator.compare.comparison import Comparison
from generator.edit.proposals import proposed_reasons
from generator.finding import Finding
from generator.model.change_kinds import CHANGES, explained
from generator.render.documents.telling.summary import Summary
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange, by_section
from generator.render.reports.terminal import WIDTH, filled, marked


def encode(telling: Telling) -> str:
    """Summary and impact first, then every change."""
    lines = [*_head(telling.summary), *_impact(telling)]
    for section, group in by_section(telling.changes):
        lines += ["", section]
        for told in group:
            lines += _told(told)
    return "\n".join(lines) + "\n"


def encode_open_questions(findings: Iterable[Finding]) -> str:
    """What the comparison leaves to be settled, each with its place; "" where there is nothing."""
    open_ones = [finding for finding in findings if not finding.accepted]
    lines = ["", "Zur Fortschreibung noch offen"] if open_ones else []
    for finding in open_ones:
        place = finding.position
        lines.append(f"  {place.file}:{place.line}: {finding.rule} ({finding.severity.label})")
        lines.append(filled(finding.message, hyphens=False))
    return "".join(f"{line}\n" for line in lines)


def encode_reasons_to_write(
    comparison: Comparison, findings: Iterable[Finding], reasons: bytes | None = None
) -> str:
    """The entries that changes.yaml (``reasons``) lacks, to be pasted there; "" where none does."""
    asked = {finding.id for finding in findings if finding.rule == "Z701" and not finding.accepted}
    begun = {about for reason in comparison.new.aenderungen for about in explained(reason)}
    missing = [
        (entry.change.id, CHANGES[entry.change.kind].word)
        for entry in comparison.changes
        if not entry.reasoned
        and entry.change.id in asked
        and (entry.change.id, entry.change.kind) not in begun
    ]
    if not missing:
        return ""
    told = (
        "Zum Einfügen in changes.yaml unter «aenderungen»; einstufung prüfen, begruendung schreiben"
    )
    return "".join(f"{line}\n" for line in ("", told, *proposed_reasons(missing, reasons)))


def _head(head: Summary) -> Iterator[str]:
    yield head.title
    yield f"{head.old} → {head.new}"
    yield ""
    for verdict in head.verdicts:
        yield fill(verdict.sentence, WIDTH)
        if verdict.named:
            yield filled(", ".join(verdict.named), hyphens=False)
    yield fill(head.closing, WIDTH)
    yield ""
    yield fill(f"{head.numbers}.", WIDTH)
    yield ", ".join(_count(count.label, count.old, count.new) for count in head.counts)


def _impact(telling: Telling) -> Iterator[str]:
    """Elements below or referring, then the bodies; nothing where no content changed."""
    if telling.reaches or telling.bodies:
        yield ""
        yield "Was hängt daran?"
    for sentence in telling.reaches:
        yield filled(sentence, hyphens=False)
    for body in telling.bodies:
        yield filled(f"{body.name}: {'; '.join(body.changes)}", hyphens=False)


def _count(label: str, old: int, new: int) -> str:
    return f"{label} {new}" if old == new else f"{label} {old} → {new}"


def _told(told: ToldChange) -> Iterator[str]:
    yield f"  {told.editing_title} · {told.nature} · {told.approval}"
    for paragraph in _content(told).split("\n"):
        if paragraph.strip():
            yield filled(paragraph.strip(), hyphens=False)
    for detail in told.words.details:
        yield filled(detail, hyphens=False)
    if told.reason:
        yield filled(f"Begründung: {told.reason}", hyphens=False)


def _content(told: ToldChange) -> str:
    if told.spelling:
        return ""
    words = told.words
    if words.old is None or words.new is None:
        return words.new or words.old or ""
    if told.replaces:
        return f"{words.old} → {words.new}"
    return marked(told.spans)
