"""``strategie review`` and ``strategie verify``: what came back, and what of it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.arguments import Arguments
from generator.commands.report_file import FINDINGS, OK, Shown, delivered
from generator.errors import GeneratorError
from generator.render.reports.review_formats import REVIEW_FORMATS, VERIFY_FORMATS
from generator.write import recover

ONLY_WITH_APPLY = "«--offene» sagt, was «--apply» übernimmt; allein bewirkt es nichts."


def run(arguments: Arguments, *, colour: bool) -> Shown:
    """The command; where its report is wanted in a file, only what was done is printed."""
    if arguments.command == "verify":
        report, told, code = _verify(arguments)
    else:
        report, told, code = _review(arguments, colour)
    return Shown(delivered(report, arguments) + told, code)


def named_files(named: Sequence[Path]) -> list[Path]:
    """The files; what Windows' shells leave to programs ("zurueck/*.docx") is looked up here.

    "~$plan.docx" and ".~lock.plan.ods#" are what Word, Excel and LibreOffice put beside a file that is
    open; they are none of those meant.
    """
    found: list[Path] = []
    for path in named:
        pattern = "*" in path.name or "?" in path.name
        matches = sorted(path.parent.glob(path.name)) if pattern and not path.exists() else [path]
        if not matches:
            raise GeneratorError(
                f"Zu {path.as_posix()} gibt es keine Datei.", "Ordner und Namen prüfen."
            )
        found += [match for match in matches if not match.name.startswith(("~$", ".~lock."))]
    if not found and named:
        raise GeneratorError(
            "Genannt ist nur eine Datei, die Word, Excel oder LibreOffice neben einer geöffneten anlegt (~$…).",
            "Die geöffnete Datei selbst angeben.",
        )
    return found


def _review(arguments: Arguments, colour: bool) -> tuple[str, str, int]:
    """What the files say; what of it was recorded and what was made of it, where that is asked for."""
    from generator.reviewing.returned import reviewed
    from generator.reviewing.taking import recorded, taken_over

    if arguments.open and not arguments.apply:
        raise GeneratorError(ONLY_WITH_APPLY)
    if arguments.record or arguments.apply:
        recover(arguments.strategy)
    found = reviewed(arguments.strategy, named_files(arguments.files))
    noted, applied = None, None
    if arguments.record:
        noted, found = recorded(arguments.strategy, found)
    if arguments.apply:
        applied = taken_over(arguments.strategy, found, with_open=arguments.open)
    encode = REVIEW_FORMATS[arguments.format]
    return *encode(found.review, found.labels, noted, applied, colour), OK


def _verify(arguments: Arguments) -> tuple[str, str, int]:
    """What became of the files; exit code 1 where one of them is not as we made it."""
    from generator.reviewing.returned import verified

    states = verified(arguments.strategy, named_files(arguments.files))
    same = all(one.state in ("unchanged", "resaved") for one in states)
    return VERIFY_FORMATS[arguments.format](states), "", OK if same else FINDINGS
