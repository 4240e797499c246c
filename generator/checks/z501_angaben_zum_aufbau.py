"""Geprüft wird, ob die Angaben in strategy.yaml zum Aufbau der Strategie zusammenpassen: Schlüssel, Namen
und Präfixe der Stufen sind verschieden; «unter» nennt andere Stufen oder handlungsfeld, jedes einmal, und
zu jeder Stufe führt ein Weg von einem Handlungsfeld, aber keiner zu ihr selbst zurück; höchstens ein
Kapitel nimmt die Ziele auf und höchstens eines die Empfehlungen; jedes Gremium steht nur einmal unter «gremien», und ein Dativ ohne Genitiv
nennt seinen Artikel; «anzahl» nennt etwas, das gezählt werden kann; eine beschlossene Fassung nennt
Beschluss und Datum und ist nicht ihre eigene Vorgängerin.

Aus diesen Angaben folgt die Gestalt des ganzen Dokuments. Ein Widerspruch wirkt sich an vielen
Stellen aus, die nicht nach ihrer Ursache aussehen.

Beheben: die gemeldete Angabe in strategy.yaml berichtigen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.checks.level_order import Problem, above_levels
from generator.finding import Finding, Severity
from generator.model.head import Kopf
from generator.model.kinds import COUNTED, RESERVED
from generator.model.koerperschaft import NO_DECISION, UNRULED, Gremium
from generator.model.level_words import together
from generator.model.stufe import Stufe

CODE = "Z501"
SEVERITY = Severity.ERROR
TITLE = "Angaben zum Aufbau passen nicht zusammen"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each contradiction."""
    kopf = context.strategy.kopf
    for problems in (
        _levels(kopf),
        above_levels(context, kopf),
        _chapters(kopf),
        _bodies(kopf),
        _forms(kopf),
        _counts(context, kopf),
        _edition(kopf),
    ):
        for identity, message, path in problems:
            yield context.at_head(CODE, SEVERITY, identity, f"{identity}: {message}", *path)


def _levels(kopf: Kopf) -> Iterator[Problem]:
    keys = [level.schluessel for level in kopf.stufen]
    told: set[int] = set()
    for field, what in (("schluessel", "Schlüssel"), ("praefix", "Präfix"), ("name", "Name")):
        values = [str(getattr(level, field)).lower() for level in kopf.stufen]
        for index in _repeated(values):
            message = f"Diesen {what} trägt schon eine andere Stufe. Einen anderen eintragen."
            if index not in told:  # the whole entry stands twice
                yield keys[index], message, ("stufen", index, field)
            told.add(index)
    for index, level in enumerate(kopf.stufen):
        path = ("stufen", index, "schluessel")
        if level.schluessel in RESERVED:
            yield (
                level.schluessel,
                "Dieses Wort hat schon eine andere Bedeutung. Ein anderes wählen.",
                path,
            )


def _repeated(values: Iterable[str]) -> Iterator[int]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index
        seen.add(value)


def _chapters(kopf: Kopf) -> Iterator[Problem]:
    goals = together(kopf.stufen).many
    for content, what in (("ziele", f"die {goals}"), ("empfehlungen", "die Empfehlungen")):
        found = [(i, c.id) for i, c in enumerate(kopf.kapitel) if c.inhalt == content]
        for index, identity in found[1:]:
            message = f"Schon das Kapitel «{found[0][1]}» nimmt {what} auf. «inhalt» hier löschen."
            yield identity, message, ("kapitel", index, "inhalt")


def _bodies(kopf: Kopf) -> Iterator[Problem]:
    for index in _repeated(entry.key for entry in kopf.gremien):
        message = "Dieses Gremium steht schon davor. Den Eintrag löschen oder anders nennen."
        yield kopf.gremien[index].name, message, ("gremien", index)

    for index, entry in enumerate(kopf.gremien):
        if entry.key in ("", UNRULED, NO_DECISION):
            message = "Dieses Wort kann kein Gremium bezeichnen. Das Gremium anders nennen."
            yield entry.name, message, ("gremien", index)


def _forms(kopf: Kopf) -> Iterator[Problem]:
    """A dative alone tells with which article it goes only where that stands there."""
    lists: dict[str, tuple[Gremium | Stufe, ...]] = {"gremien": kopf.gremien, "stufen": kopf.stufen}
    for key, entries in lists.items():
        for index, entry in enumerate(entries):
            if entry.dativ and not entry.genitiv and entry.dativ.split()[0] not in ("dem", "der"):
                message = "Der Dativ braucht seinen Artikel («dem …» oder «der …»). Ihn ergänzen."
                yield entry.name, message, (key, index, "dativ")


def _counts(context: CheckContext, kopf: Kopf) -> Iterator[Problem]:
    known = [level.schluessel for level in kopf.stufen] + list(COUNTED)
    for key in kopf.anzahl:
        if key not in known and not context.lost:
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
