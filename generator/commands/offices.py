"""``strategie sheets`` and ``strategie collect``: what offices are asked, and what they answered."""

from __future__ import annotations

from datetime import date

from generator.arguments import Arguments
from generator.commands.check import report_of
from generator.commands.report_file import FINDINGS, OK, Shown, delivered
from generator.commands.review_commands import named_files
from generator.model.german import counted
from generator.render.collect_formats import COLLECT_FORMATS
from generator.render.report_formats import CHECK_FORMATS
from generator.write import recover

NOT_RECORDED = "Geschrieben ist noch nichts; «--record» trägt ein, was passt.\n"


def run(arguments: Arguments, *, today: date, colour: bool) -> Shown:
    """The command; ``today`` is the day of a report that names none."""
    if arguments.command == "sheets":
        return _sheets(arguments, colour)
    return _collect(arguments, today)


def _sheets(arguments: Arguments, colour: bool) -> Shown:
    from generator.collecting.sending import send

    checked, sent = send(arguments.strategy, arguments.output, named_files(arguments.files))
    if sent is None:
        told = CHECK_FORMATS["text"](report_of(checked, quick=True, colour=colour))
        return Shown(f"{told}Nichts verschickt: erst die Fehler beheben.\n", FINDINGS, checked)
    lines = [f"{file.as_posix()}  {counted(n, 'Zeile', 'Zeilen')}" for file, n in sent.written]
    lines += [f"Hinweis: {text}" for text in sent.notes]
    return Shown("".join(f"{line}\n" for line in lines), OK, checked)


def _collect(arguments: Arguments, today: date) -> Shown:
    from generator.collecting.taking_reports import collect, note

    if arguments.record:
        recover(arguments.strategy)
    strategy, found = collect(arguments.strategy, named_files(arguments.files), today)
    report = delivered(COLLECT_FORMATS[arguments.format](found), arguments)
    if not arguments.record:
        asks = arguments.format == "text" and any(record.applicable for record in found.records)
        return Shown(report + (NOT_RECORDED if asks else ""), OK, found)
    noted = note(arguments.strategy, strategy, found)
    if not noted.written:
        told = "Nichts Neues einzutragen.\n"
    else:
        told = f"Eingetragen: {', '.join(noted.written)}.\n{noted.way_back}\n"
    return Shown(
        report + (told if arguments.format == "text" or arguments.report else ""), OK, found
    )
