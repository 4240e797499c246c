"""``strategie export``: the whole strategy to a file in an open format."""

from __future__ import annotations

from generator.arguments import Arguments
from generator.commands.check import report_of
from generator.commands.report_file import FINDINGS, OK, Shown, put
from generator.errors import GeneratorError
from generator.render.export_formats import EXPORTS
from generator.render.report_formats import CHECK_FORMATS

_REFUSED = "Nichts ausgegeben: erst die Fehler beheben.\n"


def run(arguments: Arguments, *, colour: bool) -> Shown:
    """The file, and what the format has no place for; nothing where the strategy has errors."""
    from generator.pipeline import check

    file = arguments.report
    encode = EXPORTS.get(file.suffix.lower()) if file else None
    if file is None or encode is None:
        raise GeneratorError(
            f"In welchem Format «{file.name if file else ''}» geschrieben werden soll, sagt seine Endung nicht.",
            f"Möglich sind {', '.join(EXPORTS)}; .xml ist StratML.",
        )
    checked = check(arguments.strategy, quick=True)
    if checked.edition is None or checked.errors:
        told = CHECK_FORMATS["text"](report_of(checked, quick=True, colour=colour))
        return Shown(told + _REFUSED, FINDINGS, checked)
    exported = encode(checked.edition)
    put(file, exported.data, arguments)
    lines = [file.as_posix(), *(f"Hinweis: {sentence}" for sentence in exported.lost)]
    return Shown("".join(f"{line}\n" for line in lines), OK, checked)
