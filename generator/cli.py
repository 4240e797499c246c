"""The command line: arguments, printing, exit codes; the only place that prints."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.arguments import Arguments, parse
from generator.failures import FINDINGS, OK, failure, finished

if TYPE_CHECKING:
    from generator.pipeline import Built, Checked, Frozen
    from generator.seal import Decision


_Outcome = tuple[int, object]
"""Exit code of a command, and what it worked on."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 clean, 1 findings, 2 usage, 3 bug)."""
    collecting = gc.isenabled()  # a process that lives on finds its collector as it was
    try:
        return _outcome(sys.argv[1:] if argv is None else list(argv))[0]
    finally:
        if collecting:
            gc.enable()


def _outcome(argv: list[str]) -> _Outcome:
    _prepare_console()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else pydantic looks for some
    gc.disable()  # one short command: nothing to collect, and looking for it costs a fifth of the time
    try:
        arguments = parse(argv)
        outcome = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
        return outcome
    except BrokenPipeError:
        sys.stdout = None  # the reader (head, less) has gone
        return OK, None
    except (Exception, KeyboardInterrupt) as error:
        told = failure(error)
        _say(told.text)
        return told.code, None


def _say(text: str) -> None:
    """To the terminal, beside the output; a terminal that is gone stops no command."""
    with contextlib.suppress(OSError, ValueError):
        print(text, file=sys.stderr, end="", flush=True)


