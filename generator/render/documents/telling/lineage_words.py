"""What ``ersetzt`` says of two editions to words: where an element comes from, what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compare.lineage import Lineage
from generator.model.german import listed


def element_origin(lineage: Lineage, id_: str) -> str:
    """What a new element comes from: "zusammengelegt aus MA11 und MA12"; "" for nothing."""
    sources = lineage.taken(id_)
    if not sources:
        kept = lineage.sources.get(id_, ())
        return f"abgeteilt von {shown_ids(lineage, kept)}" if kept else ""
    if len(sources) > 1:
        return f"zusammengelegt aus {shown_ids(lineage, sources)}"
    source = lineage.shown(sources[0])
    shared = len(lineage.heirs[sources[0]]) > 1
    return f"hervorgegangen aus der Teilung von {source}" if shared else f"ersetzt {source}"


def element_fate(lineage: Lineage, id_: str) -> str:
    """What became of an element: "geteilt in MA15 und MA16"; "" where nothing is said."""
    heirs = lineage.heirs.get(id_, ())
    if not heirs:
        return ""
    if len(heirs) > 1:
        return f"geteilt in {shown_ids(lineage, heirs)}"
    others = [source for source in lineage.taken(heirs[0]) if source != id_]
    heir = lineage.shown(heirs[0])
    return f"zusammengelegt in {heir}" if others else f"ersetzt durch {heir}"


def shown_ids(lineage: Lineage, ids: Iterable[str]) -> str:
    """ "MA15, P-2 und MA17"."""
    return listed([lineage.shown(id_) for id_ in ids])
