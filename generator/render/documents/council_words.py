"""A comparison to what a council paper says of it: the sentence to be decided, what changes, what is only for notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.model.council import DECIDING, INFORMING, Vorlage
from generator.model.german import Noun, counted, declined, noun
from generator.model.goal import Ziel
from generator.model.head import Fassung, Kopf
from generator.model.kinds import kind_of, printed_id
from generator.model.koerperschaft import ADMINISTRATION, NO_DECISION, UNRULED, key_of
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy
from generator.render.citation import german_date
from generator.render.documents.telling.summary import TwoCounts, counts
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange

SHOWN = frozenset({"added", "removed", "reworded"})
"""Kinds of change whose words are short enough for a paper; texts stand in the Synopse."""


class CouncilWords(Struct, frozen=True):
    """The words of one paper; ``telling`` is None for a first edition."""

    strategy: Strategy
    telling: Telling | None

    @property
    def kopf(self) -> Kopf:
        """The head of the strategy."""
        return self.strategy.kopf

    @property
    def kind(self) -> str:
        """Beschlussvorlage, or Informationsvorlage where nothing is to be decided."""
        given = self.strategy.vorlage.art if self.strategy.vorlage else None
        decision = self.telling.comparison.decision if self.telling else UNRULED
        nothing = decision in (ADMINISTRATION, NO_DECISION)
        return given or (INFORMING if nothing else DECIDING)

    @property
    def gremium(self) -> str:
        """Who decides, with its article and whole name: "der Kreistag des Ilm-Kreises"."""
        body = self.kopf.koerperschaft
        decision = self.telling.comparison.decision if self.telling else UNRULED
        keys = {entry.key: entry for entry in self.kopf.deciding}
        entry = keys.get(decision, self.kopf.deciding[0])
        name = self.kopf.full_name(entry.key)
        whole = body.gremium if key_of(body.gremium) == entry.key else name
        return noun("Gremium", whole, entry.genitiv, entry.dativ).nominative

    @property
    def edition(self) -> str:
        """What is decided on, in the accusative: "die 1. Fortschreibung der Armutspräventionsstrategie"."""
        title = _title(self.kopf)
        if self.telling is None:
            return title.accusative
        return f"{_edition(self.kopf.fassung)} {title.genitive}"

    @property
    def subject(self) -> str:
        """What the paper is about."""
        return f"{self.kopf.titel}: {self.kopf.fassung.bezeichnung}"

    @property
    def proposal(self) -> str:
        """The one sentence that is put to the vote, or for notice."""
        who = f"{self.gremium[0].upper()}{self.gremium[1:]}"
        stand = f"Stand {german_date(self.kopf.fassung.stand)}"
        what = f"{self.edition} ({stand}{', Anlage 1' if self.attached_first else ''})"
        if self.kind == INFORMING:
            return f"{who} nimmt {what} zur Kenntnis."
        return f"{who} beschließt {what}."

    @property
    def attached_first(self) -> bool:
        """Whether the first Anlage is the strategy: the paper lists Anlagen, and the usual ones."""
        vorlage = self.strategy.vorlage or Vorlage()
        return "anlagen" in vorlage.order and not vorlage.anlagen

    def facts(self) -> Iterator[str]:
        """What changes, in numbers; of a first edition how much there is."""
        if self.telling is None:
            yield f"Vorgelegt wird {_title(self.kopf).nominative}. Eine frühere Fassung gibt es nicht."
            yield _extent(counts(self.strategy, self.strategy))
            return
        summary = self.telling.summary
        yield f"Verglichen sind {summary.old} und {summary.new}."
        yield _glued(f"Der Vergleich ergibt: {summary.numbers}.")
        yield _extent(summary.counts)

    @property
    def votes(self) -> dict[str, list[ToldChange]]:
        """Name of a Gremium to what it has to agree to, the strictest first."""
        changes = self.telling.changes if self.telling else ()
        found: dict[str, list[ToldChange]] = {
            entry.key: [told for told in changes if told.source.approval == entry.key]
            for entry in self.kopf.deciding
        }
        return {self.kopf.full_name(key): group for key, group in found.items() if group}

    @property
    def unruled(self) -> list[ToldChange]:
        """What nobody has ruled on."""
        changes = self.telling.changes if self.telling else ()
        return [told for told in changes if told.source.approval == UNRULED]

    def notice(self) -> str:
        """What the council only takes notice of; "" where there is nothing."""
        changes = self.telling.changes if self.telling else ()
        rest = [told for told in changes if told.source.approval == ADMINISTRATION]
        if not rest:
            return ""
        editorial = sum(bool(told.source.editorial) for told in rest)
        number = counted(len(rest), "Änderung", "Änderungen")
        verb = "braucht" if len(rest) == 1 else "brauchen"
        told = f", darunter {editorial} redaktionelle," if editorial else ""
        if editorial == len(rest):
            number = counted(editorial, "redaktionelle Änderung", "redaktionelle Änderungen")
            told = ""
        return f"{number}{told} {verb} nach den Beschlussregeln keinen Beschluss; die Synopse nennt sie einzeln."

    def first_goals(self) -> Iterator[str]:
        """The goals of the first level, of a first edition: each with its wording."""
        level = self.kopf.stufen[0]
        for goal in self.strategy.goals():
            if goal.stufe == level.schluessel:
                yield f"{level.name} {printed_id(goal)}: „{kind_of(goal).name(goal)}“"

    def wording(self, told: ToldChange) -> str:
        """The words of the element that a change is about, in the new edition where it has them; "" for what has none."""
        if told.speaks_for_itself and told.source.change.kind in SHOWN:
            return " ".join((told.words.new or told.words.old or "").split())
        element = self.strategy.by_id.get(told.source.change.id)
        return str(kind_of(element).name(element)) if isinstance(element, Ziel | Empfehlung) else ""


def _extent(found: Iterable[TwoCounts]) -> str:
    told = (
        f"{c.label} {c.new}" if c.old == c.new else f"{c.label} {c.old} (bisher), {c.new} (neu)"
        for c in found
    )
    return _glued(f"Umfang: {'; '.join(told)}.")


def _glued(text: str) -> str:
    """No number stands at the end of a line, away from what it counts."""
    return re.sub(r"(?<=\d) (?=[^\W\d]|\()|(?<=[^\W\d]) (?=\d)", "\N{NO-BREAK SPACE}", text)


def _title(kopf: Kopf) -> Noun:
    """The title as a noun; one that is none stands in quotation marks behind the word Strategie."""
    quoted = f"„{kopf.titel.replace('„', '‚').replace('“', '‘')}“"
    return declined(kopf.titel) or noun("Strategie", quoted)


def _edition(fassung: Fassung) -> str:
    """With its article, in the nominative and the accusative."""
    name = fassung.bezeichnung
    words = name.lower().split()
    known = any(word.endswith(("fortschreibung", "fassung")) for word in (words[0], words[-1]))
    return f"die {name}" if known else f"die Fassung „{name}“"
