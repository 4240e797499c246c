"""Geprüft wird, ob die Vorlage (council.yaml) in sich stimmt: Jedes Wort unter «felder» und «bezeichnungen»
ist ein Feld oder eine der «pruefungen» und steht nur einmal da; was eingetragen ist, steht auch in einem der
Felder; die Termine der Beratungsfolge folgen aufeinander und sind nicht alle schon vorbei, wenn der Entwurf
erst entsteht («stand»); jeder Absatz endet mit einem Satzzeichen; eine Beschlussvorlage hat eine Entscheidung,
eine Informationsvorlage keine, und danach kommt keine Vorberatung mehr; die Fassung heißt nicht mehr Entwurf; ohne
finanzielle Auswirkungen steht keine Summe da.

Solche Fehler fallen meist erst in der Sitzung auf. Nach dem Siegeln einer Fassung steht in council.yaml noch
deren Vorlage; bis sie für den neuen Entwurf ausgefüllt ist, trägt sie den Vermerk «Noch nicht fertig».

Beheben: die Angabe berichtigen, die die Meldung nennt.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from generator.checks.check_context import CheckContext
from generator.finding import Finding, Severity
from generator.model.kinds import COUNCIL, HEAD

CODE = "Z911"
SEVERITY = Severity.WARNING
TITLE = "Vorlage widerspricht sich"

_PROSE = ("sachverhalt", "begruendung", "alternativen")
_ENDS = (".", "!", "?", ":", "“", ")", "…")
_TEXTS = ("betreff", "beschlussvorschlag", "sachverhalt", "begruendung", "alternativen", "anlagen")


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each contradiction."""
    if COUNCIL not in context.positions.files:
        return
    yield from _fields(context)
    yield from _paragraphs(context)
    yield from _stations(context)
    fassung = context.strategy.kopf.fassung
    if "entwurf" in fassung.bezeichnung.lower():
        said = f"Vorlage, Beschlussvorschlag: Die Fassung heißt dort «{fassung.bezeichnung}». In strategy.yaml unter «bezeichnung» eintragen, wie sie nach dem Beschluss heißt."
        place = context.positions.at(HEAD, "fassung", "bezeichnung")
        yield Finding(CODE, SEVERITY, said, place, "fassung")
    money = context.strategy.finanzen
    if money and money.auswirkungen == "nein" and money.summe:
        said = "Es heißt, es gebe keine, aber eine Summe steht da. «auswirkungen: ja» eintragen oder die Summe löschen."
        yield _finding(context, "Finanzielle Auswirkungen", said, "finanzen", "summe")


def _fields(context: CheckContext) -> Iterator[Finding]:
    from generator.model.council import FIELDS, Vorlage

    vorlage = context.strategy.vorlage or Vorlage()
    known = [*FIELDS, *(check.schluessel for check in context.strategy.pruefungen)]
    seen: set[str] = set()
    for number, key in enumerate(vorlage.felder):
        if key not in known:
            said = f"Ein Feld «{key}» gibt es nicht.{context.near(key, known)} Es gibt: {', '.join(known)}."
            yield _finding(context, "Felder", said, "vorlage", "felder", number)
        elif key in seen:
            said = f"«{key}» steht zweimal da. Eines löschen."
            yield _finding(context, "Felder", said, "vorlage", "felder", number)
        seen.add(key)
    for key in vorlage.bezeichnungen:
        if key not in known:
            said = f"Ein Feld «{key}» gibt es nicht.{context.near(key, known)}"
            yield _finding(context, "Bezeichnungen", said, "vorlage", "bezeichnungen", key)
    given: dict[str, tuple[str, ...]] = {
        key: ("vorlage", key) for key in _TEXTS if getattr(vorlage, key)
    }
    given |= {c.schluessel: ("pruefungen",) for c in context.strategy.pruefungen}
    given |= {
        key: (key,) for key in ("beratungsfolge", "finanzen") if getattr(context.strategy, key)
    }
    for key, path in given.items():
        if vorlage.felder and key not in vorlage.felder:
            said = f"«{key}» ist eingetragen, steht aber nicht unter «felder» und würde nicht gedruckt. Es dort ergänzen."
            yield _finding(context, "Felder", said, *path)


def _paragraphs(context: CheckContext) -> Iterator[Finding]:
    """A list in brackets parts a paragraph at its commas unless it stands in quotation marks."""
    from generator.model.council import FIELDS

    vorlage = context.strategy.vorlage
    for key in _PROSE if vorlage else ():
        for number, text in enumerate(getattr(vorlage, key)):
            if not text.endswith(_ENDS):
                said = f"Der Absatz «{text}» endet ohne Satzzeichen. Ihn zu Ende schreiben; enthält er ein Komma, in Anführungszeichen."
                yield _finding(context, FIELDS[key], said, "vorlage", key, number)


def _stations(context: CheckContext) -> Iterator[Finding]:
    from generator.model.council import DECIDING, INFORMING
    from generator.model.council_gaps import is_over

    stations = list(enumerate(context.strategy.beratungsfolge))
    for (_, before), (number, one) in itertools.pairwise(stations):
        if before.termin and one.termin and one.termin < before.termin:
            said = f"{one.gremium} ({one.termin:%d.%m.%Y}) steht hinter {before.gremium}, tagt aber früher. Reihenfolge oder Termin berichtigen."
            yield _finding(context, "Beratungsfolge", said, "beratungsfolge", number, "termin")
        if before.zustaendigkeit == "Entscheidung" and one.zustaendigkeit in (
            "Vorberatung",
            "Anhörung",
        ):
            said = f"Nach der Entscheidung ({before.gremium}) kommt noch eine {one.zustaendigkeit} ({one.gremium}). Die Reihenfolge berichtigen."
            yield _finding(
                context, "Beratungsfolge", said, "beratungsfolge", number, "zustaendigkeit"
            )
    stand = context.strategy.kopf.fassung.stand
    if is_over(context.strategy.ratsvorlage, stand):
        said = (
            f"Kein Termin liegt nach dem Stand des Entwurfs ({stand:%d.%m.%Y}); die Vorlage ist wohl noch die der "
            "vorigen Fassung. Nummer, Termine und Texte für diese Fassung neu eintragen."
        )
        yield _finding(context, "Beratungsfolge", said, "beratungsfolge")
    vorlage = context.strategy.vorlage
    decides = any(one.zustaendigkeit == "Entscheidung" for _, one in stations)
    if stations and vorlage and vorlage.art == DECIDING and not decides:
        said = "Eine Beschlussvorlage braucht eine Station mit «zustaendigkeit: Entscheidung». Sie ergänzen."
        yield _finding(context, "Beratungsfolge", said, "beratungsfolge")
    if vorlage and vorlage.art == INFORMING and decides:
        said = "Über eine Informationsvorlage wird nicht entschieden. «Kenntnisnahme» eintragen oder die Art ändern."
        yield _finding(context, "Beratungsfolge", said, "beratungsfolge")


def _finding(context: CheckContext, what: str, said: str, *path: str | int) -> Finding:
    place = context.positions.at(COUNCIL, *path)
    return Finding(CODE, SEVERITY, f"Vorlage, {what}: {said}", place, str(path[0]))
