"""Findings to text for the terminal: grouped, with the offending line and a caret."""

from collections import Counter

from generator.finding import Finding, Severity
from generator.model.german import counted
from generator.model.picture import FOLDER
from generator.render.reports.bounds import MANY, SHOWN, and_more, without_flood
from generator.render.reports.report import Report
from generator.render.reports.terminal import WIDTH, Painter, painter

_PLURALS = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnungen", Severity.HINT: "Hinweise"}
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.HINT: "36"}
UNSETTLED = "Zur Fortschreibung noch offen, ohne Einfluss auf das Ergebnis"


def encode(report: Report) -> str:
    """The whole report."""
    paint = painter(report.colour)
    out: list[str] = []
    for severity in Severity:
        group = [f for f in report.findings if f.severity is severity and not f.accepted]
        if group:
            out.append(paint(f"{_PLURALS[severity]} ({len(group)})", _COLOURS[severity]))
            out += _entries(report, group, paint)
    accepted = [f for f in report.findings if f.accepted]
    if accepted:
        out.append(paint(f"Anerkannte Abweichungen ({len(accepted)})", "32"))
        out += _entries(report, accepted, paint)
    if report.unsettled:
        out.append(paint(f"{UNSETTLED} ({len(report.unsettled)})", _COLOURS[Severity.HINT]))
        out += _entries(report, list(report.unsettled), paint)
    if report.counts:
        out.append(_counts(report))
    out.append(paint(_verdict(report), "31;1" if report.failed else "32;1"))
    return "\n".join(out) + "\n"


def _entries(report: Report, group: list[Finding], paint: Painter) -> list[str]:
    out: list[str] = []
    for finding, more in without_flood(group, MANY, SHOWN):
        out += _entry(report, finding, paint)
        if more:
            out += [f"  {paint(f'… {finding.rule} {and_more(more)}', '2')}", ""]
    return out


def _entry(report: Report, finding: Finding, paint: Painter) -> list[str]:
    place = finding.position
    where = f"{place.file}:{place.line}:{place.column}: "
    out = [
        f"  {paint(where, '2')}{paint(finding.rule, _COLOURS[finding.severity])} {finding.message}"
    ]
    out += [f"      {line}" for line in _excerpt(report, finding)]
    if finding.accepted:
        out.append(f"      anerkannt: {finding.reason}")
    out.append("")
    return out


def _excerpt(report: Report, finding: Finding) -> list[str]:
    """The line of the finding, cut around the place, and a caret below it."""
    if f"/{FOLDER}" in f"/{finding.position.file}":
        return []  # a picture has no lines
    lines = report.lines(finding.position.file)
    number = finding.position.line
    if not 1 <= number <= len(lines) or not lines[number - 1].strip() or "\0" in lines[number - 1]:
        return []
    line, column = lines[number - 1].replace("\t", " ").rstrip(), finding.position.column - 1
    start = max(0, min(column - 30, len(line) - WIDTH)) if len(line) > WIDTH else 0
    cut = line[start : start + WIDTH]
    gutter = f"{number} | "
    return [
        f"{gutter}{cut}",
        " " * (len(gutter) - 2) + "| " + " " * min(column - start, len(cut)) + "^",
    ]


def _counts(report: Report) -> str:
    numbers = (f"{number} {report.labels.get(key, key)}" for key, number in report.counts.items())
    return f"Gezählt: {', '.join(numbers)}."


def _verdict(report: Report) -> str:
    numbers = Counter(f.severity for f in report.findings if not f.accepted)
    found = [counted(numbers[s], s.label, _PLURALS[s]) for s in Severity if numbers[s]]
    accepted = sum(f.accepted for f in report.findings)
    if accepted:
        found.append(counted(accepted, "anerkannte Abweichung", "anerkannte Abweichungen"))
    summary = ", ".join(found) or "keine Beanstandung"
    return f"{'Nicht bestanden' if report.failed else 'Bestanden'}: {summary}."
