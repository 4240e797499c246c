"""Geprüft wird, ob es zu jedem Eintrag in changes.yaml eine Änderung gegenüber der Vorgängerfassung gibt.

Ein Eintrag ohne Änderung ist meist übrig geblieben, nachdem die Änderung zurückgenommen wurde, oder
nennt die falsche Art oder den falschen Abschnitt. Seine Begründung erscheint nirgends. Nennt ein Eintrag mehrere Kennungen und
Arten, muss nicht jede Art bei jeder Kennung vorkommen, aber jede bei einer.

Beheben: den Eintrag löschen oder Kennung und Art berichtigen; die Meldung sagt, was sich bei dem
Element stattdessen geändert hat.

Diese Regel vergleicht mit der Vorgängerfassung. Ihre Befunde zeigen deshalb «strategie diff» und
«strategie build»; «strategie check» nur mit «--strict», ohne sie zu werten.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.change_kinds import CHANGES, CHANGES_BY_WORD
from generator.model.register import Aenderungsgrund

CODE = "Z702"
SEVERITY = Severity.WARNING
TITLE = "Begründung ohne Änderung"
COMPARES = True


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each part of a reason that belongs to no change; unknown kinds are Z602."""
    comparison = context.comparison
    if comparison is None or not context.judges_reasons:
        return
    happened: dict[str, dict[str, None]] = {}
    for entry in comparison.changes:
        happened.setdefault(entry.change.id, {})[entry.change.kind] = None
    former = comparison.old.kopf.fassung.kennung
    for index, reason in enumerate(context.strategy.aenderungen):
        for identity, word, way in _idle(reason, happened):
            found = happened.get(identity, {})
            others = ", ".join(CHANGES[other].word for other in found)
            what = f"; geändert ist: {others}" if found else ""
            message = (
                f"{context.called(identity)}: Begründet ist «{word}», doch so hat es sich gegenüber "
                f"der Fassung {former} nicht geändert{what}. Den Eintrag löschen oder berichtigen."
            )
            yield context.at_reason(CODE, SEVERITY, index, message, *way, about=identity)
        yield from _of_section(context, index, reason)


def _of_section(context: CheckContext, index: int, reason: Aenderungsgrund) -> Iterator[Finding]:
    """One finding for an entry about a section in which nothing changed, or that no text has."""
    from generator.compare.changes import wording
    from generator.compare.reasons import title
    from generator.compare.text_sections import changed_sections, sections

    if reason.abschnitt is None or context.comparison is None:
        return
    wanted = title(reason.abschnitt)
    changes = [c.change for c in context.comparison.changes if c.change.key.startswith("text:")]
    about = [change for change in changes if change.id in reason.id]
    changed = {name for c in about for path in changed_sections(c.before, c.after) for name in path}
    if not about or wanted in changed:
        return
    texts = [side for c in about for side in (c.before, c.after) if side is not None]
    known = {name for text in texts for path in sections(wording(text)) for name in path}
    message = f"{context.called(reason.id[0])}: Im Abschnitt «{wanted}» hat sich nichts geändert."
    if wanted not in known:
        near = context.near(wanted, known) or f" Es gibt: {', '.join(sorted(known)) or 'keinen'}."
        message = (
            f"{context.called(reason.id[0])}: Einen Abschnitt «{wanted}» hat der Text nicht.{near}"
        )
    yield context.at_reason(CODE, SEVERITY, index, f"{message} Den Eintrag löschen oder berichtigen.",
                            "abschnitt", about=reason.id[0])  # fmt: skip


def _idle(
    reason: Aenderungsgrund, happened: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """IDs of an entry to which nothing it names happened, then kinds that happened to none of
    its IDs: (ID, kinds in its words, where it says so).

    Of lists not every ID need have undergone every kind.
    """
    kinds = {word: CHANGES_BY_WORD.get(word.lower()) for word in reason.art}
    if None in kinds.values():
        return
    busy = [i for i in reason.id if any(kind in happened.get(i, ()) for kind in kinds.values())]
    for k, identity in enumerate(reason.id):
        if identity not in busy:
            yield identity, ", ".join(reason.art), ("id", k)
    for k, (word, kind) in enumerate(kinds.items()):
        if busy and not any(kind in happened[identity] for identity in busy):
            yield busy[0], word, ("art", k)
