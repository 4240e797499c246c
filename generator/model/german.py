"""German nouns to the forms that sentences need: with article, in the genitive, the dative, the plural.

What a noun of the administration ends in tells its gender (Duden, Grammatik, 9th edition, "Genus");
of others a sentence speaks as "das Gremium X", which is right for every X.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

Gender = Literal["m", "f", "n"]

ARTICLES: dict[Gender, tuple[str, str, str]] = {
    "m": ("der", "des", "dem"),
    "f": ("die", "der", "der"),
    "n": ("das", "des", "dem"),
}
"""Nominative, genitive, dative."""

_ENDINGS: tuple[tuple[Gender, str, str, str], ...] = (
    ("m", "s", "", "magistrat senat apparat konvent plan indikator tor meister leiter kämmerer bereich"
     " stein zweck aspekt hebel"),
    ("m", "es", "", "rat tag trag schuss schluss stand verband kreis sprung schwung schritt punkt wert"
     " satz weg impuls"),
    ("m", "en", "en", "präsident dezernent referent"),
    ("m", "ns", "n", "gedanke"),
    ("f", "", "", "ung schaft ion heit keit tät enz anz kammer stelle gruppe runde synode behörde jury"
     " meisterin leiterin rätin torin linie strategie größe nahme aufgabe säule achse stufe ebene"
     " etappe idee frage these regel quote phase initiative perspektive zahl absicht thematik"),
    ("n", "s", "", "ziel element referat dezernat torat stadion haben thema projekt programm paket prinzip angebot"
     " gebiet ment mittel kapitel motto modul anliegen team büro konzept ium plenum zentrum forum"),
    ("n", "es", "", "amt feld bild werk haus"),
    ("n", "ses", "", "ergebnis verzeichnis"),
)  # fmt: skip
"""Gender, ending of the genitive, ending of the dative, and what such nouns end in."""

_KNOWN: dict[str, tuple[Gender, str, str]] = {
    end: (gender, genitive, dative)
    for gender, genitive, dative, ends in _ENDINGS
    for end in ends.split()
}
_LONGEST_FIRST = sorted(_KNOWN, key=len, reverse=True)
_PLURALS: tuple[tuple[str, str], ...] = (
    ("en", "ung schaft ion heit keit tät enz anz indikator zahl absicht thematik"),
    (
        "n",
        "stelle gruppe runde linie strategie größe nahme aufgabe säule achse stufe ebene etappe idee"
        " frage these regel quote phase initiative perspektive gedanke",
    ),
    (
        "e",
        "ziel element paket projekt programm angebot gebiet ment modul konzept aspekt zweck bereich"
        " stein punkt schritt wert weg impuls kreis tag werk referat magistrat apparat quadrat inserat torat",
    ),
    ("er", "feld bild"),
    ("se", "ergebnis verzeichnis"),
    ("s", "motto team büro"),
    ("", "vorhaben mittel kapitel anliegen hebel"),
    ("ien", "prinzip"),
)
"""What is added in the plural, and to what such nouns end in."""
_CHANGED = {
    "thema": "themen", "zentrum": "zentren", "forum": "foren", "kriterium": "kriterien",
    "plan": "pläne", "satz": "sätze", "trag": "träge", "schlag": "schläge", "schluss": "schlüsse",
    "sprung": "sprünge", "stand": "stände", "verband": "verbände", "rat": "räte", "haus": "häuser", "amt": "ämter",
}  # fmt: skip
_MANY: dict[str, str] = _CHANGED | {
    end: end + added for added, ends in _PLURALS for end in ends.split()
}
_MANY_LONGEST_FIRST = sorted(_MANY, key=len, reverse=True)
_ADJECTIVE = re.compile(r"(?P<stem>[a-zäöüß]{3,})e[rs]?")
_JOINED = re.compile(r"\S+-,?|und|oder|sowie")
"""What may stand before a noun without being declined: "Haupt- und Finanzausschuss"."""
_WITH_ARTICLE = ("des ", "der ", "dem ", "den ")
_PLURAL = re.compile(r"\w+(?:e|er|el)")


class Noun(Struct, frozen=True):
    """A noun with its definite article in each case: "der Kreistag", "des Kreistages", "dem Kreistag"."""

    nominative: str
    genitive: str
    dative: str

    @property
    def accusative(self) -> str:
        """ "den Aktionsplan", "die Strategie", "das Konzept": a masculine one has the word of its dative."""
        if not self.nominative.startswith("der "):
            return self.nominative
        return f"den {self.dative.removeprefix('dem ')}"

    @property
    def with_zu(self) -> str:
        """ "zum Leitziel", "zur Leitlinie"."""
        article, word = self.dative.split(" ", 1)
        return f"{ {'dem': 'zum', 'der': 'zur'}.get(article, f'zu {article}') } {word}".strip()

    @property
    def one_of_many(self) -> str:
        """In the dative: "einem Leitziel", "einer Leitlinie"."""
        article, word = self.dative.split(" ", 1)
        return f"{'einer' if article == 'der' else 'einem'} {word}"

    @property
    def respective(self) -> str:
        """In the dative: "dem jeweiligen Leitziel", "der jeweiligen Leitlinie"."""
        article, word = self.dative.split(" ", 1)
        return f"{article} jeweiligen {word}"


def declined(name: str) -> Noun | None:
    """The forms of a name whose noun is known by its ending; what stands behind it stays as it is.

    "Kreistag des Ilm-Kreises", "Haupt- und Finanzausschuss" and "operatives Ziel" are known;
    None for others, "Gemeinsamer Ausschuss" among them.
    """
    before, head, behind = _parts(name)
    end = next((end for end in _LONGEST_FIRST if head.lower().endswith(end)), None)
    if end is None:
        return None
    gender, genitive, dative = _KNOWN[end]
    endings = (("", "e"), (genitive, "en"), (dative, "en"))
    forms = (
        " ".join((article, *_attributes(before, weak), head + ending, *behind))
        for article, (ending, weak) in zip(ARTICLES[gender], endings, strict=True)
    )
    return Noun(*forms)


def plural(name: str) -> str | None:
    """The plural of a name whose noun is known by its ending: "Leitziele", "operative Ziele"."""
    before, head, behind = _parts(name)
    end = next((end for end in _MANY_LONGEST_FIRST if head.lower().endswith(end)), None)
    if end is None:
        return None
    many = _MANY[end].capitalize() if end == head.lower() else head[: -len(end)] + _MANY[end]
    return " ".join((*_attributes(before, "e"), many, *behind))


def noun(kind: str, name: str, genitive: str | None = None, dative: str | None = None) -> Noun:
    """The forms of a name: those that somebody gave, else the known ones.

    Of an unknown one a sentence speaks as what it is: "des Gremiums Runder Tisch" (``kind``: Gremium).
    Forms may be given with their articles ("des Rates") or without ("Rates").
    """
    known = declined(name) or _beside(kind, name)
    if not genitive and not dative:
        return known
    gender: Gender = "f" if _feminine(genitive or "", dative or "") else "m"
    der, des, dem = ARTICLES[gender]
    nominative = known.nominative if declined(name) or gender == "m" else f"{der} {name}"
    return Noun(
        nominative,
        _with(des, genitive or f"{des} {name}"),
        _with(dem, dative or f"{dem} {name}"),
    )


def _beside(kind: str, name: str) -> Noun:
    known = declined(kind)
    assert known is not None
    return Noun(*(f"{form} {name}" for form in (known.nominative, known.genitive, known.dative)))


def _feminine(genitive: str, dative: str) -> bool:
    """A genitive without "s" and article is one: "Kammer", but "Rates"."""
    if genitive.startswith(_WITH_ARTICLE) or dative.startswith(_WITH_ARTICLE):
        return genitive.startswith("der ") or dative.startswith("der ")
    return bool(genitive) and not genitive.endswith("s")


def _with(article: str, form: str) -> str:
    return form if form.startswith(_WITH_ARTICLE) else f"{article} {form}"


def dative_plural(plural: str) -> str:
    """A plural as it stands after "von": "Prozesszielen", "operativen Zielen", "Maßnahmen"."""
    first, head, behind = _parts(plural)
    words = (f"{w}n" if _PLURAL.fullmatch(w) and w != "oder" else w for w in (*first, head))
    return " ".join((*words, *behind))


def counted(count: int, one: str, many: str) -> str:
    """ "1 Prüfgröße", "5 Prüfgrößen"."""
    return f"{count} {one if count == 1 else many}"


_WORDS = ["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]


def in_words(count: int) -> str:
    """ "fünf": from two to twelve as running text has it (Duden), else in digits.

    One is declined like an article, so that it takes its noun to word it.
    """
    return _WORDS[count - 2] if 2 <= count <= 12 else str(count)


def counted_in_words(count: int, one: str, many: str) -> str:
    """ "eine Änderung", "fünf Änderungen"; ``one`` is feminine or neuter: "eine" or "ein" stands in it."""
    return one if count == 1 else f"{in_words(count)} {many}"


def begun(sentence: str) -> str:
    """With a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def listed(words: Sequence[str], joint: str = "und") -> str:
    """ "MA15, MA16 und MA17"."""
    *first, last = words
    return f"{', '.join(first)} {joint} {last}" if first else last


def _parts(name: str) -> tuple[list[str], str, list[str]]:
    """What stands before the noun, the noun, and what stands behind it."""
    words = name.split()
    for index, word in enumerate(words):
        if not _JOINED.fullmatch(word) and not (_ADJECTIVE.fullmatch(word) and words[index + 1 :]):
            return words[:index], word, words[index + 1 :]
    return [], name, []


def _attributes(words: Iterable[str], weak: str) -> Iterator[str]:
    """Adjectives behind a definite article."""
    for word in words:
        found = None if _JOINED.fullmatch(word) else _ADJECTIVE.fullmatch(word)
        yield f"{found['stem']}{weak}" if found else word
