"""A telling to plain text for the terminal, changed words in [-alt-] {+neu+}."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from generator.compare.comparison import Comparison
from generator.compare.words import Span
from generator.edit.proposals import proposed_reasons
from generator.finding import Finding
from generator.model.change_kinds import CHANGES, explained
from generator.render.documents.telling.summary import Summary
from generator.render.documents.telling.telling import Telling
from generator.render.documents.telling.told import ToldChange, by_section

MARKS = {"plain": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
INDENT = "    "


def encode(telling: Telling, width: int = 100) -> str:
    """Summary and impact first, then every change; ``width`` in characters."""
    lines = [*_head(telling.summary, width), *_impact(telling, width)]
    for section, group in by_section(telling.changes):
        lines += ["", section]
        for told in group:
            lines += _told(told, width)
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
    begun = {about for reason in comparison.new.aenderungen for about in explained(reason)}
    missing = [
        (entry.change.id, CHANGES[entry.change.kind].word)
        for entry in comparison.changes
        if entry.reason is None
        and entry.change.id in asked
        and (entry.change.id, entry.change.kind) not in begun
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
    yield fill(f"{head.numbers}.", width)
    yield ", ".join(_count(count.label, count.old, count.new) for count in head.counts)


def _impact(telling: Telling, width: int) -> Iterator[str]:
    """Elements below or referring, then the bodies; nothing where no content changed."""
    if telling.reaches or telling.bodies:
        yield ""
        yield "Was hängt daran?"
    for sentence in telling.reaches:
        yield _filled(sentence, width)
    for body in telling.bodies:
        yield _filled(f"{body.name}: {'; '.join(body.changes)}", width)


def _count(label: str, old: int, new: int) -> str:
    return f"{label} {new}" if old == new else f"{label} {old} → {new}"


def _told(told: ToldChange, width: int) -> Iterator[str]:
    yield f"  {told.title} · {told.nature} · {told.approval}"
    for paragraph in _content(told).split("\n"):
        if paragraph.strip():
            yield _filled(paragraph.strip(), width)
    for detail in told.words.details:
        yield _filled(detail, width)
    if told.reason:
        yield _filled(f"Begründung: {told.reason}", width)


def _content(told: ToldChange) -> str:
    if told.spelling:
        return ""
    words = told.words
    if words.old is None or words.new is None:
        return words.new or words.old or ""
    if told.replaces:
        return f"{words.old} → {words.new}"
    return "".join(_marked(span) for span in told.spans)


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
