"""The kinds of change: what can happen to an element of a strategy or to the strategy itself."""

from collections.abc import Iterator, Mapping

from generator.model.kinds import ELEMENTS, ChangeKind
from generator.model.register import Aenderungsgrund


def _to(key: str, word: str, noun: str) -> ChangeKind:
    """A change to something that an element may have or not."""
    return ChangeKind(key, word, f"{noun} geändert", noun)


def _kinds() -> Iterator[ChangeKind]:
    yield ChangeKind("added", "neu", "neu")
    yield ChangeKind("removed", "entfallen", "entfallen")
    yield ChangeKind("moved", "verschoben", "verschoben")
    yield ChangeKind("reordered", "umgestellt", "umgestellt")
    yield ChangeKind("reworded", "umformuliert", "umformuliert")
    yield _to("grouping", "ueberschrift", "Überschrift")
    yield _to("responsibility", "zustaendigkeit", "Zuständigkeit")
    yield _to("addressee", "adressat", "Adressaten")
    yield _to("link", "verweis", "Verweis")
    yield _to("review", "pruefvermerk", "Prüfvermerk")
    yield _to("text", "text", "Text")
    yield from (kind.change for kind in ELEMENTS if kind.change)
    yield ChangeKind("edition", "fassung", "Angaben zur Fassung geändert")
    yield ChangeKind("levels", "stufen", "Stufen geändert")


CHANGES: Mapping[str, ChangeKind] = {kind.key: kind for kind in _kinds()}
"""By their names in the JSON of ``diff``, in the order in which several of one element are listed."""

CHANGES_BY_WORD: Mapping[str, str] = {kind.word: kind.key for kind in CHANGES.values()}
"""The word the coordinator writes in changes.yaml and ``beschlussregeln``, to the name."""


def explained(reason: Aenderungsgrund) -> Iterator[tuple[str, str]]:
    """Each (ID, kind of change) that an entry of changes.yaml is about; an unknown kind as written."""
    for identity in reason.id:
        for word in reason.art:
            yield identity, CHANGES_BY_WORD.get(word.lower(), word)
