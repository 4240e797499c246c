"""A draft to a sealed edition: its files, its seal (see read/seals.py), and the next draft.

Sealed editions are never migrated: readers of old formats stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

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
        "bezeichnung": json.dumps(fassung.bezeichnung, ensure_ascii=False),
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
        "bezeichnung": json.dumps(f"Entwurf nach Fassung {decision.edition}", ensure_ascii=False),
        "status": "entwurf",
        "stand": decision.day.isoformat(),
        "vorgaenger": json.dumps(decision.edition),
    }
    return {HEAD: with_fassung(files[HEAD], lines), CHANGES: _NO_CHANGES.encode()}


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
    text = head.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    end = min(later, default=len(text))
    while end > start + 1 and (not text[end - 1].strip() or text[end - 1].startswith("#")):
        end -= 1
    block = ["fassung:", *(f"  {key}: {value}" for key, value in lines.items())]
    return "\n".join([*text[:start], *block, *text[end:]]).encode()
