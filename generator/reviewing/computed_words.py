"""Words that no single field prints to a sentence on where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.match.normal_text import plain
from generator.model.strategy import Strategy

ORIGIN = "Diesen Text setzt das Programm selbst ein: {}."
_NUMBER = re.compile(r"[\d.,\s%–—-]+")
_LISTS = {
    "Zuständigkeit: ": "beim Ziel unter «zustaendig»",
    "Adressaten: ": "bei der Empfehlung unter «adressaten»",
}
_TELLING = 4
"""Words in a row that say which text they are from."""
_CAPTION = re.compile(r"(?:Tabelle|Abbildung) \d+: ")


def origin(strategy: Strategy, printed: str) -> str:
    """What to change instead, for a line that the program puts together."""
    words = plain(printed)
    named = [name for name, value in _head(strategy) if len(value) > 3 and plain(value) in words]
    if named:
        where = " und ".join(f"«{name}»" for name in dict.fromkeys(named))
        return ORIGIN.format(f"es steht in strategy.yaml unter {where}; dort ändern")
    levels = [name for stufe in strategy.kopf.stufen for name in (stufe.name, stufe.mehrzahl)]
    if words in levels:
        return ORIGIN.format("so heißt die Stufe in strategy.yaml unter «stufen»; dort ändern")
    if _NUMBER.fullmatch(words):
        return ORIGIN.format(
            "es ist aus den Einträgen gezählt und ändert sich mit ihnen; zu ändern ist, was gezählt wird"
        )
    if _CAPTION.match(words):
        return ORIGIN.format("die Überschrift einer Übersicht, die aus den Einträgen entsteht")
    listed = next((where for label, where in _LISTS.items() if words.startswith(label)), None)
    if listed is not None:
        return ORIGIN.format(f"es fasst zusammen, was {listed} steht; dort ändern")
    text = _excerpted(strategy, words)
    if text is not None:
        return ORIGIN.format(f"ein Auszug aus dem Text zu «{text}»; dort ändern")
    known = [e.id for e in strategy.elements() if re.search(rf"\b{re.escape(e.id)}\b", words)]
    if known:
        return ORIGIN.format(
            f"es folgt aus den Einträgen, die es nennt ({', '.join(known[:4])}); dort ändern"
        )
    return ORIGIN.format(
        "eine feste Beschriftung oder eine Übersicht, die aus den Einträgen der Strategie entsteht; ändern "
        "lässt sich, woraus sie entsteht"
    )


def _excerpted(strategy: Strategy, printed: str) -> str | None:
    """The text that a line of the Synopse shows a piece of, without its marks and references."""
    pieces = re.split(r"[…\[\]()]", printed.removeprefix("– "))
    longest = max((" ".join(piece.split()) for piece in pieces), key=len)
    if len(longest.split()) < _TELLING:
        return None
    return next((t.id for t in strategy.texte if longest in plain(t.inhalt)), None)


def _head(strategy: Strategy) -> Iterator[tuple[str, str]]:
    """Words of strategy.yaml that are printed, with the key that they stand under."""
    kopf = strategy.kopf
    yield "titel", kopf.titel
    yield "kurztitel", kopf.kurztitel or ""
    yield "fassung: bezeichnung", kopf.fassung.bezeichnung
    yield from (("hinweise", text) for text in kopf.hinweise)
    yield "koerperschaft", kopf.koerperschaft.name or ""
    yield "kurzfassung", kopf.kurzfassung or ""
    yield from (
        ("impressum", text) for text in (kopf.impressum.herausgeber or "", *kopf.impressum.contact)
    )
    yield from (("abkuerzungen", text) for text in kopf.abkuerzungen.values())
    yield from (("glossar", text) for text in kopf.glossar.values())
