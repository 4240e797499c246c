"""Geprüft wird, ob ein Wort zweimal hintereinander steht («und und», «wird wird»).

Solche Wiederholungen entstehen beim Umstellen von Sätzen und werden beim Lesen leicht übersehen.
Nicht gemeldet wird, was im Deutschen richtig ist: «für die die Ämter», «in der der Träger», «der Anteil der der
über 80-Jährigen», «führt zu zu hohen Kosten», «die Zahl von von Armut betroffenen Familien», «Stärken stärken»,
«machen Sie sie», «so so». Eine Überschrift und der Satz darunter sind zwei Texte, ebenso zwei Zellen
einer Tabelle.

Doppelt ist auch ein Wort, das schon eingesetzt wird: die Einheit hinter einer Kennzahl («{{ kennzahl.x }}
Bedarfsgemeinschaften», «{{ kennzahl.y }} Prozent» bei der Einheit %) und das Wort hinter einer Anzahl, die
ihres schon nennt.

Beheben: eines der beiden Wörter löschen. Ist die Wiederholung gewollt, kann der Hinweis stehen
bleiben.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.checks.check_context import CheckContext
from generator.checks.corpus import text_of
from generator.finding import Finding, Severity
from generator.model.counted_nouns import chosen
from generator.model.kinds import STRATEGY
from generator.model.prose_markup import Token, tokens
from generator.model.register import Kennzahl

CODE = "Z310"
SEVERITY = Severity.HINT
TITLE = "Wort doppelt"

_SPELT = {"%": ("Prozent",), "Prozent": ("%",), "€": ("Euro", "EUR"), "Euro": ("€", "EUR")}
"""Units to other ways of writing them."""
_SHORT = 4
"""Letters; longer ones that end in n are verbs and their nouns."""
_NEAR = 40
"""Signs behind a piece of markup in which the same word would begin: a pattern costs more to make."""
_ARTICLES = frozenset(
    ("der", "die", "das", "den", "dem", "sie", "ihr", "ihnen", "was", "wer", "es")
)
_POLITE = frozenset(("sie", "ihr", "ihnen"))
_PREPOSITIONS = frozenset(
    (
        "an",
        "auf",
        "aus",
        "bei",
        "durch",
        "für",
        "gegen",
        "in",
        "mit",
        "nach",
        "über",
        "um",
        "unter",
        "von",
        "vor",
        "zu",
    )
)
_BEFORE = (
    r"(?i)(?:[,;–(]|\b(?:in|an|auf|mit|zu|bei|von|aus|für|durch|über|unter|nach|um|vor|gegen|ohne|dass"
    r"|wenn|als|ob|weil|da|denn|indem|nachdem|bevor|sobald|solange|sofern|damit|obwohl|falls|bis|ehe|seit|seitdem|sodass|und|oder|wie|wo|neben|hinter|zwischen|wegen|während|trotz|ist|sind|war|waren"
    r"|bleibt|gleicht|entspricht|übersteigt))\s*$"
)
_AGED = r"\s+(?:über|unter|ab|bis|zwischen)\s+\d"
"""Behind "der der": people who are named by their age only."""
_ATTRIBUTE = (
    r"\s+(?:[\w-]+,?\s+){0,4}?[a-zäöüß-]+(?:te|ten|ter|enen|ene|ener|nden|nde|nder)\s+[A-ZÄÖÜ]"
)
"""Behind a preposition that stands twice: "von von Armut betroffenen Familien", and of "zu" the next."""
_TOO = r"\s+[a-zäöüß]+(?:en|er|em|es|e)\s"
_HEADING = r"\s*#"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each repeated word."""
    for number, twice in context.vocabulary.doubled.items():
        source = context.corpus.sources[number]
        for word, offset in _doubled(text_of(source), twice):
            message = f"{context.called(source.id or STRATEGY)}: «{word}» steht zweimal hintereinander. Eines löschen."
            yield context.at_source(CODE, SEVERITY, source, offset, message)
    yield from _inserted(context)


def _inserted(context: CheckContext) -> Iterator[Finding]:
    """One finding for each word that is typed behind markup that prints it as well."""
    figures = {figure.id: figure for figure in context.strategy.kennzahlen if figure.einheit}
    for text, markup in context.strategy.markup:
        found = [t for t in markup if _typed_again(context, figures, t, text.inhalt)]
        if not found or (text.id, text.stelle) not in context.positions.texts:
            continue
        prose = context.prose_of(text.id, text.stelle)
        for token in tokens(prose.raw):
            if again := _typed_again(context, figures, token, prose.raw):
                message = (
                    f"{context.called(text.id)}: «{again[1]}» steht zweimal hintereinander, denn "
                    f"«{prose.raw[token.start : token.end]}» druckt das Wort schon. Das getippte löschen."
                )
                yield context.at_text(CODE, SEVERITY, prose, again.start(1), message)


def _typed_again(
    context: CheckContext, figures: Mapping[str, Kennzahl], token: Token, text: str
) -> re.Match[str] | None:
    """The word behind a piece of markup that ends in the same word."""
    words: tuple[str, ...] = ()
    if token.kind == "kennzahl" and token.argument in figures:
        unit = figures[token.argument].einheit or ""
        words = (unit, *_SPELT.get(unit, ()))
    elif token.kind == "anzahl" and token.detail:
        words = chosen(context.strategy.kopf, token.argument, token.detail) or ()
    first = text[token.end : token.end + _NEAR].lstrip(" \n*_\t\u00a0")
    if not any(first.startswith(word.split()[0]) for word in words if word):
        return None
    either = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    behind = re.compile(rf"[^\S\n]*\n?[^\S\n]*[*_]{{0,2}}({either})(?![\w-])")
    return behind.match(text, token.end)


def _doubled(text: str, candidates: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The repetitions that are none of correct German, with the offset of the second word."""
    for word in sorted(candidates):
        if not word.isalpha():
            continue
        pattern = re.compile(rf"(?<![\w-])({word})\s+({word})(?![\w-])", re.IGNORECASE)
        for match in pattern.finditer(text):
            if not _correct(text, match) and not _apart(text, match):
                yield match[2], match.start(2)


def _correct(text: str, match: re.Match[str]) -> bool:
    """Whether German has reasons for saying the word twice there."""
    first, second = match[1], match[2]
    word, before = second.lower(), text[max(0, match.start() - 20) : match.start()]
    if word in _ARTICLES:
        polite = word in _POLITE and first != second and re.search(r"\w[\s*_]*$", before)
        return bool(polite or re.search(_BEFORE, before) or _behind(_AGED, text, match))
    if word in _PREPOSITIONS:
        too = word == "zu" and _behind(_TOO, text, match)
        return bool(too or _behind(_ATTRIBUTE, text, match))
    verb = word.endswith("n") and len(word) > _SHORT  # a noun and its verb: "Stärken stärken"
    return word == "so" or (verb and first[0].isupper() != second[0].isupper())


def _behind(pattern: str, text: str, match: re.Match[str]) -> bool:
    return re.compile(pattern).match(text, match.end()) is not None


def _apart(text: str, match: re.Match[str]) -> bool:
    """Whether the words stand in two texts: in two paragraphs, in a heading and below it."""
    between = text[match.end(1) : match.start(2)]
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return between.count("\n") > 1 or ("\n" in between and re.match(_HEADING, line) is not None)
