"""``strategie check``: a strategy to the report on it, in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.arguments import Arguments
from generator.commands.report_file import FINDINGS, OK, Shown, delivered
from generator.errors import GeneratorError
from generator.render.report_formats import CHECK_FORMATS, FROM_PROJECT

if TYPE_CHECKING:
    from generator.pipeline import Checked
    from generator.render.reports.report import Report


def run(arguments: Arguments, *, colour: bool) -> Shown:
    """Check and report; exit code 1 where the check is not passed."""
    from generator.pipeline import check, unsettled

    checked = check(arguments.strategy, arguments.quick, arguments.words, arguments.asof)
    report = report_of(checked, arguments.strict, quick=arguments.quick, colour=colour)
    if arguments.strict and arguments.format == "text":
        report = replace(report, unsettled=unsettled(arguments.strategy, checked))
    if arguments.format in FROM_PROJECT:
        from generator.read.project_root import named_from

        places = named_from(arguments.strategy)
        report = replace(report, findings=[places(finding) for finding in report.findings])
    text = delivered(CHECK_FORMATS[arguments.format](report), arguments)
    return Shown(text, FINDINGS if report.failed else OK, checked)


def report_of(
    checked: Checked, strict: bool = False, *, quick: bool = False, colour: bool = False
) -> Report:
    """All that a reporter needs to know of a check."""
    from generator.checks.registry import catalogue
    from generator.render.reports.report import Report

    strategy = checked.strategy
    return Report(
        checked.findings,
        checked.counts,
        checked.labels,
        {rule.code: rule for rule in catalogue(quick)},
        _source_lines(),
        strict,
        str(strategy.kopf.fassung.stand) if strategy else Report.date,
        colour,
    )


def _source_lines() -> Callable[[str], Sequence[str]]:
    from generator.read.files import content

    cache: dict[str, list[str]] = {}

    def lines(file: str) -> list[str]:
        if file not in cache:
            try:
                text = (content(file, file) or b"").decode("utf-8-sig", "replace")
            except GeneratorError:  # a file that is no file has no lines to show
                text = ""
            cache[file] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return cache[file]

    return lines
