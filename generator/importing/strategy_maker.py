"""An outline to a strategy: IDs given, bodies registered, prose as Markdown, notes as footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.importing.bodies import BodyRegister
from generator.importing.cited_notes import CitedNotes
from generator.importing.copied_pictures import CopiedPictures
from generator.importing.former_ids import FormerIds
from generator.importing.identities import Identities
from generator.importing.levels_made import levels_of
from generator.importing.made_strategy import MadeStrategy
from generator.importing.names_given import GivenIds
from generator.importing.prose import ProseWriter
from generator.importing.receipt import Doubt
from generator.match.recognised.field_values import BodyRole, NamedBody, named_bodies
from generator.match.recognised.outline import Outline, OutlineNode
from generator.match.recognised.profile import ImportProfile
from generator.match.recognised.segments import Segment
from generator.model.goal import Handlungsfeld, Uebergreifend, Ziel, Zielsystem
from generator.model.head import Fassung, Kapitel, Kopf
from generator.model.koerperschaft import Koerperschaft
from generator.model.recommendation import Empfehlung, Thema
from generator.model.strategy import Strategy
from generator.model.text import Prosatext
from generator.read.texts import unwrap
from generator.receive.foreign import ForeignDocument, ForeignLine, without_signs
from generator.receive.line_joints import LineJoiner

_ROLES: dict[str, BodyRole | None] = {
    "stellen": None,
    "federfuehrung": "federfuehrung",
    "mitwirkung": "mitwirkung",
}
_FORMAT = 2


class StrategyMaker:
    """Makes it once; every step adds to what the others know."""

    def __init__(
        self,
        document: ForeignDocument,
        outline: Outline,
        profile: ImportProfile,
        joiner: LineJoiner,
        former: FormerIds | None = None,
    ) -> None:
        self._former = former
        self._document, self._outline, self._profile = document, outline, profile
        self._joiner = joiner
        self._ids = GivenIds()
        self._identities = Identities(self._ids, outline, former)
        self._notes = {note.number: note for note in document.notes}
        self._cited = CitedNotes(self._ids, joiner, former.old.quellen if former else ())
        self._pictures = CopiedPictures(self._ids, document.described)
        self._writer = ProseWriter(joiner, self._note, self._pictures.markup)
        self._levels = levels_of(profile, outline, former.old.kopf.stufen if former else ())
        self._by_name = {s.name: s for s in self._levels}
        self._texts: list[Prosatext] = []
        self.places: dict[str, ForeignLine] = {}
        self.went: list[tuple[Segment, str]] = []
        self.doubts: list[Doubt] = []
        self._noted: set[int] = set()

    def strategy(self, day: date, body: Koerperschaft, title: str) -> MadeStrategy:
        """Everything; ``day`` is that of the draft."""
        self._register = BodyRegister(
            [one for node in self._elements() for one in self._bodies(node)],
            body.name or "",
            self._ids,
            self._former.old if self._former else None,
        )
        chapters = tuple(self._chapters())
        goals = self._zielsystem()
        topics = tuple(self._topic(node) for node in self._outline.topics)
        head = Kopf(
            format=_FORMAT,
            titel=title,
            koerperschaft=body,
            fassung=Fassung(
                kennung=f"{day.year}-entwurf",
                bezeichnung="Eingelesene Fassung",
                status="entwurf",
                stand=day,
            ),
            stufen=self._levels,
            kapitel=chapters,
        )
        made = Strategy(
            kopf=head,
            ziele=goals,
            themen=topics,
            akteure=tuple(self._register.entries.values()),
            quellen=self._cited.works,
            abbildungen=self._pictures.figures,
            texte=tuple(self._texts),
        )
        if self._pictures.silent:
            names = ", ".join(self._pictures.silent)
            question = f"Was ist auf den Bildern zu sehen ({names})? Als «alternativtext» in figures.yaml eintragen."
            self.doubts.append(Doubt(None, "", question))
        return MadeStrategy(made, self.places, self.went, self.doubts, frozenset(self._noted))

    def _elements(self) -> Iterator[OutlineNode]:
        yield from self._outline.goals()
        yield from self._outline.recommendations()

    def _note(self, number: int) -> str:
        note = self._notes.get(number)
        self._noted.add(number)
        return self._cited.markup(note) if note else ""

    def _chapters(self) -> Iterator[Kapitel]:
        """The chapters in order; one with goals and one with Empfehlungen at most."""
        outline = self._outline
        for node in outline.chapters:
            title = self._plain(node.lines) or node.name
            content = "ziele" if node is outline.goal_chapter else "text"
            if node is outline.topic_chapter and content == "text":
                content = "empfehlungen"
            if not title and not node.before and content == "text":
                continue
            title = title or ("Ziele" if content == "ziele" else "Vorbemerkung")
            identity = self._identities.titled([Kapitel], title) or self._ids.named(
                _first_words(title), "kapitel"
            )
            numbered = node.own is not None and bool(node.own.number)
            self._found(node, identity, "Kapitel")
            self._prose(identity, "vor", [*node.before, *node.after])
            yield Kapitel(id=identity, titel=title, inhalt=content, nummeriert=numbered)
        if (
            outline.topic_chapter is outline.goal_chapter
            and outline.topics
            and outline.topic_chapter
        ):
            yield Kapitel(
                id=self._ids.named("Empfehlungen", "kapitel"),
                titel="Empfehlungen",
                inhalt="empfehlungen",
            )

    def _zielsystem(self) -> Zielsystem:
        outline = self._outline
        first = min((node.own.first for node in outline.fields if node.own), default=0)
        behind = bool(
            outline.outside and outline.outside[0].own and outline.outside[0].own.first > first > 0
        )
        outside = () if behind else self._goals(outline.outside)
        fields = []
        for node in outline.fields:
            number = node.own.number if node.own else ""
            title = self._plain(node.lines) or f"Handlungsfeld {number}".strip()
            identity = self._identities.titled([Handlungsfeld], title) or self._ids.counted("HF", 1)
            self._found(node, identity, "Handlungsfeld")
            self._prose(identity, "vor", node.before)
            self._prose(identity, "nach", node.after)
            fields.append(
                Handlungsfeld(id=identity, titel=title, kinder=self._goals(node.children))
            )
        outside = outside or self._goals(outline.outside)
        above = Uebergreifend(kinder=outside, am_ende=behind and bool(fields))
        return Zielsystem(uebergreifend=above, handlungsfelder=tuple(fields))

    def _goals(self, nodes: Sequence[OutlineNode]) -> tuple[Ziel, ...]:
        """Siblings; those of one level stand together, as a file lists each level once."""
        made = [self._goal(node) for node in nodes]
        order = list(dict.fromkeys(goal.stufe for goal in made))
        return tuple(sorted(made, key=lambda goal: order.index(goal.stufe)))

    def _goal(self, node: OutlineNode) -> Ziel:
        stufe = self._by_name[node.level.stufe] if node.level else self._levels[0]
        identity, code = self._identities.element(node, stufe.praefix)
        self._found(node, identity, stufe.name)
        text = self._wording(node, identity, stufe.name)
        self._around(node, identity)
        return Ziel(
            id=identity,
            stufe=stufe.schluessel,
            text=text,
            kuerzel=code,
            gruppe=self._group(node),
            zustaendig=self._register.of(self._bodies(node)),
            ersetzt=self._identities.replaced(node),
            kinder=self._goals(node.children),
        )

    def _topic(self, node: OutlineNode) -> Thema:
        title = self._plain(node.lines) or "Empfehlungen"
        identity = self._identities.titled([Thema], title) or self._ids.counted("TH", 1)
        self._found(node, identity, "Thema")
        self._prose(identity, "vor", node.before)
        return Thema(
            id=identity, titel=title, empfehlungen=tuple(self._request(n) for n in node.children)
        )

    def _request(self, node: OutlineNode) -> Empfehlung:
        identity, code = self._identities.element(node, "EM")
        self._found(node, identity, "Empfehlung")
        text = self._wording(node, identity, "Empfehlung")
        self._around(node, identity)
        return Empfehlung(
            id=identity,
            text=text,
            gruppe=self._group(node),
            kuerzel=code,
            ersetzt=self._identities.replaced(node),
            adressaten=self._register.of(self._bodies(node)),
        )

    def _wording(self, node: OutlineNode, identity: str, called: str) -> str:
        text = self._plain(node.lines)
        marked = [n for line in node.lines for n in re.findall("\ue000(\\d+)\ue001", line.text)]
        for number in marked:
            self._doubt(
                node,
                f"Im Wortlaut von {identity} steht die Fußnote «{self._note(int(number))}»; Ziele haben keine. Gehört sie in den Text texts/{identity}.md?",
            )
        if text:
            return text
        number = f" {node.own.number}" if node.own and node.own.number else ""
        self._doubt(node, f"{called}{number} ({identity}) hat keinen Wortlaut. Wie lautet er?")
        return f"{called}{number}"

    def _group(self, node: OutlineNode) -> str | None:
        return self._plain(node.group.lines) if node.group else None

    def _bodies(self, node: OutlineNode) -> list[NamedBody]:
        found: list[NamedBody] = []
        for segment in node.fields:
            if segment.role in _ROLES:
                wide = 0 if segment.passage.cells else self._document.width
                found += named_bodies(segment.lines, self._joiner, _ROLES[segment.role], wide)
        return found

    def _around(self, node: OutlineNode, identity: str) -> None:
        """The prose of an element, and what is said of it that no field holds."""
        said = [segment for segment in node.fields if segment.role not in _ROLES]
        for segment in node.fields:
            self.went.append((segment, identity))
        if node.group is not None:
            self.went.append((node.group, identity))
        self._prose(identity, "vor", [*node.before, *said])
        self._prose(identity, "nach", node.after)

    def _prose(self, identity: str, place: str, segments: Sequence[Segment]) -> None:
        if not segments:
            return
        text = self._writer.markdown(segments)
        file = f"texts/{identity}.nach.md" if place == "nach" else f"texts/{identity}.md"
        self.went += [(segment, file) for segment in segments]
        if text.strip():
            stelle = "nach" if place == "nach" else "vor"
            self._texts.append(
                Prosatext(id=identity, stelle=stelle, wortlaut="amtlich", inhalt=_stable(text))
            )

    def _found(self, node: OutlineNode, identity: str, called: str) -> None:
        if node.own is not None:
            line = (node.own.passage.lines or node.lines)[0]
            first = next(
                (one for one in node.own.passage.lines if one.number == node.own.first), line
            )
            self.places[identity] = first
            self.went.append((node.own, f"{called} {identity}"))
            extra = [
                line
                for line in node.lines
                if line.number not in {own.number for own in node.own.lines}
            ]
            if extra:
                self.went.append(
                    (Segment("text", node.own.passage, tuple(extra)), f"{called} {identity}")
                )

    def _doubt(self, node: OutlineNode, question: str) -> None:
        line = node.own.passage.lines[0] if node.own else None
        self.doubts.append(Doubt(line, self._plain(node.lines)[:120], question))

    def _plain(self, lines: Iterable[ForeignLine]) -> str:
        return without_signs(self._joiner.joined(line.text for line in lines)).strip()


def _stable(text: str) -> str:
    """The text as it is read again."""
    return unwrap(text)


def _first_words(title: str) -> str:
    words = title.split()
    return (
        words[0]
        if len(words[0]) > 4 and not words[0].endswith(("e", "en", "er", "es"))
        else " ".join(words[:2])
    )
