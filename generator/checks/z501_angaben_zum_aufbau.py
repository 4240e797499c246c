"""Geprüft wird, ob die Angaben in strategy.yaml zum Aufbau der Strategie zusammenpassen: Schlüssel, Namen
und Präfixe der Stufen sind verschieden; «unter» nennt bekannte Stufen, und mindestens eine Stufe
steht unmittelbar unter einem Handlungsfeld; höchstens ein Kapitel nimmt die Ziele auf und höchstens
eines die Empfehlungen; «anzahl» nennt etwas, das gezählt werden kann; eine beschlossene Fassung nennt
Beschluss und Datum und ist nicht ihre eigene Vorgängerin.

Aus diesen Angaben folgt die Gestalt des ganzen Dokuments. Ein Widerspruch wirkt sich an vielen
Stellen aus, die nicht nach ihrer Ursache aussehen.

Beheben: die gemeldete Angabe in strategy.yaml berichtigen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel
from generator.model.head import Kopf
from generator.model.kinds import COUNTED

CODE = "Z501"
SEVERITY = Severity.ERROR
TITLE = "Angaben zum Aufbau passen nicht zusammen"

Problem = tuple[str, str, tuple[str | int, ...]]
"""ID, message and path in strategy.yaml."""

_RESERVED = {*Ziel.model_fields, *Handlungsfeld.model_fields, *Uebergreifend.model_fields}


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each contradiction."""
    kopf = context.strategy.kopf
    for problems in (
        _levels(context, kopf),
        _chapters(kopf),
        _counts(context, kopf),
        _edition(kopf),
    ):
        for identity, message, path in problems:
            yield context.at_head(CODE, SEVERITY, identity, f"{identity}: {message}", *path)


def _levels(context: CheckContext, kopf: Kopf) -> Iterator[Problem]:
    keys = [level.schluessel for level in kopf.stufen]
    for field, what in (("schluessel", "Schlüssel"), ("praefix", "Präfix"), ("name", "Name")):
        values = [str(getattr(level, field)).lower() for level in kopf.stufen]
        for index in _repeated(values):
            message = f"Diesen {what} trägt schon eine andere Stufe. Einen anderen eintragen."
            yield keys[index], message, ("stufen", index, field)
    for index, level in enumerate(kopf.stufen):
        path = ("stufen", index, "schluessel")
        if level.schluessel in _RESERVED or level.schluessel in COUNTED:
            yield (
                level.schluessel,
                "Dieses Wort hat schon eine andere Bedeutung. Ein anderes wählen.",
                path,
            )
        for number, above in enumerate(level.unter):
            if above not in keys or above == level.schluessel:
                near = context.near(above, [k for k in keys if k != level.schluessel])
                message = f"Eine Stufe «{above}», unter der sie stehen könnte, gibt es nicht.{near}"
                yield level.schluessel, message, ("stufen", index, "unter", number)
    if not kopf.children_of(None):
        message = (
            "Keine Stufe steht unmittelbar unter einem Handlungsfeld. Bei einer «unter» löschen und "
            "sie an den Anfang stellen."
        )
        yield "stufen", message, ("stufen",)


def _repeated(values: Iterable[str]) -> Iterator[int]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index
        seen.add(value)


def _chapters(kopf: Kopf) -> Iterator[Problem]:
    for content, what in (("ziele", "die Ziele"), ("empfehlungen", "die Empfehlungen")):
        found = [(i, c.id) for i, c in enumerate(kopf.kapitel) if c.inhalt == content]
        for index, identity in found[1:]:
            message = f"Schon das Kapitel «{found[0][1]}» nimmt {what} auf. «inhalt» hier löschen."
            yield identity, message, ("kapitel", index, "inhalt")


def _counts(context: CheckContext, kopf: Kopf) -> Iterator[Problem]:
    known = [level.schluessel for level in kopf.stufen] + list(COUNTED)
    for key in kopf.anzahl:
        if key not in known:
            message = f"Unter «anzahl» ist das nicht bekannt.{context.near(key, known)}"
            yield key, message, ("anzahl", key)


def _edition(kopf: Kopf) -> Iterator[Problem]:
    edition = kopf.fassung
    if edition.status == "beschlossen" and not (edition.beschluss and edition.beschlossen_am):
        message = (
            "Die Fassung ist als beschlossen geführt. «beschluss» (Nummer) und «beschlossen_am» "
            "(Datum) eintragen oder den Status auf «entwurf» setzen."
        )
        yield "fassung", message, ("fassung", "status")
    if edition.vorgaenger == edition.kennung:
        message = "Die Fassung nennt sich selbst als Vorgängerin. «vorgaenger» berichtigen."
        yield "fassung", message, ("fassung", "vorgaenger")
