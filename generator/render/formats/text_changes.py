"""A comparison to plain text for the terminal, changed words in [-alt-] {+neu+}."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from generator.compare.comparison import Comparison
from generator.compare.words import Span
from generator.edit.proposals import proposed_reasons
from generator.finding import Finding
from generator.model.kinds import KINDS
from generator.render.documents.changes import WHOLLY, ChangeRow, by_section, rows
from generator.render.documents.changes_summary import Summary, summary
from generator.render.documents.impact_words import body_rows, reach_sentences

MARKS = {"plain": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
INDENT = "    "


def encode(comparison: Comparison, width: int = 100) -> str:
    """Summary and impact first, then every change; ``width`` in characters."""
    told = rows(comparison)
    lines = [*_head(summary(comparison, told), width), *_impact(comparison, width)]
    for section, group in by_section(told):
        lines += ["", section]
        for row in group:
            lines += _row(row, width)
    return "\n".join(lines) + "\n"


def encode_open_questions(findings: Iterable[Finding], width: int = 100) -> str:
    """What the comparison leaves to be settled, each with its place; "" where there is nothing."""
    open_ones = [finding for finding in findings if not finding.accepted]
    lines = ["", "Zur Fortschreibung noch offen"] if open_ones else []
    for finding in open_ones:
        place = finding.position
        lines.append(f"  {place.file}:{place.line}: {finding.rule} ({finding.severity.label})")
        lines.append(_filled(finding.message, width))
    return "".join(f"{line}\n" for line in lines)


def encode_reasons_to_write(
    comparison: Comparison, findings: Iterable[Finding], reasons: bytes | None = None
) -> str:
    """The entries that changes.yaml (``reasons``) lacks, to be pasted there; "" where none does."""
    asked = {finding.id for finding in findings if finding.rule == "Z701" and not finding.accepted}
    missing = [
        (entry.change.id, KINDS[entry.change.kind])
        for entry in comparison.changes
        if entry.reason is None and entry.change.id in asked
    ]
    if not missing:
        return ""
    told = (
        "Zum Einfügen in changes.yaml unter «aenderungen»; einstufung prüfen, begruendung schreiben"
    )
    return "".join(f"{line}\n" for line in ("", told, *proposed_reasons(missing, reasons)))


def _head(head: Summary, width: int) -> Iterator[str]:
    yield head.title
    yield f"{head.old} → {head.new}"
    yield ""
    for verdict in head.verdicts:
        yield fill(verdict.sentence, width)
        if verdict.named:
            yield _filled(", ".join(verdict.named), width)
    yield fill(head.closing, width)
    yield ""
    yield ", ".join(_count(count.label, count.old, count.new) for count in head.counts)


def _impact(comparison: Comparison, width: int) -> Iterator[str]:
    """Elements below or referring, then the bodies; nothing where no content changed."""
    reaches, bodies = reach_sentences(comparison), body_rows(comparison)
    if reaches or bodies:
        yield ""
        yield "Was hängt daran?"
    for sentence in reaches:
        yield _filled(sentence, width)
    for body in bodies:
        yield _filled(f"{body.name}: {'; '.join(body.changes)}", width)


def _count(label: str, old: int, new: int) -> str:
    return f"{label} {new}" if old == new else f"{label} {old} → {new}"


def _row(row: ChangeRow, width: int) -> Iterator[str]:
    yield f"  {row.title} · {row.nature} · {row.approval}"
    for paragraph in _content(row).split("\n"):
        if paragraph.strip():
            yield _filled(paragraph.strip(), width)
    for detail in row.details:
        yield _filled(detail, width)
    if row.reason:
        yield _filled(f"Begründung: {row.reason}", width)


def _content(row: ChangeRow) -> str:
    if row.spelling:
        return ""
    if row.old is None or row.new is None:
        return row.new or row.old or ""
    if row.source.change.kind in WHOLLY:
        return f"{row.old} → {row.new}"
    return "".join(_marked(span) for span in row.spans(shortened=True))


def _marked(span: Span) -> str:
    return MARKS[span.mark].format(span.text)


def _filled(text: str, width: int) -> str:
    return fill(
        text,
        width,
        initial_indent=INDENT,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
