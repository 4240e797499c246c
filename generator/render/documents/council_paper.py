"""The paper of the house to blocks: its fields in its order, filled from the strategy, else visibly still open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.model.council import FIELDS, HEAD_FIELDS, INFORMING, Ratsvorlage, Vorlage
from generator.model.council_gaps import MISSING, gaps, is_over
from generator.render.blocks import Block, Document, Row, Table
from generator.render.documents.context import Context
from generator.render.documents.council_words import CouncilWords
from generator.render.documents.edition_words import cover_fields
from generator.render.documents.pieces import (
    TEXT_WIDTH,
    bullets,
    cell,
    head,
    heading,
    sentence,
    together,
)
from generator.render.documents.telling.teller import Telling
from generator.render.documents.telling.told import ToldChange
from generator.render.documents.telling.vote_words import quoted

UNFINISHED = "Noch nicht fertig"
ATTACHED = ("Strategie (Lesefassung)", "Synopse", "Strategie mit Änderungsverfolgung")
FIRST_ATTACHED = ATTACHED[:1]
NAME_WIDTH = 48.0
MOST_NAMED = 30
"""More changes to be voted on are named in the Synopse alone."""


def council_document(
    context: Context,
    telling: Telling | None,
    *,
    digest: str = "",
    revision: str | None = None,
    faulty: bool = False,
) -> Document:
    """The paper without a cover; ``telling`` is None for a first edition."""
    strategy = context.strategy
    paper = strategy.ratsvorlage
    words = CouncilWords(strategy, telling)
    fassung = strategy.kopf.fassung
    unfinished = gaps(paper) or is_over(paper, fassung.stand)
    said = "Enthält Fehler" if faulty else UNFINISHED if unfinished else ""
    fields = cover_fields(strategy.kopf)
    properties = {"Fassung": fassung.kennung, "Prüfsumme": digest, "Revision": revision or ""}
    number = f" {paper.vorlage.nummer}" if paper.vorlage and paper.vorlage.nummer else ""
    return Document(
        title=f"{words.kind}{number}: {words.subject}",
        subject=words.kind,
        blocks=(heading(1, words.kind), *_Fields(paper, words).blocks()),
        fields=fields | {"kurztitel": f"{words.kind}{number}", "entwurf": said},
        properties={name: value for name, value in properties.items() if value},
        date=fassung.stand.isoformat(),
        draft=said,
        cover=False,
    )


def placeholder(name: str) -> str:
    """What stands where something is still to be filled in."""
    return f"[{MISSING}: {name}]"


class _Fields:
    """Writes the fields of one paper."""

    def __init__(self, paper: Ratsvorlage, words: CouncilWords) -> None:
        self.paper, self.words = paper, words
        self.vorlage = paper.vorlage or Vorlage()
        self.checks = {check.schluessel: check for check in paper.pruefungen}

    def blocks(self) -> Iterator[Block]:
        """Lines of the head that follow on each other are one table."""
        lines: list[tuple[str, str]] = []
        for key in self.vorlage.order:
            if key in HEAD_FIELDS:
                lines.append((self.vorlage.called(key), self._line(key)))
                continue
            if lines:
                yield _pairs(lines, "Angaben zur Vorlage")
                lines = []
            yield from self._section(key)
        if lines:
            yield _pairs(lines, "Angaben zur Vorlage")

    def _line(self, key: str) -> str:
        if key == "art":
            return self.words.kind
        return getattr(self.vorlage, key) or placeholder(self.vorlage.called(key))

    def _section(self, key: str) -> Iterator[Block]:
        if key in self.checks:
            check = self.checks[key]
            yield heading(2, check.titel)
            yield sentence(check.ergebnis or placeholder(check.titel))
        elif key in self._writers:
            yield heading(2, self._title(key))
            yield from self._writers[key]()

    def _title(self, key: str) -> str:
        usual = key == "beschlussvorschlag" and key not in self.vorlage.bezeichnungen
        if usual and self.words.kind == INFORMING:
            return "Vorschlag zur Kenntnisnahme"
        return self.vorlage.called(key)

    @property
    def _writers(self) -> Mapping[str, Callable[[], Iterator[Block]]]:
        return {
            "betreff": lambda: iter((sentence(self.vorlage.betreff or self.words.subject),)),
            "beratungsfolge": self._stations,
            "beschlussvorschlag": lambda: iter(
                (sentence(self.vorlage.beschlussvorschlag or self.words.proposal),)
            ),
            "sachverhalt": self._facts,
            "begruendung": lambda: self._texts("begruendung"),
            "alternativen": lambda: self._texts("alternativen"),
            "finanzen": self._money,
            "anlagen": self._attached,
        }

    def _texts(self, key: str) -> Iterator[Block]:
        texts = getattr(self.vorlage, key) or (placeholder(self.vorlage.called(key)),)
        yield from map(sentence, texts)

    def _stations(self) -> Iterator[Block]:
        stations = self.paper.beratungsfolge
        if not stations:
            yield sentence(placeholder(self.vorlage.called("beratungsfolge")))
            return
        rows = [
            Row(tuple(map(cell, (
                one.gremium,
                f"{one.termin:%d.%m.%Y}" if one.termin else placeholder("Termin"),
                one.top or "–",
                "öffentlich" if one.oeffentlich else "nichtöffentlich",
                one.zustaendigkeit,
            ))))
            for one in stations
        ]  # fmt: skip
        titles = head("Gremium", "Termin", "TOP", "Sitzung", "Zuständigkeit")
        columns = (46.0, 28.0, 14.0, 31.0, TEXT_WIDTH - 119.0)
        yield Table(
            columns, together(titles, rows), "Je Zeile ein Gremium in der Reihenfolge der Beratung"
        )

    def _facts(self) -> Iterator[Block]:
        yield from map(sentence, (*self.vorlage.sachverhalt, *self.words.facts()))
        for title, named in self._asked():
            yield heading(3, title)
            yield bullets(self._shortened(named))
        if notice := self.words.notice():
            yield heading(3, "Nur zur Kenntnis")
            yield sentence(notice)

    def _asked(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What somebody has to decide on, below a title for each that decides; of a first edition its first goals."""
        if self.words.telling is None:
            yield "Darüber ist abzustimmen", tuple(self.words.first_goals())
        votes = self.words.votes
        for gremium, group in votes.items():
            who = f": {gremium}" if len(votes) > 1 else ""
            yield f"Darüber ist abzustimmen{who}", tuple(map(self._named, group))
        if unruled := self.words.unruled:
            yield "Nicht geregelt ist, wer entscheidet", tuple(map(self._named, unruled))

    def _named(self, told: ToldChange) -> str:
        """A change with the wording that it is about."""
        title, said = quoted(told.title), self.words.wording(told)
        return f"{title}." if not said or said in title else f"{title}. „{said}“"

    def _shortened(self, named: tuple[str, ...]) -> Iterator[str]:
        """Of very many the Anlage names the rest."""
        yield from named[:MOST_NAMED]
        if len(named) > MOST_NAMED:
            where = "Synopse" if self.words.telling else "Strategie"
            yield f"und {len(named) - MOST_NAMED} weitere; die {where} nennt sie."

    def _money(self) -> Iterator[Block]:
        money, name = self.paper.finanzen, FIELDS["finanzen"]
        answer = money.auswirkungen if money else None
        lines = [(name, answer or placeholder(name))]
        lines += list(money.stated) if money and answer == "ja" else []
        for key, missing, _ in gaps(self.paper):
            if key == "finanzen" and answer == "ja":
                lines.append((missing, placeholder(missing)))
        yield _pairs(lines, name)

    def _attached(self) -> Iterator[Block]:
        usual = ATTACHED if self.words.telling else FIRST_ATTACHED
        listed = self.vorlage.anlagen or usual
        yield bullets(f"Anlage {n}: {text}" for n, text in enumerate(listed, start=1))


def _pairs(lines: list[tuple[str, str]], summary: str) -> Table:
    """Names and values, a row each."""
    rows = tuple(Row((cell(name, header=True), cell(value))) for name, value in lines)
    return Table(
        (NAME_WIDTH, TEXT_WIDTH - NAME_WIDTH), rows, f"{summary}: links der Name, rechts der Wert"
    )
