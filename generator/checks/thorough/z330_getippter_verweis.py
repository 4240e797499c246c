"""Geprüft wird, ob Verweise, die von Hand getippt sind, im fertigen Dokument etwas treffen: «Kapitel 7»,
«siehe 2.2.1», «Abbildung 3», «Tabelle 4», «siehe Anhang», «Anlage 2», «Handlungsfeld 6», «Ziel 14». Verglichen
wird mit den Nummern, wie sie gedruckt werden. Verweise auf andere Werke («Kapitel 4 SGB XII», «Nahverkehrsplan,
Kapitel 3») zählen nicht.

Getippte Unterschriften («Abb. 4: Pendler») sind zusammen ein Hinweis; was auf sie verweist, trifft.

Eine Seite des eigenen Dokuments («siehe S. 22») ist ein Hinweis, auch wenn es sie gibt: Seitenzahlen ändern sich
mit jeder Zeile, die dazukommt.

Nummern werden gezählt. Kommt ein Kapitel hinzu oder fällt eines weg, zeigt ein getippter Verweis auf etwas anderes
oder ins Leere, und niemand bemerkt es, bis jemand nachschlägt. Was ein anderes Kapitel trifft, nennen Z343 und Z721.

Beheben: statt der Nummer die Kennung in doppelten eckigen Klammern schreiben. [[fazit]] druckt «Punkt 6», [[ABB1]]
druckt «Abbildung 1», und beides bleibt richtig. In Zielen und Titeln wird nichts eingesetzt; dort den
Titel nennen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.checks.check_context import CheckContext
from generator.checks.corpus import Prose, text_of
from generator.checks.typed_captions import typed_captions
from generator.checks.typed_references import (
    JOINT,
    NUMBER,
    elsewhere,
    own_references,
    sentence_around,
    to_sections,
)
from generator.checks.uses import Use, finding, listed
from generator.finding import Finding, Severity
from generator.model.german import counted
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.kinds import printed_id
from generator.model.print_gap import NOT_PRINTED
from generator.model.stufe import HANDLUNGSFELD

CODE = "Z330"
SEVERITY = Severity.WARNING
TITLE = "Getippter Verweis trifft nichts"

_ADDED = r"\s+zu[mr]?\s"
"""What follows an appendix of something else."""
_GOALS_OF_OTHERS = r"Agenda|SDG|Vereinte|Nachhaltigkeitsziel|UN-|\bEU\b"


def check(context: CheckContext) -> Iterator[Finding]:
    """One finding for each reference; nothing where the document was not made."""
    if context.printout is NOT_PRINTED:
        return
    places = _Places(context)
    yield from places.numbered()
    yield from places.counted("Abbildung", context.printout.figures)
    yield from places.counted("Tabelle", context.printout.tables)
    yield from places.appendices()
    yield from places.elements()
    yield from places.pages()


class _Places:
    """Looks for the words with which people refer to a place of the document."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context

    def numbered(self) -> Iterator[Finding]:
        """Chapters and what is counted in them: "Kapitel 7", "Punkt 5.4", "siehe 2.2.1"."""
        sections = self.context.printout.sections
        number = counted(sum("." not in n for n in sections), "Kapitel", "Kapitel")
        for use in to_sections(self.context):
            dead = [n for n in re.findall(NUMBER, use.words) if n not in sections]
            if dead:
                lead = f"Das Dokument hat {number} mit Nummer"
                yield self._finding(use, f"{lead}, keines davon ist {' oder '.join(dead)}.")

    def counted(self, word: str, number: int) -> Iterator[Finding]:
        """Figures or tables of which there are not as many."""
        many = f"{word}{'en' if word == 'Abbildung' else 'n'}"
        there = counted(number, word, many)
        captions = list(typed_captions(self.context, word))
        if captions:
            yield self._captions([caption.use for caption in captions], many)
        typed = {caption.number for caption in captions}
        for anchor, name in (
            (word, rf"\b{word}(?:en|n)?\s+"),
            (f"{word[:3]}.", rf"\b{word[:3]}\.\s*"),
        ):
            for use in own_references(
                self.context, anchor, rf"{name}\d{{1,2}}(?![\d.]\d)(?:{JOINT}\d{{1,2}}\b)*"
            ):
                known = "".join(use.words.split()).endswith(tuple(typed)) if typed else False
                numbers = re.findall(r"\d+", use.words)
                dead = [n for n in numbers if not 0 < int(n) <= number and n not in typed]
                if dead and not known:
                    yield self._finding(use, f"Das Dokument hat {there} mit Nummer.", word)

    def _captions(self, found: Sequence[Use], many: str) -> Finding:
        """One finding for all captions whose number is typed; references to them are not dead."""
        advice = (
            "In figures.yaml eintragen, dann druckt das Programm Bild, Nummer und Titel."
            if many == "Abbildungen"
            else "Ohne Nummer schreiben; im Text «die folgende Tabelle»."
        )
        message = (
            f"Die Nummern von {many} sind getippt, {listed(self.context, found)}, etwa «{_shown(found[0])}»; kommt eine "
            f"hinzu, stimmen sie und alle Verweise auf sie nicht mehr. {advice}"
        )
        return finding(self.context, CODE, Severity.HINT, found[0], message)

    def appendices(self) -> Iterator[Finding]:
        """Appendices that no heading names."""
        headings = self.context.printout.headings
        before = r"(?:\b[sS]iehe|(?<!\w)s\.|\b[vV]gl\.)\s+(?:(?:auch|im|in der|die|den)\s+)?"
        label = r"\s+(?:\d{1,2}|[A-Z]|[IVX]+)\b(?![.-]?\w|:)"  # with a colon it is a caption
        words = (
            (
                "Anhang",
                rf"\bAnhang{label}|{before}Anhang\b(?!{label})|\b[iI]m\s+Anhang\b(?!{label})",
            ),
            ("Anlage", rf"(?<!er )\bAnlage{label}|{before}Anlagen?\b(?!{label})"),
        )
        for word, pattern in words:
            for use in own_references(self.context, word, pattern, around=True):
                if re.compile(_ADDED).match(
                    self.context.plain.of(use.source), use.offset + len(use.words)
                ):
                    continue
                meant = " ".join(use.words[use.words.index(word) :].split())
                stem = meant.removesuffix("n") if meant == "Anlagen" else meant
                named = re.compile(rf"\b{stem}(?:n|s)?\b")
                if not any(map(named.search, headings)) and not _headed(use, named):
                    yield self._finding(
                        use, "Keine Überschrift der obersten Ebene oder dieses Textes heißt so."
                    )

    def elements(self) -> Iterator[Finding]:
        """Handlungsfelder and goals by a number that none has."""
        strategy = self.context.strategy
        levels: dict[str, list[Handlungsfeld | Ziel]] = {
            s.schluessel: [] for s in strategy.kopf.stufen
        }
        for goal in self.context.goals:
            levels[goal.stufe].append(goal)
        fields: list[Handlungsfeld | Ziel] = [*strategy.ziele.handlungsfelder]
        for key, elements in ((HANDLUNGSFELD, fields), *levels.items()):
            name = self.context.kind_name(key)
            pattern = rf"(?<![\w-]){re.escape(name)}\s+\d{{1,2}}(?:\.\d{{1,2}})?(?!\d|[.,]\d|\s?(?:%|Prozent|Euro|€))"
            for use in own_references(self.context, name.split()[0], pattern):
                number = use.words.split()[-1]
                if number not in self._numbers(elements) and not _of_others(use):
                    how = self.context.counted(len(elements), key)
                    example = [e.id for e in elements][-1:]
                    yield self._finding(use, f"Die Strategie hat {how}.", example=example)

    def _numbers(self, elements: list[Handlungsfeld | Ziel]) -> frozenset[str]:
        """All numbers by which one of them may be known: in ID or title, printed, or its place."""
        numbers = self.context.edition.numbering.goals
        said = " ".join(
            f"{printed_id(e)} {numbers.get(e.id, '')} {e.titel or ''}" for e in elements
        )
        there = {number.lstrip("0") for number in re.findall(r"\d+(?:\.\d+)*", said)}
        return frozenset(there).union(str(n) for n in range(1, len(elements) + 1))

    def pages(self) -> Iterator[Finding]:
        """Pages of the document itself."""
        lead = r"(?:siehe|(?<!\w)s\.|vgl\.|Siehe|Vgl\.|(?:Abbildung|Tabelle|Kapitel|Abb\.|Tab\.)\s*[\d.]+,?)"
        between = r"\s+(?:(?:oben|unten|auch|auf)\s+)?"
        before = re.compile(rf"(?<!\w){lead}{between}$")
        page = re.compile(r"(?:S\.\s*|Seiten?\s+)\d{1,3}\b")
        for anchor in ("S. ", "Seite "):
            for source, place in self.context.corpus.find(anchor):
                text = text_of(source)
                start = max(0, place - 40)
                found = before.search(text[start:place])
                match = found and page.match(text, place)
                if found and match:
                    yield from self._page(
                        Use(
                            text[start + found.start() : match.end()], source, start + found.start()
                        )
                    )

    def _page(self, use: Use) -> Iterator[Finding]:
        plain = self.context.plain.own(use.source)
        if plain.startswith(use.words, use.offset) and not elsewhere(self.context, use):
            message = (
                f"«{_shown(use)}» nennt eine Seite dieses Dokuments; Seitenzahlen ändern sich mit dem Text. "
                f"{self._advice(use)}"
            )
            yield finding(self.context, CODE, Severity.HINT, use, message)

    def _finding(self, use: Use, why: str, word: str = "", example: Sequence[str] = ()) -> Finding:
        message = f"«{_shown(use)}» trifft nichts. {why} {self._advice(use, word, example)}"
        return finding(self.context, CODE, SEVERITY, use, message)

    def _advice(self, use: Use, word: str = "", example: Sequence[str] = ()) -> str:
        """The markup that stays right, with an example of this strategy."""
        if not isinstance(use.source, Prose):
            return "Im Wortlaut wird nichts eingesetzt; den Titel nennen."
        if word == "Tabelle":
            return "Tabellen in Texten haben keine; «die folgende Tabelle» schreiben."
        if word == "Abbildung":
            return "Mit [[⟨Kennung⟩]] aus figures.yaml druckt das Programm die Nummer, mit ![[⟨Kennung⟩]] das Bild."
        shown = "".join(f" (zum Beispiel {self._example(one)})" for one in example or self._chapter)
        return f"Stattdessen [[⟨Kennung⟩]] schreiben{shown}; das bleibt richtig."

    def _example(self, identity: str) -> str:
        number = self.context.edition.numbering.sections.get(identity)
        return f"[[{identity}]], gedruckt «Punkt {number}»" if number else f"[[{identity}]]"

    @cached_property
    def _chapter(self) -> list[str]:
        """The last chapter with a number, where there is one."""
        numbering = self.context.edition.numbering
        return [c.id for c in numbering.chapters if c.id in numbering.sections][-1:]


def _headed(use: Use, named: re.Pattern[str]) -> bool:
    """Whether a heading of the same text names it."""
    lines = re.findall(r"(?m)^#{1,6} .*$", text_of(use.source))
    return any(map(named.search, lines))


def _of_others(use: Use) -> bool:
    return bool(re.search(_GOALS_OF_OTHERS, sentence_around(text_of(use.source), use.offset)))


def _shown(use: Use) -> str:
    return " ".join(use.words.split())
