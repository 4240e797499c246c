"""The words of ``strategie init`` to what the new strategy is to be: body, levels, Handlungsfelder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from generator.errors import GeneratorError
from generator.model.german import plural
from generator.model.kinds import RESERVED
from generator.model.koerperschaft import ADMINISTRATION, UNRULED, Koerperschaft, key_of
from generator.model.sample_texts import BODIES, FIELD
from generator.model.stufe import Stufe, default_levels

Art = Literal["landkreis", "stadt", "gemeinde", "verband"]

USUAL: Mapping[Art, tuple[str, str]] = {
    "landkreis": ("Kreistag", "Landratsamt"),
    "stadt": ("Stadtrat", "Stadtverwaltung"),
    "gemeinde": ("Gemeinderat", "Gemeindeverwaltung"),
    "verband": ("Verbandsversammlung", "Geschäftsstelle"),
}
"""Gremium and administration where nobody says them."""
USUAL_FIELD = FIELD
"""The Handlungsfeld where none is named."""

_KINDS: tuple[tuple[Art, str], ...] = (
    ("landkreis", r"landkreis\b|\w*kreis(e?s)?\b"),
    ("verband", r"\w*verband\b"),
    ("stadt", r"\w*stadt\b"),
    ("gemeinde", r"\w*gemeinde\b|markt\b"),
)
"""What a name holds that tells the kind of body."""
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MOST = 5
_TAKEN_PREFIXES = ("HF", "TH", "EM")
"""Those of Handlungsfelder, topics and Empfehlungen."""
_EXAMPLE = "Zum Beispiel: --stufen Leitziel,Maßnahme"


class Wishes(Struct, frozen=True):
    """Whose strategy it will be, its levels from the top, its Handlungsfelder in order."""

    koerperschaft: Koerperschaft
    stufen: tuple[Stufe, ...]
    handlungsfelder: tuple[str, ...] = ()


def body(name: str | None, art: str | None, gremium: str | None) -> Koerperschaft:
    """The body, with what is usual for its kind; GeneratorError where its kind is not to be known."""
    kind = _kind(name, art)
    usual_gremium, administration = USUAL[kind]
    if key_of(_said(gremium) or usual_gremium) in ("", UNRULED, ADMINISTRATION):
        raise GeneratorError(
            f"«{gremium}» kann kein Gremium bezeichnen.", f"Zum Beispiel: --gremium {usual_gremium}"
        )
    return Koerperschaft(
        name=_said(name) or BODIES[kind],
        art=kind,
        gremium=_said(gremium) or usual_gremium,
        verwaltung=administration,
    )


def _said(text: str | None) -> str:
    return " ".join((text or "").split())


def _kind(name: str | None, art: str | None) -> Art:
    if art:
        for known in USUAL:
            if known == art.strip().lower():
                return known
        raise GeneratorError(
            f"Eine Art «{art}» von Körperschaft gibt es hier nicht.",
            f"Möglich sind: {', '.join(USUAL)}.",
        )
    if not _said(name):
        return "gemeinde"
    found = [kind for kind, words in _KINDS if re.search(words, _said(name).lower())]
    if not found:
        raise GeneratorError(
            f"«{_said(name)}» sagt nicht, was für eine Körperschaft das ist.",
            f"Mit --art eines angeben: {', '.join(USUAL)}.",
        )
    return found[0]


def levels(words: Sequence[str]) -> tuple[Stufe, ...]:
    """The levels in their order: each a word, or "Leuchtturm/Leuchttürme"; none: the usual three.

    The last one carries Zuständigkeit and Umsetzungsstand. GeneratorError for a word whose plural
    is not known, for two levels of one name and for more than five.
    """
    if not words:
        return default_levels()
    if len(words) > _MOST:
        raise GeneratorError(
            f"Genannt sind {len(words)} Stufen; möglich sind höchstens {_MOST}.", _EXAMPLE
        )
    made: list[Stufe] = []
    for index, word in enumerate(words):
        one, many = _both(word)
        key = key_of(many)
        _refuse(word, one, key, made)
        settings: Any = {"schluessel": key, "name": one, "mehrzahl": many}
        if index == len(words) - 1:
            settings["traegt"] = ("zustaendigkeit", "umsetzungsstand")
        taken = (*_TAKEN_PREFIXES, *(other.praefix for other in made))
        made.append(Stufe(**settings, praefix=_prefix(one, taken)))
    return tuple(made)


def _refuse(word: str, one: str, key: str, before: Sequence[Stufe]) -> None:
    """GeneratorError for a level that no file can hold beside those before it."""
    if not _KEY.fullmatch(key):
        raise GeneratorError(
            f"«{word}» ist als Name einer Stufe nicht möglich.",
            f"Er beginnt mit einem Buchstaben und hat höchstens 40 Zeichen. {_EXAMPLE}",
        )
    if key in RESERVED:
        raise GeneratorError(
            f"Eine Stufe «{one}» ist nicht möglich: «{key}» hat schon eine andere Bedeutung.",
            f"Sie anders nennen. {_EXAMPLE}",
        )
    if any(key == other.schluessel or one == other.name for other in before):
        raise GeneratorError(f"Die Stufe «{one}» ist zweimal genannt.", _EXAMPLE)


def _both(word: str) -> tuple[str, str]:
    """Singular and plural of a level."""
    one, slash, many = (_said(part) for part in word.partition("/"))
    known = many if slash else plural(one)
    if not one or not known or "/" in many:
        shown = one or word
        raise GeneratorError(
            f"Die Mehrzahl von «{shown}» ist nicht bekannt.",
            f"Beide Wörter mit Schrägstrich angeben, «{shown}/…», so wie bei «Leuchtturm/Leuchttürme».",
        )
    return one, known


def _prefix(name: str, taken: Iterable[str]) -> str:
    """Two letters for the IDs of a level: LZ of Leitziel, MA of Maßnahme; three where both are taken."""
    letters = re.sub(r"[^a-z]", "", key_of(name))
    first, rest = letters[:1], letters[1:] or letters[:1]
    goal = [f"{first}z"] if letters.endswith("ziel") and letters != "ziel" else []
    pairs = [*goal, *(first + other for other in rest)]
    longer = (f"{pair}{other}" for pair in pairs for other in "abcdefghijklmnopqrstuvwxyz")
    return next(p.upper() for p in (*pairs, *longer) if p.upper() not in taken)
