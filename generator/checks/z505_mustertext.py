"""Geprüft wird, ob irgendwo noch steht, was «strategie init» als Muster geschrieben hat: Sätze wie «Hier
steht, worum es in diesem Handlungsfeld geht.», der Titel «Unsere Strategie», das «Erste Handlungsfeld», ein
erfundener Name der Körperschaft.

Solche Sätze sagen, was an ihre Stelle gehört. Beim Entwurf ist das ein Hinweis; gesiegelt wird eine Fassung
erst, wenn keiner mehr offen ist.

Beheben: durch Eigenes ersetzen. Was ein Kapitel nicht braucht, wird mit seiner Datei in texts/ gelöscht.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.checks.corpus import text_of
from generator.finding import Finding, Severity
from generator.model import sample_texts
from generator.model.kinds import STRATEGY

CODE = "Z505"
SEVERITY = Severity.HINT
TITLE = "Mustertext noch nicht ersetzt"
SEALS = True

REMEDY = "Vor dem Siegeln durch Eigenes ersetzen."


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each sentence, title and name that a new strategy begins with."""
    yield from _names(context)
    if not context.vocabulary.holds(sample_texts.BEGIN):
        return
    for source, offset in context.corpus.find(sample_texts.BEGIN):
        if found := sample_texts.SENTENCE.match(text_of(source), offset):
            said = " ".join(found[0].split())
            who = context.called(source.id)
            message = f"{who}: Hier steht noch der Mustertext «{said}» {REMEDY}"
            yield context.at_source(CODE, SEVERITY, source, offset, message)


def _names(context: CheckContext) -> Iterator[Finding]:
    kopf = context.strategy.kopf
    body = kopf.koerperschaft
    if kopf.titel == sample_texts.TITLE:
        message = f"titel: Die Strategie heißt noch «{kopf.titel}» wie im Muster. {REMEDY}"
        yield context.at_head(CODE, SEVERITY, STRATEGY, message, "titel")
    if body.name in sample_texts.BODIES.values():
        message = f"koerperschaft: «{body.name}» ist ein erfundener Name aus dem Muster. {REMEDY}"
        yield context.at_head(CODE, SEVERITY, STRATEGY, message, "koerperschaft", "name")
    for field in context.strategy.ziele.handlungsfelder:
        if field.titel == sample_texts.FIELD:
            message = (
                f"{context.called(field.id)}: Es heißt noch «{field.titel}» wie im Muster. {REMEDY}"
            )
            yield context.at_element(CODE, SEVERITY, field.id, message, "titel")
