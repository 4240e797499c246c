"""Hints of a comparison to the questions that ask the editors about them.

Rule Z704 and the list of changes ask the same in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.model.german import listed

if TYPE_CHECKING:
    from generator.compare.hints import Hint, HintKind, NamingField

_QUESTIONS: Mapping[HintKind, str] = {
    "merge": "{heir} fasst vermutlich {sources} zusammen; ist das so, bei {heir} {entry} eintragen.",
    "split": "{heirs} gehen vermutlich aus {source} hervor; ist das so, bei {all} {entry} eintragen.",
    "successor": "{heir} geht vermutlich aus {source} hervor; ist das so, bei {heir} {entry} eintragen.",
    "same_wording": "{heir} hat fast den Wortlaut von {source}, das entfällt; ist es dasselbe, die "
    "Kennung {source} behalten, sonst bei {heir} {entry} eintragen.",
    "other_level": "{heir} hat fast den Wortlaut von {source}, das entfällt, steht aber auf einer anderen "
    "Stufe; ist es dasselbe, bei {heir} {entry} eintragen.",
    "part": "{heir} übernimmt vermutlich einen Teil von {source}; ist das so, bei {heir} {entry} eintragen.",
    "absorbed": "{heir} nimmt vermutlich {source} auf, das entfällt; ist das so, bei {heir} {entry} "
    "eintragen.",
    "taken_over": "{heir} hat jetzt {those} {source} hatte, das entfällt und auf einer anderen Stufe stand; "
    "ist es dasselbe, bei {heir} {entry} eintragen.",
    "taken_away": "{heir} hat {those} {source} auf einer anderen Stufe hatte; ist es dasselbe, mit der "
    "Kennung {source} dorthin verschieben, sonst bei {heir} {entry} eintragen.",
    "swapped": "{heir} hat jetzt {those} {source} hatte; sind die Kennungen vertauscht, {each} Kennung "
    "zurückgeben.",
    "another": "{heir} hat {unlike} kein Wort gemeinsam hat; ist es etwas anderes, ihm eine neue Kennung "
    "geben und {heir} entfallen lassen.",
}


class _Forms(Struct, frozen=True):
    """What a field is called in the questions."""

    those: str
    unlike: str
    each: str


_FORMS: Mapping[NamingField, _Forms] = {
    "text": _Forms(
        "den Wortlaut, den", "einen Wortlaut, der mit dem bisherigen", "jedem Wortlaut seine"
    ),
    "titel": _Forms("den Titel, den", "einen Titel, der mit dem bisherigen", "jedem Titel seine"),
    "name": _Forms("den Namen, den", "einen Namen, der mit dem bisherigen", "jedem Namen seine"),
    "bezeichnung": _Forms(
        "die Bezeichnung, die",
        "eine Bezeichnung, die mit der bisherigen",
        "jeder Bezeichnung ihre",
    ),
}


def question(hint: Hint, called: Callable[[str], str] = str) -> str:
    """A sentence that asks whether a hint is right and says what to write if it is.

    ``called``: how a message names an ID; what is to be written is the ID itself.
    """
    heirs, sources = [*map(called, hint.heirs)], [*map(called, hint.sources)]
    forms = _FORMS[hint.naming]
    return _QUESTIONS[hint.kind].format(
        heir=heirs[0],
        heirs=listed(heirs),
        source=sources[0],
        sources=listed(sources),
        entry=f"«ersetzt: [{', '.join(hint.sources)}]»",
        all="beiden" if len(hint.heirs) == 2 else "allen",
        those=forms.those,
        unlike=forms.unlike,
        each=forms.each,
    )
