"""A whole strategy to new files, written as people would write them."""

from __future__ import annotations

from generator.edit.emitter import Emitter
from generator.edit.form import Entries, file_records, form
from generator.edit.given_files import says, text_file
from generator.edit.habits import Habits
from generator.edit.prose_files import new_text
from generator.errors import GeneratorError
from generator.model.kinds import COUNCIL, GOALS, HEAD, OPINIONS, PROGRESS, REASONS
from generator.model.strategy import Strategy
from generator.model.tree import tree

HEADINGS = {
    COUNCIL: "Vorlage für das Gremium: Form des Hauses, Beratungsfolge, finanzielle Auswirkungen",
    HEAD: "Kopf der Strategie: Titel, Fassung, Stufen, Regeln, Kapitelfolge",
    GOALS: "Ziele und Zuständigkeiten, in der Reihenfolge des Dokuments",
    "recommendations.yaml": "Empfehlungen an Bund, Land und andere, nach Themen",
    "actors.yaml": "Register der zuständigen Stellen und Adressaten",
    "key_figures.yaml": "Kennzahlen: Werte in Anführungszeichen, wie sie gedruckt werden",
    "sources.yaml": "Zitierte Quellen und Planungen, auf die sich Ziele beziehen",
    "figures.yaml": "Abbildungen als Daten; gezeichnet werden sie beim Erzeugen",
    REASONS: "Begründungen der Änderungen gegenüber der vorigen Fassung: je Kennung und Art",
    PROGRESS: "Umsetzungsstand: Zeiträume, datierte Berichte je Element, Fristen, Kosten, Wirkung; ältere bleiben stehen",
    OPINIONS: "Was aus Word zurückkam und was darauf entschieden ist; nennt Personen, gehört nicht in git.\n"
    "# entscheidung: offen, uebernommen, teilweise (mit «fassung»: der ganze Wortlaut, der nun gilt) oder\n"
    "# abgelehnt (mit «begruendung»). Was geschrieben wird, sagt «strategie review DATEIEN --apply».",
}
"""The comment with which a new file begins."""

_UNQUOTED = (HEAD, REASONS)


def whole_files(strategy: Strategy) -> dict[str, bytes]:
    """All files of a strategy that has none yet; registers without an entry get no file.

    They have been read again: GeneratorError where files cannot hold the strategy.
    """
    elements = tree(strategy)
    forms = {n: form(record, elements) for n, record in file_records(strategy).items()}
    files = {
        name: new_file(name, entries)
        for name, entries in forms.items()
        if entries.stated or name in (HEAD, GOALS)
    }
    files |= {text_file(t.id, t.stelle): new_text(t).encode() for t in strategy.texte}
    if not says(files, strategy):
        raise GeneratorError(
            "Die Strategie lässt sich nicht so in Dateien schreiben, dass sie genau so gelesen wird."
        )
    return files


def new_file(name: str, entries: Entries) -> bytes:
    """A YAML file that did not exist; what would say nothing lists nothing."""
    lines = [f"# {HEADINGS[name]}"] if name in HEADINGS else []
    pairs = Emitter(Habits(quote_of(name))).pairs(entries, "", 0)
    empty = [f"{key}: []" for key, value in entries.values.items() if value == []]
    return "\n".join([*lines, *(pairs or empty[-1:]), ""]).encode()


def quote_of(name: str) -> str:
    """The quotes that running text of a file is put in where nothing else is usual there."""
    return "" if name in _UNQUOTED else '"'
