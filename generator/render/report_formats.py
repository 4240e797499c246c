"""The table of reports: what ``check``, ``diff`` and ``status`` print, by the word behind ``--format``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from generator.render.templates import template

if TYPE_CHECKING:
    from generator.finding import Finding
    from generator.render.documents.telling.teller import Telling
    from generator.render.reports.report import Report
    from generator.render.reports.status import Status

    Findings = tuple[Finding, ...]


def _machine(name: str) -> Callable[[Report], str]:
    def encode(report: Report) -> str:
        from generator.render.reports import machine

        return str(getattr(machine, f"encode_{name}")(report))

    return encode


def _code_quality(report: Report) -> str:
    from generator.render.reports.code_quality import encode

    return encode(report)


def _report_text(report: Report) -> str:
    from generator.render.reports.findings_text import encode

    return encode(report)


def _changes_text(telling: Telling, findings: Findings, reasons: bytes | None) -> str:
    from generator.render.reports import changes_text

    return (
        changes_text.encode(telling)
        + changes_text.encode_open_questions(findings)
        + changes_text.encode_reasons_to_write(telling.comparison, findings, reasons)
    )


def _changes_markdown(telling: Telling, findings: Findings, reasons: bytes | None) -> str:
    from generator.render.documents.change_list import list_document
    from generator.render.formats.markdown import encode

    return encode(list_document(telling), template("dokument.md.j2")).decode()


def _changes_json(telling: Telling, findings: Findings, reasons: bytes | None) -> str:
    from generator.render.reports.changes_json import encode

    return encode(telling)


def _status_text(status: Status) -> str:
    from generator.render.reports.status_text import encode

    return encode(status)


def _status_json(status: Status) -> str:
    from generator.render.reports.status_json import encode

    return encode(status)


STATUS_FORMATS: Mapping[str, Callable[[Status], str]] = {"text": _status_text, "json": _status_json}
"""What ``status`` prints."""

CHECK_FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": _report_text,
    **{name: _machine(name) for name in ("json", "github", "sarif", "junit")},
    "gitlab": _code_quality,
}
"""What ``check`` prints."""

FROM_PROJECT = frozenset(("github", "gitlab", "sarif"))
"""Forms read by a forge, which names files from the root of the project."""

DIFF_FORMATS: Mapping[str, Callable[[Telling, Findings, bytes | None], str]] = {
    "text": _changes_text,
    "markdown": _changes_markdown,
    "json": _changes_json,
}
"""What ``diff`` prints of the telling, of what is open, and of changes.yaml as it stands."""
