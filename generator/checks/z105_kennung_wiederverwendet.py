"""Geprüft wird, ob eine Kennung aus einer früheren Fassung heute noch dasselbe bezeichnet. Wiederverwendet
ist sie, wenn sie heute zu einer anderen Art oder Stufe gehört (nicht, wenn die ganze Stufe nur anders heißt) oder wenn sie in der
Vorgängerfassung fehlte und nun wieder auftaucht.

Beschlüsse, Berichte und Vergleiche nennen Elemente mit ihrer Kennung. Bezeichnet sie später etwas
anderes, werden alle diese Verweise falsch, und der Vergleich der Fassungen hält zwei verschiedene
Ziele für dasselbe.

Beheben: dem neuen Element die Kennung geben, die die Meldung nennt. Wurde ein entfallenes Ziel
tatsächlich wieder aufgenommen oder hat ein Ziel die Stufe gewechselt, die Abweichung in
strategy.yaml mit Grund anerkennen.
"""

from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.graph.queries import levels_by_id
from generator.model.identity import FreeIds
from generator.model.kinds import LEVELS
from generator.read.seals import FormerId

CODE = "Z105"
SEVERITY = Severity.ERROR
TITLE = "Kennung aus einer früheren Fassung wiederverwendet"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each ID that an earlier edition used for something else."""
    if not context.former:
        return
    predecessor = context.strategy.kopf.fassung.vorgaenger
    free: FreeIds | None = None
    for identity, kind in levels_by_id(context.graph).items():
        former = context.former.get(identity)
        if former is None:
            continue
        if why := _reused(context, former, kind, predecessor):
            free = free or FreeIds([*context.strategy.by_id, *context.former])
            message = (
                f"{context.called(identity)}: {why} Eine Kennung wird nie ein zweites Mal vergeben; "
                f"nächste freie Kennung: {free.next(identity)}."
            )
            yield context.at_element(CODE, SEVERITY, identity, message)


def _renamed(context: CheckContext, level: str) -> bool:
    """Whether a former level is called otherwise today: then its elements are what they were."""
    levels = context.strategy.kopf.stufen
    known = {*LEVELS, *(s.schluessel for s in levels), *(s.name.lower() for s in levels)}
    return level not in known


def _reused(context: CheckContext, former: FormerId, kind: str, predecessor: str | None) -> str:
    name = context.kind_name(kind)
    if former.level not in (kind, name.lower()) and not _renamed(context, former.level):
        before = context.kind_name(former.level)
        return (
            f"In der Fassung {former.edition} bezeichnete diese Kennung etwas anderes ({before})."
        )
    if predecessor is not None and former.edition != predecessor:
        return (
            f"Diese Kennung stand in der Fassung {former.edition}, fehlte in der Fassung "
            f"{predecessor} und ist nun wieder da."
        )
    return ""
