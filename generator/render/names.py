"""IDs to what a reference prints: "Punkt 4.1", "PZ06", "Abbildung 1" or a name."""

from __future__ import annotations

from collections.abc import Container

from msgspec import Struct, field

from generator.graph.numbering import Numbering
from generator.model.goal import Handlungsfeld, Ziel
from generator.model.head import Kapitel
from generator.model.kinds import kind_of, printed_id
from generator.model.recommendation import Empfehlung, Thema
from generator.model.strategy import Strategy
from generator.render.blocks import Inline, Reference, Run

NBSP = "\u00a0"


class Names(Struct, frozen=True):
    """What elements are called; ``anchors`` are the IDs that have a bookmark in the document."""

    strategy: Strategy
    numbering: Numbering
    anchors: Container[str] = field(default_factory=frozenset)

    def label(self, identity: str) -> str:
        """The text of a reference; an ID that names nothing is printed as it was written."""
        number = self.numbering.sections.get(identity)
        if number:
            return f"Punkt{NBSP}{number}"
        figure = self.numbering.figures.get(identity)
        if figure:
            return f"Abbildung {figure}"  # as in its caption, so that a REF field can print it
        element = self.strategy.by_id.get(identity)
        if element is None:
            return f"[[{identity}]]"
        if isinstance(element, Ziel) and identity in self.numbering.goals:
            return f"{self.called(element, NBSP)} ({printed_id(element)})"
        if isinstance(element, Ziel | Empfehlung):
            return printed_id(element)
        return kind_of(element).name(element)

    def called(self, goal: Ziel, joint: str = " ") -> str:
        """Its level and, where goals are numbered, its number: "Maßnahme 7.2"."""
        name = self.strategy.kopf.stufe(goal.stufe).name
        number = self.numbering.goals.get(goal.id)
        return f"{name}{joint}{number}" if number else name

    def short(self, identity: str) -> str:
        """The text of a reference where the level stands beside it: "7.2 (MA05)"."""
        element, number = self.strategy.by_id.get(identity), self.numbering.goals.get(identity)
        if number and isinstance(element, Ziel):
            return f"{number}{NBSP}({printed_id(element)})"
        return self.label(identity)

    def spoken(self, identity: str, *, level: bool = True) -> str:
        """ "„Fazit und Ausblick“": by its title where that is a heading, else as ``label``.

        Without ``level`` as ``short``, and a Handlungsfeld by its number: for where its title
        stands beside it.
        """
        element = self.strategy.by_id.get(identity)
        if isinstance(element, Handlungsfeld) and not level and self.number(identity):
            return self.number(identity)
        if isinstance(element, Kapitel | Handlungsfeld | Thema):
            return f"„{element.titel}“"
        return self.label(identity) if level else self.short(identity)

    def number(self, identity: str) -> str:
        """The computed number of a chapter, Handlungsfeld or Thema, "" where it has none."""
        return self.numbering.sections.get(identity, "")

    def link(self, identity: str, text: str | None = None) -> Inline:
        """A link to the element, plain text where the document has no such bookmark."""
        shown = self.label(identity) if text is None else text
        return Reference(identity, shown) if identity in self.anchors else Run(shown)

    def page(self, identity: str, before: str = f", Seite{NBSP}") -> tuple[Inline, ...]:
        """ ", Seite 14" behind a link; nothing where the document has no such bookmark."""
        if identity not in self.anchors:
            return ()
        return (Reference(identity, before, page=True),)

    def title(self, identity: str) -> str:
        """Number or ID with the title ("Punkt 5.2 Soziale Sicherung", "PZ06 Sozialticket")."""
        return self._title(identity, self.label(identity))

    def _title(self, identity: str, label: str) -> str:
        element = self.strategy.by_id.get(identity)
        if isinstance(element, Kapitel | Handlungsfeld | Thema | Ziel | Empfehlung):
            return f"{label} {element.titel}" if element.titel not in (None, label) else label
        return label

    def titled(self, identity: str, label: str | None = None) -> tuple[Inline, ...]:
        """A link as ``title`` words it; its number is one that a format can compute."""
        label = label or self.label(identity)
        title, link = self._title(identity, label), self.link(identity, label)
        if title == label:
            return (link,)
        rest = title.removeprefix(label)
        if isinstance(link, Reference):
            return link, Reference(identity, rest, computed="")
        return (Run(title),)
