"""Entries that a file lacks to lines to be pasted there, indented like those it has."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from generator.edit.emitter import Emitter, indented
from generator.edit.form import Entries
from generator.edit.habits import Habits, learned
from generator.edit.nodes import parsed
from generator.edit.source import FileText
from generator.model.register import Aenderungsgruende, Aenderungsgrund

_LIST = "aenderungen"


def proposed_reasons(missing: Iterable[tuple[str, str, str]], reasons: bytes | None) -> list[str]:
    """An entry for each (ID, kind of change in YAML, section or "") that changes.yaml (``reasons``) does not explain.

    What people have to write is left empty; each key has a line of its own for that.
    """
    habits, column = Habits(), 0
    if reasons is not None:
        source = FileText(reasons.removeprefix(codecs.BOM_UTF8).decode())
        tree = parsed(source)
        habits, column = learned(source, tree), source.column(tree.start)
        habits.flow_maps.pop(_LIST, None)
    entries = [
        Entries(
            {
                "id": identity,
                "art": kind,
                **({"abschnitt": section} if section else {}),
                "einstufung": "inhaltlich",
                "begruendung": "",
            },
            record=Aenderungsgrund,
        )
        for identity, kind, section in missing
    ]
    return indented(Emitter(habits).listed(entries, Aenderungsgruende, _LIST, column), column)
