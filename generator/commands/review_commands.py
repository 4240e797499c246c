"""``strategie review`` and ``strategie verify``: what came back, and what of it is taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.arguments import Arguments
from generator.errors import GeneratorError
from generator.render.reports.review_formats import REVIEW_FORMATS, VERIFY_FORMATS
from generator.write import recover, write_all

OK, FINDINGS = 0, 1

NOT_WITHOUT_OPEN = (
    "Entscheidungen zu den Rückmeldungen lassen sich noch nicht festhalten; «--apply --offene» "
    "übernimmt, was offen ist und in keinem Widerspruch steht."
)


@dataclass(frozen=True)
class Shown:
    """What a command prints, and its exit code."""

    text: str
    code: int = OK


def run(arguments: Arguments, *, colour: bool) -> Shown:
    """The command; where its report is wanted in a file, only what was done is printed."""
    if arguments.command == "verify":
        report, told, code = _verify(arguments)
    else:
        report, told, code = _review(arguments, colour and arguments.report is None)
    if arguments.report is None:
        return Shown(report + told, code)
    return Shown(_written(arguments.report, report) + told, code)


def _files(named: Iterable[Path]) -> list[Path]:
    """The files; what Windows' shells leave to programs ("zurueck/*.docx") is looked up here.

    "~$plan.docx" is what Word puts beside a file that is open; it is none of those meant.
    """
    found: list[Path] = []
    for path in named:
        pattern = "*" in path.name or "?" in path.name
        matches = sorted(path.parent.glob(path.name)) if pattern and not path.exists() else [path]
        if not matches:
            raise GeneratorError(
                f"Zu {path.as_posix()} gibt es keine Datei.", "Ordner und Namen prüfen."
            )
        found += [match for match in matches if not match.name.startswith("~$")]
    if not found:
        raise GeneratorError(
            "Genannt ist nur eine Datei, die Word neben einer geöffneten anlegt (~$…).",
            "Die Word-Datei selbst angeben.",
        )
    return found


def _written(path: Path, report: str) -> str:
    if path.is_dir():
        raise GeneratorError(
            f"{path.as_posix()} ist ein Ordner.", "Hinter --output eine Datei angeben."
        )
    write_all(path.parent, {path.name: report.encode()})
    return f"Bericht: {path.as_posix()}\n"


def _review(arguments: Arguments, colour: bool) -> tuple[str, str, int]:
    """What the files say; with ``--apply --offene`` what can be made of it, too."""
    from generator.reviewing.returned import reviewed
    from generator.reviewing.taking import taken_over

    if arguments.apply and not arguments.open:
        raise GeneratorError(NOT_WITHOUT_OPEN)
    if arguments.apply:
        recover(arguments.strategy)
    found = reviewed(arguments.strategy, _files(arguments.files))
    applied = taken_over(arguments.strategy, found) if arguments.apply else None
    encode = REVIEW_FORMATS[arguments.format]
    return *encode(found.review, found.labels, applied, colour), OK


def _verify(arguments: Arguments) -> tuple[str, str, int]:
    """What became of the files; exit code 1 where one of them is not as we made it."""
    from generator.reviewing.returned import verified

    states = verified(arguments.strategy, _files(arguments.files))
    same = all(one.state in ("unchanged", "resaved") for one in states)
    return VERIFY_FORMATS[arguments.format](states), "", OK if same else FINDINGS
