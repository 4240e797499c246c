"""The commands that exchange with others, each by its name: what goes out, and what came back."""

from __future__ import annotations

from datetime import date

from generator.arguments import Arguments
from generator.commands.report_file import Shown


def run(arguments: Arguments, today: date, *, colour: bool) -> Shown:
    """Run one of them; only the one that is wanted is imported."""
    if arguments.command in ("sheets", "collect"):
        from generator.commands.offices import run as of_offices

        return of_offices(arguments, today=today, colour=colour)
    if arguments.command == "export":
        from generator.commands.export import run as to_file

        return to_file(arguments, colour=colour)
    from generator.commands.review_commands import run as of_reviewers

    return of_reviewers(arguments, colour=colour)
