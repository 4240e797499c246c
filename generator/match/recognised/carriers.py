"""What is said behind a run of goals to the goal it is said of: the last one, or the one above them."""

from __future__ import annotations

from generator.match.recognised.outline import Outline
from generator.match.recognised.profile import ImportProfile
from generator.match.recognised.segments import Segment


def grouped_rank(profile: ImportProfile, segments: list[Segment]) -> int | None:
    """The level whose goals mostly follow a heading directly or behind prose; None where there is none."""
    ranks = {sign.stufe: rank for rank, sign in enumerate(profile.stufen)}
    found = [0] * (len(ranks) or 1)
    heading = False
    areas = profile.handlungsfelder
    for segment in segments:
        if segment.kind == "heading" and segment.role not in ("liste", "spalten"):
            heading = segment.depth == 0 or segment.depth > (areas.tiefe or 1)
        elif segment.kind == "level" and segment.level is not None:
            if heading and segment.level.stufe in ranks:
                found[ranks[segment.level.stufe]] += 1
            heading = False
    return found.index(max(found)) if max(found) else None


def lift_fields(outline: Outline, profile: ImportProfile) -> None:
    """Move what only the last of several goals below one says to that one, level by level from below."""
    ranks = {sign.stufe: rank for rank, sign in enumerate(profile.stufen)}
    found = [(ranks[n.level.stufe], n) for n in outline.goals() if n.level and n.children]
    for level in sorted({rank for rank, _ in found}, reverse=True):
        parents = [node for rank, node in found if rank == level]
        several = [node for node in parents if len(node.children) > 1]
        said = [node for node in several if any(child.fields for child in node.children)]
        last_only = [n for n in said if not any(child.fields for child in n.children[:-1])]
        if len(last_only) * 2 > len(said):
            for node in parents:
                last = node.children[-1]
                if not any(child.fields for child in node.children[:-1]) and last.fields:
                    node.fields, last.fields = [*node.fields, *last.fields], []
