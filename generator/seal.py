"""A draft to a sealed edition: its files, its seal (see read/seals.py), and the next draft.

Sealed editions are never migrated: readers of old formats stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.edit.form import form
from generator.edit.rewrite import NewContents, rewritten
from generator.edit.whole import new_file
from generator.errors import GeneratorError
from generator.model.goal import Ziel
from generator.model.head import Fassung
from generator.model.kinds import HEAD, OWN_FILES, REASONS, both_ids
from generator.model.picture import FOLDER
from generator.model.recommendation import Empfehlung
from generator.model.register import Aenderungsgruende
from generator.model.strategy import Strategy
from generator.read.origin import Origin
from generator.read.picture_files import picture_names
from generator.read.schema_files import without_modeline
from generator.read.seals import MANIFEST, FormerId, content_digest, line_digests, own_digest

if TYPE_CHECKING:
    import networkx as nx


class Decision(Struct, frozen=True):
    """The decision that makes a draft an edition."""

    edition: str
    number: str
    day: date


def manifest(
    graph: nx.DiGraph[str],
    files: Mapping[str, bytes],
    edition: str,
    predecessor: str | None = None,
    former: Mapping[str, FormerId] = MappingProxyType({}),
) -> bytes:
    """The seal of an edition as JSON: its IDs with their kind, those of editions before it
    (with the last that used each), digests by file and line, and one over all of it.
    """
    ids = {node: data["kind"] for node, data in graph.nodes(data=True) if data["kind"] != "wurzel"}
    gone = {i: [of.edition, of.level] for i, of in sorted(former.items()) if i not in ids}
    content: dict[str, Any] = {
        "format": 1,
        "edition": edition,
        "predecessor": predecessor,
        "ids": dict(sorted(ids.items())),
        "former": gone,
        "files": {name: content_digest(data) for name, data in sorted(files.items())},
        "lines": {
            name: line_digests(data)
            for name, data in sorted(files.items())
            if not name.startswith(FOLDER)  # a picture has no lines
        },
    }
    content["seal"] = own_digest(content)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def sealed_files(origin: Origin, strategy: Strategy, decision: Decision) -> dict[str, bytes]:
    """The files of the edition: those of the draft, with the decision in strategy.yaml."""
    files = {name: without_modeline(data) for name, data in _files(origin, strategy).items()}
    fassung = Fassung(
        kennung=decision.edition,
        bezeichnung=_title(strategy.kopf.fassung, decision),
        status="beschlossen",
        stand=decision.day,
        beschluss=decision.number.strip(),
        beschlossen_am=decision.day,
        vorgaenger=strategy.kopf.fassung.vorgaenger,
    )
    edited = _edited(files, _with_fassung(strategy, fassung))
    return files | {name: data for name, data in edited.items() if data is not None}


def next_draft(origin: Origin, strategy: Strategy, decision: Decision) -> NewContents:
    """What changes in the working strategy: the draft after the edition, its reasons still to come."""
    files = _files(origin, strategy)
    fassung = Fassung(
        kennung=_next_name(strategy, decision.edition),
        bezeichnung=_draft_title(decision.edition),
        status="entwurf",
        stand=decision.day,
        vorgaenger=decision.edition,
    )
    draft = _with_fassung(strategy, fassung).model_copy(update={"aenderungen": ()})
    empty = {} if REASONS in files else {REASONS: new_file(REASONS, form(Aenderungsgruende()))}
    return _edited(files, draft) | empty


def _edited(files: Mapping[str, bytes], wanted: Strategy) -> NewContents:
    """The head and the reasons as wanted; nothing else may differ from what was checked."""
    edited = rewritten(files, wanted)
    if changed := sorted(edited.keys() - {HEAD, REASONS}):
        raise GeneratorError(
            f"{', '.join(changed)}: Während des Siegelns wurde hier etwas geändert.",
            "Alle Dateien der Strategie speichern und schließen, dann noch einmal siegeln.",
        )
    return edited


def _with_fassung(strategy: Strategy, fassung: Fassung) -> Strategy:
    """What is no part of what is adopted stays out of every edition, and in the draft as it is."""
    kopf = strategy.kopf.model_copy(update={"fassung": fassung})
    own = {name: field.default for name, field in Strategy.model_fields.items() if field.exclude}
    return strategy.model_copy(update={"kopf": kopf, **own})


def refuse(
    decision: Decision, target: Path, fassung: Fassung | None, former: Fassung | None
) -> None:
    """GeneratorError for a decision that contradicts the folder, the draft or the edition before."""
    if target.is_dir() and any(target.iterdir()):
        raise GeneratorError(
            f"Die Fassung {decision.edition} gibt es schon ({target.as_posix()}).",
            "Gesiegelte Fassungen werden nicht ersetzt. Einen anderen Namen wählen.",
        )
    if not decision.number.strip():
        raise GeneratorError("Die Nummer des Beschlusses fehlt.", "--beschluss 17/26 angeben.")
    if fassung and fassung.status == "beschlossen":
        raise GeneratorError(
            f"Die Fassung {fassung.kennung} in diesem Ordner ist schon beschlossen.",
            "Gesiegelt wird der Entwurf: mit «--strategy ORDNER» seinen Ordner angeben.",
        )
    if former and decision.day < former.stand:
        raise GeneratorError(
            f"Das Datum {decision.day} liegt vor dem der Fassung {former.kennung} ({former.stand}).",
            "Das Datum des Beschlusses berichtigen.",
        )


def unsettled(strategy: Strategy, decision: Decision) -> Iterator[str]:
    """What an adopted edition should not say any more: one sentence each."""
    kopf = strategy.kopf
    if "entwurf" in _title(kopf.fassung, decision).lower():
        yield f"Die Bezeichnung lautet «{kopf.fassung.bezeichnung}»; so steht sie auf dem Deckblatt."
    if any("entwurf" in note.lower() for note in kopf.hinweise):
        yield "Die «hinweise» in strategy.yaml nennen die Fassung noch einen Entwurf; so werden sie gedruckt."
    wordings: list[Ziel | Empfehlung] = [*strategy.goals(), *strategy.recommendations()]
    if marked := [both_ids(element) for element in wordings if element.pruefen]:
        yield f"Prüfvermerke sind noch nicht erledigt: {', '.join(marked)}."


def _draft_title(edition: str) -> str:
    return f"Entwurf nach Fassung {edition}"


def _title(fassung: Fassung, decision: Decision) -> str:
    """The name of the edition: the one given to it, if anyone gave it one."""
    unnamed = fassung.bezeichnung == _draft_title(fassung.vorgaenger or "")
    return f"Fassung {decision.edition}" if unnamed else fassung.bezeichnung


def _next_name(strategy: Strategy, edition: str) -> str:
    number = re.search(r"\d+$", edition)
    if number:
        return f"{edition[: number.start()]}{int(number[0]) + 1}-entwurf"
    return f"{edition}-2-entwurf"


def _files(origin: Origin, strategy: Strategy) -> dict[str, bytes]:
    """What is published of a strategy, and the pictures that it uses."""
    own = (MANIFEST, *OWN_FILES)
    names = [n for n in origin.names() if n.endswith((".yaml", ".md")) and n not in own]
    names += picture_names(origin, strategy.abbildungen)
    return {name: origin.read(name) or b"" for name in names}
