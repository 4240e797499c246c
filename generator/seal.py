"""A draft to a sealed edition: its files, its seal (see read/seals.py), and the next draft.

Sealed editions are never migrated: readers of old formats stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generator.errors import GeneratorError
from generator.model.goal import Ziel
from generator.model.head import Fassung
from generator.model.recommendation import Empfehlung
from generator.model.strategy import Strategy
from generator.read.origin import Origin
from generator.read.seals import MANIFEST, FormerId, content_digest, line_digests, own_digest
from generator.read.yaml_source import parse

if TYPE_CHECKING:
    import networkx as nx

HEAD = "strategy.yaml"
CHANGES = "changes.yaml"
_NO_CHANGES = "# Begründungen der Änderungen gegenüber der vorigen Fassung: je Kennung und Art\naenderungen: []\n"


@dataclass(frozen=True)
class Decision:
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
        "lines": {name: line_digests(data) for name, data in sorted(files.items())},
    }
    content["seal"] = own_digest(content)
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def sealed_files(origin: Origin, strategy: Strategy, decision: Decision) -> dict[str, bytes]:
    """The files of the edition: those of the draft, with the decision in strategy.yaml."""
    files = _files(origin)
    fassung = strategy.kopf.fassung
    lines = {
        "kennung": json.dumps(decision.edition),
        "bezeichnung": json.dumps(_title(fassung, decision), ensure_ascii=False),
        "status": "beschlossen",
        "stand": decision.day.isoformat(),
        "beschluss": json.dumps(decision.number, ensure_ascii=False),
        "beschlossen_am": decision.day.isoformat(),
    }
    if fassung.vorgaenger:
        lines["vorgaenger"] = json.dumps(fassung.vorgaenger)
    files[HEAD] = with_fassung(files[HEAD], lines)
    return files


def next_draft(origin: Origin, strategy: Strategy, decision: Decision) -> dict[str, bytes]:
    """What the working strategy becomes: the draft after the edition, its reasons still to come."""
    files = _files(origin)
    name = _next_name(strategy, decision.edition)
    lines = {
        "kennung": json.dumps(name),
        "bezeichnung": json.dumps(_draft_title(decision.edition), ensure_ascii=False),
        "status": "entwurf",
        "stand": decision.day.isoformat(),
        "vorgaenger": json.dumps(decision.edition),
    }
    return {HEAD: with_fassung(files[HEAD], lines), CHANGES: _NO_CHANGES.encode()}


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
    if marked := [element.id for element in wordings if element.pruefen]:
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


def _files(origin: Origin) -> dict[str, bytes]:
    names = [n for n in origin.names() if n.endswith((".yaml", ".md")) and n != MANIFEST]
    return {name: origin.read(name) or b"" for name in names}


def with_fassung(head: bytes, lines: Mapping[str, str]) -> bytes:
    """strategy.yaml with another ``fassung`` block; every other line stays as it is."""
    tree = parse(HEAD, head).tree
    start = tree.keys_at["fassung"][0] - 1
    later = [at[0] - 1 for key, at in tree.keys_at.items() if at[0] - 1 > start]
    line_end = b"\r\n" if b"\r\n" in head else b"\n"
    text = head.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    end = min(later, default=len(text))
    while end > start + 1 and (not text[end - 1].strip() or text[end - 1].startswith("#")):
        end -= 1
    block = ["fassung:", *(f"  {key}: {value}" for key, value in lines.items())]
    return "\n".join([*text[:start], *block, *text[end:]]).encode().replace(b"\n", line_end)
