"""``strategie status``: where the elements stand, to text or JSON."""

from __future__ import annotations

from generator.arguments import Arguments
from generator.commands.report_file import Shown, delivered
from generator.following import follow
from generator.render.report_formats import STATUS_FORMATS
from generator.render.reports.status import Status


def run(arguments: Arguments) -> Shown:
    """The status; GeneratorError where the strategy cannot be read or a name is nobody's."""
    told = follow(arguments.strategy, arguments.period, arguments.asof)
    status = Status(told, arguments.body, arguments.field, arguments.state)
    text = STATUS_FORMATS[arguments.format](status)
    return Shown(delivered(text, arguments), kept=told)
