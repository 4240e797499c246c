"""Words that German strategies put before their goals and before what they say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model.german import plural

_GOALS = (
    "ziel maßnahme massnahme maßnahmen empfehlung leitlinie leitsatz projekt vorhaben baustein idee"
    " aktion forderung handlungsschritt meilenstein aufgabe vorschlag instrument steckbrief angebot"
)
_AREAS = (
    "handlungsfeld themenfeld aktionsfeld schwerpunkt handlungsschwerpunkt leitthema säule"
    " themenbereich handlungsbereich entwicklungsfeld strategiefeld politikfeld"
)
BODIES = (
    "zuständigkeit|zuständigkeiten|zuständig|zuständige? stellen?|verantwortlich|verantwortliche|verantwortlichkeit"
    r"|verantwortlichkeiten|verantwortung|umsetzung durch|akteure?|beteiligte akteure?|träger|durchführung durch"
    "|hauptverantwortlich|hauptverantwortung|initiator|initiatoren|adressat|adressaten|adressatin|ansprechpartner"
)
LEADING = "federführung|federführend|federführende stelle|lead|leitung"
HELPING = (
    "mitwirkung|mitwirkende|beteiligte|beteiligung|kooperation|kooperationspartner|partner|weitere akteure"
    "|einzubindende akteure|kooperationen|beteiligt|mitverantwortlich"
)
ASIDE = (
    "zeitrahmen|zeitraum|zeitplan|zeithorizont|termin|frist|laufzeit|beginn|dauer|umsetzungszeitraum|kosten"
    "|finanzierung|finanzbedarf|priorität|indikator|indikatoren|kennzahl|kennzahlen|erfolgsindikator"
    "|erfolgsindikatoren|zielgruppe|zielgruppen|status|stand|sachstand|umsetzungsstand|beschreibung"
    "|kurzbeschreibung|begründung|ausgangslage|hinweis|hinweise|anmerkung|anmerkungen|bemerkung|erläuterung"
    "|wirkung|nächste schritte|handlungsschritte|ressourcen|personal|siehe auch|bezug|prüfvermerk|erfolgskriterien"
)

LEVEL_NOUN = re.compile(rf"(?:[\w-]*(?:{'|'.join(_GOALS.split())}))(?:[ns]|en)?", re.IGNORECASE)
AREA_NOUN = re.compile(rf"(?:[\w-]*(?:{'|'.join(_AREAS.split())}))", re.IGNORECASE)
_MANY_NOUNS = re.compile(r"[\w-]*(?:ziele|maßnahmen|massnahmen|empfehlungen|leitlinien|projekte|vorhaben|aufgaben"
                         r"|forderungen|bausteine|ideen|aktionen|leitsätze|meilensteine|vorschläge)", re.IGNORECASE)  # fmt: skip
_TAIL = (
    r"(?:\s+(?:Nr\.?\s*)?(?P<number>[A-Z]{0,3}[-. ]?\d{1,3}(?:[.\-]\d{1,3})*[a-z]?|[IVX]{1,5}(?=\s*[:.–-]|\s*$))"
    r"(?:,\s*(?P<code>[A-ZÄÖÜ]{1,5}[-. ]?\d{1,3}[a-z]?)(?=\s*$))?)?"
    r"(?P<sign>\s*[:.]|\s+[–—|-](?=\s))?(?P<rest>\s.*|)"
)
_ONE_WORD = re.compile(r"\s*(?P<word>[A-ZÄÖÜ][\w-]*)" + _TAIL)
_TWO_WORDS = re.compile(r"\s*(?P<word>[A-ZÄÖÜ][a-zäöüß]+(?:es|er|e)\s[A-ZÄÖÜ][\w-]*)" + _TAIL)
CODE = re.compile(
    r"\s*(?P<code>(?P<prefix>[A-ZÄÖÜ]{1,5})(?P<joint>[-. ]?)(?P<number>\d{1,3}(?:[.\-+/]\d{1,3}){0,3}[a-z]?))"
    r"(?P<sign>\s*[:.)–-])?\s+(?P<rest>\S.*)"
)
FIELD = re.compile(
    r"\s*(?P<label>[A-ZÄÖÜ][\w-]*(?:\s[\w/-]+){0,2}?)\s*(?:(?P<sign>:)|$|(?=\s))(?P<rest>.*)"
)
_NO_LABEL = re.compile(
    r"\s*(?:ist|sind|war|waren|wird|werden|soll|sollen|sollte|kann|können|hat|haben|für|der|die|das|des|dem|den"
    r"|von|liegt|obliegt|bei|zur|zum|im|in|am|an|und|oder|es|muss|müssen|dieser|dieses|eines|einer)\b"
)
NO_CODES = frozenset(["SGB", "DIN", "CO", "PM", "ISO", "EN", "EU", "BAB", "ISBN", "ISSN", "NO"])
"""Letters before a number that stand for laws, norms, gases, roads."""


def label(text: str) -> re.Match[str] | None:
    """The word that a text begins with and that may call a goal or a Handlungsfeld; its groups are
    ``word``, ``number``, ``sign`` and ``rest``.
    """
    for pattern in (_ONE_WORD, _TWO_WORDS):
        found = pattern.fullmatch(text)
        if found and (is_level(found["word"]) or is_area(found["word"])):
            return found
    return None


_OF = frozenset(["der", "des", "von", "vom", "zur", "zum"])
_CODE_ALONE = re.compile(r"\s*[A-Za-zÄÖÜ]{0,5}[-. ]?\d{1,3}(?:[.\-+/]\d{1,3})*[a-z]?\s*")


_MENTION = re.compile(r"[A-ZÄÖÜ]{1,5}[-. ]?\d{1,3}[a-z]?(?:,|\s(?:und|bis|oder)\b)")


def is_mention(rest: str) -> bool:
    """Whether a code behind a word only names a goal: "Leitziel LZ05, verschoben"."""
    return _MENTION.match(rest) is not None


def is_code(text: str) -> bool:
    """Whether a text is nothing but a code: "GE-7", "M01", "3.2"."""
    return _CODE_ALONE.fullmatch(text) is not None


def labelled_by(words: Iterable[str], *, escape: bool = True) -> re.Pattern[str] | None:
    """What texts look like that begin with one of these words; the same groups."""
    listed = sorted(map(re.escape, words) if escape else words, key=len, reverse=True)
    return (
        re.compile(rf"\s*(?P<word>{'|'.join(listed)})(?!\w)" + _TAIL, re.IGNORECASE)
        if listed
        else None
    )


def is_sentence(rest: str) -> bool:
    """Whether the words behind a would-be label go on with it as with a word of a sentence."""
    return _NO_LABEL.match(rest) is not None and rest.lstrip()[:1].islower()


def is_level(word: str) -> bool:
    """Whether a word may call goals of a level: "Prozessziel", "Operatives Ziel"."""
    return LEVEL_NOUN.fullmatch(word.split()[-1]) is not None


def is_area(word: str) -> bool:
    """Whether a word may call a Handlungsfeld."""
    return AREA_NOUN.fullmatch(word.split()[-1]) is not None


def is_many(text: str) -> bool:
    """Whether a text is nothing but the plural of such a word: "Ziele", "Operative Ziele:"."""
    words = text.strip().rstrip(":").split()
    return (
        0 < len(words) <= 2
        and words[0][:1].isupper()
        and _MANY_NOUNS.fullmatch(words[-1]) is not None
    )


def plural_of(word: str) -> str:
    """The plural of the name of a level; the word itself where it is not known."""
    return plural(word) or word


def level_name(head: str) -> str:
    """What one goal is called by a head that says more of it: "Maßnahme" of "Titel der Maßnahme"."""
    *before, last = head.split()
    if not _OF.intersection(word.lower() for word in before):
        return singular_of(head) if is_many(head) else head
    found = (last.removesuffix(cut) for cut in ("", "es", "s"))
    return singular_of(next((word for word in found if plural(word)), last))


def singular_of(many: str) -> str:
    """The name of one of what a plural calls: "Maßnahme" of "Maßnahmen"."""
    for cut in ("", "n", "e", "en"):
        one = many.removesuffix(cut)
        if one != many and plural(one) == many:
            return one
    return many
