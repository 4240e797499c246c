"""The command line: arguments, printing, exit codes; the only place that prints."""

import contextlib
import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from generator.arguments import Arguments, parse
from generator.errors import GeneratorError

if TYPE_CHECKING:
    from generator.pipeline import Checked
    from generator.render.reports.report import Report

OK, FINDINGS, USAGE, BUG = 0, 1, 2, 3


Outcome = tuple[int, object]
"""Exit code of a command, and what it worked on."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 clean, 1 findings, 2 usage, 3 bug)."""
    return _outcome(sys.argv[1:] if argv is None else list(argv))[0]


def _outcome(argv: list[str]) -> Outcome:
    _prepare_console()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else pydantic looks for some
    gc.disable()  # one short command: nothing to collect, and looking for it costs a fifth of the time
    try:
        arguments = parse(argv)
        return _COMMANDS[arguments.command](arguments)
    except GeneratorError as error:
        print(f"strategie: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"           {error.hint}", file=sys.stderr)
        return error.exit_code, None
    except BrokenPipeError:
        sys.stdout = None  # the reader (head, less) has gone
        return OK, None
    except KeyboardInterrupt:
        print("\nstrategie: abgebrochen; die bisherigen Dateien sind unverändert.", file=sys.stderr)
        return USAGE, None
    except Exception as error:
        return _bug(error), None


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
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    if sys.platform == "win32":
        import colorama

        colorama.just_fix_windows_console()


def _bug(error: Exception) -> int:
    """Log what the program did wrong where no project is touched, and say so."""
    import traceback

    import platformdirs

    text = "".join(traceback.format_exception(error))
    try:
        folder = Path(platformdirs.user_state_dir("strategie", ensure_exists=True))
        log = folder / f"fehler-{time.strftime('%Y%m%d-%H%M%S')}.log"
        log.write_text(text, encoding="utf-8")
        where = f"Das Protokoll liegt in {log}"
    except OSError:  # no place for a log: then it goes where someone sees it
        print(text, file=sys.stderr)
        where = "Das Protokoll steht oben"
    print(
        "strategie: Das ist ein Fehler im Programm, nicht in Ihrer Strategie. "
        f"Nichts wurde verändert.\n           {where}; bitte weitergeben.",
        file=sys.stderr,
    )
    return BUG


def _coloured(arguments: Arguments) -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and arguments.format == "text"


def _check(arguments: Arguments) -> Outcome:
    from generator.pipeline import check

    checked = check(arguments.strategy)
    report = _report(checked, arguments.strict)
    sys.stdout.write(_encode(report, arguments))
    return (FINDINGS if report.failed else OK), checked


def _report(checked: "Checked", strict: bool) -> "Report":
    from generator.checks.registry import catalogue
    from generator.render.reports.report import Report, RuleTitle

    rules = {r.code: RuleTitle(r.code, r.title, r.manual) for r in catalogue()}
    strategy = checked.strategy
    return Report(
        checked.findings,
        checked.counts,
        checked.labels,
        rules,
        _source_lines(),
        strict,
        str(strategy.kopf.fassung.stand) if strategy else Report.date,
    )


def _source_lines() -> Callable[[str], Sequence[str]]:
    cache: dict[str, list[str]] = {}

    def lines(file: str) -> list[str]:
        if file not in cache:
            try:
                data = Path(file).read_bytes()
                cache[file] = (
                    data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()
                )
            except OSError:
                cache[file] = []
        return cache[file]

    return lines


def _encode(report: "Report", arguments: Arguments) -> str:
    from generator.render.reports import machine, text

    encoders = {
        "json": machine.encode_json,
        "github": machine.encode_github,
        "sarif": machine.encode_sarif,
        "junit": machine.encode_junit,
    }
    if arguments.format == "text":
        return text.encode(report, colour=_coloured(arguments))
    return encoders[arguments.format](report)


def _build(arguments: Arguments) -> Outcome:
    import platformdirs

    from generator.pipeline import BuildOptions, build

    options = BuildOptions(
        output=arguments.output,
        only=arguments.only,
        against=arguments.against,
        pages=arguments.pages,
        despite_errors=arguments.despite_errors,
        every=arguments.every,
        pdf=arguments.pdf,
        revision=arguments.revision,
        cache=Path(platformdirs.user_cache_dir("strategie")),
    )
    with _Progress() as progress:
        checked, built = build(arguments.strategy, options, progress.step)
    if built is None:
        sys.stdout.write(_encode(_report(checked, strict=False), arguments))
        print(
            "Nichts erzeugt: erst die Fehler beheben. "
            "Mit --trotz-fehlern entsteht ein als fehlerhaft gekennzeichnetes Dokument.",
            file=sys.stderr,
        )
        return FINDINGS, checked
    for path in built.written:
        print(f"{path.as_posix()}  {_size(path.stat().st_size)}")
    for note in built.notes:
        print(f"Hinweis: {note}")
    open_points = sum(not f.accepted for f in checked.findings)
    if open_points:
        word = "Punkt" if open_points == 1 else "Punkte"
        print(f"Hinweis: Die Prüfung nennt {open_points} {word}; «strategie check» zeigt sie.")
    return (FINDINGS if checked.errors else OK), checked


def _size(number: int) -> str:
    return f"{number / 1000:.0f} kB" if number >= 1000 else f"{number} Byte"


class _Progress:
    """Tells the running step on the terminal once a command has taken a second."""

    def __init__(self) -> None:
        self._step = ""
        self._late = False
        self._timer = threading.Timer(1.0, self._overdue)
        self._timer.daemon = True

    def __enter__(self) -> "_Progress":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def step(self, text: str) -> None:
        self._step = text
        if self._late:
            self._show()

    def _overdue(self) -> None:
        self._late = True
        self._show()

    def _show(self) -> None:
        print(f"… {self._step}", file=sys.stderr, flush=True)


def _diff(arguments: Arguments) -> Outcome:
    from generator.pipeline import diff
    from generator.render.documents.change_list import list_document
    from generator.render.documents.telling.telling import Telling
    from generator.render.formats import markdown
    from generator.render.reports import changes_json, changes_text
    from generator.render.templates import template

    compared = diff(arguments.strategy, arguments.side, arguments.newer)
    comparison = compared.comparison
    telling = Telling(comparison)
    if arguments.format == "json":
        sys.stdout.write(changes_json.encode(telling))
    elif arguments.format == "markdown":
        document = list_document(telling)
        sys.stdout.write(markdown.encode(document, template("dokument.md.j2")).decode())
    else:
        sys.stdout.write(changes_text.encode(telling))
        sys.stdout.write(changes_text.encode_open_questions(compared.findings))
        sys.stdout.write(changes_text.encode_reasons_to_write(comparison, compared.findings))
    return (FINDINGS if arguments.exit_code and comparison.changes else OK), compared


def _freeze(arguments: Arguments) -> Outcome:
    from generator.pipeline import freeze
    from generator.seal import Decision

    decision = Decision(arguments.edition, arguments.number, arguments.day)
    frozen = freeze(arguments.strategy, decision)
    *sealed, head, reasons = frozen.written
    print(
        f"Fassung {decision.edition} gesiegelt: {sealed[0].parent.as_posix()} ({len(sealed)} Dateien)."
    )
    print(f"Der nächste Entwurf ist vorbereitet: {head.as_posix()}, {reasons.as_posix()}.")
    for note in frozen.notes:
        print(f"Hinweis: {note}")
    if frozen.notes:
        print(
            "Ein Siegel, das zu früh war, lässt sich zurücknehmen; das Handbuch sagt unter «Fassungen», wie."
        )
    return OK, None


def _explain(arguments: Arguments) -> Outcome:
    from generator.checks.registry import catalogue
    from generator.read.spelling import suggestion

    rules = {rule.code: rule for rule in catalogue()}
    if arguments.format == "markdown":
        from generator.render.reports import rule_book

        sys.stdout.write(rule_book.encode(rules.values()))
        return OK, None
    if arguments.rule is None:
        for rule in rules.values():
            print(f"{rule.code}  {rule.severity.label:8} {rule.title}")
        print("\nMehr zu einer Regel: strategie explain Z110")
        return OK, None
    code = arguments.rule.upper()
    if code not in rules:
        raise GeneratorError(
            f"Eine Regel «{arguments.rule}» gibt es nicht.", suggestion(code, rules)
        )
    rule = rules[code]
    print(f"{rule.code} {rule.title} ({rule.severity.label})\n\n{rule.manual}")
    return OK, None


_COMMANDS: dict[str, Callable[[Arguments], Outcome]] = {
    "check": _check,
    "build": _build,
    "diff": _diff,
    "freeze": _freeze,
    "explain": _explain,
}
