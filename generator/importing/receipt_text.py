"""The receipt of an import to bericht.md: what was found, what is unsure, where each line went."""

from __future__ import annotations

from collections.abc import Iterator

from generator.importing.receipt import ImportReceipt
from generator.model.goal import Ziel
from generator.model.kinds import COUNTED, ELEMENTS, printed_id
from generator.model.recommendation import Empfehlung
from generator.receive.foreign import ForeignLine

_LONGEST = 90


def receipt_markdown(receipt: ImportReceipt) -> str:
    """The whole report."""
    parts = (
        _head(receipt),
        _unsure(receipt),
        _claims(receipt),
        _left(receipt),
        _elements(receipt),
        _former(receipt),
        _candidates(receipt),
        _uses(receipt),
    )
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part) + "\n"


def level_names(receipt: ImportReceipt) -> list[str]:
    """The levels of which there are goals."""
    there = receipt.strategy.levels
    return [stufe.name for stufe in receipt.strategy.kopf.stufen if stufe.schluessel in there]


def count_words(receipt: ImportReceipt) -> Iterator[tuple[str, int]]:
    """What was counted, by its name: "Leitziele", "Handlungsfeld" where there is but one."""
    words = {s.schluessel: (s.name, s.mehrzahl) for s in receipt.strategy.kopf.stufen}
    words |= {kind.list: (kind.label, kind.plural) for kind in ELEMENTS if kind.list in COUNTED}
    for key, count in receipt.counts.items():
        one, many = words.get(key, (key, key))
        yield one if count == 1 else many, count


def place(receipt: ImportReceipt, line: ForeignLine | None) -> str:
    """Where something stands: "Seite 12, Zeile 418"."""
    if line is None:
        return ""
    page = f"Seite {line.page}, " if line.page is not None else ""
    return f"{page}{receipt.unit} {line.number}"


def _head(receipt: ImportReceipt) -> Iterator[str]:
    yield f"# Eingelesen: {_cell(receipt.source)}"
    yield ""
    yield (
        "Der Wortlaut ist der der Vorlage; geändert sind nur Zeilenenden und Trennstriche am Zeilenende. "
        "Woran die Stufen erkannt sind, steht in profil.yaml: dort berichtigen und noch einmal einlesen."
    )
    yield ""
    yield "| Gefunden | Anzahl |"
    yield "|---|---:|"
    for name, count in count_words(receipt):
        yield f"| {name} | {count} |"
    yield f"| Stellen | {len(receipt.strategy.akteure)} |"
    yield f"| Quellen | {len(receipt.strategy.quellen)} |"
    yield f"| Kapitel | {len(receipt.strategy.kopf.kapitel)} |"
    for sentence in receipt.said:
        yield ""
        yield sentence


def _unsure(receipt: ImportReceipt) -> Iterator[str]:
    yield f"## Zu klären ({len(receipt.doubts)})"
    yield ""
    if not receipt.doubts:
        yield "Nichts: alles ließ sich zuordnen."
    for doubt in receipt.doubts:
        where = place(receipt, doubt.line)
        words = f" «{_cell(doubt.text)}»" if doubt.text else ""
        yield f"- {where}{words}{': ' if where or words else ''}{doubt.question}"


def _claims(receipt: ImportReceipt) -> Iterator[str]:
    if not receipt.claimed:
        return
    names = {s.schluessel: s.mehrzahl for s in receipt.strategy.kopf.stufen}
    yield "## Anzahlen im Text"
    yield ""
    yield "| Stelle | Im Text | Gefunden |"
    yield "|---|---|---|"
    for claim in receipt.claimed:
        what = names.get(claim.kind, claim.kind.capitalize())
        found = f"**{claim.counted}** {what}" if claim.counted else f"**keine** {what}"
        verdict = "stimmt" if claim.claimed == claim.counted else found
        yield f"| {place(receipt, claim.line)} | {_cell(claim.text)} | {verdict} |"


def _left(receipt: ImportReceipt) -> Iterator[str]:
    left = [use for use in receipt.uses if use.left]
    yield "## Nicht übernommen"
    yield ""
    if not left:
        yield "Nichts: jede Zeile der Vorlage steht im Ergebnis."
    for use in left:
        yield f"- {_lines(receipt, use.first, use.last)}: {use.where}"


def _elements(receipt: ImportReceipt) -> Iterator[str]:
    yield "## Ziele und Empfehlungen"
    yield ""
    yield "| Kennung | Stelle | Wortlaut |"
    yield "|---|---|---|"
    strategy = receipt.strategy
    elements: list[Ziel | Empfehlung] = [*strategy.goals(), *strategy.recommendations()]
    for element in elements:
        shown = printed_id(element)
        both = element.id if shown == element.id else f"{element.id} ({_cell(shown)})"
        yield f"| {both} | {place(receipt, receipt.places.get(element.id))} | {_cell(_short(element.text))} |"


def _former(receipt: ImportReceipt) -> Iterator[str]:
    """What keeps its ID of the earlier edition, and what comes from it."""
    if not receipt.kept and not receipt.replaced:
        return
    unsure = [one for one in receipt.kept if not one.sure]
    yield "## Kennungen der früheren Fassung"
    yield ""
    yield f"Behalten: {len(receipt.kept)}, davon unsicher: {len(unsure)}."
    if unsure or receipt.replaced:
        yield ""
    for one in unsure:
        yield f"- {one.identity}: {one.why}. Ist es dasselbe Element?"
    for identity, earlier in receipt.replaced:
        yield f"- {identity} geht vermutlich aus {', '.join(earlier)} hervor («ersetzt»). Stimmt das?"


def _candidates(receipt: ImportReceipt) -> Iterator[str]:
    if not receipt.candidates:
        return
    yield "## Kandidaten für Kennzahlen"
    yield ""
    yield "Werte aus dem Text. Was davon fortzuschreiben ist, in key_figures.yaml eintragen."
    yield ""
    yield "| Stelle | Wert | Satz |"
    yield "|---|---|---|"
    for one in receipt.candidates:
        yield f"| {place(receipt, one.line)} | {one.value} {one.unit} | {_cell(_short(one.sentence))} |"


def _uses(receipt: ImportReceipt) -> Iterator[str]:
    plural = {"Zeile": "Zeilen", "Absatz": "Absätze"}[receipt.unit]
    yield f"## Wo die {plural} der Vorlage stehen"
    yield ""
    yield f"| {plural} | Im Ergebnis |"
    yield "|---|---|"
    for use in receipt.uses:
        yield f"| {_lines(receipt, use.first, use.last, short=True)} | {_cell(use.where)} |"


def _lines(receipt: ImportReceipt, first: int, last: int, *, short: bool = False) -> str:
    if short:
        return f"{first}" if first == last else f"{first}–{last}"
    many = {"Zeile": "Zeilen", "Absatz": "Absätze"}[receipt.unit]
    return f"{receipt.unit} {first}" if first == last else f"{many} {first} bis {last}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
