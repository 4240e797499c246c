"""Geprüft wird, ob dasselbe Wort in zwei Schreibweisen vorkommt: «niedrigschwellig» und «niederschwellig», «MaaS»
und «MAAS», «E-Mail» und «Email», «z. B.» und «z.B.», «10 %» und «10%», «aufgrund» und «auf Grund». Zitate, Namen
von Stellen und Werke anderer zählen nicht.

Beide Formen sind oft richtig; gemischt sehen sie nach Versehen aus, und eine Suche im Dokument findet nur die
Hälfte der Stellen.

Beheben: eine Form wählen und die andere ersetzen. Die Wahl gehört in strategy.yaml unter «schreibweisen»
(«niederschwellig: niedrigschwellig»); dann meldet Z309 jede Stelle, an der die andere wiederkommt, und diese Regel
schweigt dazu.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks.check_context import CheckContext
from generator.checks.uses import Use, finding, is_own, listed, uses, word_uses
from generator.finding import Finding, Severity
from generator.likeness import LONGEST_NAME

CODE = "Z335"
SEVERITY = Severity.HINT
TITLE = "Schreibweise gemischt"

_STEMS = (
    ("niedrigschwellig", "niederschwellig"), ("selbstständig", "selbständig"), ("aufwendig", "aufwändig"),
    ("Potenzial", "Potential"), ("potenziell", "potentiell"), ("substanziell", "substantiell"),
    ("existenziell", "existentiell"), ("Fotovoltaik", "Photovoltaik"), ("Grafik", "Graphik"),
    ("Geografie", "Geographie"), ("geografisch", "geographisch"), ("Demografie", "Demographie"),
    ("demografisch", "demographisch"), ("Biografie", "Biographie"), ("Topografie", "Topographie"),
    ("Fantasie", "Phantasie"), ("dass", "daß"), ("muss", "muß"),
)  # fmt: skip
"""Parts of words for which dictionaries know two spellings, or knew them."""
_JOINED = (
    ("aufgrund", r"auf Grund(?! und)"), ("mithilfe", "mit Hilfe"), ("zugunsten", "zu Gunsten"), ("zulasten", "zu Lasten"),
    ("infrage", "in Frage"), ("zuhause", "zu Hause"), ("imstande", "im Stande"), ("sodass", "so dass"),
    ("vonseiten", "von Seiten"), ("aufseiten", "auf Seiten(?! \\d)"), ("zustande", "zu Stande"), ("anstelle", "an Stelle"),
)  # fmt: skip
_SHORT = (
    "z. B.",
    "d. h.",
    "u. a.",
    "i. d. R.",
    "o. ä.",
    "u. U.",
    "v. a.",
    "s. o.",
    "s. u.",
    "e. V.",
    "i. S.",
    "m. E.",
)
_SIGNS = (("%", r"\d", ""), ("€", r"\d", ""), ("§", "", r"\d"))
_BROKEN = r"[A-ZÄÖÜ][a-zäöüß]+-[a-zäöüß]"
"""A noun that goes on with a small letter behind a hyphen is broken at the end of a line (Z336)."""
_INSIDE = r"(?:(?<=[a-zäöüß])|^)[A-ZÄÖÜ]+[\w-]*[a-zäöüß]|[a-zäöüß][A-ZÄÖÜ]"
"""Behind the first letter of a word: capitals among small letters, not only behind hyphens."""
_SHORTEST = 4
"""Letters from which on capitals inside are a spelling: "Str." and "StR" are two abbreviations."""
_DECLINED = r"(?:es|s|en|n|e)$"
_WORD = r"[^\W\d_]\w*(?:-\w+)*"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each word, at the first place of its rarer spelling."""
    for spellings in (*_by_dictionary(context), *_by_form(context), *_by_space(context)):
        written = {words: places for words, places in spellings.items() if places}
        if len(written) > 1 and not _decided(context, written):
            yield _finding(context, written)


def _finding(context: CheckContext, written: dict[str, list[Use]]) -> Finding:
    ranked = sorted(written.items(), key=lambda item: -len(item[1]))
    told = ", ".join(f"«{words}» {listed(context, places)}" for words, places in ranked)
    rare = ranked[-1]
    message = f"Zwei Schreibweisen: {told}. Eine wählen und die andere ersetzen"
    if not any(map(str.isdigit, rare[0])):
        clear = len(ranked[0][1]) > len(rare[1])
        entry = f"{rare[0]}: {ranked[0][0]}" if clear else "unerwünscht: gewollt"
        message += f"; in strategy.yaml unter «schreibweisen» festhalten («{entry}»)"
    message += "."
    return finding(context, CODE, SEVERITY, rare[1][0], message)


def _decided(context: CheckContext, words: Iterable[str]) -> bool:
    """Whether the house has chosen, so that the places of the other spelling are told one by one."""
    chosen = context.strategy.kopf.schreibweisen
    return any(word in chosen for word in words)


def _own(found: Iterable[Use]) -> list[Use]:
    return [use for use in found if is_own(use.source)]