def run() -> NoReturn:
    """The console script: ``main`` with the process's arguments and exit code.

    Leaves without taking strategy and interpreter apart: that alone costs a tenth of a check.
    """
    code, _kept = _outcome(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.flush()
    os._exit(code)


def _prepare_console() -> None:
    """UTF-8 everywhere, and colours in the Windows console."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    if sys.platform == "win32":
        import colorama

        colorama.just_fix_windows_console()


def _coloured(arguments: Arguments) -> bool:
    plain = arguments.format != "text" or arguments.report is not None
    return not plain and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _check(arguments: Arguments) -> _Outcome:
    from generator.commands.check import run

    shown = run(arguments, colour=_coloured(arguments))
    sys.stdout.write(shown.text)
    return shown.code, shown.kept


def _build(arguments: Arguments) -> _Outcome:
    import platformdirs

    from generator.commands.check import report_of
    from generator.commands.steps import StepShower
    from generator.pipeline import BuildOptions, build
    from generator.render.report_formats import CHECK_FORMATS

    options = BuildOptions(
        output=arguments.output,
        only=(*arguments.only, *((f"auszug-{arguments.actor}",) if arguments.actor else ())),
        against=arguments.against,
        pages=arguments.pages,
        despite_errors=arguments.despite_errors,
        every=arguments.every,
        remarks=arguments.remarks,
        pdf=arguments.pdf,
        numbered_lines=arguments.numbered_lines,
        revision=arguments.revision,
        period=arguments.period,
        asof=arguments.asof,
        cache=Path(platformdirs.user_cache_dir("strategie")),
    )
    with StepShower(_say) as progress:
        checked, built = build(arguments.strategy, options, progress.step)
    if built is None:
        sys.stdout.write(CHECK_FORMATS["text"](report_of(checked, colour=_coloured(arguments))))
        _say(
            "Nichts erzeugt: erst die Fehler beheben. "
            "Mit --trotz-fehlern entsteht ein als fehlerhaft gekennzeichnetes Dokument.\n"
        )
        return FINDINGS, checked
    with finished(f"Die Dokumente in {arguments.output} sind fertig."):
        _tell_built(checked, built)
    return (FINDINGS if checked.errors else OK), checked


def _tell_built(checked: "Checked", built: "Built") -> None:
    for path in built.written:
        print(f"{path.as_posix()}  {_size(path.stat().st_size)}")
    for note in built.notes:
        print(f"Hinweis: {note}")
    open_points = sum(not f.accepted for f in checked.findings)
    if open_points:
        word = "Punkt" if open_points == 1 else "Punkte"
        print(f"Hinweis: Die Prüfung nennt {open_points} {word}; «strategie check» zeigt sie.")
    sys.stdout.flush()


def _size(number: int) -> str:
    return f"{number / 1000:.0f} kB" if number >= 1000 else f"{number} Byte"


def _diff(arguments: Arguments) -> _Outcome:
    from generator.commands.report_file import delivered
    from generator.pipeline import diff
    from generator.render.documents.telling.teller import Telling
    from generator.render.report_formats import DIFF_FORMATS

    compared = diff(arguments.strategy, arguments.side, arguments.newer)
    comparison = compared.comparison
    encode = DIFF_FORMATS[arguments.format]
    told = encode(Telling(comparison), compared.findings, compared.reasons)
    sys.stdout.write(delivered(told, arguments))
    return (FINDINGS if arguments.exit_code and comparison.changes else OK), compared


def _freeze(arguments: Arguments) -> _Outcome:
    if arguments.period is not None:
        return _close(arguments, arguments.period)
    from generator.pipeline import freeze
    from generator.seal import Decision

    decision = Decision(arguments.edition or "", arguments.number or "", arguments.day or date.min)
    frozen = freeze(arguments.strategy, decision)
    with finished(f"Die Fassung {decision.edition} ist gesiegelt."):
        _tell_frozen(decision, frozen)
    return OK, None


def _close(arguments: Arguments, period: str) -> _Outcome:
    from generator.commands.close import run

    told = run(arguments.strategy, period)
    with finished(f"Der Zeitraum {period} ist geschlossen."):
        sys.stdout.write(told)
        sys.stdout.flush()
    return OK, None


def _tell_frozen(decision: "Decision", frozen: "Frozen") -> None:
    edition = frozen.edition.as_posix()
    print(f"Fassung {decision.edition} gesiegelt: {edition} ({frozen.number} Dateien).")
    draft = ", ".join(path.as_posix() for path in frozen.draft)
    print(f"Der nächste Entwurf ist vorbereitet: {draft}.")
    print(frozen.way_back)
    for note in frozen.notes:
        print(f"Hinweis: {note}")
    if frozen.notes:
        print(
            "Ein Siegel, das zu früh war, lässt sich zurücknehmen; das Handbuch sagt unter «Fassungen», wie."
        )
    sys.stdout.flush()


def _explain(arguments: Arguments) -> _Outcome:
    from generator.commands.explain import explain
    from generator.commands.report_file import delivered

    told = explain(arguments.rule, arguments.format)
    sys.stdout.write(delivered(told, arguments))
    return OK, None


def _status(arguments: Arguments) -> _Outcome:
    from generator.commands.show_status import run

    shown = run(arguments)
    sys.stdout.write(shown.text)
    return shown.code, shown.kept


def _schema(arguments: Arguments) -> _Outcome:
    from generator.commands.report_file import delivered
    from generator.commands.show_schema import schema

    sys.stdout.write(delivered(schema(arguments.name, arguments.strategy), arguments))
    return OK, None


def _shown(arguments: Arguments) -> _Outcome:
    """What came back, or what goes out for others to read."""
    from generator.commands.exchange import run

    shown = run(arguments, date.today(), colour=_coloured(arguments))
    sys.stdout.write(shown.text)
    return shown.code, shown


def _pasted() -> bytes:
    """What is typed or piped in, and a byte more than is ever taken."""
    from generator.read.files import LIMIT

    return sys.stdin.buffer.read(LIMIT + 1) if sys.stdin is not None else b""


def _begin(arguments: Arguments) -> _Outcome:
    """A new folder, of what somebody says or of a strategy that is there."""
    asked = input if sys.stdin is not None and sys.stdin.isatty() else None
    if arguments.command == "import":
        from generator.commands.import_strategy import run as read_in

        told = read_in(arguments, date.today(), asked)
    else:
        from generator.commands.init import run

        told = run(arguments, date.today(), asked, _pasted)
    with finished(f"Die Strategie in {arguments.folder} ist geschrieben."):
        sys.stdout.write(told)
        sys.stdout.flush()
    return OK, None


_COMMANDS: dict[str, Callable[[Arguments], _Outcome]] = {
    "check": _check,
    "build": _build,
    "diff": _diff,
    "freeze": _freeze,
    "explain": _explain,
    "schema": _schema,
    "status": _status,
    "review": _shown,
    "verify": _shown,
    "init": _begin,
    "import": _begin,
    "export": _shown,
    "sheets": _shown,
    "collect": _shown,
}
