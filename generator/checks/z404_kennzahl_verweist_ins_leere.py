"""Geprüft wird, ob «quelle», «abschnitt», «rechnung» und «hoechstens» einer Kennzahl etwas nennen, das es
gibt: eine Quelle aus sources.yaml, ein Element mit eigenem Platz im Dokument, eine andere Kennzahl.

Ohne diese Angaben lässt sich eine Zahl weder belegen noch nachrechnen, noch finden, wo sie gedruckt
steht.

Beheben: die Kennung berichtigen; die Meldung nennt die ähnlichste bekannte. Steht die Herkunft nicht
im Quellenverzeichnis, sie in Worten unter «herkunft» eintragen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.register import Kennzahl

CODE = "Z404"
SEVERITY = Severity.ERROR
TITLE = "Kennzahl verweist ins Leere"
AFTER = frozenset({"Z004", "Z017"})

FoundReference = tuple[tuple[str, ...], str | None, frozenset[str]]
"""Path of the field, what it names, what it may name."""


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each reference of a key figure that leads nowhere."""
    if context.gaps:
        return
    sources = frozenset(source.id for source in context.strategy.quellen)
    cited = _dangling(context, lambda number: [(("quelle",), number.quelle, sources)])
    yield from context.unless_missing(cited, context.strategy.quellen, "sources.yaml")
    numbers = frozenset(number.id for number in context.strategy.kennzahlen)
    yield from _dangling(context, lambda number: _others(context, number, numbers))


def _dangling(
    context: CheckContext, references: Callable[[Kennzahl], Iterable[FoundReference]]
) -> Iterator[Finding]:
    for number in context.strategy.kennzahlen:
        for path, target, known in references(number):
            if target is not None and target not in known:
                near = context.near(target, known) or " Die Kennung berichtigen."
                message = f"{context.called(number.id)}: «{target}» gibt es nicht (bei «{path[-1]}»).{near}"
                yield context.at_element(CODE, SEVERITY, number.id, message, *path)


def _others(
    context: CheckContext, number: Kennzahl, numbers: frozenset[str]
) -> Iterator[FoundReference]:
    yield ("abschnitt",), number.abschnitt, context.sections
    yield ("hoechstens",), number.hoechstens, numbers
    if number.rechnung:
        yield ("rechnung", "anteil"), number.rechnung.anteil, numbers
        yield ("rechnung", "von"), number.rechnung.von, numbers