def _by_dictionary(context: CheckContext) -> Iterator[dict[str, list[Use]]]:
    """Spellings that dictionaries know."""
    known = context.vocabulary.words.lower()
    for pair in _STEMS:
        if all(stem.lower() in known for stem in pair):
            yield {stem: _of_stem(context, stem) for stem in pair}
    for joined, apart in _JOINED:
        plain = re.sub(r"\(\?!.*\)", "", apart)
        if joined in known and all(map(context.vocabulary.has, plain.split()[:2])):
            flexible = apart.replace(" ", r"\s+", 1)
            pattern = rf"(?<![\w-]){flexible}(?!\w)"
            anchors = plain, plain.replace(" ", "\n", 1)
            apart_uses = [use for anchor in anchors for use in _own(uses(context, anchor, pattern))]
            if apart_uses:
                yield {joined: _own(word_uses(context, joined)), plain: apart_uses}


def _of_stem(context: CheckContext, stem: str) -> list[Use]:
    """The places of all words with a part; what is no longer than "dass" is a word itself."""
    pattern = rf"(?<![\w-])[\w-]*{stem}[\w-]*" if len(stem) > 4 else rf"(?<![\w-]){stem}(?![\w-])"
    words = dict.fromkeys(re.findall(pattern, context.vocabulary.words, re.IGNORECASE))
    return [use for word in words for use in _own(word_uses(context, word))]


def _by_form(context: CheckContext) -> Iterator[dict[str, list[Use]]]:
    """Words that differ in a hyphen, or in capitals inside; those of one noun in its cases together."""
    words = dict.fromkeys(re.findall(_WORD, context.vocabulary.words))
    alike: dict[str, list[str]] = {}
    mixed: dict[str, dict[str, list[Use]]] = {}
    for word in words:
        if len(word) <= LONGEST_NAME and not word[1:].islower():
            alike.setdefault(word.lower().replace("-", ""), []).append(word)
    for joined, marked in alike.items():
        same = [*marked, *(word for word in (joined, joined.capitalize()) if word in words)]
        forms = _forms(w for w in same if not re.match(_BROKEN, w)) if len(same) > 1 else ()
        if len(forms) > 1:
            found = ([u for w in form for u in _own(word_uses(context, w))] for form in forms)
            written = mixed.setdefault(re.sub(_DECLINED, "", joined), {})
            for places in filter(None, found):
                written.setdefault(_drawn(places[0].words), []).extend(places)
    for written in mixed.values():
        yield {places[0].words: places for places in written.values()}


def _drawn(word: str) -> str:
    """Where a word has hyphens and capitals behind its first letter, whatever its ending."""
    inside = (sign if sign == "-" else "X" if sign.isupper() else "x" for sign in word[1:])
    return "".join(inside).rstrip("x")


def _forms(words: Iterable[str]) -> list[list[str]]:
    """The words by spelling; a capital at the beginning is none, nor is a word all in capitals."""
    by_hyphens: dict[str, list[str]] = {}
    for word in words:
        by_hyphens.setdefault(word.lower(), []).append(word)
    if len(by_hyphens) != 1:
        return list(by_hyphens.values())
    by_capitals: dict[str, list[str]] = {}
    for word in next(iter(by_hyphens.values())):
        if not word.endswith("Innen"):  # a form of its own (Z334)
            by_capitals.setdefault(word[1:], []).append(word)
    if len(next(iter(by_hyphens))) < _SHORTEST:
        return []
    if not any(re.search(_INSIDE, rest) for rest in by_capitals):
        by_capitals = {rest: same for rest, same in by_capitals.items() if not rest.isupper()}
    return list(by_capitals.values())


def _by_space(context: CheckContext) -> Iterator[dict[str, list[Use]]]:
    """Abbreviations and signs with and without a space."""
    for short in _SHORT:
        tight = short.replace(" ", "")
        if tight in context.vocabulary.words and short[:2] in _beginnings(context):
            spaced = re.escape(short).replace("\\ ", r"\s+")
            yield {
                words: _own(uses(context, words.split()[0], rf"(?<!\w){pattern}"))
                for words, pattern in ((short, spaced), (tight, re.escape(tight)))
            }
    for sign, before, behind in _SIGNS:
        if re.search(f"{before}{sign}{behind}", context.vocabulary.words):
            yield {
                words: _own(
                    uses(context, sign, f"{before}{space}{sign}{after}{behind}", around=True)
                )
                for words, space, after in _spaced(sign, bool(before))
            }


def _beginnings(context: CheckContext) -> frozenset[str]:
    """Letters with a full stop that stand by themselves: "z." of "(z. B."."""
    return frozenset(re.findall(r"(?m)^\W?(\w\.)$", context.vocabulary.words))


def _spaced(sign: str, behind_number: bool) -> Iterator[tuple[str, str, str]]:
    """How a number and a sign are written, with the space of each before and behind the sign."""
    if behind_number:
        yield from ((f"10 {sign}", r"\s", ""), (f"10{sign}", "", ""))
    else:
        yield from ((f"{sign} 10", "", r"\s"), (f"{sign}10", "", ""))
